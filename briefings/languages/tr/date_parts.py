"""Rules for Turkish dates counted from others: parts of a stretch, lengths away, lasting, lengths and sets."""

from __future__ import annotations

from briefings.languages.dates.building import away, each, joined, lasting, length, pinned, with_mod, yearly
from briefings.languages.dates.grammar import Rule, rule, tagged
from briefings.languages.dates.moments import (
    Away,
    Calendar,
    Edge,
    Every,
    Lasting,
    Length,
    Moment,
    Named,
    Part,
    Shifted,
    Unknown,
    Within,
)

ANY = "date|bare_month|bare_year|season_date|quarter"
ABL = tagged(ANY, "abl")
TIMES = frozenset({"hour", "minute", "second"})
GEN = tagged(ANY, "gen")

AMOUNTS: tuple[Rule, ...] = (
    rule(
        "tr.number.ordinal",
        "ordinal",
        [
            "num.ord.apostrophe",
            "num dot.glued (unit=century|quarter_word|unit=week|unit=month.poss)",
        ],
        lambda number, _dot=None: number,
    ),
    rule("tr.number.and-half", "amount", "num half", lambda number, half: number + half),
    rule(
        "tr.number.about-one", "amount", ["num comma.glued num.glued"], lambda whole, _c, part: float(f"{whole}.{part}")
    ),
)

LENGTHS: tuple[Rule, ...] = (
    rule("tr.duration.length", "length", "num.nom|amount|decimal|half|few unit (!past_tail)", length),
    rule("tr.duration.few", "length", "few unit", lambda few, unit: Length(length(few, unit).parts, "APPROX")),
    rule(
        "tr.duration.business", "length", "num business unit=day", lambda number, _b, _u: length(number, "business-day")
    ),
)

LONG: tuple[Rule, ...] = (
    rule("tr.duration.joined", "length", "length.nom length", joined),
    rule("tr.duration.joined-and", "length", "length with length", lambda one, _w, two: joined(one, two)),
)

BOUNDS: tuple[Rule, ...] = (
    rule("tr.duration.more", "length", "length.abl more", lambda span, _m: with_mod("MORE_THAN", span)),
    rule("tr.duration.less", "length", "length.abl less", lambda span, _m: with_mod("LESS_THAN", span)),
    rule("tr.duration.about", "length", "approximately length", lambda _a, span: with_mod("APPROX", span)),
    rule("tr.duration.whole", "length", "whole unit", lambda _w, unit: length(1, unit)),
)


def _weeks_part(base: Moment, number: int, *_: object) -> Part:
    return Part(base, "week", number)


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


PARTS: tuple[Rule, ...] = (
    rule(
        "tr.date.part-weekday",
        "date",
        f"{GEN} ordinal weekday_date",
        lambda base, number, what: Part(base, "month", number, what.weekday),
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


def _in_days(span: Length) -> bool:
    return span.parts[-1][1] not in TIMES


AWAY: tuple[Rule, ...] = (
    rule(
        "tr.date.relative-untold",
        "date",
        [
            "(other.counted) length ago|ago_ki|later|later_ki",
            "(other.counted) few? unit before_noun|after_noun",
        ],
        lambda *_: Unknown(),
    ),
    rule("tr.date.relative-last", "date", "last length ago", lambda _last, span, direction: away(span, direction)),
    rule("tr.date.relative-noun", "date", "length before_noun", lambda span, _b: away(span, -1)),
    rule("tr.date.relative-ago", "date", "length ago|ago_ki", away),
    rule("tr.date.relative-later", "date", "length later|later_ki", lambda span, _l: Away(span, 1, told=True)),
    rule("tr.date.relative-within", "date", "length within", lambda span, _w: Away(span, 1, inside="by then")),
    rule(
        "tr.date.relative-from",
        "date",
        [f"{ABL}|time.abl length ago|later|ago_ki|later_ki"],
        lambda base, span, direction: away(span, direction, base),
    ),
    rule(
        "tr.date.relative-since",
        "date",
        "date.abl since|starting length within?",
        lambda base, _s, span, within: Lasting(span, 1, base) if within and _in_days(span) else away(span, 1, base),
    ),
    rule("tr.date.lasting-ahead", "date", "next length", lasting),
    rule(
        "tr.date.lasting-within",
        "date",
        "next length within",
        lambda _n, span, _w: (
            Lasting(span, 1, Shifted("day", 0)) if span.parts[-1][1] not in TIMES else lasting(1, span)
        ),
    ),
    rule(
        "tr.date.lasting",
        "date",
        "(!date.gen|bare_year.gen) last length within?",
        lambda direction, span, _w: lasting(direction, span),
    ),
    rule(
        "tr.date.lasting-from",
        "date",
        "date.abl since|starting length during",
        lambda base, _s, span, _d: Lasting(span, 1, base),
    ),
    rule(
        "tr.date.weekdays-later",
        "date",
        "num weekday_date later",
        lambda number, what, _l: Away(length(number, "week"), 1, what) if number < 50 else None,
    ),
)

SETS: tuple[Rule, ...] = (
    rule("tr.set.weekday", "set", "every weekday_date", lambda _e, what: Every(f"XXXX-WXX-{what.weekday}")),
    rule(
        "tr.set.weekdays",
        "set",
        "weekday_date.plural",
        lambda what: Every(f"XXXX-WXX-{what.weekday}") if what.weekday != 7 else None,
    ),
    rule("tr.set.unit", "set", "every unit", lambda _e, unit: each(length(1, unit))),
    rule("tr.set.length", "set", "every length", lambda _e, span: each(span)),
    rule("tr.set.daypart", "set", "every part", lambda _e, part: Every(f"T{part.code}")),
    rule("tr.set.habit", "set", "habit", lambda code: Every(f"T{code}")),
    rule("tr.set.date", "set", "every short_date|date", lambda _e, what: yearly(what)),
    rule("tr.set.month", "set", "every bare_month", lambda _e, what: Every(f"XXXX-{what.month:02}")),
)
