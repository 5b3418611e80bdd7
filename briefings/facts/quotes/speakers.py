"""Who speaks: the values the rules of both languages hand to each other, and what is remembered between sentences."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from briefings.model import Span
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.quotes.frames import Piece
    from briefings.model import Actor, Place

_MOST = 200
SpeakerKind = Literal["person", "organization", "place", "words"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: a known name, or the words of the text for somebody it does not name."""

    name: str | None
    """Canonical name; None for a pronoun nobody fits."""
    kind: SpeakerKind
    key: str | None = None
    span: Span | None = None
    """The words that name the speaker; None when the text leaves them out."""

    def unspoken(self) -> Speaker:
        """Give the same speaker, not named again."""
        return Speaker(self.name, self.kind, self.key)

    def named_by(self, span: Span) -> Speaker:
        """Give the same speaker, meant by other words ("he")."""
        return Speaker(self.name, self.kind, self.key, span)


@dataclass(frozen=True, slots=True)
class Before:
    """Who was heard of before a sentence."""

    carried: Speaker | None = None
    """The speaker of the sentence directly before it."""
    last: Speaker | None = None
    """The last speaker a few sentences back."""
    spoke: Speaker | None = None
    """The last person who spoke, a few sentences back at most."""
    since: tuple[Speaker, ...] = ()
    """The persons named since somebody spoke, each once."""
    near: tuple[Speaker, ...] = ()
    """The persons named shortly before, each once; none when somebody without a name spoke last."""
    subject: Speaker | None = None
    """The person the sentence directly before opens with: in English its subject."""
    topic: Speaker | None = None
    """With whom the sentence directly before opens: in Turkish the subject left out."""


class Named:
    """The persons or bodies a text names, by place."""

    def __init__(self, mentions: Sequence[Actor | Place], kind: str) -> None:
        """Keep the mentions of one kind."""
        kept = sorted((one for one in mentions if one.kind == kind), key=lambda one: one.evidence.span)
        self._starts = [one.evidence.span.start for one in kept]
        self._speakers: list[Speaker | None] = [Speaker(one.name, one.kind, one.key) for one in kept]

    def between(self, low: int, high: int) -> tuple[Speaker, ...]:
        """Give those named from `low` up to `high`, each once."""
        first, last = bisect_left(self._starts, low), bisect_left(self._starts, high)
        return tuple({one.key: one for one in self._speakers[first:last] if one}.values())

    def last_before(self, high: int) -> tuple[Speaker, ...]:
        """Give those named up to `high`, each once; of very many mentions the last only."""
        last = bisect_left(self._starts, high)
        return tuple({one.key: one for one in self._speakers[max(0, last - _MOST) : last] if one}.values())

    def leave_out(self, low: int, high: int) -> None:
        """Forget those named from `low` up to `high`: inside a quotation nobody is introduced."""
        for index in range(bisect_left(self._starts, low), bisect_left(self._starts, high)):
            self._speakers[index] = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words somebody said, before they become a fact."""

    span: Span
    direct: bool
    rule: str
    speaker: Speaker | None = None
    cue: Span | None = None


def spoken_by(said: Said, speaker: Speaker | None) -> Said:
    """Give what is said with its speaker, nearly always the one it has."""
    if speaker is said.speaker:
        return said
    return Said(said.span, direct=said.direct, rule=said.rule, speaker=speaker, cue=said.cue)


def speaker_of(mention: Actor | Place, span: Span) -> Speaker:
    """Make the speaker of a known name."""
    return Speaker(mention.name, mention.kind, mention.key, span)


def speaker_in_words(text: str, pieces: Sequence[Piece]) -> Speaker | None:
    """Make a speaker of words such as "Bakanlık sözcüsü"; None when there are none."""
    if not pieces:
        return None
    span = Span(pieces[0].start, pieces[-1].end)
    return Speaker(" ".join(span.of(text).split()), "words", None, span)
