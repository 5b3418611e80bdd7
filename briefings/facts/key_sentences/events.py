"""Which sentences tell an event: something happened or will, with a date or a figure."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefings.facts.reading import Reading
    from briefings.languages.tokens import Token
    from briefings.model import Fact

_HAPPENED = re.compile(r"[^\W\d_]{2,}(?:[dt][ıiuü]|[ae]c[ae]k|m[ıiuü]şt[ıiuü])(?:l[ae]r)?$")
_PARTICIPLE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Everything `key_sentences.toml` says of a language."""

    backward: frozenset[str]
    """Openings that lean on the sentence before."""
    corrections: frozenset[str]
    states: frozenset[str]
    happens: frozenset[str]
    not_verbs: frozenset[str]


@cache
def sentence_words(language: str) -> SentenceWords:
    """Read key_sentences.toml of a language once."""
    path = files("briefings.languages").joinpath(language, "key_sentences.toml")
    data: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    names = ("backward", "corrections", "states", "happens", "not_verbs")
    return SentenceWords(**{name: frozenset(data.get(name, "").split()) for name in names})


def events(reading: Reading, facts: Sequence[Fact], sentences: Collection[int]) -> frozenset[int]:
    """Give those of some sentences that tell an event."""
    measured = {fact.evidence.sentence for fact in facts if fact.kind in {"date", "quantity"}}
    return frozenset(index for index in measured.intersection(sentences) if _happens(reading, index))


def _happens(reading: Reading, index: int) -> bool:
    """Say whether a sentence's main verb tells what happened or will."""
    words = [token for token in reading.tokens[index] if token.kind == "word"]
    said = sentence_words(reading.language)
    if reading.language == "tr":
        return bool(words) and words[-1].folded not in said.states and bool(_HAPPENED.match(words[-1].folded))
    return _happens_in_english(words, said)


def _happens_in_english(words: Sequence[Token], said: SentenceWords) -> bool:
    """Judge by the first finite verb; behind "is" or "has" a participle must follow: "was signed", not "is long"."""
    for at, word in enumerate(words):
        if word.folded in said.states:
            return any(_past(near, said) for near in words[at + 1 : at + 1 + _PARTICIPLE_WITHIN])
        if not word.capital and _past(word, said):
            return True
    return False


def _past(word: Token, said: SentenceWords) -> bool:
    """Say whether a word is a past form or a participle, or "will"."""
    return word.folded in said.happens or (word.folded.endswith("ed") and word.folded not in said.not_verbs)
