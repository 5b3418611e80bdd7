"""The stories: headline, sources, the composed line, the lead, and what the desk officer needs besides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefings.model import Statement
from briefings.rendering.view.deeds import deed_table, deeds_told
from briefings.rendering.view.desk import notes_on
from briefings.rendering.view.disputes import disputes_of
from briefings.rendering.view.facts import date_of, name_of, person, quantity_of, reasoning_of
from briefings.rendering.view.gist import (
    MOST_ACTORS,
    MOST_FIGURES,
    MOST_PLACES,
    gist_line,
    leading_actors,
    leading_places,
    telling_figures,
)
from briefings.rendering.view.pieces import EditionValue, Label
from briefings.rendering.view.points import place_of, point_item
from briefings.rendering.view.sources import headline_of, source_line, told, version_of
from briefings.rendering.view.story_items import AheadItem, FactRow, StoryItem, StoryList
from briefings.rendering.view.voices import voices_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Deed, Evidence, Gist, Point, Story, When
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader

_MOST_IN_ROW: Final = 5
_MOST_AHEAD: Final = 2
"""The agenda holds the others."""
_MOST_SENTENCES: Final = (4, 3, 3, 2)
"""Of the first story, the second, …; those further down have as many as the last."""
_SOURCES_SHOWN: Final = 3
_CLOSE: Final = Label(")")


def story_list(reader: Reader) -> StoryList | None:
    """Give the stories in their order; None on a day without any."""
    stories = reader.edition.stories
    if not stories:
        return None
    items = tuple(_story(rank, story, reader) for rank, story in enumerate(stories, start=1))
    cut = sum(item.kind == "story" for item in reader.edition.cut)
    return StoryList(items, () if reader.is_desk or cut == 0 else reader.counted("stories.cut", cut, "cut"))


def _story(rank: int, story: Story, reader: Reader) -> StoryItem:
    short = not reader.is_desk and rank > 1
    headline = headline_of(story, reader)
    sentences = _sentences(story, headline, reader)
    most = _MOST_SENTENCES[min(rank, len(_MOST_SENTENCES)) - 1] if reader.is_desk else None
    lead = place_of(told(story.lead, reader).evidence)
    leads = bool(sentences) and place_of(told(sentences[0], reader).evidence) == lead
    points = tuple(point_item(point, reader, with_status=False) for point in sentences[:most])
    note = None if points else reader.cite(told(story.lead, reader).evidence)
    voices = voices_of(story, reader)
    deeds = deeds_told(sentences[:most], reader) if reader.is_desk else ()
    table = deed_table(deeds, reader)
    ahead = _ahead(story, reader) if reader.is_desk else ()
    count = len(story.publishers)
    return StoryItem(
        anchor=f"s{rank}",
        rank=rank,
        headline=reader.words(headline.article, headline.span),
        note=note,
        tag=reader.label(f"status.{story.status}"),
        status=story.status,
        day_number=_day_number(story, reader),
        sources=_sources(story, _sources_shown(reader, short=short), reader),
        publishers=reader.counted("stories.publishers", count, f"publishers:{story.id}") if count > 1 else (),
        gist=gist_line(_line_of(story, reader), reader),
        points=points,
        leads=leads,
        deeds=table,
        rows=_rows(story, deeds, reader) if reader.is_desk else (),
        voices=voices,
        ahead=ahead,
        disputes=disputes_of(story, reader),
        notes=notes_on(story.id, reader),
        short=short,
    )


def _line_of(story: Story, reader: Reader) -> Gist:
    """Give what the composed line says: the story's names, and date and numbers of one sentence, never of two."""
    version = version_of(story, reader)
    points = (story.lead, *story.points) if version is None else (version.lead, *version.points)
    told = next((point.gist for point in points if point.gist.whens or point.gist.quantities), story.lead.gist)
    return replace(story.gist, whens=told.whens, quantities=told.quantities)


def _sentences(story: Story, headline: Evidence, reader: Reader) -> tuple[Point, ...]:
    """Give the lead and the further sentences, none twice and none that only repeats the headline.

    What stands under "Disputed" as what one side says is no further sentence too.
    On the principal's two pages nothing is printed again that stands among the key points.
    """
    chosen: dict[tuple[str, int], Point] = {}
    said = {
        one.fact.evidence for dispute in story.disputes for one in dispute.claims if isinstance(one.fact, Statement)
    }
    version = version_of(story, reader)
    lead, *further = (story.lead, *story.points) if version is None else (version.lead, *version.points)
    for point in (lead, *(point for point in further if point.evidence not in said)):
        own = told(point, reader)
        place = place_of(own.evidence)
        if own.evidence != headline and (reader.is_desk or place not in reader.citations.printed):
            chosen.setdefault(place, point)
    return tuple(chosen.values())


def _day_number(story: Story, reader: Reader) -> Line:
    if story.day_number <= 1:
        return ()
    return reader.filled("status.day", number=EditionValue(str(story.day_number), f"day-number:{story.id}"))


def _sources_shown(reader: Reader, *, short: bool) -> int | None:
    """Give how many outlets are named: all in the desk edition."""
    if reader.is_desk:
        return None
    return 1 if short else _SOURCES_SHOWN


def _sources(story: Story, most: int | None, reader: Reader) -> tuple[Line, ...]:
    """Give outlets with their times, each pair once."""
    lines: dict[tuple[str, ...], Line] = {}
    for article in story.articles:
        line = source_line(article, reader)
        lines.setdefault(tuple(getattr(piece, "text", "") for piece in line), line)
    return tuple(lines.values())[:most]


def _rows(story: Story, deeds: Sequence[tuple[Point, Deed]], reader: Reader) -> tuple[FactRow, ...]:
    """Give who, where, when and how much, where there is more of it than composed line and table of deeds hold.

    What the table of deeds holds is not said again, but for a date with its reasoning.
    """
    gist = story.gist
    people = leading_actors(gist.actors, _MOST_IN_ROW)
    places = leading_places(gist.places, gist.actors, _MOST_IN_ROW)
    figures = telling_figures(gist.quantities, _MOST_IN_ROW)
    acting, placed, dated = _held(deeds)
    others = tuple(person(item, reader, as_written=True) for item in people if item.key not in acting)
    elsewhere = tuple((name_of(item, reader),) for item in places if item.key not in placed)
    whens = tuple(when for when in gist.whens if when.reasoning or when.value not in dated)
    rows = (
        FactRow(reader.label("stories.who"), others),
        FactRow(reader.label("stories.where"), elsewhere),
        FactRow(reader.label("stories.when"), _dates(whens, reader)),
        FactRow(reader.label("stories.figures"), tuple((quantity_of(item, reader),) for item in figures)),
    )
    more = (
        any(item.key not in acting for item in people[MOST_ACTORS:]),
        any(item.key not in placed for item in places[MOST_PLACES:]),
        len(rows[2].values) > 1 or _is_reasoned(rows[2]),
        len(figures) > MOST_FIGURES,
    )
    return tuple(row for row, tells in zip(rows, more, strict=True) if tells)


def _held(deeds: Sequence[tuple[Point, Deed]]) -> tuple[set[str], set[str], set[str | None]]:
    """Give what the table of deeds holds: the keys of who acts and of places, and the values of dates."""
    acting = {name.key for _, deed in deeds for name in (deed.actor, deed.counterpart) if name}
    placed = acting | {deed.place.key for _, deed in deeds if deed.place}
    return acting, placed, {deed.when.value for _, deed in deeds if deed.when}


def _is_reasoned(row: FactRow) -> bool:
    """Say whether a date comes with its reasoning."""
    return any(value[-1] == _CLOSE for value in row.values)


def _dates(whens: tuple[When, ...], reader: Reader) -> tuple[Line, ...]:
    """Give the resolved dates, each once, with the reasoning behind a relative one."""
    found: dict[str, Line] = {}
    for when in whens:
        value = date_of(when, reader)
        if value is not None and value.text not in found and len(found) < _MOST_IN_ROW:
            reasoning = reasoning_of(when, reader)
            bracketed = (Label(" ("), *reasoning, _CLOSE) if reasoning else ()
            found[value.text] = (value, *bracketed)
    return tuple(found.values())


def _ahead(story: Story, reader: Reader) -> tuple[AheadItem, ...]:
    """Give the nearest dates that lie ahead with their sentences; those the story has printed are left out."""
    items: dict[tuple[str, int], AheadItem] = {}
    for when in story.ahead:
        place = place_of(when.evidence)
        value = date_of(when, reader)
        if len(items) < _MOST_AHEAD and place not in {*items, *reader.citations.printed} and value is not None:
            words = reader.whole_sentence(when.evidence)
            items[place] = AheadItem(value, words, reader.cite(when.evidence, when.evidence.span))
    return tuple(items.values())
