"""The line composed from facts that opens a story or key point: who · where · when · how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.rendering.view.facts import date_of, name_of, person, quantity_of
from briefings.rendering.view.pieces import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.model import Actor, Gist, Place, Quantity, When
    from briefings.rendering.view.pieces import FactValue, Line
    from briefings.rendering.view.reader import Reader

SEPARATOR: Final = "\u00a0· "
"""Sticks to the value before it: no line begins with a dot."""
_PLAIN_DATES: Final = frozenset({"DATE", "TIME"})
MOST_ACTORS: Final = 2
MOST_PLACES: Final = 2
MOST_FIGURES: Final = 2
_CANDIDATES: Final = 6


def gist_line(gist: Gist, reader: Reader) -> Line:
    """Compose the line: at most two actors, two places, a date and two figures."""
    actors = tuple(person(actor, reader) for actor in leading_actors(gist.actors))
    places = tuple((name_of(place, reader),) for place in leading_places(gist.places, gist.actors))
    dates = (leading_date(gist.whens, reader),)
    figures = tuple((value,) for value in _figures(gist, reader))
    parts = (joined(actors, "; "), joined(places, ", "), *dates, joined(figures, ", "))
    return joined(parts, SEPARATOR)


def _figures(gist: Gist, reader: Reader) -> tuple[FactValue, ...]:
    """Give the figures whose unit has a name in the reader's language."""
    values = (quantity_of(figure, reader) for figure in telling_figures(gist.quantities, _CANDIDATES))
    return tuple(value for value in values if value.language is None)[:MOST_FIGURES]


def leading_actors(actors: Iterable[Actor], most: int = MOST_ACTORS) -> tuple[Actor, ...]:
    """Choose actors, each once: the first stays first, then persons come before organisations.

    Of several mentions the one that states an office wins.
    """
    chosen: dict[str, Actor] = {}
    everyone = tuple(actors)
    for actor in everyone:
        if any(_within_office(actor, other) for other in everyone):
            continue
        known = chosen.get(actor.key)
        if known is None or (known.role is None and actor.role is not None):
            chosen[actor.key] = actor
    if not chosen:
        return ()
    first, *others = chosen.values()
    ordered = sorted(others, key=lambda actor: actor.kind != "person")
    return (first, *ordered[: most - 1])


def _within_office(actor: Actor, other: Actor) -> bool:
    """Say whether a mention is only part of the words that state another one's office."""
    if other.role_span is None or actor.evidence.article != other.evidence.article:
        return False
    return actor is not other and other.role_span.contains(actor.evidence.span)


def leading_places(places: Iterable[Place], actors: Iterable[Actor], most: int = MOST_PLACES) -> tuple[Place, ...]:
    """Choose the first places, each once, none that is only part of an actor's name."""
    inside = [actor.evidence for actor in actors]
    chosen: dict[str, Place] = {}
    for place in places:
        evidence = place.evidence
        hidden = any(item.article == evidence.article and item.span.contains(evidence.span) for item in inside)
        if not hidden:
            chosen.setdefault(place.key, place)
    return tuple(chosen.values())[:most]


def leading_date(whens: Iterable[When], reader: Reader) -> Line:
    """Choose the resolved date when there is just one: beside a number, one of several may be another number's."""
    dates = {when.value: when for when in whens if when.type in _PLAIN_DATES}
    values = [date_of(when, reader) for when in dates.values()]
    told = [value for value in values if value is not None]
    return (told[0],) if len(told) == 1 else ()


def telling_figures(quantities: Iterable[Quantity], most: int = MOST_FIGURES) -> tuple[Quantity, ...]:
    """Choose numbers that say what they count; ordinals and bare numbers tell nothing alone."""
    told = {
        (item.value, item.unit): item
        for item in quantities
        if item.type in {"percent", "money", "measure", "temperature"} or (item.type == "number" and item.unit)
    }
    return tuple(told.values())[:most]
