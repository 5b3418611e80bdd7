"""Who did what to whom, where and when: for each key sentence what its facts and its verb give (5W).

Nothing is guessed: a part the sentence does not show by case, place or preposition stays None.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from briefings.facts.deeds.english import in_english
from briefings.facts.deeds.scene import Scene, VerbWords, verb_words
from briefings.facts.deeds.turkish import in_turkish
from briefings.languages.timex import days_of
from briefings.model import Actor, Deed, Place, Quote, Span, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.facts.reading import Reading
    from briefings.languages.tokens import Token
    from briefings.model import Fact

_MOST_NAMES = 12
"""A sentence with more is a list; who acts is among the first."""
_start_of = attrgetter("start")


def find_deeds(reading: Reading, facts: Sequence[Fact], key_sentences: Sequence[int]) -> tuple[Deed, ...]:
    """Give what each key sentence says was done, in text order; one that shows neither actor nor action gives none."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault(fact.evidence.sentence, []).append(fact)
    verbs = verb_words(reading.language)
    told = (_deed(index, reading.tokens[index], by_sentence.get(index, []), verbs) for index in sorted(key_sentences))
    return tuple(deed for deed in told if deed.actor or deed.action)


def _deed(sentence: int, tokens: Sequence[Token], facts: Sequence[Fact], verbs: VerbWords) -> Deed:
    quoted = _joined(fact.evidence.span for fact in facts if isinstance(fact, Quote) and fact.direct)
    words = tuple(token for token in tokens if token.kind != "mark" and not _within(token.start, quoted))
    spoken = (
        fact for fact in facts if isinstance(fact, Actor | Place) and not _within(fact.evidence.span.start, quoted)
    )
    scene = Scene(words, tuple(islice(spoken, _MOST_NAMES)), verbs)
    when = next((fact for fact in facts if isinstance(fact, When) and days_of(fact.value)), None)
    actor, action, counterpart, place = (in_turkish if verbs.endings else in_english)(scene)
    return Deed(sentence, actor, action, counterpart, place, when)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Give spans in order, those that meet as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _within(position: int, spans: Sequence[Span]) -> bool:
    """Say whether a position lies in one of several spans in order."""
    place = bisect_right(spans, position, key=_start_of)
    return place > 0 and position < spans[place - 1].end
