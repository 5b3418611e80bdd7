"""A date expression and an outlook give a value: the calendar side of `briefings.languages.moments`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.facts.timex import (
    FIRST_YEAR, LAST_YEAR, Extent, Outlook, Timeless, UnresolvableError, business_days, day_of, extent, moved, nearest,
    season_of, shifted_extent, spanning,
)  # fmt: skip
from briefings.languages.calendar import feast, nth_weekday
from briefings.languages.moments import (
    Away, Between, Calendar, Clock, Edge, Era, Every, Holiday, Lasting, Length, Moment, Named, Open, Part, PartOfDay,
    Reference, Shifted, Timed,
)  # fmt: skip
from briefings.model import Reasoning

if TYPE_CHECKING:
    from collections.abc import Callable

Resolved = Extent | Timeless


def resolve(moment: Moment, outlook: Outlook) -> Resolved:
    """Give the value of an expression; raises UnresolvableError when it has none."""
    return _RESOLVERS[type(moment)](moment, outlook)


def days_of(moment: Moment, outlook: Outlook) -> Extent:
    """Give the days of an expression; one without days is unresolvable."""
    found = resolve(moment, outlook)
    if not isinstance(found, Extent):
        raise UnresolvableError
    return found


def _calendar(moment: Calendar, outlook: Outlook) -> Extent:
    if moment.year is not None:
        return _in_year(moment, moment.year)
    if moment.month and outlook.stated is not None:
        found = _without_year(moment, _seen_from(outlook.stated.first, outlook, 0))
        shift = found.first.year - outlook.stated.first.year
        return replace(found, reasoning=Reasoning(outlook.stated.first, "text", shift, "year"))
    found = _without_year(moment, outlook)
    return replace(found, reasoning=_year_reasoning(moment, found, outlook))


def _year_reasoning(moment: Calendar, found: Extent, outlook: Outlook) -> Reasoning:
    if moment.weekday and not moment.day:
        return Reasoning(outlook.today, "published", (found.first - outlook.today).days, "weekday")
    return Reasoning(outlook.today, "published", found.first.year - outlook.today.year, "year")


def _in_year(moment: Calendar, year: int) -> Extent:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnresolvableError
    if moment.week:
        try:
            return extent("week", date.fromisocalendar(year, moment.week, 1))
        except ValueError as error:
            raise UnresolvableError from error
    if moment.season:
        return season_of(year, moment.season)
    if moment.quarter:
        return extent("quarter", day_of(year, moment.quarter * 3, 1))
    if moment.half:
        return extent("half", day_of(year, moment.half * 6, 1))
    if moment.month is None:
        return extent("year", day_of(year, 1, 1))
    if moment.day is None:
        return extent("month", day_of(year, moment.month, 1))
    return extent("day", day_of(year, moment.month, moment.day))


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
    found = {_middle(one := _in_year(moment, year), today): one for year in years}
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


def _era(moment: Era, _outlook: Outlook) -> Extent:
    if moment.unit == "decade":
        return extent("decade", day_of(moment.number * 10, 1, 1))
    year = (moment.number - 1) * 100
    found = extent("century", day_of(max(year, 1), 1, 1))
    return found


def _shifted(moment: Shifted, outlook: Outlook) -> Extent:
    base, kind = _base(outlook, in_text=moment.in_text)
    found = shifted_extent(moment.unit, base, moment.shift)
    unit = moment.unit if moment.unit in {"day", "week", "month", "quarter", "year"} else "none"
    return replace(found, reasoning=Reasoning(base, kind, moment.shift, unit))  # type: ignore[arg-type]


def _base(outlook: Outlook, *, in_text: bool) -> tuple[date, str]:
    if in_text and outlook.earlier is not None:
        return outlook.earlier.first, "text"
    return outlook.today, "published"


def _named(moment: Named, outlook: Outlook) -> Extent:
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
    years = range(max(today.year - 2, FIRST_YEAR), today.year + 3)
    found = [_in_year(what, year) for year in years]
    if direction < 0:
        chosen = max((one for one in found if one.end <= today), key=lambda one: one.first)
    elif direction > 0:
        chosen = min((one for one in found if one.first > today), key=lambda one: one.first)
    else:
        chosen = _in_year(what, today.year)
    return replace(chosen, reasoning=Reasoning(today, "published", chosen.first.year - today.year, "year"))


def _length(moment: Length, _outlook: Outlook) -> Timeless:
    return Timeless(length_value(moment), moment.mod)


_DATE_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "night": "D", "business-day": "D"}
_TIME_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
_LONGER = {"decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"), "fortnight": (2, "week"),
           "quarter": (3, "month"), "half": (6, "month"), "weekend": (2, "day"), "season": (3, "month")}  # fmt: skip


def length_value(moment: Length) -> str:
    """Give P2W, P1Y2M, PT1H30M …"""
    days, times = "", ""
    for amount, unit in moment.parts:
        factor, small = _LONGER.get(unit, (1, unit))
        number = f"{(amount * factor).normalize():f}"
        if small in _TIME_LETTERS:
            times += number + _TIME_LETTERS[small]
        else:
            days += number + _DATE_LETTERS[small]
    return f"P{days}T{times}" if times else f"P{days}"


def _away(moment: Away, outlook: Outlook) -> Resolved:
    length, direction = moment.length, moment.direction
    small = length.parts[-1][1]
    if small in _TIME_LETTERS:
        return _instant(moment, outlook)
    if moment.base is not None:
        found = days_of(moment.base, outlook)
        base, kind = (found.first, "text" if not isinstance(moment.base, Shifted) else "published")
    else:
        base, kind = _base(outlook, in_text=moment.in_text)
    day = _walk(base, length, direction)
    first_amount, first_unit = length.parts[0]
    unit = first_unit if first_unit in {"day", "week", "month", "quarter", "year"} else "none"
    reasoning = Reasoning(base, kind, int(first_amount) * direction, unit)  # type: ignore[arg-type]
    whole_years = all(unit in {"year", "decade", "century", "millennium"} for _, unit in length.parts)
    exact = whole_years or all(unit in {"day", "night", "business-day"} for _, unit in length.parts)
    found = extent("year" if whole_years and length.parts[0][0] % 1 == 0 else "day", day)
    return replace(found, mod=length.mod or (None if exact else "APPROX"), reasoning=reasoning)


def _walk(day: date, length: Length, direction: int) -> date:
    for amount, unit in length.parts:
        if unit == "business-day":
            day = business_days(day, int(amount) * direction)
            continue
        factor, small = _LONGER.get(unit, (1, unit))
        total = amount * factor * direction
        if abs(total) > 1_000_000:
            raise UnresolvableError
        if small in {"year", "month"}:
            day = moved(day, months=int(total * (12 if small == "year" else 1)))
        else:
            day = moved(day, days=int(total * (7 if small == "week" else 1)))
    return day


def _seconds(length: Length) -> tuple[int, int]:
    """Give the days and seconds of a length that holds hours, minutes or seconds."""
    days, seconds = 0, Decimal(0)
    for amount, unit in length.parts:
        if amount > 1_000_000:
            raise UnresolvableError
        if unit in _TIME_LETTERS:
            seconds += amount * {"hour": 3600, "minute": 60, "second": 1}[unit]
        else:
            days += int(amount) * {"day": 1, "week": 7, "month": 30, "year": 365}.get(unit, 1)
    return days, int(seconds)


def _instant(moment: Away, outlook: Outlook) -> Extent:
    if moment.in_text:
        raise UnresolvableError
    days, seconds = _seconds(moment.length)
    start = outlook.now
    if moment.base is not None:
        start = _moment_of(moment.base, outlook)
    try:
        then = start + moment.direction * timedelta(days=days, seconds=seconds)
    except OverflowError as error:
        raise UnresolvableError from error
    unit = moment.length.parts[-1][1]
    shift = int(moment.length.parts[0][0]) * moment.direction
    reasoning = Reasoning(start.date(), "published", shift, "hour" if unit == "hour" else "minute")
    return replace(_at(then, seconds=unit == "second"), mod=moment.length.mod, reasoning=reasoning)


def _moment_of(base: Moment, outlook: Outlook) -> datetime:
    if isinstance(base, Clock):
        return datetime.combine(outlook.today, datetime.min.time()).replace(hour=base.hour, minute=base.minute or 0)
    found = days_of(base, outlook)
    start = datetime.combine(found.first, datetime.min.time())
    if isinstance(base, Timed) and isinstance(base.time, Clock):
        return start.replace(hour=base.time.hour, minute=base.time.minute or 0)
    return start


def _at(then: datetime, *, seconds: bool) -> Extent:
    time = then.strftime("%H:%M:%S" if seconds else "%H:%M")
    return Extent(f"{then.date().isoformat()}T{time}", then.date(), moved(then.date(), days=1), None, time=time)


def _lasting(moment: Lasting, outlook: Outlook) -> Resolved:
    length, direction = moment.length, moment.direction
    if length.parts[-1][1] in _TIME_LETTERS:
        days, seconds = _seconds(length)
        try:
            other = outlook.now + direction * timedelta(days=days, seconds=seconds)
        except OverflowError as error:
            raise UnresolvableError from error
        first, last = sorted((outlook.now, other))
        unit = length.parts[-1][1]
        start, end = (_at(one, seconds=unit == "second") for one in (first, last))
        return Extent(f"{start.value}/{end.value}", start.first, end.end, None, length.mod)
    if moment.base is not None:
        base = days_of(moment.base, outlook)
        return spanning(base.first, _walk(base.first, length, direction))
    today = outlook.today
    shift = int(length.parts[0][0]) * direction
    unit = length.parts[0][1]
    reasoning = Reasoning(today, "published", shift, unit if unit in {"day", "week", "month", "quarter", "year"} else "none")  # type: ignore[arg-type]  # noqa: E501
    if direction < 0:
        found = spanning(_walk(today, length, -1), today)
    else:
        first = moved(today, days=1)
        last = _walk(first, length, 1) if unit != "business-day" else moved(_walk(today, length, 1), days=1)
        found = spanning(first, last)
    return replace(found, mod=length.mod, reasoning=reasoning)


def _part(moment: Part, outlook: Outlook) -> Extent:
    if moment.base is None:
        return _part_of_now(moment, outlook)
    base = days_of(moment.base, outlook)
    return replace(_part_of(moment, base), reasoning=base.reasoning)


def _part_of_now(moment: Part, outlook: Outlook) -> Extent:
    today = outlook.today
    if moment.weekday:
        found = nth_weekday(today.year, today.month, moment.weekday, moment.number)
        if found is None:
            raise UnresolvableError
        return extent("day", found)
    if moment.number < 0:
        return _part_of(moment, extent("year", today))
    name = "half" if moment.unit == "half" else "quarter"
    return _calendar(Calendar(**{name: moment.number}), outlook)


def _part_of(moment: Part, base: Extent) -> Extent:
    """Give the n-th unit of a stretch."""
    first, last, number = base.first, moved(base.end, days=-1), moment.number
    if moment.weekday:
        found = nth_weekday(first.year, first.month if number > 0 else last.month, moment.weekday, number)
        if found is None:
            raise UnresolvableError
        return extent("day", found)
    if moment.unit == "week":
        return _week_of(base, number)
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


def _week_of(base: Extent, number: int) -> Extent:
    """Give the n-th week of a stretch, counted as ISO weeks: the first holds the fourth day."""
    if number == 0:
        return extent("week", base.first)
    if number < 0:
        return extent("week", moved(base.end, days=-1))
    return extent("week", moved(base.first, days=3 + 7 * (number - 1)))


def _edge(moment: Edge, outlook: Outlook) -> Resolved:
    return replace(resolve(moment.base, outlook), mod=moment.mod)


def clock_value(time: Clock | PartOfDay) -> str:
    """Give "14:30", "09:00:31" or "MO"."""
    if isinstance(time, PartOfDay):
        return time.code
    value = f"{time.hour:02}:{time.minute or 0:02}"
    return value if time.second is None else f"{value}:{time.second:02}"


def _clock(moment: Clock | PartOfDay, _outlook: Outlook) -> Timeless:
    mod = moment.mod if isinstance(moment, PartOfDay) else None
    return Timeless("T" + clock_value(moment), mod)


def _timed(moment: Timed, outlook: Outlook) -> Extent:
    found = days_of(moment.day, outlook)
    if found.unit != "day":
        raise UnresolvableError
    time = clock_value(moment.time)
    mod = moment.time.mod if isinstance(moment.time, PartOfDay) else found.mod
    return replace(found, value=f"{found.first.isoformat()}T{time}", unit=None, time=time, mod=mod)


def _between(moment: Between, outlook: Outlook) -> Resolved:
    if isinstance(moment.start, Clock | PartOfDay) and isinstance(moment.end, Clock | PartOfDay):
        return Timeless(f"T{clock_value(moment.start)}/T{clock_value(moment.end)}")
    start, end = _ends(moment, outlook)
    if end.end <= start.first:
        raise UnresolvableError
    if start.time or end.time:
        return Extent(f"{start.value}/{end.value}", start.first, end.end, None, None, start.reasoning)
    last = end.end if moment.through or end.mod == "END" else end.first
    if last <= start.first:
        last = end.end
    return replace(_days_between(start, end, last), reasoning=start.reasoning or end.reasoning)


def _days_between(start: Extent, end: Extent, last: date) -> Extent:
    unit = end.unit if start.unit == end.unit and end.unit in {"year", "month"} else None
    if unit is None:
        return spanning(start.first, last)
    return Extent(f"{start.value}/{extent(unit, last).value}", start.first, last)


def _ends(moment: Between, outlook: Outlook) -> tuple[Extent, Extent]:
    """Resolve both ends; one without a year takes it from the other."""
    start, end = moment.start, moment.end
    if _lacks_year(start) and not _lacks_year(end):
        last = days_of(end, outlook)
        return days_of(start, _seen_from(last.first, outlook, -1)), last
    first = days_of(start, outlook)
    if _lacks_year(end):
        last = days_of(end, _seen_from(first.first, outlook, 1))
        return _holding_today(start, end, outlook) or (first, last)
    return first, days_of(end, outlook)


def _holding_today(start: Moment, end: Moment, outlook: Outlook) -> tuple[Extent, Extent] | None:
    """Give the range of months that holds today, if it began in the last year: "Mayıs'tan Mart'a kadar"."""
    if not (isinstance(start, Calendar) and start.month and not start.day and outlook.published):
        return None
    before = days_of(start, _seen_from(outlook.today, outlook, -1))
    after = days_of(end, _seen_from(before.first, outlook, 1))
    return (before, after) if before.first <= outlook.today < after.first else None


def _lacks_year(moment: Moment) -> bool:
    if isinstance(moment, Timed | Edge):
        return _lacks_year(moment.day if isinstance(moment, Timed) else moment.base)
    return isinstance(moment, Calendar) and moment.year is None


def _seen_from(day: date, outlook: Outlook, tense: int) -> Outlook:
    """Look from another day, so that the other end lies on the right side of it."""
    return replace(outlook, published=datetime.combine(day, datetime.min.time()), stated=None, tense=tense * 10)


def _open(moment: Open, outlook: Outlook) -> Resolved:
    found = resolve(moment.base, outlook)
    if isinstance(found, Timeless):
        value = f"../{found.value}" if moment.side in {"before", "until"} else f"{found.value}/.."
        return Timeless(value)
    if found.time:
        value = f"../{found.value}" if moment.side in {"before", "until"} else f"{found.value}/.."
        return replace(found, value=value)
    first, end = found.first.isoformat(), found.end.isoformat()
    first = end if found.mod == "END" and moment.side == "before" else first
    value = {"before": f"../{first}", "until": f"../{end}", "since": f"{first}/..", "after": f"{end}/.."}[moment.side]
    return replace(found, value=value, unit=None, mod=None)


def _every(moment: Every, _outlook: Outlook) -> Timeless:
    return Timeless(moment.value)


def _reference(moment: Reference, _outlook: Outlook) -> Timeless:
    return Timeless(moment.value)


def _holiday(moment: Holiday, outlook: Outlook) -> Extent:
    if moment.year is not None:
        year = days_of(moment.year, outlook).first.year
        day = feast(moment.key, year)
        if day is None:
            raise UnresolvableError
        return extent("day", day)
    today = outlook.today
    days = [day for year in range(max(today.year - 1, 2), today.year + 2) if (day := feast(moment.key, year))]
    if moment.direction is not None and moment.direction:
        days = [day for day in days if (day - today).days * moment.direction > 0]
    return extent("day", nearest(days, today, outlook.tense))


_RESOLVERS: dict[type, Callable[..., Resolved]] = {
    Calendar: _calendar, Era: _era, Shifted: _shifted, Named: _named, Length: _length, Away: _away, Lasting: _lasting,
    Part: _part, Edge: _edge, Clock: _clock, PartOfDay: _clock, Timed: _timed, Between: _between, Open: _open,
    Every: _every, Reference: _reference, Holiday: _holiday,
}  # fmt: skip
