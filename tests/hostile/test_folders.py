"""Content folders that try something with bytes, names and kinds of files."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from briefings.articles import folders
from tests.hostile.attempts import attempt
from tests.hostile.folders import CASES, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.articles.folders import Found

SECONDS = 20


@pytest.mark.parametrize("case", CASES)
def test_a_folder_that_tries_something(case: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    make, (exit_code, says) = CASES[case]
    make(content)
    started = time.monotonic()
    came = attempt(content, "--format", "html,json")
    assert time.monotonic() - started < SECONDS
    assert came.faults == ()
    assert "810009" not in came.text
    assert came.exit_code == exit_code, came.stderr
    assert says in came.stderr


@pytest.mark.parametrize("becomes", ["gone", "a link", "a folder", "larger", "another"])
def test_a_file_that_changes_while_it_is_found(becomes: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    content.mkdir()
    path, outside = content / "a.md", tmp_path / "outside.md"
    path.write_text(TEXT, encoding="utf-8")
    outside.write_text(TEXT.replace("Rıhtım", "Sığınak"), encoding="utf-8")
    real = folders.found_in

    def found_in(folder: Path) -> Iterator[Found]:
        for found in real(folder):
            if found.name == "a.md":
                path.unlink()
                match becomes:
                    case "a link":
                        path.symlink_to(outside)
                    case "a folder":
                        path.mkdir()
                    case "larger":
                        path.write_bytes(b"x" * (3 << 20))
                    case "another":
                        path.write_text(TEXT.replace("Rıhtım", "İskele"), encoding="utf-8")
            yield found

    monkeypatch.setattr("briefings.articles.found_in", found_in)
    monkeypatch.setattr("tests.hostile.attempts._seen", lambda _: {})
    came = attempt(content, "--format", "html,json")
    assert came.faults == ()
    assert came.exit_code == (0 if becomes == "another" else 1)
    assert "Sığınak" not in came.text


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "locked").mkdir(parents=True)
    (content / "a.md").write_text(TEXT, encoding="utf-8")
    (content / "a.md").chmod(0)
    (content / "locked").chmod(0)
    try:
        came = attempt(content, "--format", "html,json")
    finally:
        (content / "locked").chmod(0o700)
    assert came.faults == ()
    assert came.exit_code == 1
    assert "a.md: the file cannot be read" in came.stderr
    assert "the folder cannot be read" in came.stderr
