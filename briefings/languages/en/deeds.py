"""What an English word shows of who did what: the word lists of deeds.toml, and forms of verbs.

Every question is about words in lower case.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST_PAST: Final = 4
_KEPT: Final = 1 << 14
"""Words whose answers each question keeps."""


@cache
def deed_words() -> Mapping[str, frozenset[str]]:
    """Give the word lists."""
    text = files("briefings.languages").joinpath("en", "deeds.toml").read_text(encoding="utf-8")
    data: dict[str, str] = tomllib.loads(text)
    return {name: frozenset(words.split()) for name, words in data.items()}


@cache
def words_behind_names() -> frozenset[str]:
    """Give the words before which a noun phrase has ended: prepositions and words that open a clause."""
    return deed_words()["prepositions"] | deed_words()["breaks"]


@lru_cache(_KEPT)
def is_finite(word: str) -> bool:
    """Say whether a word can begin the verb of a clause."""
    words = deed_words()
    return word in words["auxiliaries"] or word in words["presents"] or is_past(word)


def is_past(word: str) -> bool:
    """Say whether a word has the form of a past: "signed", "met"."""
    words = deed_words()
    if word in words["past"]:
        return True
    return word.endswith("ed") and len(word) > _SHORTEST_PAST and word not in words["not_verbs"]


@lru_cache(_KEPT)
def is_participle(word: str) -> bool:
    """Say whether a word can stand behind "has" or "was": "signed", "held", "written"."""
    return is_past(word) or word in deed_words()["participles"]


@lru_cache(_KEPT)
def is_adverb(word: str) -> bool:
    """Say whether a word may stand beside a verb: "also", "formally"."""
    return word in deed_words()["adverbs"] or (word.endswith("ly") and len(word) > len("only"))
