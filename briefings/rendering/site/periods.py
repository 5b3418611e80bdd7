"""The archive by time: the front page with the latest editions, a page for each year and each month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from briefings.languages.labels import pieces
from briefings.rendering.dates import long_date, value_in_words
from briefings.rendering.site.shell import Place, edition_page, in_edition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from briefings.model import ArchiveEntry, Output
    from briefings.model.site import EditionDay, StoryDay
    from briefings.rendering.site.shell import Shell

LATEST: Final = 14
"""Editions on the front page."""
_FILES: Final = {"desk": "index.html", "principal": "principal.html"}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a month's list: where the edition tells it, and its own page if it went on for days."""

    headline: str
    language: str | None
    path: str
    own: str
    status: str
    day: str
    """"3rd day"; "" for a story of one day."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition in a list."""

    day: str
    machine_day: str
    number: str
    revision: tuple[str, str, str]
    """"", "2", ". baskı"; all empty for an edition as first published."""
    headline: str
    headline_language: str | None
    marking: str
    draft: str
    pages: tuple[tuple[str, str, str], ...]
    """Path, language, words."""
    stories: tuple[StoryLine, ...] = ()


def front_pages(shell: Shell, latest: Sequence[EditionDay], days: Sequence[str]) -> list[Output]:
    """Give the front page in each language, and the first of them at the top; `days` are all that have an edition."""
    years = sorted(Counter(day[:4] for day in days).items(), reverse=True)
    languages = shell.config.languages
    made = []
    for path, language in [("index.html", languages[0]), *((f"{code}/index.html", code) for code in languages)]:
        title = shell.config.title.in_language(language)
        place = Place(
            path, language, title, alike="*/index.html", description=shell.config.desk.name.in_language(language)
        )
        rows = [edition_row(one, language, shell) for one in latest]
        months = _months(days, language)
        markings = [one.entry.marking for one in latest]
        made.append(shell.page("front", place, markings, rows=rows, years=years, months=months))
    return made


def _months(days: Sequence[str], language: str) -> dict[str, list[tuple[str, str, int]]]:
    """Give the months of each year that have editions, latest first: path, name, editions."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for month, count in sorted(Counter(day[:7] for day in days).items(), reverse=True):
        path = f"{language}/{month[:4]}/{month[5:]}.html"
        found.setdefault(month[:4], []).append((path, month_name(month, language), count))
    return found


def month_name(month: str, language: str) -> str:
    """Give "Aralık 2025" for "2025-12"."""
    return value_in_words(month, language) or month


def year_page(shell: Shell, language: str, year: str, editions: Iterable[EditionDay]) -> Output:
    """Give the page of a year: each edition with its headline, month by month."""
    rows: dict[str, list[EditionRow]] = {}
    markings = set()
    for edition in editions:
        markings.add(edition.entry.marking)
        rows.setdefault(edition.entry.day.isoformat()[:7], []).append(edition_row(edition, language, shell))
    place = Place(f"{language}/{year}/index.html", language, year, alike=f"*/{year}/index.html")
    months = [(month_name(month, language), f"{language}/{year}/{month[5:]}.html", rows[month]) for month in rows]
    return shell.page("year", place, markings, months=months)


def month_page(
    shell: Shell, language: str, month: str, editions: Iterable[EditionDay], long: Collection[str]
) -> Output:
    """Give the page of a month: its editions with all their stories; `long` are those that have a page of their own."""
    found = list(editions)
    year, number = month.split("-")
    way = ((year, f"{language}/{year}/index.html"),)
    path = f"{year}/{number}.html"
    place = Place(f"{language}/{path}", language, month_name(month, language), way, alike=f"*/{path}")
    rows = [edition_row(one, language, shell, long) for one in found]
    return shell.page("month", place, [one.entry.marking for one in found], rows=rows)


def edition_row(edition: EditionDay, language: str, shell: Shell, long: Collection[str] | None = None) -> EditionRow:
    """Give an edition's row; with its stories when it is said which of them have a page of their own."""
    entry = edition.entry
    day = entry.day.isoformat()
    told = edition.stories[0].headlines if edition.stories else ((entry.headline_language, entry.headline),)
    own, headline = headline_for(told, language)
    pages = tuple(
        (
            f"{day}/{code}/{_FILES[profile]}",
            code,
            f"{shell.word(code, 'languages.own')} · {shell.word(code, f'profiles.{profile}')}",
        )
        for code in entry.languages
        for profile in entry.profiles
    )
    stories = () if long is None else tuple(_story_line(one, entry, language, long, shell) for one in edition.stories)
    return EditionRow(
        day=long_date(entry.day, language),
        machine_day=day,
        number=str(entry.number),
        revision=_revision(entry, language, shell),
        headline=headline,
        headline_language=own if own != language else None,
        marking=shell.words(entry.marking, language),
        draft=shell.word(language, "masthead.draft") if entry.draft else "",
        pages=pages,
        stories=stories,
    )


def headline_for(told: Sequence[tuple[str, str]], language: str) -> tuple[str, str]:
    """Choose the headline in the reader's language, else the leading one: language and words."""
    return next((one for one in told if one[0] == language), told[0] if told else ("", ""))


def _story_line(story: StoryDay, entry: ArchiveEntry, language: str, long: Collection[str], shell: Shell) -> StoryLine:
    own, words = headline_for(story.headlines, language)
    return StoryLine(
        headline=words,
        language=own if own != language else None,
        path=in_edition(entry, language, f"s{story.rank}" if story.rank else ""),
        own=story_path(story.id, language) if story.id in long else "",
        status=shell.word(language, f"status.{story.status}"),
        day=shell.word(language, "status.day").format(number=story.day_number) if story.day_number > 1 else "",
    )


def story_path(identity: str, language: str, span: str = "") -> str:
    """Give the path of a story's page, or of the one for a stretch of time ("2025", "2025-12")."""
    return f"{language}/stories/{identity}{f'/{span}' if span else ''}.html"


def first_of(month: str) -> date:
    """Give the first day of "2025-12"."""
    return date.fromisoformat(f"{month}-01")


def _revision(entry: ArchiveEntry, language: str, shell: Shell) -> tuple[str, str, str]:
    if not entry.revisions:
        return "", "", ""
    before, _, after = pieces(shell.word(language, "masthead.revision"))
    return before, str(entry.revisions[-1].number), after


__all__ = [
    "LATEST",
    "edition_page",
    "edition_row",
    "front_pages",
    "headline_for",
    "month_name",
    "month_page",
    "story_path",
    "year_page",
]
