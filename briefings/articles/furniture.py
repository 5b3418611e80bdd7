"""Page furniture in copied texts: known only where it is certain, kept in the text, never quoted."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.languages.ascii import folded
from briefings.languages.casing import lower
from briefings.model import Block, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_LINE = 60
_LONGEST_CAPTION = 600
_STAMP_WITHIN = 2_000
_HEAD = 1_000
"""Code points in which the page's head, said once more, must end."""
_MOST_TITLES = 2
_TITLE_WORDS = 3
"""A title of fewer words behind a section's name could be a sentence's beginning."""
_WORDS = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_CREDIT = re.compile(
    r"(?:^|[\s(\[])(?:Image|Photo|Photograph|Picture|Fotoğraf|Foto|Görsel)(?: (?:credit|by|courtesy))?:"
    r"\s?[^\W_][^:!?\n]{0,80}$"
    r"|(?:^|[\s(\[])(?:Image|Photo) (?:credit|courtesy)\s[^:!?\n]{1,80}$"
)
_FROM_THE_FILE = re.compile(r"(?:File (?:photo|image|picture|footage)|Arşiv fotoğrafı|Temsili fotoğraf)\b")
_DATELINE = re.compile(
    r"(?:[^\W\d_]{3,9},?\s)?(?:[^\W\d_]{3,9}\s\d{1,2},?|\d{1,2}\s[^\W\d_]{3,9},?)\s\d{4}"
    r"(?:,?\s[^\W\d_]{3,9})?[.:]?"
)
_DATE = r"\d{1,2}(?:[./]\d{1,2}[./]|\s[^\W\d_]{3,8}\s)\d{4},?(?:\s[^\W\d_]{4,9})?\s(?:-\s)?\d{1,2}[:.]\d{2}"
_STAMP = re.compile(
    rf"(?:Giriş|Yayın|Eklenme|Oluşturulma|Yayınlanma)(?: Tarihi)?:\s?{_DATE}"
    rf",?\s(?:Son )?(?:Güncelleme|Güncellenme)(?: Tarihi)?:\s?{_DATE}"
)


def is_furniture(words: str) -> bool:
    """Say whether a line is nothing but page furniture."""
    return len(words) <= _LONGEST_LINE and _plain(words) in _data()[0]


def is_caption(words: str) -> bool:
    """Say whether a paragraph is a picture's caption: it ends in a credit, or opens as a picture from the file."""
    return len(words) <= _LONGEST_CAPTION and bool(_CREDIT.search(words) or _FROM_THE_FILE.match(words))


def is_dateline(words: str) -> bool:
    """Say whether a paragraph is a date and nothing more: "Thursday, May 5, 2016", "5 Mayıs 2016 Perşembe"."""
    match = _DATELINE.fullmatch(words) if len(words) <= _LONGEST_LINE else None
    return match is not None and any(folded(word) in _data()[3] for word in _WORD.findall(words))


def without_page_head(text: str, blocks: Sequence[Block], title: str, outlet: str) -> list[Block]:
    """Cut off the page's head that was copied into a first paragraph.

    News pages copied as one line begin `TRAIL TITLE LEAD Giriş: DATE Güncelleme: DATE TEXT`. The trail is the outlet's
    name and words such as "Haberler"; `title` and `outlet` are what the article says of itself, "" when it does not.
    The stamp makes certain that the title is said once more; without it a trail must stand before the title, or the
    title twice, or alone.
    """
    block = next((block for block in blocks if block.kind == "title"), None)
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return list(blocks)
    stamp = _STAMP.search(text, first.span.start, min(first.span.end, first.span.start + _STAMP_WITHIN))
    end = stamp.start() if stamp else first.span.end
    head = _head_end(text, first.span.start, end, title, outlet, stamped=stamp is not None)
    found = [one for one in blocks if one not in {first, block}]
    if block is not None:
        found += _without_trail(text, block) if head > first.span.start else [block]
    if stamp is None:
        return found + _blocks(text, ("boilerplate", first.span.start, head), ("paragraph", head, first.span.end))
    return found + _blocks(
        text,
        ("boilerplate", first.span.start, head),
        ("lead" if head > first.span.start else "paragraph", head, stamp.start()),
        ("boilerplate", stamp.start(), stamp.end()),
        ("paragraph", stamp.end(), first.span.end),
    )


def _head_end(text: str, start: int, end: int, title: str, outlet: str, *, stamped: bool) -> int:
    """Give where the trail and the repeated title end; `start` when it is not certain that they stand there."""
    words = [
        (lower(match.group(), "tr"), match.end()) for match in _WORDS.finditer(text, start, min(end, start + _HEAD))
    ]
    said = [word for word, _ in words]
    trail = _behind(said, 0, outlet)
    at = trail
    while at < len(said) and said[at].strip("/>›»|") in _data()[2]:
        at += 1
    sections = at - trail
    titles = 0
    while titles < _MOST_TITLES and (behind := _behind_title(said, at, title)) > at:
        at, titles = behind, titles + 1
    if not titles:
        return start
    alone = at == len(said) and words[-1][1] == len(text[:end].rstrip())
    long_title = len(title.split()) >= _TITLE_WORDS
    sure = stamped or alone or titles > 1 or (sections > 0 and long_title)
    return words[at - 1][1] if sure else start


def _behind_title(said: Sequence[str], at: int, title: str) -> int:
    """Give the index behind the title, or behind the title without a trail of its own; `at` when neither follows."""
    behind = _behind(said, at, title)
    return behind if behind > at else _behind(said, at, _trailless(title))


def _behind(said: Sequence[str], at: int, phrase: str) -> int:
    """Give the index behind a phrase that stands at `at`, white space and case apart; `at` when it does not."""
    wanted = lower(phrase, "tr").split()
    return at + len(wanted) if wanted and list(said[at : at + len(wanted)]) == wanted else at


def _trailless(title: str) -> str:
    """Give a title without the word of the page's trail before it."""
    for trail in _data()[1]:
        rest = title.removeprefix(trail + " ")
        if rest != title and rest[:1].isupper():
            return rest
    return title


def _without_trail(text: str, title: Block) -> list[Block]:
    """Part the title from the word of the page's trail before it."""
    words = title.span.of(text)
    start = title.span.end - len(_trailless(words))
    return _blocks(text, ("boilerplate", title.span.start, start), ("title", start, title.span.end))


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
def _data() -> tuple[frozenset[str], tuple[str, ...], frozenset[str], frozenset[str]]:
    table = tomllib.loads(files("briefings.articles").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return (
        frozenset(_plain(line) for line in table["lines"]),
        tuple(table["trails"]),
        frozenset(table["sections"]),
        frozenset(table["months"]),
    )
