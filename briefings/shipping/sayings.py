"""Whether a localised value says what a fact's value says: digits, month names, scales. Standard library only.

This is a second opinion, apart from the code that made the page: it reads the page's words back.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from briefings.languages.casing import lower

_MONTHS: Final[dict[str, tuple[str, ...]]] = {
    "tr": (
        "ocak", "şubat", "mart", "nisan", "mayıs", "haziran",
        "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
    ),
    "en": (
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ),
}  # fmt: skip
_SCALES = {
    "bin": 3, "milyon": 6, "milyar": 9, "trilyon": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f ]*")
_WORD = re.compile(r"[^\W\d_]+")
_ISO_MONTH = re.compile(r"\d{4}-(\d\d)")


def says_date(shown: str, value: str | None, also: frozenset[str], language: str) -> bool:
    """Say whether every number and month name shown belongs to the TIMEX value, or to `also` (a last day, anchors)."""
    if value is None:
        return not _DIGITS.search(shown)
    allowed = {str(int(digits)) for text in (value, *also) for digits in _DIGITS.findall(text)}
    if any(str(int(digits)) not in allowed for digits in _DIGITS.findall(shown)):
        return False
    months = {int(month) for text in (value, *also) for month in _ISO_MONTH.findall(text)}
    named = {_MONTHS[language].index(word) + 1 for word in _words(shown, language) if word in _MONTHS[language]}
    return not months or named <= months


def says_number(shown: str, value: str, language: str) -> bool:
    """Say whether the number shown, with its scale word, equals the value."""
    found = _NUMBER.search(shown)
    if found is None:
        return False
    digits = found[0].strip().replace("\u00a0", "").replace("\u202f", "").replace(" ", "").rstrip(".,")
    plain = digits.replace(".", "").replace(",", ".") if language == "tr" else digits.replace(",", "")
    scale = next((_SCALES[word] for word in _words(shown[found.end() - 1 :], language) if word in _SCALES), 0)
    negative = "-" in shown[: found.start()] or "−" in shown[: found.start()]
    try:
        number = Decimal(plain).scaleb(scale)
        return (-number if negative else number) == Decimal(value)
    except InvalidOperation:
        return False


def _words(text: str, language: str) -> list[str]:
    return _WORD.findall(lower(text, language))
