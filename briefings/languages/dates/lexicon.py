"""The words a language's dates are made of: a TOML table becomes forms, and tokens become items of the grammar.

A table has `words.CLASS` (word = value), `phrases.CLASS` (several words = value; two classes with a blank between),
`suffixes` (tag = endings, written without an apostrophe or behind one), `inflected`, the classes whose words may carry
them, and `plain_letters` where words are also written in plain Latin letters.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeVar

from briefings.languages.dates.grammar import Item, bit, bits
from briefings.languages.dates.number_forms import NOTHING, OTHER, Form, number_form
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

_Entry = TypeVar("_Entry")
_MARKS = {
    ",": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", ".": "dot", "(": "open", ")": "close",
    ":": "colon", "'": "quote", "’": "quote", "‘": "quote", "~": "dash", "‑": "dash", "‒": "dash", "½": "half",
    "%": "percent",
}  # fmt: skip
_WORD_BIT = bit("word")
_APOSTROPHE = bit("apostrophe")
_CAPITAL = bit("capital")
_GLUED = bit("glued")
_PLAIN = bit("nom")
_COUNTED = bit("counted")


_STOP = Form(bit("mark"), {})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words, their classes and a value."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    value: Any
    bits: int
    """Of the classes, and of the classes with the value."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of a language's date words."""

    forms: dict[str, Form]
    phrases: dict[str, tuple[Phrase, ...]]
    seconds: dict[str, tuple[str, ...]]
    """For each first word of phrases, what their second words begin with, "" where there is none."""
    suffixes: dict[str, int]
    triggers: int
    """Bits of the classes without which a stretch of words holds no date."""
    opening: int = 0
    """Bits of further classes that promise a date where they begin a sentence."""
    counted: tuple[str, ...] = ()
    """Endings of words that a length before or after is counted from."""

    def items(self, tokens: tuple[Token, ...]) -> list[Item]:
        """Give the items of a sentence that may hold a date, else none.

        A phrase is one item, and so is a run of words of no class.
        """
        forms, seconds = self.forms, self.seconds
        known = [
            place
            for place, token in enumerate(tokens)
            if token.kind != "word" or token.folded in forms or token.folded in seconds
        ]
        begun = [place for place in known if tokens[place].folded in seconds]
        phrases = {place: phrase for place in begun if (phrase := self._phrase(tokens, place))}
        if not phrases and not self._promising(tokens, known):
            return []
        found: list[Item] = []
        start = 0
        for place in known:
            if place < start:
                continue
            if start < place:
                found.append(self._others(tokens, start, place))
            item = phrases.get(place) or self._written_on(tokens, place)
            found.append(item)
            start = item.last
        if start < len(tokens):
            found.append(self._others(tokens, start, len(tokens)))
        return found

    def _others(self, tokens: tuple[Token, ...], start: int, end: int) -> Item:
        """Give one item for a run of other words, marked when the last is something to count from ("ölümünden")."""
        counted = tokens[end - 1].folded.endswith(self.counted) if self.counted else False
        return Item(start, end, OTHER | _COUNTED * counted, {})

    def _promising(self, tokens: tuple[Token, ...], known: list[int]) -> bool:
        """Say whether a word or number stands here that is of a class no date can lack."""
        forms, triggers = self.forms, self.triggers
        if known[:1] == [0] and (form := forms.get(tokens[0].folded)) is not None and form.bits & self.opening:
            return True
        for place in known:
            token = tokens[place]
            form = forms.get(token.folded)
            if form is not None and form.bits & triggers:
                return True
            if token.kind == "number" and (number_form(token.folded).bits | self._suffix_bits(token)) & triggers:
                return True
        return False

    def _phrase(self, tokens: tuple[Token, ...], position: int) -> Item | None:
        """Give the longest phrase that begins with a word that phrases begin with, None when none does here."""
        first = tokens[position].folded
        second = tokens[position + 1].folded if position + 1 < len(tokens) else ""
        if not second.startswith(self.seconds[first]):
            return None
        for phrase in self.phrases[first]:
            last = position + len(phrase.words) - 1
            if last < len(tokens) and (tags := self._tail(phrase, tokens, position)) is not None:
                token = tokens[last]
                tags = tags & ~_PLAIN | self._suffix_bits(token) if token.suffix else tags
                tags |= phrase.bits | _CAPITAL * tokens[position].capital
                return Item(position, last + 1, tags, dict.fromkeys(phrase.kinds, phrase.value))
        return None

    def _tail(self, phrase: Phrase, tokens: tuple[Token, ...], position: int) -> int | None:
        """Give the bits of the ending of the phrase's last word, None when the words are others."""
        words = phrase.words
        for offset in range(1, len(words) - 1):
            if tokens[position + offset].folded != words[offset]:
                return None
        final, folded = words[-1], tokens[position + len(words) - 1].folded
        if folded == final:
            return _PLAIN
        return self.suffixes.get(folded[len(final) :]) if folded.startswith(final) else None

    def _item(self, tokens: tuple[Token, ...], position: int) -> Item:
        token = tokens[position]
        if token.kind == "number":
            form = number_form(token.folded)
        else:
            form = self.forms.get(token.folded, NOTHING if token.kind == "word" else _STOP)
        tags = form.bits
        if tags != OTHER:
            tags = tags & ~_PLAIN | self._suffix_bits(token) if token.suffix else tags
            tags |= _CAPITAL * token.capital
            if position and tokens[position - 1].after == token.start:
                tags |= _GLUED
        return Item(position, position + 1, tags, form.values)

    def _written_on(self, tokens: tuple[Token, ...], position: int) -> Item:
        """Give the item of a token; a number takes in an ending without an apostrophe ("10unda", "15 inde")."""
        item = self._item(tokens, position)
        if tokens[position].kind != "number":
            return item
        ending = ending_behind(tokens, position)
        if ending is None or ending not in self.suffixes:
            return item
        tags = item.bits & ~_PLAIN | _APOSTROPHE | self.suffixes[tokens[position + 1].folded]
        return Item(position, position + 2, tags, item.values)

    def _suffix_bits(self, token: Token) -> int:
        if token.suffix == "s":
            return _APOSTROPHE
        return (_APOSTROPHE | self.suffixes.get(token.suffix, 0)) if token.suffix else 0


def ending_behind(tokens: Sequence[Token], position: int) -> str | None:
    """Give the ending that stands behind a number without an apostrophe, at once or, if it is no word, apart."""
    if not 0 <= position < len(tokens) - 1 or tokens[position].kind != "number" or tokens[position].suffix:
        return None
    gap = tokens[position + 1].start - tokens[position].end
    word = tokens[position + 1].folded
    if tokens[position + 1].kind != "word" or len(word) < 2 or gap > (word in _DETACHED):
        return None
    return word


_DETACHED = frozenset({"inde", "ında", "unda", "ünde", "sinde", "sında"})


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
    forms = _forms(table["words"], frozenset(table.get("inflected", ())), merged)
    phrases = table.get("phrases", {})
    if table.get("plain_letters"):
        forms, merged = _and_plain(forms), _and_plain(merged)
        phrases = {kind: _and_plain(entries) for kind, entries in phrases.items()}
    by_first = _phrases(phrases)
    return Lexicon(
        forms=forms,
        phrases=by_first,
        seconds={first: tuple({"".join(phrase.words[1:2]) for phrase in found}) for first, found in by_first.items()},
        suffixes=merged,
        triggers=bits(table["triggers"]),
        opening=bits(table.get("opening", ())),
        counted=tuple(table.get("counted", ())),
    )


_PLAIN_LETTERS = str.maketrans("çğıöşüâî", "cgiosuai")


def _and_plain(entries: dict[str, _Entry]) -> dict[str, _Entry]:
    """Give the entries also as they are written without Turkish letters ("subat", "iki gun once")."""
    return {word.translate(_PLAIN_LETTERS): value for word, value in entries.items()} | entries


def _forms(words: dict[str, dict[str, Any]], inflected: frozenset[str], suffixes: dict[str, int]) -> dict[str, Form]:
    found = {mark: Form(bits((kind, "mark")), {}) for mark, kind in _MARKS.items()}
    joining: dict[_Sound, list[tuple[str, int]]] = {}
    for kind, entries in words.items():
        for word, value in entries.items():
            tags = bits((kind, f"{kind}={value}")) | _WORD_BIT
            _add(found, word, kind, value, tags | _PLAIN)
            if kind in inflected:
                sound = _sound_of(word)
                if sound not in joining:
                    joining[sound] = [(ending, case) for ending, case in suffixes.items() if _joins(sound, ending)]
                for ending, case in joining[sound]:
                    _add(found, word + ending, kind, value, tags | case)
    return found


_Sound = tuple[bool | None, bool]
"""What endings depend on: whether the last vowel of a word is a front one (None: it has none), and its last letter."""


def _sound_of(word: str) -> _Sound:
    vowels = [letter for letter in word if letter in _VOWELS]
    return (vowels[-1] in _FRONT or word in _FRONT_WORDS) if vowels else None, word[-1] in _VOWELS


def _joins(sound: _Sound, ending: str) -> bool:
    """Say whether an ending can stand behind a Turkish word: vowel harmony, and a vowel or its buffer where needed.

    "dün" takes "de" and "ü", not "ya" (so "dünya" is another word); "saat" takes front vowels, and -ki joins
    any word ("yılki"). English endings have no vowels and join everything.
    """
    front, vowel_last = sound
    first = next((letter for letter in ending if letter in _VOWELS), "")
    if ending == "ki" or front is None or not first:
        return True
    if (first in _FRONT) != front:
        return False
    if vowel_last:
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
            kinds = kind.split()
            tags = bits(kinds) | bits(f"{kind}={value}" for kind in kinds)
            found.setdefault(split[0], []).append(Phrase(split, tuple(kinds), value, tags))
    return {first: tuple(sorted(items, key=lambda one: -len(one.words))) for first, items in found.items()}
