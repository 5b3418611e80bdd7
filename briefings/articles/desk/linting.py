"""What a desk should not write: estimates that mix likelihood with confidence in one sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefings.languages.estimates import mixed_estimate
from briefings.languages.sentences import sentence_spans
from briefings.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.model import Note

_BLOCK: Final = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)]|#{1,6}|>)[ \t])|\n[ \t]*\n")
"""Where one paragraph, item or heading of Markdown ends."""


def mixed_estimates(notes: Iterable[Note]) -> tuple[Notice, ...]:
    """Give a notice for each sentence of a note, or its bottom line, that says how likely and how sure at once."""
    found = (
        (note, line, mixed)
        for note in notes
        for line, words in _sentences(note)
        if (mixed := mixed_estimate(words, note.language))
    )
    return tuple(Notice("warning", "estimate", note.path, line, _advice(*mixed)) for note, line, mixed in found)


def _advice(likelihood: str, confidence: str) -> str:
    return (
        f"one sentence says how likely ({likelihood!r}) and how sure ({confidence!r}); "
        "write two: what is likely, then how confident the desk is (ICD 203)"
    )


def _sentences(note: Note) -> Iterator[tuple[int | None, str]]:
    """Give the sentences of a note with the lines they begin on."""
    yield note.bottom_line_at, note.bottom_line
    edges = [0, *(match.end() for match in _BLOCK.finditer(note.text)), len(note.text)]
    line, counted = note.line, 0
    for start, end in pairwise(edges):
        for span in sentence_spans(note.text, start, end, note.language):
            line, counted = line + note.text.count("\n", counted, span.start), span.start
            yield line, span.of(note.text)
