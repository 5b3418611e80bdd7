"""The principal's edition: the same plan, cut to a number of items; what was cut is named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.model import Edition, Point, Story

_AGENDA_DAYS = 7
_STEPS: Final[tuple[dict[str, int], ...]] = (
    {"lead_quotes": 1},
    {"lead_points": 1},
    {"agenda": 6},
    {"items": 5},
    {"agenda": 5},
    {"lead_quotes": 0},
    {"voices": 2},
    {"agenda": 4},
    {"items": 4},
    {"key_points": 4},
    {"agenda": 3},
    {"lead_points": 0},
    {"voices": 1},
    {"items": 3},
    {"key_points": 3},
    {"agenda": 2},
    {"items": 2},
    {"voices": 0},
    {"agenda": 1},
    {"items": 1},
    {"agenda": 0},
    {"items": 0},
    {"key_points": 2},
    {"key_points": 1},
)
"""What gives way next, least important first."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many items fit: stories after the lead story, points and quotations of the lead story, the rest."""

    items: int = 6
    lead_points: int = 2
    lead_quotes: int = 2
    key_points: int = 5
    voices: int = 3
    agenda: int = 7


def budgets() -> Iterator[Budget]:
    """Give ever smaller budgets, least important cut first; the last one fits any page."""
    budget = Budget()
    yield budget
    for step in _STEPS:
        budget = replace(budget, **step)
        yield budget


def for_principal(edition: Edition) -> Iterator[Edition]:
    """Give the edition cut to ever smaller budgets; the first that fits the pages is the principal's."""
    for budget in budgets():
        yield _cut(edition, budget)


def _cut(edition: Edition, budget: Budget) -> Edition:
    kept = tuple(
        _short(story, budget, lead=position == 0) for position, story in enumerate(edition.stories[: budget.items + 1])
    )
    horizon = edition.day + timedelta(days=_AGENDA_DAYS)
    soon = tuple(item for item in edition.agenda if item.first <= horizon)
    return replace(
        edition,
        stories=kept,
        key_points=_key_points(edition, budget.key_points),
        voices=tuple(replace(voice, quotes=voice.quotes[:1]) for voice in edition.voices[: budget.voices]),
        agenda=soon[: budget.agenda],
        cut=tuple(story.id for story in edition.stories[budget.items + 1 :]),
    )


def _short(story: Story, budget: Budget, *, lead: bool) -> Story:
    if lead:
        return _with_points(replace(story, quotes=story.quotes[: budget.lead_quotes]), budget.lead_points)
    return _with_points(replace(story, quotes=()), 0)


def _key_points(edition: Edition, most: int) -> tuple[Point, ...]:
    """Keep so many beside the one that is the bottom line, which the page does not say twice."""
    first = edition.bottom_line.evidence if edition.bottom_line else None
    beside = any(point.evidence == first for point in edition.key_points[: most + 1])
    return edition.key_points[: most + beside]


def _with_points(story: Story, most: int) -> Story:
    versions = tuple(replace(version, points=version.points[:most]) for version in story.versions)
    return replace(story, points=story.points[:most], versions=versions)
