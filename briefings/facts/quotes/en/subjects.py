"""Who speaks in an English sentence: the words before the verb, behind it ("said Smith"), or after "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.quotes.en.persons import person_meant
from briefings.facts.quotes.frames import span_of
from briefings.facts.quotes.speakers import Speaker, speaker_in_words, speaker_of
from briefings.languages.en.speech import speech_words
from briefings.model import Span
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece
    from briefings.facts.quotes.speakers import Before

_LONGEST_PHRASE = 12
_LONGEST_APPOSITION = 24
_TO_NAME = 7
_WITHIN_NAMES = frozenset(".-&'’")
_RELATIVE = frozenset({"who", "whom", "which", "as", "but"})
"""A clause begins with them: they are never the source itself, while "that report" may be."""
_ANYBODY = frozenset({"people", "person", "man", "woman", "teacher", "student", "friend", "neighbour", "neighbor"})
_INDEFINITE = frozenset({"a", "an", "some", "many", "most", "few", "one"})
_OWNED = frozenset({"its", "their", "his", "her"})
_FIRST_PERSON = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and which pieces say so."""

    speaker: Speaker | None
    low: int
    high: int
    pronoun: bool = False


def subject_before(text: str, pieces: Sequence[Piece], verb: int, begin: int, before: Before) -> Subject | None:
    """Find the subject that ends before a verb; None when there is none, or the verb is passive or an infinitive."""
    words = speech_words()
    at = verb - 1
    while at >= begin and pieces[at].kind == "word" and _is_adverb(pieces[at]):
        at -= 1
    denied = any(piece.folded in {"not", "never"} for piece in pieces[at + 1 : verb])
    if (
        at < begin
        or denied
        or pieces[at].suffix == "t"
        or pieces[at].folded in words.passive
        or pieces[at].folded == "to"
        or pieces[at].quote
    ):
        return None
    if pieces[at].folded in {",", "–", "—", ")"}:
        return _with_apposition(text, pieces, at, begin, before)
    return _phrase_ending(text, pieces, at, begin, before)


def _is_adverb(piece: Piece) -> bool:
    """Say whether a word may stand between subject and verb."""
    return piece.folded in speech_words().adverbs or (piece.folded.endswith("ly") and not piece.capital)


def _with_apposition(text: str, pieces: Sequence[Piece], at: int, begin: int, before: Before) -> Subject | None:
    """Find the subject of `X, the head of Y, said` and `The head of Y, X, said`; `at` is the last comma."""
    comma = _opening_comma(pieces, at, begin)
    if comma is None:
        return None
    inner = pieces[comma + 1]
    outer = _phrase_ending(text, pieces, comma - 1, begin, before)
    if inner.mention and inner.mention.kind == "person" and comma + 2 == at:
        named = outer is not None and outer.speaker is not None and outer.speaker.kind == "person"
        if not named:
            return Subject(speaker_of(inner.mention, span_of(inner)), outer.low if outer else comma + 1, at)
    return Subject(outer.speaker, outer.low, at, outer.pronoun) if outer else None


def _opening_comma(pieces: Sequence[Piece], at: int, begin: int) -> int | None:
    """Find the comma before an apposition that ends at `at`: the one behind a person, else the nearest."""
    opening = "(" if pieces[at].folded == ")" else pieces[at].folded
    nearest = None
    for comma in range(at - 1, max(begin, at - _LONGEST_APPOSITION) - 1, -1):
        if pieces[comma].quote:
            break
        if pieces[comma].folded != opening or comma == begin:
            continue
        last = pieces[_before_brackets(pieces, comma - 1, begin)]
        if last.mention and last.mention.kind == "person" and last.suffix == "":
            return comma
        nearest = nearest or comma
    return nearest


def _before_brackets(pieces: Sequence[Piece], at: int, begin: int) -> int:
    """Give the piece before brackets that end at `at`: "Sen. Smith (D., Ohio)"."""
    if pieces[at].folded == ")":
        for index in range(at - 1, max(begin, at - 8), -1):
            if pieces[index].folded == "(":
                return index - 1
    return at


def _phrase_ending(text: str, pieces: Sequence[Piece], at: int, begin: int, before: Before) -> Subject | None:
    """Find the phrase whose last piece is `at`, and who it means."""
    at = _before_brackets(pieces, at, begin)
    if pieces[at].folded == "." and at > begin:
        at -= 1
    last = pieces[at]
    if last.kind == "word" and last.folded in speech_words().pronouns:
        return pronoun_meant(pieces, at, begin, before)
    if last.kind == "word" and last.folded in speech_words().function_words:
        return None
    if last.kind not in {"word", "name"} or (last.kind == "word" and last.suffix and last.suffix != "s"):
        return None
    low = _phrase_start(pieces, at, begin)
    if low > at:
        return None
    return Subject(_meant(text, pieces, low, at + 1), low, at + 1)


def _phrase_start(pieces: Sequence[Piece], at: int, begin: int) -> int:
    """Give where the noun phrase that ends at `at` begins."""
    words = speech_words()
    low = at
    while low > begin and at - low < _LONGEST_PHRASE:
        left = pieces[low - 1]
        if left.quote or (left.kind == "mark" and left.folded not in _WITHIN_NAMES) or left.folded in words.boundaries:
            break
        if left.kind == "word" and left.folded in words.auxiliaries:
            break
        if left.folded in words.prepositions:
            head = pieces[low - 2] if low - 2 >= begin else None
            if head is None or (head.folded not in words.heads and not (head.mention and head.mention.kind != "place")):
                break
        if left.kind == "word" and left.folded in words.phrase_stops:
            break
        low -= 1
    while low < at and pieces[low].folded in words.time:
        low += 1
    return (
        at + 1 if low == at and (pieces[at].folded in words.time or pieces[at].folded in words.function_words) else low
    )


def _meant(text: str, pieces: Sequence[Piece], low: int, high: int) -> Speaker | None:
    """Say whom a noun phrase means: a person named at its end, a body named alone, else the words themselves."""
    last = pieces[high - 1]
    if high - low == 1 and last.folded in speech_words().empty:
        return None
    if last.mention and last.mention.kind == "person" and _names_last(pieces, low, high):
        return speaker_of(last.mention, span_of(last))
    names = [piece for piece in pieces[low:high] if piece.mention]
    inner = [piece for piece in pieces[low : high - 1] if piece.folded in speech_words().prepositions]
    if (
        names
        and names[-1] is last
        and not inner
        and (high - low == 1 or (pieces[low].folded == "the" and high - low == 2))
    ):
        return speaker_of(last.mention, span_of(last)) if last.mention else None
    if (
        names
        and all(piece.capital or piece.folded == "." for piece in pieces[low : pieces.index(names[0], low)])
        and names[0].mention
        and names[0].mention.kind == "person"
        and inner
        and not names[0].suffix
    ):
        return speaker_of(names[0].mention, span_of(names[0]))
    body = pieces[low + (pieces[low].folded == "the") : high]
    if len(body) > 1 and body[1].folded in {"in", "at"} and body[0].mention and body[0].mention.kind == "organization":
        return speaker_of(body[0].mention, span_of(body[0]))
    return _described_only(text, pieces[low:high])


def _described_only(text: str, phrase: Sequence[Piece]) -> Speaker | None:
    """Make a speaker of a phrase that names nobody known; one without a name where its words tell nothing."""
    if _unnamable(phrase):
        return Speaker(None, "words", None, Span(phrase[0].start, phrase[-1].end))
    return speaker_in_words(text, phrase)


def _unnamable(phrase: Sequence[Piece]) -> bool:
    """Say whether words for a speaker tell a reader nothing: "people", "a teacher", "its own statistics"."""
    last = phrase[-1].folded
    if len(phrase) <= len(["a", "teacher"]) and last in _ANYBODY:
        return len(phrase) == 1 or phrase[0].folded in _INDEFINITE
    return (
        phrase[0].folded in _OWNED
        and phrase[1:2] != []
        and phrase[1].folded == "own"
        and last not in (speech_words().heads)
    )


def _names_last(pieces: Sequence[Piece], low: int, high: int) -> bool:
    """Say whether the name at the end is the speaker's, not part of "a spokesman for Smith"."""
    return high - low == 1 or pieces[high - 2].folded not in speech_words().prepositions


def pronoun_meant(pieces: Sequence[Piece], at: int, begin: int, before: Before) -> Subject:
    """Say whom a pronoun means: the last fitting speaker; nobody when there is none."""
    word, span = pieces[at].folded, span_of(pieces[at])
    if word == "who":
        left = at - 2 if at - 1 >= begin and pieces[at - 1].folded == "," else at - 1
        mention = pieces[left].mention if left >= begin else None
        return Subject(speaker_of(mention, span_of(pieces[left])) if mention else None, at, at + 1, pronoun=True)
    if word in {"he", "she"}:
        known = person_meant(word, before)
    elif word == "it":
        known = before.last if before.last and before.last.kind in {"organization", "place", "words"} else None
    elif word == "they":
        known = before.last if before.last and before.last.kind in {"organization", "words"} else None
    else:
        known = None
    speaker = known.named_by(span) if known else Speaker(None, "words", None, span)
    return Subject(None if word in _FIRST_PERSON else speaker, at, at + 1, pronoun=True)


def subject_behind(text: str, pieces: Sequence[Piece], verb: int, before: Before) -> Subject | None:
    """Find the subject behind an inverted verb: `"…," said the head of Y`, `"…," said Prime Minister X, who …`."""
    low = verb + 1
    if low >= len(pieces) or not (_begins_phrase(pieces[low]) or _described(pieces, low)):
        return None
    if pieces[low].folded in speech_words().pronouns:
        return pronoun_meant(pieces, low, low, before)
    high = _phrase_end(pieces, low)
    person = next((piece for piece in pieces[low:high] if piece.mention and piece.mention.kind == "person"), None)
    if person and person.suffix == "" and person.mention and not _named_within(pieces, low, person):
        return Subject(speaker_of(person.mention, span_of(person)), low, high)
    if (
        high < len(pieces)
        and pieces[high].folded == ","
        and high + 1 < len(pieces)
        and (pieces[low].kind == "word" or pieces[low].suffix)
    ):
        apposed = pieces[high + 1]
        if apposed.mention and apposed.mention.kind == "person":
            return Subject(speaker_of(apposed.mention, span_of(apposed)), low, high + 2)
    return Subject(_meant(text, pieces, low, high), low, high)


def _described(pieces: Sequence[Piece], low: int) -> bool:
    """Say whether a person's name follows a short description: "said co-author Smith", "said 32-year-old Smith"."""
    words = speech_words()
    for piece in pieces[low : low + _TO_NAME]:
        if piece.mention:
            return piece.mention.kind == "person" and piece.suffix == ""
        if piece.quote or piece.folded in words.function_words | words.time or piece.folded in ",.;:":
            return False
    return False


def _named_within(pieces: Sequence[Piece], low: int, person: Piece) -> bool:
    """Say whether a person's name only belongs to somebody else's description: "a spokesman for Smith"."""
    at = next(index for index in range(low, len(pieces)) if pieces[index] is person)
    return at > low and pieces[at - 1].folded in speech_words().prepositions


def _begins_phrase(piece: Piece) -> bool:
    """Say whether a piece can begin the words for a speaker."""
    words = speech_words()
    if piece.kind == "name":
        return True
    if piece.kind != "word" or piece.folded in words.time or piece.folded == "that":
        return False
    return piece.capital or piece.folded in words.speaker_openers


def _phrase_end(pieces: Sequence[Piece], low: int) -> int:
    """Give where a noun phrase that begins at `low` ends."""
    words = speech_words()
    high = low + 1
    while high < len(pieces) and high - low < _LONGEST_PHRASE:
        piece = pieces[high]
        if piece.quote or (piece.kind == "mark" and piece.folded not in "-.&") or piece.folded in words.phrase_ends:
            break
        if piece.folded == "." and (high + 1 >= len(pieces) or len(pieces[high - 1].folded) > 3):
            break
        if piece.folded in words.prepositions and pieces[high - 1].folded not in words.heads:
            break
        if piece.folded in words.time and piece.kind == "word":
            break
        high += 1
    while high - low > 1 and (pieces[high - 1].kind == "mark" or _is_adverb(pieces[high - 1])):
        high -= 1
    return high


def _within_name(pieces: Sequence[Piece], index: int) -> bool:
    """Say whether a mark stands within a name: "Smith-Jones", "Ms. Smith", "AT&T"."""
    return (
        pieces[index].folded in _WITHIN_NAMES and index + 1 < len(pieces) and pieces[index + 1].kind in {"word", "name"}
    )


def _clause_behind(pieces: Sequence[Piece], low: int, high: int) -> bool:
    """Say whether a clause begins behind a name, with the comma left out: "According to Smith the work went on"."""
    words = speech_words()
    return high == low + 1 and pieces[low].kind == "name" and pieces[high].folded in words.determiners | words.pronouns


def source_behind(text: str, pieces: Sequence[Piece], low: int) -> Subject | None:
    """Find the source behind "according to": a name, or the words up to the next mark."""
    words = speech_words()
    if low >= len(pieces) or pieces[low].quote or pieces[low].kind == "mark" or pieces[low].folded in _RELATIVE:
        return None
    high = low
    while high < len(pieces) and not pieces[high].quote and (pieces[high].kind != "mark" or _within_name(pieces, high)):
        is_end = high > low and pieces[high].folded in {*_RELATIVE, "that"}
        if is_end or _clause_behind(pieces, low, high):
            break
        high += 1
    if any(piece.folded in words.not_sources for piece in pieces[low:high]):
        return None
    person = [piece for piece in pieces[low:high] if piece.mention and piece.mention.kind == "person"]
    if person and person[0].mention and not _named_within(pieces, low, person[0]) and not person[0].suffix:
        return Subject(speaker_of(person[0].mention, span_of(person[0])), low, high)
    return Subject(_meant(text, pieces, low, high), low, high)
