"""What reading a content folder gives: articles, and what the desk keeps beside them."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from briefings.model.article import Article, Notice
    from briefings.model.facts import FactKind


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
    marking: str | None = None
    """Id on the desk's scale, as for every kind of entry below."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A date the desk entered (agenda.toml, agenda.ics)."""

    day: date
    time: str | None
    """HH:MM in the desk's time zone."""
    title: Localised
    place: Localised = field(default_factory=Localised)
    path: str = ""
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The desk's own assessment for a day, or of one of its stories (notes/2025-12-04.tr.md)."""

    path: str
    day: date
    language: str
    title: str
    author: str | None
    text: str
    """Markdown."""
    line: int = 1
    """Of the file, on which the text begins."""
    story: str | None = None
    """Path or id of an article, or words of a headline, as the note names its story; in an edition the story's id."""
    story_line: int | None = None
    """Of the file, where the note names its story."""
    bottom_line: str = ""
    """The day in one sentence, in place of one cut from a source."""
    bottom_line_at: int | None = None
    """Line of the file it stands on."""
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One fact the desk drops or changes (corrections.toml); exactly one of the five changes is given."""

    path: str
    line: int | None
    article: str
    """Path or id of the article."""
    words: str
    """The words of the fact, or a stretch of the text that holds it alone."""
    kind: FactKind | None
    everywhere: bool
    """Every fact of the article with these words, not one alone."""
    by: str
    reason: Localised
    written: str
    """The entry as it stands in the file, as JSON with sorted keys: what `verify` looks for."""
    drop: bool = False
    value: str | None = None
    """Of a date (TIMEX3) or a number."""
    speaker: Localised | None = None
    office: Localised | None = None
    name: Localised | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True)
class DeskFiles:
    """Everything in the content folder that is not an article."""

    outlets: tuple[Outlet, ...] = ()
    questions: tuple[Question, ...] = ()
    agenda: tuple[AgendaEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class InputRecord:
    """What became of one file of the content folder; every file has one."""

    path: str
    sha256: str
    fate: Literal["read", "archived", "left-out", "ignored", "desk", "look", "withheld"]
    """`archived`: gone from the content folder, published before; the edition keeps its text."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """What reading a content folder gives."""

    articles: tuple[Article, ...]
    desk: DeskFiles
    inputs: tuple[InputRecord, ...]
    notices: tuple[Notice, ...]
    look: Mapping[str, bytes | str] = field(default_factory=dict)
    """Files of the desk's look, by path; in words why one cannot be had."""
