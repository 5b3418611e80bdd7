"""What went up and down from edition to edition: who is named how often, and a number that moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from briefings.model import Quantity
from briefings.rendering.charts import Column, Series, column_places, slot_for
from briefings.rendering.dates import short_date
from briefings.rendering.view.facts import display_name, value_before
from briefings.rendering.view.pieces import EditionValue, FactValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import IndexEntry, Move
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader

_FEWEST_DAYS: Final = 3
"""Editions below which a series shows nothing that two numbers would not."""
_MOST_NAMES: Final = 5
_FEWEST_ARTICLES: Final = 3


def mentions(reader: Reader) -> tuple[Series, ...]:
    """Give those of today's names that most articles of the last days name; nothing before the third edition."""
    known = reader.edition.mentions
    if len(known.days) < _FEWEST_DAYS:
        return ()
    entries = {entry.key: entry for entry in reader.edition.index}
    told = [(key, numbers) for key, numbers in known.names if key in entries and sum(numbers) >= _FEWEST_ARTICLES]
    told.sort(key=lambda pair: (-sum(pair[1]), pair[0]))
    chosen = told[:_MOST_NAMES]
    most = max((number for _, numbers in chosen for number in numbers), default=0)
    return tuple(
        _series(
            (_named(entries[key], reader),),
            [(day, str(number), str(number)) for day, number in zip(known.days, numbers, strict=True)],
            ("mentions", key),
            reader,
            most=most,
            day_labels=place == len(chosen) - 1,
        )
        for place, (key, numbers) in enumerate(chosen)
    )


def course(move: Move, reader: Reader) -> Series | None:
    """Give a number as edition after edition gave it, when more than two did."""
    fact = move.facts[0]
    points = move.course(reader.edition.day)
    if not isinstance(fact, Quantity) or len(points) < _FEWEST_DAYS or any(float(value) < 0 for _, value in points):
        return None
    told = [(day, value, value_before(fact, replace(move.before, value=value), reader)) for day, value in points]
    most = max(float(value) for _, value in points)
    return _series((), told, ("course", ""), reader, most=most, day_labels=True)


def _named(entry: IndexEntry, reader: Reader) -> FactValue:
    first = entry.mentions[0]
    reference = f"{first.article}:{entry.kind}:{first.span.start}-{first.span.end}"
    return FactValue(display_name(entry, reader), "", "fact", reference)


def _series(
    label: Line,
    points: Sequence[tuple[str, str, str]],
    what: tuple[str, str],
    reader: Reader,
    *,
    most: float,
    day_labels: bool,
) -> Series:
    """Lay points out: day, value, and the value in words; `what` begins and ends the keys of their texts.

    Bars of one chart share the value `most` as their height, so that they can be compared.
    """
    kind, of = what
    names = [short_date(date.fromisoformat(day), reader.language) for day, _, _ in points]
    slot = slot_for([words for _, _, words in points])
    places = column_places([float(value) for _, value, _ in points], most, slot)
    ending = f":{of}" if of else ""
    columns = tuple(
        Column(x, height, EditionValue(words, f"{kind}:{day}{ending}"), EditionValue(name, f"series-day:{day}"))
        for (x, height), (day, _, words), name in zip(places, points, names, strict=True)
    )
    told = "; ".join(f"{name}: {words}" for name, (_, _, words) in zip(names, points, strict=True))
    return Series(label, EditionValue(told, f"{kind}-series{ending}"), columns, slot * len(points), day_labels)
