"""What an English number counts: the head of the noun phrase behind it, in the singular.

"28 points" counts point, "93,973 electric cars" car, "5 Uzbek citizens" citizen, "28-point plan" point.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from briefings.languages.number_context import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

_FARTHEST = 5
_SHORTEST_PLURAL = 4
_HYPHENS = ("-", "‑")
_AGE_UNITS = {
    "year": "year",
    "years": "year",
    "month": "month",
    "months": "month",
    "week": "week",
    "weeks": "week",
    "day": "day",
    "days": "day",
}


class _Nouns(NamedTuple):
    irregular: dict[str, str]
    invariant: frozenset[str]
    stops: frozenset[str]
    not_plural: frozenset[str]
    adjective_endings: tuple[str, ...]
    adjectives: frozenset[str]
    compounds: frozenset[str]


@cache
def _nouns() -> _Nouns:
    data = tomllib.loads(files("briefings.languages").joinpath("en", "nouns.toml").read_text(encoding="utf-8"))
    words = data["words"]
    return _Nouns(
        data["irregular"],
        frozenset(words["invariant"].split()),
        frozenset(words["stops"].split()),
        frozenset(words["not_plural"].split()),
        tuple(words["adjective_endings"].split()),
        frozenset(words["adjectives"].split()),
        frozenset(compound.replace("_", " ") for compound in words["compounds"].split()),
    )


def counted(tokens: Sequence[Token], position: int, barred: frozenset[int], *, single: bool) -> Head | None:
    """Give the lemma of what the number before token `position` counts; `single` when a singular noun is expected."""
    nouns = _nouns()
    if (
        position < len(tokens)
        and tokens[position].folded in _HYPHENS
        and tokens[position - 1].after == tokens[position].start
    ):
        return _hyphened(tokens, position + 1, nouns)
    last: int | None = None
    for place in range(position, min(len(tokens), position + _FARTHEST)):
        token = tokens[place]
        word = token.folded
        if token.kind != "word" or place in barred or word in nouns.stops or token.suffix not in {"", "s"}:
            break
        if token.suffix:
            continue
        if _plural(word, nouns) and not (word in nouns.invariant and _plural_at(tokens, place + 1, nouns)):
            return Head(_compound(tokens, place, position, nouns), known=True)
        if last is not None and word.endswith("ed"):
            break
        if single and not token.capital and word not in nouns.adjectives:
            last = place
            if not word.endswith(nouns.adjective_endings):
                break
    return Head(_compound(tokens, last, position, nouns), known=False) if last is not None else None


def _plural_at(tokens: Sequence[Token], place: int, nouns: _Nouns) -> bool:
    return place < len(tokens) and tokens[place].kind == "word" and _plural(tokens[place].folded, nouns)


def is_plural(word: str) -> bool:
    """Say whether an English word, in lower case, looks like a noun in the plural."""
    nouns = _nouns()
    return word not in nouns.stops and _plural(word, nouns)


def _compound(tokens: Sequence[Token], place: int, first: int, nouns: _Nouns) -> str:
    """Give the noun at `place` in the singular, with the words before it that make one thing with it."""
    head = singular(tokens[place].folded)
    for begin in range(max(first, place - 2), place):
        phrase = " ".join([*(token.folded for token in tokens[begin:place]), head])
        if phrase in nouns.compounds:
            return phrase
    return head


def _hyphened(tokens: Sequence[Token], position: int, nouns: _Nouns) -> Head | None:
    """Give the noun of "28-point plan"."""
    if position >= len(tokens) or tokens[position].start != tokens[position - 1].end:
        return None
    token = tokens[position]
    if token.kind != "word" or token.capital or token.folded in nouns.stops:
        return None
    return Head(singular(token.folded), known=True)


def _plural(word: str, nouns: _Nouns) -> bool:
    if word in nouns.irregular or word in nouns.invariant:
        return True
    if len(word) < _SHORTEST_PLURAL or word in nouns.not_plural:
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def singular(word: str) -> str:
    """Give the singular of an English noun; a word that is no plural comes back as it was."""
    nouns = _nouns()
    if word in nouns.irregular:
        return nouns.irregular[word]
    if not _plural(word, nouns) or word in nouns.invariant:
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def age_behind(tokens: Sequence[Token], position: int) -> tuple[str, int] | None:
    """Read "years old", "-month-old", "weeks of age" at `position`; gives the unit of age and the token behind it."""
    words = [token.folded for token in tokens[position : position + _FARTHEST]]
    hyphens = 1 if words[:1] and words[0] in _HYPHENS else 0
    unit = _AGE_UNITS.get(words[hyphens]) if len(words) > hyphens else None
    if unit is None:
        return None
    rest = words[hyphens + 1 :]
    if rest[:1] and rest[0] in {"old", "olds"}:
        return unit, position + hyphens + 2
    if rest[:2] and rest[0] in _HYPHENS and rest[1:2] in (["old"], ["olds"]):
        return unit, position + hyphens + 3
    return (unit, position + hyphens + 3) if rest[:2] == ["of", "age"] else None
