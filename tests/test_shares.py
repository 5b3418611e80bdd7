"""Editions made in shares by several machines and put together: the same bytes as one build makes."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.builds import build_here, merge_here
from tests.three_days import DAYS, files_of, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OPTIONS = ("--format", "html,json", "--profile", "desk", "--lang", "tr")


def _built(content: Path, output: Path, *options: str) -> list[str]:
    ended = build_here(content, output, *OPTIONS, "--json", *options)
    assert ended.exit_code == 0, ended.stderr
    return list(json.loads(ended.stdout)["published"])


def _merged(content: Path, output: Path, *parts: Path) -> tuple[list[str], str]:
    ended = merge_here(content, output, parts, *OPTIONS, "--json")
    assert ended.exit_code == 0, ended.stderr
    return list(json.loads(ended.stdout)["published"]), ended.stderr


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return three_days(tmp_path / "content")


def test_shares_merged_are_what_one_build_makes(content: Path, tmp_path: Path) -> None:
    whole, merged, parts = tmp_path / "whole", tmp_path / "merged", [tmp_path / "one", tmp_path / "two"]
    assert _built(content, whole) == list(DAYS)
    assert _built(content, parts[0], "--shard", "1/2") == [DAYS[0], DAYS[2]]
    assert _built(content, parts[1], "--shard", "2/2") == [DAYS[1]]
    assert not (parts[0] / "index.html").exists()
    published, said = _merged(content, merged, *parts)
    assert published == list(DAYS)
    assert "[" not in said, "an edition was made anew"
    assert files_of(merged) == files_of(whole)
    assert _built(content, merged) == []


def test_share_goes_on_where_it_was_stopped(content: Path, tmp_path: Path) -> None:
    _built(content, tmp_path / "one", "--shard", "1/2")
    shutil.rmtree(tmp_path / "one" / DAYS[2])
    assert _built(content, tmp_path / "one", "--shard", "1/2") == [DAYS[2]]


def test_damaged_or_missing_part_is_made_anew(content: Path, tmp_path: Path) -> None:
    whole, merged, part = tmp_path / "whole", tmp_path / "merged", tmp_path / "one"
    _built(content, whole)
    _built(content, part, "--shard", "1/2")
    page = part / DAYS[2] / "facts.json"
    page.write_bytes(page.read_bytes().replace(b"2", b"3", 1))
    _, said = _merged(content, merged, part)
    assert [day for day in DAYS if f"] {day}" in said] == list(DAYS[1:])
    assert files_of(merged) == files_of(whole)


def test_shares_go_on_from_an_archive(content: Path, tmp_path: Path) -> None:
    whole, merged, part = tmp_path / "whole", tmp_path / "merged", tmp_path / "two"
    _built(content, whole)
    shutil.copytree(whole, merged)
    path = next((content / DAYS[1]).glob("*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace("yeni", "eski"), encoding="utf-8")
    changed = _built(content, whole)
    assert changed[0] == DAYS[1]
    before = files_of(merged)
    assert _built(content, part, "--shard", "1/2", "--archive", str(merged)) == changed[::2]
    assert files_of(merged) == before
    _merged(content, merged, part)
    assert files_of(merged) == files_of(whole)


@pytest.mark.parametrize("shard", ["3/2", "0/2", "2", "a/b", "1/"])
def test_share_that_is_none_is_refused(shard: str, content: Path, tmp_path: Path) -> None:
    ended = build_here(content, tmp_path / "one", "--shard", shard)
    assert (ended.exit_code, ended.stderr) == (2, f"--shard {shard}: no share; write the second of three as 2/3\n")


def test_archive_goes_with_a_share_alone(content: Path, tmp_path: Path) -> None:
    assert build_here(content, tmp_path / "one", "--archive", str(tmp_path)).exit_code == 2


def test_part_that_is_not_there_is_refused(content: Path, tmp_path: Path) -> None:
    assert merge_here(content, tmp_path / "merged", [tmp_path / "none"]).exit_code == 2
