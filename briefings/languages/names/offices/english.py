"""English offices put into Turkish: "[former] [country or body] office [of, for or to a country or body]"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefings.languages.casing import lower
from briefings.languages.names.loading import table
from briefings.languages.names.offices.bodies import place_of, turkish_body
from briefings.languages.names.offices.glossary import from_english_glossary, titled
from briefings.languages.tr.suffixes import with_suffix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.languages.names.offices.glossary import Glossary
    from briefings.languages.names.table import NameTable

_LINK: Final = re.compile(r" (?:of|for|to) ")


class _Front(NamedTuple):
    """What stands before "of", "for", "to"."""

    words: str
    """The office in lower case."""
    bare: str
    possessed: str
    before: tuple[str, ...]
    """Modifiers, in Turkish."""
    owner: str


def from_english(role: str, names: NameTable) -> str | None:
    """Give an English office in Turkish, None when a part of it is not known."""
    role = role.removeprefix("the ").removeprefix("The ")
    glossary = from_english_glossary(names.offices)
    parts = [(role, "", "")]
    parts += [(role[: link.start()], link[0].strip(), role[link.end() :]) for link in _LINK.finditer(role)]
    told = (
        _told(read, link, owner, names) for front, link, owner in parts for read in _fronts(front.split(), glossary)
    )
    return next((turkish for turkish in told if turkish is not None), None)


def _fronts(words: list[str], glossary: Glossary) -> Iterator[_Front]:
    """Give the ways to read "[former] [owner] office", the longest office first."""
    before: list[str] = []
    while words and lower(words[0], "en") in glossary.modifiers:
        before.append(titled(glossary.modifiers[lower(words[0], "en")]))
        words = words[1:]
    for at in range(len(words)):
        small = lower(" ".join(words[at:]), "en")
        if (office := glossary.offices.get(small)) is not None:
            yield _Front(small, *office, tuple(before), " ".join(words[:at]))


def _told(front: _Front, link: str, outer: str, names: NameTable) -> str | None:
    """Put an office and its owners together, None when nobody knows one of them."""
    inner = _turkish(front.owner, names) if front.owner else ""
    place = _turkish(outer, names) if outer else ""
    if inner is None or place is None or (inner and place and link == "of"):
        return None
    owners = [with_suffix(inner, "genitive") if inner and link == "to" else inner, place]
    holder = " ".join(owner for owner in owners if owner)
    title = _title(front, inner or place) if holder else front.bare
    return " ".join([*front.before, *([holder] if holder else []), titled(title)])


def _title(front: _Front, holder: str) -> str:
    """Give the Turkish word a country or a body has for an office of its own: "ABD Başkanı"."""
    special = table("offices")["own_titles"].get(front.words, {})
    for title, holders in special.items():
        if any(holder == one or (one.startswith("*") and holder.endswith(one[1:])) for one in holders):
            return str(title)
    return front.possessed


def _turkish(name: str, names: NameTable) -> str | None:
    """Give the Turkish name of a country, a people's country or a body."""
    entry = place_of(name, names)
    return entry.tr if entry is not None else turkish_body(name, names)
