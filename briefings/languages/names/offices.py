"""Offices and bodies in the reader's language, put together from known parts; what is not known stays untranslated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.casing import capitalised, lower
from briefings.languages.names.loading import builtin_names, table

if TYPE_CHECKING:
    from briefings.languages.names.table import NameEntry, NameTable

LONGEST_ROLE = 160
"""Letters; a longer "office" is none."""


@dataclass(frozen=True, slots=True)
class _Glossary:
    """Offices by their lower-case form in one language; values are in the other one."""

    offices: dict[str, tuple[str, str]]
    """For Turkish the bare and the possessed form, for English the same form twice."""
    bodies: dict[str, str]
    modifiers: dict[str, str]


def office_in(role: str, source: str, target: str, names: NameTable | None = None) -> str | None:
    """Give an office in the target language, None when a part of it is not in the tables.

    "ABD Özel Temsilcisi" becomes "Special Representative of the United States", "Ukrainian foreign minister"
    "Ukrayna Dışişleri Bakanı". Only whole known parts are put together, nothing is left out and nothing added.
    Without `names` the built-in tables serve.
    """
    role = " ".join(role.split())
    names = names or builtin_names()
    if source == target:
        return role
    if {source, target} != {"tr", "en"} or not 0 < len(role) <= LONGEST_ROLE:
        return None
    return _from_turkish(role, names) if source == "tr" else _from_english(role, names)


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
        return _country_body(name, names)
    turkish = _english_bodies().get(_turned(name))
    return None if turkish is None else _titled(turkish)


def common_body(name: str, language: str, names: NameTable) -> str | None:
    """Give the English name of a body every country has, one form for all; None for other bodies.

    "Ministry of Transport", "Transport Ministry" and "Ulaştırma Bakanlığı" are one.
    """
    if language == "tr":
        told = _country_body(name, names)
        return None if told is None else _turned(told)
    turned = _turned(name)
    return turned if turned in _english_bodies() else None


def _turned(name: str) -> str:
    """Put "Ministry of Transport" as "transport ministry"."""
    small = lower(name.removeprefix("The ").removeprefix("the "), "en")
    return f"{small.removeprefix('ministry of ')} ministry" if small.startswith("ministry of ") else small


@cache
def _english_bodies() -> dict[str, str]:
    """Give the Turkish for the English bodies every country has, in the form of `_turned`."""
    found = {_turned(english): turkish for turkish, english in _glossary("tr").bodies.items()}
    return {english: turkish for english, turkish in found.items() if english.endswith(" ministry")}


def _country_body(name: str, names: NameTable) -> str | None:
    words = name.split()
    for at in range(len(words) + 1):
        body = _glossary("tr").bodies.get(lower(" ".join(words[at:]), "tr"))
        if body is None:
            continue
        if at == 0:
            return body
        owner = _entry(" ".join(words[:at]), "tr", names)
        return f"{body} of {_with_article(owner)}" if owner is not None and owner.kind == "place" else None
    return None


def _from_turkish(role: str, names: NameTable) -> str | None:
    """Read "[body] [modifier] office", the office at the end."""
    words, glossary = role.split(), _glossary("tr")
    before, rest = _leading_modifiers(words, glossary)
    for at in range(len(rest)):
        office = glossary.offices.get(lower(" ".join(rest[at:]), "tr"))
        if office is None:
            continue
        title = " ".join([*before, *([] if office[0] == "" else [office[0]])])
        if at == 0:
            return title
        owner = _owner(" ".join(rest[:at]), names)
        if owner is not None:
            return f"{title} of {owner}"
    return None


def _leading_modifiers(words: list[str], glossary: _Glossary) -> tuple[list[str], list[str]]:
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


def _owner(name: str, names: NameTable) -> str | None:
    """Give the body or country an office belongs to in English, with its article."""
    entry = _entry(name, "tr", names)
    if entry is not None:
        return _with_article(entry)
    body = _country_body(name, names)
    return None if body is None else f"the {body}"


def _entry(name: str, language: str, names: NameTable) -> NameEntry | None:
    key = names.key_of(name, language)
    return None if key is None else names.entries[key]


def _with_article(entry: NameEntry) -> str:
    name, articles = entry.en, table("offices")["article"]
    if entry.kind == "person" or name in articles["none"] or name.startswith(("the ", "The ")):
        return name
    if entry.key.startswith("country:"):
        return f"the {name}" if entry.key.removeprefix("country:") in articles["countries"] else name
    if entry.kind == "place":
        return name
    last = lower(name.split()[-1], "en")
    return f"the {name}" if last in articles["last_words"].split() or " of " in name else name


def _from_english(role: str, names: NameTable) -> str | None:
    """Read "[former] [country or body] office [of country or body]"."""
    role = role.removeprefix("the ").removeprefix("The ")
    front, of, owner = role.partition(" of ")
    glossary = _glossary("en")
    while of and lower(front, "en") not in glossary.offices and _ends_in_of(role, glossary):
        further, of, rest = owner.partition(" of ")
        front, owner = f"{front} of {further}", rest
    office, before, inner = _english_office(front.split(), glossary)
    if office is None:
        return None
    outer = owner.removeprefix("the ").removeprefix("The ")
    if inner and outer:
        return None
    holder = _turkish_owner(inner or outer, names)
    if (inner or outer) and holder is None:
        return None
    title = _titled((_by_country(holder, front) or office[1]) if holder else office[0])
    return " ".join([*before, *([holder] if holder else []), title])


def _by_country(holder: str, office: str) -> str | None:
    """Give the Turkish word a country has for an office of its own ("ABD Başkanı")."""
    words = lower(office, "en").split()
    found: str | None = table("offices")["by_country"].get(holder, {}).get(words[-1] if words else "")
    return found


def _ends_in_of(role: str, glossary: _Glossary) -> bool:
    """Say whether an office with "of" in it stands at the beginning or after a country ("US Secretary of State")."""
    small = lower(role, "en")
    return any(f"{form} " in f"{small} " for form in glossary.offices if " of " in form)


def _english_office(words: list[str], glossary: _Glossary) -> tuple[tuple[str, str] | None, list[str], str]:
    before: list[str] = []
    while words and lower(words[0], "en") in glossary.modifiers:
        before.append(glossary.modifiers[lower(words[0], "en")])
        words = words[1:]
    for at in range(len(words)):
        office = glossary.offices.get(lower(" ".join(words[at:]), "en"))
        if office is not None:
            return office, [_titled(one) for one in before], " ".join(words[:at])
    return None, [], ""


def _turkish_owner(name: str, names: NameTable) -> str | None:
    if not name:
        return None
    entry = _entry(name, "en", names) or _demonym(name, names)
    return None if entry is None else entry.tr


def _demonym(name: str, names: NameTable) -> NameEntry | None:
    return next((entry for entry in names.entries.values() if name in entry.demonyms), None)


def _titled(text: str) -> str:
    """Give Turkish words as in a title: "dışişleri bakanı" becomes "Dışişleri Bakanı", "ve" stays small."""
    return " ".join(word if word == "ve" else capitalised(word, "tr") for word in text.split())


@cache
def _glossary(language: str) -> _Glossary:
    content = table("offices")
    if language == "tr":
        offices = {
            lower(form, "tr"): (english, english)
            for bare, of, english in content["offices"].values()
            for form in (bare, of)
        }
        return _Glossary(offices, dict(content["ministries"]), dict(content["modifiers"]))
    own = {lower(english, "en"): (bare, of) for bare, of, english in reversed(content["offices"].values())}
    twins = {english: (bare, of) for english, (bare, of) in content["english"].items()}
    modifiers = {lower(english, "en"): turkish for turkish, english in reversed(content["modifiers"].items())}
    return _Glossary(own | twins, {}, modifiers)
