"""What a build after a build does: nothing where nothing changed, and the same bytes with and without its cache."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.articles import folders
from tests.builds import PROJECT, Run, build_here
from tests.three_days import DAYS, article, files_of, three_days

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

HEAVY = frozenset({"weasyprint", "jinja2", "markdown", "babel", "pydantic", "click"})
OPTIONS = ("--format", "html,json", "--profile", "desk", "--lang", "tr")


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, Path]:
    """Three days of three articles, and their editions."""
    content = three_days(tmp_path / "content")
    _built(content, tmp_path / "editions")
    return content, tmp_path / "editions"


def _built(content: Path, output: Path, *options: str) -> dict[str, list[str]]:
    ended = build_here(content, output, *OPTIONS, "--json", *options)
    assert ended.exit_code in {0, 1}, ended.stderr
    report: dict[str, list[str]] = json.loads(ended.stdout)
    return report


def _cache(output: Path) -> Path:
    return output.with_name(f".{output.name}-cache")


def _again(content: Path, output: Path, *options: str) -> tuple[Run, frozenset[str]]:
    """Build in a new process; also give the modules it imported."""
    program = (
        "import sys; from briefings.cli import main; code = main(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=open(sys.argv[-1], 'w')); sys.exit(code)"
    )
    listed = output.with_name("modules")
    command = ["build", "--content", str(content), "--output", str(output), *OPTIONS, *options]
    ended = subprocess.run(
        [sys.executable, "-c", program.replace("sys.argv[1:]", "sys.argv[1:-1]"), *command, str(listed)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=PROJECT, timeout=120,
    )  # fmt: skip
    return Run(ended.returncode, ended.stdout, ended.stderr), frozenset(listed.read_text(encoding="utf-8").split())


def test_nothing_changed_is_told_without_importing_what_makes_pages(desk: tuple[Path, Path]) -> None:
    first, _ = _again(*desk)
    again, modules = _again(*desk)
    assert not HEAVY & modules
    assert "dataclasses" not in modules
    assert again == first
    assert "3 up to date" in again.stderr


def test_nothing_changed_is_seen_in_a_folder_named_from_here(desk: tuple[Path, Path]) -> None:
    content, output = desk
    here = Path(os.path.relpath(content, PROJECT))
    _again(here, output)
    _, modules = _again(here, output)
    assert not HEAVY & modules


def test_report_and_exit_code_are_told_again(desk: tuple[Path, Path]) -> None:
    content, _ = desk
    (content / "empty.txt").write_text("", encoding="utf-8")
    first, _ = _again(*desk, "--json")
    second, modules = _again(*desk, "--json")
    assert not HEAVY & modules
    assert (second.exit_code, second.stderr.splitlines()[0]) == (1, first.stderr.splitlines()[0])
    assert json.loads(second.stdout)["inputs"] == json.loads(first.stdout)["inputs"]
    assert json.loads(second.stdout)["unchanged"] == list(DAYS)


def _edited(content: Path, _output: Path) -> None:
    path = content / DAYS[1] / "b.md"
    path.write_text(path.read_text(encoding="utf-8").replace("yeni", "eski"), encoding="utf-8")


def _added(content: Path, _output: Path) -> None:
    (content / DAYS[2] / "d.md").write_text(article("Dikili", DAYS[2], 77), encoding="utf-8")


def _new_day(content: Path, _output: Path) -> None:
    (content / "d.md").write_text(article("Dikili", "2025-12-05", 77), encoding="utf-8")


def _removed(content: Path, _output: Path) -> None:
    (content / DAYS[0] / "b.md").unlink()


def _renamed(content: Path, _output: Path) -> None:
    (content / DAYS[0] / "b.md").rename(content / DAYS[0] / "e.md")


def _names(content: Path, _output: Path) -> None:
    (content / "names.toml").write_text(
        '[[organization]]\nid = "quay-post"\nname = { tr = "Rıhtım Postası", en = "Quay Post" }\n', encoding="utf-8"
    )


def _settings(content: Path, _output: Path) -> None:
    (content / "briefings.toml").write_text('[title]\ntr = "Sabah"\nen = "Morning"\n', encoding="utf-8")


def _withdrawn(content: Path, _output: Path) -> None:
    path = content / DAYS[1] / "a.md"
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\nwithdrawn: yanlış\n", 1), encoding="utf-8")


def _page_lost(_content: Path, output: Path) -> None:
    next((output / DAYS[1]).rglob("index.html")).unlink()


def _record_lost(_content: Path, output: Path) -> None:
    (output / DAYS[0] / "facts.json").write_text("{}", encoding="utf-8")


def _edition_lost(_content: Path, output: Path) -> None:
    shutil.rmtree(output / DAYS[1])


CHANGES = (
    _edited, _added, _new_day, _removed, _renamed, _names, _settings, _withdrawn,
    _page_lost, _record_lost, _edition_lost,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_cache_changes_no_byte(change: Callable[[Path, Path], None], desk: tuple[Path, Path], tmp_path: Path) -> None:
    content, output = desk
    other = tmp_path / "other"
    shutil.copytree(output, other)
    _built(content, output)
    change(content, output)
    if change in {_page_lost, _record_lost, _edition_lost}:
        change(content, other)
    with_cache = _built(content, output)
    without = _built(content, other)
    assert files_of(output) == files_of(other)
    assert with_cache == without
    assert _built(content, output)["published"] == []
    shutil.rmtree(_cache(output))
    assert _built(content, output)["published"] == []


@pytest.mark.parametrize(
    ("change", "published"),
    [(_edited, DAYS[1]), (_added, DAYS[2]), (_new_day, "2025-12-05"), (_page_lost, DAYS[1]), (_edition_lost, DAYS[1])],
)
def test_change_is_built_and_little_else(
    change: Callable[[Path, Path], None], published: str, desk: tuple[Path, Path]
) -> None:
    change(*desk)
    told = _built(*desk)["published"]
    assert told[0] == published
    assert set(told) <= {published, *(day for day in DAYS if day > published)}


def test_file_only_touched_builds_nothing(desk: tuple[Path, Path]) -> None:
    content, output = desk
    before = files_of(output)
    os.utime(content / DAYS[1] / "b.md")
    assert _built(content, output)["published"] == []
    assert files_of(output) == before


def test_file_changed_to_the_same_length_at_the_same_time_is_seen(desk: tuple[Path, Path]) -> None:
    content, output = desk
    _built(content, output)
    path = content / DAYS[1] / "b.md"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("yeni", "eski"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert DAYS[1] in _built(content, output)["published"]


def test_what_is_read_is_read_once(desk: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    content, output = desk
    # The files were written just before the first build: it could not know whether they would change within the tick.
    time.sleep(0.05)
    shutil.rmtree(_cache(output) / "stamps")
    _built(content, output)
    opened: list[str] = []
    real = folders.bytes_of

    def told(path: Path, most: int) -> bytes:
        opened.append(path.name)
        return real(path, most)

    monkeypatch.setattr("briefings.articles.bytes_of", told)
    _added(content, output)
    _built(content, output)
    assert opened == ["d.md"]


@pytest.mark.parametrize("spoil", [b"", b"damaged", None])
def test_damaged_cache_costs_nothing_but_time(spoil: bytes | None, desk: tuple[Path, Path]) -> None:
    content, output = desk
    before = files_of(output)
    for path in _cache(output).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-100] if spoil is None else spoil)
    assert _built(content, output)["published"] == []
    assert files_of(output) == before


def test_article_beyond_its_limits_costs_its_facts_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "briefings.toml").write_text("[limits]\nseconds = 0.5\n", encoding="utf-8")
    (content / "a.md").write_text(article("Amasra", DAYS[0], 40), encoding="utf-8")
    monkeypatch.setattr("briefings.finding.find", lambda *_, **__: time.sleep(60))
    ended = build_here(content, tmp_path / "editions", *OPTIONS)
    assert ended.exit_code == 1
    assert "a.md: stands in the edition without facts, which take longer than 0.5 s to find" in ended.stderr
    assert (tmp_path / "editions" / DAYS[0] / "MANIFEST.json").is_file()


def test_article_the_programme_fails_on_costs_its_facts_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text(article("Amasra", DAYS[0], 40), encoding="utf-8")
    monkeypatch.setattr("briefings.finding.find", lambda *_, **__: int("x"))
    ended = build_here(content, tmp_path / "editions", *OPTIONS)
    assert ended.exit_code == 1
    assert "a.md: stands in the edition without facts" in ended.stderr
    assert "defect of the programme (ValueError: invalid literal" in ended.stderr
    assert (tmp_path / "editions" / DAYS[0] / "MANIFEST.json").is_file()
