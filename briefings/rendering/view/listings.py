"""What a page lists beside the stories, as values: events, changes, sources, evidence, names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.rendering.charts import CoverageChart, Series, TimelineChart
    from briefings.rendering.view.pieces import EditionValue, FactValue, Label, Line, NoteMark, Piece, Words
    from briefings.rendering.view.story_items import SentenceItem


@dataclass(frozen=True, slots=True)
class EventItem:
    """A dated event."""

    date: Piece
    """“2 Aralık 2025”."""
    reasoning: Line
    """How a relative date was counted: “iki hafta önce → 20 Kasım 2025”."""
    certain: bool
    """Whether the day is certain."""
    words: Words
    note: NoteMark
    number: int
    """In the list and on the line, from 1."""


@dataclass(frozen=True, slots=True)
class TimelineBody:
    """The drawn line and the list that says the same."""

    chart: TimelineChart | None
    description: Label
    """What the drawing shows, in words."""
    events: tuple[EventItem, ...]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A date that lies ahead."""

    date: Line
    """The date: “5 Aralık 2025, 10.30”."""
    more: tuple[Line, ...]
    """Further dates the same sentence names."""
    reasoning: Line
    """How a relative date was counted: “cumartesi (yayın 4 Aralık 2025)”."""
    what: Line
    """The sentence, or the words of the desk's entry."""
    place: Line
    """Where: “Ankara”; empty when nobody says so."""
    note: NoteMark | None
    desk: Label | None
    """“masa” beside an entry of the desk's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that was published, and what stands in its place now; either may be missing."""

    label: Label
    """“Yayımlanan”, “Şimdiki”."""
    text: Line
    """The sentence."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that differs from the last edition, or from the revision before."""

    label: Label
    """Of what kind the change is: “Geri çekilen”, “Değişen sayı”."""
    text: Line
    """What differs."""
    reason: Line = ()
    """Why, as the desk says it: of a text withdrawn or corrected."""
    edition: Line = ()
    """Of which earlier edition."""
    passages: tuple[Passage, ...] = ()
    course: Series | None = None
    """A number as edition after edition gave it."""


@dataclass(frozen=True, slots=True)
class RevisionNote:
    """What changed since the edition was published the time before."""

    heading: Line
    """“2. baskı: önceki baskıdan bu yana”."""
    rows: tuple[ChangeRow, ...]
    more: Line
    """How many changes are not listed."""


@dataclass(frozen=True, slots=True)
class QuestionItem:
    """A standing question with today's sentences."""

    question: Piece
    """“Kaç tahıl gemisi bekliyor?”."""
    answers: tuple[SentenceItem, ...]
    """Today's sentences, best first; empty when there is none."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One article in the table of sources."""

    outlet: Piece
    """“Levant Wire”; the file where nobody is named."""
    rating: Piece | None
    """The desk's grade: “B2”."""
    time: Piece
    """Of publication: “4 Ara 09.10”."""
    updated: Line
    """“güncelleme 11.30”; empty for none."""
    title: Words | None
    address: str | None
    """Of the article, https alone."""
    path: EditionValue
    """In the content folder: “2025-12-04/grain.md”."""
    sha256: EditionValue
    """The first digits of the file's hash."""


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A file that was left out."""

    path: EditionValue
    """“2025-12-04/bozuk.txt”."""
    reason: EditionValue
    """Why, with the line."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A fact the desk has put right."""

    words: Words
    """Of the source, as they stand there."""
    source: Line
    """“Levant Wire, 4 Ara 09.10”."""
    now: FactValue | Label
    """What the desk says instead."""
    reason: Piece
    """“Birlik sayıyı düzeltti”."""
    by: Piece
    """Who signs: “M. K.”."""


@dataclass(frozen=True, slots=True)
class CutRow:
    """Things of one kind that the principal's edition leaves to the desk edition, and why."""

    label: Label
    """“Gelişmeler”: of what kind they are."""
    items: tuple[Line, ...]
    inline: bool
    """Whether they stand in one line, not each in its own."""
    reason: Line
    """“2 sayfaya sığmadı”."""


@dataclass(frozen=True, slots=True)
class CoverageBody:
    """What the edition was made of."""

    counts: Line
    """“9 haber, 5 yayıncı, 6 gelişme”."""
    rows: tuple[CoverageRow, ...]
    left_out: tuple[LeftOutRow, ...]
    chart: CoverageChart | None
    left_to_desk: tuple[CutRow, ...]
    """What did not fit the principal's pages."""
    corrections: tuple[CorrectionRow, ...] = ()
    mentions: tuple[Series, ...] = ()
    """Who is named how often."""
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
    """“Kişiler”, “Kurumlar”, “Yerler”."""
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A cited sentence in full."""

    number: int
    """Of the note: 12."""
    anchor: str
    """For links to it: “e3”."""
    words: Words
    source: Line
    """“Levant Wire, 4 Ara 09.10”."""
    text: str
    """Address of the sentence in the page of its article's text."""
    anchors: tuple[str, ...]
    """Of the places that cite it: “c12”."""


@dataclass(frozen=True, slots=True)
class NoteSource:
    """All note numbers of one article, for the compact list of the principal's edition."""

    numbers: tuple[EvidenceItem, ...]
    """Its cited sentences."""
    visible: bool
    """Whether the page shows any of the numbers."""
    source: Line
    """“Levant Wire, 4 Ara 09.10”."""
    known: bool
    """Whether the outlet is known by name; the printed page gives the title of an article without one."""
    title: Words | None
    address: str | None
    """Of the article, https alone."""
