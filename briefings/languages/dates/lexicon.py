"""The words a language's dates are made of: a TOML table becomes forms, and tokens become items of the grammar.

A table has `words.CLASS` (word = value), `phrases.CLASS` (several words = value), `suffixes` (tag = endings, written
without an apostrophe or behind one) and `inflected`, the classes whose words may carry them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from briefings.languages.dates.grammar import Item, bit, bits

if TYPE_CHECKING:
    from briefings.languages.tokens import Token

_MARKS = {
    ",": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", ".": "dot", "(": "open", ")": "close",
    ":": "colon", "~": "dash", "‑": "dash", "‒": "dash", "½": "half", "%": "percent",
}  # fmt: skip
_WORD_BIT = bit("word")
_APOSTROPHE = bit("apostrophe")
_CAPITAL = bit("capital")
_GLUED = bit("glued")
_LONGEST_NUMBER = 12
_OTHER = bit("other")
_PLAIN = bit("nom")
_COUNTED = bit("counted")


@dataclass(frozen=True, slots=True)
class Form:
    """What a word may be: bits of its classes and tags, and a value for each class."""

    bits: int
    values: dict[str, Any]


_NOTHING = Form(_OTHER, {})
_STOP = Form(bit("mark"), {})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words, a class and a value."""

    words: tuple[str, ...]
    kind: str
    value: Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of a language's date words."""

    forms: dict[str, Form]
    phrases: dict[str, tuple[Phrase, ...]]
    suffixes: dict[str, int]
    triggers: int
    """Bits of the classes without which a stretch of words holds no date."""
    counted: tuple[str, ...] = ()
    """Endings of words that a length before or after is counted from."""

    def items(self, tokens: tuple[Token, ...]) -> list[Item]:
        """Give the items of a sentence that may hold a date, else none.

        A phrase is one item, and so is a run of words of no class.
        """
        if not self._promising(tokens):
            return []
        found: list[Item] = []
        position, start = 0, 0
        forms, phrases = self.forms, self.phrases
        while position < len(tokens):
            token = tokens[position]
            if token.kind == "word" and token.folded not in forms and token.folded not in phrases:
                position += 1
                continue
            if start < position:
                found.append(self._others(tokens, start, position))
            found.append(self._phrase(tokens, position) or self._item(tokens, position))
            start = position = found[-1].last
        if start < position:
            found.append(self._others(tokens, start, position))
        return found

    def _others(self, tokens: tuple[Token, ...], start: int, end: int) -> Item:
        """Give one item for a run of other words, marked when the last is something to count from ("ölümünden")."""
        counted = tokens[end - 1].folded.endswith(self.counted) if self.counted else False
        return Item(start, end, _OTHER | _COUNTED * counted, {})

    def _promising(self, tokens: tuple[Token, ...]) -> bool:
        """Say whether a word or number stands here that begins a phrase or is of a class no date can lack."""
        forms, phrases, triggers = self.forms, self.phrases, self.triggers
        for position, token in enumerate(tokens):
            folded = token.folded
            if folded in phrases and self._phrase(tokens, position):
                return True
            form = forms.get(folded)
            if form is not None and form.bits & triggers:
                return True
            if token.kind == "number" and (_number_form(folded).bits | self._suffix_bits(token)) & triggers:
                return True
        return False

    def _phrase(self, tokens: tuple[Token, ...], position: int) -> Item | None:
        for phrase in self.phrases.get(tokens[position].folded, ()):
            last = position + len(phrase.words) - 1
            if last < len(tokens) and (tags := self._tail(phrase, tokens, position)) is not None:
                token = tokens[last]
                tags = tags & ~_PLAIN | self._suffix_bits(token) if token.suffix else tags
                tags |= bits((phrase.kind, f"{phrase.kind}={phrase.value}"))
                tags |= _CAPITAL * tokens[position].capital
                return Item(position, last + 1, tags, {phrase.kind: phrase.value})
        return None

    def _tail(self, phrase: Phrase, tokens: tuple[Token, ...], position: int) -> int | None:
        """Give the bits of the ending of the phrase's last word, None when the words are others."""
        *middle, final = phrase.words
        for offset, word in enumerate(middle):
            if tokens[position + offset].folded != word:
                return None
        folded = tokens[position + len(phrase.words) - 1].folded
        if folded == final:
            return _PLAIN
        return self.suffixes.get(folded[len(final) :]) if folded.startswith(final) else None

    def _item(self, tokens: tuple[Token, ...], position: int) -> Item:
        token = tokens[position]
        if token.kind == "number":
            form = _number_form(token.folded)
        else:
            form = self.forms.get(token.folded, _NOTHING if token.kind == "word" else _STOP)
        tags = form.bits
        if tags != _OTHER:
            tags = tags & ~_PLAIN | self._suffix_bits(token) if token.suffix else tags
            tags |= _CAPITAL * token.capital
            if position and tokens[position - 1].after == token.start:
                tags |= _GLUED
        return Item(position, position + 1, tags, form.values)

    def _suffix_bits(self, token: Token) -> int:
        if token.suffix == "s":
            return _APOSTROPHE
        return (_APOSTROPHE | self.suffixes.get(token.suffix, 0)) if token.suffix else 0


@lru_cache(maxsize=4096)
def _number_form(text: str) -> Form:
    return _number(text) if len(text) <= _LONGEST_NUMBER else _NOTHING


def _number(text: str) -> Form:
    """Classify digits: `dom`, `hour`, `min`, `year`, `hm`, `hms`, `dm`, `dmy`, `num` and so on."""
    pieces = [piece for piece in text.replace(":", ".").replace(",", ".").split(".") if piece]
    if len(pieces) == 1:
        return _whole(text)
    values: dict[str, Any] = {}
    numbers = tuple(int(piece) for piece in pieces)
    widths = tuple(len(piece) for piece in pieces)
    colon = ":" in text
    if len(pieces) == 2:
        _two(values, text, numbers, widths)
    elif len(pieces) == 3 and colon and "." not in text:
        if numbers[0] <= 24 and numbers[1] < 60 and numbers[2] < 60:
            values["hms"] = numbers
    elif len(pieces) == 3 and "," not in text and not colon:
        if widths[0] <= 2 and widths[1] <= 2 and widths[2] in {2, 4}:
            values["dmy"] = numbers
        elif widths[0] == 4 and widths[1] <= 2 and widths[2] <= 2:
            values["ymd"] = numbers
    return Form(bits((*values, "digits", "nom")), values) if values else _NOTHING


def _two(values: dict[str, Any], text: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> None:
    first, second = numbers
    clock = first <= 24 and second < 60 and widths[0] <= 2 and widths[1] == 2
    if ":" in text:
        if clock:
            values["hm"] = numbers
        return
    if widths[1] <= 2:
        values["decimal"] = text.replace(",", ".")
    if "," in text:
        return
    if clock:
        values["hmdot"] = numbers
    if first <= 31 and 1 <= second <= 12 and widths[0] <= 2 and widths[1] <= 2:
        values["dm"] = numbers
    if widths[1] == 4 and first <= 12 and widths[0] <= 2:
        values["my"] = numbers


@cache
def whole(number: int, width: int, tags: tuple[str, ...] = ("digits", "nom")) -> Form:
    """Give the classes a whole number of that many digits can have."""
    values: dict[str, Any] = {"num": number}
    if width <= 2:
        values |= {
            name: number
            for name, low, high in (("dom", 1, 31), ("hour", 0, 24), ("mon", 1, 12), ("min", 0, 59))
            if low <= number <= high
        }
        values["yy"] = number
    elif width == 4 and 1000 <= number <= 2199:
        values["year"] = number
    elif width == 3:
        values["year3"] = number
    if width == 2:
        values["two"] = number
    return Form(bits((*values, *tags)), values)


def _whole(text: str) -> Form:
    return whole(int(text), len(text)) if len(text) <= 9 else _NOTHING


def load(folder: str, name: str = "dates.toml") -> Lexicon:
    """Read a language's table from its folder beside this file."""
    source = resources.files("briefings.languages").joinpath(folder, name)
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    suffixes = {
        ending: bits(tags.split()) for tags, endings in table.get("suffixes", {}).items() for ending in endings.split()
    }
    merged: dict[str, int] = {}
    for tags, endings in table.get("suffixes", {}).items():
        for ending in endings.split():
            merged[ending] = merged.get(ending, 0) | suffixes[ending] | bits(tags.split())
    return Lexicon(
        forms=_forms(table["words"], frozenset(table.get("inflected", ())), merged),
        phrases=_phrases(table.get("phrases", {})),
        suffixes=merged,
        triggers=bits(table["triggers"]),
        counted=tuple(table.get("counted", ())),
    )


def _forms(words: dict[str, dict[str, Any]], inflected: frozenset[str], suffixes: dict[str, int]) -> dict[str, Form]:
    found = {mark: Form(bits((kind, "mark")), {}) for mark, kind in _MARKS.items()}
    for kind, entries in words.items():
        for word, value in entries.items():
            tags = bits((kind, f"{kind}={value}")) | _WORD_BIT
            _add(found, word, kind, value, tags | bit("nom"))
            if kind in inflected:
                for ending, case in suffixes.items():
                    if _joins(word, ending):
                        _add(found, word + ending, kind, value, tags | case)
    return found


def _joins(word: str, ending: str) -> bool:
    """Say whether an ending can stand behind a Turkish word: vowel harmony, and a vowel or its buffer where needed.

    "dün" takes "de" and "ü", not "ya" (so "dünya" is another word); "saat" takes front vowels, and -ki joins
    any word ("yılki"). English endings have no vowels and join everything.
    """
    if ending == "ki":
        return True
    vowels = [letter for letter in word if letter in _VOWELS]
    first = next((letter for letter in ending if letter in _VOWELS), "")
    if not vowels or not first:
        return True
    front = vowels[-1] in _FRONT or word in _FRONT_WORDS
    if (first in _FRONT) != front:
        return False
    if word[-1] in _VOWELS:
        return ending[0] not in _VOWELS
    return ending[0] not in "ys" and not (ending[0] == "n" and ending[1] != "c")


_FRONT = frozenset("eiöü")
_VOWELS = _FRONT | frozenset("aıou")
_FRONT_WORDS = frozenset({"saat"})


def _add(found: dict[str, Form], word: str, kind: str, value: object, tags: int) -> None:
    known = found.get(word)
    found[word] = Form(tags | known.bits, {**known.values, kind: value}) if known else Form(tags, {kind: value})


def _phrases(table: dict[str, dict[str, Any]]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for kind, entries in table.items():
        for words, value in entries.items():
            split = tuple(words.split())
            found.setdefault(split[0], []).append(Phrase(split, kind, value))
    return {first: tuple(sorted(items, key=lambda one: -len(one.words))) for first, items in found.items()}
