"""Rules for parts of a Turkish stretch of time: its quarters, weeks, weekdays, edges and rest."""

from __future__ import annotations

from briefings.languages.dates.building import later_in, merged, pinned
from briefings.languages.dates.grammar import Rule, rule, tagged
from briefings.languages.dates.moments import (
    Calendar,
    Edge,
    Lasting,
    Length,
    Moment,
    Named,
    Part,
    Rest,
    Shifted,
    Within,
)
from briefings.languages.tr.date_lengths import ANY, TIMES

GEN = tagged(ANY, "gen")


def _in_that_year(base: Moment, what: Moment) -> Within | None:
    """Read "geçen yılın ekim ayı" and "geçen yıl 24 Ekim"."""
    if (
        isinstance(base, Shifted)
        and base.unit == "year"
        and isinstance(what, Calendar)
        and what.month
        and not what.year
    ):
        return Within(base, what)
    return None


def _first(base: Moment, span: Length) -> Lasting | None:
    """Give the first months of a year: "yılın ilk on ayı"."""
    return Lasting(span, 1, base) if span.parts[-1][1] not in TIMES else None


def _called(base: Moment, _word: object) -> Moment | None:
    """Read "4 Aralık 2025 tarihinden itibaren", where the word behind says what the date is."""
    return base


def _later(base: Moment, *_: object) -> Moment | None:
    """Read "bu hafta daha sonra"; behind other dates "daha sonra" goes on with the story."""
    return later_in(base) if isinstance(base, Shifted) and base.shift == 0 else None


PARTS: tuple[Rule, ...] = (
    rule(
        "tr.date.part-weekday",
        "date",
        f"{GEN} ordinal weekday_date",
        lambda base, number, what: Part(base, "month", number, what.weekday),
    ),
    rule(
        "tr.date.days-of-edge",
        "date",
        f"{GEN} ordinal unit.plural",
        lambda base, number, _u: Edge(base, "END" if number < 0 else "START") if number in {-1, 1} else None,
    ),
    rule(
        "tr.date.part-unit",
        "date",
        f"{GEN} ordinal|last unit",
        lambda base, number, unit: Part(base, unit, number) if unit in {"day", "week", "month", "year"} else None,
    ),
    rule("tr.date.part-first", "date", f"{GEN} ordinal=1 length", lambda base, _f, span: _first(base, span)),
    rule(
        "tr.date.part-quarter",
        "date",
        f"{GEN}|bare_year|date quarter",
        lambda base, part: Part(base, part.unit, part.number),
    ),
    rule(
        "tr.date.part-last-quarter", "date", f"{GEN} last quarter_word", lambda base, _l, _q: Part(base, "quarter", -1)
    ),
    rule("tr.date.year-before", "date", ["date.gen date|bare_month", "date date|bare_month"], _in_that_year),
    rule(
        "tr.date.part-month",
        "date",
        ["bare_year.gen|date.gen bare_month"],
        lambda base, what: Part(base, "month", what.month),
    ),
    rule(
        "tr.date.part-day",
        "date",
        ["date.gen dom.poss", "date.gen dom.apostrophe", "date dom.poss.apostrophe"],
        lambda base, day: Part(base, "day", day) if isinstance(base, Shifted | Calendar) and _is_month(base) else None,
    ),
    rule(
        "tr.date.part-day-of-month",
        "date",
        ["bare_month.gen dom.poss", "bare_year.gen dom bare_month"],
        lambda base, day, _month=None: Part(base, "day", day),
    ),
    rule(
        "tr.date.part-weekday-of-week",
        "date",
        [
            "date.gen weekday_date",
            "date weekday_date",
        ],
        lambda base, what: _in_week(base, what.weekday),
    ),
    rule(
        "tr.date.week-next-weekday",
        "date",
        "nextweek weekday_date",
        lambda _n, what: _in_week(Shifted("week", 1), what.weekday),
    ),
    rule("tr.date.week-next", "date", "nextweek", lambda _n: Shifted("week", 1)),
    rule(
        "tr.date.week-of",
        "date",
        "date unit=week.poss",
        lambda base, _u: Part(base, "week", 0) if isinstance(base, Calendar) and base.day else None,
    ),
    rule(
        "tr.date.week-of-day",
        "date",
        "dom.apostrophe.poss unit=week.poss",
        lambda day, _u: Part(Calendar(day=day), "week", 0),
    ),
    rule("tr.date.week-number", "date", "ordinal unit=week", lambda number, _u: Calendar(week=number)),
    rule(
        "tr.date.edge",
        "date",
        [f"{GEN} edge.poss", f"{ANY} edge.poss", f"{ANY} early", f"{GEN} early"],
        Edge,
    ),
    rule(
        "tr.date.season-of",
        "date",
        "bare_year.gen|date.gen season_date",
        lambda base, what: Named(what, 0) if isinstance(base, Shifted) else None,
    ),
    rule("tr.date.edge-of-weekday", "date", "weekday_date.gen edge.poss", Edge),
    rule(
        "tr.date.day-called",
        "date",
        [
            "date date_word.abl (since|starting|ago|later|even|date)",
            "(date.abl) date date_word.dat (until)",
            "date date_word.loc (time|bare_time)",
            "(with) date dates_word (between)",
        ],
        _called,
    ),
    rule("tr.date.full-weekday", "date", "date weekday_date", lambda base, what: merged(what.weekday, base)),
    rule("tr.date.later-in", "date", ["date within? even later", "date within later"], _later),
    rule("tr.date.proceeding", "date", "date proceeding", lambda base, _p: later_in(base)),
    rule(
        "tr.date.rest-of", "date", "date.gen rest", lambda base, _r: Rest(base) if isinstance(base, Shifted) else None
    ),
    rule("tr.date.weekday-pinned", "date", "date comma? date", lambda named_day, _c, day: pinned(named_day, day)),
    rule("tr.date.quarter-alone", "date", "quarter", lambda part: part),
    rule("tr.date.weekday-date", "date", "weekday_date comma? date", lambda what, _c, base: _weekday_of(what, base)),
)


def _is_month(base: Shifted | Calendar) -> bool:
    if isinstance(base, Shifted):
        return base.unit == "month"
    return base.month is not None and base.day is None


def _in_week(base: Moment, weekday: int) -> Moment | None:
    """Give a weekday within a week, the form of "gelecek hafta salı"."""
    if isinstance(base, Shifted) and base.unit == "week":
        return Part(base, "day", weekday)
    return None


def _weekday_of(what: Calendar, base: Moment) -> Calendar | None:
    if isinstance(base, Calendar) and base.day and base.weekday is None:
        return Calendar(base.year, base.month, base.day, what.weekday)
    return None
