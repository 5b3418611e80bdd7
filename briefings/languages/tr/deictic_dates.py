"""Rules for Turkish dates counted from today or from the date the text gave before: days, weeks, months, years."""

from __future__ import annotations

from briefings.languages.dates.building import later_in, shifted
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import (
    Calendar,
    Edge,
    Every,
    Moment,
    Named,
    Part,
    Reference,
    Rest,
    Same,
    Shifted,
    Unknown,
)
from briefings.languages.tr.date_lengths import TIMES

NOT_WITHIN = "(!date.gen|bare_month.gen|bare_year.gen|unit.gen)"
"""No "ekimin" or "yılın" before: "son" and "ilk" then count within it."""


def _only_month(what: Moment) -> bool:
    """Say whether an expression is a month without day and year, as in "nisan ayında"."""
    return isinstance(what, Calendar) and what == Calendar(month=what.month)


DEICTIC: tuple[Rule, ...] = (
    rule("tr.date.deictic", "date", ["deictic", "day_before"], lambda shift: Shifted("day", shift)),
    rule("tr.date.now", "date", "now", Reference),
    rule("tr.date.vague", "date", "past_ref|future_ref", Reference),
    rule("tr.date.weekend", "date", "this|last|next weekend", lambda shift, _w: Shifted("weekend", shift)),
    rule(
        "tr.date.weekend-that", "date", "that weekend|unit=weekend", lambda _t, _w: Shifted("weekend", 0, in_text=True)
    ),
    rule("tr.date.weekend-bare", "date", "weekend", lambda _w: Shifted("weekend", 0)),
    rule("tr.date.weekend-after-next", "date", "next weekend.abl later_ki weekend", lambda *_: Shifted("weekend", 2)),
    rule("tr.date.vague-past", "date", f"{NOT_WITHIN} last unit.plural", lambda *_: Reference("PAST_REF")),
    rule("tr.date.vague-future", "date", "next unit.plural", lambda *_: Reference("FUTURE_REF")),
    rule(
        "tr.date.vague-beside",
        "date",
        f"{NOT_WITHIN} beside unit.plural",
        lambda shift, _u: Reference("PAST_REF") if shift < 0 else Unknown(),
    ),
    rule(
        "tr.date.unit-beside",
        "date",
        f"{NOT_WITHIN} beside unit",
        lambda shift, unit: None if unit in {"day", *TIMES} else Shifted(unit, shift, beside=True),
    ),
    rule(
        "tr.date.quarter-beside",
        "date",
        "beside quarter_word",
        lambda shift, _q: Shifted("quarter", shift, beside=True),
    ),
    rule("tr.date.unit-this", "date", "this unit", shifted),
    rule("tr.date.unit-that", "date", "that unit", lambda _t, unit: shifted(0, unit, in_text=True)),
    rule("tr.date.unit-moved", "date", "next unit|unit", shifted),
    rule(
        "tr.date.unit-past",
        "date",
        f"{NOT_WITHIN} last unit",
        lambda shift, unit: None if unit == "day" else shifted(shift, unit),
    ),
    rule("tr.date.unit-after-next", "date", "next unit.abl later_ki unit", lambda _n, unit, _s, _u: shifted(2, unit)),
    rule(
        "tr.date.unit-following",
        "date",
        "follow unit",
        lambda _f, unit: shifted(1, unit, in_text=True) if unit != "day" else None,
    ),
    rule(
        "tr.date.same-last-year",
        "date",
        ["past_only unit=year.gen same_stretch", "this unit=year.gen same_stretch"],
        lambda shift, *_: Same(Shifted("year", shift)),
    ),
    rule(
        "tr.date.same-year-before",
        "date",
        "beside unit=year.gen same_stretch",
        lambda shift, *_: Same(Shifted("year", shift, beside=True)),
    ),
    rule("tr.date.same-in-year", "date", "bare_year.gen same_stretch", lambda base, _s: Same(base)),
    rule(
        "tr.date.later-in-unit",
        "date",
        ["unit within even? later", "unit.gen proceeding"],
        lambda unit, *_: later_in(Shifted(unit, 0)) if unit in {"day", "week", "month", "year"} else None,
    ),
    rule(
        "tr.date.rest-of-unit",
        "date",
        "unit.gen rest",
        lambda unit, _r: Rest(Shifted(unit, 0)) if unit in {"day", "week", "month", "year"} else None,
    ),
    rule(
        "tr.set.workdays",
        "set",
        ["unit=week inside every unit=day", "unit=week inside"],
        lambda *_: Every("XXXX-WXX-1/XXXX-WXX-6"),
    ),
    rule("tr.set.weekends", "set", "weekends", lambda _w: Every("XXXX-WXX-WE")),
    rule("tr.date.day-following", "date", "follow unit=day", lambda _f, _u: Shifted("day", 1, in_text=True)),
    rule(
        "tr.date.day-after",
        "date",
        ["deictic.abl later (!length|next)", "deictic.abl later_ki unit=day?"],
        lambda shift, *_: Shifted("day", shift + 1) if shift > 0 else None,
    ),
    rule(
        "tr.date.quarter-moved",
        "date",
        "this|past_only|next quarter_word unit=year?",
        lambda shift, *_: Shifted("quarter", shift),
    ),
    rule(
        "tr.date.weekday-week-before", "date", "ago_ki weekday_date", lambda shift, what: Named(what, shift, week=True)
    ),
    rule(
        "tr.date.weekday-moved",
        "date",
        f"{NOT_WITHIN} this|last|coming weekday_date",
        lambda shift, what: Named(what, shift),
    ),
    rule("tr.date.weekday-next-week", "date", "next weekday_date", lambda shift, what: Named(what, shift, week=True)),
    rule("tr.date.weekday-coming", "date", "this next weekday_date", lambda _t, shift, what: Named(what, shift)),
    rule("tr.date.month-moved", "date", "this|last|next bare_month", lambda shift, what: Named(what, shift)),
    rule(
        "tr.date.month-named-moved",
        "date",
        f"{NOT_WITHIN} this|last|next date",
        lambda shift, what: Named(what, shift) if _only_month(what) else None,
    ),
    rule("tr.date.season-moved", "date", "this|last|next season_date", lambda shift, what: Named(what, shift)),
    rule(
        "tr.date.day-of-this-month",
        "date",
        ["unit=month.gen dom.apostrophe", "unit=month.gen dom.spelled.poss"],
        lambda _u, day: Calendar(day=day),
    ),
    rule(
        "tr.date.unit-within",
        "date",
        ["unit.gen (edge|early|ordinal|dom|quarter|weekday_date)"],
        lambda unit: shifted(0, unit) if unit in {"week", "month", "year"} else None,
    ),
    rule(
        "tr.date.unit-edge-bare",
        "date",
        "unit edge.poss",
        lambda unit, edge: Edge(Shifted(unit, 0), edge) if unit in {"week", "month", "year"} else None,
    ),
    rule(
        "tr.date.ordinal-weekday",
        "date",
        f"{NOT_WITHIN} ordinal weekday_date",
        lambda number, what: Part(None, "month", number, what.weekday) if number > 0 else None,
    ),
)
