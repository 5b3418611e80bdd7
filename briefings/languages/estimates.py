"""Words of estimates: how likely a thing is, and how sure the one who judges is. ICD 203 keeps the two apart."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from briefings.languages.casing import lower


def mixed_estimate(sentence: str, language: str) -> tuple[str, str] | None:
    """Give the words of likelihood and of confidence that stand in one sentence; None when not both do."""
    words = lower(" ".join(sentence.split()), language)
    likelihood = _pattern(language, "likelihood").search(words)
    confidence = _pattern(language, "confidence").search(words)
    return (likelihood[0], confidence[0]) if likelihood and confidence else None


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    """Make one pattern of a word list, longer entries first; a star at an entry's end stands for any ending."""
    path = files("briefings.languages").joinpath(language, "estimates.toml")
    entries: list[str] = tomllib.loads(path.read_text(encoding="utf-8"))[kind]
    forms = (re.escape(entry.removesuffix("*")) + (r"\w*" if entry.endswith("*") else "") for entry in entries)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")
