"""Turkish offices put into English: "[body] [modifier] office", the office at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefings.languages.casing import lower
from briefings.languages.names.loading import table
from briefings.languages.names.offices.bodies import country_body, entry_of, with_article
from briefings.languages.names.offices.glossary import from_turkish_glossary

if TYPE_CHECKING:
    from briefings.languages.names.offices.glossary import Glossary
    from briefings.languages.names.table import NameTable

_GENITIVE: Final = re.compile(r"(.+?)['’](?:n?[ıiuü]n)$")


def from_turkish(role: str, names: NameTable) -> str | None:
    """Give a Turkish office in English, None when a part of it is not known."""
    glossary = from_turkish_glossary(names.offices)
    before, rest = _leading_modifiers(role.split(), glossary)
    for at in range(len(rest)):
        office = glossary.offices.get(lower(" ".join(rest[at:]), "tr"))
        if office is None:
            continue
        told = _told(office[0], rest[:at], names)
        if told is not None:
            return " ".join([*before, told])
    return None


def _told(office: str, owner: list[str], names: NameTable) -> str | None:
    """Put an office and its owner together, None when nobody knows the owner."""
    if not owner:
        return office
    sent = _sent(office, owner, names)
    if sent is not None:
        return sent
    plain = " ".join(_nominative(word) for word in owner)
    entry = entry_of(plain, "tr", names)
    if entry is None:
        body = country_body(plain, names)
        return None if body is None else f"{_fitting(office, body)} of the {body}"
    if entry.kind == "place" and not entry.key.startswith("country:") and office in _envoys():
        return f"{office} to {entry.en}"
    return f"{_fitting(office, entry.en)} of {with_article(entry)}"


def _sent(office: str, owner: list[str], names: NameTable) -> str | None:
    """Read who is sent by whom to where: "Türkiye'nin Atina Büyükelçisi", "BM Suriye Özel Temsilcisi"."""
    if office not in _envoys() and office not in _deputed():
        return None
    for at in range(1, len(owner)):
        sender = entry_of(" ".join(_nominative(word) for word in owner[:at]), "tr", names)
        place = entry_of(" ".join(owner[at:]), "tr", names)
        if sender is not None and place is not None:
            return f"{office} of {with_article(sender)} {'to' if office in _envoys() else 'for'} {with_article(place)}"
    return None


def _fitting(office: str, owner: str) -> str:
    """Give the word English has for an office of such a body: a central bank has a governor."""
    rows: dict[str, dict[str, str]] = table("offices")["by_body"]
    return next((words[office] for ending, words in rows.items() if ending in owner and office in words), office)


def _envoys() -> frozenset[str]:
    return frozenset(table("offices")["sent"]["to"])


def _deputed() -> frozenset[str]:
    return frozenset(table("offices")["sent"]["for"])


def _nominative(word: str) -> str:
    """Take the genitive off a name: "Türkiye'nin"."""
    match = _GENITIVE.fullmatch(word)
    return match[1] if match else word


def _leading_modifiers(words: list[str], glossary: Glossary) -> tuple[list[str], list[str]]:
    found: list[str] = []
    while len(words) > 1:
        for count in (2, 1):
            modifier = glossary.modifiers.get(lower(" ".join(words[:count]), "tr"))
            if modifier is not None and len(words) > count:
                found.append(modifier)
                words = words[count:]
                break
        else:
            break
    return found, words
