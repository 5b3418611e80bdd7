"""Organisations in the reader's language: known names, and the ministries and their like that every country has."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.casing import lower
from briefings.languages.names.loading import table
from briefings.languages.names.offices.glossary import ministries, titled

if TYPE_CHECKING:
    from briefings.languages.names.table import NameEntry, NameTable


def body_in(name: str, source: str, target: str, names: NameTable) -> str | None:
    """Give an organisation's name in the target language, None when it is not in the tables.

    Known names first, then what every country has: "Ukrayna Dışişleri Bakanlığı", "Foreign Ministry of Ukraine".
    """
    if source == target:
        return name
    key = names.key_of(name, source)
    if key is not None:
        return names.display(key, target)
    if source == "tr":
        return country_body(name, names)
    turkish = _english_ministries().get(_turned(name))
    return None if turkish is None else titled(turkish)


def common_body(name: str, language: str, names: NameTable) -> str | None:
    """Give the English name of a body every country has, one form for all; None for other bodies.

    "Ministry of Transport", "Transport Ministry" and "Ulaştırma Bakanlığı" are one.
    """
    if language == "tr":
        told = country_body(name, names)
        return None if told is None else _turned(told)
    turned = _turned(name)
    return turned if turned in _english_ministries() else None


def country_body(name: str, names: NameTable) -> str | None:
    """Give the English for a Turkish "[country] body", None when it is none."""
    words = name.split()
    for at in range(len(words) + 1):
        body = ministries().get(lower(" ".join(words[at:]), "tr"))
        if body is None:
            continue
        if at == 0:
            return body
        owner = entry_of(" ".join(words[:at]), "tr", names)
        return f"{body} of {with_article(owner)}" if owner is not None and owner.kind == "place" else None
    return None


def turkish_body(name: str, names: NameTable) -> str | None:
    """Give the Turkish for an English "[country's] body" or "body of country", None when it is none."""
    front, of, country = name.partition(" of ")
    for body, owner in ((name, ""), (front, country if of else "")):
        turkish = _english_bodies().get(_turned(body))
        if turkish is not None and body != name and (place := place_of(owner, names)) is not None:
            return f"{place.tr} {titled(turkish)}"
        if turkish is not None and body == name:
            return titled(turkish)
    words = name.split()
    for at in range(1, len(words)):
        turkish = _english_bodies().get(_turned(" ".join(words[at:])))
        place = place_of(" ".join(words[:at]), names)
        if turkish is not None and place is not None:
            return f"{place.tr} {titled(turkish)}"
    return None


def entry_of(name: str, language: str, names: NameTable) -> NameEntry | None:
    """Give the entry a whole name stands for."""
    key = names.key_of(name, language)
    return None if key is None else names.entries[key]


def place_of(name: str, names: NameTable) -> NameEntry | None:
    """Give the country or place an English name, or a word for its people, stands for."""
    plain = name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    return entry_of(plain, "en", names) or names.of_people(plain)


def with_article(entry: NameEntry) -> str:
    """Give an entry's English name, with the article it takes within a sentence."""
    name, articles = entry.en, table("offices")["article"]
    if entry.kind == "person" or name in articles["none"] or name.startswith(("the ", "The ")):
        return name
    if entry.key.startswith("country:"):
        return f"the {name}" if entry.key.removeprefix("country:") in articles["countries"] else name
    if entry.kind == "place":
        return name
    last = lower(name.split()[-1], "en")
    return f"the {name}" if last in articles["last_words"].split() or " of " in name else name


def _turned(name: str) -> str:
    """Put "Ministry of Transport" as "transport ministry"."""
    small = lower(name.removeprefix("The ").removeprefix("the "), "en")
    return f"{small.removeprefix('ministry of ')} ministry" if small.startswith("ministry of ") else small


@cache
def _english_bodies() -> dict[str, str]:
    """Give the Turkish for the English bodies every country has, in the form of `_turned`."""
    return {_turned(english): turkish for turkish, english in ministries().items()}


@cache
def _english_ministries() -> dict[str, str]:
    return {english: turkish for english, turkish in _english_bodies().items() if english.endswith(" ministry")}
