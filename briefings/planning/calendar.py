"""Dates on a line: what happened when (timeline), and what lies ahead (agenda)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.languages.timex import clock_of, days_of
from briefings.model import AgendaItem, Event, When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefings.model import AgendaEntry, Story
    from briefings.planning.material import Material

MOST_EVENTS = 12
MOST_EVENTS_OF_A_STORY = 3
_LONGEST_EVENT = timedelta(days=31)
_LONGEST_AHEAD = timedelta(days=92)
_FARTHEST = timedelta(days=400)
"""An agenda holds what can be prepared for: a date no vaguer than a quarter, at most about a year ahead."""


def timeline_of(stories: Sequence[Story], material: Material, day: date) -> tuple[Event, ...]:
    """Give the dated sentences of the stories in the order of their dates, one for each story and date."""
    events: dict[tuple[str, str | None], Event] = {}
    for story in stories:
        of_story = [event for identity in story.articles for event in _events_in(identity, story.id, material, day)]
        for event in of_story:
            chosen = sum(story.id == identity for identity, _ in events)
            if chosen < MOST_EVENTS_OF_A_STORY:
                events.setdefault((story.id, event.when.value), event)
    listed = list(events.values())[:MOST_EVENTS]
    return tuple(sorted(listed, key=lambda event: (event.first, event.last, event.story, event.evidence.span.start)))


def _events_in(identity: str, story: str, material: Material, day: date) -> list[Event]:
    """Give the events of an article's key sentences, best sentence first."""
    found: list[Event] = []
    for index in material.found_in(identity).key_sentences:
        evidence = material.sentence(identity, index)
        for when in material.facts_at(evidence):
            if not isinstance(when, When) or when.type not in {"DATE", "TIME"}:
                continue
            covered = days_of(when.value)
            if covered and covered[1] - covered[0] <= _LONGEST_EVENT and abs(covered[0] - day) <= _FARTHEST:
                certain = covered[0] == covered[1] and when.mod is None
                found.append(Event(when, *covered, certain, evidence, story))
    return found


def agenda_of(
    stories: Sequence[Story], material: Material, entries: Sequence[AgendaEntry], day: date
) -> tuple[AgendaItem, ...]:
    """Give the dates after the edition's day, the desk's and the articles', soonest first."""
    items = [
        AgendaItem(entry.day, entry.day, entry.time, entry=entry)
        for entry in entries
        if day < entry.day <= day + _FARTHEST
    ]
    for story in stories:
        for when in story.ahead:
            covered = days_of(when.value)
            if covered and covered[1] - covered[0] <= _LONGEST_AHEAD and covered[0] - day <= _FARTHEST:
                evidence = material.sentence(when.evidence.article, when.evidence.sentence)
                items.append(AgendaItem(*covered, clock_of(when.value), when, evidence, story.id))
    return tuple(sorted(_each_sentence_once(items), key=_in_order))


def _each_sentence_once(items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Keep one item for a sentence and a first day: "on Friday at 14.00" is one date, not two."""
    kept: dict[tuple[object, ...], AgendaItem] = {}
    for item in items:
        key: tuple[object, ...] = (item.entry,) if item.evidence is None else (item.evidence, item.first)
        other = kept.get(key)
        if other is None or (item.time and not other.time):
            kept[key] = item
    return list(kept.values())


def _in_order(item: AgendaItem) -> tuple[date, date, str, str]:
    return item.first, item.last, item.time or "", item.story or ""
