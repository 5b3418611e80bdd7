"""The order of the alphabet: Turkish has ç ğ ı ö ş ü as letters of their own, English sorts without marks."""

from __future__ import annotations

from typing import Final

from briefings.languages.ascii import folded
from briefings.languages.casing import lower

_ALPHABET: Final = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_PLACE: Final = {letter: place for place, letter in enumerate(_ALPHABET, start=100)}
_CIRCUMFLEX: Final = str.maketrans("âîû", "aiu")

SortKey = tuple[tuple[int, ...], str]


def sort_key(text: str, language: str) -> SortKey:
    """Give a key that sorts `text` in the alphabet of a language; digits come first, other signs last."""
    if language == "tr":
        return tuple(_place_of(letter) for letter in lower(text, "tr").translate(_CIRCUMFLEX) if _counts(letter)), text
    return tuple(_place_of(letter) for letter in folded(text) if _counts(letter)), text


def initial(text: str, language: str) -> str:
    """Give the letter an index files `text` under, in lower case."""
    low = lower(text, "tr").translate(_CIRCUMFLEX) if language == "tr" else folded(text)
    return next((letter for letter in low if letter.isalpha()), "#")


def filed_under(text: str, language: str) -> str:
    """Give the letters an index files `text` by, in lower case and without blanks; "" when it has none."""
    low = lower(text, "tr").translate(_CIRCUMFLEX) if language == "tr" else folded(text)
    return "".join(letter for letter in low if letter.isalnum())


def _counts(letter: str) -> bool:
    return letter.isalnum() or letter.isspace()


def _place_of(letter: str) -> int:
    if letter.isspace():
        return 0
    if letter in _PLACE:
        return _PLACE[letter]
    if letter.isdigit():
        return 1 + ord(letter) % 90
    return _PLACE.get(folded(letter)[:1], 10_000 + ord(letter))
