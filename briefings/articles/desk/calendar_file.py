"""The desk's calendar file (agenda.ics, RFC 5545): single events with a day, perhaps a time, a title and a place."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.articles.dates import FIRST_YEAR, LAST_YEAR
from briefings.articles.desk.entries import EntryError, marking_on_scale
from briefings.articles.faults import Remark, shown
from briefings.model import AgendaEntry, Localised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.config import Marking

_MOST_EVENTS = 5_000
_PROPERTY = re.compile(r"([A-Za-z-]{1,40})((?:;[A-Za-z-]{1,40}=(?:\"[^\"\n]{0,200}\"|[^\";:\n]{0,200})){0,9}):(.*)")
_PARAMETER = re.compile(r";([A-Za-z-]{1,40})=\"?([^\";]{0,200})")
_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_ESCAPE = re.compile(r"\\([\\;,nN])")


def agenda_from_ics(
    text: str, zone: ZoneInfo, scale: tuple[Marking, ...], path: str
) -> tuple[tuple[AgendaEntry, ...], tuple[Remark, ...]]:
    """Read the events of a calendar; times are given in the desk's zone. A faulty event is left out with a remark.

    `X-MARKING` gives an event's marking, as `marking` does in agenda.toml.
    """
    entries: list[AgendaEntry] = []
    remarks: list[Remark] = []
    event: list[tuple[str, str, str]] | None = None
    first = 0
    for number, line in _unfolded(text):
        plain = line.strip()
        if plain == "BEGIN:VEVENT":
            event, first = [], number
        elif plain == "END:VEVENT" and event is not None:
            try:
                entries.append(_entry(event, zone, scale, path))
                remarks += _recurrence(event, first)
            except EntryError as error:
                remarks.append(Remark("desk-file", first, str(error), error.level))
            event = None
        elif event is not None and (match := _PROPERTY.fullmatch(line)):
            event.append((match[1], match[2], match[3]))
        if len(entries) >= _MOST_EVENTS:
            remarks.append(Remark("desk-file", number, f"more than {_MOST_EVENTS} events; the rest is left out"))
            break
    return tuple(entries), tuple(remarks)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Give whole lines: one that begins with a blank continues the line before it."""
    parts: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield first, "".join(parts)
        parts, first = [line], number
    if parts:
        yield first, "".join(parts)


def _recurrence(event: list[tuple[str, str, str]], line: int) -> list[Remark]:
    if any(name == "RRULE" for name, _, _ in event):
        return [Remark("desk-file", line, "a repeated event counts once; enter each day as its own event")]
    return []


def _entry(event: list[tuple[str, str, str]], zone: ZoneInfo, scale: tuple[Marking, ...], path: str) -> AgendaEntry:
    start = next(((parameters, value) for name, parameters, value in event if name == "DTSTART"), None)
    if start is None:
        message = "an event without DTSTART; add its day"
        raise EntryError(message)
    day, time = _start(*start, zone)
    title = _localised(event, "SUMMARY")
    if not (title.tr or title.en):
        message = "an event without SUMMARY; add its title"
        raise EntryError(message)
    marked = next((value.strip() for name, _, value in event if name == "X-MARKING"), None)
    marking = None if marked is None else marking_on_scale(marked, scale)
    return AgendaEntry(day, time, title, _localised(event, "LOCATION"), path, marking)


def _start(parameters: str, value: str, zone: ZoneInfo) -> tuple[date, str | None]:
    match = _MOMENT.fullmatch(value.strip())
    try:
        if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            raise ValueError  # noqa: TRY301 - the same message as for a day that does not exist
        if match[4] is None:
            return date(int(match[1]), int(match[2]), int(match[3])), None
        moment = datetime(*(int(match[part]) for part in range(1, 7)))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError as error:
        message = f"{shown(value)!r} is no day; write 20251204 or 20251204T143000"
        raise EntryError(message) from error
    local = _placed(moment, parameters, zone, is_utc=bool(match[7])).astimezone(zone)
    return local.date(), f"{local:%H:%M}"


def _placed(moment: datetime, parameters: str, zone: ZoneInfo, *, is_utc: bool) -> datetime:
    if is_utc:
        return moment.replace(tzinfo=UTC)
    named = dict(_PARAMETER.findall(parameters)).get("TZID")
    if not named:
        return moment.replace(tzinfo=zone)
    try:
        return moment.replace(tzinfo=ZoneInfo(named))
    except (KeyError, ValueError, OSError) as error:
        message = f"no time zone is called {shown(named)!r}; write one such as Europe/Istanbul"
        raise EntryError(message) from error


def _localised(event: list[tuple[str, str, str]], name: str) -> Localised:
    """Give a property in both languages; one without LANGUAGE stands for both."""
    words = {"tr": "", "en": ""}
    for found, parameters, value in event:
        if found != name:
            continue
        text = _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).strip()
        language = dict(_PARAMETER.findall(parameters)).get("LANGUAGE", "")[:2]
        for code in [language] if language in words else words:
            words[code] = words[code] or " ".join(text.split())
    return Localised(words["tr"], words["en"])
