"""Rules for English times of day, alone and with a day."""

from __future__ import annotations

from briefings.languages.dates.building import clock, every_at, in_daypart, timed, with_mod
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Clock, Every, Moment, PartOfDay, Shifted, Timed
from briefings.model.values import replace

DAY = "date|weekday_date|short_date|bare_short_weekday"


def _half(hour: int, minute: int | None, half: str) -> Clock | None:
    """Put "am" or "pm" to an hour."""
    if hour > 12 and half == "am":
        return None
    if hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return clock(hour, minute)


def _hundreds(number: int, half: str) -> Clock | None:
    """Read "1140 a.m."."""
    hour, minute = divmod(number, 100)
    return _half(hour, minute, half) if 0 < hour <= 12 and number > 99 else None


def _zoned(time: int | tuple[int, int]) -> Clock | None:
    """Read "1820 GMT" and "15:11 GMT"; the zone is not converted."""
    if isinstance(time, tuple):
        return clock(*time)
    return clock(*divmod(time, 100)) if time > 99 else clock(time)


def _lettered(time: int | tuple[int, int], letter: str) -> Clock | None:
    """Read "at 9a" and "at 8:45p"."""
    hour, minute = (time, None) if isinstance(time, int) else time
    return _half(hour, minute, f"{letter}m") if 0 < hour <= 12 else None


def _with_seconds(time: tuple[int, int, int], half: str) -> Clock | None:
    found = _half(time[0], time[1], half)
    return replace(found, second=time[2]) if found else None


CLOCK: tuple[Rule, ...] = (
    rule("en.time.clock-half", "time", "hm|hmdot ampm zone?", lambda time, half, _z: _half(time[0], time[1], half)),
    rule("en.time.hour-half", "time", "hour ampm zone?", lambda hour, half, _z: _half(hour, None, half)),
    rule("en.time.zoned", "time", "year|num|hm|hmdot zone", lambda time, _z: _zoned(time)),
    rule("en.time.seconds-half", "time", "hms ampm", _with_seconds),
    rule("en.time.clock", "time", "hm", lambda time: clock(*time, sure=time[0] > 12 or time[0] == 0)),
    rule("en.time.seconds", "time", "hms", lambda time: clock(*time)),
    rule("en.time.oclock", "time", "hour o.oclock", lambda hour, _o: clock(hour, sure=False)),
    rule("en.time.hundreds-half", "time", "num ampm", _hundreds),
    rule("en.time.letter", "time", "(at) hour|hm a|p.glued", _lettered),
    rule("en.time.moment", "time", "moment", clock),
    rule("en.time.half-past", "time", "half past hour", lambda _h, _p, hour: clock(hour, 30, sure=False)),
    rule(
        "en.time.past",
        "time",
        "article? min|quarter_word past hour o.oclock?",
        lambda _a, minute, _p, hour, _o: clock(hour, minute, sure=False),
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
        "(at) hour (!unit|comma|other|percent|decimal|slash)",
        lambda hour: clock(hour, sure=False),
    ),
    rule("en.time.dotted-bare", "bare_time", "(at) hmdot", lambda time: clock(*time, sure=False)),
    rule(
        "en.time.about",
        "time",
        "circa hm|hmdot ampm zone?",
        lambda _c, time, half, _z: with_mod("APPROX", _half(time[0], time[1], half)),
    ),
    rule(
        "en.time.about-hour",
        "time",
        "circa hour ampm zone?",
        lambda _c, hour, half, _z: with_mod("APPROX", _half(hour, None, half)),
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


def _is_part(day: Moment) -> bool:
    return isinstance(day, Timed) and isinstance(day.time, PartOfDay)


def _tonight_at(day: Moment, _around: object, hour: int) -> Moment | None:
    """Read "tonight around 7"; the part of the day gives the half."""
    if not _is_part(day):
        return None
    time = clock(hour, sure=False)
    return with_mod("APPROX", timed(day, time)) if time else None


PART_ALONE: tuple[Rule, ...] = (rule("en.time.in-part", "part_alone", "(within) the? part", lambda _the, part: part),)

TIMED: tuple[Rule, ...] = (
    rule(
        "en.time.day-time",
        "date",
        [f"{DAY} comma? at|for? time", f"{DAY} comma? at bare_hour", f"{DAY} comma? at bare_time"],
        lambda day, _c, _at, time: timed(day, time),
    ),
    rule("en.time.time-day", "date", "time comma? on? date|weekday_date", lambda time, _c, _on, day: timed(day, time)),
    rule("en.time.day-part", "date", f"{DAY} part", timed),
    rule("en.time.part-of-day", "date", "part of|within date", lambda part, _of, day: timed(day, part)),
    rule("en.time.this-part", "date", ["this|last|next part"], lambda shift, part: timed(Shifted("day", shift), part)),
    rule(
        "en.time.late-this-part",
        "date",
        "early this|last part",
        lambda mod, shift, part: timed(Shifted("day", shift), replace(part, mod=mod)),
    ),
    rule("en.time.late-part", "date", "early date", lambda mod, day: with_mod(mod, day) if _is_part(day) else None),
    rule("en.time.tonight", "date", "tonight", lambda code: timed(Shifted("day", 0), PartOfDay(code))),
    rule("en.time.every-day", "set", "time every unit=day", lambda time, _e, _u: every_at(Every("P1D"), time)),
    rule(
        "en.time.time-every",
        "set",
        "time comma? on? set|set_word_alone",
        lambda time, _c, _on, every: every_at(every, time),
    ),
    rule("en.time.tonight-hour", "date", "date circa hour (!unit|other|percent)", _tonight_at),
    rule("en.time.every", "set", ["set at? time", "set at bare_time"], lambda every, _at, time: every_at(every, time)),
)
