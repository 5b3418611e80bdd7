"""What a bare Turkish number counts when the noun stands apart: "gemi sayısı 28'e çıktı", "gemilerin 17'si"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.languages.tr.nouns import is_plural_form, noun_ending_at, opens_no_phrase
from briefings.languages.tr.numbers import beginnings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.numerals import Numeral
    from briefings.languages.tokens import Token

_WIDEST = 16
_NEAR = 4
_COUNT = re.compile(r"sayı(?:s[ıi]|lar[ıi])(?:n[a-zçğıöşü]{1,5}|yla|yd[ıi]|d[ıi]r)?")
_FINITE = re.compile(
    r"\w{2,}(?:[dt][ıiuü](?:k|l[ae]r)?|[ıiuü]yor(?:du|lar)?|[ae]c[ae]k(?:t[ıi])?|m[ıiuü]ş(?:t[ıiuü])?)"
)
_PARTICIPLE = re.compile(r"\w{1,20}[ae]n")
_NOMINAL = re.compile(r"\w{2,}(?:[ae]n|m[ıiuü]ş|[ae]c[ae]k)")
_PLURAL = re.compile(r"(\w{2,}?)l[ae]r(?:[ıiuü](?:m[ıiuü]z)?)?(?:n?[ıiuü]n|n?[dt][ae]n)?")
_OUT_OF = re.compile(r"\w{2,}(?:[ıiuü]n|[dt][ae]n)")
_PART = re.compile(r"s?[ıiuü](?:n(?:[ıiuü]n?|[ae]|[dt][ae]n?))?")
_ABLATIVE = re.compile(r"\w*[dt][ae]n")
_DATIVE = re.compile(r"y?[ae]")
_JOINTS = frozenset({",", "ve", "ama", "ancak", "fakat"})
_STOPS = frozenset(";!?")
_BETWEEN = frozenset({"toplam", "ortalama", "günlük", "aylık", "yıllık", "güncel", "kesin", "resmi", "gerçek", "net"})
_ADVERBS = frozenset(
    {"yalnızca", "sadece", "yalnız", "yaklaşık", "en", "az", "fazla", "çok", "neredeyse", "toplam", "tam", "da", "de"}
)
_PRONOUNS = frozenset({"bun", "on", "şun", "kim", "bir", "biz", "siz", "bazı", "baş"})
_PEOPLE = "kişi"


def count_of(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Give the lemma of X in "X sayısı N" and "N'e çıkan X sayısı", None when no such frame holds the number."""
    place = _count_before(tokens, numeral.first)
    if place is None:
        place = _count_behind(tokens, numeral.next)
    if not place:
        return None
    place -= 1
    while place and tokens[place].folded in _BETWEEN:
        place -= 1
    return _noun_or_people(tokens, place)


def _count_before(tokens: Sequence[Token], first: int) -> int | None:
    """Find "sayısı" in the clause before a number; a finished clause keeps it only when the number follows at once."""
    for place in range(first - 1, max(-1, first - _WIDEST), -1):
        word = tokens[place].folded
        if word in _STOPS:
            return None
        if _COUNT.fullmatch(word):
            return place
        if place + 2 < first and tokens[place + 1].folded in _JOINTS and _FINITE.fullmatch(word):
            return None
    return None


def _count_behind(tokens: Sequence[Token], following: int) -> int | None:
    """Find "sayısı" behind a participle: "[24]'e inen tahıl gemisi sayısı", "[28]'den 24'e düşen …"."""
    place = following + (following < len(tokens) and tokens[following].kind == "number")
    near = range(place, min(len(tokens), place + 2))
    participle = next((at for at in near if _PARTICIPLE.fullmatch(tokens[at].folded)), None)
    if participle is None:
        return None
    for at in range(participle + 1, min(len(tokens), participle + 1 + _NEAR)):
        if tokens[at].kind != "word":
            return None
        if _COUNT.fullmatch(tokens[at].folded):
            return at if at > participle + 1 else None
    return None


def _noun_or_people(tokens: Sequence[Token], place: int) -> str | None:
    """Give the noun that ends at a token; "those who …" are people, unless the text says what they are."""
    token = tokens[place]
    if token.kind != "word" or opens_no_phrase(token.folded):
        return None
    if noun := noun_ending_at(tokens, place):
        return noun
    several = _PLURAL.fullmatch(token.folded)
    stem = several[1] if several else token.folded
    if stem in _PRONOUNS or (token.suffix and token.capital):
        return None
    return _PEOPLE if several and _NOMINAL.fullmatch(stem) else stem


def whole_of(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Give the lemma of X in "X'lerin 17'si" and "X'lerden üçü", None when the number is no part of anything."""
    if not _PART.fullmatch(numeral.suffix):
        return None
    place = numeral.first - 1
    while place > 0 and tokens[place].folded in _ADVERBS:
        place -= 1
    if place < 0 or not _OUT_OF.fullmatch(tokens[place].folded) or not is_plural_form(tokens[place].folded):
        return None
    return _noun_or_people(tokens, place)


def goes_on(_tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Say whether a bare number is a part of what was counted before: "12 gemi geldi, 3'ü boştu"."""
    return _PART.fullmatch(numeral.suffix) is not None


def compared(tokens: Sequence[Token], numeral: Numeral) -> tuple[bool, bool]:
    """Say whether a bare number may be the other end of a change told before it, and of one told behind it."""
    before = tokens[numeral.first - 1].folded if numeral.first else ""
    back = _ABLATIVE.fullmatch(before) is not None and _DATIVE.fullmatch(numeral.suffix) is not None
    on = _ABLATIVE.fullmatch(numeral.suffix) is not None and bool(beginnings(tokens[numeral.next : numeral.next + 1]))
    return back, on
