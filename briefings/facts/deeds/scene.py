"""A sentence laid out for the search of who did what: its words, and where in them names, dates and speech stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from briefings.languages.timex import days_of
from briefings.model import Actor, Place, Quote, Span, When
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.languages.tokens import Token
    from briefings.model import Fact

Name = Actor | Place
_LONGEST_BRACKET = 40
"""Tokens: an opening bracket without its fellow hides nothing."""
_HIDDEN = frozenset("\"“”„«»‘’'(")
"""Quotation marks, and an opening bracket."""
_NAMES = (Actor, Place)
_DAYS = frozenset({"DATE", "TIME"})
_start_of = attrgetter("start")
_Held = TypeVar("_Held", Name, When, Quote)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the words of a scene: `tokens[first:last]`, its office from `low` on."""

    fact: Name
    first: int
    last: int
    low: int

    @property
    def may_deal(self) -> bool:
        """Whether it is somebody to deal with: a person, a body, a country, not a town."""
        return isinstance(self.fact, Actor) or self.fact.key.startswith("country:")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the words of a scene: `tokens[first:last]`."""

    fact: When
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """The verb of a quotation in the words of a scene, with the name of who speaks, None when none is known."""

    first: int
    last: int
    speaker: Name | None
    direct: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence without what stands in quotation marks and brackets."""

    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    spoken: tuple[Spoken, ...]
    openings: frozenset[int]
    """Where names, with their offices, and dates begin."""
    dated: frozenset[int]
    """The places of all words of dates."""
    words: tuple[str, ...]
    """The tokens in lower case, and "" behind the last."""

    def word(self, place: int) -> str:
        """Give a word in lower case, "" outside of the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Give the words `tokens[first:last]` in the text."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def suffix(self, mention: Mention | Dated) -> str:
        """Give the letters behind the apostrophe of a name or date."""
        return self.tokens[mention.last - 1].suffix


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence shows of who did what; places are of the scene's words."""

    rule: str = ""
    actor: Name | None = None
    action: tuple[int, int] | None = None
    predicate: tuple[int, int] | None = None
    counterpart: Name | None = None
    place: Place | None = None
    when: When | None = None


def scene_of(tokens: Sequence[Token], facts: Sequence[Fact]) -> Scene:
    """Lay out a sentence; a name that is only part of somebody's office or of another name is left out."""
    kept = _shown(tokens, [fact.evidence.span for fact in facts if fact.kind == "quote" and fact.direct])
    words = [token.folded for token in kept]
    words.append("")
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Dated, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    if facts:
        starts = {token.start: place for place, token in enumerate(kept)}
        ends = {token.end: place for place, token in enumerate(kept, 1)}
        names = [fact for fact in facts if isinstance(fact, _NAMES)]
        mentions = _mentions(names, starts, ends)
        resolved = [fact for fact in facts if fact.kind == "date" and fact.type in _DAYS and days_of(fact.value)]
        dates = tuple([Dated(*one) for one in _placed(resolved, starts, ends)])
        spoken = tuple(_spoken([fact for fact in facts if fact.kind == "quote" and fact.cue_span], names, kept))
    openings = frozenset([*(mention.low for mention in mentions), *(date.first for date in dates)])
    dated = frozenset([place for date in dates for place in range(date.first, date.last)])
    return Scene(kept, mentions, dates, spoken, openings, dated, tuple(words))


def _mentions(names: Sequence[Name], starts: dict[int, int], ends: dict[int, int]) -> tuple[Mention, ...]:
    """Give the names of a sentence, without those that are part of an office."""
    offices = joined(name.role_span for name in names if isinstance(name, Actor) and name.role_span)
    return tuple(
        [
            Mention(name, first, last, _opening(name, first, starts))
            for name, first, last in _placed(names, starts, ends)
            if not offices or not within(name.evidence.span.start, offices)
        ]
    )


def _shown(tokens: Sequence[Token], quoted: Sequence[Span]) -> tuple[Token, ...]:
    """Give the words outside of quotation marks and brackets."""
    words = [token.folded for token in tokens]
    if not quoted and _HIDDEN.isdisjoint(words):
        return tuple(tokens)
    closing = _closings(tokens) if "(" in words else {}
    if not quoted and not closing:
        return tuple([token for token in tokens if token.folded not in _HIDDEN])
    spans = joined(quoted)
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        place = closing.get(place, place) + 1
        if token.folded not in _HIDDEN and not within(token.start, spans):
            kept.append(token)
    return tuple(kept)


def _closings(tokens: Sequence[Token]) -> dict[int, int]:
    """Give for each opening bracket the place of its fellow, when it is near."""
    found: dict[int, int] = {}
    opened: int | None = None
    for place, token in enumerate(tokens):
        if token.folded == "(" and opened is None:
            opened = place
        elif opened is not None and (token.folded == ")" or place - opened > _LONGEST_BRACKET):
            if token.folded == ")":
                found[opened] = place
            opened = None
    return found


def _placed(facts: Sequence[_Held], starts: dict[int, int], ends: dict[int, int]) -> Iterable[tuple[_Held, int, int]]:
    """Give facts with the places of their first word and behind their last, outermost first, none within another."""
    reached = 0
    for fact in sorted(facts, key=_outermost_first) if len(facts) > 1 else facts:
        first, last = starts.get(fact.evidence.span.start), ends.get(fact.evidence.span.end)
        if first is not None and last is not None and first >= reached:
            reached = last
            yield fact, first, last


def _outermost_first(fact: Fact) -> tuple[int, int]:
    return fact.evidence.span.start, -fact.evidence.span.end


def _opening(name: Name, first: int, starts: dict[int, int]) -> int:
    """Give where the words for a name begin: with the office that stands before it."""
    if isinstance(name, Actor) and name.role_span and name.role_span.start < name.evidence.span.start:
        return min(first, starts.get(name.role_span.start, first))
    return first


def _spoken(quotes: Sequence[Quote], names: Sequence[Name], tokens: Sequence[Token]) -> Iterable[Spoken]:
    """Give the verbs of speech with their speakers, as the quotations have them."""
    if not quotes:
        return
    by_key = {name.key: name for name in reversed(names)}
    by_end = {name.evidence.span.end: name for name in names}
    for quote in quotes:
        cue, who = quote.cue_span, quote.speaker_span
        if cue is None or quote.rule == "according-to":
            continue
        first = bisect_left(tokens, cue.start, key=_start_of)
        last = bisect_left(tokens, cue.end, key=_start_of)
        key = quote.speaker_key or ""
        speaker = by_end.get(who.end, by_key.get(key)) if who and key else by_key.get(key)
        if first < last:
            yield Spoken(first, last, speaker, quote.direct)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Give spans in order, those that meet as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def within(position: int, spans: Sequence[Span]) -> bool:
    """Say whether a position lies in one of several spans in order."""
    place = bisect_right(spans, position, key=_start_of)
    return place > 0 and position < spans[place - 1].end
