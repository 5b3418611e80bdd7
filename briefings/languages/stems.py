"""Stems for comparing texts: the first five letters of a word.

For Turkish this is as good for matching news as a morphological analyser (Can et al., "Information retrieval on
Turkish texts", JASIST 59, 2008, stemmer F5), and it serves English well enough for the same purpose.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.languages.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LETTERS = 5
_SHORTEST = 3


def stems_of(text: str, start: int, end: int, language: str) -> tuple[str, ...]:
    """Give the stems of the content words of `text[start:end]`, in text order; function words are left out."""
    return stems_among(words_of(text, start, end, language), language)


def stems_among(words: Iterable[str], language: str) -> tuple[str, ...]:
    """Give the stems of the content words among words and numbers in lower case, in their order."""
    return tuple(filter(None, map(_stemmer(language), words)))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """Give what cuts a word to its stem, "" for one without content; a word is looked at once."""
    stop = stop_words(language)

    @lru_cache(maxsize=1 << 16)
    def stem(word: str) -> str:
        return "" if len(word) < _SHORTEST or word in stop or word[0].isdecimal() else word[:LETTERS]

    return stem


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give a language's function words and the words every news text holds; none for other languages."""
    if language not in {"tr", "en"}:
        return frozenset()
    text = files("briefings.languages").joinpath(language, "stop_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
