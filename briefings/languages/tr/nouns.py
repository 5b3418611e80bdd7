"""What a Turkish number counts: the head of the noun phrase behind it, as its lemma.

"28 maddelik plan" counts madde, "93 bin 973 elektrikli araç" araç, "5 Özbek vatandaşı" vatandaş, "3 faiz indirimi" a
compound of two nouns. A noun outside the list is given as written when nothing can be taken off it with certainty.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from briefings.languages.measures import TURKISH_SUFFIX
from briefings.languages.number_context import Head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

_KEPT = 1 << 14
"""Words whose answers are kept."""
_FARTHEST = 5
_SHORTEST = 2
_HARD = {"ğ": "k", "g": "k", "b": "p", "c": "ç", "d": "t"}
_ADJECTIVE = re.compile(
    r"\w{2,}(?:l[ıiuü]|s[ıiuü]z|[dtn][ae]ki|sel|sal|[ae]n|m[ıiuü]ş|[ae]c[ae][kğ]|d[ıiuü]ğ[ıiuü]|t[ıiuü]ğ[ıiuü]|(?:i|ü)stan)"
)
_VERB = re.compile(
    r"\w{2,}(?:[dt][ıiuü](?:m|k|n|ler|lar)?|[ıiuü]yor\w{0,5}|m[ae]kt[ae]\w{0,5}|[ae]r[ae]k|[ıiuü]p|[dt][ıiuü]r|[ae]bil\w{2,6}|m[ae]z|m[ae]d[ae]n)"
)
_CERTAIN = re.compile(
    r"(?<=[aeıioöuü])(?:s[ıiuü]|n[ıiuü]n|y[aeıiuü])|l[ıiuü]k(?:t[ae]n?)?|l[ıiuü]ğ[ıiuüae]n?|[^aeıioöuü][dt][ae]n"
    r"|(?<=\w{4})[ıiuü]?m[ıiuü]z(?:[ıiuü]n?|[ae]|[dt][ae]n?|l[ae])?"
)
_CASE = re.compile(r"(?:n[ıiuü]n|[dt][ae]n?|y[ae])$")
_POSSESSED_CASE = re.compile(r"[ıiuü]n(?:[ıiuü]n?|[ae]|[dt][ae]n?|c[ae])$")
_PLURAL = re.compile(r"l[ae]r")
_PLURAL_WORD = re.compile(r"\w{2,}?l[ae]r(?:[ıiuün]|d[ae])")
_GENITIVE = re.compile(r"n[ıiuü]n$")
_VOWELS = "aeıioöuü"
_AGE = re.compile(r"yaş(?:(?:ın|lar)[a-zçğıöşü]{1,14}|ına|ını)?")
_AGE_SPAN = re.compile(r"(yıl|ay|hafta|gün)l[ıiuü]k(ken|m[ıiuü]ş|t[ıiuü])?")
_AGE_ABLATIVE = re.compile(r"(yıl|ay|hafta|gün)d[ae]n")
_PERIODICAL = frozenset({"günlük", "haftalık", "aylık", "yıllık"})
_PUBLICATIONS = frozenset({"gazete", "dergi", "bülten", "yayın"})
_BECOMES = frozenset({"olacak", "oldu", "olmuş", "oluyor"})
_OLDER = frozenset({"küçük", "büyük", "genç", "yaşlı", "küçüktü", "büyüktü", "gençti", "yaşlıydı"})
_YOUNG = frozenset(
    {
        "bebek",
        "bebeği",
        "bebeğin",
        "bebeğini",
        "çocuk",
        "çocuğu",
        "çocuğun",
        "kız",
        "oğlan",
        "torun",
        "torunu",
        "ikiz",
        "ikizler",
        "yavru",
    }
)
_POSSESSED = re.compile(r"s?[ıiuü](?:n[ıiuü]n)?")


class _Nouns(NamedTuple):
    people: frozenset[str]
    all: frozenset[str]
    adjectives: frozenset[str]
    stops: frozenset[str]
    compounds: dict[str, str]


@cache
def _nouns() -> _Nouns:
    data = tomllib.loads(files("briefings.languages").joinpath("tr", "nouns.toml").read_text(encoding="utf-8"))
    people, things, adjectives, stops = (
        frozenset(data[name].split()) for name in ("people", "things", "adjectives", "stops")
    )
    return _Nouns(people, people | things, adjectives, stops, data["compounds"])


def counted(tokens: Sequence[Token], position: int, barred: frozenset[int]) -> Head | None:
    """Give the lemma of what the number before token `position` counts, None when the text does not say."""
    nouns = _nouns()
    fallback: Head | None = None
    for place in range(position, min(len(tokens), position + _FARTHEST)):
        token = tokens[place]
        word = token.folded
        if word in _PERIODICAL and (place > position or _is_periodical(tokens, place + 1)):
            continue
        lemma = known_noun(word)
        if place in barred or _phrase_ended(token, lemma, nouns):
            break
        if lemma is None or (word in nouns.adjectives and _noun_ahead(tokens, place + 1)):
            if fallback is None and not token.capital and lemma is None and word not in nouns.adjectives:
                fallback = _unknown(word)
            if _ends_phrase(word, token):
                break
            continue
        return _head(tokens, place, position, lemma, nouns)
    return fallback


def _is_periodical(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "12 günlük gazete" counts newspapers: of most other things it tells the age or length."""
    return place < len(tokens) and known_noun(tokens[place].folded) in _PUBLICATIONS


def _phrase_ended(token: Token, lemma: str | None, nouns: _Nouns) -> bool:
    """Say whether no noun phrase goes on here; what is counted is never in the plural."""
    if token.kind != "word" or token.folded in nouns.stops or (token.capital and token.suffix):
        return True
    if lemma is None:
        return _VERB.fullmatch(token.folded) is not None
    return _PLURAL.match(token.folded, len(lemma)) is not None


def _noun_ahead(tokens: Sequence[Token], position: int) -> bool:
    return (
        position < len(tokens) and tokens[position].kind == "word" and known_noun(tokens[position].folded) is not None
    )


def _ends_phrase(word: str, token: Token) -> bool:
    """Say whether an unknown noun carries a case, so that nothing behind it belongs to it."""
    if token.capital:
        return False
    return _POSSESSED_CASE.search(word) is not None or (
        not _ADJECTIVE.fullmatch(word) and _CASE.search(word) is not None
    )


def _head(tokens: Sequence[Token], place: int, first: int, lemma: str, nouns: _Nouns) -> Head:
    """Give the noun found, or the possessed noun it stands before: "savaş uçağı", "faiz indirimi"."""
    if compound := _compound(tokens, place, first, lemma, nouns):
        return Head(compound, known=True)
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or following.kind != "word" or lemma != token.folded or lemma in nouns.people:
        return Head(lemma, known=True, bare=_is_bare(token.folded, lemma))
    after = known_noun(following.folded)
    if after is None or following.folded in nouns.stops or following.folded == after:
        return Head(lemma, known=True)
    if not _POSSESSED.fullmatch(following.folded, len(after)):
        return Head(lemma, known=True)
    if token.capital:
        return Head(after, known=True, bare=False)
    return Head(f"{lemma} {_GENITIVE.sub('', following.folded)}", known=True)


def _compound(tokens: Sequence[Token], place: int, first: int, lemma: str, nouns: _Nouns) -> str | None:
    """Give the listed compound that the noun at `place` ends or begins, None when there is none."""
    for begin in range(max(first, place - 2), place):
        before = " ".join(earlier.folded for earlier in tokens[begin:place])
        if compound := nouns.compounds.get(f"{before} {lemma}"):
            return compound
    after = known_noun(tokens[place + 1].folded) if place + 1 < len(tokens) else None
    return nouns.compounds.get(f"{lemma} {after}") if after else None


def noun_ending_at(tokens: Sequence[Token], place: int) -> str | None:
    """Give the lemma of the known noun at a token, as a listed compound where it ends one; None for other words."""
    lemma = known_noun(tokens[place].folded)
    return lemma and (_compound(tokens, place, 0, lemma, _nouns()) or lemma)


def opens_no_phrase(word: str) -> bool:
    """Say whether a word is no noun: it ends a phrase, or stands before nouns."""
    nouns = _nouns()
    return word in nouns.stops or word in nouns.adjectives


def is_plural_form(word: str) -> bool:
    """Say whether a noun stands in the plural, whatever its case: "gemilerin", "ekonomistlerden"."""
    lemma = known_noun(word)
    return _PLURAL_WORD.match(word) is not None if lemma is None else _PLURAL.match(word, len(lemma)) is not None


@cache
def _stem_limit() -> int:
    return max(len(word) for word in _nouns().all)


@lru_cache(_KEPT)
def known_noun(word: str) -> str | None:
    """Give the lemma of a form of a known noun, None for other words."""
    known = _nouns().all
    if word in known:
        return word
    for cut in range(min(len(word) - 1, _stem_limit()), _SHORTEST - 1, -1):
        if not TURKISH_SUFFIX.fullmatch(word, cut):
            continue
        stem = word[:cut]
        if stem in known:
            return stem
        if stem[-1] in _HARD and (hard := stem[:-1] + _HARD[stem[-1]]) in known:
            return hard
    return None


@lru_cache(_KEPT)
def _unknown(word: str) -> Head | None:
    """Give an unknown noun without an ending that can only be one; None for what looks like an adjective."""
    if _ADJECTIVE.fullmatch(word) or _POSSESSED_CASE.search(word) or len(word) <= _SHORTEST:
        return None
    for cut in range(max(_SHORTEST + 1, len(word) - 6), len(word)):
        if _CERTAIN.fullmatch(word, cut):
            return Head(word[:cut], known=False)
    return Head(word, known=False)


def _is_bare(word: str, lemma: str) -> bool:
    """Say whether a noun has no possessive suffix: "kişi", "kişilik", "kişinin", not "raporu", "raporunun"."""
    opening = word[len(lemma) :][:1]
    people = lemma in _nouns().people and opening in ("nyd" if lemma[-1] in _VOWELS else "dt")
    return opening in {"", "l"} or people


def age_behind(tokens: Sequence[Token], position: int) -> tuple[str, int] | None:
    """Read "yaşında", "aylık bebek", "aylıkken" at `position`; gives the unit of age and the token behind it."""
    if position >= len(tokens):
        return None
    word = tokens[position].folded
    if _AGE.fullmatch(word):
        return "yıl", position + 1
    following, second = (tokens[place].folded if place < len(tokens) else "" for place in (position + 1, position + 2))
    if span := _AGE_SPAN.fullmatch(word):
        return (span[1], position + 1) if span[2] or following in _YOUNG or following in _BECOMES else None
    if (span := _AGE_ABLATIVE.fullmatch(word)) and following == "daha" and second in _OLDER:
        return span[1], position + 1
    return None
