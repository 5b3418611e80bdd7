"""What all editions share: the page that lists them, and the fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.languages.labels import pieces
from briefings.model import Output
from briefings.model.look import SHIPPED
from briefings.rendering.dates import long_date
from briefings.rendering.environment import filled, templates_folder
from briefings.rendering.html import policy_of, style
from briefings.rendering.look.labels import word
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.config import Config
    from briefings.model import ArchiveEntry
    from briefings.model.look import Look


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """One page of an edition in the archive's list."""

    address: str
    """From the archive's page: “2025-12-04/tr/index.html”."""
    language: str
    """“tr” or “en”."""
    text: str
    """“Türkçe · Masa nüshası”."""


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """One edition in the archive's list."""

    day: str
    """“4 Aralık 2025 Perşembe”."""
    machine_day: str
    """“2025-12-04”."""
    number: str
    """Of the edition: “4”."""
    revision: tuple[str, str, str]
    """"", "2", ". baskı"; all empty for an edition as first published."""
    headline: str
    """What leads its first story."""
    headline_language: str | None
    """BCP 47 when it is not the page's language."""
    marking: str
    """“HİZMETE ÖZEL”; "" for none."""
    draft: str
    """"DRAFT" in the page's language; "" for an edition without drafts."""
    pages: tuple[ArchivePage, ...]


def render_archive(entries: Sequence[ArchiveEntry], *, config: Config, look: Look = SHIPPED) -> Output:
    """Give the site's first page, latest edition first, in the first of the configured languages."""
    language = config.languages[0]
    css = style("archive.css", config, look, assets="assets/")
    page = filled(
        "archive.html.j2",
        look,
        language=language,
        title=config.title.in_language(language),
        desk=config.desk.name.in_language(language),
        rows=[
            _row(entry, config, language, look) for entry in sorted(entries, key=lambda entry: entry.day, reverse=True)
        ],
        heading=word(language, "archive.title", look),
        number_label=word(language, "archive.number", look),
        empty=word(language, "archive.empty", look),
        css=css,
        policy=policy_of(str(css)),
    )
    return Output("index.html", "text/html; charset=utf-8", page.encode("utf-8"))


def render_assets(look: Look = SHIPPED, *, for_print: bool) -> tuple[Output, ...]:
    """Give the fonts the pages use, with their licences; pages kept for print use them unpacked."""
    suffixes = {".woff2": "font/woff2", **({".ttf": "font/ttf"} if for_print else {})}
    licences = {".txt": "text/plain; charset=utf-8"}
    folder = templates_folder() / "fonts"
    shipped = tuple(
        Output(f"assets/fonts/{path.name}", (suffixes | licences)[path.suffix], path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix in suffixes | licences
    )
    return (*shipped, *_own_fonts(look, for_print=for_print))


def _own_fonts(look: Look, *, for_print: bool) -> tuple[Output, ...]:
    """Give the desk's own fonts, and the texts beside them."""
    files = {f"{face.file}.{face.web_kind}": face.web for face in look.faces}
    if for_print:
        files |= {f"{face.file}.{face.plain_kind}": face.plain for face in look.faces}
    fonts = [Output(f"assets/fonts/{name}", f"font/{name.rpartition('.')[2]}", data) for name, data in files.items()]
    kept = [(f"assets/fonts/own-{name}", data) for name, data in look.licences.items()]
    return (*fonts, *(Output(path, "text/plain; charset=utf-8", data) for path, data in kept))


def _row(entry: ArchiveEntry, config: Config, language: str, look: Look) -> ArchiveRow:
    day = entry.day.isoformat()
    files = {"desk": "index.html", "principal": "principal.html"}
    pages = tuple(
        ArchivePage(
            f"{day}/{code}/{files[profile]}",
            code,
            f"{word(code, 'languages.own', look)} · {word(code, f'profiles.{profile}', look)}",
        )
        for code in entry.languages
        for profile in entry.profiles
    )
    return ArchiveRow(
        day=long_date(entry.day, language),
        machine_day=day,
        number=str(entry.number),
        revision=_revision(entry, language, look),
        headline=entry.headline,
        headline_language=entry.headline_language if entry.headline_language != language else None,
        marking=marking_words(entry.marking, language, config),
        draft=word(language, "masthead.draft", look) if entry.draft else "",
        pages=pages,
    )


def _revision(entry: ArchiveEntry, language: str, look: Look) -> tuple[str, str, str]:
    if not entry.revisions:
        return "", "", ""
    before, _, after = pieces(word(language, "masthead.revision", look))
    return before, str(entry.revisions[-1].number), after
