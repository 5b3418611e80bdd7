"""What words are about, the same in both languages, and what they say of a claim: a plan, a rate, a part, a change.

Words are known by how they begin; the longest beginning counts. Two words joined by "_" stand for the pair.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_SHORTEST = 2
"""Letters of the shortest beginning."""


def concepts_among(words: Sequence[str], language: str) -> frozenset[str]:
    """Give what some words in lower case, in their order, are about."""
    return _found(words, language, _concepts)


def aspects_among(words: Sequence[str], language: str) -> frozenset[str]:
    """Give what some words say of a claim: "change", "planned", "rate", "part", "earlier" and others."""
    return _found(words, language, _aspects)


@cache
def deeds() -> frozenset[str]:
    """Give the concepts that say what happens: numbers of one story that share one count the same."""
    return frozenset(tomllib.loads(_text("concepts.toml"))["deeds"])


@lru_cache(maxsize=1 << 12)
def concept_of(lemma: str, language: str) -> str:
    """Give what a counted noun is the same as in both languages; the lemma with its language when nobody knows.

    The last word of several is the thing: "köy yolu" is a road.
    """
    head = lemma.rpartition(" ")[2]
    known = (_things(language).get(lemma), _things(language).get(head), *sorted(concepts_among((head,), language)))
    return next((name for name in known if name), f"{language}:{lemma}")


def is_human(lemma: str, language: str) -> bool:
    """Say whether people are counted."""
    return lemma.replace(" ", "_") in _people(language)


def _found(words: Sequence[str], language: str, table: Callable[[str], Mapping[str, str]]) -> frozenset[str]:
    known, openings = _looked_up(language, table), _first_of_pairs(language, table)
    if openings.isdisjoint(words):
        return frozenset(filter(None, map(known, words)))
    following = (*words[1:], "")
    paired = (f"{word}_{then}" if word in openings else word for word, then in zip(words, following, strict=True))
    return frozenset(filter(None, map(known, paired)))


@cache
def _looked_up(language: str, table: Callable[[str], Mapping[str, str]]) -> Callable[[str], str | None]:
    """Give what looks a word, or a pair of words, up by its longest known beginning; a word is looked up once."""
    known = table(language)
    lengths: dict[str, list[int]] = {}
    for length, opening in sorted({(len(one), one[:_SHORTEST]) for one in known}, reverse=True):
        lengths.setdefault(opening, []).append(length)

    @lru_cache(maxsize=1 << 16)
    def longest(word: str) -> str | None:
        for length in lengths.get(word[:_SHORTEST], ()):
            if (found := known.get(word[:length])) is not None:
                return found
        return None

    return longest


@cache
def _first_of_pairs(language: str, table: Callable[[str], Mapping[str, str]]) -> frozenset[str]:
    return frozenset(opening.partition("_")[0] for opening in table(language) if "_" in opening)


@cache
def _concepts(language: str) -> dict[str, str]:
    if language not in {"tr", "en"}:
        return {}
    tables = tomllib.loads(_text("concepts.toml")).values()
    return {opening: name for table in tables for name, words in table.items() for opening in words[language].split()}


@cache
def _aspects(language: str) -> dict[str, str]:
    if language not in {"tr", "en"}:
        return {}
    table = tomllib.loads(_text(language, "claims.toml"))
    return {opening: name for name, words in table.items() if name != "people" for opening in words.split()}


@cache
def _people(language: str) -> frozenset[str]:
    if language not in {"tr", "en"}:
        return frozenset()
    return frozenset(tomllib.loads(_text(language, "claims.toml"))["people"].split())


@cache
def _things(language: str) -> dict[str, str]:
    """Give one name for every counted thing that has a word in both languages: "gemi", "ship", "vessel" are "ship"."""
    things = tomllib.loads(_text("units.toml"))["things"]
    named: dict[str, str] = {}
    for turkish, english, _ in things:
        named.setdefault(turkish, english)
    if language == "tr":
        return named
    found: dict[str, str] = {}
    for turkish, english, _ in things:
        found.setdefault(english, named[turkish])
    return found


def _text(*path: str) -> str:
    return files("briefings.languages").joinpath(*path).read_text(encoding="utf-8")
