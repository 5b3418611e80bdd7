"""Timeline and agenda: what happened when, and what lies ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from briefings.model import AgendaEntry, Localised
from briefings.rendering.charts import WIDTH, Mark, TimelineChart, drawn_span, place_dots, position
from briefings.rendering.dates import clock, date_range, plain_date
from briefings.rendering.view.facts import date_of, reasoning_of
from briefings.rendering.view.listings import AgendaRow, EventItem, TimelineBody
from briefings.rendering.view.pieces import DeskWords, EditionValue, joined
from briefings.rendering.view.points import place_of
from briefings.rendering.view.sources import told

if TYPE_CHECKING:
    from briefings.model import AgendaItem, Event, Evidence
    from briefings.rendering.view.pieces import Line, Piece, Words
    from briefings.rendering.view.reader import Reader

_PRINCIPAL_DAYS: Final = timedelta(days=7)
_LONG: Final = 200
"""Characters of a sentence that is too long for the principal's calendar: two lines and a half."""


def timeline(reader: Reader) -> TimelineBody | None:
    """Give what has happened by the edition's day, in order; what lies ahead is drawn too, and listed in the agenda."""
    past = _past(reader)
    if not past:
        return None
    titled: set[str] = set()
    events = tuple(_event(number, event, titled, reader) for number, event in enumerate(past, start=1))
    return TimelineBody(_chart(past, reader), reader.label("timeline.drawing"), events)


def _past(reader: Reader) -> list[Event]:
    """Give the events up to the edition's day; a sentence that names several dates stands at the last of them."""
    past = [event for event in reader.edition.timeline if event.first <= reader.edition.day]
    last = {place_of(event.evidence): event for event in past}
    return [event for event in past if last[place_of(event.evidence)] is event]


def _event(number: int, event: Event, titled: set[str], reader: Reader) -> EventItem:
    """Give an event; of what happened today and leads its story already the article's title is enough, told once."""
    date: Piece | None = date_of(event.when, reader)
    if date is None:
        date = EditionValue(date_range(event.first, event.last, reader.language), f"event:{number}")
    return EventItem(
        date=date,
        reasoning=reasoning_of(event.when, reader),
        certain=event.certain,
        words=_event_words(event, titled, reader),
        note=reader.cite(event.evidence, event.when.evidence.span),
        number=number,
    )


def _event_words(event: Event, titled: set[str], reader: Reader) -> Words:
    article = reader.articles[event.evidence.article]
    today = event.first == event.last == reader.edition.day
    leads = any(
        place_of(told(story.lead, reader).evidence) == place_of(event.evidence) for story in reader.edition.stories
    )
    if not (today and leads) or article.id in titled or article.title.end == article.title.start:
        return reader.whole_sentence(event.evidence)
    titled.add(article.id)
    return reader.words(article.id, article.title)


def _chart(past: list[Event], reader: Reader) -> TimelineChart | None:
    day = reader.edition.day
    events = [*past, *(event for event in reader.edition.timeline if event.first > day)]
    between = drawn_span([(event.first, event.last) for event in events], day)
    if between is None:
        return None
    numbers = {id(event): number for number, event in enumerate(past, start=1)}
    marks = [Mark(numbers.get(id(event), 0), event.first, event.last, event.certain) for event in events]
    dots = place_dots(marks, between)
    return TimelineChart(
        width=WIDTH,
        rows=max((dot.row for dot in dots), default=0) + 1,
        dots=dots,
        today=position(day, between),
        first=EditionValue(plain_date(between[0], reader.language), "timeline-first"),
        last=EditionValue(plain_date(between[1], reader.language), "timeline-last"),
    )


def agenda(reader: Reader) -> tuple[AgendaRow, ...]:
    """Give the dates ahead, the dates of one sentence together; the principal is shown seven days."""
    until = reader.edition.day + _PRINCIPAL_DAYS
    rows: dict[object, AgendaRow] = {}
    for place, item in enumerate(reader.edition.agenda):
        if not reader.is_desk and item.first > until:
            continue
        key: object = place if item.evidence is None else place_of(item.evidence)
        row = _row(place, item, reader)
        rows[key] = row if key not in rows else replace(rows[key], more=(*rows[key].more, row.date))
    return tuple(rows.values())


def _row(place: int, item: AgendaItem, reader: Reader) -> AgendaRow:
    value = date_of(item.when, reader) if item.when else None
    day = value or EditionValue(date_range(item.first, item.last, reader.language), f"agenda:{place}")
    if item.evidence is None:
        return _desk_row(place, item, reader)
    return AgendaRow(
        date=(day,),
        more=(),
        reasoning=reasoning_of(item.when, reader) if item.when and reader.is_desk else (),
        what=(_what(item.evidence, reader),),
        place=(),
        note=reader.cite(item.evidence, item.when.evidence.span if item.when else None),
        desk=None,
    )


def _what(evidence: Evidence, reader: Reader) -> Words:
    """Give the sentence that names the date; a long or printed one gives way to the title for the principal."""
    article = reader.articles[evidence.article]
    sentence = reader.sentence(evidence)
    known = place_of(evidence) in reader.citations.printed or sentence.end - sentence.start > _LONG
    if reader.is_desk or not known or article.title.end == article.title.start:
        return reader.whole_sentence(evidence)
    return reader.words(article.id, article.title)


def _desk_row(place: int, item: AgendaItem, reader: Reader) -> AgendaRow:
    entry = item.entry or AgendaEntry(item.first, item.time, Localised())
    source = entry.path or "agenda"
    day = EditionValue(date_range(item.first, item.last, reader.language), f"agenda:{place}")
    time: Line = (EditionValue(clock(item.time, reader.language), f"agenda-time:{place}"),) if item.time else ()
    where = entry.place.in_language(reader.language)
    return AgendaRow(
        date=joined(((day,), time), ", "),
        more=(),
        reasoning=(),
        what=(DeskWords(entry.title.in_language(reader.language), source),),
        place=(DeskWords(where, source),) if where else (),
        note=None,
        desk=reader.label("agenda.desk"),
    )
