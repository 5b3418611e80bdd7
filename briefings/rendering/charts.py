"""Small charts as numbers: where things stand in a drawing. The SVG itself is in the templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefings.rendering.view.pieces import Line, Piece

WIDTH: Final = 640.0
"""Of the drawing, in its own units."""
_EDGE: Final = 14.0
_NEAREST: Final = 15.0
"""Closest distance of two numbers on one row."""
_ROWS: Final = 4
_REACH: Final = timedelta(days=60)
"""How far from the edition's day an event may lie and still be drawn."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the line."""

    number: int
    x: float
    row: int
    """0 on the line's first row of numbers, counted upwards."""
    length: float
    """Width of an event that lasts longer than a day, 0 otherwise."""
    certain: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the line."""

    x: float
    label: Piece


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """The line of events."""

    width: float
    rows: int
    dots: tuple[Dot, ...]
    today: float
    first: Piece
    last: Piece


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: Line
    count: Piece
    length: float
    """From 0 to 100."""


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """Articles by outlet."""

    bars: tuple[Bar, ...]


def drawn_span(spans: Sequence[tuple[date, date]], day: date) -> tuple[date, date] | None:
    """Give the first and last day worth drawing; None when fewer than two days differ."""
    near = [span for span in spans if day - _REACH <= span[0] and span[1] <= day + _REACH]
    days = {day, *(moment for span in near for moment in span)}
    first, last = min(days), max(days)
    return None if not near or first == last else (first, last)


def place_dots(
    spans: Sequence[tuple[date, date, bool]], between: tuple[date, date], width: float = WIDTH
) -> tuple[Dot, ...]:
    """Place numbered events on the line, in rows so that no number covers another."""
    ends = [-_NEAREST] * _ROWS
    dots: list[Dot] = []
    for number, (first, last, certain) in enumerate(spans, start=1):
        if first < between[0] or last > between[1]:
            continue
        x = position(first, between, width)
        row = next((row for row, end in enumerate(ends) if x - end >= _NEAREST), _ROWS - 1)
        ends[row] = x
        dots.append(Dot(number, x, row, position(last, between, width) - x, certain))
    return tuple(dots)


def position(day: date, between: tuple[date, date], width: float = WIDTH) -> float:
    """Give the place of a day on the line, in units of the drawing, to a tenth."""
    share = (day - between[0]).days / max((between[1] - between[0]).days, 1)
    return round(_EDGE + share * (width - 2 * _EDGE), 1)


def bar_lengths(counts: Sequence[int]) -> tuple[float, ...]:
    """Give the lengths of bars from 0 to 100, the longest 100."""
    longest = max(counts, default=1)
    return tuple(round(100 * count / longest, 1) for count in counts)
