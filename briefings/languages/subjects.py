"""What news is about, as subjects that are the same in Turkish and English: "deprem" and "quake" are one."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_PREFIX = 5
"""Letters from which a listed form stands for every word that begins with it."""


@lru_cache(maxsize=1 << 16)
def subject_of(word: str, language: str) -> str | None:
    """Give the subject a word in lower case stands for, such as "telling.earthquake"; None for most words."""
    forms = _forms(language)
    if word in forms:
        return forms[word]
    beginnings = (word[:length] for length in range(len(word) - 1, _PREFIX - 1, -1))
    return next((forms[beginning] for beginning in beginnings if beginning in forms), None)


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
