"""The desk's own names (names.toml): they win over everything that is built in."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from briefings.languages.ascii import slug
from briefings.languages.names.table import NameEntry, NameKind, NameTable
from briefings.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.model import Outlet

_KINDS: tuple[NameKind, ...] = ("person", "organization", "place")
_OFFICE = "office"
_FIELDS = ("id", "tr", "en", "aliases", "office", "watch")
_HIGHEST_WATCH = 100


def with_desk_names(names: NameTable, toml_text: str, path: str) -> tuple[NameTable, tuple[Notice, ...]]:
    """Give the table with the names of a names.toml before all others, and what is wrong with the file.

    The format is in docs/names.md. An entry that cannot be used is left out with a warning; the rest counts.
    """
    try:
        content = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        message = f"this is not TOML ({error}); names of the desk are not used"
        return names, (Notice("warning", "names-unreadable", path, None, message),)
    entries: dict[str, NameEntry] = {}
    known_keys = (*_KINDS, _OFFICE)
    notices = [_unknown(key, known_keys, path, "names.toml") for key in content if key not in known_keys]
    offices = _offices(content.get(_OFFICE), path, notices)
    for kind in _KINDS:
        for number, row in enumerate(_rows(content.get(kind)), start=1):
            entry, wrong = _entry(kind, row, f"{kind} {number}", path)
            notices.extend(wrong)
            if entry is not None and entry.key in entries:
                notices.append(_warning(path, f"{kind} {number}: id {entry.key!r} is used twice; the later one counts"))
            if entry is not None:
                entries[entry.key] = _completed(entry, names)
    kept = {key: entry for key, entry in names.entries.items() if key not in entries}
    return NameTable(entries | kept, names.own | frozenset(entries), offices + names.offices), tuple(notices)


def _offices(value: Any, path: str, notices: list[Notice]) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    """Read the desk's glossary of offices: `[[office]]` with tr and en."""
    found: list[tuple[str, str]] = []
    for number, row in enumerate(_rows(value), start=1):
        where = f"{_OFFICE} {number}"
        if not isinstance(row, dict):
            notices.append(_warning(path, f"{where}: write [[{_OFFICE}]] and tr and en below it"))
            continue
        notices += [_unknown(key, ("tr", "en"), path, where) for key in row if key not in {"tr", "en"}]
        pair = _text(row.get("tr")), _text(row.get("en"))
        if all(pair):
            found.append(pair)
        else:
            notices.append(_warning(path, f"{where}: an office needs its name in both languages; give tr and en"))
    return tuple(found)


def with_outlets(names: NameTable, outlets: Iterable[Outlet]) -> NameTable:
    """Give the table with the desk's outlets (outlets.toml) as organisations; names it holds stay as they are."""
    known = {name for entry in names.entries.values() for name in entry.names}
    entries = {
        f"outlet:{slug(outlet.name)}": NameEntry(
            f"outlet:{slug(outlet.name)}", "organization", outlet.name, outlet.name, outlet.aliases
        )
        for outlet in outlets
        if outlet.name not in known
    }
    return NameTable(names.entries | entries, names.own | frozenset(entries), names.offices) if entries else names


def _completed(entry: NameEntry, names: NameTable) -> NameEntry:
    """Keep what the built-in entry of the same id knows besides: aliases and demonyms."""
    before = names.entries.get(entry.key)
    if before is None:
        return entry
    aliases = tuple(dict.fromkeys((*entry.aliases, *before.names)))
    return NameEntry(
        entry.key,
        entry.kind,
        entry.tr,
        entry.en,
        aliases,
        entry.office_tr,
        entry.office_en,
        entry.watch,
        before.demonyms,
    )


def _rows(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return tuple(value) if isinstance(value, list) else (() if value is None else (value,))


def _entry(kind: NameKind, row: Any, where: str, path: str) -> tuple[NameEntry | None, list[Notice]]:  # noqa: ANN401
    if not isinstance(row, dict):
        return None, [_warning(path, f"{where}: write [[{kind}]] and name = value lines below it")]
    notices = [_unknown(key, _FIELDS, path, where) for key in row if key not in _FIELDS]
    turkish, english = _text(row.get("tr")), _text(row.get("en"))
    if not (turkish or english):
        return None, [*notices, _warning(path, f"{where}: has no name; give tr or en")]
    office: Any = row["office"] if isinstance(row.get("office"), dict) else {}
    aliases = tuple(alias for one in _rows(row.get("aliases")) if (alias := _text(one)))
    key = _text(row.get("id")) or f"{kind}:{slug(turkish or english)}"
    entry = NameEntry(
        key=key,
        kind=kind,
        tr=turkish or english,
        en=english or turkish,
        aliases=aliases,
        office_tr=_text(office.get("tr")),
        office_en=_text(office.get("en")),
        watch=_watch(row.get("watch"), where, path, notices),
    )
    return entry, notices


def _text(value: Any) -> str:  # noqa: ANN401
    return " ".join(value.split()) if isinstance(value, str) else ""


def _watch(value: Any, where: str, path: str, notices: list[Notice]) -> int:  # noqa: ANN401
    if value is None:
        return 0
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _HIGHEST_WATCH:
        return value
    notices.append(_warning(path, f"{where}: watch is {value!r}; give a whole number from 0 to {_HIGHEST_WATCH}"))
    return 0


def _unknown(key: str, known: tuple[str, ...], path: str, where: str) -> Notice:
    nearest = get_close_matches(key, known, n=1)
    advice = f"did you mean {nearest[0]!r}?" if nearest else f"known are {', '.join(known)}"
    return _warning(path, f"{where}: {key!r} is not known; {advice}")


def _warning(path: str, message: str) -> Notice:
    return Notice("warning", "names-entry", path, None, message)
