"""Turkish syllables, for breaking long words in narrow columns.

They are regular (TDK, Yazım Kılavuzu, "Hece yapısı ve satır sonunda kelimelerin bölünmesi"): a consonant before a vowel
opens a syllable, and so does a vowel after a vowel. At least two letters stay on either side of a break.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from briefings.languages.casing import lower

SOFT_HYPHEN: Final = "\u00ad"
_VOWELS: Final = frozenset("aeıioöuüâîû")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 2
_SHORTEST: Final = 8
"""Letters of the shortest word worth breaking."""


def syllables(word: str) -> tuple[str, ...]:
    """Cut a word of letters into what may stand on different lines: "değerlendirme" → de ğer len dir me."""
    low = lower(word, "tr")
    cuts = [place for place in range(_FEWEST, len(word) - _FEWEST + 1) if _opens(low, place)]
    edges = [0, *cuts, len(word)]
    return tuple(word[start:end] for start, end in pairwise(edges))


def with_soft_hyphens(text: str) -> str:
    """Put soft hyphens between the syllables of long words; words in capitals are names of bodies and stay whole."""
    return _WORD.sub(_softened, text)


def _softened(match: re.Match[str]) -> str:
    word = match[0]
    return word if len(word) < _SHORTEST or word.isupper() else SOFT_HYPHEN.join(syllables(word))


def _opens(low: str, place: int) -> bool:
    """Say whether a syllable begins at a place: consonant and vowel, or vowel after vowel."""
    if low[place] in _VOWELS:
        return low[place - 1] in _VOWELS
    return place + 1 < len(low) and low[place + 1] in _VOWELS
