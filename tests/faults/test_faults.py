"""A sample of `./dev faults`, and faults of the disk that need no injection."""

from __future__ import annotations

import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.builds import PROJECT, Run, build_here, forked
from tests.faults.checks import torn
from tests.faults.injection import injected
from tests.three_days import DAYS, article, files_of, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

FAST = ("--format", "html,json", "--lang", "tr")


def test_a_sample_of_all_faults_leaves_no_torn_edition() -> None:
    command = [sys.executable, "-m", "tests.faults", "--every", "44", "--part", "7", "--doubles", "4", "--traced", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 double builds: 0 faults found" in done.stdout


def test_what_is_neither_old_nor_new_is_found() -> None:
    old = {f"{DAYS[0]}/a": "1", f"{DAYS[0]}/b": "1", f"{DAYS[1]}/a": "1", "index.html": "1"}
    new = dict.fromkeys(old, "2")
    assert list(torn(old, old, new)) == list(torn(new, old, new)) == []
    assert list(torn({**old, f"{DAYS[0]}/a": "2"}, old, new)) == [f"the edition of {DAYS[0]} is a mixture"]
    assert list(torn({**old, "index.html": "3"}, old, new)) == ["index.html is neither old nor new"]
    gone = {path: digest for path, digest in old.items() if not path.startswith(DAYS[1])}
    assert list(torn(gone, old, new)) == [f"the edition of {DAYS[1]} is a mixture"]


@pytest.mark.parametrize("name", ["write", "fsync", "exchange"])
def test_calls_of_the_writer_are_among_those_that_fail(name: str, tmp_path: Path) -> None:
    content = three_days(tmp_path / "content")
    build_here(content, tmp_path / "editions", *FAST)
    (content / DAYS[0] / "a.md").write_text(article("Amasra", DAYS[0], 99), encoding="utf-8")
    with injected(tmp_path) as calls:
        assert build_here(content, tmp_path / "editions", *FAST).exit_code == 0
    assert name in calls.made


@pytest.mark.parametrize("most", [0, 400, 4_000, 30_000])
def test_a_disk_that_takes_no_more_leaves_the_old_editions(tmp_path: Path, most: int) -> None:
    """A real process may write files of so many bytes, and no longer ones."""
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    assert build_here(content, output, *FAST).exit_code == 0
    before = files_of(output)
    for path in content.rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("tekne", "sandal"), encoding="utf-8")

    def within_the_limit() -> Run:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return build_here(content, output, *FAST)

    ended = forked(within_the_limit)
    assert ended.exit_code == 4, ended.stderr
    assert "every edition is whole" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert files_of(output) == before
    again = build_here(content, output, *FAST)
    assert (again.exit_code, files_of(output) == before) == (0, False)


def test_an_output_that_cannot_be_written_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ended = build_here(three_days(tmp_path / "content"), tmp_path / "file" / "editions", *FAST)
    assert ended.exit_code == 4
    assert "cannot be written" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
