"""The sections of a page as values a template can print without knowing anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefings.rendering.charts import CoverageChart, TimelineChart
    from briefings.rendering.view.pieces import EditionValue, FactValue, Label, Line, NoteMark, Piece, Words


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page of the edition or to a source."""

    address: str
    text: Line
    language: str | None = None
    """BCP 47 when the text is not in the page's language."""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page."""

    desk: Piece
    title: Piece
    number: Line
    revision: Line
    """Which revision this is; empty for the edition as first published."""
    day: Piece
    window: Line
    profile: Label
    marking: Piece | None
    draft: Label | None
    links: tuple[Link, ...]
    empty: Label | None


@dataclass(frozen=True, slots=True)
class SentenceItem:
    """A source sentence with the line composed from its facts."""

    gist: Line
    words: Words
    note: NoteMark
    source: Line
    tag: Label | None = None
    status: str = ""
    also: tuple[NoteMark, ...] = ()
    """In the desk edition, the notes of other articles' sentences that say the same."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """The day in one sentence of the desk's own, signed."""

    text: Piece
    label: Label
    author: Piece


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A number standing big."""

    amount: FactValue
    parts: tuple[str, str, str]
    """The same text in three: what stands before the digits, the digits, and what they count."""
    context: Line
    """Who says so, and when."""
    before: Line
    words: Words | None
    """The sentence, unless the page holds it already."""
    note: NoteMark
    source: Line


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """Words somebody said."""

    direct: bool
    words: Words
    note: NoteMark
    source: Line


@dataclass(frozen=True, slots=True)
class VoiceItem:
    """A speaker and what they said."""

    speaker: Piece
    role: Piece | None
    quotes: tuple[QuoteItem, ...]
    before: EarlierWords | None = None


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """What a speaker said in an earlier edition, as the record has it."""

    edition: Line
    words: Line
    source: Line


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a story's small table: who, where, when, how much."""

    label: Label
    values: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DeedRow:
    """Who did what with or to whom, where and when, as one sentence tells it; empty lines for what it does not."""

    who: Line
    did: Words
    note: NoteMark
    whom: Line
    where: Line
    when: Line


@dataclass(frozen=True, slots=True)
class DeedTable:
    """The table of a story's deeds, with the columns that it has besides who and what."""

    rows: tuple[DeedRow, ...]
    whom: bool
    where: bool
    when: bool


@dataclass(frozen=True, slots=True)
class AheadItem:
    """A date that lies ahead, with its sentence."""

    date: FactValue
    words: Words
    note: NoteMark


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A note of the desk."""

    label: Label
    title: Piece | None
    body: Markup
    author: Piece
    path: str
    language: str | None


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """One of the values that sources give differently, or of the sentences of two sides."""

    value: FactValue | Words | EditionValue
    source: Line
    """Who says so: the speaker and the outlet, or the edition that had it."""
    note: NoteMark | None


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A story."""

    anchor: str
    rank: int
    headline: Words
    note: NoteMark | None
    """Of the lead, when its words stand on an earlier page."""
    tag: Label
    status: str
    day_number: Line
    sources: tuple[Line, ...]
    publishers: Line
    gist: Line
    points: tuple[SentenceItem, ...]
    leads: bool
    """Whether the first of them is the lead; else that stands on the page already."""
    deeds: DeedTable | None
    rows: tuple[FactRow, ...]
    voices: tuple[VoiceItem, ...]
    ahead: tuple[AheadItem, ...]
    disputes: tuple[tuple[ClaimItem, ...], ...]
    """What sources give differently, each with its values side by side."""
    notes: tuple[NoteItem, ...]
    """The desk's own on this story."""
    short: bool


@dataclass(frozen=True, slots=True)
class StoryList:
    """The stories, and how many did not fit."""

    items: tuple[StoryItem, ...]
    cut: Line


@dataclass(frozen=True, slots=True)
class EventItem:
    """A dated event."""

    date: Piece
    reasoning: Line
    certain: bool
    words: Words
    note: NoteMark
    number: int


@dataclass(frozen=True, slots=True)
class TimelineBody:
    """The drawn line and the list that says the same."""

    chart: TimelineChart | None
    description: Label
    events: tuple[EventItem, ...]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A date that lies ahead."""

    date: Line
    more: tuple[Line, ...]
    """Further dates the same sentence names."""
    reasoning: Line
    what: Line
    place: Line
    note: NoteMark | None
    desk: Label | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that was published, and what stands in its place now; either may be missing."""

    label: Label
    text: Line


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that differs from the last edition, or from the revision before."""

    label: Label
    text: Line
    reason: Line = ()
    edition: Line = ()
    """Of which earlier edition."""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionNote:
    """What changed since the edition was published the time before."""

    heading: Line
    rows: tuple[ChangeRow, ...]
    more: Line
    """How many changes are not listed."""


@dataclass(frozen=True, slots=True)
class QuestionItem:
    """A standing question with today's sentences."""

    question: Piece
    answers: tuple[SentenceItem, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One article in the table of sources."""

    outlet: Piece
    rating: Piece | None
    time: Piece
    updated: Line
    title: Words | None
    address: str | None
    path: EditionValue
    sha256: EditionValue


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A file that was left out."""

    path: EditionValue
    reason: EditionValue


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A fact the desk has put right."""

    words: Words
    source: Line
    now: FactValue | Label
    reason: Piece
    by: Piece


@dataclass(frozen=True, slots=True)
class CutRow:
    """Things of one kind that the principal's edition leaves to the desk edition, and why."""

    label: Label
    items: tuple[Line, ...]
    inline: bool
    """Whether they stand in one line, not each in its own."""
    reason: Line


@dataclass(frozen=True, slots=True)
class CoverageBody:
    """What the edition was made of."""

    counts: Line
    rows: tuple[CoverageRow, ...]
    left_out: tuple[LeftOutRow, ...]
    chart: CoverageChart | None
    left_to_desk: tuple[CutRow, ...]
    """What did not fit the principal's pages."""
    corrections: tuple[CorrectionRow, ...] = ()
    kept_out: tuple[Line, ...] = ()
    """How much the product may not show, is under embargo, or could not be read and is not named."""


@dataclass(frozen=True, slots=True)
class IndexItem:
    """A name and the notes that hold it."""

    name: FactValue
    notes: tuple[tuple[int, str], ...]
    """Numbers with the anchors of their entries."""
    first: str | None
    """Anchor of the first note on the page that cites a sentence with the name."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The names of one kind."""

    label: Label
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A cited sentence in full."""

    number: int
    anchor: str
    words: Words
    source: Line
    title: Words | None
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteSource:
    """All note numbers of one article, for the compact list of the principal's edition."""

    numbers: tuple[EvidenceItem, ...]
    visible: bool
    """Whether the page shows any of the numbers."""
    source: Line
    known: bool
    """Whether the outlet is known by name; the printed page gives the title of an article without one."""
    title: Words | None
    address: str | None


Body = (
    SentenceItem
    | DeskLine
    | tuple[SentenceItem, ...]
    | tuple[FigureItem, ...]
    | StoryList
    | tuple[VoiceItem, ...]
    | TimelineBody
    | tuple[AgendaRow, ...]
    | tuple[ChangeRow, ...]
    | tuple[NoteItem, ...]
    | tuple[QuestionItem, ...]
    | CoverageBody
    | tuple[IndexGroup, ...]
    | tuple[EvidenceItem, ...]
    | tuple[NoteSource, ...]
)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page."""

    key: str
    heading: Label
    body: Body


@dataclass(frozen=True, slots=True)
class PageView:
    """A whole page."""

    language: str
    profile: str
    title: str
    """For the window and the PDF's title."""
    author: str
    masthead: Masthead
    revision: RevisionNote | None
    sections: tuple[Section, ...]
    running: str
    """The running head of the printed page."""
    page_pattern: tuple[str, ...]
    """"sayfa ", then " / ", around the counters."""
    marking: str
    draft: str
    """The word that lies across every page of an edition with a draft in it, "" for one without."""
    quotation: tuple[str, str]
