"""Mentions over time as a small chart: bars of a day, a month or a year, whichever tells most in one glance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from briefings.rendering.dates import plain_date
from briefings.rendering.site.periods import month_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.model.site import NameHead

WIDTH: Final = 640
HEIGHT: Final = 72
_DAYS: Final = 45
"""The longest time that is drawn day by day."""
_MONTHS: Final = 48
"""The longest time that is drawn month by month."""
_WIDEST: Final = 24.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart, and what it shows in words."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    most: int
    words: str


def bars_of(heads: Sequence[NameHead], language: str) -> BarChart | None:
    """Draw the days of a name, latest first; None where there is nothing to compare."""
    first, last = heads[-1].day, heads[0].day
    if first == last:
        return None
    counts = _counts(heads, first, last)
    most, step = max(counts.values()), WIDTH / len(counts)
    width = min(_WIDEST, step * 0.8)
    bars = tuple(
        Bar(
            x=round(place * step + (step - width) / 2, 1),
            y=round(HEIGHT * (1 - count / most), 1),
            width=round(width, 1),
            height=round(HEIGHT * count / most, 1),
        )
        for place, count in enumerate(counts.values())
        if count
    )
    names = {span: _name(span, language) for span in counts}
    told = "; ".join(f"{names[span]}: {count}" for span, count in counts.items() if count)
    return BarChart(bars, names[next(iter(counts))], names[next(reversed(counts))], most, told)


def _counts(heads: Sequence[NameHead], first: date, last: date) -> dict[str, int]:
    """Count mentions by day, month or year, those without any included, oldest first."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    spans: Iterator[date]
    if (last - first).days < _DAYS:
        cut, spans = 10, (first + timedelta(days=day) for day in range((last - first).days + 1))
    elif months <= _MONTHS:
        cut, spans = 7, _months(first, months)
    else:
        cut, spans = 4, (date(year, 1, 1) for year in range(first.year, last.year + 1))
    found: Counter[str] = Counter()
    for head in heads:
        found[head.day.isoformat()[:cut]] += head.count
    return {span: found[span] for span in (day.isoformat()[:cut] for day in spans)}


def _months(first: date, number: int) -> Iterator[date]:
    for month in range(first.month - 1, first.month - 1 + number):
        yield date(first.year + month // 12, month % 12 + 1, 1)


def _name(span: str, language: str) -> str:
    if len(span) == len("2025-12-04"):
        return plain_date(date.fromisoformat(span), language)
    return month_name(span, language) if "-" in span else span
