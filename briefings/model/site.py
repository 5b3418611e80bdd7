"""What one edition adds to the pages above the editions: read back from its own files, kept by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from briefings.model.archive import ArchiveEntry
    from briefings.model.facts import QuantityType

NameKind = Literal["person", "organization", "place"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A number, or a day, that an edition gave another value than one before it."""

    before: str
    after: str
    type: QuantityType | None
    """None for a day."""
    unit: str | None
    language: str
    """Of the text whose unit it is."""


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A story as one edition told it."""

    id: str
    rank: int
    """Its place among the edition's stories, from 1: its anchor there."""
    status: str
    day_number: int
    headlines: tuple[tuple[str, str], ...]
    """Language and words, the leading one first."""
    outlets: tuple[str, ...]
    """Of its articles, each once, in their order."""
    moves: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryTold:
    """A story in one edition, with what a link to it needs."""

    entry: ArchiveEntry
    story: StoryDay


@dataclass(frozen=True, slots=True)
class StorySpan:
    """A story over a stretch of time, as a list has it."""

    latest: StoryDay
    first: date
    last: date
    editions: int
    markings: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class EditionDay:
    """An edition as the site lists it."""

    entry: ArchiveEntry
    stories: tuple[StoryDay, ...]
    updated: str
    """The latest time an article of it was published or updated, "2025-12-04T11:10:00+03:00"; "" without articles."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that names somebody or something, or that somebody is quoted in."""

    article: str
    sentence: int
    words: str
    language: str
    outlet: str
    rank: int
    """Place of its story in the edition, 0 when it stands in none."""
    has_text: bool
    """Its article has a page of its own, where each sentence is an anchor."""
    said: tuple[str, ...] = ()
    """The person's own words in it."""
    reported: bool = False
    """It reports what the person said."""


@dataclass(frozen=True, slots=True)
class NameDay:
    """What one edition says of a person, an organisation or a place."""

    kind: NameKind
    key: str
    names: tuple[str, str]
    """In Turkish and in English."""
    role: tuple[str, str, str]
    """The office stated last, its language, and what it is called in the other language; "" for what is not known."""
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SearchText:
    """An article as it can be searched for."""

    article: str
    title: str
    language: str
    outlet: str
    rank: int
    terms: tuple[str, ...]
    """Its words in ASCII, without suffixes after an apostrophe, sorted, each once."""


@dataclass(frozen=True, slots=True)
class EditionDigest:
    """All that one edition adds to the site."""

    edition: EditionDay
    names: tuple[NameDay, ...]
    texts: tuple[SearchText, ...]


@dataclass(frozen=True, slots=True)
class NameHead:
    """A day of a name without its sentences: what counts and charts are made of, and what a link to it needs."""

    day: date
    count: int
    names: tuple[str, str]
    role: tuple[str, str, str]
    marking: str | None
    draft: bool
    languages: tuple[str, ...]
    profiles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as the indexes list it."""

    kind: NameKind
    key: str
    names: tuple[str, str]
    count: int
    marking: str | None
