"""The measures of the principal's printed page: one file, for the style sheet and for reckoning (principal.toml)."""

from __future__ import annotations

import json
import tomllib
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from briefings.model.look import SHIPPED
from briefings.rendering.environment import stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.model.look import Look

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""
_SIZES: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres."""
_FAMILIES: Final = {"serif": '"Briefings Serif", serif', "sans": '"Briefings Sans", sans-serif'}
_MISSING: Final = 1000
"""Advance of a character no font holds: a whole em."""


@dataclass(frozen=True, slots=True, eq=False)
class Widths:
    """How wide the letters of a font are; each table stands once, and is equal to itself."""

    advances: Mapping[str, int]
    """Of each character, in thousandths of an em."""


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """How letters are set; sizes in points, tracking in em. Each stands once, in `measures`, and is equal to itself."""

    select: tuple[str, ...]
    font: str
    size: float
    leading: float
    widths: Widths = field(repr=False)
    tracking: float = 0.0

    @property
    def family(self) -> str:
        """Give the font's family as CSS names it."""
        return _FAMILIES[self.font.split("-")[0]]

    @property
    def weight(self) -> str:
        """Give the font's weight."""
        return self.font.split("-")[1]

    @property
    def style(self) -> str:
        """Give the font's style."""
        return "italic" if self.font.endswith("-italic") else "normal"

    def width(self, text: str) -> float:
        """Give the width of a text on one line, in points; kerning would only make it less."""
        return _units(self.widths, text) * self.size / 1000 + self.tracking * self.size * len(text)


@dataclass(frozen=True, slots=True)
class Room:
    """A distance; in millimetres."""

    select: tuple[str, ...]
    property: str
    mm: float


@dataclass(frozen=True, slots=True)
class Measures:
    """The whole file."""

    margins: dict[str, float]
    """Millimetres; top, right, bottom, left."""
    types: dict[str, Type]
    rooms: dict[str, Room]

    def points(self, room: str) -> float:
        """Give a distance in points."""
        return self.rooms[room].mm * POINTS

    def width(self, size: str) -> float:
        """Give the width of the text on a page, in points."""
        return (_SIZES[size][0] - self.margins["left"] - self.margins["right"]) * POINTS

    def height(self, size: str) -> float:
        """Give the height of the text on a page, in points."""
        return (_SIZES[size][1] - self.margins["top"] - self.margins["bottom"]) * POINTS


_NO_WIDTH: Final = frozenset("\u00ad\u200b\u2060")


_LOOK: Final[ContextVar[Look]] = ContextVar("look", default=SHIPPED)
"""The look that is reckoned with: every row of a page asks for its measures."""


@contextmanager
def measured_by(look: Look) -> Iterator[None]:
    """Reckon with the measures and the widths of a look."""
    before = _LOOK.set(look)
    try:
        yield
    finally:
        _LOOK.reset(before)


def measures() -> Measures:
    """Give the file as it stands in the look that is reckoned with."""
    return measures_of(_LOOK.get())


@lru_cache(maxsize=4)
def measures_of(look: Look) -> Measures:
    """Read the file. The desk's own letters have their own widths; what they lack is set in the shipped ones."""
    table = tomllib.loads(stylesheet("principal.toml", look))
    own = {face.name: face.widths for face in look.faces}
    widths = {font: Widths(_advances(font) | own.get(font, {})) for font in _fonts()}
    types = {
        name: Type(**{**entry, "select": tuple(entry["select"]), "widths": widths[entry["font"]]})
        for name, entry in table["type"].items()
    }
    rooms = {name: Room(**{**entry, "select": tuple(entry["select"])}) for name, entry in table["room"].items()}
    return Measures(table["page"], types, rooms)


@lru_cache(maxsize=1 << 16)
def _units(widths: Widths, text: str) -> int:
    """Give the width of a text, in thousandths of an em."""
    advances = widths.advances
    return sum(advances.get(letter, 0 if letter in _NO_WIDTH else _MISSING) for letter in text)


@cache
def _advances(font: str) -> dict[str, int]:
    """Give the advance of each character of a font, in thousandths of an em (tools/make_widths.py)."""
    return {chr(start + place): advance for start, run in _fonts()[font] for place, advance in enumerate(run)}


@cache
def _fonts() -> dict[str, list[tuple[int, list[int]]]]:
    """Read the table of the shipped fonts: for each, runs of characters as first code point and advances."""
    table: dict[str, list[tuple[int, list[int]]]] = json.loads(
        files("briefings.rendering.paper").joinpath("widths.json").read_text(encoding="utf-8")
    )
    return table
