"""The names that come with the program, read once from the tables beside this file."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from briefings.languages.ascii import slug
from briefings.languages.names.table import NameEntry, NameKind, NameTable

_COMMENT = re.compile(r"^#.*$", re.MULTILINE)


@cache
def builtin_names() -> NameTable:
    """Give the table of countries, cities, regions, bodies and much-named people. Read once a process."""
    entries = (
        *_countries(),
        *_entries(table("regions"), "region", "place"),
        *_entries(table("cities"), "city", "place"),
        *(entry for part in ("bodies", "media") for entry in _entries(table("bodies")[part], "body", "organization")),
        *_same(table("bodies")["same"]["names"], "body", "organization"),
        *_entries(table("people")["people"], "person", "person"),
    )
    return NameTable({entry.key: entry for entry in entries})


@cache
def table(name: str) -> dict[str, Any]:
    """Read one of the TOML files of this folder."""
    return tomllib.loads(files("briefings.languages.names").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Read a word list of this folder, words on lines, `#` begins a comment; a missing one holds none."""
    path = files("briefings.languages.names").joinpath(f"{name}.txt")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return frozenset(_COMMENT.sub("", text).split())


def lines(name: str) -> tuple[str, ...]:
    """Read one of the lists of this folder, one name a line."""
    text = files("briefings.languages.names").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _countries() -> tuple[NameEntry, ...]:
    plain, extra = table("countries"), table("country_aliases")
    found = []
    for code, (turkish, english) in plain.items():
        shown = extra["display"].get(code, (turkish, english))
        aliases = (turkish, english, *extra["aliases"].get(code, ()))
        demonyms = tuple(word for words_ in extra["demonyms"].get(code, ()) for word in words_)
        found.append(NameEntry(f"country:{code}", "place", shown[0], shown[1], aliases, demonyms=demonyms))
    return tuple(found)


def _entries(names: dict[str, Any], prefix: str, kind: NameKind) -> tuple[NameEntry, ...]:
    own = tuple(
        NameEntry(f"{prefix}:{identity}", kind, forms[0], forms[1], tuple(forms[2:]))
        for identity, forms in names.items()
        if isinstance(forms, list)
    )
    same = names.get("same")
    return own + (_same(same["names"], prefix, kind) if isinstance(same, dict) else ())


def _same(names: list[str], prefix: str, kind: NameKind) -> tuple[NameEntry, ...]:
    return tuple(NameEntry(f"{prefix}:{slug(name)}", kind, name, name) for name in names)
