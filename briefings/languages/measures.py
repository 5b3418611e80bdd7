"""Money, measures, temperature and percent: what stands before or behind a number and what it is a unit of.

Money has its ISO 4217 code, measures their SI symbol, or the word itself where SI has none ("mile", "varil").
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.languages.tokens import Token

UnitKind = Literal["money", "measure", "temperature", "percent"]

_KINDS: tuple[UnitKind, ...] = ("money", "percent", "measure", "temperature")
_MOST_WORDS = 4
_SHORTEST_STEM = 3
_OPEN = {"(": ")", "[": "]", "{": "}"}
_ALSO_WORDS = frozenset({"a", "s"})
_GLUED_ONLY = frozenset({"m", "g", "t", "l", "b", "c", "f", "in", "pm"})
TURKISH_SUFFIX = re.compile(
    r"l[ıiuü](?:[kğ][a-zçğıöşü]{0,5})?|y?[ıiuü]|s[ıiuü]|n?[ıiuü]n|y?[ae]|[dt][ae](?:n|ki)?|y?l[ae]|[dt][ıiuü]r|y?ken"
    r"|y(?:d[ıiuü]|m[ıiuü]ş)|(?<=[^aeıioöuü])(?:[dt][ıiuü]|m[ıiuü]ş)"
    r"|s?[ıiuü]n(?:[ıiuü]n?|[ae]|[dt][ae]n?|ca|ce)|l[ae]r[a-zçğıöşü]{0,6}"
    r"|[ıiuü]?[mn][ıiuü]z(?:[ıiuü]n?|[ae]|[dt][ae]n?|l[ae])?"
)


class Unit(NamedTuple):
    """A unit: what kind of quantity it makes, and its symbol, code or lemma."""

    kind: UnitKind
    symbol: str


class Found(NamedTuple):
    """A unit found in a sentence: the token behind it, and where its words begin and end."""

    unit: Unit
    next: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Measures:
    """A language's words for units."""

    language: str
    units: dict[str, Unit]
    openers: frozenset[str]
    """The first words of units of several words."""
    signs: dict[str, str]
    codes: dict[str, str]
    capital_codes: frozenset[str]
    no_units: frozenset[str]
    minor: dict[str, tuple[str, ...]]
    angle_words: frozenset[str]
    rank_words: frozenset[str]
    hourly: str


@cache
def measures_of(language: str) -> Measures:
    """Give the units of "tr" or "en"."""
    shelf = files("briefings.languages")
    data = tomllib.loads(shelf.joinpath(language, "measures.toml").read_text(encoding="utf-8"))
    money = tomllib.loads(shelf.joinpath("currencies.toml").read_text(encoding="utf-8"))
    units = {sign: Unit("money", code) for sign, code in money["signs"].items()}
    for kind in _KINDS:
        for symbol, words in data[kind].items():
            units.update({word.strip(): Unit(kind, symbol) for word in words.split(",")})
    return Measures(
        language,
        units,
        frozenset(name.split()[0] for name in units if " " in name),
        money["signs"],
        money["codes"]["any_case"],
        frozenset(money["codes"]["capitals"].split()),
        frozenset(data["no_units"]["words"].split()),
        {minor: tuple(codes) for minor, codes in data["minor"].items()},
        frozenset(data["degrees"]["angle_words"].split()),
        frozenset(data["degrees"]["rank_words"].split()),
        data["speed"]["hourly"],
    )


def unit_behind(tokens: Sequence[Token], position: int, text: str, measures: Measures) -> Found | None:
    """Find the unit that begins at token `position`, directly, in brackets, or behind a tight hyphen ("68-ounce")."""
    if position >= len(tokens):
        return None
    mark = tokens[position].folded
    if mark in _OPEN:
        inner = unit_behind(tokens, position + 1, text, measures) if tokens[position + 1 :] else None
        closed = inner and inner.next < len(tokens) and tokens[inner.next].folded == _OPEN[mark]
        if not closed or inner is None or inner.unit.kind != "measure":
            return None
        return inner._replace(next=inner.next + 1, end=tokens[inner.next].end)
    if mark in "-‑" and position + 1 < len(tokens) and _tight(tokens, position):
        position += 1
    return _unit_at(tokens, position, text, measures)


def _tight(tokens: Sequence[Token], position: int) -> bool:
    hyphen = tokens[position]
    return tokens[position - 1].after == hyphen.start and tokens[position + 1].start == hyphen.end


def _unit_at(tokens: Sequence[Token], position: int, text: str, measures: Measures) -> Found | None:
    several = tokens[position].folded in measures.openers
    window = tokens[position : position + (_MOST_WORDS if several else 1)]
    for count in range(len(window), 0, -1):
        words = [token.folded for token in window[:count]]
        if any(token.suffix for token in window[: count - 1]):
            continue
        if unit := _unit_named(words, measures):
            if count == 1 and words[0] in _GLUED_ONLY and not _beside_digit(window[0], text):
                continue
            if (
                measures.language == "en"
                and " ".join(words) in measures.signs
                and _opens_number(tokens, position + count)
            ):
                continue
            return Found(unit, position + count, window[0].start, window[count - 1].end)
    code = _code(window[0], text, measures)
    return Found(Unit("money", code), position + 1, window[0].start, window[0].end) if code else None


def millions_behind(tokens: Sequence[Token], position: int, text: str, measures: Measures) -> str | None:
    """Give the code of the trade's "120 MEUR", millions of euros, at token `position`."""
    if position >= len(tokens):
        return None
    written = text[tokens[position].start : tokens[position].end]
    return written[1:] if written[:1] == "M" and written[1:] in measures.capital_codes else None


def _opens_number(tokens: Sequence[Token], position: int) -> bool:
    """Say whether a sign belongs to the number behind it: English writes it before."""
    return position < len(tokens) and tokens[position].kind == "number"


def _beside_digit(token: Token, text: str) -> bool:
    """Say whether a unit of one letter is written as one: "5m", "5 m", not "5G" or "5 M"."""
    return not token.capital and text[max(0, token.start - 2) : token.start].strip()[-1:].isdigit()


def _unit_named(words: list[str], measures: Measures) -> Unit | None:
    joined = " ".join(words)
    if unit := measures.units.get(joined):
        return unit
    if len(words) == 1 and joined in measures.no_units:
        return None
    head = " ".join([*words[:-1], ""])
    for stem in _stems(words[-1], measures.language):
        if unit := measures.units.get(head + stem):
            return unit
    return None


def _stems(word: str, language: str) -> Iterator[str]:
    """Give what a word may be without its ending, longest first."""
    if language == "en":
        if word.endswith("s") and len(word) > _SHORTEST_STEM:
            yield word[:-1]
        return
    for cut in range(len(word) - 1, max(_SHORTEST_STEM, len(word) - 11) - 1, -1):
        if TURKISH_SUFFIX.fullmatch(word, cut):
            yield word[:cut]


def _code(token: Token, text: str, measures: Measures) -> str | None:
    """Give the ISO code that a token is; lower case only where no word is written so."""
    if token.kind != "word":
        return None
    written = text[token.start : token.end]
    return written if written in measures.capital_codes else measures.codes.get(token.folded)


def money_before(tokens: Sequence[Token], position: int, text: str, measures: Measures) -> Found | None:
    """Find the sign or code that ends before token `position`: "$", "US $", "USD"."""
    for count in (2, 1):
        window = tokens[max(0, position - count) : position]
        if len(window) < count or tokens[position].start - window[-1].end > 1:
            continue
        sign = measures.signs.get(" ".join(token.folded for token in window))
        code = sign or (_code(window[0], text, measures) if count == 1 else None)
        if code and (count == 1 or (window[0].kind == "word" and _one_sign(window))):
            return Found(Unit("money", code), position, window[0].start, window[-1].end)
    return None


def _one_sign(window: Sequence[Token]) -> bool:
    """Say whether letters belong to the money sign behind them: "A$20", "US $20", not "a $20 bill"."""
    letters, sign = window
    return letters.after == sign.start or letters.folded not in _ALSO_WORDS
