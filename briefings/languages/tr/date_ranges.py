"""Rules for Turkish ranges: from one moment to another, and all time before, since or after one."""

from __future__ import annotations

from briefings.languages.dates.building import (
    between,
    clock,
    has_day,
    hours,
    in_daypart,
    open_hour,
    timed_range,
    with_mod,
    years,
)
from briefings.languages.dates.grammar import Rule, rule, tagged
from briefings.languages.dates.moments import (
    Between,
    Calendar,
    Clock,
    Edge,
    Moment,
    Open,
    Part,
    PartOfDay,
    Reference,
    Timed,
)
from briefings.languages.tr.clock_times import about_part
from briefings.model.values import replace

END = "date|bare_month|bare_year|short_date|weekday_date|season_date"
TIME = "time|bare_time"


def _until(start: Moment, end: Moment, _until: object = None) -> Between | None:
    return between(start, end, through=False)


def _with(start: Moment, _with: object, end: Moment, _between: object = None) -> Between | None:
    return between(start, end, through=False)


def _dash(start: Moment, _dash: object, end: Moment, _between: object = None) -> Between | None:
    return between(start, end, through=True)


def _days_until(day: int, end: Moment, _until: object = None) -> Between | None:
    start = _same_month(end, day)
    return between(start, end, through=False) if start else None


def _days_through(day: int, _dash: object, end: Moment, _between: object = None) -> Between | None:
    start = _same_month(end, day)
    return between(start, end, through=True) if start else None


def _days_with(day: int, _with: object, end: Moment, _between: object = None) -> Between | None:
    return _days_until(day, end)


def _until_day(start: Moment, day: int, _until: object = None) -> Between | None:
    end = _same_month(start, day)
    return between(start, end, through=False) if end else None


def _with_day(start: Moment, _with: object, day: int, _between: object = None) -> Between | None:
    return _until_day(start, day)


def _ins_day(start: Moment, day: int, _between: object = None) -> Between | None:
    return _until_day(start, day)


def _same_month(moment: Moment, day: int) -> Moment | None:
    """Give another day of the month of a day."""
    if isinstance(moment, Calendar) and moment.day:
        return replace(moment, day=day, weekday=None)
    if isinstance(moment, Part) and moment.unit == "day":
        return replace(moment, number=day)
    return None


def _short_years(start: Calendar, _dash: object, end: int, _between: object = None) -> Between | None:
    year = start.year or 0
    if year % 100 >= end or start.month:
        return None
    return between(start, Calendar(year=year - year % 100 + end), through=True)


def _until_hour(start: Moment, day: Moment, hour: int) -> Between | None:
    """Read "bugün saat 16'dan yarın 17'ye kadar"."""
    time = clock(hour, sure=False)
    return between(start, Timed(day, time), through=False) if time and has_day(day) else None


HOUR_RANGES: tuple[Rule, ...] = (
    rule(
        "tr.time.range-until",
        "time_range",
        [
            f"{tagged(TIME, 'abl')} {tagged(TIME, 'dat')} until",
            "time.abl time.dat",
            f"{tagged(TIME, 'abl')} hour.dat until",
            "hour.abl time.dat until",
            "(date|weekday_date) hour.abl hour.dat until",
        ],
        lambda start, end, _u: hours(start, end),
    ),
    rule(
        "tr.time.range-between",
        "time_range",
        [
            f"{TIME} with {TIME} between",
            f"{TIME} with hour between",
            "hour with time between",
            "(date|weekday_date|short_date) hour with hour between",
        ],
        lambda start, _w, end, _b: hours(start, end),
    ),
    rule(
        "tr.time.range-with",
        "time_range",
        [f"{tagged(TIME, 'ins')} {TIME}|hour between"],
        lambda start, end, _b: hours(start, end),
    ),
    rule(
        "tr.time.range-dash",
        "time_range",
        [
            "time dash time clock? between?",
            "bare_time dash bare_time clock between?",
            "clock hmdot dash hmdot between?",
            "time dash hour between",
            "(date|weekday_date) hour dash hour between?",
            "part hour dash hour between",
        ],
        lambda start, _d, end, *_: hours(start, end),
    ),
    rule(
        "tr.time.range-clock",
        "time_range",
        "clock hmdot dash hmdot between?",
        lambda _c, start, _d, end, _b: hours(clock(*start), clock(*end)),
    ),
    rule(
        "tr.time.range-part",
        "time_range",
        "part hour dash hour between?",
        lambda part, start, _d, end, _b: hours(_at(part, start), _at(part, end)),
    ),
)


def _at(part: PartOfDay, hour: int) -> Clock | None:
    time = clock(hour)
    return in_daypart(part.code, time) if time else None


DAY_RANGES: tuple[Rule, ...] = (
    rule(
        "tr.time.day-range",
        "date",
        "date|weekday_date|short_date comma? time_range",
        lambda day, _c, span: timed_range(day, span),
    ),
)

RANGES: tuple[Rule, ...] = (
    rule(
        "tr.date.range-until",
        "date",
        [f"{tagged(END, 'abl')} {tagged(END, 'dat')} until", f"{tagged(END, 'abl')} {tagged(END, 'dat')} (!postponed)"],
        _until,
    ),
    rule(
        "tr.time.range-days-hours",
        "date",
        "date.abl date|weekday_date hour.dat.apostrophe until",
        lambda start, day, hour, _u: _until_hour(start, day, hour),
    ),
    rule("tr.date.range-between", "date", f"{END} with {END} between", _with),
    rule("tr.date.range-ins", "date", f"{tagged(END, 'ins')} {END} between", _until),
    rule("tr.date.range-dash", "date", f"{END} dash {END}", _dash),
    rule("tr.date.range-dash-between", "date", f"{END} dash {END} between", _with),
    rule(
        "tr.date.range-years",
        "date",
        "bare_year dash bare_year unit=year.plural between?",
        lambda start, _d, end, _u, _b: years(start, end, through=True),
    ),
    rule("tr.date.range-short-years", "date", "bare_year dash.glued two.glued between?", _short_years),
    rule("tr.date.range-days-until", "date", ["dom.abl date.dat until"], _days_until),
    rule("tr.date.range-days", "date", ["dom dash date"], _days_through),
    rule("tr.date.range-days-between", "date", ["dom with date between"], _days_with),
    rule("tr.date.range-day-of-month", "date", "date.abl dom.dat until", _until_day),
    rule("tr.date.range-day-ins", "date", ["date.ins dom between"], _ins_day),
    rule("tr.date.range-day-with", "date", ["date with dom between"], _with_day),
    rule("tr.date.range-year-dated", "date", ["bare_year date between?"], lambda year, span, _b: _in_year(year, span)),
)


def _in_year(year: Calendar, span: Moment) -> Between | None:
    """Put a year before a range whose days have none."""
    if not (isinstance(span, Between) and isinstance(span.start, Calendar) and isinstance(span.end, Calendar)):
        return None
    if span.end.year is not None or not span.end.day:
        return None
    return replace(span, start=replace(span.start, year=year.year), end=replace(span.end, year=year.year))


def _roughly(base: Moment) -> Moment | None:
    """Read "dün akşam 8 gibi"; a day alone with "gibi" is compared ("dün gibi")."""
    return with_mod("APPROX", base) if isinstance(base, Timed) and isinstance(base.time, Clock) else None


def _toward(base: Moment, _toward: object) -> Moment | None:
    """Read "2030'a doğru" as a rough date; "yıl sonuna doğru" is the end of the year anyhow."""
    return None if isinstance(base, Edge) else with_mod("APPROX", base)


OPEN: tuple[Rule, ...] = (
    rule("tr.date.before", "date", f"{tagged(END, 'abl')} even? ago|ago_ki", lambda base, *_: Open(base, "before")),
    rule("tr.date.after", "date", f"{tagged(END, 'abl')} even? later|later_ki", lambda base, *_: Open(base, "after")),
    rule("tr.date.not-before", "date", f"{tagged(END, 'abl')} even late", lambda base, *_: Open(base, "from")),
    rule("tr.date.not-after", "date", f"{tagged(END, 'abl')} even soon", lambda base, *_: Open(base, "before")),
    rule(
        "tr.time.day-before-hour",
        "date",
        "date comma? hour.abl.apostrophe ago|ago_ki",
        lambda day, _c, hour, _a: open_hour(day, hour, "before"),
    ),
    rule(
        "tr.time.day-after-hour",
        "date",
        "date comma? hour.abl.apostrophe later|later_ki",
        lambda day, _c, hour, _a: open_hour(day, hour, "since"),
    ),
    rule("tr.date.since", "date", [f"{tagged(END, 'abl')} since"], lambda base, _s: Open(base, "since")),
    rule("tr.date.starting", "date", f"{tagged(END, 'abl')} starting", lambda base, _s: Open(base, "from")),
    rule(
        "tr.date.after-noun",
        "date",
        [f"{END} or da? even? after_noun", f"{tagged(END, 'loc')} or da? even? after_noun"],
        lambda base, *_: Open(base, "since"),
    ),
    rule(
        "tr.date.or-before",
        "date",
        [f"{END} or da? even? ago", f"{tagged(END, 'loc')} or da? even? ago"],
        lambda base, *_: Open(base, "before"),
    ),
    rule(
        "tr.date.or-after",
        "date",
        [f"{END} or da? even? later", f"{tagged(END, 'loc')} or da? even? later"],
        lambda base, *_: Open(base, "from"),
    ),
    rule("tr.date.before-noun", "date", f"{END} or da? even? before_noun", lambda base, *_: Open(base, "until")),
    rule("tr.date.after-year", "date", "bare_year after_noun", lambda base, _n: Open(base, "after")),
    rule("tr.date.before-year", "date", "bare_year before_noun", lambda base, _n: Open(base, "before")),
    rule("tr.time.before", "time", [f"{tagged(TIME, 'abl')} ago|ago_ki"], lambda base, _a: Open(base, "before")),
    rule("tr.time.after", "time", [f"{tagged(TIME, 'abl')} later|later_ki"], lambda base, _l: Open(base, "since")),
    rule("tr.date.as-early", "date", "date until soon", lambda base, *_: Open(base, "from")),
    rule("tr.time.as-early", "time", f"{TIME} until soon", lambda base, *_: Open(base, "from")),
    rule("tr.date.deadline", "date", "at_latest date", lambda _l, base: with_mod("ON_OR_BEFORE", base)),
    rule("tr.date.earliest", "date", "at_earliest date|bare_year", lambda _e, base: Open(base, "from")),
    rule("tr.date.toward", "date", f"{tagged(END, 'dat')} toward", _toward),
    rule("tr.time.toward", "time", "part.dat toward|against", lambda part, _t: with_mod("APPROX", part)),
    rule("tr.time.part-about", "time", "part about", lambda part, _a: about_part(part)),
    rule("tr.date.earlier", "vague_past", "even ago", lambda *_: Reference("PAST_REF")),
    rule("tr.time.since", "time", f"{tagged(TIME, 'abl')} since", lambda base, _s: Open(base, "since")),
    rule("tr.time.like", "time", "time like", lambda base, _l: with_mod("APPROX", base)),
    rule("tr.time.day-like", "date", "date like", lambda base, _l: _roughly(base)),
    rule("tr.time.bare-about", "time", "bare_time about", lambda time, _a: with_mod("APPROX", time)),
    rule("tr.date.about", "date", ["date|time about"], lambda base, _a: with_mod("APPROX", base)),
    rule("tr.date.approximately", "date", "approximately date|time", lambda _a, base: with_mod("APPROX", base)),
)
