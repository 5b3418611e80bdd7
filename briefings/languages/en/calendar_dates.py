"""Rules for English dates on the calendar: days, months, years and their parts, and feasts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.languages.date_rules import (
    day_first,
    dotted,
    dotted_year_first,
    full_year,
    lasting,
    length,
    shifted,
    with_mod,
    year_first,
)  # fmt: skip
from briefings.languages.grammar import Rule, rule
from briefings.languages.moments import Calendar, Era, Holiday, Moment, Named, Part, Reference, Shifted, Unknown, Within

if TYPE_CHECKING:
    from briefings.languages.moments import Unit

MONTH = "month|short_month"
DAY = "dom|nth"
WEEKDAY = "weekday|short_weekday"

ORDINALS: tuple[Rule, ...] = (
    rule("en.number.ordinal", "nth", "num th.glued", lambda number, _th: number),
    rule(
        "en.number.ordinal-word",
        "nth",
        ["ordinal (month|short_month|of)", "(month) ordinal"],
        lambda number: number if number > 0 else None,
    ),
    rule(
        "en.number.ordinal-tens",
        "nth",
        "num.spelled dash? ordinal",
        lambda tens, _d, ones: tens + ones if tens in {20, 30} and 0 < ones < 10 else None,
    ),
    rule("en.number.month-dot", "month", "short_month dot.glued", lambda month, _dot: month),
    rule("en.number.weekday-dot", "weekday", "short_weekday.capital dot.glued", lambda weekday, _dot: weekday),
    rule("en.number.bc", "bc", ["b dot c dot e dot?", "b dot c dot?"], lambda *_: 0),
    rule("en.number.am", "ampm", ["a m", "a dot.glued m dot?"], lambda *_: "am"),
    rule("en.number.pm", "ampm", ["p m", "p dot m dot?"], lambda *_: "pm"),
)

CALENDAR: tuple[Rule, ...] = (
    rule(
        "en.date.numeric",
        "date",
        [
            "dom slash.glued dom.glued slash.glued year|two.glued",
            "dom dash.glued dom.glued dash.glued year.glued",
            "dom slash.glued short_month|month.glued slash.glued year.glued",
            "dom dash.glued short_month|month.glued dash.glued year.glued",
        ],
        day_first,
    ),
    rule(
        "en.date.numeric-year-first",
        "date",
        [
            "year dash.glued mon.glued dash.glued dom.glued",
            "year slash.glued mon.glued slash.glued dom.glued",
            "year slash.glued month|short_month.glued slash.glued dom.glued",
        ],
        year_first,
    ),
    rule("en.date.dotted", "date", "dmy", dotted),
    rule("en.date.dotted-year-first", "date", "ymd", dotted_year_first),
    rule(
        "en.date.numeric-short",
        "short_date",
        "dom slash.glued dom.glued (!slash)",
        lambda first, _1, second: _short(first, second),
    ),
    rule(
        "en.date.numeric-month",
        "date",
        ["mon slash.glued year.glued", "month|short_month slash.glued year.glued"],
        lambda month, _1, year: Calendar(year=year, month=month),
    ),
    rule(
        "en.date.year-month-number",
        "date",
        "year dash.glued mon.two.glued (!dash)",
        lambda year, _1, month: Calendar(year=year, month=month),
    ),
    rule(
        "en.date.day-month-year",
        "date",
        [
            f"{DAY} of? {MONTH} comma? of|within? year",
            f"{DAY} of? {MONTH}",
        ],
        lambda day, _of, month, _c=None, _of2=None, year=None: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "en.date.month-day-year",
        "date",
        [f"{MONTH} the? {DAY} comma? of|within? year", f"{MONTH} the? {DAY}"],
        lambda month, _the, day, _c=None, _of=None, year=None: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "en.date.weekday-month-day",
        "date",
        [
            f"{WEEKDAY} comma? {MONTH} the? {DAY} comma? year",
            f"{WEEKDAY} comma? {MONTH} the? {DAY}",
        ],
        lambda weekday, _c, month, _the, day, _c2=None, year=None: Calendar(year, month, day, weekday),
    ),
    rule(
        "en.date.weekday-day-month",
        "date",
        [
            f"{WEEKDAY} comma? the? {DAY} of? {MONTH} comma? year",
            f"{WEEKDAY} comma? the? {DAY} of? {MONTH}",
        ],
        lambda weekday, _c, _the, day, _of, month, _c2=None, year=None: Calendar(year, month, day, weekday),
    ),
    rule(
        "en.date.weekday-day",
        "date",
        f"{WEEKDAY} comma? the? nth",
        lambda weekday, _c, _the, day: Calendar(day=day, weekday=weekday) if day <= 31 else None,
    ),
    rule(
        "en.date.day-alone",
        "date",
        "(on) the nth (!other|unit|of|weekday)",
        lambda _the, day: Calendar(day=day) if day <= 31 else None,
    ),
    rule(
        "en.date.weekday-short-day",
        "date",
        f"{WEEKDAY} nth|two (!other|unit|dash|colon|slash|month)",
        lambda weekday, day: Calendar(day=day, weekday=weekday) if 1 <= day <= 31 else None,
    ),
    rule(
        "en.date.weekday-date",
        "date",
        f"{WEEKDAY} comma? dmy",
        lambda weekday, _c, numbers: replace(dotted(numbers), weekday=weekday),
    ),
    rule(
        "en.date.month-year",
        "date",
        f"{MONTH} comma? of|within? year|year3",
        lambda month, _c, _of, year: Calendar(year=year, month=month),
    ),
    rule("en.date.year-month", "date", f"year {MONTH}", lambda year, month: Calendar(year=year, month=month)),
    rule("en.date.month", "bare_month", "month.capital", lambda month: Calendar(month=month)),
    rule(
        "en.date.month-small",
        "bare_month",
        "month",
        lambda month: Calendar(month=month) if month not in {3, 5} else None,
    ),
    rule("en.date.month-short", "bare_short_month", "short_month", lambda month: Calendar(month=month)),
    rule("en.date.year-named", "date", ["year_word year|year3|two"], lambda _w, year: Calendar(year=year)),
    rule(
        "en.date.year-era",
        "date",
        ["year|year3|two era", "era year|year3|two"],
        lambda one, two: Calendar(year=max(one, two)),
    ),
    rule("en.date.before-christ", "date", ["year|year3|num bc", "nth|ordinal unit=century bc"], lambda *_: Unknown()),
    rule("en.date.year", "bare_year", "year", lambda year: Calendar(year=year)),
    rule(
        "en.date.decade",
        "date",
        "year letter_s.glued",
        lambda year, _s: Era("decade", year // 10) if year % 10 == 0 else None,
    ),
    rule("en.date.decade-short", "date", ["(the) two letter_s"], lambda number, _s: _short_decade(number)),
    rule("en.date.decade-word", "date", "(the) decade_word", lambda number: Era("decade", number, known=False)),
    rule(
        "en.date.century",
        "date",
        "nth|ordinal dash? unit=century",
        lambda number, _d, _c: Era("century", number) if 1 < number < 30 else None,
    ),
    rule(
        "en.date.quarter-code",
        "date",
        ["quarter_code of? year", "quarter_code"],
        lambda quarter, _of=None, year=None: Calendar(year=year, quarter=quarter),
    ),
    rule(
        "en.date.year-quarter-code",
        "date",
        "year dash? quarter_code",
        lambda year, _d, quarter: Calendar(year=year, quarter=quarter),
    ),
    rule("en.date.half-code", "date", "half_code of? year", lambda half, _of, year: Calendar(year=year, half=half)),
    rule(
        "en.date.year-half-code", "date", "year dash? half_code", lambda year, _d, half: Calendar(year=year, half=half)
    ),
    rule("en.date.weekday", "weekday_date", "weekday", lambda weekday: Calendar(weekday=weekday)),
    rule("en.date.weekday-short", "bare_short_weekday", "short_weekday", lambda weekday: Calendar(weekday=weekday)),
    rule(
        "en.date.season-year",
        "date",
        "season of|within? year",
        lambda season, _of, year: Calendar(year=year, season=season),
    ),
    rule("en.date.season", "season_date", "season", lambda season: Calendar(season=season)),
    rule("en.date.holiday-year", "date", "feast comma? year", lambda key, _c, year: Holiday(key, Calendar(year=year))),
    rule("en.date.holiday-moved", "date", "last|next feast", lambda shift, key: Holiday(key, None, shift)),
    rule("en.date.holiday-this", "date", "this feast", lambda _t, key: Holiday(key, Shifted("year", 0))),
    rule("en.date.holiday", "date", "feast", Holiday),
)


def _short(first: int, second: int) -> Calendar:
    """Read 5/12 day first, 11/20 the only way it can be."""
    day, month = (second, first) if second > 12 >= first else (first, second)
    return Calendar(month=month, day=day)


def _short_decade(number: int) -> Era | None:
    if number % 10:
        return None
    return Era("decade", (190 if number >= 30 else 200) + number // 10, known=False)


def _unit_moved(shift: int, unit: Unit) -> Shifted | None:
    """Read "last week" and "next month"; "the next day" goes on in the story, "my last day" is none."""
    if unit == "day":
        return Shifted("day", 1, in_text=True) if shift > 0 else None
    return shifted(shift, unit)


DEICTIC: tuple[Rule, ...] = (
    rule("en.date.deictic", "date", ["deictic", "day_before"], lambda shift: Shifted("day", shift)),
    rule("en.date.now", "date", "now", Reference),
    rule("en.date.now-end", "bare_now", "presence", lambda _n: Shifted("day", 0)),
    rule("en.date.vague", "date", "past_ref|future_ref", Reference),
    rule("en.date.unit-this", "date", "this unit", shifted),
    rule(
        "en.date.month-that-year",
        "date",
        "bare_month of|within? the? that that? unit=year",
        lambda what, *_: Part(Shifted("year", 0, in_text=True), "month", what.month),
    ),
    rule(
        "en.date.date-that-year",
        "date",
        "date|bare_month of|within? last|this|next unit=year",
        lambda what, _of, shift, _u: (
            Within(Shifted("year", shift), what)
            if isinstance(what, Calendar) and what.month and not what.year
            else None
        ),
    ),
    rule("en.date.unit-that", "date", "that that? unit", lambda _t, _s, unit: shifted(0, unit, in_text=True)),
    rule("en.date.unit-moved", "date", ["last unit (!of)", "next unit"], _unit_moved),
    rule(
        "en.date.lasting-turned",
        "date",
        ["num last unit", "num next unit"],
        lambda number, direction, unit: lasting(direction, length(number, unit)),
    ),
    rule(
        "en.date.this-past", "date", ["this last unit", "this next unit"], lambda _t, shift, unit: shifted(shift, unit)
    ),
    rule(
        "en.date.unit-following",
        "date",
        "the? follow unit",
        lambda _the, shift, unit: shifted(shift, unit, in_text=True),
    ),
    rule("en.date.unit-before", "date", "the unit before", lambda _the, unit, _b: shifted(-1, unit, in_text=True)),
    rule("en.date.unit-after-next", "date", "the? unit after next", lambda _the, unit, _a, _n: shifted(2, unit)),
    rule(
        "en.date.weekday-moved",
        "date",
        ["this|last|coming weekday_date|bare_short_weekday"],
        lambda shift, what: Named(what, shift),
    ),
    rule(
        "en.date.weekday-next-week",
        "date",
        "next weekday_date|bare_short_weekday",
        lambda shift, what: Named(what, shift, week=True),
    ),
    rule(
        "en.date.this-past-weekday",
        "date",
        ["this last weekday_date", "this next weekday_date"],
        lambda _t, shift, what: Named(what, shift),
    ),
    rule(
        "en.date.month-moved",
        "date",
        ["this|last|next bare_month", "this|last|next bare_short_month"],
        lambda shift, what: Named(what, shift),
    ),
    rule("en.date.season-moved", "date", "this|last|next season_date", lambda shift, what: Named(what, shift)),
    rule(
        "en.date.earlier-this",
        "date",
        "earlier_word within? date",
        lambda shift, _of, base: (
            with_mod("END" if shift > 0 else "START", base)
            if isinstance(base, Shifted) and base.shift == 0 and base.unit != "day"
            else None
        ),
    ),
)


def in_week(base: Moment, weekday: int) -> Part | None:
    """Give a weekday within a week: "Tuesday of last week"."""
    if isinstance(base, Shifted) and base.unit == "week":
        return Part(base, "day", weekday)
    return None


def two_digit_year(number: int) -> Calendar:
    """Give the year of "'87"."""
    return Calendar(year=full_year(number))
