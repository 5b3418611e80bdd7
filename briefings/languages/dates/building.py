"""What the rules of every language share: the values their patterns are turned into."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from briefings.languages.dates.moments import (
    Away,
    Between,
    Calendar,
    Clock,
    Edge,
    Every,
    Holiday,
    Lasting,
    Length,
    Moment,
    Named,
    Open,
    Part,
    PartOfDay,
    Rest,
    Shifted,
    Timed,
)  # fmt: skip
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Daypart, Mod, Unit

_AFTERNOON = frozenset({"AF", "EV"})


def full_year(number: int) -> int:
    """Give the year two digits mean: 70 to 99 lie in the last century."""
    return number if number > 99 else number + (1900 if number >= 70 else 2000)


def day_first(first: int, _1: object, second: int, _2: object, year: int) -> Calendar:
    """Read 03/04/2025 day first; the other way round only where that is impossible and this is not."""
    day, month = (second, first) if second > 12 >= first else (first, second)
    return Calendar(year=full_year(year), month=month, day=day)


def dotted(numbers: tuple[int, int, int]) -> Calendar:
    """Read 04.12.2025."""
    return day_first(numbers[0], None, numbers[1], None, numbers[2])


def year_first(year: int, _1: object, month: int, _2: object, day: int) -> Calendar:
    """Read 2025-12-04."""
    return Calendar(year=year, month=month, day=day)


def dotted_year_first(numbers: tuple[int, int, int]) -> Calendar:
    """Read 2025.12.04."""
    return Calendar(year=numbers[0], month=numbers[1], day=numbers[2])


def length(amount: float | str, unit: Unit) -> Length:
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


def in_daypart(code: Daypart, time: object) -> Clock | None:
    """Put an hour into its half of the day: "akşam 8" is 20, "sabah 8" is 8; what is no plain time has none."""
    if not isinstance(time, Clock):
        return None
    hour = time.hour
    if (code in _AFTERNOON and hour < 12) or (code == "NI" and 7 <= hour < 12) or (code == "MI" and hour < 5):
        hour += 12
    elif code == "NI" and hour == 12:
        hour = 0
    return replace(time, hour=hour, sure=True)


def timed(day: Moment, time: Moment) -> Moment | None:
    """Put a time to a day; a day that has a part of the day already gives the half for the hour."""
    if not has_day(day):
        return None
    if isinstance(time, Edge):
        return with_mod(time.mod, timed(day, time.base))
    if isinstance(day, Timed) and isinstance(day.time, PartOfDay):
        found = in_daypart(day.time.code, time)
        return found and Timed(day.day, found)
    return Timed(day, time) if isinstance(time, Clock | PartOfDay) else None


def merged(weekday: int, day: Moment) -> Moment | None:
    """Put a weekday to a day of the month that has none."""
    if isinstance(day, Calendar) and day.day and day.weekday is None:
        return replace(day, weekday=weekday)
    return None


def pinned(named_day: Moment, day: Moment) -> Calendar | None:
    """Give the day of "this Friday, 5 December": the date, with the weekday's name."""
    if not (isinstance(named_day, Named) and named_day.what.weekday and isinstance(day, Calendar) and day.day):
        return None
    return replace(day, weekday=named_day.what.weekday)


def shifted(shift: int, unit: Unit, *, in_text: bool = False) -> Shifted | None:
    """Give the unit of the calendar moved by a shift; hours and less are no units of the calendar."""
    return None if unit in {"second", "minute", "hour"} else Shifted(unit, shift, in_text=in_text)


def named(direction: int, what: Calendar) -> Named:
    """Give the weekday or month before, of now, or after."""
    return Named(what, direction)


def away(span: Length, direction: int, base: Moment | None = None) -> Away:
    """Give the moment a length away."""
    return Away(span, direction, base)


def bounded_away(base: Moment, direction: int, span: Length, *, more: bool) -> Moment:
    """Give the time that is more, or less, than a length before or after a base."""
    far = Away(span, direction, base)
    if more:
        return Open(far, "from" if direction > 0 else "before")
    return Between(base, far, through=False) if direction > 0 else Between(far, base, through=False)


def later_in(base: Moment) -> Moment | None:
    """Give what is left late in the stretch of now: "bu yıl daha sonra", "haftanın ilerleyen günlerinde"."""
    if isinstance(base, Shifted) and base.shift == 0 and base.unit in {"week", "month", "quarter", "year"}:
        return Rest(base, late=True)
    return with_mod("END", base) if isinstance(base, Shifted | Calendar) else None


def lasting(direction: int, span: Length) -> Lasting | None:
    """Give the stretch of a length that ends or begins now."""
    return Lasting(span, direction or 1)


def between(start: Moment, end: Moment, *, through: bool) -> Between | None:
    """Make a range; both ends must be of kinds that can be ends."""
    if isinstance(start, Between | Length) or isinstance(end, Between | Length):
        return None
    return Between(start, end, through=through)


_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}


def each(span: Length) -> Every | None:
    """Give the set that comes back after a length."""
    amount, unit = span.parts[0]
    if unit in {"weekend", "quarter"}:
        return Every({"weekend": "P1WE", "quarter": "P3M"}[unit]) if amount == 1 else None
    if len(span.parts) > 1 or unit not in _LETTERS:
        return None
    time = "T" if unit in {"second", "minute", "hour"} else ""
    return Every(f"P{time}{amount.normalize():f}{_LETTERS[unit]}")


def yearly(what: Moment) -> Moment | None:
    """Give the set of a day ("her 15/4") or of a part of each month or year ("her ayın ilk pazartesisi")."""
    if isinstance(what, Edge):
        return with_mod(what.mod, yearly(what.base))
    if isinstance(what, Shifted):
        return each(length(1, what.unit)) if what.shift == 0 else None
    if isinstance(what, Part):
        return _each_part(what)
    if isinstance(what, Calendar) and what.day and what == Calendar(month=what.month, day=what.day):
        month = f"{what.month:02}" if what.month else "XX"
        return Every(f"XXXX-{month}-{what.day:02}")
    return None


def _each_part(what: Part) -> Every | None:
    """Give the set of a part of each month or year; days and months have a value, the first Monday has not."""
    base = what.base
    if not isinstance(base, Shifted) or base.shift != 0:
        return None
    if not what.weekday and what.number > 0:
        if (base.unit, what.unit) == ("month", "day"):
            return Every(f"XXXX-XX-{what.number:02}")
        if (base.unit, what.unit) == ("year", "month"):
            return Every(f"XXXX-{what.number:02}")
    return each(length(1, base.unit))


def every_at(every: Every, time: object) -> Every | None:
    """Put a time to a set: each day at three is T15; "each week" has no day that a time could be on."""
    if not isinstance(time, Clock) or (every.value[0] == "P" and every.value != "P1D"):
        return None
    at = f"T{time.hour:02}" + (f":{time.minute:02}" if time.minute else "")
    return Every(at if every.value == "P1D" or every.value.startswith("T") else every.value + at)


def hours(start: object, end: object) -> Between | None:
    """Make a range of times; an end smaller than its start lies in the afternoon where it can."""
    first = clock(start, sure=False) if isinstance(start, int) else start
    last = clock(end, sure=False) if isinstance(end, int) else end
    if not isinstance(first, Clock) or not isinstance(last, Clock):
        return None
    if not last.sure and _minutes(last) < _minutes(first) < _minutes(last) + 720 <= 1440:
        last = replace(last, hour=last.hour + 12)
    return Between(first, last, through=False)


def _minutes(time: Clock) -> int:
    return time.hour * 60 + (time.minute or 0)


def years(start: Calendar, end: Calendar, *, through: bool) -> Between | None:
    """Make a range of years, at most two centuries long."""
    if start.month or end.month or not start.year or not end.year or not 0 < end.year - start.year <= _LONGEST_RANGE:
        return None
    return Between(start, end, through=through)


_LONGEST_RANGE = 200


def timed_range(day: Moment, span: Between) -> Between | None:
    """Put a range of times to a day."""
    if not isinstance(span.start, Clock) or not isinstance(span.end, Clock) or not has_day(day):
        return None
    if isinstance(day, Timed) and isinstance(day.time, PartOfDay):
        first, last = in_daypart(day.time.code, span.start), in_daypart(day.time.code, span.end)
        return Between(Timed(day.day, first), Timed(day.day, last), through=False) if first and last else None
    return Between(Timed(day, span.start), Timed(day, span.end), through=False)


def open_hour(day: Moment, hour: int, side: Literal["before", "since"]) -> Open | None:
    """Give the time before or from an hour of a day."""
    time = clock(hour, sure=False)
    return Open(Timed(day, time), side) if time and has_day(day) else None


def has_day(moment: Moment) -> bool:
    """Say whether an expression is one day, as far as its form tells."""
    if isinstance(moment, Calendar):
        return bool(moment.day or moment.weekday)
    if isinstance(moment, Shifted):
        return moment.unit == "day"
    if isinstance(moment, Named):
        return bool(moment.what.weekday)
    if isinstance(moment, Part):
        return moment.unit == "day" or bool(moment.weekday)
    if isinstance(moment, Timed):
        return isinstance(moment.time, PartOfDay)
    return isinstance(moment, Away | Holiday)
