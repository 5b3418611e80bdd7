"""English words of speech, by form."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Everything `speech.toml` says."""

    bare: frozenset[str]
    sure: frozenset[str]
    auxiliaries: frozenset[str]
    that: frozenset[str]
    told: frozenset[str]
    quoting: frozenset[str]
    labels: frozenset[str]
    point_out: frozenset[str]
    adverbs: frozenset[str]
    passive: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    boundaries: frozenset[str]
    time: frozenset[str]
    settings: frozenset[str]
    heads: frozenset[str]
    not_sources: frozenset[str]

    @property
    def reporting(self) -> frozenset[str]:
        """Verbs that can carry a clause."""
        return self.bare | self.that | self.told | self.point_out

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs of speech."""
        return self.reporting | self.quoting | self.labels


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Read speech.toml once."""
    data: dict[str, str] = tomllib.loads(
        (files("briefings.languages") / "en" / "speech.toml").read_text(encoding="utf-8")
    )
    return SpeechWords(**{key: frozenset(words.replace("|", " ").split()) for key, words in data.items()})
