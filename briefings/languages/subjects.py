"""What news is about, as subjects that are the same in Turkish and English: "deprem" and "quake" are one."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_PREFIX = 5
"""Letters from which a listed form stands for every word that begins with it."""


def subjects_among(words: Iterable[str], language: str) -> Iterator[str]:
    """Give the subjects that words in lower case stand for, such as "telling.earthquake"; most words have none."""
    return filter(None, map(_looked_up(language), words))


@cache
def _looked_up(language: str) -> Callable[[str], str | None]:
    """Give what looks a word up by itself, then by its longest known beginning; a word is looked up once."""
    forms = _forms(language)
    openings = frozenset(form[:_PREFIX] for form in forms)

    @lru_cache(maxsize=1 << 16)
    def subject(word: str) -> str | None:
        if word in forms:
            return forms[word]
        if word[:_PREFIX] not in openings:
            return None
        beginnings = (word[:length] for length in range(len(word) - 1, _PREFIX - 1, -1))
        return next((forms[beginning] for beginning in beginnings if beginning in forms), None)

    return subject


@cache
def _forms(language: str) -> dict[str, str]:
    """Give the listed forms of a language, each with its subject; none for other languages."""
    table = tomllib.loads(files("briefings.languages").joinpath("subjects.toml").read_text(encoding="utf-8"))
    return {
        form: f"{kind}.{subject}"
        for kind, subjects in table.items()
        for subject, words in subjects.items()
        for form in words.get(language, "").split()
    }
