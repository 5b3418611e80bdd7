"""The n-th day, week, month, quarter or half of a stretch of time, and the weekend of a feast."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefings.facts.dates.extents import Extent, UnresolvableError, extent, moved, spanning
from briefings.languages.dates.feasts import nth_weekday

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Part


def part_of(moment: Part, base: Extent) -> Extent:
    """Give the n-th unit of a stretch."""
    first, last, number = base.first, moved(base.end, days=-1), moment.number
    if moment.weekday:
        found = nth_weekday(first.year, first.month if number > 0 else last.month, moment.weekday, number)
        if found is None:
            raise UnresolvableError
        return extent("day", found)
    if moment.unit == "week":
        return _week_of(base, number)
    if moment.unit == "weekend" and number == 0:
        return _weekend_with(first)
    if moment.unit == "half" and base.unit in {"decade", "century", "month"}:
        return _half_of(base, number)
    if moment.unit == "day":
        day = last if number < 0 else moved(first, days=number - 1)
        inside = first <= day <= last
    else:
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}.get(moment.unit)
        if months is None:
            raise UnresolvableError
        day = last if number < 0 else moved(date(first.year, first.month, 1), months=months * (number - 1))
        inside = first <= day <= last
    if not inside:
        raise UnresolvableError
    return extent(moment.unit, day)


def _weekend_with(feast_day: date) -> Extent:
    """Give the weekend of a feast: with the feast itself where it is a Monday, Thursday or Friday."""
    weekday = feast_day.isoweekday()
    saturday = moved(feast_day, days=-2 if weekday == 1 else 6 - weekday)
    first = min(saturday, feast_day) if weekday > 3 else saturday
    return spanning(first, moved(saturday, days=3 if weekday == 1 else 2))


def _half_of(base: Extent, number: int) -> Extent:
    """Give a half of a month (its first 15 days), a decade or a century."""
    middle = moved(base.first, days=15)
    if base.unit != "month":
        middle = date((base.first.year + base.end.year + 1) // 2, 1, 1)
    return spanning(base.first, middle) if number == 1 else spanning(middle, base.end)


def _week_of(base: Extent, number: int) -> Extent:
    """Give the n-th week of a stretch, counted as ISO weeks: the first holds the fourth day."""
    if number == 0:
        return extent("week", base.first)
    if number < 0:
        return extent("week", moved(base.end, days=-1))
    return extent("week", moved(base.first, days=3 + 7 * (number - 1)))
