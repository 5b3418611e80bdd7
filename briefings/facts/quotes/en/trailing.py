"""Attributions behind or within what is said: whether the sentence goes on with it after "…, Smith said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.en.speech import speech_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.en.cues import Cue
    from briefings.facts.quotes.frames import Piece

_SHORTEST_MAIN_CLAUSE = 4
_TO_OFFICE = 4
_LONGEST_SETTING = 12


def ends_here(pieces: Sequence[Piece], cue: Cue, left: int, end: int) -> bool:
    """Say whether what is said stands before the cue: a mark, the end, or only when and where follow.

    `left` is where the words before the cue begin.
    """
    if cue.kind != "according" and cue.content < len(pieces) and pieces[cue.content].quote:
        return False
    if cue.content >= end or pieces[cue.content - 1].kind == "mark" or pieces[cue.content].kind == "mark":
        return True
    words = speech_words()
    setting = pieces[cue.content].folded in words.prepositions | words.time | words.afterthoughts
    return setting and _main_clause(pieces, left, cue.low)


def _main_clause(pieces: Sequence[Piece], low: int, high: int) -> bool:
    """Say whether a main clause stands there, not "After the talks", "Speaking in the town", "Asked about it"."""
    words, first = speech_words(), pieces[low]
    if first.folded in words.prepositions | words.boundaries or first.folded.endswith(("ing", "ed")):
        return False
    return sum(piece.kind != "mark" for piece in pieces[low:high]) >= _SHORTEST_MAIN_CLAUSE


def goes_on(pieces: Sequence[Piece], cue: Cue, end: int) -> bool:
    """Say whether the words up to `end` go on with what was said before the cue: "The work, Smith said, lasts"."""
    words = speech_words()
    if pieces[cue.content].folded == ",":
        return cue.content + 1 < end and pieces[cue.content + 1].folded in words.auxiliaries
    first = pieces[cue.content]
    if pieces[cue.content - 1].kind != "mark" and first.folded in words.prepositions:
        near = range(cue.content, min(end - 1, cue.content + _LONGEST_SETTING))
        return any(pieces[at].folded == "," and pieces[at + 1].folded in words.auxiliaries for at in near)
    if pieces[cue.content - 1].folded != "," or first.folded in words.afterthoughts:
        return False
    return cue.kind != "according" or not _apposition(pieces, cue.content, end)


def _apposition(pieces: Sequence[Piece], low: int, end: int) -> bool:
    """Say whether words up to the end describe a person: "according to Smith, director of bridges"."""
    words, first = speech_words(), pieces[low]
    office = any(piece.folded in words.heads for piece in pieces[low : low + _TO_OFFICE])
    describes = office or first.folded in words.determiners or first.capital or first.kind in {"number", "name"}
    return describes and all(
        piece.folded != "," and piece.folded not in words.auxiliaries and not piece.quote for piece in pieces[low:end]
    )
