"""Words around numbers: approximations ("yaklaşık", "at least"), and those that make a number a name ("No. 5")."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token

_MOST_WORDS = 3
_MOST_IN_SERIES = 4
_SERIES_JOINTS = frozenset({",", "and", "or", "ve", "veya", "ile"})
_CASES = {
    "ablative": re.compile(r"[dt][ae]n$"),
    "genitive": re.compile(r"n?[ıiuü]n$"),
    "dative": re.compile(r"[yn]?[ae]$"),
}


class Head(NamedTuple):
    """What is counted: the lemma of the noun."""

    lemma: str
    known: bool
    """The noun, or its form, says that it is counted."""
    bare: bool = True
    """Written without a possessive or case suffix."""


class Emergency(NamedTuple):
    """Telephone numbers for help, and the words that show that they are called."""

    numbers: frozenset[str]
    before: frozenset[str]
    behind: tuple[str, ...]
    """How words a little further on begin."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a language writes around numbers."""

    before: dict[str, str]
    behind_case: dict[str, dict[str, str]]
    behind: dict[str, str]
    reference_before: frozenset[str]
    series: frozenset[str]
    reference_behind: frozenset[str]
    joiners: frozenset[str]
    emergency: Emergency
    last_before: frozenset[str]
    """The last words of what stands before a number."""
    first_behind: frozenset[str]
    """The first words of what stands behind one."""


@cache
def context_of(language: str) -> Context:
    """Give the context words of "tr" or "en"."""
    data = tomllib.loads(files("briefings.languages").joinpath(language, "numbers.toml").read_text(encoding="utf-8"))
    modifiers, references, calls = data["modifiers"], data["references"], data["emergency"]
    behind = [*modifiers["any"], *(word for case in _CASES for word in modifiers[case])]
    return Context(
        modifiers["before"],
        {case: modifiers[case] for case in _CASES},
        modifiers["any"],
        frozenset(references["before"].split()),
        frozenset(references["before_series"].split()),
        frozenset(references["behind"].split()),
        frozenset(data["ranges"]["joiners"].split()),
        Emergency(
            frozenset(calls["numbers"].split()), frozenset(calls["before"].split()), tuple(calls["behind"].split())
        ),
        frozenset(phrase.rpartition(" ")[2] for phrase in modifiers["before"]),
        frozenset(phrase.partition(" ")[0] for phrase in behind),
    )


def modifier(
    tokens: Sequence[Token], first: int, following: int, context: Context, barred: frozenset[int]
) -> str | None:
    """Give how exact the number in tokens `first` to `following` is meant to be; tokens in `barred` belong to dates."""
    known = first and tokens[first - 1].folded in context.last_before
    for count in range(min(_MOST_WORDS, first) if known else 0, 0, -1):
        phrase = " ".join(token.folded for token in tokens[first - count : first])
        if found := context.before.get(phrase):
            return found
    if first and tokens[first - 1].folded in "~≈±":
        return "APPROX"
    return _behind(tokens, following, context, barred)


def _behind(tokens: Sequence[Token], following: int, context: Context, barred: frozenset[int]) -> str | None:
    """Look at the two words behind the number; the one before a comparison carries its case."""
    if (
        following < len(tokens)
        and tokens[following].folded == "+"
        and tokens[following].start == tokens[following - 1].end
    ):
        return "EQUAL_OR_MORE"
    for place in range(following, min(len(tokens), following + _MOST_WORDS)):
        token, before = tokens[place], tokens[place - 1]
        if token.kind != "word" or place in barred:
            return None
        if token.folded not in context.first_behind:
            continue
        ending = before.suffix or (before.folded if before.kind == "word" else "")
        for case, pattern in _CASES.items():
            found = context.behind_case[case].get(token.folded)
            if found and pattern.search(ending):
                return found
        pair = f"{token.folded} {tokens[place + 1].folded}" if place + 1 < len(tokens) else ""
        if found := context.behind.get(pair) or context.behind.get(token.folded):
            return found
    return None


def is_reference(tokens: Sequence[Token], first: int, following: int, context: Context) -> bool:
    """Say whether the number names a thing: "No. 5", "35 nolu yol", "6284 sayılı Kanun", "Boeing 737"."""
    if following < len(tokens) and tokens[following].folded in context.reference_behind:
        return True
    place = first - 1
    if place >= 1 and tokens[place].folded in {".", ":", "-"}:
        place -= 1
    if place < 0 or tokens[place].kind != "word":
        return False
    word = tokens[place].folded
    return word in context.series or (word in context.reference_before and not tokens[place].suffix)


def goes_on_from_reference(tokens: Sequence[Token], first: int, context: Context) -> bool:
    """Say whether a number is a further one of "posts 542 and 543", "Articles 5, 6 and 7"."""
    for _ in range(_MOST_IN_SERIES):
        joined = first > 1 and tokens[first - 1].folded in _SERIES_JOINTS and tokens[first - 2].kind == "number"
        if not joined:
            return False
        first -= 2
        if is_reference(tokens, first, first + 1, context):
            return True
    return False


def is_emergency_call(tokens: Sequence[Token], first: int, written: str, context: Context) -> bool:
    """Say whether the number at token `first` is the telephone number of a service: "112'yi arayın", "dial 999"."""
    if written not in context.emergency.numbers:
        return False
    before = {token.folded for token in tokens[max(0, first - _MOST_WORDS) : first]}
    behind = tokens[first + 1 : first + 2 + _MOST_WORDS]
    called = any(token.folded.startswith(context.emergency.behind) for token in behind)
    return called or not before.isdisjoint(context.emergency.before)
