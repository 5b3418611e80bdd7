"""What stands between an English verb of speech and the words that are said: to whom, when, where, and "that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.en.speech import speech_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece

_TO_THAT = 14
_ADVERBIAL = 8
_NO_STOPS = frozenset({"that", "and", "however", "meanwhile", "also", "though"})
_COMMAS = frozenset({",", "–", "—", ";", ":"})


def content_start(pieces: Sequence[Piece], begin: int, *, told: bool) -> tuple[int, bool]:
    """Give where what is said can begin behind a verb, and whether "that" introduces it."""
    words = speech_words()
    for index in range(begin, min(len(pieces), begin + _TO_THAT)):
        piece = pieces[index]
        if piece.quote or piece.folded == ";" or (piece.folded in words.boundaries and piece.folded not in _NO_STOPS):
            break
        if piece.folded == ":" and index + 1 < len(pieces) and pieces[index + 1].quote:
            return index + 1, False
        if piece.folded == "that" and (told or index == begin or _adverbial(pieces, begin, index)):
            return index + 1, True
    index = _past_addressee(pieces, begin) if told else begin
    return _past_adverbials(pieces, index), False


def _adverbial(pieces: Sequence[Piece], begin: int, end: int) -> bool:
    """Say whether the words between a verb and "that" say when, where or to whom."""
    words = speech_words()
    return pieces[begin].folded in words.adverbial_openers or end - begin == 1


def _past_addressee(pieces: Sequence[Piece], index: int) -> int:
    """Skip whom somebody tells: a name, a pronoun, or a short phrase."""
    words = speech_words()
    if index < len(pieces) and pieces[index].folded in words.determiners:
        index += 1
        if index < len(pieces) and pieces[index].kind in {"word", "name"}:
            index += 1
        while index < len(pieces) and pieces[index].folded in {
            "agency",
            "news",
            "conference",
            "committee",
            "newspaper",
            "council",
        }:
            index += 1
        return index
    if index < len(pieces) and pieces[index].kind in {"word", "name"}:
        index += 1
        while (
            index < len(pieces)
            and pieces[index].kind == "word"
            and pieces[index].capital
            and pieces[index].folded not in words.time
        ):
            index += 1
    return index


def _past_adverbials(pieces: Sequence[Piece], index: int) -> int:
    """Skip `on Tuesday`, `in a statement`, `earlier this week`, and a comma or colon behind them."""
    words = speech_words()
    moved = True
    while moved and index < len(pieces):
        moved = False
        if pieces[index].folded in words.days and pieces[index].kind == "word":
            index, moved = index + 1, True
        elif pieces[index].folded in words.phrase_openers:
            end = _phrase_of_setting(pieces, index)
            index, moved = end, end > index
    while index < len(pieces) and pieces[index].folded in _COMMAS:
        index += 1
    return index


def _phrase_of_setting(pieces: Sequence[Piece], index: int) -> int:
    """Give where a phrase such as "in an interview with the BBC" ends; `index` itself when it is none."""
    words = speech_words()
    end = index
    for at in range(index + 1, min(len(pieces), index + _ADVERBIAL)):
        piece = pieces[at]
        if piece.quote or piece.kind == "mark" or piece.folded in words.phrase_ends:
            break
        if piece.folded in words.places or (end == at and piece.kind == "number"):
            end = at + 1
        elif end > index and piece.folded not in words.prepositions:
            break
        elif piece.mention and pieces[at - 1].folded in words.prepositions:
            end = at + 1
    return end
