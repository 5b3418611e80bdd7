"""Rules for English ranges: from one moment to another, and all time before, since or after one."""

from __future__ import annotations

from briefings.languages.dates.building import between, clock, has_day, hours, timed_range, years
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Between, Calendar, Clock, Edge, Length, Moment, Open, PartOfDay, Timed
from briefings.model.values import replace

END = "date|bare_month|bare_year|short_date|weekday_date|season_date|bare_short_month|bare_now"
DATED = "date|weekday_date"
PLAIN = "date|bare_year|bare_month|weekday_date"

HOUR_RANGES: tuple[Rule, ...] = (
    rule(
        "en.time.range-from",
        "time_range",
        ["from time until time", "from hour until time", "from time until hour (!other|unit|month|percent|slash)"],
        lambda _f, start, _u, end: _halved(start, end),
    ),
    rule(
        "en.time.range-between",
        "time_range",
        ["between time and|until time", "between hour and|until time"],
        lambda _b, start, _and, end: _halved(start, end),
    ),
    rule(
        "en.time.range-dash",
        "time_range",
        ["time dash time", "time until time", "hour dash time", "bare_hour dash time"],
        lambda start, _d, end: _halved(start, end),
    ),
    rule(
        "en.time.range-for",
        "time_range",
        "from time|hour for length",
        lambda _f, time, _for, span: _lasting(time, span),
    ),
    rule(
        "en.time.for-range",
        "time_range",
        "for length from time|hour (!unit|dash|slash|month)",
        lambda _for, span, _f, time: _lasting(time, span),
    ),
)


def _halved(start: object, end: object) -> Between | None:
    """Make a range of times where one without its half of the day takes it from the end: "4 to 5 pm"."""
    first = clock(start, sure=False) if isinstance(start, int) else start
    if isinstance(first, Clock) and isinstance(end, Clock) and end.sure and not first.sure:
        later = replace(first, hour=first.hour + 12)
        earlier = (later.hour, later.minute or 0) < (end.hour, end.minute or 0)
        first = later if earlier and end.hour >= _NOON else first
    return hours(first, end)


_NOON = 12


def _lasting(time: object, span: Length) -> Between | None:
    """Read "from 2 pm for two hours"."""
    first = clock(time, sure=False) if isinstance(time, int) else time
    if not isinstance(first, Clock):
        return None
    minutes = sum(amount * _MINUTES.get(unit, 0) for amount, unit in span.parts)
    end = first.hour * 60 + (first.minute or 0) + int(minutes)
    return Between(first, Clock(end // 60, end % 60), through=False) if minutes and end < _DAY else None


_MINUTES = {"hour": 60, "minute": 1}
_DAY = 24 * 60


DAY_RANGES: tuple[Rule, ...] = (
    rule(
        "en.time.day-range",
        "date",
        "date|weekday_date|short_date comma? at? time_range",
        lambda day, _c, _at, span: timed_range(day, span),
    ),
    rule(
        "en.time.day-part-range",
        "date",
        "date hour dash.glued hour.glued (!unit|other|dash|slash|percent)",
        lambda day, start, _d, end: _hours_of_part(day, start, end),
    ),
    rule(
        "en.time.range-day", "date", "time_range on? date|weekday_date", lambda span, _on, day: timed_range(day, span)
    ),
)


def has_part(day: Moment) -> bool:
    """Say whether a day has a part of the day, which tells the half for hours behind it."""
    return isinstance(day, Timed) and isinstance(day.time, PartOfDay)


def _hours_of_part(day: Moment, start: int, end: int) -> Between | None:
    """Read "next Monday morning 6-8"."""
    span = hours(start, end)
    return timed_range(day, span) if span and has_part(day) else None


def _days(day: int, _dash: object, end: Moment) -> Between | None:
    """Read "1–3 December"."""
    if isinstance(end, Calendar) and end.day and day < end.day:
        return between(replace(end, day=day, weekday=None), end, through=True)
    return None


def _dashed(start: Moment, _dash: object, end: Moment) -> Between | None:
    """Read "20 December - 4 January"; two full dates with a dash are a birth and a death, and stay two."""
    if not (isinstance(start, Calendar) and isinstance(end, Calendar)):
        return None
    days = start.day and end.day and not start.year
    months = start.month and end.month and not start.day and not end.day
    return between(start, end, through=True) if days or months else None


def _named_days(day: int, end: Moment) -> Between | None:
    """Read "between 4 and 8 December", whose value ends at the day named last."""
    found = _days(day, None, end)
    return replace(found, through=False) if found else None


def _two_days(day: int, _and: object, end: Moment) -> Between | None:
    """Read "4 and 5 December" as one stretch; days that do not follow each other are none."""
    follows = isinstance(end, Calendar) and end.day == day + 1
    return _days(day, None, end) if follows else None


def _month_days(
    start: Moment, _dash: object, _the: object, day: int, _comma: object = None, year: int | None = None
) -> Between | None:
    """Read "December 1–3, 2025" and "April the ninth to the seventeenth"."""
    if isinstance(start, Calendar) and start.day and start.month and start.day < day and start.year is None:
        first = replace(start, year=year)
        return between(first, replace(first, day=day, weekday=None), through=True)
    return None


def _to_day(start: Moment, day: int) -> Between | None:
    """Read "from April 27th to the third", which may lie in the next month."""
    if not (isinstance(start, Calendar) and start.day and start.month) or not 0 < day <= 31:
        return None
    months = start.month + (day <= start.day)
    year = start.year and start.year + (months > 12)
    end = Calendar(year=year, month=(months - 1) % 12 + 1, day=day)
    return between(start, end, through=False)


def _years(start: Calendar, _dash: object, end: int) -> Between | None:
    year = start.year or 0
    if year % 100 >= end:
        return None
    return between(start, Calendar(year=year - year % 100 + end), through=True)


RANGES: tuple[Rule, ...] = (
    rule("en.date.range-days", "date", "dom|nth dash date", _days),
    rule("en.date.range-days-to", "date", "dom|nth until date", lambda day, _u, end: _named_days(day, end)),
    rule(
        "en.date.range-between-days",
        "date",
        "between the? dom|nth|ordinal and the? date",
        lambda _b, _the, day, _and, _the2, end: _named_days(day, end),
    ),
    rule(
        "en.date.range-from-days",
        "date",
        "from the? dom|nth|ordinal until the? date",
        lambda _f, _the, day, _u, _the2, end: _named_days(day, end),
    ),
    rule("en.date.two-days", "date", "dom|nth and date", _two_days),
    rule(
        "en.date.range-month-days",
        "date",
        ["date dash the? dom|nth comma? year", "date dash the? dom|nth", "date until the? nth|dom (!unit)"],
        _month_days,
    ),
    rule(
        "en.date.range-from-month-days",
        "date",
        "from date until the? nth|ordinal (!unit|other|of)",
        lambda _f, start, _u, _the, day: _to_day(start, day),
    ),
    rule(
        "en.date.range-between",
        "date",
        [f"between {END} and {END}"],
        lambda _b, start, _and, end: between(start, end, through=False),
    ),
    rule(
        "en.date.range-from",
        "date",
        f"from the? {END} until the? {END}",
        lambda _f, _the, start, _u, _the2, end: between(start, end, through=False),
    ),
    rule("en.date.range-dash", "date", "date dash date", _dashed),
    rule(
        "en.date.range-to",
        "date",
        ["date until date", "bare_year until bare_year", "bare_year until date", "date until bare_now"],
        lambda start, _u, end: between(start, end, through=False),
    ),
    rule(
        "en.date.range-years",
        "date",
        "bare_year dash.glued bare_year.glued",
        lambda start, _d, end: years(start, end, through=True),
    ),
    rule(
        "en.date.range-from-dash",
        "date",
        "from|between bare_year dash bare_year",
        lambda _f, start, _d, end: years(start, end, through=False),
    ),
    rule(
        "en.date.range-from-dates",
        "date",
        "from date dash date",
        lambda _f, start, _d, end: between(start, end, through=False),
    ),
    rule("en.date.range-short-years", "date", "bare_year dash.glued two.glued", _years),
    rule(
        "en.date.range-months",
        "date",
        [
            "bare_month|bare_short_month dash date",
            "bare_month dash bare_month",
            "bare_month until bare_month",
            "bare_month until date",
        ],
        lambda start, _d, end: between(start, end, through=True),
    ),
)

OPEN: tuple[Rule, ...] = (
    rule(
        "en.date.before",
        "date",
        [f"before to? the? {PLAIN} (!other|length)", f"before to? the? {DATED} (!length)"],
        lambda _b, _to, _the, base: Open(base, "before"),
    ),
    rule(
        "en.date.open-after",
        "date",
        ["date|bare_year or|and after|later (!time|hour)"],
        lambda base, *_: Open(base, "from"),
    ),
    rule("en.date.latest", "date", f"latest {PLAIN}", lambda _l, base: Open(base, "before")),
    rule("en.date.soonest", "date", f"soonest {PLAIN}", lambda _s, base: Open(base, "from")),
    rule("en.date.open-earlier", "date", "date|bare_year or before", lambda base, *_: Open(base, "before")),
    rule("en.date.after", "date", f"after the? {PLAIN} (!other|length)", lambda _a, _the, base: Open(base, "after")),
    rule(
        "en.date.since",
        "date",
        [f"since the? {PLAIN} (!other|length)", f"since the? {DATED} (!length)"],
        lambda _s, _the, base: Edge(base, "SINCE"),
    ),
    rule(
        "en.time.day-before",
        "date",
        "date|weekday_date before time (!other)",
        lambda day, _b, time: Open(Timed(day, time), "before") if has_day(day) else None,
    ),
    rule(
        "en.time.day-after",
        "date",
        "date|weekday_date after time (!other)",
        lambda day, _a, time: Open(Timed(day, time), "since") if has_day(day) else None,
    ),
    rule("en.time.before", "time", "before time (!other)", lambda _b, base: Open(base, "before")),
    rule("en.time.after", "time", "after time (!other)", lambda _a, base: Open(base, "since")),
)
