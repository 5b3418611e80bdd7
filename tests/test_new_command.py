"""`briefings new`: the files it starts are read by the next build."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

import pytest

from briefings.articles import read_library
from briefings.cli import main
from briefings.config import Config

if TYPE_CHECKING:
    from pathlib import Path


def _new(content: Path, *arguments: str) -> tuple[int, str]:
    stderr = io.StringIO()
    with contextlib.redirect_stderr(stderr):
        code = main(["new", *arguments, "--content", str(content)])
    return code, stderr.getvalue()


def test_a_note_on_a_story_is_started_and_read(tmp_path: Path) -> None:
    code, _ = _new(tmp_path, "note", "--date", "2025-12-04", "--story", "liman.md", "--lang", "en")
    assert code == 0
    (note,) = read_library(tmp_path, Config(), None).desk.notes
    assert (note.path, note.story, note.text) == ("notes/2025-12-04-liman-md.en.md", "liman.md", "Text goes here.")


def test_a_note_on_the_day_is_started_and_never_twice(tmp_path: Path) -> None:
    assert _new(tmp_path, "note", "--date", "2025-12-04", "--title", "Sis")[0] == 0
    (note,) = read_library(tmp_path, Config(), None).desk.notes
    assert (note.path, note.title, note.language) == ("notes/2025-12-04.tr.md", "Sis", "tr")
    code, said = _new(tmp_path, "note", "--date", "2025-12-04")
    assert (code, "was not touched" in said) == (2, True)


def test_corrections_are_added_below_one_another(tmp_path: Path) -> None:
    assert [_new(tmp_path, "correction")[0] for _ in range(2)] == [0, 0]
    notices = read_library(tmp_path, Config(), None).notices
    assert [(notice.path, notice.line) for notice in notices] == [("corrections.toml", 2), ("corrections.toml", 10)]


@pytest.mark.parametrize("what", ["article", "note"])
def test_what_has_a_day_needs_it(tmp_path: Path, what: str) -> None:
    code, said = _new(tmp_path, what)
    assert (code, "needs its day" in said) == (2, True)
