"""Pages of stories that went on for days: how each edition told them, and what changed from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from briefings.model import Evidence, Quantity, Span
from briefings.rendering.dates import long_date, plain_date
from briefings.rendering.numbers import amount_of
from briefings.rendering.site.periods import headline_for, month_name, story_path
from briefings.rendering.site.shell import Place, in_edition
from briefings.rendering.site.spans import span_name, spans_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefings.model import ArchiveEntry, Output
    from briefings.model.site import Moved, StoryDay, StorySpan, StoryTold
    from briefings.rendering.site.shell import Shell
    from briefings.rendering.site.spans import SpanPage

LATEST: Final = 40
"""Stories on the first page of their list."""
MOST: Final = 60
"""Editions on a page of a story."""
_LATEST: Final = 20
"""Editions that a parted page shows itself."""

_NOWHERE: Final = Evidence("", 0, Span(0, 0))
"""A number in a record is in no text."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story on one day."""

    day: str
    machine_day: str
    path: str
    headline: str
    language: str | None
    status: str
    number: str
    outlets: str
    moves: tuple[str, ...]
    marking: str
    draft: str


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story in a list."""

    headline: str
    language: str | None
    path: str
    dates: str
    marking: str | None


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of a story, for the pages it is laid over."""

    day: date
    count: int = 1


def story_pages(
    shell: Shell,
    story: str,
    days: Sequence[str],
    told: Callable[[str], StoryTold],
    wanted: Callable[[str], bool],
) -> Iterator[tuple[str, Output | None]]:
    """Give the pages of a story in every language: path and page, None for one that is as it was.

    `days` are those that tell it, latest first; `told` fetches one. `wanted` says of a stretch of time whether anything
    in it changed.
    """
    for page in spans_of([_Day(date.fromisoformat(day)) for day in days], MOST):
        for language in shell.config.languages:
            path = story_path(story, language, page.span)
            yield path, _page(shell, story, page, language, told) if wanted(page.span) else None


def _page(shell: Shell, story: str, page: SpanPage[_Day], language: str, told: Callable[[str], StoryTold]) -> Output:
    shown = [told(head.day.isoformat()) for head in page.shown(_LATEST)]
    own, words = headline_for(shown[0].story.headlines, language)
    path = story_path(story, language, page.span)
    place = Place(
        path=path,
        language=language,
        title=f"{words} · {span_name(page.span, language)}" if page.span else words,
        way=((words, story_path(story, language)),) if page.span else (),
        alike=f"*/{path.partition('/')[2]}",
    )
    return shell.page(
        "story",
        place,
        {one.entry.marking for one in shown},
        rows=[_row(one.entry, one.story, language, shell) for one in shown],
        parts=[(span_name(part, language), story_path(story, language, part), count) for part, count in page.parts],
        own=own if own != language else None,
    )


def stories_page(
    shell: Shell, language: str, listed: Sequence[ListedStory], months: Sequence[str], month: str = ""
) -> Output:
    """Give a list of stories: the latest with the months that have some, or those of one month."""
    title, first = shell.word(language, "site.stories"), f"{language}/stories/index.html"
    links = [(month_name(one, language), f"{one}.html") for one in reversed(months)]
    if month:
        place = Place(
            f"{language}/stories/{month}.html", language, f"{title} · {month_name(month, language)}",
alike=f"*/stories/{month}.html",
        )  # fmt: skip
    else:
        place = Place(first, language, title, alike="*/stories/index.html")
    return shell.page("stories", place, [one.marking for one in listed], rows=listed, months=links)


def listed_story(span: StorySpan, language: str, shell: Shell) -> ListedStory:
    """Give a story's line."""
    own, words = headline_for(span.latest.headlines, language)
    days = [plain_date(day, language) for day in dict.fromkeys((span.first, span.last))]
    word = f"site.editions_{'one' if span.editions == 1 else 'other'}"
    return ListedStory(
        headline=words,
        language=own if own != language else None,
        path=story_path(span.latest.id, language),
        dates=f"{' – '.join(days)} · {shell.word(language, word).format(count=span.editions)}",
        marking=shell.highest(span.markings),
    )


def _row(entry: ArchiveEntry, story: StoryDay, language: str, shell: Shell) -> StoryRow:
    own, words = headline_for(story.headlines, language)
    return StoryRow(
        day=long_date(entry.day, language),
        machine_day=entry.day.isoformat(),
        path=in_edition(entry, language, f"s{story.rank}" if story.rank else ""),
        headline=words,
        language=own if own != language else None,
        status=shell.word(language, f"status.{story.status}"),
        number=shell.word(language, "status.day").format(number=story.day_number) if story.day_number > 1 else "",
        outlets=", ".join(outlet or shell.word(language, "coverage.unknown") for outlet in story.outlets),
        moves=tuple(_moved(one, language, shell) for one in story.moves),
        marking=shell.words(entry.marking, language),
        draft=shell.word(language, "masthead.draft") if entry.draft else "",
    )


def _moved(moved: Moved, language: str, shell: Shell) -> str:
    """Give "24 → 21 ships", or two days."""
    if moved.type is None:
        before, after = (plain_date(date.fromisoformat(day), language) for day in (moved.before, moved.after))
    else:
        found = [
            amount_of(
                Quantity(_NOWHERE, "", moved.type, value, moved.unit),
                written=value, source=moved.language, language=language,
            )
            for value in (moved.before, moved.after)
        ]  # fmt: skip
        before, after = found[0].number, found[1].whole
    return shell.word(language, "figures.moved").format(before=before, after=after)
