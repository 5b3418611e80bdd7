"""Numbers that are no quantities: parts of dates, telephones, addresses, codes, years and numbered series."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from briefings.languages.en import nouns as english_nouns
from briefings.languages.en import numbers as english
from briefings.languages.tr import nouns as turkish_nouns
from briefings.languages.tr import numbers as turkish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.languages.numerals import Numeral
    from briefings.languages.tokens import Token
    from briefings.model import When

_start_of = attrgetter("start")
_end_of = attrgetter("end")
_YEARS = range(1900, 2100)
_LARGEST_IN_SERIES = 10_000
_FEWEST_FOR_TELEPHONE = 3
_FEWEST_DIGITS = 9
_TELEPHONE = re.compile(r"(?<![\w.,])(?:\+\d{1,3}|\(\d{2,4}\)|0\d{2,4})(?:[ \-/]\(?\d{2,4}\)?){2,5}(?![\w.,]\d)")
_ADDRESS_MARKS = frozenset("/=&?_@#%\\")
_CHUNK = 200
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_CLOCK_BEFORE = re.compile(r"\d[.:][0-5]\d[-–]$")
_HALF_OF_DAY = re.compile(r" ?(?:[ap]\.m\b|o['’]clock\b)", re.IGNORECASE)
_LARGEST_SCORE = 300
_SCORE_BEFORE = re.compile(r"(?<![\d.,])(\d{1,3})(?:[-‑–]| [–—-] )$")
_SCORE_AFTER = re.compile(r"(?:[-‑–]| [–—-] )(\d{1,3})(?![\d.,]\d)")


def barred_tokens(tokens: Sequence[Token], text: str, dates: Iterable[When], language: str) -> frozenset[int]:
    """Give the tokens of one sentence that no quantity may hold: those of dates and telephone numbers."""
    if not dates and len(tokens) < _FEWEST_FOR_TELEPHONE:
        return frozenset()
    spans = [
        (when.evidence.span.start, when.evidence.span.end) for when in dates if not _is_age(when, tokens, language)
    ]
    if sum([token.kind == "number" for token in tokens]) >= _FEWEST_FOR_TELEPHONE:
        matches = _TELEPHONE.finditer(text, tokens[0].start, tokens[-1].end)
        spans.extend(match.span() for match in matches if sum(map(str.isdigit, match.group())) >= _FEWEST_DIGITS)
    if not spans:
        return frozenset()
    barred = {place for start, end in spans for place in _inside(tokens, start, end)}
    return frozenset(barred - _misread(barred, tokens, language))


def _misread(barred: set[int], tokens: Sequence[Token], language: str) -> set[int]:
    """Give the tokens of dates that are the middle of a number: "one [hundred and …]", "[three quarters] billion"."""
    numbers = turkish if language == "tr" else english
    words = numbers.number_words()
    scales = {place for place, token in enumerate(tokens) if token.folded in words and numbers.scale_of(token)}
    if not scales:
        return set()
    starts = set(numbers.beginnings(tokens))
    freed: set[int] = set()
    for place in scales & barred:
        if place - 1 in starts and place - 1 not in barred:
            freed.update(_run(barred, place, 1))
    for place in scales - barred:
        words = set(_run(barred, place - 1, -1))
        if words <= starts and all(tokens[word].kind == "word" for word in words):
            freed |= words
    return freed


def _run(barred: set[int], place: int, step: int) -> Iterator[int]:
    """Give the barred tokens that follow one another from `place` on."""
    while place in barred:
        yield place
        place += step


def _inside(tokens: Sequence[Token], start: int, end: int) -> range:
    """Give the places of the tokens that `start` to `end` touches."""
    first = bisect_right(tokens, start, key=_end_of)
    return range(first, bisect_left(tokens, end, lo=first, key=_start_of))


def _is_age(when: When, tokens: Sequence[Token], language: str) -> bool:
    """Say whether a duration is the age of somebody: "ten months old", "8 aylık bebek"."""
    if when.type != "DURATION":
        return False
    inside = _inside(tokens, when.evidence.span.start, when.evidence.span.end)
    nouns = turkish_nouns if language == "tr" else english_nouns
    return any(nouns.age_behind(tokens, place) is not None for place in inside)


def listed(numeral: Numeral, tokens: Sequence[Token]) -> bool:
    """Say whether a number only opens an item of a list: "1. The nature of …", "2) Second"."""
    if numeral.first or not numeral.plain or numeral.spelled or numeral.ordinal or numeral.next + 1 >= len(tokens):
        return False
    mark = tokens[numeral.next]
    return mark.start == numeral.end and mark.folded in {".", ")"}


def is_glued_code(numeral: Numeral, tokens: Sequence[Token], text: str) -> bool:
    """Say whether a number is part of a name or an address: "F-16", "COVID-19", "#5", "?id=305", "%20"."""
    if numeral.spelled:
        return False
    before = text[numeral.start - 1] if numeral.start else " "
    after = text[numeral.end] if numeral.end < len(text) else " "
    if after == "_" or before in "#_":
        return True
    if before in "-‑" and numeral.first > 1:
        named = tokens[numeral.first - 2]
        return named.kind == "word" and named.end == numeral.start - 1
    if before in _ADDRESS_MARKS or after in _ADDRESS_MARKS:
        return _in_address(text, numeral.start)
    return False


def _in_address(text: str, position: int) -> bool:
    """Say whether the word around `position` is a web or mail address."""
    left = max((text.rfind(blank, max(0, position - _CHUNK), position) for blank in " \n"), default=-1)
    chunk = text[max(left, position - _CHUNK, 0) : position + _CHUNK].split(maxsplit=1)[0]
    return "://" in chunk or "www." in chunk or "@" in chunk or "=" in chunk


def is_lone_year(numeral: Numeral, text: str, *, known: bool) -> bool:
    """Say whether a bare number of four digits is rather a year than a count."""
    written = text[numeral.start : numeral.end]
    return not known and numeral.plain and written.isdecimal() and len(written) == 4 and int(written) in _YEARS


def is_clock_time(numeral: Numeral, text: str) -> bool:
    """Say whether digits are a time of day: "10 a.m.", "6 o'clock", the second of "08.30-17.00"."""
    if numeral.spelled or not numeral.plain:
        return False
    hours = _CLOCK.fullmatch(text, numeral.start, numeral.end) is not None
    ranged = _CLOCK_BEFORE.search(text[max(0, numeral.start - 6) : numeral.start]) is not None
    return (hours and ranged) or _HALF_OF_DAY.match(text, numeral.end) is not None


def is_score(numeral: Numeral, text: str, *, counts: bool) -> bool:
    """Say whether a number is one side of a result: "3-1", "2 – 0"; one that counts something only in a falling pair.

    Ranges rise ("3-5 kişi"), so "3-1 biten maç" is a result.
    """
    if numeral.spelled or not numeral.plain or numeral.value > _LARGEST_SCORE:
        return False
    before = _SCORE_BEFORE.search(text, max(0, numeral.start - 7), numeral.start)
    if before is not None and (not counts or int(before[1]) > numeral.value):
        return True
    after = _SCORE_AFTER.match(text, numeral.end)
    return after is not None and (not counts or int(after[1]) < numeral.value)


def is_series_number(numeral: Numeral, tokens: Sequence[Token], text: str, *, known: bool) -> bool:
    """Say whether a number belongs to the name before it: "Apollo 11", "BIST 100"."""
    if known or numeral.spelled or not numeral.plain or numeral.suffix or numeral.first == 0:
        return False
    before = tokens[numeral.first - 1]
    written = text[before.start : before.end]
    if not text[numeral.start : numeral.end].isdecimal() or numeral.value >= _LARGEST_IN_SERIES:
        return False
    named = before.capital and not before.suffix and numeral.start - before.end == 1
    return named and (numeral.first > 1 or (written.isupper() and len(written) > 1))
