"""Small charts as numbers: where things stand in a drawing. The SVG itself is in the templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefings.rendering.view.pieces import EditionValue, Line, Piece

WIDTH: Final = 640.0
"""Of the drawing, in its own units."""
_EDGE: Final = 14.0
_DIGIT: Final = 6.0
"""Width of a digit of a label."""
_GAP: Final = 8.0
"""Least distance of two labels on one row."""
_ROWS: Final = 4
_REACH: Final = timedelta(days=60)
"""How far from the edition's day an event may lie and still be drawn."""


class Mark(NamedTuple):
    """An event to be drawn; number 0 for one ahead, which stands in the agenda."""

    number: int
    first: date
    last: date
    certain: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A day on the line on which something happened."""

    label: str
    """Numbers of its events in the list, "6–10"; "" for a day ahead, whose events stand in the agenda."""
    x: float
    """From the left."""
    row: int
    """0 for the row of labels next to the line, counted upwards."""
    length: float
    """Width of an event that lasts longer than a day, 0 otherwise."""
    certain: bool
    """Whether its day is certain; else it is drawn hollow."""


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """The line of events."""

    width: float
    """Of the drawing, in its own units: 640."""
    rows: int
    """How many rows of labels stand above the line."""
    dots: tuple[Dot, ...]
    today: float
    """Where the edition's day is, from the left."""
    first: Piece
    """The first day drawn: “1 Kas”."""
    last: Piece
    """The last day drawn."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    label: Line
    """Of the outlet: “Levant Wire”."""
    count: Piece
    length: float
    """From 0 to 100."""


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """Articles by outlet."""

    bars: tuple[Bar, ...]
    """One an outlet, longest first."""


@dataclass(frozen=True, slots=True)
class Column:
    """One day of a series."""

    x: float
    """Of its middle."""
    height: float
    """Of the bar, from the one base of nought; 0 to 20."""
    value: Piece
    day: Piece


@dataclass(frozen=True, slots=True)
class Series:
    """A number from edition to edition, as bars."""

    label: Line
    told: EditionValue
    """All of it in words: "1 Ara 2025: 28; 2 Ara 2025: 24"."""
    columns: tuple[Column, ...]
    width: float
    day_labels: bool
    """Whether days stand under the bars: in the last of several."""


_SLOT: Final = 28.0
"""Least width of a day in a series, in the drawing's units."""
_TALLEST: Final = 20.0


def slot_for(texts: Sequence[str]) -> float:
    """Give the width a day takes so that no text touches the next one."""
    return max(_SLOT, max(map(len, texts), default=0) * _DIGIT + _GAP)


def column_places(values: Sequence[float], most: float, slot: float) -> tuple[tuple[float, float], ...]:
    """Give the middle and the height of each bar; the value `most` is as high as can be."""
    return tuple(
        (round(slot * (place + 0.5), 1), round(_TALLEST * value / (most or 1.0), 1))
        for place, value in enumerate(values)
    )


def drawn_span(spans: Sequence[tuple[date, date]], day: date) -> tuple[date, date] | None:
    """Give the first and last day worth drawing; None when fewer than two days differ."""
    near = [span for span in spans if day - _REACH <= span[0] and span[1] <= day + _REACH]
    days = {day, *(moment for span in near for moment in span)}
    first, last = min(days), max(days)
    return None if not near or first == last else (first, last)


def place_dots(marks: Sequence[Mark], between: tuple[date, date], width: float = WIDTH) -> tuple[Dot, ...]:
    """Place events on the line, one dot a day, their labels in rows so that none covers another."""
    days: dict[date, list[Mark]] = {}
    for mark in marks:
        if between[0] <= mark.first and mark.last <= between[1]:
            days.setdefault(mark.first, []).append(mark)
    ends = [-_EDGE] * _ROWS
    dots: list[Dot] = []
    for day, together in sorted(days.items()):
        x = position(day, between, width)
        label = _numbers(together)
        half = (len(label) * _DIGIT + _GAP) / 2
        row = next((row for row, end in enumerate(ends) if x - half >= end), _ROWS - 1) if label else 0
        if label:
            ends[row] = x + half
        length = max(position(mark.last, between, width) for mark in together) - x
        dots.append(Dot(label, x, row, round(length, 1), any(mark.certain for mark in together)))
    return tuple(dots)


def _numbers(marks: Sequence[Mark]) -> str:
    """Give the numbers of a day's events: "6", "6–10"."""
    numbers = [mark.number for mark in marks if mark.number]
    if len(numbers) <= 1:
        return "".join(map(str, numbers))
    return f"{numbers[0]}–{numbers[-1]}"


def position(day: date, between: tuple[date, date], width: float = WIDTH) -> float:
    """Give the place of a day on the line, in units of the drawing, to a tenth."""
    share = (day - between[0]).days / max((between[1] - between[0]).days, 1)
    return round(_EDGE + share * (width - 2 * _EDGE), 1)


def bar_lengths(counts: Sequence[int]) -> tuple[float, ...]:
    """Give the lengths of bars from 0 to 100, the longest 100."""
    longest = max(counts, default=1)
    return tuple(round(100 * count / longest, 1) for count in counts)
