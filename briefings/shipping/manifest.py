"""The record of what was published: MANIFEST.json of an edition and of the site, and the record inside facts.json."""

from __future__ import annotations

import contextlib
import json
import re
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefings.languages.visible_json import json_bytes
from briefings.model import (
    ArchiveEntry,
    Article,
    Block,
    Count,
    CountRecord,
    DeskMarks,
    EditionRecord,
    Mentions,
    Output,
    Revision,
    RevisionChange,
    SayingRecord,
    Sentence,
    Source,
    Span,
    StoryRecord,
    TextRecord,
    TextSketch,
)
from briefings.model.values import as_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from briefings.model import InputRecord

MANIFEST = "MANIFEST.json"
FACTS = "facts.json"
SCHEMA = 1

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes as hexadecimal digits."""
    return sha256(data).hexdigest()


def manifest_of(head: Mapping[str, Any], inputs: Sequence[InputRecord], outputs: Sequence[Output]) -> Output:
    """Make MANIFEST.json: what the edition is, every input with its fate, every other file with its hash and size."""
    return listed_manifest(head, inputs, [(output.path, digest(output.data), len(output.data)) for output in outputs])


def listed_manifest(
    head: Mapping[str, Any], inputs: Sequence[InputRecord], files: Sequence[tuple[str, str, int]]
) -> Output:
    """Make MANIFEST.json of files that are known by path, SHA-256 and size."""
    told = [{"path": path, "sha256": known, "bytes": size} for path, known, size in sorted(files)]
    listed = [{name: value for name, value in as_plain(record).items() if value} for record in inputs]
    value = {"schema": SCHEMA, **head, "inputs": listed, "files": told}
    return Output(MANIFEST, "application/json", json_bytes(value, levels=2))


def archived_days(output: Path) -> list[date]:
    """List the days that have an edition in the archive, oldest first. A folder that cannot be read is an OSError."""
    try:
        names = [path.name for path in output.iterdir() if _DAY.fullmatch(path.name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    found = []
    for name in names:
        with contextlib.suppress(ValueError):
            found.append(date.fromisoformat(name))
    return sorted(day for day in found if (output / day.isoformat() / MANIFEST).is_file())


def read_manifest(folder: Path, name: str = MANIFEST) -> dict[str, Any] | None:
    """Read a manifest; None when there is none or it is damaged."""
    return _read_object(folder / name)


def holds_all(outputs: Sequence[Output]) -> bool:
    """Say whether an edition's files are whole: those that its manifest lists, byte by byte, and no other."""
    found = {output.path: output.data for output in outputs}
    try:
        listed = {one["path"]: one["sha256"] for one in json.loads(found.pop(MANIFEST))["files"]}
    except (KeyError, TypeError, ValueError):
        return False
    return listed == {path: digest(data) for path, data in found.items()}


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
        revisions=record.revisions,
        draft=known.get("draft") is True,
    )


def record_object(record: EditionRecord) -> dict[str, Any]:
    """Give a record as JSON values."""
    revisions = [revision_object(revision) for revision in record.revisions]
    counts = [_count_object(count) for count in record.counts]
    sayings = [as_plain(saying) | {"given": saying.given.isoformat()} for saying in record.sayings]
    told = {"counts": counts, "sayings": sayings, "revisions": revisions}
    return dict(as_plain(record)) | {"day": record.day.isoformat()} | told


def revision_object(revision: Revision) -> dict[str, Any]:
    """Give a revision as JSON values."""
    return dict(as_plain(revision)) | {"after": revision.after.isoformat()}


def read_revisions(output: Path) -> dict[date, tuple[Revision, ...]]:
    """Read the revisions of all editions, by day: from the site's manifest, or from each edition when it is damaged."""
    try:
        listed = (read_manifest(output) or {})["revisions"]
        return {date.fromisoformat(day): tuple(map(_revision, found)) for day, found in listed.items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        records = [read_record(output / day.isoformat()) for day in archived_days(output)]
        return {record.day: record.revisions for record in records if record}


def read_articles(folder: Path, paths: Collection[str]) -> tuple[Article, ...]:
    """Read articles of an edition back, as it published them; one that cannot be read is left out."""
    facts = _read_object(folder / FACTS) or {}
    found = []
    for value in facts.get("articles", ()):
        try:
            if value["path"] in paths:
                text = (folder / "sources" / f"{value['id']}.txt").read_bytes().decode()
                found.append(_article(value, text, facts["facts"][value["id"]]["sentences"]))
        except (FileNotFoundError, KeyError, TypeError, ValueError, StopIteration):
            continue
    return tuple(found)


def _record(value: Mapping[str, Any]) -> EditionRecord:
    return EditionRecord(
        day=date.fromisoformat(value["day"]),
        number=int(value["number"]),
        stories=tuple(_story(story) for story in value["stories"]),
        counts=tuple(map(_count, value["counts"])),
        texts=tuple(TextRecord(**text) for text in value["texts"]),
        revisions=tuple(map(_revision, value["revisions"])),
        published=bool(value["published"]),
        sketches=tuple(TextSketch(**sketch) for sketch in value["sketches"]),
        sayings=tuple(
            SayingRecord(**{**saying, "given": date.fromisoformat(saying["given"])}) for saying in value["sayings"]
        ),
        mentions=_mentions(value.get("mentions", {})),
    )


def _mentions(value: Mapping[str, Any]) -> Mentions:
    """Read who was named how often; nothing from an edition published before that was kept."""
    names = tuple((str(key), tuple(map(int, numbers))) for key, numbers in value.get("names", ()))
    return Mentions(tuple(map(str, value.get("days", ()))), names)


def _count_object(record: CountRecord) -> dict[str, Any]:
    count = record.count
    plain = {
        "value": str(count.value),
        "about": sorted(count.about),
        "aspects": sorted(count.aspects),
        "day": count.day.isoformat() if count.day else None,
    }
    told = dict(as_plain(record)) | {"given": record.given.isoformat(), "count": as_plain(count) | plain}
    if not record.course:
        del told["course"]
    return told


def _count(value: Mapping[str, Any]) -> CountRecord:
    count = value["count"]
    whole = {
        "value": Decimal(count["value"]),
        "about": frozenset(count["about"]),
        "aspects": frozenset(count["aspects"]),
        "day": date.fromisoformat(count["day"]) if count["day"] else None,
    }
    held = Count(**{**count, **whole})
    course = tuple((str(day), str(number)) for day, number in value.get("course", ()))
    return CountRecord(**{**value, "given": date.fromisoformat(value["given"]), "count": held, "course": course})


def _revision(value: Mapping[str, Any]) -> Revision:
    changes = tuple(
        RevisionChange(
            change["kind"],
            TextRecord(**change["text"]),
            change["reason"],
            tuple((before, after) for before, after in change["passages"]),
        )
        for change in value["changes"]
    )
    return Revision(int(value["number"]), date.fromisoformat(value["after"]), changes)


def _article(value: Mapping[str, Any], text: str, sentences: Sequence[Mapping[str, int]]) -> Article:
    blocks = tuple(Block(kind, Span(start, end)) for kind, start, end in value["blocks"])
    cut = []
    for index, sentence in enumerate(sentences):
        span = Span(sentence["start"], sentence["end"])
        block = next(place for place, block in enumerate(blocks) if block.span.contains(span))
        cut.append(Sentence(index, block, span))
    marks = value["marks"]
    return Article(
        id=value["id"],
        source=Source(value["path"], value["sha256"], value["outlet"], value["url"], tuple(value["authors"])),
        language=value["language"],
        text=text,
        blocks=blocks,
        sentences=tuple(cut),
        published=_moment(value["published"]),
        updated=_moment(value["updated"]),
        translation_group=value["translation_group"],
        marks=DeskMarks(**{**marks, "tags": tuple(marks["tags"]), "embargo_until": _moment(marks["embargo_until"])}),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _story(value: Mapping[str, Any]) -> StoryRecord:
    headlines = tuple((language, words) for language, words in value["headlines"])
    lists = {"headlines": headlines, "terms": tuple(value["terms"]), "articles": tuple(value["articles"])}
    return StoryRecord(**{**value, **lists})


def _read_object(path: Path) -> dict[str, Any] | None:
    """Read a file of the archive. One that is there and cannot be read is an OSError: the archive would forget it."""
    try:
        value = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    return value if isinstance(value, dict) else None
