"""An edition: what matters on one day, in no language."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from briefings.model.archive import Mentions
from briefings.model.facts import When
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from datetime import date, datetime

    from briefings.model.archive import CountRecord, Revision, SayingRecord, TextSketch
    from briefings.model.article import Article, Evidence
    from briefings.model.budget import Cut
    from briefings.model.facts import Actor, Findings, Place, Quantity, Quote
    from briefings.model.library import AgendaEntry, InputRecord, Note, Question

Status = Literal["new", "updated", "ongoing"]
ChangeKind = Literal[
    "new", "updated", "ongoing", "corrected", "withdrawn", "late", "removed", "note", "dropped", "figure", "date"
]


@dataclass(frozen=True, slots=True)
class Window:
    """The time an edition covers; both ends aware; `end` is the cut-off and belongs to the next edition."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Gist:
    """What the facts of some sentences say: who, where, when, how much. Rendering composes a line from it."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    whens: tuple[When, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence worth reading, with what its facts say."""

    evidence: Evidence
    """The whole sentence."""
    gist: Gist
    story: str
    status: Status = "new"
    also: tuple[Evidence, ...] = ()
    """Sentences of other articles that say the same."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a story stands where it stands: one term of its score."""

    code: Literal["publishers", "officials", "new", "ahead", "recency", "watch", "priority", "pin", "figures", "names"]
    points: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole sentence, as one side of a matter tells it."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """A number, or the day of what lies ahead, that one source gives; or a sentence that another one denies."""

    fact: Quantity | When | Statement
    speaker: Actor | None = None
    """Who said so, where the text has it from somebody."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What independent sources give differently: one claim for each value, earliest first.

    Of a claim that is denied, the claim stands first.
    """

    claims: tuple[Claim, ...]
    before: CountRecord | None = None
    """What another source gave in an earlier edition, of the same day as the one claim."""


@dataclass(frozen=True, slots=True)
class Move:
    """A number, or the day of a coming event, that is another one than an earlier edition gave."""

    facts: tuple[Quantity | When, ...]
    """Where today's articles give it, the one that tells of the change first; never empty."""
    value: str
    """The number, or the day as YYYY-MM-DD."""
    before: CountRecord

    def course(self, day: date) -> tuple[tuple[str, str], ...]:
        """Give days and values of a number, as edition after edition gave it up to that of `day`; of one unit alone."""
        fact = self.facts[0]
        if isinstance(fact, When):
            return ()
        earlier = self.before.course_to(fact.type, fact.unit)
        return (*earlier, (day.isoformat(), self.value)) if earlier else ()


@dataclass(frozen=True, slots=True)
class Version:
    """How a story is told in one language: by an article of its own in that language."""

    language: str
    headline: Evidence
    lead: Point
    points: tuple[Point, ...] = ()
    """Further sentences, none saying what another says."""


@dataclass(frozen=True, slots=True)
class Join:
    """Why an article belongs to its story."""

    article: str
    likeness: float
    """Average likeness to the story's other articles, 0 to 1; 1 for one that stands alone."""
    terms: tuple[str, ...]
    """What it shares with them, most telling first: "name:…", "figure:…", "day:…", "tr:…" and "en:…" for words."""
    copy_of: str | None = None
    """The article whose text it repeats, of this day or of an earlier edition."""
    translated: bool = False
    """The story holds another language's version of this very article."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event."""

    id: str
    headline: Evidence
    """The title of the leading article."""
    articles: tuple[str, ...]
    """Ids, leading article first."""
    publishers: tuple[str, ...]
    """Independent publishers, sorted."""
    lead: Point
    points: tuple[Point, ...]
    """Further sentences, none saying what another says."""
    versions: tuple[Version, ...]
    """One for each language the story has an article in, the leading article's first; it gives the fields above."""
    gist: Gist
    """Of the whole story, most mentioned first."""
    quotes: tuple[Quote, ...]
    ahead: tuple[When, ...]
    status: Status
    day_number: int
    """1 on the first day, counted in editions."""
    score: int
    reasons: tuple[Reason, ...]
    pinned: bool = False
    joins: tuple[Join, ...] = ()
    """Why each article belongs here, in the order of `articles`."""
    nearest: tuple[str, float] | None = None
    """An article of the story that is most like this one without being it, and how like."""
    known_as: tuple[str, ...] = ()
    """Terms the next editions know it by, sorted."""
    disputes: tuple[Dispute, ...] = ()
    """What its sources give differently."""
    moves: tuple[Move, ...] = ()
    """Numbers and days that moved since earlier editions, each count once."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number worth standing big on the page."""

    quantity: Quantity
    story: str
    said_by: Actor | None
    when: When | None
    previous: CountRecord | None = None
    """What the latest earlier edition that gave this count had, when it moved."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the words of today."""

    key: str | None
    speaker: str
    role: Actor | None
    """The mention that states the office."""
    quotes: tuple[Quote, ...]
    story: str
    before: tuple[SayingRecord, ...] = ()
    """What the speaker was last quoted with in an earlier edition, where today's words are other ones, by language."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence whose date is known."""

    when: When
    first: date
    last: date
    certain: bool
    """False for approximate values and for spans longer than a day."""
    evidence: Evidence
    story: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A date that lies ahead: from an article (evidence) or from the desk (entry)."""

    first: date
    last: date
    time: str | None
    when: When | None = None
    evidence: Evidence | None = None
    story: str | None = None
    entry: AgendaEntry | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What differs from the last edition."""

    kind: ChangeKind
    headline: Evidence | None = None
    """A title in today's articles."""
    earlier: tuple[tuple[str, str], ...] = ()
    """Language and words of a headline of the earlier edition that has no article today; a choice of languages."""
    story: str | None = None
    move: Move | None = None
    """A number or a day that moved; `edition` gives the day of its earlier value."""
    reason: str | None = None
    edition: date | None = None
    """The day of the earlier edition whose text was corrected, withdrawn or added late, or that gave another value."""
    passages: tuple[tuple[str, str], ...] = ()
    """Sentences as they were published and as they are now."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A standing question with today's sentences."""

    question: Question
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One article in the coverage table."""

    article: str
    publisher: str | None
    owner: str | None
    rating: str | None
    country: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A name and its mentions in the edition, the first of each sentence."""

    key: str
    kind: Literal["person", "organization", "place"]
    name: str
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One day: what happened, who says so, what comes next. Language-free; every list is in reading order."""

    day: date
    number: int
    window: Window
    marking: str | None
    """Id on the desk's scale of markings."""
    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    """In the order of `articles`."""
    stories: tuple[Story, ...]
    coverage: tuple[SourceRecord, ...]
    bottom_line: Point | None = None
    key_points: tuple[Point, ...] = ()
    figures: tuple[Figure, ...] = ()
    voices: tuple[Voice, ...] = ()
    timeline: tuple[Event, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    questions: tuple[Answer, ...] = ()
    index: tuple[IndexEntry, ...] = ()
    inputs: tuple[InputRecord, ...] = ()
    """Files that were left out, with the reason."""
    withheld: int = 0
    """Articles the product may not show."""
    withheld_entries: int = 0
    """Notes, dates and questions of the desk the product may not show."""
    unread: int = 0
    """Files that were left out and that a product with a limit does not name."""
    embargoed: tuple[datetime, ...] = ()
    """Ends of the embargoes that keep articles out, in order."""
    previous_day: date | None = None
    revisions: tuple[Revision, ...] = ()
    """How the edition was changed after it was first published, oldest first."""
    draft: bool = False
    sketches: tuple[TextSketch, ...] = ()
    """What is remembered of each text, to know it again when it is printed on another day."""
    counts: tuple[CountRecord, ...] = ()
    """Numbers and days of its stories, and of earlier editions for a while, to know the same count again."""
    sayings: tuple[SayingRecord, ...] = ()
    """The last words of each speaker, of today or of earlier editions."""
    positions: tuple[SayingRecord, ...] = ()
    """The earlier words of those who say something new today."""
    mentions: Mentions = Mentions()
    """Of this edition and of those of two weeks."""
    cut: tuple[Cut, ...] = ()
    """What the principal's edition leaves to the desk edition."""

    _by_id: dict[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the articles out by id: rendering asks for one with every sentence."""
        object.__setattr__(self, "_by_id", {article.id: article for article in self.articles})

    def article(self, identity: str) -> Article:
        """Give an article of this edition by id.

        Raises `KeyError` when the edition has no such article.
        """
        return self._by_id[identity]
