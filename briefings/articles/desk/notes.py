"""The desk's own assessment (notes/2025-12-04.tr.md): of a day, or of one of its stories."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefings.articles.dates import FIRST_YEAR, LAST_YEAR
from briefings.articles.decoding import decoded
from briefings.articles.desk.entries import EntryError, marking_on_scale
from briefings.articles.faults import LeftOutError, Remark
from briefings.articles.front_matter import front_matter_of
from briefings.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.articles.fields import Value
    from briefings.articles.front_matter import FrontMatter
    from briefings.config import Marking
    from briefings.model import Notice

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[.-][\w-]{1,60})?\.(tr|en)\.md")
_HEADING = re.compile(r"#{1,6}[ \t]+([^\n]{1,300})")
_MOST_WORDS = 30
"""A bottom line is one sentence that is read in a breath."""


def notes_of(files: Mapping[str, bytes], scale: tuple[Marking, ...], notices: list[Notice]) -> tuple[Note, ...]:
    """Read every file under notes/; one with a wrong name, bytes or marking is left out with a notice."""
    paths = sorted(path for path in files if path.startswith("notes/"))
    return tuple(note for path in paths for note in _note(path, files[path], scale, notices))


def _note(path: str, data: bytes, scale: tuple[Marking, ...], notices: list[Notice]) -> Iterator[Note]:
    named = _named(path)
    if named is None:
        message = "not used: a note's name says its day and language; call it 2025-12-04.tr.md"
        notices.append(Remark("note-name", None, message).about(path))
        return
    try:
        text = decoded(data)
        front = front_matter_of(text.text)
        marking = _marking(front.fields.get("marking"), scale)
    except LeftOutError as fault:
        notices.append(fault.remark.about(path))
        return
    note = _of_text(path, named, text.text, front, marking)
    remarks = (*text.remarks, *front.remarks, *_long(note))
    notices += [remark.about(path) for remark in remarks]
    yield note


def _named(path: str) -> tuple[date, str] | None:
    """Give the day and the language in a note's name."""
    name = _NAME.fullmatch(PurePosixPath(path).name)
    try:
        day = date.fromisoformat(name[1]) if name else None
    except ValueError:
        return None
    return (day, name[2]) if name and day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _marking(value: Value | None, scale: tuple[Marking, ...]) -> str | None:
    if value is None:
        return None
    try:
        return marking_on_scale(value.text, scale)
    except EntryError as error:
        raise LeftOutError(str(error), code="marking-unknown", line=value.line) from error


def _of_text(path: str, named: tuple[date, str], text: str, front: FrontMatter, marking: str | None) -> Note:
    body = text[front.body :].strip()
    title = _field(front.fields, "title")
    heading = _HEADING.match(body)
    if not title and heading:
        title, body = heading[1].strip(), body[heading.end() :].strip()
    return Note(
        path=path,
        day=named[0],
        language=named[1],
        title=title,
        author=_field(front.fields, "authors") or None,
        text=body,
        line=1 + text.count("\n", 0, text.index(body, front.body)),
        story=_field(front.fields, "story") or None,
        story_line=front.fields["story"].line if "story" in front.fields else None,
        bottom_line=_field(front.fields, "bottom_line"),
        bottom_line_at=front.fields["bottom_line"].line if "bottom_line" in front.fields else None,
        marking=marking,
    )


def _field(fields: Mapping[str, Value], key: str) -> str:
    return fields[key].text if key in fields else ""


def _long(note: Note) -> Iterator[Remark]:
    """Say when a bottom line is too long to be read in a breath; it is printed all the same."""
    count = len(note.bottom_line.split())
    if count > _MOST_WORDS:
        message = f"a bottom line of {count} words; {_MOST_WORDS} at most are read at a glance, shorten it"
        yield Remark("bottom-line-long", note.bottom_line_at, message)
