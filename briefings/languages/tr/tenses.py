"""Which way a Turkish sentence looks from a date in it: back, ahead, or not said.

The verb stands behind its adverbs, so the first verb behind the date decides. A form that nouns share ("hareketi",
"tatbikatı" end like "bitti") counts only where a clause ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.languages.tokens import Token

_REACH, _SHORT, _PHRASE, _NEAR = 60, 12, 4, 4
"""Tokens: how far ahead a verb is looked for, what counts as a short line, as a phrase, as near the date."""
STATED = 2
"""The strength of a tense the verb states; a present that only suggests has 1."""
_KEPT = 1 << 14
"""Words whose answers are kept."""
_FUTURE = re.compile(r"[^\W\d]{1,30}[ae]c[ae][kğ](?!t[ıi])[^\W\d]{0,12}")
_PLAN_OF_OLD = re.compile(r"[^\W\d]{1,30}[ae]c[ae]kt[ıi][^\W\d]{0,6}")
_PRESENT = re.compile(r"[^\W\d]{1,30}[ıiuü]yor(?!du|mu)[^\W\d]{0,8}")
"""The present in -yor, beside a date, tells what is planned: "salı günü başlıyor"."""
_LASTING_PAST = re.compile(r"[^\W\d]{1,30}[ıiuü]yor(?:du|mu)[^\W\d]{0,8}")
_PARTICIPLE = re.compile(r"[^\W\d]{1,30}[dt][ıiuü](?:ğ[ıiuü]|k(?:l[ae]r|t[ae]n|ç[ae]))[^\W\d]{0,10}")
_FINITE_PAST = re.compile(
    r"[^\W\d]{1,30}(?:[dt][ıiuü]|m[ıiuü]ş)(?:l[ae]r|t[ıiuü]r?(?:l[ae]r)?|d[ıiuü]r?|k|m)?|[^\W\d]{1,30}m[ıiuü]şt[ıiuü]"
)
_RELATIVE = re.compile(r"[^\W\d]{2,30}(?:[ıiuü]l|[ae]n|y)[ae]n")
"""Of the passive and of stems in a vowel: "salı günü düzenlenen", "başlayan"."""
_DOING = frozenset({"yapan", "eden", "konuşan", "katılan", "gelen", "giden", "veren", "görüşen", "buluşan", "bulunan"})
"""Who did it: "salı günü açıklama yapan bakan … belirtti"; the sentence's own verb tells when."""
_SAID = re.compile(r"(?:dedi|söyle|belirt|açıkla|kaydet|vurgula|duyur|bildir)(?:di|ti|dı|tti|du)?")
_AORIST = re.compile(
    r"[^\W\d]{2,30}(?:[ae]r|[ıiuü]r|m[ae]z)(?:[ıiuü]m|[ıiuü]z|s[ıi]n|l[ae]r)?|[^\W\d]{2,30}m[ae]l[ıi]\w{0,4}"
)
_PLANNED = re.compile(r"(?:beklen|planlan|hedeflen|öngörül|bekliyor|planlıyor|hedefliyor|öngörüyor)[^\W\d]{0,20}")
_ANYWHERE = (
    (_LASTING_PAST, -STATED), (_PARTICIPLE, -STATED), (_SAID, -STATED), (_FUTURE, STATED), (_PLANNED, STATED),
    (_PRESENT, 1),
)  # fmt: skip
"""Forms no noun shares."""
_PUT_OFF = re.compile(r"(?:ertele|kaydır|alın|çekil|taşın)[^\W\d]{1,15}")
_CALLED_OFF = re.compile(r"(?:iptal|ertelen|ertele[dny]|askıya|vazgeç)[^\W\d]{0,15}")
"""What is called off lies ahead: "salı günkü toplantı iptal edildi"."""
_DATIVE = re.compile(r"[^\W\d]*(?<![dt])[ae]")
"""What something is put off to lies ahead: "5 Şubat'a ertelendi"."""
_BEFORE_AND = re.compile(r"[^\W\d]{1,30}(?:[^\Wt]d[ıiuü]|tt[iuü])")
"""Past verbs before "ve", where nouns in -tı and -ti are more frequent than verbs."""
_NO_VERBS = frozenset(
    {"ordu", "yurdu", "adı", "soyadı",
     "kadar", "altmış", "yetmiş", "gümüş", "geçmiş", "şimdi", "kendi", "diğer", "bir", "her", "eğer", "meğer", "değer",
     "haber", "rapor", "destek", "gerçek", "yıldır", "gündür", "aydır", "haftadır"},
)  # fmt: skip


def tense(tokens: tuple[Token, ...], _first: int, last: int) -> int:
    """Give -2 or 2 for a past or future the verb states, -1 or 1 for one it suggests, 0 for none.

    `last` is the token behind the date. What is compared with a date ("ekim ayına göre") comes after it; a short line
    without a verb speaks of what comes.
    """
    if last < len(tokens) and tokens[last].folded == "göre":
        return -STATED
    if last < len(tokens) and _is_put_off(tokens[last].folded) and _is_dative(tokens[last - 1]):
        return STATED
    if _is_of_a_day(tokens[last - 1]) and _is_called_off(tokens, last):
        return STATED
    for place in range(last, min(last + _REACH, len(tokens))):
        found = _verb(tokens, place, near=place - last < _NEAR)
        if found:
            return found
    if len(tokens) <= _PHRASE:
        return STATED
    return 1 if len(tokens) < _SHORT else 0


def _is_of_a_day(token: Token) -> bool:
    """Say whether a date is an adjective: "salı günkü", "5 Şubat'taki"."""
    return (token.suffix or token.folded).endswith(("ki", "kü"))


def _is_called_off(tokens: tuple[Token, ...], start: int) -> bool:
    """Say whether the clause that begins here calls something off."""
    for token in tokens[start : start + _SHORT]:
        if token.kind == "mark":
            return False
        if _CALLED_OFF.fullmatch(token.folded):
            return True
    return False


@lru_cache(_KEPT)
def _is_put_off(word: str) -> bool:
    return _PUT_OFF.fullmatch(word) is not None


def _is_dative(token: Token) -> bool:
    return bool(_DATIVE.fullmatch(token.suffix or token.folded))


def _verb(tokens: tuple[Token, ...], place: int, *, near: bool) -> int:
    """Give the tense a word tells, 0 for none."""
    token = tokens[place]
    word = token.folded
    if token.kind != "word" or token.suffix or word in _NO_VERBS:
        return 0
    told = _told_anywhere(word)
    if told:
        return told
    if word in _DOING:
        return -1 if _ends_in_the_past(tokens) else 0
    if near and not token.capital and _is_relative(word):
        return -1
    if place + 1 < len(tokens) and tokens[place + 1].folded == "ve" and _BEFORE_AND.fullmatch(word):
        return -STATED
    return _at_the_end(word) if _ends_clause(tokens, place) else 0


@lru_cache(_KEPT)
def _told_anywhere(word: str) -> int:
    """Give the tense of a form no noun shares, 0 for other words."""
    return next((value for pattern, value in _ANYWHERE if pattern.fullmatch(word)), 0)


@lru_cache(_KEPT)
def _is_relative(word: str) -> bool:
    return _RELATIVE.fullmatch(word) is not None


def _ends_in_the_past(tokens: tuple[Token, ...]) -> bool:
    """Say whether the last verb of the sentence tells the past."""
    places = range(len(tokens) - 1, max(len(tokens) - _SHORT, -1), -1)
    return any(_ends_clause(tokens, place) and _FINITE_PAST.fullmatch(tokens[place].folded) for place in places)


@lru_cache(_KEPT)
def _at_the_end(word: str) -> int:
    """Give the tense of the last word of a clause."""
    if _FINITE_PAST.fullmatch(word):
        return -STATED
    if _PLAN_OF_OLD.fullmatch(word):
        return -1
    return 1 if _AORIST.fullmatch(word) else 0


def _ends_clause(tokens: tuple[Token, ...], place: int) -> bool:
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return following is None or following.kind == "mark" or following.folded in {"ama", "ancak", "fakat", "diye"}
