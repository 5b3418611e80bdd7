"""Known names: countries, cities, bodies, and the desk's own (names.toml), which always win."""

from __future__ import annotations

from briefings.languages.names.loading import builtin_names
from briefings.languages.names.offices import body_in, office_for, office_in
from briefings.languages.names.own import with_desk_names, with_outlets
from briefings.languages.names.table import KnownName, NameEntry, NameKind, NameTable

__all__ = [
    "KnownName",
    "NameEntry",
    "NameKind",
    "NameTable",
    "body_in",
    "builtin_names",
    "office_for",
    "office_in",
    "with_desk_names",
    "with_outlets",
]
