"""Stems for comparing texts: the first five letters of a word.

For Turkish this is as good for matching news as a morphological analyser (Can et al., "Information retrieval on
Turkish texts", JASIST 59, 2008, stemmer F5), and it serves English well enough for the same purpose.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from briefings.languages.tokens import tokens_of

LETTERS = 5


def stems_of(text: str, start: int, end: int, language: str) -> tuple[str, ...]:
    """Give the stems of the content words of `text[start:end]`, in text order; function words are left out."""
    stop = stop_words(language)
    return tuple(
        token.folded[:LETTERS]
        for token in tokens_of(text, start, end, language)
        if token.kind == "word" and len(token.folded) > 2 and token.folded not in stop
    )


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give a language's function words and the words every news text holds; none for other languages."""
    if language not in {"tr", "en"}:
        return frozenset()
    text = files("briefings.languages").joinpath(language, "stop_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
