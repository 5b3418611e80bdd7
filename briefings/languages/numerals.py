"""Numbers in running text: digits by either convention, number words, and both mixed ("93 bin 973", "4 thousand").

A number phrase is read from the tokens of a sentence. What a language adds is its table of number words and a reader
of what may follow a number (halves, fractions, spelled decimals); see `tr/numbers.py` and `en/numbers.py`.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

Role = Literal["unit", "teen", "ten", "hundred", "scale"]

_LONGEST_DIGITS = 30
_WIDEST_GAP = 3
_GROUP = 3
_LARGEST_EXPONENT = 30
_SIGNIFICANT = 15
_BEFORE_DECIMAL = frozenset(" \n([$€£₺")
_UNBOUNDED = Decimal("1e100")
_EXPONENT = re.compile(r"\^([+-]?\d{1,3})(?![\d.,])|[eE]([+-]?\d{1,3})\b|[x×]10\^([+-]?\d{1,3})\b")


class Word(NamedTuple):
    """A number word: its value, how it combines, whether it is ordinal, and the case suffix it carries."""

    value: int
    role: Role
    ordinal: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a sentence: tokens `first` to `next`, half-open."""

    value: Decimal
    first: int
    next: int
    start: int
    end: int
    ordinal: bool = False
    spelled: bool = False
    """Written in words only."""
    suffix: str = ""
    """The case suffix of its last word, with or without an apostrophe."""
    plain: bool = True
    """A single whole number: one word, or one run of digits."""
    doubtful: bool = False
    """A word that is a number only when a unit follows: "bir", "one"."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A language's number words."""

    words: dict[str, Word]
    symbols: dict[str, int]
    """Scales that stand directly after digits: "bn", "mn"."""
    capital_symbols: dict[str, int]
    """Scales that must be glued to digits and written so: "10M"."""
    joiner: str
    """The word that may join the parts ("and"), "" when there is none."""
    grouping: str
    """The character between groups of three digits."""
    one_hundred: bool
    """Whether "one" stands before "hundred"."""
    parts: frozenset[str] = frozenset()
    """Words below a fraction line: behind "and" they open a fraction, not more of the number."""


class _State(NamedTuple):
    """What has been read: `total` of finished scales, the `part` below the last scale, and that scale as a bound."""

    total: Decimal
    part: Decimal | None
    bound: Decimal
    last: Role | Literal["digits"] | None


def digits_value(written: str, grouping: str) -> Decimal | None:
    """Read digits with `.` and `,` by a language's convention; None for times, addresses and leading zeros."""
    if len(written) > _LONGEST_DIGITS or ":" in written:
        return None
    if written[0] in ".,":
        return Decimal("0." + written[1:]) if written[1:].isdecimal() else None
    marks = [mark for mark in ".," if mark in written]
    if not marks:
        return None if len(written) > 1 and written[0] == "0" else Decimal(written)
    if len(marks) == 2:
        return _with_decimals(written, max(marks, key=written.rfind))
    mark = marks[0]
    groups = written.split(mark)
    grouped = 1 <= len(groups[0]) <= _GROUP and groups[0][0] != "0" and all(len(one) == _GROUP for one in groups[1:])
    if grouped and (mark == grouping or len(groups) > 2):
        return Decimal("".join(groups))
    return Decimal(".".join(groups)) if len(groups) == 2 else None


def _with_decimals(written: str, decimal: str) -> Decimal | None:
    whole, _, fraction = written.rpartition(decimal)
    groups = whole.split("." if decimal == "," else ",")
    if decimal in whole or any(len(one) != _GROUP for one in groups[1:]) or len(groups[0]) > _GROUP:
        return None
    return Decimal("".join(groups) + "." + fraction)


def read_cardinal(
    tokens: Sequence[Token], first: int, text: str, vocabulary: Vocabulary, barred: frozenset[int]
) -> Numeral | None:
    """Read the longest number phrase that begins at token `first`; tokens in `barred` end it."""
    state = _State(Decimal(0), None, _UNBOUNDED, None)
    position = first
    suffix, ordinal, spelled = "", False, True
    while position < len(tokens) and position not in barred:
        place = position if position == first else _joined(tokens, position, vocabulary, state)
        if place is None or place in barred or (step := _step(tokens, place, text, vocabulary, state)) is None:
            break
        state, token = step[0], tokens[step[1] - 1]
        spelled = spelled and token.kind == "word"
        word = vocabulary.words.get(token.folded) if token.kind == "word" else None
        position = step[1]
        suffix = token.suffix or (word.suffix if word else "")
        ordinal = bool(word and word.ordinal)
        if suffix or ordinal:
            break
    if position == first:
        return None
    value = state.total + (state.part or 0)
    last = tokens[position - 1]
    plain = position - first == 1
    start = _digits_start(tokens[first], text)
    return Numeral(value, first, position, start, last.end, ordinal, spelled, suffix, plain)


def _joined(tokens: Sequence[Token], position: int, vocabulary: Vocabulary, state: _State) -> int | None:
    """Give the next token of the phrase, past "and" or a hyphen where the language writes them; None when it ends."""
    token = tokens[position]
    if token.start - tokens[position - 1].end > _WIDEST_GAP:
        return None
    if not vocabulary.joiner:
        return position
    hyphen = token.kind == "mark" and token.folded in "-‑" and state.last == "ten"
    joined = token.folded == vocabulary.joiner and state.last in {"hundred", "scale"}
    if not hyphen and not joined:
        return position
    following = position + 1
    if following >= len(tokens) or (joined and _begins_anew(tokens, following, vocabulary, state)):
        return None
    return following


def _begins_anew(tokens: Sequence[Token], position: int, vocabulary: Vocabulary, state: _State) -> bool:
    """Say whether "and" opens a number of its own: "3 hundred and 2 hundred", "two thousand and three thousand"."""
    if position + 1 >= len(tokens):
        return False
    word = vocabulary.words.get(tokens[position].folded)
    if tokens[position + 1].folded in vocabulary.parts and word is not None and word.role == "unit":
        return True
    after = vocabulary.words.get(tokens[position + 1].folded)
    if after is None:
        return False
    if after.role == "hundred":
        return state.last == "hundred"
    return after.role == "scale" and Decimal(after.value) >= state.bound


def _step(
    tokens: Sequence[Token], position: int, text: str, vocabulary: Vocabulary, state: _State
) -> tuple[_State, int] | None:
    """Add the token at `position` to what has been read; gives the new state and the position behind it."""
    token = tokens[position]
    if token.kind == "number":
        return _digits_step(tokens, position, text, vocabulary, state)
    if token.kind == "mark":
        return None
    word = vocabulary.words.get(token.folded)
    if word is None:
        scale = _symbol(tokens, position, text, vocabulary) if state.last == "digits" else None
        word = Word(scale, "scale") if scale else None
    added = _added(state, word, vocabulary) if word else None
    return (added, position + 1) if added else None


def _symbol(tokens: Sequence[Token], position: int, text: str, vocabulary: Vocabulary) -> int | None:
    """Read a scale that is written as a symbol after digits: "10k", "10 bn", "10M"."""
    token = tokens[position]
    glued = token.start == tokens[position - 1].end
    if glued and (scale := vocabulary.capital_symbols.get(text[token.start : token.end])):
        return scale
    return vocabulary.symbols.get(token.folded)


def _digits_step(
    tokens: Sequence[Token], position: int, text: str, vocabulary: Vocabulary, state: _State
) -> tuple[_State, int] | None:
    token = tokens[position]
    value = digits_value(text[_digits_start(token, text) : token.end], vocabulary.grouping)
    if value is None:
        return None
    following = position + 1
    if state.last is None:
        value, following = _spaced_groups(tokens, position, text, value)
        return _State(Decimal(0), value, _UNBOUNDED, "digits"), following
    fits = state.part is None or (state.last == "hundred" and vocabulary.one_hundred and value < 100)
    if state.last == "digits" or not fits or value == 0 or value >= state.bound or value != value.to_integral_value():
        return None
    return state._replace(part=(state.part or Decimal(0)) + value, last="digits"), following


def _digits_start(token: Token, text: str) -> int:
    """Give where digits begin; a decimal mark before them belongs to them: ".25", ",08"."""
    start = token.start
    free = start == 1 or text[start - 2 : start - 1] in _BEFORE_DECIMAL
    return start - 1 if token.kind == "number" and start and text[start - 1] in ".," and free else start


def _spaced_groups(tokens: Sequence[Token], position: int, text: str, value: Decimal) -> tuple[Decimal, int]:
    """Read digits that are grouped by single blanks: "1 414 021 100"."""
    following = position + 1
    if tokens[position].end - tokens[position].start > _GROUP or value == 0 or tokens[position].suffix:
        return value, following
    while following < len(tokens):
        token, before = tokens[following], tokens[following - 1]
        blank = text[before.end : token.start]
        if token.kind != "number" or token.end - token.start != _GROUP or len(blank) != 1 or not blank.isspace():
            break
        if before.suffix or not text[token.start : token.end].isdigit():
            break
        value = value * 1000 + Decimal(text[token.start : token.end])
        following += 1
    return value, following


def _added(state: _State, word: Word, vocabulary: Vocabulary) -> _State | None:
    """Combine a number word with what stands before it; None when the two are not one number."""
    value, part = Decimal(word.value), state.part
    if word.role == "scale":
        if value >= state.bound:
            return None
        return _State(state.total + (1 if part is None else part) * value, None, value, "scale")
    if value >= state.bound:
        return None
    if part is None:
        return state._replace(part=value, last=word.role)
    if word.role == "hundred":
        fits = (part > 0 if vocabulary.one_hundred else part > 1) and part < 10
        return state._replace(part=part * 100, last="hundred") if fits else None
    free = state.last == "hundred" or (word.role == "unit" and state.last == "ten")
    return state._replace(part=part + value, last=word.role) if free else None


def with_exponent(numeral: Numeral, tokens: Sequence[Token], text: str) -> Numeral:
    """Read a power or scientific notation glued to digits: "1,1^23", "12e-1", "1.3x10^6"."""
    match = _EXPONENT.match(text, numeral.end)
    if match is None or numeral.suffix or not numeral.plain:
        return numeral
    power = int(match[1] or match[2] or match[3])
    if abs(power) > _LARGEST_EXPONENT or numeral.value == 0:
        return numeral
    with localcontext() as context:
        context.prec = 30
        value = numeral.value**power if match[1] else numeral.value.scaleb(power)
    following = numeral.next
    while following < len(tokens) and tokens[following].start < match.end():
        following += 1
    return replace(numeral, value=value, next=following, end=match.end(), plain=False)


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """Divide, to fifteen significant digits."""
    with localcontext() as context:
        context.prec = _SIGNIFICANT
        return above / below


def decimal_text(value: Decimal) -> str:
    """Give a value as a plain decimal number: no grouping, no exponent, no zeros at the end."""
    if value == (whole := int(value)):
        return str(whole)
    with localcontext() as context:
        context.prec = 60
        return format(value.normalize(), "f")
