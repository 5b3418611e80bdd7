"""The desk's own files: outlets, standing questions, agenda, notes. A mistake costs its entry and gives a notice."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from briefings.articles.calendar import agenda_from_ics
from briefings.articles.decoding import decoded
from briefings.articles.faults import LeftOutError, Remark, shown
from briefings.articles.front_matter import front_matter_of
from briefings.model import AgendaEntry, DeskFiles, Localised, Note, Outlet, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from zoneinfo import ZoneInfo

    from briefings.model import Notice

_Entry = TypeVar("_Entry")

_NOTE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[.-][\w-]{1,60})?\.(tr|en)\.md")
_HEADING = re.compile(r"#{1,6}[ \t]+([^\n]{1,300})")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_COUNTRY = re.compile(r"[A-Z]{2}")


class _EntryError(ValueError):
    """An entry of a desk file that cannot be used; the message says why."""


def read_desk(files: Mapping[str, bytes], zone: ZoneInfo) -> tuple[DeskFiles, tuple[Notice, ...]]:
    """Read the desk's files, given by path, and say what is wrong in them."""
    notices: list[Notice] = []
    outlets = _entries(files, "outlets.toml", "outlet", _outlet, notices)
    questions = _entries(files, "questions.toml", "question", _question, notices)
    agenda = [*_entries(files, "agenda.toml", "event", _agenda_entry, notices), *_calendar(files, zone, notices)]
    notes = [note for path in sorted(files) if path.startswith("notes/") for note in _notes(path, files[path], notices)]
    ordered = sorted(agenda, key=lambda entry: (entry.day, entry.time or "", entry.title.tr, entry.title.en))
    return DeskFiles(tuple(outlets), tuple(questions), tuple(ordered), tuple(notes)), tuple(notices)


def _entries(
    files: Mapping[str, bytes],
    path: str,
    name: str,
    read: Callable[[dict[str, Any]], _Entry],
    notices: list[Notice],
) -> list[_Entry]:
    """Read the entries `[[name]]` (or `[[names]]`) of a TOML file."""
    if path not in files:
        return []
    try:
        text = decoded(files[path]).text
        table = tomllib.loads(text)
    except LeftOutError as fault:
        notices.append(fault.remark.about(path))
        return []
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d{1,7})", str(error))
        message = f"not TOML: {shown(str(error))}; correct it"
        notices.append(Remark("desk-file", int(line[1]) if line else None, message, "error").about(path))
        return []
    remarks = [
        Remark("unknown-key", None, f"nothing is done with {shown(key)!r}; write [[{name}]]")
        for key in table
        if key not in {name, f"{name}s"}
    ]
    found, faults = _read_each(table.get(name) or table.get(f"{name}s") or [], name, text, read)
    notices += [remark.about(path) for remark in (*remarks, *faults)]
    return found


def _read_each(
    raw: object, name: str, text: str, read: Callable[[dict[str, Any]], _Entry]
) -> tuple[list[_Entry], list[Remark]]:
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.lstrip().startswith(f"[[{name}")]
    found: list[_Entry] = []
    faults: list[Remark] = []
    for number, entry in enumerate(raw if isinstance(raw, list) else [raw]):
        line = lines[number] if number < len(lines) else None
        try:
            if not isinstance(entry, dict):
                message = f"an entry must be a table; write [[{name}]]"
                raise _EntryError(message)  # noqa: TRY301 - reported like any other mistake of the entry
            found.append(read(entry))
        except _EntryError as error:
            faults.append(Remark("desk-file", line, str(error)))
    return found, faults


def _outlet(entry: dict[str, Any]) -> Outlet:
    _known(entry, "name", "owner", "rating", "country", "aliases")
    country = _text(entry, "country")
    if country and not _COUNTRY.fullmatch(country):
        message = f"country {shown(country)!r} is no code of two capitals; write one such as TR"
        raise _EntryError(message)
    return Outlet(
        _needed(entry, "name"), _text(entry, "owner"), _text(entry, "rating"), country, _texts(entry, "aliases")
    )


def _question(entry: dict[str, Any]) -> Question:
    _known(entry, "id", "text", "about")
    return Question(_needed(entry, "id"), _localised(entry, "text", needed=True), _texts(entry, "about"))


def _agenda_entry(entry: dict[str, Any]) -> AgendaEntry:
    _known(entry, "date", "time", "title", "place")
    words = str(entry.get("date", ""))
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        message = f"{shown(words)!r} is no date; write date = 2025-12-04"
        raise _EntryError(message) from error
    time = str(entry["time"])[:5] if "time" in entry else None
    if time is not None and not _CLOCK.fullmatch(time):
        message = f'{shown(time)!r} is no time of day; write time = "14:30"'
        raise _EntryError(message)
    return AgendaEntry(day, time, _localised(entry, "title", needed=True), _localised(entry, "place"), "agenda.toml")


def _known(entry: dict[str, Any], *keys: str) -> None:
    for key in entry:
        if key not in keys:
            message = f"no key is called {shown(key)!r}; known are {', '.join(keys)}"
            raise _EntryError(message)


def _needed(entry: dict[str, Any], key: str) -> str:
    value = _text(entry, key)
    if not value:
        message = f"{key} is missing; add it"
        raise _EntryError(message)
    return value


def _text(entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        message = f"{key} must be a text; put it in quotation marks"
        raise _EntryError(message)
    return value


def _texts(entry: dict[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        message = f'{key} must be a list of texts; write {key} = ["…", "…"]'
        raise _EntryError(message)
    return tuple(value)


def _localised(entry: dict[str, Any], key: str, *, needed: bool = False) -> Localised:
    value = entry.get(key, "")
    if isinstance(value, str):
        found = Localised(value, value)
    elif isinstance(value, dict) and value.keys() <= {"tr", "en"} and all(isinstance(v, str) for v in value.values()):
        found = Localised(value.get("tr", ""), value.get("en", ""))
    else:
        message = f'{key} must be a text in tr and en; write {key}.tr = "…"'
        raise _EntryError(message)
    if needed and not (found.tr or found.en):
        message = f"{key} is missing; add {key}.tr and {key}.en"
        raise _EntryError(message)
    return found


def _calendar(files: Mapping[str, bytes], zone: ZoneInfo, notices: list[Notice]) -> list[AgendaEntry]:
    path = "agenda.ics"
    if path not in files:
        return []
    try:
        entries, remarks = agenda_from_ics(decoded(files[path]).text, zone, path)
    except LeftOutError as fault:
        notices.append(fault.remark.about(path))
        return []
    notices += [remark.about(path) for remark in remarks]
    return list(entries)


def _notes(path: str, data: bytes, notices: list[Notice]) -> list[Note]:
    """Read one note; none when its name or its bytes are wrong."""
    name = _NOTE_NAME.fullmatch(PurePosixPath(path).name)
    try:
        day = date.fromisoformat(name[1]) if name else None
    except ValueError:
        day = None
    if name is None or day is None:
        message = "not used: a note's name says its day and language; call it 2025-12-04.tr.md"
        notices.append(Remark("note-name", None, message).about(path))
        return []
    try:
        text = decoded(data)
        front = front_matter_of(text.text)
    except LeftOutError as fault:
        notices.append(fault.remark.about(path))
        return []
    notices += [remark.about(path) for remark in (*text.remarks, *front.remarks)]
    body = text.text[front.body :].strip()
    title = front.fields["title"].text if "title" in front.fields else ""
    heading = _HEADING.match(body)
    if not title and heading:
        title, body = heading[1].strip(), body[heading.end() :].strip()
    author = front.fields["authors"].text if "authors" in front.fields else None
    return [Note(path, day, name[2], title, author, body)]
