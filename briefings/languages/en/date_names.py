"""Which words that have the form of an English date are part of a name, a distance or a figure of speech."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.languages.en.tenses import states_tense

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

    Tokens = tuple[Token, ...]

_OWNERS = frozenset({"his", "her", "their", "our", "my", "its", "your", "'", "’"})
_ON_FOOT = frozenset({"walk", "drive", "ride", "hike", "walking", "driving", "stroll"})


def _after(item: Item, tokens: Tokens) -> Token | None:
    return tokens[item.last] if item.last < len(tokens) else None


def _titled(item: Item, tokens: Tokens) -> bool:
    """Say whether every word has a capital within a sentence, as in the title "Seven Days"."""
    inside = tokens[item.first : item.last]
    words = [token for token in inside if token.folded != "-"]
    return item.first > 0 and all(token.capital and token.kind == "word" for token in words)


def _is_distance(item: Item, tokens: Tokens) -> bool:
    """Say whether a length of time tells how far something is: "a 20-minute walk from", "a nine-hour difference"."""
    place = item.last + (item.last < len(tokens) and tokens[item.last].folded == "-")
    words = [token.folded for token in tokens[place : place + 2]]
    if not words:
        return False
    return words[0] == "difference" or (words[0] in _ON_FOOT and words[-1] in {"from", "to", "away", "distance"})


def _length(item: Item, tokens: Tokens) -> bool:
    return _titled(item, tokens) or _is_distance(item, tokens) or _is_rule(item, tokens)


def _is_rule(item: Item, tokens: Tokens) -> bool:
    """Say whether a length is one of a rule or price, of no event: "visas are valid for 30 days", "(90 days)"."""
    before = tokens[item.first - 1].folded if item.first else ""
    after = [token.folded for token in tokens[item.last : item.last + 3]]
    if before == "(" and after[:1] == [")"]:
        return True
    if not _PAPERS.isdisjoint(after):
        return True
    around = tokens[max(item.first - _REACH, 0) : item.last + _REACH]
    return _speaks_of_rules(around) and not states_tense(around)


def _speaks_of_rules(tokens: Tokens) -> bool:
    """Say whether a sentence tells what holds at any time: what is usual, valid or what "you" can do."""
    words = [token.folded for token in tokens]
    if not _HABITS.isdisjoint(words) or words[0] in _ORDERS:
        return True
    asked = any(one in _MODALS and other == "you" for one, other in pairwise(words))
    return not asked and not _READER.isdisjoint(words)


_REACH = 40
"""Tokens on either side of a length that are looked at."""
_PAPERS = frozenset({"visa", "visas", "ticket", "tickets", "permit", "passes"})
_HABITS = frozenset({"usually", "typically", "generally", "normally", "valid", "allow", "allows", "costs", "per"})
_ORDERS = frozenset({"allow", "take", "walk", "wait", "bake", "cook", "leave", "drive", "follow", "simmer"})
_READER = frozenset({"you", "your"})
_MODALS = frozenset({"can", "could", "will", "would", "should", "do", "did", "have", "are", "may"})


def _feast(item: Item, tokens: Tokens) -> bool:
    """Say whether a feast's name is a person's or another name's part: "Johnnie Christmas", "Easter Island"."""
    before = tokens[item.first - 1] if item.first else None
    after = _after(item, tokens)
    if before is not None and before.kind == "word" and before.capital and item.first > 1:
        return True
    return after is not None and after.kind == "word" and after.capital


def _everyday(item: Item, tokens: Tokens) -> bool:
    """Say whether "every day" describes a noun: "people's every day lives"."""
    before = tokens[item.first - 1] if item.first else None
    after = _after(item, tokens)
    owned = before is not None and (before.folded in _OWNERS or before.suffix == "s")
    return owned and after is not None and after.kind == "word"


def _modal(item: Item, tokens: Tokens) -> bool:
    """Say whether "may" or "march" behind a number is a verb: "children of 13 may enter"."""
    last, after = tokens[item.last - 1], _after(item, tokens)
    if last.folded not in {"may", "march"} or last.capital or after is None:
        return False
    return after.kind == "word" and not after.capital


def _to_this_day(item: Item, tokens: Tokens) -> bool:
    return item.first > 0 and [token.folded for token in tokens[item.first - 1 : item.last]] == ["to", "this", "day"]


_TESTS: dict[str, Callable[[Item, Tokens], bool]] = {
    "en.duration.length": _length, "en.duration.choice": _length, "en.duration.few": _length,
    "en.duration.first": _length, "en.duration.business": _length, "en.time.moment": _titled,
    "en.date.day-month-year": _modal, "en.date.range-days": _modal, "en.date.month-day-year": _modal,
    "en.date.holiday": _feast, "en.set.unit": _everyday, "en.date.unit-this": _to_this_day,
}  # fmt: skip


def is_other(item: Item, tokens: Tokens) -> bool:
    """Say whether the find of a rule is no date for what stands around it."""
    test = _TESTS.get(item.rule)
    return test is not None and test(item, tokens)
