"""What leaves a build, and what a published edition remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from briefings.model.facts import QuantityType, TimexType


RevisionKind = Literal["late", "corrected", "withdrawn", "removed", "note"]
"""A late article, a changed text, a withdrawn one, one that left the edition without a word, a new or changed note."""


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """What a published edition remembers of a story."""

    id: str
    headlines: tuple[tuple[str, str], ...]
    """Language and words of its headline in each language it was told in, the leading one first."""
    day_number: int
    terms: tuple[str, ...]
    """Names' keys, subjects, figures, days and words the story is known by, each with its kind, sorted."""
    articles: tuple[str, ...]
    asleep: int = 0
    """Editions since it was last told."""


@dataclass(frozen=True, slots=True)
class Count:
    """What a number, or the day of a coming event, is held against others by."""

    unit: str
    """What is counted or measured, the same in both languages; "date" for a day."""
    value: Decimal
    """In the unit's smallest scale; the ordinal of a day."""
    mod: str | None
    source: str
    """The owner of the outlet, or the article where nobody knows."""
    speaker: str | None
    human: bool
    about: frozenset[str]
    """Concepts, and stems with their language, of the words around it."""
    aspects: frozenset[str]
    day: date | None
    """The one day its words name, for a number."""
    alone: bool
    """No other number of its unit stands in the article."""


@dataclass(frozen=True, slots=True)
class CountRecord:
    """A number, or the day of a coming event, that a published edition gave in a story."""

    story: str
    given: date
    """Day of the latest edition that gave it."""
    type: QuantityType | TimexType
    unit: str | None
    """As the quantity has it; None for a day."""
    value: str
    """As the quantity has it; a day as YYYY-MM-DD."""
    article: str
    count: Count
    course: tuple[tuple[str, str], ...] = ()
    """What editions before `given` gave for it in the same unit: days and values, oldest first, the latest few."""

    def course_to(self, kind: str, unit: str | None) -> tuple[tuple[str, str], ...]:
        """Give the course with its own value last; nothing to a quantity of another kind or measure.

        What is counted has another name in each language, but is one and the same here.
        """
        if self.type != kind or (kind != "number" and self.unit != unit):
            return ()
        return (*self.course, (self.given.isoformat(), self.value))


@dataclass(frozen=True, slots=True)
class Mentions:
    """In how many articles of each of the last days' editions persons and organisations are named."""

    days: tuple[str, ...] = ()
    """Of the editions, YYYY-MM-DD, oldest first."""
    names: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Keys, sorted, each with a number for every day; those named most."""


@dataclass(frozen=True, slots=True)
class SayingRecord:
    """What a speaker was last quoted with in a published edition."""

    speaker: str
    """Key, or the name where there is none."""
    words: str
    language: str
    article: str
    outlet: str
    given: date
    """Day of the edition."""


@dataclass(frozen=True, slots=True)
class TextSketch:
    """What a published edition remembers of a text, to know it again when it is printed on another day."""

    article: str
    story: str
    publisher: str
    """Who printed it, as the article names its outlet."""
    runs: int
    """How many different runs of five words it has."""
    sample: str
    """The smallest of their hashes, eight hexadecimal digits each."""
    asleep: int = 0
    """Editions since it was printed."""


@dataclass(frozen=True, slots=True)
class TextRecord:
    """An article, or a note of the desk, as an edition published it."""

    path: str
    digest: str
    """SHA-256 of its words; their spacing does not count."""
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """What became of one article, or of one note of the desk, after its edition was published."""

    kind: RevisionKind
    text: TextRecord
    reason: str = ""
    """Why the desk withdrew it."""
    passages: tuple[tuple[str, str], ...] = ()
    """Sentences as published and as they are now; "" where one was added or taken out."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A published edition was made anew because its texts changed."""

    number: int
    """2 for the first revision: the edition first published counts as 1."""
    after: date
    """The latest edition that was published by then; the one after it tells its readers."""
    changes: tuple[RevisionChange, ...]


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """What an earlier edition published, read from its own files."""

    day: date
    number: int
    stories: tuple[StoryRecord, ...]
    counts: tuple[CountRecord, ...]
    """Of its own stories, and of a week before what no later edition has given again."""
    texts: tuple[TextRecord, ...]
    """Articles and the desk's notes of the day, as last published: an edition with drafts leaves them as they were."""
    revisions: tuple[Revision, ...] = ()
    """Oldest first."""
    published: bool = True
    """False while the day was built with drafts only."""
    sketches: tuple[TextSketch, ...] = ()
    """Of its texts and of those of a few editions before."""
    sayings: tuple[SayingRecord, ...] = ()
    """The last words of each speaker, for two weeks."""
    mentions: Mentions = Mentions()


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
    revisions: tuple[Revision, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """One file of an edition, before anything is written."""

    path: str
    """Relative to the edition's folder, with forward slashes."""
    media_type: str
    data: bytes
