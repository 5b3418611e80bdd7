"""Rules for Turkish dates on the calendar: days, months, years and their parts, and feasts."""

from __future__ import annotations

from briefings.languages.dates.building import (
    day_first,
    dotted,
    dotted_year_first,
    year_first,
)  # fmt: skip
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Calendar, Era, Every, Holiday, Part, Shifted, Unknown

CALENDAR: tuple[Rule, ...] = (
    rule(
        "tr.date.numeric",
        "date",
        [
            "dom slash.glued mon.glued slash.glued year|two.glued",
            "dom dash.glued mon.glued dash.glued year.glued",
            "dom slash.glued month.glued|short_month.glued slash.glued year.glued",
            "dom dash.glued month.glued|short_month.glued dash.glued year.glued",
        ],
        day_first,
    ),
    rule(
        "tr.date.numeric-year-first",
        "date",
        [
            "year dash.glued mon.glued dash.glued dom.glued",
            "year slash.glued mon.glued slash.glued dom.glued",
        ],
        year_first,
    ),
    rule("tr.date.dotted", "date", "dmy", dotted),
    rule("tr.date.dotted-year-first", "date", "ymd", dotted_year_first),
    rule(
        "tr.date.numeric-year-apart",
        "date",
        "dom slash.glued mon.glued year",
        lambda day, _1, month, year: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "tr.date.numeric-short",
        "short_date",
        "dom slash.glued mon.glued (!slash)",
        lambda day, _1, month: Calendar(month=month, day=day),
    ),
    rule(
        "tr.date.numeric-month",
        "date",
        "mon slash.glued year.glued",
        lambda month, _1, year: Calendar(year=year, month=month),
    ),
    rule(
        "tr.date.numeric-year-month",
        "date",
        "year slash.glued mon.glued (!slash)",
        lambda year, _1, month: Calendar(year=year, month=month) if 1990 < year < 2100 else None,
    ),
    rule(
        "tr.date.day-month-year",
        "date",
        [
            "dom month|short_month.capital comma? year comma? weekday|short_weekday? day_word?",
            "dom month|short_month.capital comma? year",
        ],
        lambda day, month, _1=None, year=None, _2=None, weekday=None, _d=None: Calendar(
            year=year, month=month, day=day, weekday=weekday
        ),
    ),
    rule(
        "tr.date.day-month",
        "date",
        ["dom.digits month|short_month.capital", "dom.spelled month.capital"],
        lambda day, month: Calendar(month=month, day=day),
    ),
    rule(
        "tr.date.day-month-weekday",
        "date",
        "dom month|short_month.capital comma? weekday day_word?",
        lambda day, month, _1, weekday, _d: Calendar(month=month, day=day, weekday=weekday),
    ),
    rule(
        "tr.date.month-day",
        "date",
        [
            "month.nom dom.nom year",
            "month.nom dom (!other|unit|cardinal|num|percent|month|slash|dash)",
            "month.gen dom.poss",
        ],
        lambda month, day, year=None: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "tr.date.month-year-day",
        "date",
        "month dash.glued year.glued dash.glued dom.glued",
        lambda month, _1, year, _2, day: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "tr.date.year-month-day",
        "date",
        ["year unit=year? month.gen dom.poss", "year unit=year? month dom.poss"],
        lambda year, _u, month, day: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "tr.date.year-day-month",
        "date",
        "year.nom dom month",
        lambda year, day, month: Calendar(year=year, month=month, day=day),
    ),
    rule(
        "tr.date.month-year",
        "date",
        "month year unit=year.poss?",
        lambda month, year, _u: Calendar(year=year, month=month),
    ),
    rule(
        "tr.date.year-month",
        "date",
        "year unit=year? month unit=month?",
        lambda year, _u, month, _m: Calendar(year=year, month=month),
    ),
    rule(
        "tr.date.year-nth-month",
        "date",
        "year.gen ordinal unit=month.poss",
        lambda year, month, _u: Calendar(year=year, month=month) if 1 <= month <= 12 else None,
    ),
    rule("tr.date.month-named", "date", "month unit=month", lambda month, _u: Calendar(month=month)),
    rule("tr.date.month", "bare_month", "month", lambda month: Calendar(month=month)),
    rule(
        "tr.date.decade",
        "date",
        ["year.plural", "year.li unit=year.plural"],
        lambda year, _u=None: Era("decade", year // 10) if year % 10 == 0 else None,
    ),
    rule(
        "tr.date.decade-short",
        "date",
        ["two.plural.apostrophe", "two.li unit=year.plural"],
        lambda number, _u=None: _short_decade(number),
    ),
    rule("tr.date.before-christ", "date", ["bc ordinal unit=century", "bc num|year unit=year?"], lambda *_: Unknown()),
    rule("tr.date.year-named", "date", "year|year3 unit=year.poss", lambda year, _u: Calendar(year=year)),
    rule(
        "tr.date.year-short",
        "date",
        "two.nom unit=year.poss.gen",
        lambda year, _u: Calendar(year=1900 + year) if year >= 50 else None,
    ),
    rule("tr.date.years-named", "bare_year", "year unit=year.plural", lambda year, _u: Calendar(year=year)),
    rule("tr.date.year", "bare_year", "year", lambda year: Calendar(year=year)),
    rule("tr.date.century", "date", "ordinal unit=century", lambda number, _u: Era("century", number)),
    rule(
        "tr.date.quarter",
        "quarter",
        ["ordinal quarter_word unit=year?"],
        lambda number, *_: Part(None, "quarter", number) if number <= 4 else None,
    ),
    rule(
        "tr.date.half",
        "quarter",
        "ordinal part_half",
        lambda number, _h: Part(None, "half", number) if number <= 2 else None,
    ),
    rule(
        "tr.date.half-year",
        "quarter",
        "ordinal num unit=month.lik",
        lambda number, amount, _m: _months_part(number, amount),
    ),
    rule("tr.set.weekdays-named", "set", "weekday unit=day.plural", lambda weekday, _u: Every(f"XXXX-WXX-{weekday}")),
    rule("tr.date.weekday", "weekday_date", "weekday day_word?", lambda weekday, _d: Calendar(weekday=weekday)),
    rule("tr.date.weekday-short", "short_day", "short_weekday", lambda weekday: Calendar(weekday=weekday)),
    rule(
        "tr.date.weekday-day",
        "date",
        ["weekday comma? dom month year?"],
        lambda weekday, _1, day, month, year: Calendar(year=year, month=month, day=day, weekday=weekday),
    ),
    rule("tr.date.day-alone", "date", "dom.apostrophe.poss.loc (time|clock|part)", lambda day: Calendar(day=day)),
    rule(
        "tr.date.weekday-dom",
        "date",
        ["weekday unit=day.poss? dom.poss"],
        lambda weekday, _d, day: Calendar(day=day, weekday=weekday),
    ),
    rule("tr.date.season", "season_date", "season", lambda season: Calendar(season=season)),
    rule("tr.date.season-months", "date", "season unit=month.plural", lambda season, _m: Calendar(season=season)),
    rule("tr.date.season-year", "date", "year season.poss", lambda year, season: Calendar(year=year, season=season)),
    rule("tr.date.holiday", "date", "feast", Holiday),
    rule(
        "tr.date.holiday-this-year",
        "date",
        "this|last|next unit=year.gen feast",
        lambda shift, _u, key: Holiday(key, Shifted("year", shift)),
    ),
    rule("tr.date.holiday-dated", "date", "dom month feast", lambda day, month, _f: Calendar(month=month, day=day)),
    rule(
        "tr.date.holiday-year", "date", "year unit=year? feast", lambda year, _u, key: Holiday(key, Calendar(year=year))
    ),
)


def _short_decade(number: int) -> Era | None:
    """Give the decade of "90'lı yıllar": the last century's from the twenties on."""
    if number % 10:
        return None
    return Era("decade", (190 if number >= 30 else 200) + number // 10, known=False)


def _months_part(number: int, amount: int) -> Part | None:
    """Give "ilk altı aylık" as a half, "ilk üç aylık" as a quarter."""
    unit = {3: "quarter", 6: "half"}.get(amount)
    return Part(None, unit, number) if unit else None  # type: ignore[arg-type]
