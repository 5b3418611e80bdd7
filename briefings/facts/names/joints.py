"""Where two names, or a word and a name, stand side by side and the tagger takes them for one: "Orla Portekiz'de"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.facts.names.parts import Line, Part

NAME_AND_SURNAME = 2
_DECLINED = ("ların", "lerin", "çenin", "cenin")
"""Genitives of plurals and languages: what carries one without an apostrophe begins no name."""
_PARTS_OF_LANDS = frozenset(
    {"kuzey", "güney", "doğu", "batı", "orta", "yeni", "eski", "büyük", "aşağı", "yukarı", "iç"}
)


def apart(line: Line, part: Part) -> Iterator[Part]:
    """Give the names in a part of the tagger: no declined word before them, a country for itself behind a place."""
    part = _without_calling(line, _without_declined(line, part))
    country = _country_from(line, part) if part.kind == "place" else part.last
    if country < part.last:
        yield replace(part, last=country)
        yield replace(part, first=country)
    else:
        yield part


def _without_declined(line: Line, part: Part) -> Part:
    """Leave out a first word in the genitive ("Almanların Stalingrad"), but not of a body ("Halkların Birliği")."""
    first, last = line.tokens[part.first], line.tokens[part.last - 1]
    headed = part.kind == "organization" and line.words.head(last.folded) in line.words.organization_heads
    declined = not first.suffix and first.folded.endswith(_DECLINED)
    return replace(part, first=part.first + 1) if declined and not headed and part.last - part.first > 1 else part


def _without_calling(line: Line, part: Part) -> Part:
    """Leave out what a person is, with the capital of the sentence ("Yazar Nehir Ulusoy")."""
    called = part.kind == "person" and line.opens(part.first) and part.last - part.first > NAME_AND_SURNAME
    return (
        replace(part, first=part.first + 1) if called and line.folded[part.first] in line.words.persons_before else part
    )


def _country_from(line: Line, part: Part) -> int:
    """Give where a country at the end of a place's name begins, the end where none is a name for itself."""
    if line.tokens[part.last - 2].folded in _PARTS_OF_LANDS:
        return part.last
    for at in range(part.first + 1, part.last):
        known = line.reading.names.longest_at(line.tokens, at, line.text, line.words.language)
        if known is not None and at + known[0] == part.last and known[1].startswith("country:"):
            return at
    return part.last
