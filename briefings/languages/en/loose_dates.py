"""Rules for English dates without a number: now, recently, a year ago as an adjective, the year's end, fiscal years."""

from __future__ import annotations

from decimal import Decimal

from briefings.languages.dates.building import shifted
from briefings.languages.dates.grammar import Rule, rule
from briefings.languages.dates.moments import Away, Edge, Length, Mod, Moment, Reference, Shifted, Unit

_CALENDAR_UNITS = frozenset({"day", "week", "month", "quarter", "year", "decade", "century", "weekend"})


def _here(unit: Unit) -> Shifted | None:
    """Read "in the week" and "for the year" as those of now."""
    return Shifted(unit, 0) if unit in {"week", "month", "quarter", "year"} else None


def _before(unit: Unit) -> Shifted | None:
    """Read "the previous week": the one before the date the text gave, else before publication."""
    return Shifted(unit, -1, in_text=True) if unit in _CALENDAR_UNITS else None


def anniversary(span: Length, _ago: object, month: Moment) -> Shifted | None:
    """Read "30 years ago this month" as that month of the year."""
    (amount, of), *more = span.parts
    return Shifted("month", int(amount * -12)) if month == Shifted("month", 0) and of == "year" and not more else None


def _year_ago(_unit: Unit, _dash: object, _ago: object) -> Away:
    """Read "the year-ago quarter"."""
    return Away(Length(((Decimal(1), "year"),)), -1)


def _end(unit: Unit, _mark: object, edge: Mod) -> Edge | None:
    """Read "year's end" and "month-end"."""
    return Edge(Shifted(unit, 0), edge) if unit in {"week", "month", "quarter", "year"} else None


NOW: tuple[Rule, ...] = (
    rule(
        "en.date.now-alone",
        "date",
        "(!every|article|the|open) bare_now (!that|dash|comma|and)",
        lambda _now: Reference("PRESENT_REF"),
    ),
)
"""Not the word that turns to the next matter ("Now, …"), "now that", "now and again", "(now Grant Street)"."""

LOOSE: tuple[Rule, ...] = (
    rule("en.date.adverb", "adverb_date", "adverb_ref", Reference),
    rule(
        "en.date.past-at-large",
        "date",
        "within the past (!unit|num|length|few|other|last)",
        lambda *_: Reference("PAST_REF"),
    ),
    rule("en.date.future-at-large", "date", "within the near? future (!other)", lambda *_: Reference("FUTURE_REF")),
    rule(
        "en.date.units-ago",
        "date",
        "(!num|other|article) unit.plural|unit=century ago",
        lambda *_: Reference("PAST_REF"),
    ),
    rule("en.date.year-ago", "date", "unit=year dash.glued ago|earlier_word.glued", _year_ago),
    rule("en.date.units-end", "date", ["unit.apostrophe dash? edge=END", "unit dash.glued edge=END"], _end),
    rule("en.date.fiscal", "date", "fiscal unit=year? bare_year", lambda _f, _y, what: what),
    rule(
        "en.date.fiscal-moved",
        "date",
        "this|last|next fiscal unit=year|unit=quarter",
        lambda shift, _f, unit: shifted(shift, unit),
    ),
    rule("en.date.previous", "date", "previous unit", lambda _p, unit: _before(unit)),
    rule(
        "en.date.unit-here",
        "unit_here",
        "(the) unit=year.nom|unit=week.nom|unit=month.nom|unit=quarter.nom (!of|num|to|before|after)",
        _here,
    ),
)
