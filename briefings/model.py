"""The values that travel through the pipeline.

All of them are frozen and hold tuples: a stage never changes what it was given, it returns new values. Every span
is a half-open range of Unicode code points into `Article.text`. Nothing here knows a language, a file or a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

BlockKind = Literal["title", "lead", "label", "heading", "paragraph", "item", "cell", "boilerplate"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuantityType = Literal["number", "ordinal", "percent", "money", "measure", "age", "temperature"]
ActorKind = Literal["person", "organization"]
Level = Literal["error", "warning", "info"]
Status = Literal["new", "updated", "ongoing"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly within this range."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Cut this range out of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the desk should know: a value, shown at the end, in JSON, and fatal under --strict."""

    level: Level
    code: str
    """Short, stable name of the kind of notice, such as `date-impossible`."""
    path: str
    """The file it is about, relative to the content folder, or "" when it is about none."""
    line: int | None
    message: str
    """What is wrong; what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from."""

    path: str
    """Relative to the content folder, with forward slashes."""
    sha256: str
    """Of the file's bytes, as hexadecimal digits."""
    outlet: str | None = None
    """As the article names it ("Kaynak:", `source:`)."""
    url: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one function on the page."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block. Titles and headings count as one sentence each; labels and boilerplate have none."""

    index: int
    block: int
    """Index into `Article.blocks`."""
    span: Span


@dataclass(frozen=True, slots=True)
class DeskMarks:
    """What the desk says about an article in its front matter."""

    tags: tuple[str, ...] = ()
    section: str | None = None
    priority: int = 0
    """Added to the story's score; positive lifts it."""
    pin: bool = False
    skip: bool = False
    draft: bool = False
    embargo_until: datetime | None = None
    marking: str | None = None
    withdrawn: str | None = None
    """The reason given for withdrawing the article."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    `text` is the decoded file (NFC, LF line ends, control characters taken out) for plain text, and the words of the
    rendered document for marked-up files. All spans point into it.
    """

    id: str
    """ASCII, unique within a build, stable as long as the path is."""
    source: Source
    language: str
    """BCP 47; facts are found in "tr" and "en"."""
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    published: datetime | None
    """Aware, in the desk's time zone; None only when the build was told the day."""
    updated: datetime | None = None
    translation_group: str | None = None
    """Shared by the translations of one article (`name.tr.md` and `name.en.md`)."""
    marks: DeskMarks = field(default_factory=DeskMarks)

    def words(self, span: Span) -> str:
        """Cut a span out of the text."""
        return span.of(self.text)

    def block_of(self, sentence: Sentence) -> Block:
        """Give the block a sentence stands in."""
        return self.blocks[sentence.block]

    @property
    def title(self) -> Span:
        """The span of the title block; an empty span when the article has none."""
        return next((block.span for block in self.blocks if block.kind == "title"), Span(0, 0))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact stands on."""

    article: str
    """Id of the article."""
    sentence: int
    """Index into the article's sentences."""
    span: Span


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a relative date came to its value: anchor + shift × unit."""

    anchor: date
    anchor_kind: Literal["published", "text"]
    """Counted from the publication date, or from a date the text gave before."""
    shift: int
    unit: Literal["day", "week", "month", "quarter", "year", "weekday", "hour", "minute", "none"]


@dataclass(frozen=True, slots=True)
class When:
    """A date, time, duration or set (TIMEX3)."""

    evidence: Evidence
    rule: str
    type: TimexType
    value: str | None
    """TIMEX3-like, see docs/facts.md; None when seen but not resolvable."""
    mod: str | None = None
    """APPROX, START, MID, END, BEFORE, AFTER, LESS_THAN, MORE_THAN … or None."""
    reasoning: Reasoning | None = None
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of a person or an organisation."""

    evidence: Evidence
    rule: str
    kind: ActorKind
    name: str
    """Canonical name within the article: "Rüstem Umerov" for "Umerov"."""
    key: str
    """Identity across articles and languages: an id of the name tables, else `person:rustem-umerov`."""
    role: str | None = None
    """The office as the text states it, for persons."""
    role_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place."""

    evidence: Evidence
    rule: str
    name: str
    key: str
    kind: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said, direct (inside quotation marks) or reported."""

    evidence: Evidence
    rule: str
    direct: bool
    speaker: str | None
    """Canonical name, None when the text does not say."""
    speaker_key: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    """The reporting verb as written."""
    cue_span: Span | None = None
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it measures or counts."""

    evidence: Evidence
    rule: str
    type: QuantityType
    value: str
    """Decimal number, as a string without grouping: "1250000.5"."""
    unit: str | None = None
    """Lemma of the thing counted, ISO 4217 code or unit symbol: "madde", "TRY", "km"."""
    mod: str | None = None
    """APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS or None."""
    kind: Literal["quantity"] = "quantity"


Fact = When | Actor | Place | Quote | Quantity


@dataclass(frozen=True, slots=True)
class Deed:
    """What a sentence says was done: who, what, with or to whom, where, when; None for what it does not show."""

    sentence: int
    actor: Actor | Place | None
    action: Span | None
    """The words of the finite verb."""
    counterpart: Actor | Place | None
    place: Place | None
    when: When | None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article."""

    article: str
    facts: tuple[Fact, ...]
    """Ordered by start, then end, then kind."""
    key_sentences: tuple[int, ...]
    """Indices of sentences, best first."""
    deeds: tuple[Deed, ...] = ()
    """What the key sentences say was done, in text order."""
    notices: tuple[Notice, ...] = ()
    """What plug-ins gave and could not be taken."""


# What the desk keeps beside the articles


@dataclass(frozen=True, slots=True)
class Localised:
    """One text per interface language; a missing one falls back to the other."""

    tr: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """Give the text in a language, else in the other one."""
        return (self.tr or self.en) if language == "tr" else (self.en or self.tr)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher the desk knows (outlets.toml)."""

    name: str
    owner: str | None = None
    rating: str | None = None
    """The desk's own reliability grade, such as "A2"."""
    country: str | None = None
    """ISO 3166 alpha-2."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What the principal wants answered (questions.toml)."""

    id: str
    text: Localised
    about: tuple[str, ...]
    """Keys of names, or words in either language, that an answering sentence holds."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A date the desk entered (agenda.toml, agenda.ics)."""

    day: date
    time: str | None
    """HH:MM in the desk's time zone."""
    title: Localised
    place: Localised = field(default_factory=Localised)
    path: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The desk's own assessment for a day (notes/2025-12-04.tr.md)."""

    path: str
    day: date
    language: str
    title: str
    author: str | None
    text: str
    """Markdown."""


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """Everything in the content folder that is not an article."""

    outlets: tuple[Outlet, ...] = ()
    questions: tuple[Question, ...] = ()
    agenda: tuple[AgendaEntry, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class InputRecord:
    """What became of one file of the content folder; every file has one."""

    path: str
    sha256: str
    fate: Literal["read", "left-out", "ignored", "desk"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """What reading a content folder gives."""

    articles: tuple[Article, ...]
    desk: DeskFiles
    inputs: tuple[InputRecord, ...]
    notices: tuple[Notice, ...]


# An edition: what matters on one day, in no language


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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a story stands where it stands: one term of its score."""

    code: Literal["publishers", "officials", "new", "ahead", "recency", "watch", "priority", "pin", "figures", "names"]
    points: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """How a story is told in one language: by an article of its own in that language."""

    language: str
    headline: Evidence
    lead: Point
    points: tuple[Point, ...] = ()
    """Further sentences, none saying what another says."""


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


@dataclass(frozen=True, slots=True)
class Figure:
    """A number worth standing big on the page."""

    quantity: Quantity
    story: str
    said_by: Actor | None
    when: When | None
    previous: str | None = None
    """The value the same count had in the last edition, when it moved."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the words of today."""

    key: str | None
    speaker: str
    role: Actor | None
    """The mention that states the office."""
    quotes: tuple[Quote, ...]
    story: str


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

    kind: Literal["new", "updated", "ongoing", "corrected", "withdrawn", "dropped", "figure"]
    headline: Evidence | None = None
    """A title in today's articles."""
    earlier: tuple[tuple[str, str], ...] = ()
    """Language and words of a headline of the earlier edition that has no article today; a choice of languages."""
    story: str | None = None
    figure: Figure | None = None
    reason: str | None = None


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
class EditionRecord:
    """What an earlier edition published, read from its own files."""

    day: date
    number: int
    stories: tuple[StoryRecord, ...]
    figures: tuple[FigureRecord, ...]
    texts: tuple[tuple[str, str, str], ...]
    """Path, SHA-256 of the text and title of each article."""


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
    previous_day: date | None = None
    draft: bool = False
    cut: tuple[str, ...] = ()
    """Ids of stories that did not fit the principal's pages."""

    def article(self, identity: str) -> Article:
        """Give an article of this edition by id."""
        return next(article for article in self.articles if article.id == identity)


@dataclass(frozen=True, slots=True)
class Output:
    """One file of an edition, before anything is written."""

    path: str
    """Relative to the edition's folder, with forward slashes."""
    media_type: str
    data: bytes


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
