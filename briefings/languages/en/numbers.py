"""English numbers: "four thousand three hundred and twenty-one", "half a million", "two thirds", "2nd", "3 dozen"."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.languages.fractions import SIGNS, closed, sign_value, with_fraction, with_spelled_decimals
from briefings.languages.numerals import Numeral, Role, Vocabulary, Word, quotient, read_cardinal, with_exponent
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

_ROLES: tuple[Role, ...] = ("unit", "teen", "ten", "hundred", "scale")
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
_DENOMINATORS = range(3, 1001)
_ARTICLES = frozenset({"a", "an"})
_HYPHENS = "-‑"


@dataclass(frozen=True, slots=True)
class _Words:
    """What `numbers.toml` holds, ready for use."""

    vocabulary: Vocabulary
    beginnings: frozenset[str]
    parts: dict[str, int]
    """Words below a fraction line: "thirds" = 3; singular ones stand after "one" and "a"."""
    dozens: dict[str, int]
    guarded: dict[str, frozenset[str]]


@cache
def _words() -> _Words:
    data = tomllib.loads(files("briefings.languages").joinpath("en", "numbers.toml").read_text(encoding="utf-8"))
    forms = {name: Word(value, role) for role in _ROLES for name, value in data["words"][role].items()}
    ordinals = dict(pair.split("=") for pair in data["ordinals"]["words"].split())
    parts = {name + plural: forms[base].value for name, base in ordinals.items() for plural in ("", "s")}
    parts = {name: value for name, value in parts.items() if value > 2} | _PARTS
    forms.update({name: forms[base]._replace(ordinal=True) for name, base in ordinals.items()})
    symbols = data["symbols"]
    return _Words(
        Vocabulary(
            forms,
            symbols["glued_or_apart"],
            symbols["glued_capital"],
            "and",
            ",",
            one_hundred=True,
            parts=frozenset(parts),
        ),
        frozenset(forms) | frozenset(_PARTS) | frozenset(data["fractions"]["dozen"]) | SIGNS,
        parts,
        data["fractions"]["dozen"],
        {name: frozenset(value.split()) for name, value in data["guarded"].items()},
    )


def beginnings(tokens: Sequence[Token]) -> list[int]:
    """Give, quickly, the tokens with which a number may begin."""
    known = _words().beginnings
    return [place for place, token in enumerate(tokens) if token.kind == "number" or token.folded in known]


def read_number(tokens: Sequence[Token], first: int, text: str, barred: frozenset[int]) -> Numeral | None:
    """Read the number that begins at token `first`, None when none does; tokens in `barred` belong to dates."""
    words = _words()
    token = tokens[first]
    if token.folded in _PARTS or token.folded in words.dozens:
        return _half(tokens, first, words)
    if token.kind == "word" and (value := sign_value(token, text)) is not None:
        return Numeral(value, first, first + 1, token.start, token.end, plain=False)
    numeral = read_cardinal(tokens, first, text, words.vocabulary, barred)
    if numeral is None:
        return None
    if numeral.ordinal:
        return _ordinal(numeral, tokens, words)
    numeral = _extended(numeral, tokens, text, words, barred)
    return replace(_from_article(numeral, tokens, words), doubtful=not _meant(numeral, tokens, words))


def _after(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].folded if position < len(tokens) else ""


def _scale(word: str, words: _Words) -> int:
    """Give the factor of "million" or "dozen", 0 for other words."""
    if word in words.dozens:
        return words.dozens[word]
    entry = words.vocabulary.words.get(word)
    return entry.value if entry and entry.role in {"scale", "hundred"} and not entry.ordinal else 0


def _scale_behind(tokens: Sequence[Token], position: int, words: _Words) -> tuple[int, int]:
    """Read "million", "a million", "of a million" at `position`; gives the factor, 0 if none, and the next position."""
    place = position
    if _after(tokens, place) == "of" and _after(tokens, place + 1) in _ARTICLES:
        place += 1
    if _after(tokens, place) in _ARTICLES:
        place += 1
    factor = _scale(_after(tokens, place), words)
    return (factor, place + 1) if factor else (0, position)


def _half(tokens: Sequence[Token], first: int, words: _Words) -> Numeral | None:
    """Read "half a million", "a quarter million", "a dozen", "a half"; None for half and quarter alone."""
    token = tokens[first]
    article = first > 0 and tokens[first - 1].folded in _ARTICLES
    begin = first - 1 if article else first
    base = Numeral(Decimal(0), begin, first + 1, tokens[begin].start, token.end, spelled=True, plain=False)
    if token.folded in words.dozens:
        return replace(base, value=Decimal(words.dozens[token.folded])) if article else None
    if token.folded not in {"half", "quarter"}:
        return None
    value = quotient(Decimal(1), Decimal(_PARTS[token.folded]))
    factor, following = _scale_behind(tokens, first + 1, words)
    if factor:
        return closed(base, value * factor, tokens, following)
    last = first + 1 >= len(tokens) or tokens[first + 1].folded in {"of", ".", ","}
    return replace(base, value=value) if article and last else None


def _ordinal(numeral: Numeral, tokens: Sequence[Token], words: _Words) -> Numeral | None:
    """Give an ordinal, or the fraction that one is behind "a": "a third of", "by a third"."""
    before = tokens[numeral.first - 1].folded if numeral.first else ""
    after = _after(tokens, numeral.next)
    last = tokens[numeral.next - 1].folded
    by = numeral.first > 1 and tokens[numeral.first - 2].folded == "by"
    if before in _ARTICLES and last in words.parts and (by or numeral.next == len(tokens) or after == "of"):
        value = quotient(Decimal(1), numeral.value)
        begin = numeral.first - 1
        return replace(numeral, value=value, first=begin, start=tokens[begin].start, ordinal=False, plain=False)
    if (
        last == "first"
        and numeral.first
        and before not in words.guarded["first_behind"]
        and not tokens[numeral.first - 1].suffix
    ):
        return None
    if before in words.guarded.get(f"{last}_after", ()) or after in words.guarded.get(f"{last}_before", ()):
        return None
    return numeral


def _from_article(numeral: Numeral, tokens: Sequence[Token], words: _Words) -> Numeral:
    """Take in the article of "a hundred", "a million"."""
    begin = numeral.first - 1
    if begin < 0 or tokens[begin].folded not in _ARTICLES or not _scale(tokens[numeral.first].folded, words):
        return numeral
    return replace(numeral, first=begin, start=tokens[begin].start)


def _meant(numeral: Numeral, tokens: Sequence[Token], words: _Words) -> bool:
    """Say whether "one" is a number here rather than a pronoun."""
    if numeral.next - numeral.first > 1 or tokens[numeral.first].folded != "one":
        return True
    before = tokens[numeral.first - 1].folded if numeral.first else ""
    after = tokens[numeral.next] if numeral.next < len(tokens) else None
    if before in words.guarded["one_after"]:
        return False
    if after is None or after.kind == "mark":
        return before in {"minus", "negative"} or (
            after is not None and after.folded in _HYPHENS and after.start == numeral.end
        )
    return after.folded not in words.guarded["one_before"]


def _extended(numeral: Numeral, tokens: Sequence[Token], text: str, words: _Words, barred: frozenset[int]) -> Numeral:
    """Read what may follow a number: a power, "2nd", "thirds", "and a half", "point five", "dozen", "over three"."""
    numeral = with_fraction(with_exponent(numeral, tokens, text), tokens, text)
    if numeral.suffix or numeral.next >= len(tokens) or numeral.next in barred:
        return numeral
    token = tokens[numeral.next]
    further: Numeral | None
    if token.folded in _ENDINGS and token.start == numeral.end and numeral.plain:
        further = replace(numeral, ordinal=True, next=numeral.next + 1, end=token.end)
    elif token.folded in words.dozens:
        further = closed(numeral, numeral.value * words.dozens[token.folded], tokens, numeral.next + 1)
    elif token.folded == "point":
        further = with_spelled_decimals(numeral, tokens, text, words.vocabulary, barred)
    else:
        further = _one_of(numeral, tokens, text, words, barred) or _mixed(numeral, tokens, words)
    return further or _parts(numeral, tokens, numeral.next, numeral.value, words) or numeral


def _one_of(
    numeral: Numeral, tokens: Sequence[Token], text: str, words: _Words, barred: frozenset[int]
) -> Numeral | None:
    """Read "one over three", "one in five", "one twenty-fifth"."""
    joint = tokens[numeral.next].folded in {"over", "in"}
    place = numeral.next + joint
    if numeral.value != 1 or not numeral.plain or place >= len(tokens) or place in barred:
        return None
    below = read_cardinal(tokens, place, text, words.vocabulary, barred)
    if below is None or below.ordinal == joint or below.value not in _DENOMINATORS:
        return None
    return closed(numeral, quotient(numeral.value, below.value), tokens, below.next)


def _parts(numeral: Numeral, tokens: Sequence[Token], position: int, above: Decimal, words: _Words) -> Numeral | None:
    """Read "two thirds", "one-fifth", "three quarters of a million" from the word below the line at `position`."""
    if _after(tokens, position) in _HYPHENS and _after(tokens, position):
        position += 1
    word = _after(tokens, position)
    below = words.parts.get(word)
    if below is None or above <= 0 or (above == 1) == word.endswith("s"):
        return None
    value = quotient(above, Decimal(below))
    factor, following = _scale_behind(tokens, position + 1, words)
    return closed(numeral, value * (factor or 1), tokens, following if factor else position + 1)


def _mixed(numeral: Numeral, tokens: Sequence[Token], words: _Words) -> Numeral | None:
    """Read "one and a half", "five and three quarters", "3 million and a half", "two and a half million"."""
    if _after(tokens, numeral.next) != "and":
        return None
    word = _after(tokens, numeral.next + 1)
    entry = words.vocabulary.words.get(word)
    above = 1 if word in _ARTICLES else entry.value if entry and entry.role == "unit" and not entry.ordinal else 0
    below = words.parts.get(_after(tokens, numeral.next + 2))
    if not above or below is None or (above == 1) == _after(tokens, numeral.next + 2).endswith("s"):
        return None
    part = quotient(Decimal(above), Decimal(below))
    last = words.vocabulary.words.get(tokens[numeral.next - 1].folded)
    factor = _scale(_after(tokens, numeral.next + 3), words)
    if last is not None and last.role == "scale":
        smaller = 0 < factor < last.value
        value = numeral.value + part * (factor if smaller else last.value)
        return closed(numeral, value, tokens, numeral.next + (4 if smaller else 3))
    if factor:
        return closed(numeral, (numeral.value + part) * factor, tokens, numeral.next + 4)
    return closed(numeral, numeral.value + part, tokens, numeral.next + 3)


def number_words() -> dict[str, Word]:
    """Give the number words with what each is."""
    return _words().vocabulary.words


def scale_of(token: Token) -> int:
    """Give the factor of a word such as "million", 0 for other words."""
    entry = _words().vocabulary.words.get(token.folded)
    return entry.value if entry and entry.role in {"hundred", "scale"} and not entry.ordinal else 0
