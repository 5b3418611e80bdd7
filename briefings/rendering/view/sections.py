"""The sections of a page as values a template can print without knowing anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefings.rendering.charts import CoverageChart, Series, TimelineChart
    from briefings.rendering.view.pieces import EditionValue, FactValue, Label, Line, NoteMark, Piece, Words


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page of the edition or to a source."""

    address: str
    """“principal.html”."""
    text: Line
    """“Yönetici özeti”."""
    language: str | None = None
    """BCP 47 when the text is not in the page's language."""
    current: bool = False
    """Whether it is the page itself."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page."""

    desk: Piece
    """Its name: “Haliç Analiz Masası”."""
    title: Piece
    """“Günlük Brifing”."""
    number: Line
    """“Sayı 4”; empty for an edition without a number."""
    revision: Line
    """Which revision this is; empty for the edition as first published."""
    day: Piece
    """“4 Aralık 2025 Perşembe”."""
    window: Line
    """“Kapsam 4 Aralık 2025, 00.00–24.00”."""
    profile: Label
    """“Yönetici özeti”."""
    marking: Piece | None
    """“HİZMETE ÖZEL”."""
    draft: Label | None
    """“TASLAK”."""
    links: tuple[Link, ...]
    """To the other pages, the PDF and the archive; for a screen."""
    empty: Label | None
    """“Bu gün için haber yok.”, on such a day."""


@dataclass(frozen=True, slots=True)
class SentenceItem:
    """A source sentence with the line composed from its facts."""

    gist: Line
    """What its facts say: “Ankara · 4 Aralık 2025 · 13,4 km”; may be empty."""
    words: Words
    note: NoteMark
    source: Line
    """“Levant Wire, 4 Ara 09.10”."""
    tag: Label | None = None
    """“YENİ”, “GÜNCELLENDİ”, “SÜRÜYOR”."""
    status: str = ""
    """The same for a style: “new”, “updated”, “ongoing”; "" for none."""
    also: tuple[NoteMark, ...] = ()
    """In the desk edition, the notes of other articles' sentences that say the same."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """The day in one sentence of the desk's own, signed."""

    text: Piece
    """The sentence."""
    label: Label
    author: Piece
    """Who signs it."""


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A number standing big."""

    amount: FactValue
    """“19 gemi”."""
    parts: tuple[str, str, str]
    """The same text in three: what stands before the digits, the digits, and what they count."""
    context: Line
    """Who says so, and when."""
    before: Line
    """What an earlier edition gave: “3 Aralık bülteninde 21”; empty for nothing."""
    words: Words | None
    """The sentence, unless the page holds it already."""
    note: NoteMark
    source: Line
    """“Levant Wire, 4 Ara 09.10”."""


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """Words somebody said."""

    direct: bool
    """Whether it was said in these words; else the sentence reports it."""
    words: Words
    note: NoteMark
    source: Line
    """“Levant Wire, 4 Ara 09.10”."""


@dataclass(frozen=True, slots=True)
class VoiceItem:
    """A speaker and what they said."""

    speaker: Piece
    """“Selin Karaaslan”."""
    role: Piece | None
    """“Ulaştırma Bakan Yardımcısı”."""
    quotes: tuple[QuoteItem, ...]
    before: EarlierWords | None = None
    """What the speaker said of it earlier."""


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """What a speaker said in an earlier edition, as the record has it."""

    edition: Line
    """“3 Aralık bülteninde”."""
    words: Line
    """What was said then."""
    source: Line
    """The outlet that had it."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a story's small table: who, where, when, how much."""

    label: Label
    """“Kim”, “Nerede”, “Ne zaman”, “Sayılar”."""
    values: tuple[Line, ...]
    """Each as a line: “Rüstem Umerov, Sekreter”."""


@dataclass(frozen=True, slots=True)
class DeedRow:
    """Who did what with or to whom, where and when, as one sentence tells it; empty lines for what it does not."""

    who: Line
    """“Ayhan Dereli”."""
    did: Words
    """The verb with its object, as written."""
    note: NoteMark
    whom: Line
    """“Köstence Limanı”."""
    where: Line
    """“Ankara”."""
    when: Line
    """“4 Aralık 2025”."""


@dataclass(frozen=True, slots=True)
class DeedTable:
    """The table of a story's deeds, with the columns that it has besides who and what."""

    rows: tuple[DeedRow, ...]
    whom: bool
    """Whether any row says so."""
    where: bool
    """Whether any row says so."""
    when: bool
    """Whether any row says so."""


@dataclass(frozen=True, slots=True)
class AheadItem:
    """A date that lies ahead, with its sentence."""

    date: FactValue
    """“9 Ocak 2026”."""
    words: Words
    note: NoteMark


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A note of the desk."""

    label: Label
    """“MASANIN DEĞERLENDİRMESİ”."""
    title: Piece | None
    """“Tahılda risk pazar günkü sis”."""
    body: Markup
    """Its text as HTML, made clean."""
    author: Piece
    """Who signs it: “nöbetçi uzman”."""
    path: str
    """“notes/2025-12-04.tr.md”."""
    language: str | None
    """BCP 47 when it is not the page's language."""


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """One of the values that sources give differently, or of the sentences of two sides."""

    value: FactValue | Words | EditionValue
    """The number, or the sentence."""
    source: Line
    """Who says so: the speaker and the outlet, or the edition that had it."""
    note: NoteMark | None


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A story."""

    anchor: str
    """For links to it: “story-1”."""
    rank: int
    """From 1."""
    headline: Words
    note: NoteMark | None
    """Of the lead, when its words stand on an earlier page."""
    tag: Label
    """“YENİ”, “GÜNCELLENDİ”, “SÜRÜYOR”."""
    status: str
    """“new”, “updated”, “ongoing”."""
    day_number: Line
    """“3. gün”; empty on the first."""
    sources: tuple[Line, ...]
    """Each outlet with its time: “Levant Wire, 4 Ara 09.10”."""
    publishers: Line
    """“3 bağımsız yayıncı”; empty for one."""
    gist: Line
    """Who, where, when, how much, in the reader's language."""
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
    """Whether it is told in brief."""


@dataclass(frozen=True, slots=True)
class StoryList:
    """The stories, and how many did not fit."""

    items: tuple[StoryItem, ...]
    cut: Line
    """“Buraya sığmayan 2 gelişme masa nüshasındadır.”; empty when all fit."""


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
    """“stories”: also the name of its part."""
    heading: Label
    """“Gelişmeler”."""
    body: Body
    """By key, what the table of templates says of `body`."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A whole page."""

    language: str
    """“tr” or “en”."""
    profile: str
    """“principal” or “desk”."""
    title: str
    """For the window and the PDF's title."""
    author: str
    """The desk's name."""
    masthead: Masthead
    revision: RevisionNote | None
    sections: tuple[Section, ...]
    """In the order of the profile; none is empty."""
    running: str
    """The running head of the printed page."""
    page_pattern: tuple[str, ...]
    """"sayfa ", then " / ", around the counters."""
    marking: str
    """“HİZMETE ÖZEL”, for the head and foot of printed pages; "" for none."""
    draft: str
    """The word that lies across every page of an edition with a draft in it, "" for one without."""
    quotation: tuple[str, str]
    """The marks around words said: “ and ”."""
