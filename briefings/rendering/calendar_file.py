"""agenda.ics: the dates ahead as a calendar file (RFC 5545), with the sentences they stand on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from briefings.model import Output

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.model import AgendaItem, Edition

_OCTETS: Final = 75
"""The longest line before it is folded (RFC 5545, 3.1)."""


def agenda_ics(edition: Edition, config: Config) -> Output:
    """Make the calendar; an edition without dates ahead gives one without events. Lines end as the RFC asks."""
    stamp = _utc(edition.window.end)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Briefings//Agenda//EN", "CALSCALE:GREGORIAN"]
    for item in edition.agenda:
        lines += _event(item, edition, config, stamp)
    lines.append("END:VCALENDAR")
    return Output("agenda.ics", "text/calendar", "".join(f"{_folded(line)}\r\n" for line in lines).encode())


def _event(item: AgendaItem, edition: Edition, config: Config, stamp: str) -> list[str]:
    summary, more = _words(item, edition)
    identity = sha256(f"{item.first}{item.time}{summary}".encode()).hexdigest()[:24]
    return [
        "BEGIN:VEVENT",
        f"UID:{identity}@briefings",
        f"DTSTAMP:{stamp}",
        *_span(item, config),
        f"SUMMARY:{_escaped(summary)}",
        *([f"DESCRIPTION:{_escaped(more)}"] if more else []),
        "END:VEVENT",
    ]


def _words(item: AgendaItem, edition: Edition) -> tuple[str, str]:
    """Give the desk's title in both languages, or the article's title and the sentence that names the date."""
    if item.entry is not None:
        title, place = item.entry.title, item.entry.place
        return " · ".join(text for text in (title.tr, title.en) if text), " · ".join(
            t for t in (place.tr, place.en) if t
        )
    if item.evidence is None:
        return "", ""
    article = edition.article(item.evidence.article)
    return article.words(article.title) or article.source.path, article.words(item.evidence.span)


def _span(item: AgendaItem, config: Config) -> list[str]:
    if item.time and item.first == item.last:
        hour, minute = (int(part) for part in item.time.split(":"))
        start = datetime.combine(item.first, time(hour % 24, minute), ZoneInfo(config.time_zone))
        return [f"DTSTART:{_utc(start)}", f"DTEND:{_utc(start + timedelta(hours=1))}"]
    return [f"DTSTART;VALUE=DATE:{item.first:%Y%m%d}", f"DTEND;VALUE=DATE:{item.last + timedelta(days=1):%Y%m%d}"]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Escape a text value (RFC 5545, 3.3.11); line ends become blanks, so that content can add no line."""
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Fold a long line between characters, counting octets."""
    if len(line.encode()) <= _OCTETS:
        return line
    parts, length = [""], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > _OCTETS:
            parts.append("")
            length = 1
        parts[-1] += letter
        length += size
    return "\r\n ".join(parts)
