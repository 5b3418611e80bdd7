"""Upper and lower case, the only place that changes it.

`str.lower` and `str.upper` are wrong for Turkish (I/ı, i/İ), and `"İ".lower()` is two code points, which moves every
offset behind it. `lower` here keeps the length of its text: U+0130 is the only code point whose lower case is longer.
"""

from __future__ import annotations

_TURKIC = frozenset({"tr", "az"})


def lower(text: str, language: str) -> str:
    """Give `text` in lower case, code point for code point."""
    if language in _TURKIC:
        text = text.replace("I", "ı")
    return text.replace("İ", "i").lower()


def upper(text: str, language: str) -> str:
    """Give `text` in upper case."""
    if language in _TURKIC:
        text = text.replace("ı", "I").replace("i", "İ")
    return text.upper()


def capitalised(text: str, language: str) -> str:
    """Give `text` with its first letter in upper case and the rest as it was."""
    return upper(text[:1], language) + text[1:]


def starts_upper(text: str) -> bool:
    """Say whether the first character is an upper-case letter."""
    return text[:1].isupper()
