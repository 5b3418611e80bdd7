"""What is told of the day and its stories, as values a template can print without knowing anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefings.rendering.view.pieces import EditionValue, FactValue, Label, Line, NoteMark, Piece, Words


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
