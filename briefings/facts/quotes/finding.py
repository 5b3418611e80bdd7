"""Quotations and reported speech, each with its speaker where the text names one; a speaker is never guessed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol

from briefings.facts.quotes.en import speech as speech_en
from briefings.facts.quotes.frames import frames_of
from briefings.facts.quotes.speakers import Before, Named, Speaker, speaker_of, spoken_by
from briefings.facts.quotes.tr import speech as speech_tr
from briefings.model import Quote
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Frame
    from briefings.facts.quotes.speakers import Said
    from briefings.facts.reading import Reading
    from briefings.model import Actor, Place


_MEMORY = 6
"""Sentences after which nobody is remembered as the last speaker."""
_LEADING_ON = frozenset({":", ","})
"""A sentence that ends so leads on to words in the next paragraph."""
_LONGEST_OFFICE = 60
_SIGNATURE = re.compile(r"[\"”»’']{0,2}\s{0,4}[-–—]{1,2}\s{0,4}")
_SHORTLY = 400
"""Code points in which a person must be the only one named whom "he" or "she" can mean."""


class _Rules(Protocol):
    """What a language's rules of speech offer."""

    def cues(self) -> frozenset[str]:
        """Give the words without which a sentence reports nothing."""

    def closers(self) -> re.Pattern[str] | None:
        """Give what shows where a quotation ends whose closing mark is missing."""

    def is_body(self, words: str) -> bool:
        """Say whether words are a noun for a body, alone: "the ministry"."""

    def is_called(self, name: str, words: str) -> bool:
        """Say whether a body with a name can be called by such words."""

    def said_in(self, text: str, frame: Frame, before: Before) -> tuple[list[Said], Speaker | None]:
        """Give what is said in a frame, and who spoke last."""


_RULES: dict[str, _Rules] = {"tr": speech_tr, "en": speech_en}


@dataclass(frozen=True, slots=True)
class _Memory:
    """Who spoke last, which person did, and in which sentence."""

    speaker: Speaker | None = None
    person: Speaker | None = None
    sentence: int = -_MEMORY


def find_quotes(reading: Reading, mentions: tuple[Actor | Place, ...]) -> tuple[Quote, ...]:
    """Give the quotations of an article in text order; none for a language without rules."""
    rules = _RULES.get(reading.language)
    if rules is None:
        return ()
    starts = [sentence.span.start for sentence in reading.article.sentences]
    persons, bodies = Named(mentions, "person"), Named(mentions, "organization")
    mentions = tuple(sorted(mentions, key=lambda one: one.evidence.span))
    mentioned = {one.evidence.span.start: one for one in mentions}
    placed = tuple(one.evidence.span.start for one in mentions)
    memory = _Memory()
    found: list[Quote] = []
    for frame in frames_of(reading, mentions, rules.cues(), rules.closers()):
        subject = _opener(reading, frame.first - 1, mentions, placed) if frame.first else None
        topic = _topic(reading, frame.first - 1, mentioned) if frame.first else None
        before = _before(memory, frame, starts, persons, (subject, topic))
        said, speaker = rules.said_in(reading.text, frame, before)
        said = [_signed(reading.text, one, mentioned) for one in said]
        said = [spoken_by(one, _in_full(one.speaker, bodies, starts[frame.first], rules)) for one in said]
        found += [_quote(reading, starts, one) for one in said]
        if reading.trace is not None:
            _tell_unspoken(reading, frame, said, starts)
        if said or (speaker and frame.pieces[-1].folded in _LEADING_ON):
            memory = _remembered(memory, _in_full(speaker, bodies, starts[frame.first], rules), frame.last)
        for piece in frame.pieces:
            if piece.quote:
                persons.leave_out(piece.start, piece.end)
    return tuple(sorted(_distinct(found), key=lambda quote: (quote.evidence.span, not quote.direct)))


def _before(
    memory: _Memory,
    frame: Frame,
    starts: Sequence[int],
    persons: Named,
    opened: tuple[Speaker | None, Speaker | None],
) -> Before:
    """Say who was heard of before a frame; `opened` are its subject and its topic."""
    gap = frame.first - memory.sentence
    start = starts[frame.first]
    recent = gap < _MEMORY
    spoke = memory.person if recent else None
    since = persons.between(starts[min(memory.sentence + 1, frame.first)], start) if recent else ()
    unnamed = recent and memory.person is None and memory.speaker is not None and memory.speaker.kind == "words"
    near = () if unnamed else persons.between(start - _SHORTLY, start)
    carried = memory.speaker if gap == 1 else None
    subject, topic = opened
    last = memory.speaker if recent else None
    return Before(carried, last, spoke, since, near, subject, topic if carried is None else None)


def _in_full(speaker: Speaker | None, bodies: Named, start: int, rules: _Rules) -> Speaker | None:
    """Give the body that a noun alone means ("the ministry"): the only one named before `start` that is called so."""
    if speaker is None or speaker.kind != "words" or speaker.name is None or not rules.is_body(speaker.name):
        return speaker
    meant = [one for one in bodies.last_before(start) if one.name and rules.is_called(one.name, speaker.name)]
    return replace(meant[0], span=speaker.span) if len(meant) == 1 else speaker


def _signed(text: str, said: Said, mentioned: dict[int, Actor | Place]) -> Said:
    """Give words that stand alone the speaker a dash behind them names: "…" – Rosa Lind."""
    match = _SIGNATURE.match(text, said.span.end) if said.rule == "carried-on" else None
    signer = mentioned.get(match.end()) if match else None
    if signer is None or signer.kind == "place":
        return said
    return replace(said, speaker=speaker_of(signer, signer.evidence.span), rule="quoted-then-signed")


def _opener(reading: Reading, index: int, mentions: Sequence[Actor | Place], placed: Sequence[int]) -> Speaker | None:
    """Give the person a sentence opens with, an office before the name or not: "U.S. Senator Tom Ekberg opened …"."""
    sentence = reading.article.sentences[index].span
    last = min(sentence.start + _LONGEST_OFFICE, sentence.end)
    near = range(bisect_left(placed, sentence.start), bisect_left(placed, last))
    at = next((at for at in near if mentions[at].kind == "person"), None)
    if at is None or reading.is_headline(index):
        return None
    one = mentions[at]
    before = reading.text[sentence.start : placed[at]]
    after = reading.text[one.evidence.span.end : one.evidence.span.end + 2]
    office = all(word[0].isupper() or word == "the" for word in before.split())
    return Speaker(one.name, one.kind, one.key) if office and after not in {"'s", "’s"} else None


def _topic(reading: Reading, index: int, mentioned: dict[int, Actor | Place]) -> Speaker | None:
    """Give the person or body a sentence opens with, when a comma behind the name shows that it is the subject."""
    sentence = reading.article.sentences[index].span
    one = mentioned.get(sentence.start)
    if one is None or one.kind == "place" or reading.is_headline(index):
        return None
    comma = reading.text[one.evidence.span.end : one.evidence.span.end + 1] == ","
    return Speaker(one.name, one.kind, one.key) if comma else None


def _remembered(memory: _Memory, speaker: Speaker | None, sentence: int) -> _Memory:
    """Keep who spoke for the sentences to come."""
    if speaker is None or speaker.name is None:
        return _Memory(None, memory.person, sentence)
    unspoken = speaker.unspoken()
    person = {"person": unspoken, "words": None}.get(speaker.kind, memory.person)
    return _Memory(unspoken, person, sentence)


def _quote(reading: Reading, starts: Sequence[int], said: Said) -> Quote:
    """Make the fact; its sentence is the one in which the words begin."""
    sentence = bisect_right(starts, said.span.start) - 1
    speaker = said.speaker
    return Quote(
        evidence=reading.evidence(sentence, said.span.start, said.span.end),
        rule=said.rule,
        direct=said.direct,
        speaker=speaker.name if speaker else None,
        speaker_key=speaker.key if speaker else None,
        speaker_span=speaker.span if speaker else None,
        cue=said.cue.of(reading.text) if said.cue else None,
        cue_span=said.cue,
    )


def _tell_unspoken(reading: Reading, frame: Frame, said: Sequence[Said], starts: Sequence[int]) -> None:
    """Tell which words in marks nobody speaks."""
    for piece in frame.pieces:
        if piece.quote is not None and not any(piece.start <= one.span.start < piece.end for one in said):
            sentence = bisect_right(starts, piece.start) - 1
            reading.reject("quote", "nobody-speaks", sentence, piece.start, piece.end)


def _distinct(quotes: Sequence[Quote]) -> list[Quote]:
    """Keep the first of several findings of the same words."""
    seen: dict[tuple[int, int, bool], Quote] = {}
    for quote in quotes:
        seen.setdefault((quote.evidence.span.start, quote.evidence.span.end, quote.direct), quote)
    return list(seen.values())
