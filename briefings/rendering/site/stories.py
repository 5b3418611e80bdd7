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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Output
    from briefings.model.site import EditionDay, Moved, StoryDay
    from briefings.rendering.site.shell import Shell

LATEST: Final = 40
"""Stories on the first page of their list."""


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


def story_page(shell: Shell, language: str, told: Sequence[tuple[EditionDay, StoryDay]]) -> Output:
    """Give the page of a story; its days come latest first."""
    latest = told[0][1]
    _, words = headline_for(latest.headlines, language)
    path = story_path(latest.id, language)
    place = Place(
        path=path,
        language=language,
        title=words,
        alike=f"*/{path.partition('/')[2]}",
    )
    rows = [_row(edition, story, language, shell) for edition, story in told]
    own, _ = headline_for(latest.headlines, language)
    markings = [edition.entry.marking for edition, _ in told]
    return shell.page("story", place, markings, rows=rows, own=own if own != language else None)


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


def listed_story(told: Sequence[tuple[EditionDay, StoryDay]], language: str, shell: Shell) -> ListedStory:
    """Give a story's line; its days come latest first."""
    latest = told[0][1]
    own, words = headline_for(latest.headlines, language)
    first, last = told[-1][0].entry.day, told[0][0].entry.day
    return ListedStory(
        headline=words,
        language=own if own != language else None,
        path=story_path(latest.id, language),
        dates=f"{plain_date(first, language)} – {plain_date(last, language)} · "
        + shell.word(language, "site.editions_other").format(count=len(told)),
        marking=shell.highest(edition.entry.marking for edition, _ in told),
    )


def _row(edition: EditionDay, story: StoryDay, language: str, shell: Shell) -> StoryRow:
    entry = edition.entry
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
