"""TIMEX3 values: what a date expression comes to on the calendar, seen from a publication date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeGuard

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Unit
    from briefings.model import Reasoning

AnchorKind = Literal["published", "text"]
ReasonUnit = Literal["day", "week", "month", "quarter", "year", "weekday", "hour", "minute", "none"]
_KEPT = 1 << 12
"""Stretches of the calendar that are kept: articles speak of the same days over and over."""
FIRST_YEAR, LAST_YEAR = 1, 9998
MUST = 10
"""A tense so strong that no nearness outweighs it."""


PAST = -2
"""The tense of a verb that states the past."""


class UnresolvableError(Exception):
    """The expression has no value: an impossible day, or nothing to count from."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """From where a date is seen: when the article was published, the date the text gave last, and the tense."""

    published: datetime | None
    earlier: Extent | None = None
    stated: Extent | None = None
    """The date with its year that the sentence gave before: days and months behind it lie near."""
    named: Extent | None = None
    """The day the sentence named before by the calendar: what comes "a week later" is counted from it."""
    beside: Extent | None = None
    """The date the sentence named before by the calendar: "the year before" is counted from it."""
    tense: int = 0
    """-2 past, 2 future, -1 and 1 where it is only suggested, 0 not said."""
    day_first: bool = True
    """How digits that could be read either way are read: "03/04/2025" is 3 April."""

    @property
    def now(self) -> datetime:
        """The publication time without its zone; unresolvable without one."""
        if self.published is None:
            raise UnresolvableError
        return self.published.replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The day of publication; unresolvable without one."""
        return self.now.date()


@dataclass(frozen=True, slots=True)
class Extent:
    """A value with the days it covers: `first` to `end`, half-open."""

    value: str
    first: date
    end: date
    unit: Unit | None = None
    mod: str | None = None
    reasoning: Reasoning | None = None
    time: str = ""
    """The time of day within `first`, as in a value: "14:30", "MO"."""


@dataclass(frozen=True, slots=True)
class Timeless:
    """A value without days: a time, a duration, a set, a reference."""

    value: str
    mod: str | None = None
    reasoning: Reasoning | None = None


Resolved = Extent | Timeless


_FINEST = 4


def anchor(outlook: Outlook, *, in_text: bool, unit: Unit = "year", back: bool = False) -> tuple[date, AnchorKind]:
    """Give the day to count from: publication, or the date the text gave last, if it is as fine as the unit.

    What lies `back` by a month or more ("a year earlier") is counted from publication when the text gave no date.
    """
    if not in_text:
        return outlook.today, "published"
    earlier = outlook.earlier
    if not is_as_fine(earlier, unit):
        if back and unit in {"month", "quarter", "year", "decade", "century"}:
            return outlook.today, "published"
        raise UnresolvableError
    return earlier.first, "text"


def is_as_fine(found: Extent | None, unit: Unit) -> TypeGuard[Extent]:
    """Say whether a date is fine enough to count units from: no week from a month."""
    return found is not None and _FINENESS.get(found.unit, 0) >= _FINENESS.get(unit, _FINEST)


_FINENESS: dict[Unit | None, int] = {
    "day": _FINEST, "week": _FINEST, "weekend": _FINEST, "month": 3, "quarter": 2, "half": 2, "year": 1,
}  # fmt: skip


def reason_unit(unit: Unit) -> ReasonUnit:
    """Give the unit as a reasoning names it."""
    return _REASON_UNITS.get(unit, "none")


_REASON_UNITS: dict[Unit, ReasonUnit] = {
    "day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year", "hour": "hour",
    "minute": "minute",
}  # fmt: skip


def day_of(year: int, month: int, day: int) -> date:
    """Give a day, unresolvable when there is none such."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnresolvableError from error


def moved(day: date, *, days: int = 0, months: int = 0) -> date:
    """Move a day; a month that is too short gives its last day."""
    try:
        if months:
            year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
            length = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
            day = date(year, month + 1, min(day.day, length))
        return day + timedelta(days=days)
    except (ValueError, OverflowError) as error:
        raise UnresolvableError from error


@lru_cache(_KEPT)
def extent(unit: Unit, within: date) -> Extent:
    """Give the unit of the calendar that a day lies in."""
    months = _MONTHS.get(unit)
    if months:
        return _months_extent(unit, within, months)
    if unit in {"week", "weekend", "fortnight"}:
        first = moved(within, days=1 - within.isoweekday())
        if unit == "weekend":
            return spanning(moved(first, days=5), moved(first, days=7), "weekend")
        year, week, _ = first.isocalendar()
        return Extent(f"{year:04}-W{week:02}", first, moved(first, days=7), "week")
    if unit == "season":
        return _season(within)
    return Extent(within.isoformat(), within, moved(within, days=1), "day")


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def _months_extent(unit: Unit, within: date, months: int) -> Extent:
    count = (within.year * 12 + within.month - 1) // months * months
    year, month = divmod(count, 12)
    first = day_of(max(year, 1), month + 1, 1)
    end = moved(day_of(max(year, 1), month + 1, 1), months=months - (12 if year < 1 else 0))
    value = {
        "month": f"{year:04}-{month + 1:02}", "quarter": f"{year:04}-Q{month // 3 + 1}",
        "half": f"{year:04}-H{month // 6 + 1}", "year": f"{year:04}", "decade": f"{year // 10:03}",
        "century": f"{year // 100:02}",
    }.get(unit, f"{first.isoformat()}/{end.isoformat()}")  # fmt: skip
    return Extent(value, first, end, unit)


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@lru_cache(_KEPT)
def season_of(year: int, season: str) -> Extent:
    """Give a season by its months; winter begins in December of the year."""
    first = day_of(year, _SEASONS[season], 1)
    return Extent(f"{year:04}-{season}", first, moved(first, months=3), "season")


def _season(within: date) -> Extent:
    first = moved(date(within.year, within.month, 1), months=-(within.month % 3))
    return season_of(first.year, next(name for name, month in _SEASONS.items() if month == first.month))


def spanning(first: date, end: date, unit: Unit | None = None) -> Extent:
    """Give the days from one to another, the end not included."""
    return Extent(f"{first.isoformat()}/{end.isoformat()}", first, end, unit)


def shifted_extent(unit: Unit, today: date, shift: int) -> Extent:
    """Give the unit that lies so many units from the one of today."""
    if unit in _MONTHS:
        return extent(unit, moved(date(today.year, today.month, 1), months=shift * _MONTHS[unit]))
    if unit == "season":
        return extent(unit, moved(today, months=3 * shift))
    days = {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1)
    return extent(unit, moved(today, days=shift * days))


def nearest(candidates: list[date], today: date, tense: int) -> date:
    """Give the day nearest to today, where a stated tense makes the other direction count as ten months more.

    So "2 Aralık'ta görüştü" in early December is last week, and "Ekim'de" in November with a future tense is next
    year; a sentence in the past about a day close ahead keeps the near day.
    """
    if not candidates:
        raise UnresolvableError

    def cost(day: date) -> tuple[int, int]:
        distance = (day - today).days
        against = abs(tense) if tense * distance < 0 else 0
        return abs(distance) + against * _AGAINST_TENSE, -distance

    return min(candidates, key=cost)


_AGAINST_TENSE = 150


def business_days(day: date, count: int) -> date:
    """Give the day so many working days (Monday to Friday) away."""
    if abs(count) > 5000:
        raise UnresolvableError
    step = 1 if count > 0 else -1
    while count:
        day = moved(day, days=step)
        count -= step * (day.isoweekday() <= 5)
    return day
