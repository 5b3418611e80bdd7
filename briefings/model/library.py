"""What reading a content folder gives: articles, and what the desk keeps beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from briefings.model.article import Article, Notice


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
