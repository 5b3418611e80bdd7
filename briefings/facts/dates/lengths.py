"""Lengths of time: as values, counted from a day or minute, and as stretches that end or begin now."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from briefings.facts.dates.extents import (
    PAST,
    AnchorKind,
    Extent,
    Outlook,
    Resolved,
    UnresolvableError,
    anchor,
    business_days,
    extent,
    moved,
    reason_unit,
    spanning,
)
from briefings.languages.dates.moments import Away, Lasting, Length, LongTime, Shifted
from briefings.model import Reasoning
from briefings.model.values import replace

_DATE_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "night": "D", "business-day": "D"}
_TIME_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
_LONGER = {
    "decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"), "fortnight": (2, "week"),
    "quarter": (3, "month"), "half": (6, "month"), "weekend": (2, "day"), "season": (3, "month"),
}  # fmt: skip
"""Longer units as multiples of those a value has letters for."""


def length_value(moment: Length) -> str:
    """Give P2W, P1Y2M, PT1H30M and the like."""
    days, times = "", ""
    if [unit for _, unit in moment.parts] == ["weekend"]:
        return f"P{moment.parts[0][0].normalize():f}WE"
    for amount, unit in moment.parts:
        factor, small = _LONGER.get(unit, (1, unit))
        number = f"{(amount * factor).normalize():f}"
        if small in _TIME_LETTERS:
            times += number + _TIME_LETTERS[small]
        else:
            days += number + _DATE_LETTERS[small]
    return f"P{days}T{times}" if times else f"P{days}"


def long_time(moment: LongTime) -> str:
    """Give PXY for "years", PTXH for "hours": how many is not said; decades and centuries are years."""
    _, small = _LONGER.get(moment.unit, (1, moment.unit))
    return f"PTX{_TIME_LETTERS[small]}" if small in _TIME_LETTERS else f"PX{_DATE_LETTERS[small]}"


def away(moment: Away, base: Resolved | None, outlook: Outlook) -> Extent:
    """Give the moment a length away from a base: whole years give a year, weeks and months are about that day.

    Years from a named day are about that day as well ("10 Mart 2022'den iki yıl sonra"), and so are those something
    has to be done in ("üç yıl içinde").

    "Üç gün sonra" in the past tense goes on from the date the story gave before, not from publication.
    """
    if moment.length.parts[-1][1] in _TIME_LETTERS:
        return _instant(moment, base, outlook)
    if isinstance(base, Extent):
        start, kind = base.first, _kind_of(moment)
    else:
        start, kind = _counted_from(moment, outlook)
    units = {unit for _, unit in moment.length.parts}
    to_the_day = moment.inside or (isinstance(base, Extent) and base.unit == "day")
    whole_years = not to_the_day and units <= _YEARS and all(amount % 1 == 0 for amount, _ in moment.length.parts)
    found = extent("year" if whole_years else "day", _walk(start, moment.length, moment.direction))
    exact = (whole_years and moment.length.parts[0][0] < _ROUND) or units <= _DAYS
    mod = moment.length.mod or (None if exact else "APPROX")
    return replace(found, mod=mod, reasoning=_reasoning(start, kind, moment.length, moment.direction))


def _counted_from(moment: Away, outlook: Outlook) -> tuple[date, AnchorKind]:
    if moment.told and outlook.named is not None:
        return outlook.named.first, "text"
    told = moment.in_text or (moment.told and outlook.tense < 0)
    ahead = moment.direction > 0 and outlook.tense >= -PAST
    if moment.in_text and ahead and outlook.earlier is None:
        return outlook.today, "published"
    return anchor(outlook, in_text=told, unit=moment.length.parts[-1][1], back=moment.direction < 0)


def _kind_of(moment: Away) -> AnchorKind:
    """Say where a base comes from: "dünden" is counted from publication, "4 Mart'tan" from the text."""
    return "published" if isinstance(moment.base, Shifted) else "text"


_ROUND = 100
"""Years: from here on a number of years ago is a round one."""
_YEARS = frozenset({"year", "decade", "century", "millennium"})
_DAYS = frozenset({"day", "night", "business-day"})


def _reasoning(start: date, kind: AnchorKind, length: Length, direction: int) -> Reasoning:
    amount, unit = length.parts[0]
    return Reasoning(start, kind, int(amount) * direction, reason_unit(unit))


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


def _instant(moment: Away, base: Resolved | None, outlook: Outlook) -> Extent:
    """Give the minute a length of hours, minutes or seconds away; told in the course of a story, it is not known."""
    story = outlook.tense < -PAST or outlook.earlier is not None
    if (moment.in_text and story) or (moment.told and outlook.tense < 0):
        raise UnresolvableError
    start = outlook.now if base is None else _start_of(base, outlook)
    unit = moment.length.parts[-1][1]
    found = _at(_later(start, moment.length, moment.direction), seconds=unit == "second")
    shift = int(moment.length.parts[0][0]) * moment.direction
    reasoning = Reasoning(start.date(), "published", shift, "hour" if unit == "hour" else "minute")
    return replace(found, mod=moment.length.mod, reasoning=reasoning)


def _later(start: datetime, length: Length, direction: int) -> datetime:
    days, seconds = _seconds(length)
    try:
        return start + direction * timedelta(days=days, seconds=seconds)
    except OverflowError as error:
        raise UnresolvableError from error


def _start_of(base: Resolved, outlook: Outlook) -> datetime:
    """Give the minute a base begins; a time of day without a day is one of today."""
    day, time = (base.first, base.time) if isinstance(base, Extent) else (outlook.today, base.value.removeprefix("T"))
    hour, _, minute = time.partition(":")
    start = datetime.combine(day, datetime.min.time())
    return start.replace(hour=int(hour), minute=int(minute[:2])) if hour.isdigit() and minute[:2].isdigit() else start


def _at(then: datetime, *, seconds: bool) -> Extent:
    time = then.strftime("%H:%M:%S" if seconds else "%H:%M")
    return Extent(f"{then.date().isoformat()}T{time}", then.date(), moved(then.date(), days=1), None, time=time)


def lasting(moment: Lasting, base: Resolved | None, outlook: Outlook) -> Extent:
    """Give the stretch of a length that ends or begins at a base, else at publication (or the day after)."""
    length, direction = moment.length, moment.direction
    if length.parts[-1][1] in _TIME_LETTERS:
        return _lasting_hours(length, direction, outlook)
    if isinstance(base, Extent):
        return spanning(base.first, _walk(base.first, length, direction))
    if [unit for _, unit in length.parts] == ["quarter"]:
        return _lasting_quarters(int(length.parts[0][0]), direction, outlook)
    today = outlook.today
    if direction < 0:
        found = spanning(_walk(today, length, -1), today)
    else:
        first = moved(today, days=1)
        business = length.parts[0][1] == "business-day"
        found = spanning(first, moved(_walk(today, length, 1), days=1) if business else _walk(first, length, 1))
    return replace(found, mod=length.mod, reasoning=_reasoning(today, "published", length, direction))


def _lasting_quarters(count: int, direction: int, outlook: Outlook) -> Extent:
    """Give the whole quarters before or after the one of publication."""
    now = extent("quarter", outlook.today)
    if not 0 < count < _MOST_QUARTERS:
        raise UnresolvableError
    reasoning = Reasoning(outlook.today, "published", count * direction, "quarter")
    other = moved(now.first if direction < 0 else now.end, months=3 * count * direction)
    first, end = (other, now.first) if direction < 0 else (now.end, other)
    return replace(spanning(first, end), reasoning=reasoning)


_MOST_QUARTERS = 4000


def _lasting_hours(length: Length, direction: int, outlook: Outlook) -> Extent:
    first, last = sorted((outlook.now, _later(outlook.now, length, direction)))
    seconds = length.parts[-1][1] == "second"
    start, end = _at(first, seconds=seconds), _at(last, seconds=seconds)
    return Extent(f"{start.value}/{end.value}", start.first, end.end, None, length.mod)
