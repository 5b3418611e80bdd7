"""A page as rows that are never split, and how high letters stand in its columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from briefings.rendering.paper.lines import Run, cited, line_count, runs_of
from briefings.rendering.paper.measures import measures
from briefings.rendering.view.pieces import FactValue, NoteMark, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.rendering.view.pieces import Line, Piece

PartKind = Literal["all", "point", "quote"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a row's words: it stands there always, or is one of the points or quotations told."""

    height: float
    kind: PartKind = "all"


@dataclass(frozen=True, slots=True)
class Row:
    """What stands together; heights in points."""

    section: str
    parts: tuple[Part, ...]
    rail: float = 0.0
    above: float = 0.0
    """Room to what stands before it on the page; none at the head of a page."""
    frame: float = 0.0
    """Room within, above its words."""
    told: bool = True
    """Whether it is one of the items of its section that the plan counts."""
    cites: frozenset[str] = frozenset()
    """Articles whose sentences it cites."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole page view as rows."""

    rows: tuple[Row, ...]
    headings: dict[str, float]
    """Height of each section's heading."""
    gaps: dict[str, float]
    """Room above each section."""
    sources: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    """Articles and the runs of their entries in the list at the end."""
    width: float = 0.0
    height: float = 0.0


@dataclass(slots=True)
class Setter:
    """Column widths of a page."""

    width: float
    rail: float = field(init=False)
    body: float = field(init=False)

    def __post_init__(self) -> None:
        points = measures().points
        self.rail = points("rail")
        self.body = self.width - points("rail") - points("gutter")

    def line(self, line: Line, style: str, width: float) -> float:
        """Give the height of a line of pieces."""
        return self.runs(runs_of(line, measures().types[style]), style, width)

    def cited(self, words: Words, note: NoteMark, style: str, width: float) -> float:
        """Give the height of a cited sentence."""
        return self.runs(cited(words, note, measures().types[style]), style, width)

    @staticmethod
    def runs(runs: Iterable[Run], style: str, width: float) -> float:
        """Give the height of runs."""
        return line_count(runs, width) * measures().types[style].leading


def cites_of(*lines: Iterable[Piece]) -> frozenset[str]:
    """Give the articles some pieces stand on."""
    found = set()
    for piece in (piece for line in lines for piece in line):
        if isinstance(piece, Words):
            found.add(piece.article)
        elif isinstance(piece, FactValue):
            found.add(piece.reference.split(":")[0])
    return frozenset(found)
