"""Which English words that can be dates are dates where they stand: months, years, weekdays, lengths by themselves.

"May" may be a month, a name or a verb, "2000" a year or a count. The tests look at the capital and the neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit
from briefings.languages.en.date_bounds import ends_phrase

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
    if _in_code(item, tokens) or (before is not None and before.folded in _COUNTING and not _compared(item, tokens)):
        return False
    if _word(after) and after is not None and (_plural(after.folded) or after.folded in _COUNTED):
        named = before is not None and before.folded == "the" and bool(year % 100)
        return (named or (before is not None and before.folded in _YEAR_FOLLOWS)) and after.folded not in _COUNTED
    return True


def _compared(item: Item, tokens: Tokens) -> bool:
    return item.first > 1 and tokens[item.first - 2].folded == "compared"


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _early_year(item: Item, tokens: Tokens) -> bool:
    """Take three digits that only a preposition of time explains: "in 348, far from home", "c. 314"."""
    before, after = _around(item, tokens)
    if before is None or (_word(after) and not (before.folded == "." and item.first > 1)) or _in_code(item, tokens):
        return False
    if before.folded in {"–", "-"} and item.first > 1 and tokens[item.first - 2].kind == "number":
        return item.first > 2 and _led_early(tokens, item.first - 2)
    if after is not None and after.kind not in {"mark", "word"}:
        return False
    return _led_early(tokens, item.first) and (after is None or after.folded not in {"%", "/", "$", "€"})


def _led_early(tokens: Tokens, place: int) -> bool:
    """Say whether a year may follow: behind "c.", "in", "until about"."""
    before = tokens[place - 1].folded
    earlier = tokens[place - 2].folded if place > 1 else ""
    if before == ".":
        return earlier in {"c", "ca"}
    return before in _LEADING_EARLY or (before in {"about", "around"} and earlier in _LEADING_EARLY)


_LEADING_EARLY = frozenset({"in", "until", "since", "circa"})


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


def _season(item: Item, tokens: Tokens) -> bool:
    """Take a season that heads its phrase; "spring" and "fall" are other words too, so something must lead to them."""
    if item.bits & _PLURAL or not ends_phrase(tokens, item.last) or (item.first and item.bits & _CAPITAL):
        return False
    before, after = _around(item, tokens)
    if item.values["season_date"].season not in _OTHER_WORDS:
        return after is None or after.folded != "-"
    led = tokens[item.first - 2] if before is not None and before.folded == "the" and item.first > 1 else before
    return led is not None and led.folded in _LEADING_TO_SEASONS and (after is None or after.folded not in _OF)


def _seasons(item: Item, tokens: Tokens) -> bool:
    """Take "the winters" and "Summers can be hot", not the family Winters."""
    return ends_phrase(tokens, item.last) and not (item.first and item.bits & _CAPITAL)


def _set_word(item: Item, tokens: Tokens) -> bool:
    """Take "daily" as an adverb, not as a newspaper or before a noun."""
    before, _ = _around(item, tokens)
    if item.bits & _CAPITAL or (before is not None and before.folded in _DETERMINERS):
        return False
    return ends_phrase(tokens, item.last)


def _unit_here(item: Item, tokens: Tokens) -> bool:
    """Take "in the week", "for the year": behind a preposition, and nothing that tells of what."""
    led = item.first > 1 and tokens[item.first - 2].folded in _LEADING_TO_UNITS
    after = tokens[item.last].folded if item.last < len(tokens) else ""
    return led and after not in _TELLING_WHICH and ends_phrase(tokens, item.last)


_TELLING_WHICH = frozenset({"ended", "ending", "that", "when", "which", "since", "after", "before", "in", "to"})


def _one_length(item: Item, tokens: Tokens) -> bool:
    """Take "for a year" and "took an hour", not the rate "$40 a week"."""
    before, _ = _around(item, tokens)
    return before is not None and before.folded in _LEADING_TO_LENGTHS and ends_phrase(tokens, item.last)


_LEADING_TO_LENGTHS = frozenset(
    {"for", "over", "than", "about", "nearly", "almost", "within", "lasted", "lasts", "last", "took", "takes", "take",
     "spent", "spend", "during", "roughly", "around", "under", "half"}
)  # fmt: skip


def _part_alone(item: Item, tokens: Tokens) -> bool:
    return ends_phrase(tokens, item.last)


def _adverb(item: Item, tokens: Tokens) -> bool:
    """Take "recently" as an adverb of the clause, not as part of a noun's description ("a recently opened line")."""
    before, after = _around(item, tokens)
    if before is not None and (before.folded in _DETERMINERS or before.folded == "as"):
        return False
    return after is None or after.folded not in {"-", "‑"}


_LEADING_TO_UNITS = frozenset({"in", "for", "during", "over", "throughout"})
_OTHER_WORDS = frozenset({"SP", "FA"})
_LEADING_TO_SEASONS = frozenset({"in", "by", "since", "until", "till", "during", "through", "throughout", "before"})
_OF = frozenset({"of", "into", "from", "to"})
_DETERMINERS = frozenset({"a", "the", "an", "this", "his", "her", "its", "their", "of"})


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
    "season_date": _season, "season_set": _seasons, "set_word_alone": _set_word, "unit_here": _unit_here,
    "adverb_date": _adverb, "one_length": _one_length, "part_alone": _part_alone,
}  # fmt: skip
