"""A page and its sections, as values a template can print without knowing anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.rendering.view.listings import (
    AgendaRow,
    ChangeRow,
    CoverageBody,
    EvidenceItem,
    IndexGroup,
    NoteSource,
    QuestionItem,
    RevisionNote,
    TimelineBody,
)
from briefings.rendering.view.story_items import DeskLine, FigureItem, NoteItem, SentenceItem, StoryList, VoiceItem

if TYPE_CHECKING:
    from briefings.rendering.view.pieces import Label, Line, Piece


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
