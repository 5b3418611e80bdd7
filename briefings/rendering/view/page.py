"""A whole page as a view: the masthead, and the sections the profile asks for; empty ones are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final, Literal

from briefings.languages.labels import pieces
from briefings.model.look import SHIPPED
from briefings.rendering.dates import clock, long_date, plain_date, stamp
from briefings.rendering.look.labels import word
from briefings.rendering.markings import marking_words
from briefings.rendering.view.amendments import note_amendments
from briefings.rendering.view.apparatus import coverage, evidence, index, note_sources
from briefings.rendering.view.calendar import agenda, timeline
from briefings.rendering.view.changes import changes, revision_mark, revision_note
from briefings.rendering.view.desk import desk_line, notes, questions
from briefings.rendering.view.pieces import DeskWords, EditionValue, Label
from briefings.rendering.view.points import bottom_line, key_figures, key_points
from briefings.rendering.view.reader import reader_of
from briefings.rendering.view.sections import Link, Masthead, PageView, Section
from briefings.rendering.view.stories import story_list
from briefings.rendering.view.voices import voices

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Edition
    from briefings.model.look import Look
    from briefings.rendering.view.pieces import Line, Piece
    from briefings.rendering.view.reader import Reader
    from briefings.rendering.view.sections import Body
    from briefings.rendering.view.story_items import DeskLine, SentenceItem


def _bottom_line(reader: Reader) -> SentenceItem | DeskLine | None:
    """Give the day in one sentence: the desk's own, else one of a source."""
    return desk_line(reader) or bottom_line(reader)


BUILDERS: Final[dict[str, Callable[[Reader], Body | None]]] = {
    "bottom_line": _bottom_line,
    "key_points": key_points,
    "key_figures": key_figures,
    "stories": story_list,
    "voices": voices,
    "timeline": timeline,
    "agenda": agenda,
    "changes": changes,
    "notes": notes,
    "questions": questions,
}
"""Sections that cite sentences, by key."""

APPARATUS: Final[dict[str, Callable[[Reader], Body | None]]] = {
    "coverage": coverage,
    "index": index,
    "evidence": evidence,
    "note_sources": note_sources,
}
"""Sections that list what the others cite and rest on; they are made when all of them are, in this order."""


@dataclass(frozen=True, slots=True)
class FilesThere:
    """What else an edition's folder holds: pages by language and profile, and the PDF of this page."""

    pages: tuple[tuple[str, str], ...] = ()
    pdf: str | None = None


def page_view(  # noqa: PLR0913 - one reader's page is told by all of these
    edition: Edition,
    *,
    language: str,
    profile: Literal["principal", "desk"],
    config: Config,
    names: NameTable,
    look: Look = SHIPPED,
    files: FilesThere,
) -> PageView:
    """Give the page of an edition for one reader."""
    reader = reader_of(edition, language, profile, config, names, look)
    note_amendments(reader)
    desk, title = config.desk.name.in_language(language), config.title.in_language(language)
    marking = marking_words(edition.marking or config.marking, language, config)
    return PageView(
        language=language,
        profile=profile,
        title=f"{title} · {plain_date(edition.day, language)}",
        author=desk,
        masthead=_masthead(reader, DeskWords(desk, "config"), DeskWords(title, "config"), marking, files),
        revision=revision_note(reader),
        sections=_sections(reader),
        running=f"{title} · {long_date(edition.day, language)}",
        page_pattern=pieces(word(language, "running.page", look))[::2],
        marking=marking,
        draft=word(language, "masthead.draft", look) if edition.draft else "",
        quotation=(word(language, "quotation.open", look), word(language, "quotation.close", look)),
    )


def _sections(reader: Reader) -> tuple[Section, ...]:
    """Make the sections in the order of the profile; what lists citations is made last."""
    keys: list[str] = list(getattr(reader.config.profiles, reader.profile).sections)
    if "evidence" not in keys:
        keys.append("note_sources")
    bodies: dict[str, Body | None] = {key: BUILDERS[key](reader) for key in keys if key in BUILDERS}
    bodies |= {key: APPARATUS[key](reader) for key in APPARATUS if key in keys}
    found = []
    for key in keys:
        body = bodies[key]
        if body:
            found.append(Section(key, reader.label(f"sections.{key}"), body))
    return tuple(found)


def _masthead(reader: Reader, desk: Piece, title: Piece, marking: str, files: FilesThere) -> Masthead:
    edition = reader.edition
    number = EditionValue(str(edition.number), "number")
    return Masthead(
        desk=desk,
        title=title,
        number=reader.filled("masthead.number", number=number) if edition.number > 0 else (),
        revision=revision_mark(reader),
        day=EditionValue(long_date(edition.day, reader.language), "day"),
        window=_window(reader),
        profile=reader.label(f"profiles.{reader.profile}"),
        marking=DeskWords(marking, "config") if marking else None,
        draft=reader.label("masthead.draft") if edition.draft else None,
        links=_links(reader, files),
        empty=None if edition.stories else reader.label("masthead.empty"),
    )


def _window(reader: Reader) -> Line:
    """Give the time covered; one calendar day as "4 Aralık 2025, 00.00–24.00"."""
    start, end = reader.edition.window.start, reader.edition.window.end
    midnight = start.time() == end.time() == time()
    whole = midnight and end.date() - start.date() == timedelta(days=1)
    return reader.filled(
        "masthead.window_day" if whole else "masthead.window",
        start=EditionValue(stamp(start, reader.language), "window-start"),
        end=EditionValue(clock("24:00", reader.language) if whole else stamp(end, reader.language), "window-end"),
    )


def _links(reader: Reader, files: FilesThere) -> tuple[Link, ...]:
    """Give the links to the edition's other pages, its PDF and the archive, for the screen."""
    links = [_page_link(language, profile, reader) for language, profile in _beside(reader, files)]
    if files.pdf is not None:
        links.append(Link(files.pdf, (reader.label("masthead.pdf"),)))
    return (*links, Link(f"../../{reader.language}/index.html", (reader.label("masthead.archive"),)))


def _beside(reader: Reader, files: FilesThere) -> list[tuple[str, str]]:
    """Choose all pages in the reader's language, and for each other language the one of the same profile."""
    chosen: dict[str, tuple[str, str]] = {}
    for language, profile in files.pages:
        name = profile if language == reader.language else language
        if name not in chosen or profile == reader.profile:
            chosen[name] = (language, profile)
    return list(chosen.values())


def _page_link(language: str, profile: str, reader: Reader) -> Link:
    """Give the link to a page; one in another language is named in that language."""
    name = "index.html" if profile == "desk" else f"{profile}.html"
    here = language == reader.language
    text = word(language, f"profiles.{profile}", reader.look) if here else word(language, "languages.own", reader.look)
    return Link(
        address=name if here else f"../{language}/{name}",
        text=(Label(text),),
        language=None if here else language,
        current=here and profile == reader.profile,
    )
