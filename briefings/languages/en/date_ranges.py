"""Rules for English ranges: from one moment to another, and all time before, since or after one."""

from __future__ import annotations

from dataclasses import replace

from briefings.languages.dates.building import between, has_day, hours, timed_range, years
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Between, Calendar, Moment, Open, Timed

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
        ["between time and time", "between hour and time"],
        lambda _b, start, _and, end: _halved(start, end),
    ),
    rule(
        "en.time.range-dash",
        "time_range",
        ["time dash time", "time until time", "hour dash time"],
        lambda start, _d, end: _halved(start, end),
    ),
)


def _halved(start: object, end: object) -> Between | None:
    """Make a range of times where an hour alone takes the half of the day from the end: "4 to 5 pm"."""
    if isinstance(start, int) and getattr(end, "hour", 0) >= 12 and start + 12 <= end.hour:  # type: ignore[attr-defined]
        start = start + 12
    return hours(start, end)


DAY_RANGES: tuple[Rule, ...] = (
    rule(
        "en.time.day-range", "date", "date|weekday_date comma? time_range", lambda day, _c, span: timed_range(day, span)
    ),
    rule(
        "en.time.range-day", "date", "time_range on? date|weekday_date", lambda span, _on, day: timed_range(day, span)
    ),
)


def _days(day: int, _dash: object, end: Moment) -> Between | None:
    """Read "1–3 December"."""
    if isinstance(end, Calendar) and end.day and day < end.day:
        return between(replace(end, day=day, weekday=None), end, through=True)
    return None


def _dashed(start: Moment, _dash: object, end: Moment) -> Between | None:
    """Read "20 December - 4 January"; two full dates with a dash are a birth and a death, and stay two."""
    days = isinstance(start, Calendar) and isinstance(end, Calendar) and start.day and end.day and not start.year
    return between(start, end, through=True) if days else None


def _named_days(day: int, end: Moment) -> Between | None:
    """Read "between 4 and 8 December", whose value ends at the day named last."""
    found = _days(day, None, end)
    return replace(found, through=False) if found else None


def _two_days(day: int, _and: object, end: Moment) -> Between | None:
    """Read "4 and 5 December" as one stretch; days that do not follow each other are none."""
    follows = isinstance(end, Calendar) and end.day == day + 1
    return _days(day, None, end) if follows else None


def _month_days(
    start: Moment, _dash: object, day: int, _comma: object = None, year: int | None = None
) -> Between | None:
    """Read "December 1–3, 2025"."""
    if isinstance(start, Calendar) and start.day and start.month and start.day < day and start.year is None:
        first = replace(start, year=year)
        return between(first, replace(first, day=day, weekday=None), through=True)
    return None


def _years(start: Calendar, _dash: object, end: int) -> Between | None:
    year = start.year or 0
    if year % 100 >= end:
        return None
    return between(start, Calendar(year=year - year % 100 + end), through=True)


RANGES: tuple[Rule, ...] = (
    rule("en.date.range-days", "date", ["dom|nth dash date", "dom|nth until date"], _days),
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
        ["date dash dom|nth comma? year", "date dash dom|nth", "date until nth|dom (!unit)"],
        _month_days,
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
    rule("en.date.range-short-years", "date", "bare_year dash.glued two.glued", _years),
    rule(
        "en.date.range-months",
        "date",
        ["bare_month dash date", "bare_month dash bare_month", "bare_month until bare_month", "bare_month until date"],
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
        ["date|bare_year or|and after|later"],
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
        lambda _s, _the, base: Open(base, "since"),
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
