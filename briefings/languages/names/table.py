"""The table of known names: entries by key, and how they are found in a text."""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from briefings.languages.casing import lower, upper
from briefings.languages.tokens import tokens_of
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

NameKind = Literal["person", "organization", "place"]

LONGEST_ACRONYM = 5
_KEPT = 1 << 14
"""Names whose words are kept."""
# Turkish case endings that official names of bodies carry without an apostrophe: "Merkez Bankası|nın".
GLUED = frozenset(
    [
        "na",
        "ne",
        "nda",
        "nde",
        "ndan",
        "nden",
        "nı",
        "ni",
        "nu",
        "nü",
        "nın",
        "nin",
        "nun",
        "nün",
        "nca",
        "nce",
        "ndaki",
        "ndeki",
        "yla",
        "yle",
        "ya",
        "ye",
        "yı",
        "yi",
        "yu",
        "yü",
        "ca",
        "ce",
        "ça",
        "çe",
    ]
)


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One person, organisation or place with its names in both languages."""

    key: str
    """`country:UA`, `city:brussels`, `body:nato`, or the id the desk gave."""
    kind: NameKind
    tr: str
    en: str
    aliases: tuple[str, ...] = ()
    office_tr: str = ""
    office_en: str = ""
    watch: int = 0
    demonyms: tuple[str, ...] = ()
    """Words for the people: no mentions, but they lead to the key."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every written form, the display names first."""
        return tuple(dict.fromkeys((self.tr, self.en, *self.aliases)))


@dataclass(frozen=True, slots=True)
class KnownName:
    """A written form, cut into the words that must follow each other."""

    words: tuple[str, ...]
    """In lower case, a suffix after an apostrophe joined on ("mcdonald's")."""
    exact: str
    """The form itself when only these capitals match ("AB", "US"), else ""."""
    key: str


Index = dict[str, tuple[KnownName, ...]]


@dataclass(frozen=True, slots=True)
class NameTable:
    """Entries by key and by written form."""

    entries: dict[str, NameEntry] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    """Keys of the desk's entries, which win over every rule."""
    offices: tuple[tuple[str, str], ...] = ()
    """Offices of the desk's glossary: Turkish, English."""
    _indices: dict[str, Index] = field(default_factory=dict, compare=False, repr=False)
    _demonyms: dict[str, NameEntry] = field(default_factory=dict, compare=False, repr=False)

    def display(self, key: str, language: str) -> str | None:
        """Give the name in the reader's language, None for a key the table does not hold."""
        entry = self.entries.get(key)
        return None if entry is None else (entry.tr if language == "tr" else entry.en)

    def index(self, language: str) -> Index:
        """Give the written forms by first word, as a text of that language is folded; longest first."""
        if language not in self._indices:
            self._indices[language] = _indexed(self.entries, language)
        return self._indices[language]

    def of_people(self, demonym: str) -> NameEntry | None:
        """Give the entry a word for its people belongs to, the first one that has it."""
        if not self._demonyms:
            for entry in reversed(self.entries.values()):
                self._demonyms.update(dict.fromkeys(entry.demonyms, entry))
        return self._demonyms.get(demonym)

    def key_of(self, name: str, language: str) -> str | None:
        """Give the key of a whole name or demonym, None when the table does not hold it."""
        words = words_of(name, language)
        known = self.index(language).get(words[0], ()) if words else ()
        return next((one.key for one in known if one.words == words and one.exact in {"", name}), None)

    def longest_at(self, tokens: Sequence[Token], at: int, text: str, language: str) -> tuple[int, str] | None:
        """Give how many tokens from `at` are a known name, and its key; None when no name begins there."""
        for known in self.index(language).get(tokens[at].folded, ()):
            count = len(known.words)
            if _follows(known, tokens[at : at + count], text, language):
                return count, known.key
        return None


@lru_cache(_KEPT)
def words_of(name: str, language: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, suffixes joined on by an apostrophe."""
    if name.replace(" ", "").isalpha():
        return tuple(lower(name, language).split())
    tokens = tokens_of(name, 0, len(name), language)
    return tuple(f"{token.folded}'{token.suffix}" if token.suffix else token.folded for token in tokens)


def is_acronym(name: str) -> bool:
    """Say whether a name is written in capitals and so short that small letters mean something else."""
    return len(name) <= LONGEST_ACRONYM and name.isupper() and upper(name, "en") == name and " " not in name


def _indexed(entries: dict[str, NameEntry], language: str) -> Index:
    found: dict[str, list[KnownName]] = {}
    taken: set[tuple[tuple[str, ...], str]] = set()
    for entry in entries.values():
        own = (entry.tr, entry.en) if language == "tr" else (entry.en, entry.tr)
        for name in (*own, *entry.aliases):
            words = words_of(name, language)
            exact = name if is_acronym(name) else ""
            if words and (words, exact) not in taken:
                taken.add((words, exact))
                found.setdefault(words[0].partition("'")[0], []).append(KnownName(words, exact, entry.key))
    return {
        first: tuple(sorted(known, key=lambda one: (-len(one.words), not one.exact))) for first, known in found.items()
    }


def _follows(known: KnownName, tokens: Sequence[Token], text: str, language: str) -> bool:
    """Say whether the tokens are the words of a known name; only the last may carry a suffix of its own."""
    if len(tokens) < len(known.words) or not (tokens[0].capital or known.exact):
        return False
    last = len(tokens) - 1
    for position, (word, token) in enumerate(zip(known.words, tokens, strict=True)):
        if token.folded != word and not (
            word == f"{token.folded}'{token.suffix}" or (position == last > 0 and _glued(word, token.folded, language))
        ):
            return False
        if position < last and token.suffix and "'" not in word:
            return False
    return not known.exact or text[tokens[0].start : tokens[last].end] == known.exact


def _glued(word: str, folded: str, language: str) -> bool:
    return language == "tr" and folded.startswith(word) and word[-1] in "ıiuü" and folded[len(word) :] in GLUED
