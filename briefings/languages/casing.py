"""Upper and lower case, the only place that changes it.

`str.lower` and `str.upper` are wrong for Turkish (I/ı, i/İ), and `"İ".lower()` is two code points, which moves every
offset behind it. `lower` here keeps the length of its text: U+0130 is the only code point whose lower case is longer.
"""

from __future__ import annotations

_TURKISH_UPPER = str.maketrans({"ı": "I", "i": "İ"})
_TURKIC = frozenset({"tr", "az"})


def lower(text: str, language: str) -> str:
    """Give `text` in lower case, code point for code point."""
    known = text.replace("I", "ı") if language in _TURKIC else text
    return known.replace("İ", "i").lower()


def upper(text: str, language: str) -> str:
    """Give `text` in upper case."""
    return (text.translate(_TURKISH_UPPER) if language in _TURKIC else text).upper()


def capitalised(text: str, language: str) -> str:
    """Give `text` with its first letter in upper case and the rest as it was."""
    return upper(text[:1], language) + text[1:]


def starts_upper(text: str) -> bool:
    """Say whether the first character is an upper-case letter."""
    return text[:1].isupper()
