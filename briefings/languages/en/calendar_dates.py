"""Rules for English dates on the calendar: days, months, years and their parts, and feasts."""

from __future__ import annotations

from briefings.languages.dates.building import (
    day_first,
    dotted,
    dotted_year_first,
    full_year,
    year_first,
)  # fmt: skip
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Calendar, Era, Holiday, Shifted, Unknown
from briefings.model.values import replace

MONTH = "month|short_month"
DAY = "dom|nth"
DIGITS = "dom.digits|nth"
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


def _slashed(month: int, _s: object, day: int) -> Calendar:
    """Read "Oct/2"."""
    return Calendar(month=month, day=day)


def _on_weekday(weekday: int, _comma: object, short: Calendar) -> Calendar:
    """Read "Friday 7/6"."""
    return replace(short, weekday=weekday)


def _in_digits(first: int, _1: object, second: int, _2: object, year: int) -> Calendar:
    """Read 03/04/2025, which the desk's setting may turn round."""
    return replace(
        day_first(first, None, second, None, year), either_order=first != second and max(first, second) <= 12
    )


EARLY: tuple[Rule, ...] = (rule("en.date.year-early", "early_year", "year3.digits", lambda year: Calendar(year=year)),)
"""Years of three digits: what no length of time ("120 days") has taken."""

CALENDAR: tuple[Rule, ...] = (
    rule(
        "en.date.numeric",
        "date",
        [
            "dom slash.glued dom.glued slash.glued year|two.glued",
            "dom dash.glued dom.glued dash.glued year.glued",
        ],
        _in_digits,
    ),
    rule(
        "en.date.numeric",
        "date",
        [
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
            f"{DIGITS} of? {MONTH} comma? of|within? year",
            f"{DIGITS} of? {MONTH} comma? of? year3 (!other|unit)",
            f"{DIGITS} of? {MONTH}",
        ],
        lambda day, _of, month, _c=None, _of2=None, year=None: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "en.date.month-day-year",
        "date",
        [f"{MONTH} the? {DAY} comma? of|within? year", f"{MONTH} the? {DAY}", f"{MONTH} comma nth"],
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
        [f"{WEEKDAY} comma? the? nth", f"{WEEKDAY} comma? the ordinal (!other|unit|of|weekday)"],
        lambda weekday, _c, _the, day: Calendar(day=day, weekday=weekday) if 0 < day <= 31 else None,
    ),
    rule(
        "en.date.day-alone",
        "date",
        "(on) the? nth (!other|unit|of|weekday|month)",
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
    rule(
        "en.date.day-month-short-year",
        "date",
        f"{DIGITS} of? {MONTH} of two.digits (!other|unit)",
        lambda day, _of, month, _of2, year: Calendar(year=full_year(year), month=month, day=day),
    ),
    rule(
        "en.date.month-dash-year",
        "date",
        "month|short_month dash.glued year.glued (!dash)",
        lambda month, _d, year: Calendar(year=year, month=month),
    ),
    rule("en.date.month-slash-day", "date", "month|short_month slash.glued dom.glued (!slash)", _slashed),
    rule(
        "en.date.year-month-day",
        "date",
        "year dash.glued short_month|month.glued dash.glued dom.glued",
        year_first,
    ),
    rule("en.date.weekday-numeric", "date", f"{WEEKDAY} comma? short_date", _on_weekday),
    rule("en.date.year-named", "date", ["year_word year|year3|two"], lambda _w, year: Calendar(year=year)),
    rule(
        "en.date.year-era",
        "date",
        ["year|year3|two era", "era year|year3|two"],
        lambda one, two: Calendar(year=max(one, two)),
    ),
    rule(
        "en.date.day-before-christ",
        "date",
        [f"{DIGITS} of? {MONTH} comma? year|year3|num bc", f"{MONTH} {DAY} comma year|year3|num bc"],
        lambda *_: Unknown(),
    ),
    rule("en.date.before-christ", "date", ["year|year3|num bc", "nth|ordinal unit=century bc"], lambda *_: Unknown()),
    rule(
        "en.date.decade",
        "date",
        ["year letter_s.glued", "(the|within) year letter_s", "(the) year.apostrophe"],
        lambda year, _s=None: Era("decade", year // 10) if year % 10 == 0 else None,
    ),
    rule("en.date.year", "bare_year", "year", lambda year: Calendar(year=year)),
    rule(
        "en.date.decade-short",
        "date",
        ["(the|within) quote? two letter_s", "(early) quote? two letter_s"],
        lambda _q, number, _s: _short_decade(number),
    ),
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
