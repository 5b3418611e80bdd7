"""Parts of numbers that Turkish and English write alike: 3/4, 5 4/5, ½, and decimals spelled out word by word."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.languages.numerals import Numeral, Vocabulary, quotient, read_cardinal
from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

SIGNS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒")
_LARGEST_BELOW = 16
_MOST_DECIMALS = 6


def sign_value(token: Token, text: str) -> Decimal | None:
    """Give the value of a fraction sign such as ½ or ⅔; None for any other token."""
    if token.folded not in SIGNS:
        return None
    value = unicodedata.numeric(text[token.start])
    below = next(
        (below for below in (2, 3, 4, 5, 6, 7, 8, 9, 10) if abs(value * below - round(value * below)) < 1e-9), 0
    )
    return quotient(Decimal(round(value * below)), Decimal(below)) if below and value < 1 else None


def slash_value(tokens: Sequence[Token], position: int, text: str) -> Decimal | None:
    """Read "3/4" at `position`; None for dates, seasons and case numbers, which look alike."""
    if position + 2 >= len(tokens):
        return None
    above, slash, below = tokens[position : position + 3]
    tight = above.end == slash.start and slash.end == below.start
    if not tight or slash.folded not in "/⁄" or above.kind != "number" or below.kind != "number":
        return None
    top, bottom = text[above.start : above.end], text[below.start : below.end]
    if not (top.isdecimal() and bottom.isdecimal()) or top[0] == "0" or bottom[0] == "0" or len(bottom) > 2:
        return None
    further = tokens[position + 3] if position + 3 < len(tokens) else None
    if further is not None and further.start == below.end and further.folded in "/-.":
        return None
    return quotient(Decimal(top), Decimal(bottom)) if int(top) < int(bottom) <= _LARGEST_BELOW else None


def with_fraction(numeral: Numeral, tokens: Sequence[Token], text: str) -> Numeral:
    """Add a fraction that follows a whole number: "10 1/2", "5½"; or read a fraction that begins with it: "3/4"."""
    if numeral.suffix or not numeral.plain or numeral.spelled:
        return numeral
    if (whole := slash_value(tokens, numeral.first, text)) is not None:
        return closed(numeral, whole, tokens, numeral.first + 3)
    if numeral.next >= len(tokens) or tokens[numeral.next].start - numeral.end > 1:
        return numeral
    if (part := sign_value(tokens[numeral.next], text)) is not None:
        return closed(numeral, numeral.value + part, tokens, numeral.next + 1)
    if (part := slash_value(tokens, numeral.next, text)) is not None:
        return closed(numeral, numeral.value + part, tokens, numeral.next + 3)
    return numeral


def with_spelled_decimals(
    numeral: Numeral, tokens: Sequence[Token], text: str, vocabulary: Vocabulary, barred: frozenset[int]
) -> Numeral:
    """Read decimals spelled out behind the word for the decimal mark, which stands at `numeral.next`."""
    position, zeros = numeral.next + 1, 0
    zero_words = {word for word, entry in vocabulary.words.items() if entry.value == 0}
    while position < len(tokens) and tokens[position].folded in zero_words and zeros < _MOST_DECIMALS:
        position, zeros = position + 1, zeros + 1
    decimals = read_cardinal(tokens, position, text, vocabulary, barred) if position < len(tokens) else None
    if decimals is None or decimals.ordinal or decimals.value != decimals.value.to_integral_value():
        return numeral
    places = zeros + len(str(int(decimals.value)))
    value = numeral.value + decimals.value.scaleb(-places)
    return closed(numeral, value, tokens, decimals.next)


def closed(numeral: Numeral, value: Decimal, tokens: Sequence[Token], following: int) -> Numeral:
    """Give `numeral` with a new value, ending before token `following`."""
    last = tokens[following - 1]
    return replace(numeral, value=value, next=following, end=last.end, suffix=last.suffix, plain=False, doubtful=False)
