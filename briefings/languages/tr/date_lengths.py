"""Rules for Turkish lengths of time: as such, before and after other dates, lasting, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.building import away, bounded_away, each, joined, lasting, length, with_mod, yearly
from briefings.languages.dates.grammar import Rule, rule, tagged
from briefings.languages.dates.moments import Away, Calendar, Every, Lasting, Length, LongTime, Moment, Shifted, Unknown

if TYPE_CHECKING:
    from briefings.languages.dates.moments import Unit

ANY = "date|bare_month|bare_year|season_date|quarter"
ABL = tagged(ANY, "abl")
TIMES = frozenset({"hour", "minute", "second"})

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


def _either(first: float, last: float, unit: Unit) -> Length | None:
    """Read "3-4 gün" and "iki üç gün" as the longer length, roughly."""
    return Length(length(last, unit).parts, "APPROX") if first < last else None


LENGTHS: tuple[Rule, ...] = (
    rule("tr.duration.length", "length", "num.nom|amount|decimal|half|few unit (!past_tail)", length),
    rule("tr.duration.short-unit", "length", "num.nom|amount|decimal|half|few short_unit", length),
    rule(
        "tr.duration.range",
        "length",
        ["num dash num unit|short_unit", "num either num unit"],
        lambda first, _d, last, unit: _either(first, last, unit),
    ),
    rule("tr.duration.range-spelled", "length", "num.spelled num.spelled unit", _either),
    rule(
        "tr.duration.range-business",
        "length",
        ["num dash num business unit=day", "num either num business unit=day"],
        lambda first, _d, last, _b, _u: _either(first, last, "business-day"),
    ),
    rule("tr.duration.for-long", "duration", "for_long", LongTime),
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


def _bounded(base: Moment, direction: int, span: Length, more: int, _time: object = None) -> Moment:
    """Read "bugünden itibaren iki haftadan fazla bir sürede"."""
    return bounded_away(base, direction, span, more=more > 0)


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
    rule(
        "tr.time.relative-within",
        "date",
        "length within (other|num)",
        lambda span, _w: None if _in_days(span) else Away(span, 1, inside="until then"),
    ),
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
    rule(
        "tr.date.relative-bounded",
        "date",
        f"{ABL} since|starting|ago|later|ago_ki|later_ki length.abl more|less in_time?",
        _bounded,
    ),
    rule(
        "tr.date.relative-within-of",
        "date",
        f"{ABL} later length within",
        lambda base, _l, span, _w: Away(span, 1, base, inside="by then") if _in_days(span) else None,
    ),
    rule("tr.date.lasting-ahead", "date", "next length", lasting),
    rule("tr.date.lasting-hour", "date", "next unit=hour", lambda shift, unit: lasting(shift, length(1, unit))),
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
    rule(
        "tr.set.weekday",
        "set",
        "every weekday_date",
        lambda _e, what: Every(f"XXXX-WXX-{what.weekday}"),
    ),
    rule(
        "tr.set.weekday-of-week",
        "set",
        ["every unit=week weekday_date", "every unit=week.gen weekday_date"],
        lambda _e, _u, what: Every(f"XXXX-WXX-{what.weekday}"),
    ),
    rule(
        "tr.set.weekdays",
        "set",
        "weekday_date.plural",
        lambda what: Every(f"XXXX-WXX-{what.weekday}") if what.weekday != 7 else None,
    ),
    rule("tr.set.unit", "set", "every unit", lambda _e, unit: each(length(1, unit))),
    rule("tr.set.length", "set", "every length", lambda _e, span: each(span)),
    rule(
        "tr.set.once-in",
        "set",
        "every? length.loc num.spelled (!multiple)",
        lambda _e, span, times: each(span) if times == 1 else None,
    ),
    rule(
        "tr.set.month-of-year",
        "set",
        "every unit=year.gen date|bare_month",
        lambda _e, _y, what: Every(f"XXXX-{what.month:02}") if what == Calendar(month=what.month) else None,
    ),
    rule("tr.set.daypart", "set", "every part", lambda _e, part: Every(f"T{part.code}")),
    rule("tr.set.habit", "set", "habit", lambda code: Every(f"T{code}")),
    rule("tr.set.date", "set", "every short_date|date", lambda _e, what: yearly(what)),
    rule("tr.set.month", "set", "every bare_month", lambda _e, what: Every(f"XXXX-{what.month:02}")),
)
