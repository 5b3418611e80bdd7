"""Offices and bodies in the reader's language, put together from known parts; what is not known stays untranslated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.names.loading import builtin_names
from briefings.languages.names.offices.bodies import body_in, common_body
from briefings.languages.names.offices.english import from_english
from briefings.languages.names.offices.turkish import from_turkish

if TYPE_CHECKING:
    from briefings.languages.names.table import NameTable

__all__ = ["LONGEST_ROLE", "body_in", "common_body", "office_for", "office_in"]

LONGEST_ROLE = 160
"""Letters; a longer "office" is none."""


def office_in(role: str, source: str, target: str, names: NameTable | None = None) -> str | None:
    """Give an office in the target language, None when a part of it is not in the tables.

    "ABD Özel Temsilcisi" becomes "Special Representative of the United States", "Ukrainian foreign minister"
    "Ukrayna Dışişleri Bakanı". Only whole known parts are put together, nothing is left out and nothing added.
    The desk's own glossary wins. Without `names` the built-in tables serve.
    """
    role = " ".join(role.split())
    names = names or builtin_names()
    if source == target:
        return role
    if {source, target} != {"tr", "en"} or not 0 < len(role) <= LONGEST_ROLE:
        return None
    return from_turkish(role, names) if source == "tr" else from_english(role, names)


def office_for(key: str, role: str, source: str, target: str, names: NameTable) -> str | None:
    """Give a person's stated office in the target language, None when it cannot be said.

    `key` is the person's. The written words in their own language, else what the tables put together, else the office
    the name table holds for the person in that language.
    """
    told = office_in(role, source, target, names)
    entry = names.entries.get(key)
    if told is not None or entry is None:
        return told
    return (entry.office_tr if target == "tr" else entry.office_en) or None
