"""Rules for Turkish times of day, alone and with a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.languages.dates.building import clock, every_at, hours, in_daypart, timed, with_mod
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Between, Calendar, Clock, Edge, Every, Open, PartOfDay, Shifted, Timed

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Daypart, Moment

DAY = "date|weekday_date|short_date"


def _hour(part: PartOfDay, hour: int, minute: int | None = None) -> Clock | None:
    time = clock(hour, minute)
    return in_daypart(part.code, time) if time else None


def _at_meal(name: str, code: Daypart) -> Rule:
    """Read "saat 1'de öğle yemeği": the meal tells the half of the day."""
    eaten = f"(daypart={code}) (meal)"
    return rule(
        f"tr.time.{name}",
        "time",
        [f"clock hour.loc {eaten}", f"clock hour.dat {eaten}", f"clock? hour.loc.apostrophe {eaten}"],
        lambda _c, hour: _hour(PartOfDay(code), hour),
    )


CLOCK: tuple[Rule, ...] = (
    rule("tr.time.clock", "time", "clock? hm", lambda _c, time: clock(*time)),
    rule("tr.time.seconds", "time", "clock? hms", lambda _c, time: clock(*time)),
    rule("tr.time.dotted", "time", "clock hmdot", lambda _c, time: clock(*time)),
    rule("tr.time.dotted-bare", "bare_time", "hmdot", lambda time: clock(*time)),
    rule(
        "tr.time.about", "time", "clock approximately hm|hmdot", lambda _c, _a, time: with_mod("APPROX", clock(*time))
    ),
    _at_meal("breakfast", "MO"),
    _at_meal("lunch", "MI"),
    _at_meal("dinner", "EV"),
    rule(
        "tr.time.hour",
        "time",
        "(!dom.nom|decimal|half|spelled.nom) clock hour (!unit|percent|half|spelled|multiple)",
        lambda _c, hour: clock(hour, sure=False),
    ),
    rule("tr.time.half", "time", "clock hour half", lambda _c, hour, _h: clock(hour, 30, sure=False)),
    rule(
        "tr.time.spelled",
        "time",
        "clock hour.spelled min.spelled",
        lambda _c, hour, minute: clock(hour, minute, sure=False),
    ),
    rule(
        "tr.time.past",
        "time",
        "clock? hour.acc|hour.poss min past_tail",
        lambda _c, hour, minute, _t: clock(hour, minute, sure=False),
    ),
    rule(
        "tr.time.quarter-past",
        "time",
        "clock? hour.acc|hour.poss quarter_word past_tail",
        lambda _c, hour, *_: clock(hour, 15, sure=False),
    ),
    rule(
        "tr.time.to",
        "time",
        "clock? hour.dat min to_tail",
        lambda _c, hour, minute, _t: _before(hour, minute),
    ),
    rule("tr.time.quarter-to", "time", "clock? hour.dat quarter_word to_tail", lambda _c, hour, *_: _before(hour, 15)),
    rule(
        "tr.time.to-minute",
        "time",
        "clock? hour.spelled min.spelled.dat min unit=minute? to_tail",
        lambda _c, hour, minute, before, _u, _t: _earlier(hour, minute, before),
    ),
    rule("tr.time.midnight", "time", "midnight clock? hour?", lambda *_: clock(0)),
    rule("tr.time.part", "part", "daypart", PartOfDay),
    rule("tr.time.part-early", "part", "daypart early|at_dawn", PartOfDay),
    rule("tr.time.part-hours", "part", "daypart hours", lambda code, _h: PartOfDay(code)),
)


def _earlier(hour: int, minute: int, before: int) -> Clock | None:
    """Give "beş otuza üç dakika kala": so many minutes before a time."""
    return clock(hour, minute - before, sure=False) if minute >= before else None


def _before(hour: int, minutes: int) -> Clock | None:
    """Give "dörde çeyrek var": so many minutes before the hour."""
    return clock((hour - 1) % 24, 60 - minutes, sure=False) if 0 < minutes < 60 else None


def _until_part(start: Clock, part: PartOfDay, hour: int, _until: object) -> Between | None:
    """Read "1.30'dan öğleden sonra 3'e kadar": the half of the day is said of both hours where it fits both."""
    end = _hour(part, hour)
    if end is None:
        return None
    first = in_daypart(part.code, start)
    return hours(first if first and first.hour < end.hour else start, end)


HOURS: tuple[Rule, ...] = (
    rule("tr.time.range-until-part", "time_range", "time.abl|bare_time.abl part hour.dat until", _until_part),
    rule("tr.time.part-clock", "time", "part time|bare_time", lambda part, time: in_daypart(part.code, time)),
    rule("tr.time.clock-part", "time", "clock part hour", lambda _c, part, hour: _hour(part, hour)),
    rule(
        "tr.time.part-hour",
        "time",
        [
            "part hour.loc",
            "part hour.dat",
            "part hour.abl",
            "part hour (like|for)",
            "part hour.spelled (!other)",
            "part hour (!other|unit|month)",
        ],
        _hour,
    ),
    rule("tr.time.clock-part-half", "time", "clock part hour half", lambda _c, part, hour, _h: _hour(part, hour, 30)),
    rule("tr.time.part-half", "time", "part hour half", lambda part, hour, _h: _hour(part, hour, 30)),
    rule("tr.time.part-spelled", "time", "part hour.spelled min.spelled", _hour),
    rule(
        "tr.time.part-past",
        "time",
        "part hour.acc|hour.poss min past_tail",
        lambda part, hour, minute, _t: _hour(part, hour, minute),
    ),
)


def _day_hour(day: object, hour: int, minute: int | None = None) -> Timed | None:
    if (isinstance(day, Shifted) and day.unit == "day") or (isinstance(day, Calendar) and day.weekday):
        time = clock(hour, minute, sure=False)
        return Timed(day, time) if time else None
    return None


def _day_half(day: object, hours_told: float) -> Timed | None:
    """Read "bugün on buçukta"."""
    return _day_hour(day, int(hours_told), 30) if hours_told % 1 == _HALF and hours_told < 24 else None


_HALF = 0.5


def about_part(part: PartOfDay) -> Moment:
    """Read "öğlen civarı" as about twelve; about another part of the day is that part, roughly."""
    return Edge(Clock(12) if part.code == "MI" else part, "APPROX")


def _deadline(day: Moment, _comma: object, side: Literal["before", "from"], time: Moment) -> Open | None:
    """Read "15 Aralık'ta en geç saat 17.00'de"."""
    when = timed(day, time)
    return Open(when, side) if when else None


TIMED: tuple[Rule, ...] = (
    rule(
        "tr.time.deadline",
        "date",
        f"{DAY} comma? at_latest|at_earliest time|bare_time",
        _deadline,
    ),
    rule(
        "tr.time.deadline-alone",
        "time",
        "at_latest|at_earliest time|bare_time",
        lambda side, time: Open(time, side),
    ),
    rule("tr.time.day-time", "date", [f"{DAY} comma? time"], lambda day, _c, time: timed(day, time)),
    rule("tr.time.day-bare-time", "date", f"{DAY} comma? bare_time", lambda day, _c, time: timed(day, time)),
    rule("tr.time.time-day", "date", "time date", lambda time, day: timed(day, time)),
    rule("tr.time.day-part", "date", f"{DAY} part", timed),
    rule("tr.time.this-part", "date", "this part", lambda _t, part: timed(Shifted("day", 0), part)),
    rule("tr.time.this-part-time", "date", "this time", lambda _t, time: timed(Shifted("day", 0), time)),
    rule("tr.time.this-midnight", "date", "this midnight", lambda *_: timed(Shifted("day", 0), Clock(0))),
    rule("tr.time.next-part", "date", "next|follow part", lambda _n, part: timed(Shifted("day", 1), part)),
    rule("tr.time.every-day", "set", "every time", lambda _e, time: every_at(Every("P1D"), time)),
    rule("tr.time.every", "set", "set time", every_at),
    rule("tr.time.date-hour", "date", "date hour.loc.apostrophe", _day_hour),
    rule("tr.time.date-half", "date", "date amount.loc", _day_half),
)

ALONE: tuple[Rule, ...] = (
    rule("tr.date.day-of-month-alone", "bare_day", "dom.apostrophe.poss.loc", lambda day: Calendar(day=day)),
    rule(
        "tr.time.or-hour",
        "time",
        "(time) (or) (da) hour.loc.apostrophe|hour.dat.apostrophe",
        lambda hour: clock(hour, sure=False),
    ),
    rule(
        "tr.time.hours-alone",
        "bare_hours",
        [
            "hour.abl.apostrophe hour.dat.apostrophe until",
            "hour.abl.spelled hour.dat.spelled until",
        ],
        lambda start, end, _u: hours(start, end),
    ),
    rule("tr.time.hours-between", "bare_hours", "hour with hour between", lambda start, _w, end, _b: hours(start, end)),
    rule(
        "tr.time.hours-dash",
        "bare_hours",
        ["hour dash hour between", "bare_time dash bare_time between"],
        lambda start, _d, end, _b: hours(start, end),
    ),
    rule(
        "tr.time.hour-alone",
        "bare_hour",
        ["hour.loc.apostrophe", "hour.loc.spelled"],
        lambda hour: clock(hour, sure=False),
    ),
    rule(
        "tr.time.spelled-alone",
        "bare_hour",
        ["hour.spelled.nom min.spelled.two.loc", "hour.spelled.nom min.spelled.two.dat"],
        lambda hour, minute: clock(hour, minute, sure=False),
    ),
    rule("tr.time.part-through", "time", ["part.abl (since)", "part.dat (until)"], lambda part: part),
)
