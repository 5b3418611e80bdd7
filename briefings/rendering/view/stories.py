"""The stories: headline, sources, the composed line, the lead, and what the desk officer needs besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.model import Evidence
from briefings.rendering.view.facts import date_of, name_of, person, quantity_of, reasoning_of
from briefings.rendering.view.gist import gist_line, leading_actors, leading_places, telling_figures
from briefings.rendering.view.pieces import EditionValue, Label
from briefings.rendering.view.points import point_item, sentence_item
from briefings.rendering.view.sections import FactRow, SentenceItem, StoryItem, StoryList
from briefings.rendering.view.sources import headline_of, source_line, told
from briefings.rendering.view.voices import voices_of

if TYPE_CHECKING:
    from briefings.model import Point, Story, When
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader

_MOST_IN_ROW: Final = 6
_PRINCIPAL_STORIES: Final = 7
_LEAD_POINTS: Final = 1
"""Further sentences of the lead story in the principal's edition."""
_SOURCES_SHOWN: Final = 3


def story_list(reader: Reader) -> StoryList | None:
    """Give the stories in their order; None on a day without any."""
    stories = reader.edition.stories
    shown = stories if reader.is_desk else stories[:_PRINCIPAL_STORIES]
    if not shown:
        return None
    items = tuple(_story(rank, story, reader) for rank, story in enumerate(shown, start=1))
    cut = len(reader.edition.cut) + len(stories) - len(shown)
    return StoryList(items, () if reader.is_desk or cut == 0 else reader.counted("stories.cut", cut, "cut"))


def _story(rank: int, story: Story, reader: Reader) -> StoryItem:
    short = not reader.is_desk and rank > 1
    headline = headline_of(story, reader)
    lead = told(story.lead, reader).evidence
    has_lead = lead != headline
    count = len(story.publishers)
    return StoryItem(
        anchor=f"s{rank}",
        rank=rank,
        headline=reader.words(headline.article, headline.span),
        tag=reader.label(f"status.{story.status}"),
        status=story.status,
        day_number=_day_number(story, reader),
        sources=_sources(story, 1 if short else _SOURCES_SHOWN, reader),
        publishers=reader.counted("stories.publishers", count, f"publishers:{story.id}") if count > 1 else (),
        gist=gist_line(story.gist, reader, hint=True),
        lead=reader.whole_sentence(lead) if has_lead else None,
        lead_note=reader.cite(lead) if has_lead else None,
        points=_points(story, lead, reader),
        rows=_rows(story, reader) if reader.is_desk else (),
        voices=voices_of(story, reader) if reader.is_desk else (),
        ahead=_ahead(story, reader) if reader.is_desk else (),
        short=short,
    )


def _day_number(story: Story, reader: Reader) -> Line:
    if story.day_number <= 1:
        return ()
    return reader.filled("status.day", number=EditionValue(str(story.day_number), f"day-number:{story.id}"))


def _sources(story: Story, most: int, reader: Reader) -> tuple[Line, ...]:
    """Give outlets with their times, each pair once."""
    lines: dict[tuple[str, ...], Line] = {}
    for article in story.articles:
        line = source_line(article, reader)
        lines.setdefault(tuple(getattr(piece, "text", "") for piece in line), line)
    return tuple(lines.values())[:most]


def _points(story: Story, lead: Evidence, reader: Reader) -> tuple[SentenceItem, ...]:
    """Give the further sentences, none twice: two points may share one sentence of a translation."""
    most = len(story.points) if reader.is_desk else _LEAD_POINTS
    chosen: dict[tuple[str, int], Point] = {}
    for point in story.points:
        evidence = told(point, reader).evidence
        place = (evidence.article, evidence.sentence)
        if place != (lead.article, lead.sentence):
            chosen.setdefault(place, point)
    return tuple(point_item(point, reader, with_status=False) for point in tuple(chosen.values())[:most])


def _rows(story: Story, reader: Reader) -> tuple[FactRow, ...]:
    """Give who, where, when and how much, those with a value."""
    gist = story.gist
    people = leading_actors(gist.actors, _MOST_IN_ROW)
    places = leading_places(gist.places, gist.actors, _MOST_IN_ROW)
    figures = telling_figures(gist.quantities, _MOST_IN_ROW)
    rows = (
        FactRow(reader.label("stories.who"), tuple(person(item, reader, as_written=True, hint=True) for item in people)),
        FactRow(reader.label("stories.where"), tuple((name_of(item, reader, hint=True),) for item in places)),
        FactRow(reader.label("stories.when"), _dates(gist.whens, reader)),
        FactRow(reader.label("stories.figures"), tuple((quantity_of(item, reader, hint=True),) for item in figures)),
    )
    return tuple(row for row in rows if row.values)


def _dates(whens: tuple[When, ...], reader: Reader) -> tuple[Line, ...]:
    """Give the resolved dates, each once, with the reasoning behind a relative one."""
    found: dict[str, Line] = {}
    for when in whens:
        value = date_of(when, reader, hint=True)
        if value is not None and value.text not in found and len(found) < _MOST_IN_ROW:
            reasoning = reasoning_of(when, reader)
            bracketed = (Label(" ("), *reasoning, Label(")")) if reasoning else ()
            found[value.text] = (value, *bracketed)
    return tuple(found.values())


def _ahead(story: Story, reader: Reader) -> tuple[SentenceItem, ...]:
    """Give the sentences on what comes next, each once."""
    items: dict[tuple[str, int], SentenceItem] = {}
    for when in story.ahead:
        place = (when.evidence.article, when.evidence.sentence)
        value = date_of(when, reader)
        if place not in items and value is not None:
            item = sentence_item(when.evidence, None, reader)
            items[place] = SentenceItem((value,), item.words, item.note, item.source)
    return tuple(items.values())
