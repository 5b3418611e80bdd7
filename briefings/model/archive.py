"""What leaves a build, and what a published edition remembers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from briefings.model.facts import QuantityType


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """What a published edition remembers of a story."""

    id: str
    headlines: tuple[tuple[str, str], ...]
    """Language and words of its headline in each language it was told in, the leading one first."""
    day_number: int
    terms: tuple[str, ...]
    """Names' keys and stems the story is known by, sorted."""
    articles: tuple[str, ...]
    asleep: int = 0
    """Editions since it was last told."""


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A number a published edition gave: value by story, type and unit."""

    story: str
    type: QuantityType
    unit: str | None
    value: str
    context: tuple[str, ...]
    """Stems of the words around it, sorted: two counts of "ships" need not count the same ships."""


@dataclass(frozen=True, slots=True)
class TextSketch:
    """What a published edition remembers of a text, to know it again when it is printed on another day."""

    article: str
    story: str
    runs: int
    """How many different runs of five words it has."""
    sample: str
    """The smallest of their hashes, eight hexadecimal digits each."""
    asleep: int = 0
    """Editions since it was printed."""


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """What an earlier edition published, read from its own files."""

    day: date
    number: int
    stories: tuple[StoryRecord, ...]
    figures: tuple[FigureRecord, ...]
    texts: tuple[tuple[str, str, str], ...]
    """Path, SHA-256 of the text and title of each article."""
    sketches: tuple[TextSketch, ...] = ()
    """Of its texts and of those of a few editions before."""


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """One published edition, as the site's first page lists it."""

    day: date
    number: int
    languages: tuple[str, ...]
    profiles: tuple[str, ...]
    headline: str
    """The words of the leading story's title, as its source has them."""
    headline_language: str
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """One file of an edition, before anything is written."""

    path: str
    """Relative to the edition's folder, with forward slashes."""
    media_type: str
    data: bytes
