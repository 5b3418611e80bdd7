"""What a question asks for: a day, a number, a person, a place."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from briefings.languages.casing import lower


def asked_for(question: str, language: str) -> frozenset[str]:
    """Give the kinds of fact a question asks for: "date", "quantity", "person", "place"; none when it asks for more."""
    words = lower(" ".join(question.split()), language)
    return frozenset(kind for kind, pattern in _patterns(language).items() if pattern.search(words))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """Make a pattern for each kind; a star at an entry's end stands for any ending."""
    path = files("briefings.languages").joinpath(language, "questions.toml")
    kinds: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {kind: re.compile(rf"(?<!\w)(?:{'|'.join(map(_form, entries))})(?!\w)") for kind, entries in kinds.items()}


def _form(entry: str) -> str:
    return re.escape(entry.removesuffix("*")) + (r"\w*" if entry.endswith("*") else "")
