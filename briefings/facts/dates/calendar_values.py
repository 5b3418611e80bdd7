"""Days, months, years and weekdays the text names: which ones are meant, as seen from an outlook."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from briefings.facts.dates.extents import (
    FIRST_YEAR,
    LAST_YEAR,
    MUST,
    Extent,
    Outlook,
    UnresolvableError,
    day_of,
    extent,
    moved,
    nearest,
    season_of,
)
from briefings.model import Reasoning
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Calendar, Named, Unit


def calendar(moment: Calendar, outlook: Outlook) -> Extent:
    """Give the stretch a named day, month or year is; without a year, the sensible one.

    Only a weekday is counted from another day; "11 Aralık" lacks a year and tells no steps.
    """
    if moment.either_order and not outlook.day_first:
        moment = replace(moment, day=moment.month, month=moment.day)
    if moment.year is not None:
        return in_year(moment, moment.year)
    if moment.month and outlook.stated is not None:
        return _without_year(moment, seen_from(outlook.stated.first, outlook, 0))
    found = _without_year(moment, outlook)
    if moment.weekday and not moment.day:
        days = (found.first - outlook.today).days
        return replace(found, reasoning=Reasoning(outlook.today, "published", days, "weekday"))
    return found


def in_year(moment: Calendar, year: int) -> Extent:
    """Give the stretch a named day, month or year is in a certain year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnresolvableError
    if moment.week:
        return _week(year, moment.week)
    if moment.season:
        return season_of(year, moment.season)
    if moment.quarter or moment.half:
        month = (moment.quarter or 0) * 3 or (moment.half or 0) * 6
        return extent("quarter" if moment.quarter else "half", day_of(year, month, 1))
    unit: Unit = "year" if moment.month is None else "month" if moment.day is None else "day"
    return extent(unit, day_of(year, moment.month or 1, moment.day or 1))


def _week(year: int, week: int) -> Extent:
    try:
        return extent("week", date.fromisocalendar(year, week, 1))
    except ValueError as error:
        raise UnresolvableError from error


def _without_year(moment: Calendar, outlook: Outlook) -> Extent:
    """Choose the year (month, week) that is sensible: by the tense, else the nearest."""
    today = outlook.today
    if moment.weekday and not moment.day:
        ahead = (moment.weekday - today.isoweekday()) % 7
        back = ahead - 7 if ahead else 0
        return extent("day", moved(today, days=ahead if outlook.tense > 0 else back))
    if moment.day and not moment.month:
        return extent("day", nearest(_days_in_months(moment, today), today, outlook.tense))
    if moment.month and moment.day:
        return extent("day", nearest(_days_in_years(moment, today), today, outlook.tense))
    years = [year for year in range(today.year - 1, today.year + 2) if FIRST_YEAR <= year <= LAST_YEAR]
    found = {_middle(one := in_year(moment, year), today): one for year in years}
    return found[nearest(list(found), today, outlook.tense)]


def _middle(found: Extent, today: date) -> date:
    """Give today when the stretch holds it, else its nearest day."""
    return min(max(found.first, today), moved(found.end, days=-1))


def _days_in_years(moment: Calendar, today: date) -> list[date]:
    """Give the day in the years around, those with the right weekday if any; 29 February looks further."""
    wide = 4 if (moment.month, moment.day) == (2, 29) else 1
    days = []
    for year in range(max(today.year - wide, FIRST_YEAR), min(today.year + wide, LAST_YEAR) + 1):
        try:
            days.append(day_of(year, moment.month or 1, moment.day or 1))
        except UnresolvableError:
            continue
    fitting = [day for day in days if not moment.weekday or day.isoweekday() == moment.weekday]
    return fitting or days


def _days_in_months(moment: Calendar, today: date) -> list[date]:
    wide = 12 if moment.weekday else 1
    days = []
    for shift in range(-wide, wide + 1):
        first = moved(date(today.year, today.month, 1), months=shift)
        try:
            days.append(day_of(first.year, first.month, moment.day or 1))
        except UnresolvableError:
            continue
    fitting = [day for day in days if not moment.weekday or day.isoweekday() == moment.weekday]
    return fitting or days


def named(moment: Named, outlook: Outlook) -> Extent:
    """Resolve "geçen salı", "bu Eylül", "next May"."""
    today, what, direction = outlook.today, moment.what, moment.direction
    if what.weekday and moment.week:
        days = what.weekday - today.isoweekday() + 7 * direction
        reasoning = Reasoning(today, "published", days, "weekday")
        return replace(extent("day", moved(today, days=days)), reasoning=reasoning)
    if what.weekday:
        days = (what.weekday - today.isoweekday()) % 7
        days = days - 7 if direction < 0 else days or (7 if direction > 0 else 0)
        reasoning = Reasoning(today, "published", days, "weekday")
        return replace(extent("day", moved(today, days=days)), reasoning=reasoning)
    if direction == 0:
        chosen = in_year(what, today.year)
    else:
        years = range(max(today.year - 2, FIRST_YEAR), min(today.year + 2, LAST_YEAR) + 1)
        found = [in_year(what, year) for year in years]
        fitting = [one for one in found if (one.end <= today if direction < 0 else one.first > today)]
        if not fitting:
            raise UnresolvableError
        chosen = fitting[-1 if direction < 0 else 0]
    return replace(chosen, reasoning=Reasoning(today, "published", 0, "none"))


def seen_from(day: date, outlook: Outlook, tense: int) -> Outlook:
    """Look from another day, so that the other end lies on the right side of it."""
    return replace(outlook, published=datetime.combine(day, datetime.min.time()), stated=None, tense=tense * MUST)
