"""The glossary of offices (offices.toml, and `[[office]]` of the desk's names.toml), laid out for either language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.casing import capitalised, lower
from briefings.languages.names.loading import table
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

Pairs = tuple[tuple[str, str], ...]
"""Offices of the desk's own: Turkish, English."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Offices by their lower-case form in one language; values are in the other one."""

    offices: dict[str, tuple[str, str]]
    """From Turkish the English twice, from English the bare and the possessed Turkish form."""
    modifiers: dict[str, str]


@cache
def from_turkish_glossary(own: Pairs) -> Glossary:
    """Give the glossary for reading Turkish offices."""
    content = table("offices")
    rows = [*_fields(), *content["offices"].values()]
    offices = {lower(form, "tr"): (english, english) for bare, of, english in rows for form in (bare, of)}
    offices |= {lower(turkish, "tr"): (english, english) for turkish, english in own}
    return Glossary(offices, dict(content["modifiers"]))


@cache
def from_english_glossary(own: Pairs) -> Glossary:
    """Give the glossary for reading English offices; of several Turkish twins the first counts."""
    content = table("offices")
    known = [(english, bare, of) for bare, of, english in reversed(content["offices"].values())]
    twins = [(english, bare, of) for english, (bare, of) in content["english"].items()]
    desk = [(english, turkish, turkish) for turkish, english in own]
    rows = (*_english_fields(), *known, *twins, *desk)
    offices = {lower(english, "en"): (bare, of) for english, bare, of in rows}
    modifiers = {lower(english, "en"): turkish for turkish, english in reversed(content["modifiers"].items())}
    return Glossary(offices, modifiers)


@cache
def ministries() -> dict[str, str]:
    """Give the bodies every country has: Turkish in lower case → English."""
    content = table("offices")
    composed = {f"{field} bakanlığı": f"Ministry of {english}" for field, english in content["fields"].items()}
    return composed | dict(content["ministries"])


def _fields() -> Iterator[tuple[str, str, str]]:
    """Give minister and deputy minister of every field: Turkish twice, English."""
    for field, english in table("offices")["fields"].items():
        yield f"{field} bakanı", f"{field} bakanı", f"Minister of {english}"
        yield f"{field} bakan yardımcısı", f"{field} bakan yardımcısı", f"Deputy Minister of {english}"


def _english_fields() -> Iterator[tuple[str, str, str]]:
    """Give what English calls them: "Minister of Transport", "transport minister", "deputy transport minister"."""
    for field, english in table("offices")["fields"].items():
        plain = english.removeprefix("the ")
        for front, back in (("", "bakanı"), ("deputy ", "bakan yardımcısı")):
            for form in (f"minister of {english}", f"minister for {english}", f"{plain} minister"):
                yield front + form, f"{field} {back}", f"{field} {back}"


def titled(text: str) -> str:
    """Give Turkish words as in a title: "dışişleri bakanı" becomes "Dışişleri Bakanı", "ve" stays small."""
    return " ".join(word if word == "ve" else capitalised(word, "tr") for word in text.split())
