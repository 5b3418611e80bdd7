"""How many lines a text takes in a column."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from briefings.rendering.paper.measures import measures
from briefings.rendering.view.pieces import FactValue, NoteMark, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.rendering.paper.measures import Type
    from briefings.rendering.view.pieces import Line, Piece

_BREAK: Final = re.compile(r"([ \n\u200b]+)")
_NOTE_GAP: Final = 1.2
_TAG_FRAME: Final = 6.4
"""Points a small tag takes beside its letters: margin, padding and border (print.css)."""
_DESK: Final = "masa"
"""The longer of the words that mark what the desk has put right."""


class Run(NamedTuple):
    """A stretch of text set in one way, with what stands before it."""

    text: str
    type: Type
    before: float = 0.0


def line_count(runs: Iterable[Run], width: float) -> int:
    """Count the lines some runs take in a column `width` points wide, broken at spaces alone; none for no text.

    The page may break at hyphens and syllables too and is kerned, so that it never takes more.
    """
    return _line_count(tuple(runs), width)


@lru_cache(maxsize=1 << 14)
def _line_count(runs: tuple[Run, ...], width: float) -> int:
    count, at, word, space = 0, 0.0, 0.0, 0.0
    for advance, room in (*_words(runs), (0.0, 1.0)):
        word += advance
        if not room:
            continue
        if word:
            if count and at + space + word <= width:
                at += space + word
            else:
                count += 1 + int(max(word - 0.01, 0) // width)
                at = word % width if word > width else word
            word, space = 0.0, 0.0
        space = max(space, room)
    return count


def _words(runs: Iterable[Run]) -> Iterator[tuple[float, float]]:
    """Give widths in turn: of letters that stand together, then of the space that follows; 0 where none does."""
    for run in runs:
        if run.before:
            yield run.before, 0.0
        parts = _BREAK.split(run.text)
        for place, part in enumerate(parts):
            if place % 2:
                yield 0.0, run.type.width(" ")
            elif part:
                yield run.type.width(part), 0.0


def runs_of(line: Line, style: Type) -> tuple[Run, ...]:
    """Give a line of the view as runs."""
    return tuple(run for piece in line for run in _runs(piece, style))


def cited(words: Words, note: NoteMark, style: Type) -> tuple[Run, ...]:
    """Give source words, their note, and what follows these: the tag of their language, what the desk says instead."""
    return (*_words_alone(words, style), *_runs(note, style), *_after(words))


def _runs(piece: Piece, style: Type) -> tuple[Run, ...]:
    if isinstance(piece, Words):
        return (*_words_alone(piece, style), *_after(piece))
    if isinstance(piece, NoteMark):
        return (Run(str(piece.number), measures().types["cite"], _NOTE_GAP),)
    if isinstance(piece, FactValue):
        mark = (_tag(_DESK, "mark"),) if piece.corrected else ()
        return (Run(f"{piece.text} {piece.unit}" if piece.unit else piece.text, style), *mark)
    return (Run(piece.text, style),)


def _words_alone(words: Words, style: Type) -> tuple[Run, ...]:
    return (Run("".join(run.text for run in words.runs), style),)


def _after(words: Words) -> tuple[Run, ...]:
    tag = () if words.tag is None else (_tag(words.tag.text, "tag"),)
    values = (f" {_DESK}: {value.text} {value.unit}" for value in words.amended)
    return (*tag, *(_tag(value, "mark") for value in values))


def _tag(text: str, style: str) -> Run:
    return Run(text, measures().types[style], _TAG_FRAME)
