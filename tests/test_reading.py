"""Reading within limits: a file that stops its reader costs only itself, and is told as such."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.articles import read_library, reading
from briefings.articles.text import read_text
from briefings.config import Config, Limits
from briefings.reading import Readers
from briefings.work.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefings.articles.fields import Manuscript, Value
    from briefings.model import Library

ARTICLE = "Liman açıldı\n\nTarih: 04.12.2025 10:00\n\nGemiler sırayla yanaştı. {}\n"
CONFIG = Config(limits=Limits(seconds=1.0, mebibytes=64))


def _read(text: str, first_line: int, known: Mapping[str, Value], limits: Limits) -> Manuscript:
    """Read a text as ever, unless it says what shall go wrong."""
    if "uyu" in text:
        time.sleep(60)
    elif "dön" in text:
        while True:
            pass
    elif "ye" in text.split():
        bytearray(1 << 30)
    elif "öl" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    elif "düş" in text:
        raise RecursionError(text)
    return read_text(text, first_line, known, limits)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(reading.READERS, ".txt", _read)
    folder = tmp_path / "content"
    folder.mkdir()
    for name, word in (("a", "Bir."), ("c", "Üç."), ("e", "Beş.")):
        (folder / f"{name}.txt").write_text(ARTICLE.format(word), encoding="utf-8")
    return folder


def _library(content: Path, cache: Cache | None = None) -> Library:
    return read_library(content, CONFIG, None, cache, Readers(2))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("uyu", "longer than 1 s"),
        ("dön", "longer than 1 s"),
        (" ye ", "more than 64 MiB"),
        ("öl", "process that read it died"),
        ("düş", "defect of the programme (RecursionError: "),
    ],
)
def test_a_file_that_stops_its_reader_costs_only_itself(content: Path, word: str, told: str) -> None:
    (content / "b.txt").write_text(ARTICLE.format(word), encoding="utf-8")
    library = _library(content)
    assert [(record.path, record.fate) for record in library.inputs] == [
        ("a.txt", "read"),
        ("b.txt", "left-out"),
        ("c.txt", "read"),
        ("e.txt", "read"),
    ]
    (notice,) = library.notices
    assert (notice.level, notice.path) == ("error", "b.txt")
    assert told in notice.message
    assert told in library.inputs[1].reason


def test_order_is_that_of_the_folder_whoever_is_done_first(content: Path) -> None:
    for number in range(20):
        (content / f"d{number:02}.txt").write_text(ARTICLE.format("Ek. " * (40 - number)), encoding="utf-8")
    library = _library(content)
    paths = [article.source.path for article in library.articles]
    assert paths == sorted(paths)
    assert len(paths) == 23


def test_a_file_beyond_its_limits_is_tried_again(content: Path, tmp_path: Path) -> None:
    (content / "b.txt").write_text(ARTICLE.format("öl"), encoding="utf-8")
    for fate in ("left-out", "read"):
        with closing(Cache(tmp_path / "cache", "one")) as cache:
            assert _library(content, cache).inputs[1].fate == fate
        reading.READERS[".txt"] = read_text
