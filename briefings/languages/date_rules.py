"""What the rules of every language share: the values their patterns are turned into."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefings.languages.moments import (
    Away, Between, Calendar, Clock, Edge, Lasting, Length, Moment, Named, PartOfDay, Shifted, Timed,
)  # fmt: skip

if TYPE_CHECKING:
    from briefings.languages.moments import Daypart, Mod, Unit

_AFTERNOON = frozenset({"AF", "EV"})


def full_year(number: int) -> int:
    """Give the year two digits mean: 70 to 99 lie in the last century."""
    return number if number > 99 else number + (1900 if number >= 70 else 2000)


def day_first(first: int, _1: Any, second: int, _2: Any, year: int) -> Calendar:
    """Read 03/04/2025 day first; the other way round only where that is impossible and this is not."""
    day, month = (second, first) if second > 12 >= first else (first, second)
    return Calendar(year=full_year(year), month=month, day=day)


def dotted(numbers: tuple[int, int, int]) -> Calendar:
    """Read 04.12.2025."""
    return day_first(numbers[0], None, numbers[1], None, numbers[2])


def year_first(year: int, _1: Any, month: int, _2: Any, day: int) -> Calendar:
    """Read 2025-12-04."""
    return Calendar(year=year, month=month, day=day)


def dotted_year_first(numbers: tuple[int, int, int]) -> Calendar:
    """Read 2025.12.04."""
    return Calendar(year=numbers[0], month=numbers[1], day=numbers[2])


def length(amount: Any, unit: Unit) -> Length:
    """Make a length of one unit."""
    return Length(((Decimal(str(amount)), unit),))


def joined(first: Length, second: Length) -> Length | None:
    """Join "1 yıl" and "2 ay"; the units must fall."""
    if _SIZE.get(first.parts[-1][1], 0) <= _SIZE.get(second.parts[0][1], 0):
        return None
    return Length((*first.parts, *second.parts), second.mod)


_SIZE = {"century": 9, "decade": 8, "year": 7, "month": 6, "week": 5, "day": 4, "hour": 3, "minute": 2, "second": 1}


def with_mod(mod: Mod, moment: Moment | None) -> Moment | None:
    """Mark a moment as approximate, more or less than said, or an edge of it."""
    if moment is None:
        return None
    return replace(moment, mod=mod) if isinstance(moment, Length) else Edge(moment, mod)


def clock(hour: int, minute: int | None = None, second: int | None = None, *, sure: bool = True) -> Clock | None:
    """Make a time of day, None where there is none such."""
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return Clock(hour % 24 if hour == 24 else hour, minute, second, sure=sure)


def in_daypart(code: Daypart, time: Clock) -> Clock:
    """Put an hour into its half of the day: "akşam 8" is 20, "sabah 8" is 8."""
    hour = time.hour
    if (code in _AFTERNOON and hour < 12) or (code == "NI" and 7 <= hour < 12) or (code == "MI" and hour < 5):
        hour += 12
    elif code == "NI" and hour == 12:
        hour = 0
    return replace(time, hour=hour, sure=True)


def timed(day: Moment, time: Clock | PartOfDay) -> Moment | None:
    """Put a time to a day; a day that has a part of the day already gives the half for the hour."""
    if isinstance(day, Timed):
        if isinstance(day.time, PartOfDay) and isinstance(time, Clock):
            return Timed(day.day, in_daypart(day.time.code, time))
        return None
    if isinstance(day, Calendar) and not (day.day or day.weekday):
        return None
    return None if isinstance(day, Length | Clock | PartOfDay | Between) else Timed(day, time)


def merged(weekday: int, day: Moment) -> Moment | None:
    """Put a weekday to a day of the month that has none."""
    if isinstance(day, Calendar) and day.day and day.weekday is None:
        return replace(day, weekday=weekday)
    return None


def shifted(shift: int, unit: Unit, *, in_text: bool = False) -> Shifted | None:
    """Give the unit of the calendar moved by a shift; hours and less are no units of the calendar."""
    return None if unit in {"second", "minute", "hour"} else Shifted(unit, shift, in_text=in_text)


def named(direction: int, what: Calendar) -> Named:
    """Give the weekday or month before, of now, or after."""
    return Named(what, direction)


def away(span: Length, direction: int, base: Moment | None = None) -> Away:
    """Give the moment a length away."""
    return Away(span, direction, base)


def lasting(direction: int, span: Length) -> Lasting | None:
    """Give the stretch of a length that ends or begins now."""
    return Lasting(span, direction or 1)


def between(start: Moment, end: Moment, *, through: bool) -> Between | None:
    """Make a range; both ends must be of kinds that can be ends."""
    if isinstance(start, Between | Length) or isinstance(end, Between | Length):
        return None
    return Between(start, end, through=through)
