"""Demands, promises and reported questions: where what is demanded or asked begins behind an English verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.en.speech import speech_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece

_TO_INFINITIVE = 12
_TO_QUESTION = 6
_WITHIN_OBJECT = frozenset({"of", "in"})
_WITHIN_NAMES = frozenset(".-&'’")


def demand_start(pieces: Sequence[Piece], verb: int) -> int | None:
    """Give the index of the first piece of a demand behind a verb; None when none follows.

    "promised |to open", "urged |drivers to wait", "called on |the council to vote", "asked for |two pilots",
    "demanded |a better light".
    """
    if verb + 2 >= len(pieces):
        return None
    words, word, after = speech_words(), pieces[verb].folded, pieces[verb + 1].folded
    if word in words.demand_to and _infinitive(pieces, verb + 1):
        return verb + 1
    named = (word in words.demand_for and after == "for") or (word in words.demand_of and after in {"of", "against"})
    if named and pieces[verb + 2].kind in {"word", "number", "name"}:
        return verb + 2
    addressed = word in words.demand_on and after in {"on", "upon", "to"}
    if addressed and _infinitive_behind(pieces, verb + 2):
        return verb + 2
    if word in words.demand_somebody and _infinitive_behind(pieces, verb + 1):
        return verb + 1
    return verb + 1 if word in words.demand_object and _object(pieces[verb + 1]) else None


def question_start(pieces: Sequence[Piece], verb: int) -> int | None:
    """Give where a reported question begins behind a verb: "asked the mayor |whether it was safe"; None without one."""
    words = speech_words()
    if pieces[verb].folded not in words.questions:
        return None
    for index in range(verb + 1, min(len(pieces), verb + _TO_QUESTION)):
        if pieces[index].folded in words.question_words:
            return index
        if pieces[index].kind not in {"word", "name"} or pieces[index].folded in words.function_words:
            return None
    return None


def _object(piece: Piece) -> bool:
    """Say whether an object begins with a piece: "demanded a better light", not "demanded that"."""
    words = speech_words()
    return piece.kind in {"number", "name"} or piece.folded in words.determiners - {"that"}


def _infinitive(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether "to" and a plain verb stand there: "to open", not "to the public", "to Ankara"."""
    if index + 1 >= len(pieces) or pieces[index].folded != "to":
        return False
    after, words = pieces[index + 1], speech_words()
    plain = after.kind == "word" and not after.capital and not after.suffix
    return plain and after.folded not in words.determiners | words.pronouns | words.prepositions | words.time


def _infinitive_behind(pieces: Sequence[Piece], low: int) -> bool:
    """Say whether somebody is named from `low` on and an infinitive follows: "drivers to wait"."""
    words = speech_words()
    for index in range(low, min(len(pieces), low + _TO_INFINITIVE)):
        piece = pieces[index]
        if index > low and _infinitive(pieces, index):
            return True
        if piece.folded == "not" and index > low and _infinitive(pieces, index + 1):
            return True
        stops = words.boundaries - {"and"} | words.auxiliaries | words.verbs | (words.prepositions - _WITHIN_OBJECT)
        if piece.quote or piece.folded in stops or (piece.kind == "mark" and piece.folded not in _WITHIN_NAMES):
            return False
    return False
