"""Rules for English dates counted from today or from the date the text gave before: days, weeks, months, years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.building import lasting, length, shifted
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import (
    Calendar,
    Lasting,
    Moment,
    Named,
    Part,
    Reference,
    Shifted,
    Within,
)

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Unit


def _unit_moved(shift: int, unit: Unit) -> Shifted | Lasting | None:
    """Read "last week" and "next month"; "the next day" goes on in the story, "my last day" is none."""
    if unit == "day":
        return Shifted("day", 1, in_text=True) if shift > 0 else None
    if unit == "fortnight":
        return lasting(shift, length(1, unit))
    return shifted(shift, unit)


def _pointed(shift: int, what: Moment) -> Moment | None:
    """Read "this Friday, 5 December" as the date, and "next 6 April" as the one to come."""
    if not isinstance(what, Calendar) or not (what.day and what.month):
        return None
    if what.weekday:
        return what
    return Named(what, shift) if shift > 0 and not what.year else None


DEICTIC: tuple[Rule, ...] = (
    rule("en.date.deictic", "date", ["deictic", "day_before"], lambda shift: Shifted("day", shift)),
    rule("en.date.now", "date", "now", Reference),
    rule("en.date.now-end", "bare_now", "presence", lambda _n: Shifted("day", 0)),
    rule("en.date.vague", "date", "past_ref|future_ref", Reference),
    rule("en.date.unit-this", "date", "this unit", shifted),
    rule("en.date.weekend", "date", "(the) unit=weekend.nom (!of)", lambda _w: Shifted("weekend", 0)),
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
    rule(
        "en.date.past-decade",
        "date",
        "past unit=decade|unit=century|unit=year|unit=month|unit=week.nom",
        lambda _p, unit: lasting(-1, length(1, unit)),
    ),
    rule("en.date.unit-moved", "date", ["last unit (!of)", "next unit"], _unit_moved),
    rule(
        "en.date.lasting-turned",
        "date",
        ["num last unit.plural", "num next unit.plural"],
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
    rule(
        "en.date.lasting-following",
        "date",
        "follow num unit.plural",
        lambda direction, number, unit: lasting(direction, length(number, unit)),
    ),
    rule("en.date.unit-before-last", "date", "the unit before last", lambda _the, unit, *_: shifted(-2, unit)),
    rule("en.date.unit-before", "date", "the unit.nom before", lambda _the, unit, _b: shifted(-1, unit, in_text=True)),
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
    rule("en.date.weekday-pointed", "date", "this|next date", _pointed),
    rule("en.date.season-moved", "date", "this|last|next season_date", lambda shift, what: Named(what, shift)),
)


def in_week(base: Moment, weekday: int) -> Part | None:
    """Give a weekday within a week: "Tuesday of last week"."""
    if isinstance(base, Shifted) and base.unit == "week":
        return Part(base, "day", weekday)
    return None
