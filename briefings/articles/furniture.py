"""Page furniture in copied texts: known only where it is certain, kept in the text, never quoted."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.languages.ascii import folded
from briefings.model import Block, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_LINE = 60
_STAMP_WITHIN = 2_000
_DATE = r"\d{1,2}(?:[./]\d{1,2}[./]|\s[^\W\d_]{3,8}\s)\d{4},?(?:\s[^\W\d_]{4,9})?\s(?:-\s)?\d{1,2}[:.]\d{2}"
_STAMP = re.compile(
    rf"(?:Giriş|Yayın|Eklenme|Oluşturulma|Yayınlanma)(?: Tarihi)?:\s?{_DATE}"
    rf",?\s(?:Son )?(?:Güncelleme|Güncellenme)(?: Tarihi)?:\s?{_DATE}"
)


def is_furniture(words: str) -> bool:
    """Say whether a line is nothing but page furniture."""
    return len(words) <= _LONGEST_LINE and _plain(words) in _data()[0]


def web_stamp(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Cut the page's head off a first paragraph into which it was copied.

    News pages that were copied as one line begin `TITLE LEAD Giriş: DATE Güncelleme: DATE TEXT`: the stamp is certain,
    so what stands before it is the title once more, then the lead.
    """
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return list(blocks)
    stamp = _STAMP.search(text, first.span.start, min(first.span.end, first.span.start + _STAMP_WITHIN))
    if stamp is None:
        return list(blocks)
    title = next((block for block in blocks if block.kind == "title"), None)
    repeated = first.span.start
    found = [block for block in blocks if block not in {first, title}]
    if title is not None:
        words = title.span.of(text)
        if text.startswith(words, first.span.start):
            repeated += len(words)
            found += _without_trail(text, title)
        else:
            found.append(title)
    found += _blocks(
        text,
        ("boilerplate", first.span.start, repeated),
        ("lead" if repeated > first.span.start else "paragraph", repeated, stamp.start()),
        ("boilerplate", stamp.start(), stamp.end()),
        ("paragraph", stamp.end(), first.span.end),
    )
    return found


def _without_trail(text: str, title: Block) -> list[Block]:
    """Part the title from the word of the page's trail before it."""
    words = title.span.of(text)
    for trail in _data()[1]:
        rest = words.removeprefix(trail + " ")
        if rest != words and rest[:1].isupper():
            start = title.span.end - len(rest)
            return _blocks(text, ("boilerplate", title.span.start, start), ("title", start, title.span.end))
    return [title]


def _blocks(text: str, *parts: tuple[str, int, int]) -> list[Block]:
    """Give a block for each part that holds words, without the blanks at its ends."""
    found = []
    for kind, start, end in parts:
        words = text[start:end]
        begin = start + len(words) - len(words.lstrip())
        stop = start + len(words.rstrip())
        if begin < stop:
            found.append(Block(kind, Span(begin, stop)))  # type: ignore[arg-type]
    return found


def _plain(words: str) -> str:
    return folded(words.strip(" .:!…>»→"))


@lru_cache(maxsize=1)
def _data() -> tuple[frozenset[str], tuple[str, ...]]:
    table = tomllib.loads(files("briefings.articles").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return frozenset(_plain(line) for line in table["lines"]), tuple(table["trails"])
