"""What a build holds of articles it has read before: heads that are small, words that are fetched."""

from __future__ import annotations

import gc
import pickle
import time
import tracemalloc
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.articles import read_library
from briefings.config import Config
from briefings.errors import BriefingsError
from briefings.model import Article
from briefings.work.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.model import Library

MANY = 1_000
MOST_BYTES = 1_300
"""Of an article of which nothing but the head is needed; 146,000 of them are ten years of a desk."""

OURS = "*/briefings/*"
"""What our own lines made; the table of interned names grows in one leap, at whoever's turn it is."""
TICK = 0.05
"""Seconds after which a store may go by the status of a file; one that has just been written is read again."""


def _content(folder: Path, count: int) -> Path:
    content = folder / "content"
    content.mkdir()
    for number in range(count):
        head = f"---\ntitle: Liman açıldı, gün {number}\ndate: 2025-12-04 10:00\nlang: tr\nsource: Kıyı Haber\n---\n"
        (content / f"2025-12-04-{number:05}.md").write_text(f"{head}Gemiler yanaştı.\n\nSayı {number}.\n", "utf-8")
    time.sleep(TICK)
    return content


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with closing(Cache(tmp_path / "cache")) as opened:
        yield opened


def _read_again(content: Path, cache: Cache) -> Library:
    """Read a folder of which a store knows everything."""
    read_library(content, Config(), None, cache)
    return read_library(content, Config(), None, cache)


def test_head_is_small(cache: Cache, tmp_path: Path) -> None:
    content = _content(tmp_path, MANY)
    _read_again(content, cache)
    tracemalloc.start()
    try:
        library = read_library(content, Config(), None, cache)
        gc.collect()
        taken = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(inclusive=True, filename_pattern=OURS)])
    finally:
        tracemalloc.stop()
    held = sum(trace.size for trace in taken.traces)
    assert len(library.articles) == MANY
    assert MOST_BYTES / 4 < held / MANY < MOST_BYTES


def test_head_known_is_the_head_read(cache: Cache, tmp_path: Path) -> None:
    content = _content(tmp_path, 2)
    first = read_library(content, Config(), None).articles
    for known, read in zip(_read_again(content, cache).articles, first, strict=True):
        assert (known.id, known.source, known.marks, known.language, known.published) == (
            read.id,
            read.source,
            read.marks,
            read.language,
            read.published,
        )
        assert (known.headline, known.words_digest) == (read.headline, read.words_digest)
        travelled = pickle.loads(pickle.dumps(known))  # noqa: S301 - written this moment
        assert type(travelled) is Article
        assert travelled == read


def test_words_that_were_lost_are_read_from_the_file(cache: Cache, tmp_path: Path) -> None:
    content = _content(tmp_path, 2)
    lost, changed = _read_again(content, cache).articles
    cache.keep_only("words", ())
    assert "Sayı 0." in lost.text
    (content / changed.source.path).write_text("başka", encoding="utf-8")
    with pytest.raises(BriefingsError, match="changed while the edition was made"):
        _ = changed.text
