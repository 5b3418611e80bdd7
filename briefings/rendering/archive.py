"""What all editions share: the page that lists them, and the fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.languages.labels import label, pieces
from briefings.model import Output
from briefings.rendering.dates import long_date
from briefings.rendering.environment import filled, templates_folder
from briefings.rendering.html import policy_of, style
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.config import Config
    from briefings.model import ArchiveEntry


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """One page of an edition in the archive's list."""

    address: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """One edition in the archive's list."""

    day: str
    machine_day: str
    number: str
    revision: tuple[str, str, str]
    """"", "2", ". baskı"; all empty for an edition as first published."""
    headline: str
    headline_language: str | None
    marking: str
    draft: str
    """"DRAFT" in the page's language; "" for an edition without drafts."""
    pages: tuple[ArchivePage, ...]


def render_archive(entries: Sequence[ArchiveEntry], *, config: Config) -> Output:
    """Give the site's first page, latest edition first, in the first of the configured languages."""
    language = config.languages[0]
    css = style("archive.css", assets="assets/", accent=config.page.accent)
    page = filled(
        "archive.html.j2",
        language=language,
        title=config.title.in_language(language),
        desk=config.desk.name.in_language(language),
        rows=[_row(entry, config, language) for entry in sorted(entries, key=lambda entry: entry.day, reverse=True)],
        heading=label(language, "archive.title"),
        number_label=label(language, "archive.number"),
        empty=label(language, "archive.empty"),
        css=css,
        policy=policy_of(str(css)),
    )
    return Output("index.html", "text/html; charset=utf-8", page.encode("utf-8"))


def render_assets(*, for_print: bool) -> tuple[Output, ...]:
    """Give the fonts the pages use, with their licences; pages kept for print use them unpacked."""
    suffixes = {".woff2": "font/woff2", **({".ttf": "font/ttf"} if for_print else {})}
    licences = {".txt": "text/plain; charset=utf-8"}
    folder = templates_folder() / "fonts"
    return tuple(
        Output(f"assets/fonts/{path.name}", (suffixes | licences)[path.suffix], path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix in suffixes | licences
    )


def _row(entry: ArchiveEntry, config: Config, language: str) -> ArchiveRow:
    day = entry.day.isoformat()
    files = {"desk": "index.html", "principal": "principal.html"}
    pages = tuple(
        ArchivePage(
            f"{day}/{code}/{files[profile]}",
            code,
            f"{label(code, 'languages.own')} · {label(code, f'profiles.{profile}')}",
        )
        for code in entry.languages
        for profile in entry.profiles
    )
    return ArchiveRow(
        day=long_date(entry.day, language),
        machine_day=day,
        number=str(entry.number),
        revision=_revision(entry, language),
        headline=entry.headline,
        headline_language=entry.headline_language if entry.headline_language != language else None,
        marking=marking_words(entry.marking, language, config),
        draft=label(language, "masthead.draft") if entry.draft else "",
        pages=pages,
    )


def _revision(entry: ArchiveEntry, language: str) -> tuple[str, str, str]:
    if not entry.revisions:
        return "", "", ""
    before, _, after = pieces(label(language, "masthead.revision"))
    return before, str(entry.revisions[-1].number), after
