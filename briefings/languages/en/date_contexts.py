"""Which English words that can be dates are dates where they stand: months, years, weekdays, lengths by themselves.

"May" may be a month, a name or a verb, "2000" a year or a count. The tests look at the capital and the neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

    Tokens = tuple[Token, ...]

_CAPITAL, _SPELLED, _PLURAL = bit("capital"), bit("spelled"), bit("plural")
_BEFORE_DATES = frozenset(
    [
        "in",
        "of",
        "by",
        "until",
        "till",
        "since",
        "last",
        "next",
        "this",
        "and",
        "to",
        "from",
        "through",
        "early",
        "late",
        "mid",
        "during",
        "before",
        "after",
        "between",
        "or",
        "for",
        "on",
        "throughout",
        "around",
        "about",
        "circa",
        "the",
    ]
)
_NAME_MONTHS = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June and August are names or other words as well."""
_COUNTING = frozenset(
    [
        "over",
        "than",
        "nearly",
        "some",
        "least",
        "most",
        "approximately",
        "only",
        "about",
        "almost",
        "up",
        "with",
        "a",
        "all",
        "these",
    ]
)
_YEAR_FOLLOWS = frozenset({"in", "since", "of", "until", "till", "during", "after", "before", "early", "late", "mid"})
_COUNTED = frozenset({"people", "men", "women", "children", "staff", "year", "percent", "per", "km", "kg", "metres"})
_FIRST_YEAR, _LAST_YEAR = 1100, 2100


def _around(item: Item, tokens: Tokens) -> tuple[Token | None, Token | None]:
    before = tokens[item.first - 1] if item.first else None
    return before, tokens[item.last] if item.last < len(tokens) else None


def _month(item: Item, tokens: Tokens) -> bool:
    """Take a month after a word that leads to dates, or with a capital where it is no name."""
    before, after = _around(item, tokens)
    month = item.values["bare_month"].month
    if before is not None and before.folded in _BEFORE_DATES:
        return bool(item.bits & _CAPITAL) or month not in _NAME_MONTHS
    if month in _NAME_MONTHS or not item.bits & _CAPITAL:
        return len(tokens) == 1
    return not (after is not None and after.capital and after.kind == "word")


def _year(item: Item, tokens: Tokens) -> bool:
    """Take four digits that count nothing and are part of no code."""
    year = item.values["bare_year"].year
    before, after = _around(item, tokens)
    led = before is not None and before.folded in _BEFORE_DATES
    if item.bits & _SPELLED and (year % 1000 == 0 or not led):
        return False
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return led and before is not None and before.folded == "in" and not _word(after)
    if _in_code(item, tokens) or (before is not None and before.folded in _COUNTING):
        return False
    if _word(after) and after is not None and (after.folded.endswith("s") or after.folded in _COUNTED):
        return before is not None and before.folded in _YEAR_FOLLOWS and after.folded not in _COUNTED
    return True


def _early_year(item: Item, tokens: Tokens) -> bool:
    """Take three digits that only a preposition of time explains: "in 348, far from home", "c. 314"."""
    before, after = _around(item, tokens)
    if before is None or (_word(after) and not (before.folded == "." and item.first > 1)) or _in_code(item, tokens):
        return False
    if after is not None and after.kind not in {"mark", "word"}:
        return False
    if before.folded == "." and item.first > 1:
        return tokens[item.first - 2].folded in {"c", "ca"}
    return before.folded in {"in", "until", "since", "circa"} and (
        after is None or after.folded not in {"%", "/", "$", "€"}
    )


def _word(token: Token | None) -> bool:
    return token is not None and token.kind == "word" and not token.capital


def _in_code(item: Item, tokens: Tokens) -> bool:
    """Say whether the digits are glued by hyphens or slashes to something else: "410c-1687-4ea7"."""
    before, after = _around(item, tokens)
    start, end = tokens[item.first].start, tokens[item.last - 1].after
    joined = before is not None and before.after == start and before.folded not in {"(", "[", "'", '"', "‘", "“"}
    followed = (
        after is not None and after.start == end and after.kind != "word" and after.folded in {"-", "/", "%", "€", "$"}
    )
    return joined or followed or (after is not None and after.start == end and after.kind == "word")


def _weekday(item: Item, tokens: Tokens) -> bool:
    """Take a weekday with its capital, or after a word that leads to dates."""
    before, _ = _around(item, tokens)
    return (
        bool(item.bits & _CAPITAL) or len(tokens) < _PHRASE or (before is not None and before.folded in _BEFORE_DATES)
    )


_PHRASE = 8


def _length(item: Item, tokens: Tokens) -> bool:
    """Take a length that is no age ("61 years old")."""
    _, after = _around(item, tokens)
    follower = after
    if after is not None and after.folded == "-" and item.last + 1 < len(tokens):
        follower = tokens[item.last + 1]
    return follower is None or follower.folded not in {"old", "olds"}


def _short_date(item: Item, tokens: Tokens) -> bool:
    """Take a day and month in digits where they cannot be a fraction or a pair of figures."""
    before, _ = _around(item, tokens)
    date = item.values["short_date"]
    if not 1 <= (date.month or 0) <= _MONTHS or _in_code(item, tokens):
        return False
    led = before is not None and before.folded in _BEFORE_DATES
    return len(tokens) == item.last - item.first or (led and (date.day or 0) > _MONTHS)


_MONTHS = 12


TESTS: dict[str, Callable[[Item, Tokens], bool]] = {
    "bare_month": _month, "bare_year": _year, "weekday_date": _weekday, "length": _length, "short_date": _short_date,
    "early_year": _early_year,
}  # fmt: skip
