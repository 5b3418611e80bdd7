"""A date expression and an outlook give a value: one function for each kind of `briefings.languages.dates.moments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.dates.calendar_values import calendar, in_year, named, seen_from
from briefings.facts.dates.clocks import clock, clock_value
from briefings.facts.dates.extents import (
    MUST,
    PAST,
    Extent,
    Outlook,
    Resolved,
    Timeless,
    UnresolvableError,
    anchor,
    day_of,
    extent,
    is_as_fine,
    moved,
    nearest,
    reason_unit,
    shifted_extent,
    spanning,
)
from briefings.facts.dates.lengths import away, lasting, length_value, long_time
from briefings.facts.dates.parts import part_of
from briefings.facts.dates.stretches import beginning_of, ending_of, rest_of, same_in
from briefings.languages.dates.feasts import days_of_feast, feast, nth_weekday
from briefings.languages.dates.moments import (
    Away,
    Between,
    Calendar,
    Clock,
    Edge,
    Era,
    Every,
    Holiday,
    Lasting,
    Length,
    LongTime,
    Moment,
    Named,
    Open,
    Part,
    PartOfDay,
    Reference,
    Rest,
    Same,
    Shifted,
    Timed,
    Unknown,
    Within,
)
from briefings.model import Reasoning
from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def resolve(moment: Moment, outlook: Outlook) -> Resolved:
    """Give the value of an expression; raises UnresolvableError when it has none."""
    return _RESOLVERS[type(moment)](moment, outlook)


def days_of(moment: Moment, outlook: Outlook) -> Extent:
    """Give the days of an expression; one without days is unresolvable."""
    found = resolve(moment, outlook)
    if not isinstance(found, Extent):
        raise UnresolvableError
    return found


def _era(moment: Era, _outlook: Outlook) -> Extent:
    if moment.unit == "decade":
        return extent("decade", day_of(moment.number * 10, 1, 1))
    return extent("century", day_of(max((moment.number - 1) * 100, 1), 1, 1))


def _shifted(moment: Shifted, outlook: Outlook) -> Extent:
    base, kind = anchor(outlook, in_text=moment.in_text, unit=moment.unit, back=moment.shift < 0)
    if moment.beside and is_as_fine(outlook.beside, moment.unit):
        base, kind = outlook.beside.first, "text"
    shift = moment.shift
    if moment.unit == "weekend" and shift == 0 and outlook.tense < 0 and base.isoweekday() < 6:
        shift = -1
    found = shifted_extent(moment.unit, base, shift)
    return replace(found, reasoning=Reasoning(base, kind, shift, reason_unit(moment.unit)))


def _rest(moment: Rest, outlook: Outlook) -> Extent:
    found = days_of(moment.base, outlook)
    return found if moment.late and outlook.tense <= PAST else rest_of(found, outlook, late=moment.late)


def _same(moment: Same, outlook: Outlook) -> Extent:
    return same_in(days_of(moment.year, outlook), outlook)


def _within(moment: Within, outlook: Outlook) -> Extent:
    base = days_of(moment.base, outlook)
    return replace(in_year(moment.what, base.first.year), reasoning=base.reasoning)


def _unknown(_moment: Unknown, _outlook: Outlook) -> Extent:
    raise UnresolvableError


def _length(moment: Length, _outlook: Outlook) -> Timeless:
    return Timeless(length_value(moment), moment.mod)


def _away(moment: Away, outlook: Outlook) -> Resolved:
    if moment.inside and outlook.tense <= PAST:
        return Timeless(length_value(moment.length), moment.length.mod)
    if moment.inside == "any time":
        return lasting(Lasting(moment.length, 1, Shifted("day", 0)), days_of(Shifted("day", 0), outlook), outlook)
    if moment.inside == "until then" and outlook.tense > 0:
        return replace(lasting(Lasting(moment.length, 1), None, outlook), mod="ON_OR_BEFORE")
    found = away(moment, None if moment.base is None else resolve(moment.base, outlook), outlook)
    return replace(found, mod="ON_OR_BEFORE") if moment.inside in {"by then", "until then"} else found


def _lasting(moment: Lasting, outlook: Outlook) -> Extent:
    return lasting(moment, None if moment.base is None else resolve(moment.base, outlook), outlook)


def _part(moment: Part, outlook: Outlook) -> Extent:
    if moment.base is None:
        return _part_of_now(moment, outlook)
    base = days_of(moment.base, outlook)
    if isinstance(moment.base, Holiday) and moment.unit == "day":
        base = spanning(base.first, moved(base.first, days=days_of_feast(moment.base.key)))
    return replace(part_of(moment, base), reasoning=base.reasoning)


def _part_of_now(moment: Part, outlook: Outlook) -> Extent:
    today = outlook.today
    if moment.weekday:
        found = nth_weekday(today.year, today.month, moment.weekday, moment.number)
        if found is None:
            raise UnresolvableError
        return extent("day", found)
    if moment.number < 0:
        return part_of(moment, extent("year", today))
    half = moment.unit == "half"
    return calendar(Calendar(half=moment.number) if half else Calendar(quarter=moment.number), outlook)


def _edge(moment: Edge, outlook: Outlook) -> Resolved:
    if moment.mod == "SINCE":
        return _begun(resolve(moment.base, replace(outlook, tense=-MUST)))
    return replace(resolve(moment.base, outlook), mod=moment.mod)


def _begun(found: Resolved) -> Resolved:
    """Give what something has lasted since; its own edge ("since late July") says more than the word."""
    return found if found.mod else replace(found, mod="SINCE")


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
    if start.time and end.time and start.first == end.first and end.value < start.value:
        end = _next_day(end)
    if end.end <= start.first:
        raise UnresolvableError
    if start.time or end.time:
        return Extent(f"{start.value}/{end.value}", start.first, end.end, None, None, start.reasoning)
    last = end.end if moment.through or end.mod == "END" else end.first
    if last <= start.first:
        last = end.end
    return replace(_days_between(start, end, last), reasoning=start.reasoning or end.reasoning)


def _next_day(end: Extent) -> Extent:
    """Give the same time a day later, as the end of "from 10 p.m. to 6 a.m."."""
    first = moved(end.first, days=1)
    return replace(end, value=f"{first.isoformat()}T{end.time}", first=first, end=moved(first, days=1))


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
        return days_of(start, seen_from(last.first, outlook, -1)), last
    first = days_of(start, outlook)
    if _lacks_year(end):
        last = days_of(end, seen_from(first.first, outlook, 1))
        return _holding_today(start, end, outlook) or (first, last)
    return first, days_of(end, outlook)


def _holding_today(start: Moment, end: Moment, outlook: Outlook) -> tuple[Extent, Extent] | None:
    """Give the range of months that holds today, if it began in the last year: "Mayıs'tan Mart'a kadar"."""
    if not (isinstance(start, Calendar) and start.month and not start.day and outlook.published):
        return None
    before = days_of(start, seen_from(outlook.today, outlook, -1))
    after = days_of(end, seen_from(before.first, outlook, 1))
    return (before, after) if before.first <= outlook.today < after.end else None


def _lacks_year(moment: Moment) -> bool:
    if isinstance(moment, Timed | Edge):
        return _lacks_year(moment.day if isinstance(moment, Timed) else moment.base)
    return isinstance(moment, Calendar) and moment.year is None


def _open(moment: Open, outlook: Outlook) -> Resolved:
    base = moment.base
    if isinstance(base, Clock):
        found: Resolved = Timeless(f"T{clock_value(base)}")
    else:
        found = resolve(base, replace(outlook, tense=-MUST) if moment.side == "since" else outlook)
    if isinstance(found, Timeless) and not found.value.startswith("T"):
        raise UnresolvableError
    if isinstance(found, Timeless):
        value = f"../{found.value}" if moment.side in {"before", "until"} else f"{found.value}/.."
        return Timeless(value)
    if found.time:
        value = f"../{found.value}" if moment.side in {"before", "until"} else f"{found.value}/.."
        return replace(found, value=value)
    first, end = beginning_of(found).isoformat(), ending_of(found).isoformat()
    first = end if found.mod == "END" and moment.side == "before" else first
    value = {
        "before": f"../{first}",
        "until": f"../{end}",
        "since": f"{first}/..",
        "from": f"{first}/..",
        "after": f"{end}/..",
    }[moment.side]
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
    Calendar: calendar, Era: _era, Shifted: _shifted, Named: named, Length: _length, Away: _away, Lasting: _lasting,
    Part: _part, Edge: _edge, Clock: clock, PartOfDay: clock, Timed: _timed, Between: _between, Open: _open,
    Every: _every, Reference: _reference, Holiday: _holiday, Within: _within, Unknown: _unknown,
    Rest: _rest, Same: _same, LongTime: lambda moment, _: Timeless(long_time(moment)),
}  # fmt: skip
