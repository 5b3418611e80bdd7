"""Rules for English dates counted from others: parts of a stretch, lengths, moments a length away, and sets."""

from __future__ import annotations

from briefings.languages.dates.building import away, joined, lasting, length, pinned, with_mod
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import (
    Away,
    Calendar,
    Holiday,
    Lasting,
    Length,
    LongTime,
    Moment,
    Part,
    Shifted,
)
from briefings.languages.en.deictic_dates import in_week
from briefings.languages.en.loose_dates import anniversary
from briefings.model.values import replace

ANY = "date|bare_month|bare_year|season_date|weekday_date"

TIMES = frozenset({"hour", "minute", "second"})

LENGTHS: tuple[Rule, ...] = (
    rule("en.duration.length", "length", "num|decimal dash? unit", lambda amount, _d, unit: length(amount, unit)),
    rule(
        "en.duration.business", "length", "num business unit=day", lambda amount, _b, _u: length(amount, "business-day")
    ),
    rule(
        "en.duration.few",
        "length",
        ["few of? unit.plural"],
        lambda few, _of, unit: Length(length(few, unit).parts, "APPROX"),
    ),
    rule(
        "en.duration.choice",
        "length",
        "num or|until|dash num dash? unit.plural",
        lambda low, _to, high, _d, unit: length(high, unit) if low < high else None,
    ),
    rule(
        "en.duration.long",
        "length",
        "num|one dash? unit dash.glued long",
        lambda amount, _d, unit, *_: length(amount, unit),
    ),
    rule("en.duration.round", "length", "bare_year unit.plural", lambda what, unit: length(what.year, unit)),
    rule("en.duration.unit-long", "length", "unit dash.glued long", lambda unit, *_: length(1, unit)),
    rule("en.duration.article", "one_length", "article unit", lambda _a, unit: length(1, unit)),
    rule("en.duration.unmeasured", "date", "(for) unit.plural|unit=century (!of|ago|to)", LongTime),
    rule(
        "en.duration.half",
        "length",
        ["half article unit", "half dash? unit=hour"],
        lambda _h, _a, unit: length("0.5", unit),
    ),
    rule(
        "en.duration.and-half",
        "length",
        ["num and article half unit", "num and? article? half unit"],
        lambda number, _and, _a, _h, unit: length(number + 0.5, unit),
    ),
    rule(
        "en.duration.unit-and-half",
        "length",
        "num unit and article half (!unit)",
        lambda number, unit, *_: length(number + 0.5, unit),
    ),
    rule("en.duration.whole", "length", "whole unit", lambda _w, unit: length(1, unit)),
)

LONG: tuple[Rule, ...] = (
    rule(
        "en.duration.joined",
        "length",
        ["length and length", "length comma? length"],
        lambda one, _and, two: joined(one, two),
    ),
)

PARTS: tuple[Rule, ...] = (
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
    rule(
        "en.date.part-weekday",
        "date",
        f"the? ordinal|nth weekday_date of the? {ANY}",
        lambda _the, number, what, _of, _the2, base: Part(base, "month", number, what.weekday),
    ),
    rule(
        "en.date.part-unit",
        "date",
        f"the? ordinal|nth|last unit of the? {ANY}|bare_short_month|unit_here",
        lambda _the, number, unit, _of, _the2, base: (
            Part(base, unit, number) if unit in {"day", "week", "month", "quarter", "year"} else None
        ),
    ),
    rule(
        "en.date.part-first",
        "date",
        f"the? ordinal=1 length of the? {ANY}|unit_here",
        lambda _the, _f, span, _of, _the2, base: Lasting(span, 1, base) if span.parts[-1][1] not in TIMES else None,
    ),
    rule("en.duration.first", "length", "the? ordinal=1 length (!of)", lambda _the, _first, span: span),
    rule(
        "en.date.part-half",
        "date",
        f"the? ordinal half of the? {ANY}",
        lambda _the, number, _h, _of, _the2, base: Part(base, "half", number) if number in {1, 2} else None,
    ),
    rule(
        "en.date.part-quarter",
        "date",
        "ordinal dash? unit=quarter",
        lambda number, _d, _u: Part(None, "quarter", number) if 1 <= number <= 4 else None,
    ),
    rule(
        "en.date.weekday-of-week", "date", "weekday_date of? date", lambda what, _of, base: in_week(base, what.weekday)
    ),
    rule(
        "en.date.week-weekday",
        "date",
        ["date on? weekday_date", "date on? bare_short_weekday"],
        lambda base, _on, what: in_week(base, what.weekday),
    ),
    rule("en.date.weekday-pinned", "date", "date comma? date", lambda named_day, _c, day: pinned(named_day, day)),
    rule(
        "en.date.week-of-day",
        "date",
        "unit=week of the? nth (!of|month)",
        lambda _u, _of, _the, day: _week_of(Calendar(day=day)),
    ),
    rule(
        "en.date.day-of-month",
        "date",
        "the? nth of? date (!year)",
        lambda _the, day, _of, base: (
            Part(base, "day", day) if isinstance(base, Shifted) and base.unit == "month" else None
        ),
    ),
    rule(
        "en.date.feast-weekend",
        "date",
        "date|feast unit=weekend year?",
        lambda feast, _w, year: _feast_weekend(feast, year),
    ),
    rule(
        "en.date.weekend-of-feast", "date", "unit=weekend of date", lambda _w, _of, feast: _feast_weekend(feast, None)
    ),
    rule("en.date.feast-that-year", "date", "date of? date", lambda feast, _of, year: _feast_in(feast, year)),
    rule("en.date.week-of", "date", "unit=week of the? date", lambda _u, _of, _the, base: _week_of(base)),
    rule(
        "en.date.edge", "date", [f"the? edge of the? {ANY}"], lambda _the, edge, _of, _the2, base: with_mod(edge, base)
    ),
    rule(
        "en.date.edge-unit",
        "date",
        "the? edge of the? unit_here",
        lambda _the, edge, _of, _the2, base: with_mod(edge, base),
    ),
    rule(
        "en.date.early",
        "date",
        [
            "early dash? date",
            "early dash? bare_month",
            "early dash? weekday_date|bare_short_weekday (!part|daypart)",
            "early dash? bare_year",
            "early within bare_year",
            "early of bare_year",
        ],
        lambda edge, _d, base: with_mod(edge, base),
    ),
    rule(
        "en.date.week-number",
        "date",
        ["unit=week num of bare_year", "unit=week num (!unit)"],
        lambda _u, number, _of=None, what=None: (
            Calendar(year=what and what.year, week=number) if 1 <= number <= 53 else None
        ),
    ),
)


def _feast_weekend(feast: Moment, year: int | None) -> Part | None:
    """Read "Labor Day weekend"."""
    if not isinstance(feast, Holiday):
        return None
    return Part(replace(feast, year=Calendar(year=year)) if year else feast, "weekend", 0)


def _feast_in(feast: Moment, year: Moment) -> Holiday | None:
    """Read "Independence Day of this year" and "Christmas last year"."""
    if not (isinstance(feast, Holiday) and feast.year is None and isinstance(year, Shifted) and year.unit == "year"):
        return None
    return replace(feast, year=year)


def _week_of(base: Moment) -> Part | None:
    return Part(base, "week", 0) if isinstance(base, Calendar) and base.day else None


AWAY: tuple[Rule, ...] = (
    rule("en.date.relative-ago", "date", "length|one_length ago", lambda span, _a: away(span, -1)),
    rule("en.date.anniversary", "date", "length|one_length ago date", anniversary),
    rule(
        "en.date.relative-later",
        "date",
        "length|one_length later (!than)",
        lambda span, _l: Away(span, 1, in_text=True),
    ),
    rule(
        "en.date.relative-earlier",
        "date",
        "length|one_length earlier_word (!than)",
        lambda span, direction: Away(span, direction, in_text=True),
    ),
    rule("en.date.relative-from-now", "date", "length|one_length from bare_now", lambda span, *_: away(span, 1)),
    rule(
        "en.date.relative-from",
        "date",
        "length|one_length from date|weekday_date (!until)",
        lambda span, _f, base: away(span, 1, base),
    ),
    rule(
        "en.date.relative-from-base",
        "date",
        [f"length|one_length before {ANY}", f"length|one_length after {ANY}"],
        away,
    ),
    rule(
        "en.date.relative-within",
        "date",
        "within=2 length|one_length (!of)",
        lambda _in, span: Away(span, 1, inside="any time"),
    ),
    rule("en.date.lasting-within", "date", "within the? next length", lambda _in, _the, _n, span: lasting(1, span)),
    rule(
        "en.date.relative-in",
        "date",
        "within=1 length|one_length (!of|from)",
        lambda _in, span: Away(span, 1, inside="at the end"),
    ),
    rule(
        "en.duration.bounded",
        "length",
        "more than length|one_length (!ago|before|after|later|earlier_word)",
        lambda mod, _t, span: with_mod(mod, span),
    ),
    rule("en.date.lasting", "date", ["(!modal|to) last length", "next length"], lasting),
)
