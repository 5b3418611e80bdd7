"""What a Turkish word shows of who did what: finite or not, passive or not, in a case or possessed by what precedes.

Every question is about one word in lower case. Sources: Göksel and Kerslake, "Turkish: A Comprehensive Grammar"
(2005), chapters 8 (inflection of verbs), 13 (voice), 20 (verb phrase), 24 to 26 (subordination).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_WORD: Final = 40
_KEPT: Final = 1 << 14
"""Words whose answers each question keeps: a word is asked about some ten times in a sentence."""
_PAST: Final = re.compile(r"[^\W\d]+(?:[fstkçşhp]t|[^\Wfstkçşhp\d]d)[ıiuü](?:l[ae]r)?")
"""The past in -dı after vowels and voiced consonants, in -tı after voiceless ones: no "kenti", "tatbikatı"."""
_STATED: Final = re.compile(r"[^\W\d]+(?:m[ae]kt[ae]|m[ıiuü]ş|[ae]c[ae]k|m[ae]l[ıi])[dt][ıiuü]r?(?:l[ae]r)?")
_ABLE: Final = re.compile(r"[^\W\d]+[ae]bilir(?:l[ae]r)?|[^\W\d]+[ae]m[ae]z(?:l[ae]r)?")
_PASSIVE: Final = re.compile(
    r"(?P<stem>[^\W\d]+[ln])(?:m[ae])?(?:[dt][ıiuü]|m?[ıiuü]yor|[ae]c[ae][kğ]|m[ıiuü]ş|m[ae]l[ıi]|m[ae]kt[ae]|[ae]bil|"
    r"[ıiuüae]r|m[ae]z)[^\W\d]*"
)
_ABLE_STEM: Final = re.compile(r"[ae]bil$")
_VOWEL: Final = re.compile(r"[aeıioöuüâîû]")
_PARTICIPLE: Final = re.compile(r"[^\W\d]*(?:[^\Wdt\d][ae]n|[dt][ıiuü]ğ[ıiuü][^\W\d]*|[dt][ıiuü]kl[ae]r[^\W\d]*)")
_NOUN_OF_VERB: Final = re.compile(
    r"[^\W\d]{2,}(?:[ae]c[ae]ğ[ıiuü][^\W\d]*|[ae]c[ae]kl[ae]r[ıi]n?[^\W\d]*|[ae]c[ae]k|m[ae]s[ıi](?:n[^\W\d]*)?|"
    r"m[ae]l[ae]r[ıi]n?[^\W\d]*|m[ae]kt[ae]n|m[ae]y[ae]|m[ae]k)"
)
_SHARING: Final = re.compile(r"[^\W\d]{2,}(?:[ae]r[ae]k|y?[ıiuü]p|m[ae]d[ae]n)")
_APART: Final = re.compile(
    r"[^\W\d]+(?:[ıiuü]nc[ae]|[dt][ıiuü]kt[ae]n|[dt][ıiuü]ğ[ıiuü]nd[ae]|(?:r|yor|m[ıiuü]ş)ken|m[ae]s[ıi]n[ıi]n)"
)
_REASONS: Final = frozenset(
    {"için", "sırada", "zaman", "halde", "anda", "takdirde", "gün", "üzerine", "hâlde", "ardından"}
)
_POSSESSED: Final = re.compile(
    r"[^\W\d]*(?:[ıiuü]n(?:[dt][ae]n?(?:ki)?|[ae]|[ıiuü]n?|c[ae])|s[ıiuü]|l[ae]r[ıi]|[ıiuü]yl[ae]|[^\Wy\d][ıiuü])"
)
"""A noun in the possessive, in any case; "planı" may as well be an object."""
_CASED: Final = re.compile(r"[^\W\d]{2,}(?:[dt][ae]n?|y?l[ae]|l[ae]r[ae]|[yn][ae]|y[ıiuü]|l[ae]r[ıi]n)")
_LOCATIVE: Final = re.compile(r"[^\W\d]{2,}(?:n?[dt][ae])")
_NOUN_WITH_CASE: Final = re.compile(r"[^\W\d]+(?:[dt][ae]n?|yl[ae]|[yn][ae]|n[ıiuü]n)")
_DATIVE_NOUN: Final = re.compile(r"[^\W\d]+[ae]")
_TAKING: Final = ("et", "ed", "yap", "ol", "al", "ver", "kıl", "at")


@dataclass(frozen=True, slots=True)
class DeedWords:
    """The word lists of deeds.toml."""

    sets: Mapping[str, frozenset[str]]
    starts: Mapping[str, tuple[str, ...]]
    idioms: frozenset[tuple[str, ...]]


@cache
def deed_words() -> DeedWords:
    """Give the word lists."""
    text = files("briefings.languages").joinpath("tr", "deeds.toml").read_text(encoding="utf-8")
    data: dict[str, str] = tomllib.loads(text)
    idioms = frozenset(tuple(idiom.split()) for idiom in data.pop("idioms").split(",") if idiom.strip())
    lists = {name: tuple(words.split()) for name, words in data.items()}
    return DeedWords({name: frozenset(words) for name, words in lists.items()}, lists, idioms)


@lru_cache(_KEPT)
def is_finite(word: str, *, within: bool = False) -> bool:
    """Say whether a word can be the verb of a main clause; `within` a sentence fewer are."""
    if within and word in deed_words().sets["nouns_within"]:
        return False
    words = deed_words()
    if word in words.sets["not_verbs"] or not 2 < len(word) < _LONGEST_WORD:
        return word in {"dedi", "etti"}
    told = _PAST.fullmatch(word) or _STATED.fullmatch(word) or _ABLE.fullmatch(word)
    return bool(told) or word.endswith(words.starts["endings"]) or word in words.sets["aorist"]


@lru_cache(_KEPT)
def is_passive(word: str) -> bool:
    """Say whether a finite verb is passive: "imzalandı", "açılacak", not "katıldı", "toplandı"."""
    found = _PASSIVE.fullmatch(word) if len(word) < _LONGEST_WORD else None
    if found is None:
        return False
    stem, sets = found["stem"], deed_words().sets
    if stem in sets["active"] or _ABLE_STEM.search(stem):
        return False
    return (len(_VOWEL.findall(stem)) > 1 and bool(_VOWEL.match(stem[-2]))) or stem == "den"


@lru_cache(_KEPT)
def is_subordinate(word: str) -> bool:
    """Say whether a word is the verb of a clause within the sentence: a participle, a noun of a verb, a converb."""
    return is_participle(word) or shares_subject(word) or _stands_apart(word)


@lru_cache(_KEPT)
def is_participle(word: str) -> bool:
    """Say whether a word is a participle or noun made of a verb: "gelen", "yaptığı", "gideceğini", "açılması"."""
    sets = deed_words().sets
    if (
        word in sets["not_participles"]
        or word.startswith(deed_words().starts["nouns_in_ma"])
        or not 3 < len(word) < _LONGEST_WORD
    ):
        return False
    return word in sets["participles_in_tan"] or bool(_PARTICIPLE.fullmatch(word) or _NOUN_OF_VERB.fullmatch(word))


@lru_cache(_KEPT)
def shares_subject(word: str) -> bool:
    """Say whether a word is a converb of the sentence's own subject: "gelip", "giderek"."""
    shown = len(word) < _LONGEST_WORD and word not in deed_words().sets["not_converbs"]
    return shown and bool(_SHARING.fullmatch(word))


def may_own_subject(word: str, following: str) -> bool:
    """Say whether a word ends a clause that may have a subject without case: "gelince", "açıldıktan (sonra)"."""
    return _stands_apart(word) or (following in _REASONS and is_participle(word))


@lru_cache(_KEPT)
def _stands_apart(word: str) -> bool:
    return len(word) < _LONGEST_WORD and bool(_APART.fullmatch(word))


@lru_cache(_KEPT)
def is_possessed(word: str) -> bool:
    """Say whether a noun may belong to what stands before it: "heyeti", "limanlarından", and also "planı"."""
    return len(word) < _LONGEST_WORD and bool(_POSSESSED.fullmatch(word))


@lru_cache(_KEPT)
def is_cased(word: str) -> bool:
    """Say whether a noun has a case of its own: "toplantıda", "gazetecilere", "listeyi"."""
    return len(word) < _LONGEST_WORD and bool(_CASED.fullmatch(word))


@lru_cache(_KEPT)
def is_locative(word: str) -> bool:
    """Say whether a noun tells where: "törende"."""
    return len(word) < _LONGEST_WORD and bool(_LOCATIVE.fullmatch(word))


@lru_cache(_KEPT)
def belongs_to_verb(word: str, verb: str) -> bool:
    """Say whether a noun makes one verb with a light one: "ziyaret etti", not "limana geldi"."""
    light = deed_words().starts["light"]
    stem = next((stem for stem in sorted(light, key=len, reverse=True) if verb.startswith(stem)), None)
    if stem is None or len(word) >= _LONGEST_WORD or not _is_form(verb, stem) or _NOUN_WITH_CASE.fullmatch(word):
        return False
    return stem in _TAKING or not _DATIVE_NOUN.fullmatch(word)


_FORM: Final = re.compile(
    r"(?:[ıiuüe]?[ln])?(?:m[ae])?(?:[dt][ıiuü]|[ıiuü]yor|[ae]c[ae][kğ]|m[ıiuü]ş|[ıiuüae]r|m[ae]|[ae]bil)"
)


def _is_form(verb: str, stem: str) -> bool:
    """Say whether a verb is a form of a stem, not another verb that begins like it."""
    return bool(_FORM.match(verb, len(stem)))
