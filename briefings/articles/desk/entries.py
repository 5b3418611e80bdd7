"""Entries of the desk's TOML files: `[[outlet]]`, `[[correction]]` …, and the values they hold."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from briefings.articles.decoding import decoded
from briefings.articles.faults import LeftOutError, Remark, shown
from briefings.languages.ascii import folded
from briefings.model import Localised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefings.config import Marking
    from briefings.model import Level, Notice

_Entry = TypeVar("_Entry")


class EntryError(ValueError):
    """An entry of a desk file that cannot be used; the message says why."""

    level: ClassVar[Level] = "warning"


class UnknownMarkingError(EntryError):
    """An entry with a marking nobody knows: it is left out, as an article with such a marking is."""

    level = "error"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands, and the scale its marking is on."""

    path: str
    line: int | None
    scale: tuple[Marking, ...]


def entries_of(
    files: Mapping[str, bytes],
    path: str,
    name: str,
    read: Callable[[dict[str, Any], Place], _Entry],
    scale: tuple[Marking, ...],
    notices: list[Notice],
) -> tuple[_Entry, ...]:
    """Read the entries `[[name]]` (or `[[names]]`) of a TOML file."""
    if path not in files:
        return ()
    try:
        text = decoded(files[path]).text
        table = tomllib.loads(text)
    except LeftOutError as fault:
        notices.append(fault.remark.about(path))
        return ()
    except (ValueError, RecursionError) as error:
        line = re.search(r"line (\d{1,7})", str(error))
        message = f"not TOML: {shown(str(error))}; correct it"
        notices.append(Remark("desk-file", int(line[1]) if line else None, message, "error").about(path))
        return ()
    remarks = [
        Remark("unknown-key", None, f"nothing is done with {shown(key)!r}; write [[{name}]]")
        for key in table
        if key not in {name, f"{name}s"}
    ]
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.lstrip().startswith(f"[[{name}")]
    found, faults = _read_each(table.get(name) or table.get(f"{name}s") or [], name, read, path, lines, scale)
    notices += [remark.about(path) for remark in (*remarks, *faults)]
    return tuple(found)


def _read_each(
    raw: object,
    name: str,
    read: Callable[[dict[str, Any], Place], _Entry],
    path: str,
    lines: Sequence[int],
    scale: tuple[Marking, ...],
) -> tuple[list[_Entry], list[Remark]]:
    found: list[_Entry] = []
    faults: list[Remark] = []
    for number, entry in enumerate(raw if isinstance(raw, list) else [raw]):
        line = lines[number] if number < len(lines) else None
        try:
            if not isinstance(entry, dict):
                message = f"an entry must be a table; write [[{name}]]"
                raise EntryError(message)  # noqa: TRY301 - reported like any other mistake of the entry
            found.append(read(entry, Place(path, line, scale)))
        except EntryError as error:
            faults.append(Remark("desk-file", line, str(error), error.level))
    return found, faults


def only_known(entry: dict[str, Any], *keys: str) -> None:
    """Refuse an entry with a key nobody reads."""
    for key in entry:
        if key not in keys:
            nearest = get_close_matches(key, keys, n=1)
            advice = f"did you mean {nearest[0]}?" if nearest else f"known are {', '.join(keys)}"
            message = f"no key is called {shown(key)!r}; {advice}"
            raise EntryError(message)


def needed(entry: dict[str, Any], key: str) -> str:
    """Give a text that must be there."""
    value = text(entry, key)
    if not value:
        message = f"{key} is missing; add it"
        raise EntryError(message)
    return value


def text(entry: dict[str, Any], key: str) -> str | None:
    """Give a text, None when the key is not there."""
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        message = f"{key} must be a text; put it in quotation marks"
        raise EntryError(message)
    return value


def flag(entry: dict[str, Any], key: str) -> bool:
    """Give true or false; false when the key is not there."""
    value = entry.get(key, False)
    if not isinstance(value, bool):
        message = f"{key} must be true or false, without quotation marks"
        raise EntryError(message)
    return value


def texts(entry: dict[str, Any], key: str) -> tuple[str, ...]:
    """Give a list of texts."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        message = f'{key} must be a list of texts; write {key} = ["…", "…"]'
        raise EntryError(message)
    return tuple(value)


def localised(entry: dict[str, Any], key: str, *, is_needed: bool = False) -> Localised:
    """Give a text in both languages; one without a language stands for both."""
    value = entry.get(key, "")
    if isinstance(value, str):
        found = Localised(value, value)
    elif isinstance(value, dict) and value.keys() <= {"tr", "en"} and all(isinstance(v, str) for v in value.values()):
        found = Localised(value.get("tr", ""), value.get("en", ""))
    else:
        message = f'{key} must be a text in tr and en; write {key}.tr = "…"'
        raise EntryError(message)
    if is_needed and not (found.tr or found.en):
        message = f"{key} is missing; add {key}.tr and {key}.en"
        raise EntryError(message)
    return found


def marking(entry: dict[str, Any], place: Place) -> str | None:
    """Give the id of an entry's marking on the desk's scale; one that is not on it leaves the entry out."""
    value = text(entry, "marking")
    return None if value is None else marking_on_scale(value, place.scale)


def marking_on_scale(words: str, scale: tuple[Marking, ...]) -> str:
    """Give the id of the step that some words name. `UnknownMarkingError` when nobody knows it."""
    wanted = folded(words)
    for step in scale:
        if wanted in {folded(step.id), folded(step.label.tr), folded(step.label.en)}:
            return step.id
    known = ", ".join(step.id for step in scale) or "none"
    message = f"marking {shown(words)!r} is not on the desk's scale (known: {known}); correct it"
    raise UnknownMarkingError(message)
