"""The record of what was published: MANIFEST.json of an edition and of the site, and the record inside facts.json."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefings.model import ArchiveEntry, EditionRecord, FigureRecord, Output, StoryRecord, TextSketch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefings.model import InputRecord

MANIFEST = "MANIFEST.json"
FACTS = "facts.json"
SCHEMA = 1


def json_bytes(value: object) -> bytes:
    """Give JSON for files: UTF-8, indented, keys in the order given, a line feed at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes as hexadecimal digits."""
    return sha256(data).hexdigest()


def manifest_of(head: Mapping[str, Any], inputs: Sequence[InputRecord], outputs: Sequence[Output]) -> Output:
    """Make MANIFEST.json: what the edition is, every input with its fate, every other file with its hash and size."""
    files = [
        {"path": output.path, "sha256": digest(output.data), "bytes": len(output.data)}
        for output in sorted(outputs, key=lambda output: output.path)
    ]
    listed = [{name: value for name, value in asdict(record).items() if value} for record in inputs]
    return Output(
        MANIFEST, "application/json", json_bytes({"schema": SCHEMA, **head, "inputs": listed, "files": files})
    )


def archived_days(output: Path) -> list[date]:
    """List the days that have an edition in the archive, oldest first."""
    found = []
    for path in output.glob("????-??-??"):
        try:
            day = date.fromisoformat(path.name)
        except ValueError:
            continue
        if (path / MANIFEST).is_file():
            found.append(day)
    return sorted(found)


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Read an edition's manifest; None when there is none or it cannot be read."""
    return _read_object(folder / MANIFEST)


def read_record(folder: Path) -> EditionRecord | None:
    """Read what an edition in the archive remembers; None when it is not there or damaged."""
    facts = _read_object(folder / FACTS)
    try:
        return None if facts is None else _record(facts["record"])
    except (KeyError, TypeError, ValueError):
        return None


def read_entry(folder: Path) -> ArchiveEntry | None:
    """Read what the archive's list says of an edition; None when it is damaged."""
    known, record = read_manifest(folder), read_record(folder)
    if known is None or record is None:
        return None
    leading = next((story.headlines[0] for story in record.stories if not story.asleep), ("", ""))
    return ArchiveEntry(
        day=record.day,
        number=record.number,
        languages=tuple(known["languages"]),
        profiles=tuple(known["profiles"]) if "html" in known["formats"] else (),
        headline=leading[1],
        headline_language=leading[0],
        marking=known["marking"],
    )


def record_object(record: EditionRecord) -> dict[str, Any]:
    """Give a record as JSON values."""
    return asdict(record) | {"day": record.day.isoformat()}


def _record(value: Mapping[str, Any]) -> EditionRecord:
    return EditionRecord(
        day=date.fromisoformat(value["day"]),
        number=int(value["number"]),
        stories=tuple(_story(story) for story in value["stories"]),
        figures=tuple(FigureRecord(**{**figure, "context": tuple(figure["context"])}) for figure in value["figures"]),
        texts=tuple((path, text, title) for path, text, title in value["texts"]),
        sketches=tuple(TextSketch(**sketch) for sketch in value.get("sketches", ())),
    )


def _story(value: Mapping[str, Any]) -> StoryRecord:
    headlines = tuple((language, words) for language, words in value["headlines"])
    lists = {"headlines": headlines, "terms": tuple(value["terms"]), "articles": tuple(value["articles"])}
    return StoryRecord(**{**value, **lists})


def _read_object(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None
