"""The words of a language that tell names apart, read once: heads of names, offices, titles, given names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefings.languages.casing import lower
from briefings.languages.names.loading import lines, table, words
from briefings.languages.names.table import GLUED
from briefings.model.values import dataclass

LONGEST_GLUED = 4
CACHED_WORDS = 16_384
_PLURALS = (
    "lar", "ler", "ları", "leri", "ların", "lerin", "lara", "lere", "larla", "lerle", "lardan",
    "lerden", "larda", "lerde",
)  # fmt: skip
_WORD = re.compile(r"\w+|-")
VOWELS = frozenset("ıiuü")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word sets of one language, all in lower case."""

    language: str
    organization_heads: frozenset[str]
    organization_openers: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    other_heads: frozenset[str]
    connectors: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    never_names: frozenset[str]
    month_names: frozenset[str]
    """Months that are given names too ("April", "Eylül")."""
    titles: frozenset[str]
    honorifics: frozenset[str]
    persons_before: frozenset[str]
    person_verbs: frozenset[str]
    place_prepositions: frozenset[str]
    place_suffixes: frozenset[str]
    doubtful_places: frozenset[str]
    """Towns that are another word or name in this language ("Batman")."""
    bodies_behind: frozenset[str]
    """Small nouns that call the name before them a body ("Orla şirketi")."""
    places_behind: frozenset[str]
    """… a place ("Orla ilçesi")."""
    places_before: frozenset[str]
    """English nouns that call what follows "of" a place ("the town of Orla")."""
    things_behind: frozenset[str]
    """Small nouns that call the name before them a work, a ware, a craft ("Orla filmi")."""
    things_before: frozenset[str]
    """English ones, before the name ("the film Orla")."""
    fields: frozenset[str]
    """Words that end a body's name or begin one with a second field ("Sanayi ve Teknoloji Bakanlığı")."""
    title_heads: frozenset[str]
    """Last words of what a body is called beside its name ("İletişim Ortağı")."""
    place_ends: frozenset[str]
    """Small Turkish nouns that belong to the name of the place before them ("Orla nehri")."""
    given_too: frozenset[str]
    """Turkish words that are no names alone, but given names behind an office ("Ramazan")."""
    surnames_too: frozenset[str]
    """Words that are no names alone, but surnames behind a given name ("Christmas")."""
    given_names: frozenset[str]
    surnames: frozenset[str]
    world_given: frozenset[str]
    """Given names of many languages: a hint, no more."""
    world_surnames: frozenset[str]
    common: frozenset[str]
    """Words that texts of the language write small."""
    demonyms: frozenset[str]
    offices: frozenset[str]
    """Last words of offices ("bakanı", "minister")."""
    office_phrases: frozenset[tuple[str, ...]]
    """Whole offices, word by word."""
    office_starts: dict[str, int]
    """The first word of an office and how many words the longest such office has."""
    towns: frozenset[tuple[str, ...]]
    """Towns that are not in the table, word by word."""

    heads: frozenset[str]
    """Last words of bodies, places and offices, all of them."""

    def head(self, word: str) -> str:
        """Give a word without the case ending that bodies' names carry unmarked ("bakanlığının" → "bakanlığı")."""
        return word if self.language != "tr" else _without_ending(word)


_LISTED = (
    "organization_heads", "organization_openers", "place_heads", "place_openers", "other_heads", "connectors",
    "particles", "not_names", "never_names", "month_names", "titles", "honorifics", "persons_before", "person_verbs",
    "place_prepositions", "place_suffixes", "doubtful_places", "bodies_behind", "places_behind", "places_before",
    "things_behind", "things_before", "fields", "title_heads", "place_ends", "given_too", "surnames_too",
)  # fmt: skip
"""The lists of words_LANGUAGE.toml; one that a language does not need is empty there."""


@lru_cache(maxsize=CACHED_WORDS)
def _without_ending(word: str) -> str:
    heads = vocabulary("tr").heads
    if word in heads:
        return word
    for length in range(LONGEST_GLUED, 0, -1):
        stem = word[:-length]
        if word[-length:] in GLUED and stem[-1:] in VOWELS and stem in heads:
            return stem
    return word


@lru_cache(maxsize=CACHED_WORDS)
def worldly(word: str) -> str:
    """Give the lists of many languages that hold a word in Turkish small letters: g, s, t (given, surname, town)."""
    lists = (("g", "given_names"), ("s", "surnames"), ("t", "places"))
    return "".join([letter for letter, name in lists if word in words(f"{name}_world")])


@cache
def vocabulary(language: str) -> Vocabulary:
    """Give the words of "tr" or "en"."""
    lists = {name: frozenset(text.split()) for name, text in table(f"words_{language}").items()}
    phrases = _office_phrases(language)
    offices = frozenset(phrase[-1] for phrase in phrases)
    given = {
        "given_names": words(f"given_names_{language}") | words("given_names_tr"),
        "surnames": words("surnames_en"),
        "world_given": _world("given_names", language),
        "world_surnames": _world("surnames", language),
        "common": _common(language),
        "demonyms": _demonyms(language),
        "offices": offices,
        "heads": lists["organization_heads"] | lists["place_heads"] | lists["other_heads"] | offices,
    }
    return Vocabulary(
        language=language,
        office_phrases=phrases,
        office_starts=_starts(phrases),
        towns=frozenset(tuple(lower(line, language).split()) for line in lines("towns")),
        **{name: lists.get(name, frozenset()) for name in _LISTED},
        **given,
    )


def _world(kind: str, language: str) -> frozenset[str]:
    """Read a list of names of many languages, which stands in Turkish small letters ("ıvan")."""
    found = words(f"{kind}_world")
    return found if language == "tr" else found | {word.replace("ı", "i") for word in found if "ı" in word}


def _common(language: str) -> frozenset[str]:
    if language == "tr":
        return words("tagger/words_tr")
    nouns = words("news_nouns_en")
    plurals = {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns}
    return words("common_words_en") | nouns | plurals


def _office_phrases(language: str) -> frozenset[tuple[str, ...]]:
    offices = table("offices")
    if language == "tr":
        forms = [form for bare, possessed, _ in offices["offices"].values() for form in (bare, possessed)]
    else:
        forms = [english for _, _, english in offices["offices"].values()] + list(offices["english"])
    return frozenset(tuple(_WORD.findall(lower(form, language).partition("'")[0])) for form in forms)


def _starts(phrases: frozenset[tuple[str, ...]]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return longest


def _demonyms(language: str) -> frozenset[str]:
    side = 0 if language == "tr" else 1
    groups = table("country_aliases")["demonyms"].values()
    single = {lower(word, language) for group in groups for word in group[side]}
    if language == "en":
        return frozenset(single | {f"{word}s" for word in single})
    return frozenset(single | {word + plural for word in single for plural in _PLURALS})
