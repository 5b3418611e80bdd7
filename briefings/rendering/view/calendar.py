"""Timeline and agenda: what happened when, and what lies ahead."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from briefings.rendering.charts import WIDTH, TimelineChart, drawn_span, place_dots, position
from briefings.rendering.dates import clock, date_range, plain_date
from briefings.rendering.view.facts import date_of, reasoning_of
from briefings.rendering.view.pieces import DeskWords, EditionValue, joined
from briefings.rendering.view.sections import AgendaRow, EventItem, TimelineBody

if TYPE_CHECKING:
    from briefings.model import AgendaEntry, AgendaItem, Event
    from briefings.rendering.view.pieces import Line, Piece
    from briefings.rendering.view.reader import Reader

_PRINCIPAL_DAYS: Final = timedelta(days=7)


def timeline(reader: Reader) -> TimelineBody | None:
    """Give the dated events in order; None when there are none."""
    events = tuple(_event(place, event, reader) for place, event in enumerate(reader.edition.timeline, start=1))
    if not events:
        return None
    return TimelineBody(_chart(reader), reader.label("timeline.drawing"), events)


def _event(number: int, event: Event, reader: Reader) -> EventItem:
    date: Piece | None = date_of(event.when, reader)
    if date is None:
        date = EditionValue(date_range(event.first, event.last, reader.language), f"event:{number}")
    return EventItem(
        date=date,
        reasoning=reasoning_of(event.when, reader),
        certain=event.certain,
        words=reader.whole_sentence(event.evidence),
        note=reader.cite(event.evidence, event.when.evidence.span),
        number=number,
    )


def _chart(reader: Reader) -> TimelineChart | None:
    day = reader.edition.day
    events = reader.edition.timeline
    between = drawn_span([(event.first, event.last) for event in events], day)
    if between is None:
        return None
    dots = place_dots([(event.first, event.last, event.certain) for event in events], between)
    return TimelineChart(
        width=WIDTH,
        rows=max(dot.row for dot in dots) + 1,
        dots=dots,
        today=position(day, between),
        first=EditionValue(plain_date(between[0], reader.language), "timeline-first"),
        last=EditionValue(plain_date(between[1], reader.language), "timeline-last"),
    )


def agenda(reader: Reader) -> tuple[AgendaRow, ...]:
    """Give the dates ahead; the principal is shown seven days."""
    items = enumerate(reader.edition.agenda)
    until = reader.edition.day + _PRINCIPAL_DAYS
    chosen = ((place, item) for place, item in items if reader.is_desk or item.first <= until)
    return tuple(row for place, item in chosen if (row := _row(place, item, reader)) is not None)


def _row(place: int, item: AgendaItem, reader: Reader) -> AgendaRow | None:
    if item.entry is not None:
        return _desk_row(place, item, item.entry, reader)
    if item.evidence is None:
        return None
    value = date_of(item.when, reader) if item.when else None
    day = value or EditionValue(date_range(item.first, item.last, reader.language), f"agenda:{place}")
    return AgendaRow(
        date=(day,),
        reasoning=reasoning_of(item.when, reader) if item.when else (),
        what=(reader.whole_sentence(item.evidence),),
        place=(),
        note=reader.cite(item.evidence, item.when.evidence.span if item.when else None),
        desk=None,
    )


def _desk_row(place: int, item: AgendaItem, entry: AgendaEntry, reader: Reader) -> AgendaRow:
    source = entry.path or "agenda"
    day = EditionValue(date_range(item.first, item.last, reader.language), f"agenda:{place}")
    time: Line = (EditionValue(clock(item.time, reader.language), f"agenda-time:{place}"),) if item.time else ()
    where = entry.place.in_language(reader.language)
    return AgendaRow(
        date=joined(((day,), time), ", "),
        reasoning=(),
        what=(DeskWords(entry.title.in_language(reader.language), source),),
        place=(DeskWords(where, source),) if where else (),
        note=None,
        desk=reader.label("agenda.desk"),
    )
