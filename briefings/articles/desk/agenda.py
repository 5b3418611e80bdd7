"""Dates the desk keeps (agenda.toml, agenda.ics)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from briefings.articles.dates import FIRST_YEAR, LAST_YEAR
from briefings.articles.decoding import decoded
from briefings.articles.desk.calendar_file import agenda_from_ics
from briefings.articles.desk.entries import EntryError, entries_of, localised, marking, only_known
from briefings.articles.faults import LeftOutError, shown
from briefings.model import AgendaEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

    from briefings.articles.desk.entries import Place
    from briefings.config import Marking
    from briefings.model import Notice

_CALENDAR = "agenda.ics"
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def agenda_of(
    files: Mapping[str, bytes], zone: ZoneInfo, scale: tuple[Marking, ...], notices: list[Notice]
) -> tuple[AgendaEntry, ...]:
    """Read both files, soonest first."""
    entries = (
        *entries_of(files, "agenda.toml", "event", _entry, scale, notices),
        *_calendar(files, zone, scale, notices),
    )
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.time or "", entry.title.tr, entry.title.en)))


def _entry(entry: dict[str, Any], place: Place) -> AgendaEntry:
    only_known(entry, "date", "time", "title", "place", "marking")
    words = str(entry.get("date", ""))
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        message = f"{shown(words)!r} is no date; write date = 2025-12-04"
        raise EntryError(message) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"{shown(words)!r}: the year {day.year} cannot be; correct the date"
        raise EntryError(message)
    time = str(entry["time"])[:5] if "time" in entry else None
    if time is not None and not _CLOCK.fullmatch(time):
        message = f'{shown(time)!r} is no time of day; write time = "14:30"'
        raise EntryError(message)
    title = localised(entry, "title", is_needed=True)
    return AgendaEntry(day, time, title, localised(entry, "place"), place.path, marking(entry, place))


def _calendar(
    files: Mapping[str, bytes], zone: ZoneInfo, scale: tuple[Marking, ...], notices: list[Notice]
) -> tuple[AgendaEntry, ...]:
    if _CALENDAR not in files:
        return ()
    try:
        entries, remarks = agenda_from_ics(decoded(files[_CALENDAR]).text, zone, scale, _CALENDAR)
    except LeftOutError as fault:
        notices.append(fault.remark.about(_CALENDAR))
        return ()
    notices += [remark.about(_CALENDAR) for remark in remarks]
    return entries
