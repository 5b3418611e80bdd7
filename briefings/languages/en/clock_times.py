"""Rules for English times of day, alone and with a day."""

from __future__ import annotations

from dataclasses import replace

from briefings.languages.dates.building import clock, every_at, in_daypart, timed, with_mod
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Clock, Every, PartOfDay, Shifted

DAY = "date|weekday_date|short_date|bare_short_weekday"


def _half(hour: int, minute: int | None, half: str) -> Clock | None:
    """Put "am" or "pm" to an hour."""
    if hour > 12 and half == "am":
        return None
    if hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return clock(hour, minute)


def _with_seconds(time: tuple[int, int, int], half: str) -> Clock | None:
    found = _half(time[0], time[1], half)
    return replace(found, second=time[2]) if found else None


CLOCK: tuple[Rule, ...] = (
    rule("en.time.clock-half", "time", ["hm|hmdot ampm"], lambda time, half: _half(time[0], time[1], half)),
    rule("en.time.hour-half", "time", "hour ampm", lambda hour, half: _half(hour, None, half)),
    rule("en.time.seconds-half", "time", "hms ampm", _with_seconds),
    rule("en.time.clock", "time", "hm", lambda time: clock(*time, sure=time[0] > 12 or time[0] == 0)),
    rule("en.time.seconds", "time", "hms", lambda time: clock(*time)),
    rule("en.time.oclock", "time", "hour.oclock", lambda hour: clock(hour, sure=False)),
    rule("en.time.moment", "time", "moment", clock),
    rule("en.time.half-past", "time", "half past hour", lambda _h, _p, hour: clock(hour, 30, sure=False)),
    rule(
        "en.time.past",
        "time",
        "article? min|quarter_word past hour",
        lambda _a, minute, _p, hour: clock(hour, minute, sure=False),
    ),
    rule(
        "en.time.to",
        "time",
        [
            "(!slash|dash|from|dot) article? quarter_word to hour (!unit|slash|dash)",
            "(at) article? min to hour (!unit|slash|dash|other|percent)",
        ],
        lambda _a, minute, _t, hour: clock((hour - 1) % 24, 60 - minute, sure=False) if 0 < minute < 60 else None,
    ),
    rule(
        "en.time.at-hour",
        "bare_hour",
        "(at) hour (!unit|comma|other|percent|decimal)",
        lambda hour: clock(hour, sure=False),
    ),
    rule("en.time.dotted-bare", "bare_time", "(at) hmdot", lambda time: clock(*time, sure=False)),
    rule(
        "en.time.about",
        "time",
        "circa hm|hmdot ampm",
        lambda _c, time, half: with_mod("APPROX", _half(time[0], time[1], half)),
    ),
    rule(
        "en.time.about-hour",
        "time",
        "circa hour ampm",
        lambda _c, hour, half: with_mod("APPROX", _half(hour, None, half)),
    ),
    rule(
        "en.time.spelled",
        "time",
        ["(at|from|until|and|between) hour.spelled min.spelled (!unit|other|month|percent)"],
        lambda hour, minute: clock(hour, minute, sure=False) if minute >= 10 and 0 < hour <= 12 else None,
    ),
    rule("en.time.part", "part", "daypart.nom", PartOfDay),
    rule("en.time.part-early", "part", "early daypart", lambda mod, code: PartOfDay(code, mod)),
)


HOURS: tuple[Rule, ...] = (
    rule(
        "en.time.hour-part",
        "time",
        ["time within the? part", "bare_hour within the? part", "hour within the part"],
        lambda time, _in, _the, part: _in_part(time, part),
    ),
)


def _in_part(time: Clock | int, part: PartOfDay) -> Clock | None:
    found = clock(time) if isinstance(time, int) else time
    return in_daypart(part.code, found) if found else None


TIMED: tuple[Rule, ...] = (
    rule(
        "en.time.day-time",
        "date",
        [f"{DAY} comma? at? time", f"{DAY} comma? at bare_hour", f"{DAY} comma? at bare_time"],
        lambda day, _c, _at, time: timed(day, time),
    ),
    rule("en.time.time-day", "date", "time comma? on? date|weekday_date", lambda time, _c, _on, day: timed(day, time)),
    rule("en.time.day-part", "date", f"{DAY} part", timed),
    rule("en.time.part-of-day", "date", "part of|within date", lambda part, _of, day: timed(day, part)),
    rule("en.time.this-part", "date", ["this|last|next part"], lambda shift, part: timed(Shifted("day", shift), part)),
    rule(
        "en.time.late-this-part",
        "date",
        "early this part",
        lambda mod, _t, part: timed(Shifted("day", 0), replace(part, mod=mod)),
    ),
    rule("en.time.tonight", "date", "tonight", lambda code: timed(Shifted("day", 0), PartOfDay(code))),
    rule("en.time.every-day", "set", "time every unit=day", lambda time, _e, _u: every_at(Every("P1D"), time)),
    rule("en.time.every", "set", ["set at? time", "set at bare_time"], lambda every, _at, time: every_at(every, time)),
)
