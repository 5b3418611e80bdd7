"""The principal's edition: the plan cut to what its pages hold; one cut for all languages, all of it named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefings.model import Budget, Cut, Edition, Spread
from briefings.planning.offer import agenda_rows, is_soon, name_of, notes_for, notes_of_day, points_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from briefings.model import AgendaItem, CutReason, Evidence, Story

Spreads = Callable[[Budget], Iterable[Spread]]
"""Gives how a budget spreads over the pages of each language; each is measured when it is asked for."""

_QUOTES: Final = 3
"""Quotations within the lead story; a short item has one."""
_NEARLY_EMPTY: Final = 0.4
"""Share of the last page below which an edition is cut to a page less."""
_REFUSALS: Final = 12
"""How many things may prove too much for the nearer measure, which takes longer, before no more are tried."""
_ORDER: Final = (
    "notes", "notes", "notes", "notes", "key_points", "key_points", "key_points", "stories", "stories", "stories",
    "voices", "agenda", "agenda", "stories", "key_points", "voices", "agenda", "points 0", "stories", "voices",
    "agenda", "key_points", "stories", "agenda", "points 0", "quotes 0", "agenda", "agenda",
    "points 1", "points 2", "points 3", "points 0", "points 4", "points 5", "points 6",
    "quotes 0", "sayings 0", "quotes 1", "quotes 2", "sayings 1", "quotes 3", "sayings 2",
    "points 1", "points 2", "points 3", "quotes 0", "quotes 4", "quotes 5", "quotes 6",
    "points 4", "points 5", "points 6", "agenda", "agenda", "agenda", "agenda",
)  # fmt: skip
"""One more of what, most important first; a number names the story or the voice. What has no room is passed over and
what comes after it is tried, so that the pages are filled to their ends."""


def budgets(editions: Mapping[str, Edition], spreads: Spreads, pages: int | None) -> tuple[Budget, ...]:
    """Give ever greater budgets of the editions offered that keep to so many pages; the last one is the greatest.

    When it leaves the last page nearly empty, it keeps to a page less.
    """
    found = _grown(editions, spreads, pages)
    last = [spread for spread in spreads(found[-1]) if spread.pages == pages]
    if pages is None or pages < 2 or not last or max(spread.fills[-1] for spread in last) >= _NEARLY_EMPTY:
        return found
    return _grown(editions, spreads, pages - 1)


def filled(editions: Mapping[str, Edition], budget: Budget, spreads: Spreads, pages: int) -> tuple[Budget, ...]:
    """Give ever greater budgets from one that leaves room, by a nearer measure, till enough has been refused."""
    found, refused = [budget], set[str]()
    for step in _ORDER:
        greater = None if step in refused or len(refused) == _REFUSALS else _greater(found[-1], step, editions)
        if greater is None:
            continue
        if all(spread.pages <= pages and spread.lead_ends <= 1 for spread in spreads(greater)):
            found.append(greater)
        else:
            refused.add(step)
    return tuple(found[1:])


def cut_to(edition: Edition, budget: Budget) -> Edition:
    """Give an edition offered cut to a budget."""
    rows = agenda_rows(edition.agenda)
    return replace(
        edition,
        notes=tuple(note for note in edition.notes if note not in notes_of_day(edition.notes)[budget.notes :]),
        key_points=edition.key_points[: budget.key_points],
        stories=tuple(
            _cut_story(story, place, budget) for place, story in enumerate(edition.stories[: budget.stories])
        ),
        voices=tuple(
            replace(voice, quotes=voice.quotes[:count])
            for voice, count in zip(edition.voices[: budget.voices], budget.sayings, strict=False)
        ),
        agenda=tuple(item for row in rows[: budget.agenda] for item in row),
    )


def left_out(editions: Mapping[str, Edition], told: Edition, language: str) -> tuple[Cut, ...]:
    """Name what the principal's edition of a language leaves to the desk edition; `editions` are the whole ones."""
    whole = editions[language]
    others = [edition for other, edition in editions.items() if other != language]
    paths = {note.path for note in told.notes if note.story in {None, *(story.id for story in told.stories)}}
    notes = (Cut("note", "room", note) for note in notes_for(whole, language) if note.text and note.path not in paths)
    return (*_stories_left_out(whole, told, language), *_others_left_out(whole, told, others), *notes)


def _grown(editions: Mapping[str, Edition], spreads: Spreads, pages: int | None) -> tuple[Budget, ...]:
    """Add what fits, most important first."""
    start = _least(editions)
    found = [start]
    leads = all(spread.lead_ends <= 1 for spread in spreads(start))

    def fits(budget: Budget) -> bool:
        return pages is None or all(
            spread.pages <= pages and (spread.lead_ends <= 1 or not leads) for spread in spreads(budget)
        )

    for step in _ORDER:
        greater = _greater(found[-1], step, editions)
        if greater is not None and fits(greater):
            found.append(greater)
    return tuple(found)


def _least(editions: Mapping[str, Edition]) -> Budget:
    """Give the smallest budget: the lead story by its headline, each voice that is told with one quotation."""
    edition = next(iter(editions.values()))
    count = len(edition.stories)
    nothing = (0,) * count
    return Budget(stories=min(count, 1), points=nothing, quotes=nothing, sayings=(1,) * len(edition.voices))


def _greater(budget: Budget, step: str, editions: Mapping[str, Edition]) -> Budget | None:
    """Give the budget with one more of something; None when there is no more of it in any language."""
    kind, _, number = step.partition(" ")
    place = int(number or 0)
    have = _counts(budget, kind)
    there = max(_there(edition, kind, place) for edition in editions.values())
    if place >= len(have) or have[place] >= there or (kind in {"points", "quotes"} and place >= budget.stories):
        return None
    more = (*have[:place], have[place] + 1, *have[place + 1 :])
    return _with(budget, kind, more)


def _counts(budget: Budget, kind: str) -> tuple[int, ...]:
    """Give how many of a kind a budget has, for each story or voice where the kind has them each."""
    found: int | tuple[int, ...] = getattr(budget, kind)
    return (found,) if isinstance(found, int) else found


def _with(budget: Budget, kind: str, counts: tuple[int, ...]) -> Budget:
    match kind:
        case "points":
            return replace(budget, points=counts)
        case "quotes":
            return replace(budget, quotes=counts)
        case "sayings":
            return replace(budget, sayings=counts)
    one: dict[str, int] = {kind: counts[0]}
    return replace(budget, **one)  # type: ignore[arg-type]  # the other fields are whole numbers


def _there(edition: Edition, kind: str, place: int) -> int:
    """Count what an edition offers of a kind, for the story or voice at a place."""
    match kind:
        case "notes":
            return len(notes_of_day(edition.notes))
        case "agenda":
            return len(agenda_rows(edition.agenda))
        case "sayings":
            return len(edition.voices[place].quotes) if place < len(edition.voices) else 0
        case "points" | "quotes":
            return _parts_of(edition.stories[place], kind, place) if place < len(edition.stories) else 0
    return len(getattr(edition, kind))


def _parts_of(story: Story, kind: str, place: int) -> int:
    if kind == "quotes":
        return min(len(story.quotes), 1 if place else _QUOTES)
    return max(len(story.points), *(len(version.points) for version in story.versions))


def _cut_story(story: Story, place: int, budget: Budget) -> Story:
    most = budget.points[place]
    return replace(
        story,
        points=story.points[:most],
        versions=tuple(replace(version, points=version.points[:most]) for version in story.versions),
        quotes=story.quotes[: budget.quotes[place]],
    )


def _stories_left_out(whole: Edition, told: Edition, language: str) -> Iterator[Cut]:
    """Name the stories that are not told, and what is not told of the others."""
    stories = {story.id: story for story in told.stories}
    shown = _shown(told, language)
    for story in whole.stories:
        if story.id not in stories:
            yield Cut("story", "room", story, story.id)
            continue
        points = (point for point in points_in(story, language) if point.evidence not in shown)
        yield from (Cut("point", "room", point, story.id) for point in points)
        quotes = (quote for quote in story.quotes if quote.evidence not in shown)
        yield from (Cut("quote", "room", quote, story.id) for quote in quotes)
        disputes = story.disputes[len(stories[story.id].disputes) :]
        yield from (Cut("dispute", "room", dispute, story.id) for dispute in disputes)


def _others_left_out(whole: Edition, told: Edition, others: Sequence[Edition]) -> Iterator[Cut]:
    """Name voices, dates and notes that are not told; what another language does not have is told in none."""
    spoken = {name_of(voice) for voice in told.voices}
    known = [{name_of(voice) for voice in other.voices} for other in others]
    for voice in whole.voices:
        if name_of(voice) not in spoken:
            everywhere = all(name_of(voice) in voices for voices in known)
            yield Cut("voice", "room" if everywhere else "language", voice, voice.story)
    dated = set(told.agenda)
    days = [{(item.first, item.story) for item in other.agenda} for other in others]
    for item in whole.agenda:
        if item not in dated:
            yield Cut("agenda", _why_not(item, whole.day, days), item, item.story)


def _why_not(item: AgendaItem, day: date, elsewhere: Sequence[set[tuple[date, str | None]]]) -> CutReason:
    if not is_soon(item, day):
        return "days"
    return "room" if all((item.first, item.story) in dates for dates in elsewhere) else "language"


def _shown(told: Edition, language: str) -> set[Evidence]:
    """Give the sentences and quotations an edition prints."""
    points = [*told.key_points, *(point for story in told.stories for point in points_in(story, language))]
    if told.bottom_line:
        points.append(told.bottom_line)
    quotes = [quote for story in told.stories for quote in story.quotes]
    quotes += [quote for voice in told.voices for quote in voice.quotes]
    return {point.evidence for point in points} | {quote.evidence for quote in quotes}
