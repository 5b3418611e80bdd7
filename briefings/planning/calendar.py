"""Dates on a line: what happened when (timeline), and what lies ahead (agenda)."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from briefings.languages.stems import stems_of
from briefings.languages.timex import clock_of, days_of_when
from briefings.model import AgendaItem, Event, Quote, When
from briefings.planning.material import similar, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefings.model import AgendaEntry, Evidence, Story
    from briefings.planning.material import Material

MOST_EVENTS = 12
MOST_EVENTS_OF_A_STORY = 3
_COMMON = 0.5
"""Share of an entry's stems that a sentence about the same thing holds."""
_LONGEST_EVENT = timedelta(days=31)
_LONGEST_AHEAD = timedelta(days=31)
_LONGEST_RANGE = timedelta(days=8)
_FARTHEST = timedelta(days=400)
"""An agenda holds what can be prepared for: a day, a week, a month, at most about a year ahead; no long stretch."""


def timeline_of(stories: Sequence[Story], material: Material, day: date) -> tuple[Event, ...]:
    """Give the dated sentences of the stories in the order of their dates, one for each story and date."""
    events: dict[tuple[str, str | None], Event] = {}
    for story in stories:
        by_date: dict[str | None, Event] = {}
        for event in chain.from_iterable(_events_in(one, story.id, material, day) for one in material.held(story)):
            by_date.setdefault(event.when.value, event)
            if len(by_date) == MOST_EVENTS_OF_A_STORY:
                break
        events.update({(story.id, value): event for value, event in by_date.items()})
        if len(events) >= MOST_EVENTS:
            break
    listed = list(events.values())[:MOST_EVENTS]
    return tuple(sorted(listed, key=lambda event: (event.first, event.last, event.story, event.evidence.span.start)))


def _events_in(identity: str, story: str, material: Material, day: date) -> Iterator[Event]:
    """Give one event for each dated key sentence of an article, best sentence first: what was done has the date."""
    deeds = {deed.sentence: deed for deed in material.found_in(identity).deeds}
    for index in material.found_in(identity).key_sentences:
        evidence = material.sentence(identity, index)
        deed = deeds.get(index)
        whens = [fact for fact in material.facts_at(evidence) if isinstance(fact, When)]
        for when in ([deed.when] if deed and deed.when else []) + whens:
            if event := _event(when, evidence, story, material, day):
                yield event
                break


def _event(when: When, evidence: Evidence, story: str, material: Material, day: date) -> Event | None:
    covered = days_of_when(when) if when.type in {"DATE", "TIME"} else None
    spoken = [fact.evidence for fact in material.facts_at(evidence) if isinstance(fact, Quote) and fact.direct]
    if covered is None or within(when, spoken):
        return None
    if covered[1] - covered[0] > _LONGEST_EVENT or abs(covered[0] - day) > _FARTHEST:
        return None
    certain = covered[0] == covered[1] and when.mod is None
    return Event(when, *covered, certain, evidence, story)


def is_ahead(entered: date, day: date) -> bool:
    """Say whether a date that the desk entered stands in the agenda of a day's edition."""
    return day < entered <= day + _FARTHEST


def agenda_of(
    stories: Sequence[Story], material: Material, entries: Sequence[AgendaEntry], day: date
) -> tuple[AgendaItem, ...]:
    """Give the dates after the edition's day, the desk's and the articles', soonest first."""
    items = [AgendaItem(entry.day, entry.day, entry.time, entry=entry) for entry in entries if is_ahead(entry.day, day)]
    for story in stories:
        for when in story.ahead:
            covered = days_of_when(when)
            if covered and _can_be_prepared_for(when, *covered, day):
                evidence = material.sentence(when.evidence.article, when.evidence.sentence)
                items.append(AgendaItem(*covered, clock_of(when.value), when, evidence, story.id))
    return tuple(sorted(_each_day_once(items, material), key=_in_order))


def _can_be_prepared_for(when: When, first: date, last: date, day: date) -> bool:
    longest = _LONGEST_RANGE if "/" in (when.value or "") else _LONGEST_AHEAD
    return last - first <= longest and first - day <= _FARTHEST


def _each_day_once(items: Sequence[AgendaItem], material: Material) -> list[AgendaItem]:
    """Keep one item for a story and a first day; the desk's entry stands for an article's on the same matter."""
    entries = [item for item in items if item.entry is not None]
    kept: dict[tuple[str | None, date], AgendaItem] = {}
    for item in items:
        if item.evidence is None or any(_same_matter(item, entry, material) for entry in entries):
            continue
        key = item.story, item.first
        other = kept.get(key)
        if other is None or (item.time and not other.time):
            kept[key] = item
    return [*entries, *kept.values()]


def _same_matter(item: AgendaItem, other: AgendaItem, material: Material) -> bool:
    """Say whether an article's date is one the desk entered: the same day, no other hour, and words in common."""
    if item.evidence is None or other.entry is None or item.first != other.first:
        return False
    if item.time and other.time and item.time != other.time:
        return False
    language = material.article(item.evidence.article).language
    title = other.entry.title.in_language(language)
    return similar(frozenset(stems_of(title, 0, len(title), language)), material.stems(item.evidence)) >= _COMMON


def _in_order(item: AgendaItem) -> tuple[date, date, str, str]:
    return item.first, item.last, item.time or "", item.story or ""
