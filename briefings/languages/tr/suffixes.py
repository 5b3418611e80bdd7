"""Turkish case suffixes for the words a template adds to a value: Umerov'un, AB'nin, 2026'nın, 4 Aralık'ta.

A suffix follows the last vowel as it is *read*: "AB" is read "a-be", 40 is read "kırk". The source of the rules is the
vowel harmony of standard Turkish (TDK, Yazım Kılavuzu, "Kesme işareti").
"""

from __future__ import annotations

import re
from typing import Final, Literal

from briefings.languages.casing import lower

Case = Literal["genitive", "dative", "locative", "ablative", "accusative", "plural"]

_BACK: Final = "aıouâû"
_FRONT: Final = "eiöüî"
_VOWELS: Final = _BACK + _FRONT
_VOICELESS: Final = "fstkçşhp"
_CLOSE: Final = {
    "a": "ı", "ı": "ı", "â": "ı", "o": "u", "u": "u", "û": "u", "e": "i", "i": "i", "î": "i", "ö": "ü", "ü": "ü",
}  # fmt: skip
_DIGITS: Final = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS: Final = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_POWERS: Final = ((9, "milyar"), (6, "milyon"), (3, "bin"), (2, "yüz"))
_READ_AS_WORDS: Final = frozenset(
    {"nato", "unesco", "unicef", "fifa", "uefa", "tobb", "aselsan", "tüsiad", "odtü", "opec"}
)
_NUMBER: Final = re.compile(r"(\d[\d.]*)(?:,(\d+))?$")
_ACRONYM: Final = re.compile(r"[A-ZÇĞİÖŞÜ]{2,}$")


def with_suffix(word: str, case: Case) -> str:
    """Give `word` with the suffix of the case: "Umerov" → "Umerov'un"; a common noun takes no apostrophe."""
    last = word.rsplit(maxsplit=1)[-1] if word.strip() else word
    mark = "" if last.isalpha() and last[0].islower() else "’"
    return f"{word}{mark}{suffix_of(word, case)}"


def suffix_of(word: str, case: Case) -> str:
    """Give the suffix alone, as it follows the reading of `word`."""
    reading = _reading_of(word)
    vowel = next((letter for letter in reversed(reading) if letter in _VOWELS), "e")
    wide = "a" if vowel in _BACK else "e"
    open_end = reading[-1:] in _VOWELS
    hard = "t" if reading[-1:] in _VOICELESS else "d"
    suffixes: dict[Case, str] = {
        "genitive": ("n" if open_end else "") + _CLOSE[vowel] + "n",
        "dative": ("y" if open_end else "") + wide,
        "locative": hard + wide,
        "ablative": hard + wide + "n",
        "accusative": ("y" if open_end else "") + _CLOSE[vowel],
        "plural": "l" + wide + "r",
    }
    return suffixes[case]


def _reading_of(word: str) -> str:
    """Give the last part of a word in lower case as it is read aloud."""
    last = word.strip().rsplit(maxsplit=1)[-1] if word.strip() else word
    if number := _NUMBER.search(last):
        return _number_reading(number[2] or number[1].replace(".", ""))
    low = lower(last.rstrip(".'’)”\""), "tr")
    if _ACRONYM.match(last) and low not in _READ_AS_WORDS:
        return _letter_reading(low[-1])
    return low


def _number_reading(digits: str) -> str:
    """Give the last word of a number as it is read: 2025 → beş, 1990 → doksan, 300 → yüz."""
    plain = digits.lstrip("0")
    if not plain:
        return _DIGITS[0]
    if plain[-1] != "0":
        return _DIGITS[int(plain[-1])]
    if plain[-2] != "0":
        return _TENS[int(plain[-2])]
    zeros = len(plain) - len(plain.rstrip("0"))
    return next(name for power, name in _POWERS if zeros >= power)


def _letter_reading(letter: str) -> str:
    """Give the name of a letter: b → be, a → a."""
    return letter if letter in _VOWELS else letter + "e"
