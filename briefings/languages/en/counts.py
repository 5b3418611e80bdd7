"""What an English number without a noun counts: "the number of ships fell to 19", "nine of the ships"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from briefings.languages.en.nouns import counted
from briefings.languages.en.numbers import beginnings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.numerals import Numeral
    from briefings.languages.tokens import Token

_WIDEST = 20
_NEAR = 4
_HYPHENS = frozenset("-‑")
_OUT_OF = frozenset({"of", "among"})
_COUNTS = frozenset({"number", "tally"})


class _Words(NamedTuple):
    """The table [apart] of `nouns.toml`."""

    leading: frozenset[str]
    ends: frozenset[str]
    determiners: frozenset[str]
    parts: frozenset[str]
    joints: frozenset[str]
    more: frozenset[str]
    verbs: frozenset[str]
    change_ends: frozenset[str]
    changes: tuple[str, ...]


@cache
def _words() -> _Words:
    data = tomllib.loads(files("briefings.languages").joinpath("en", "nouns.toml").read_text(encoding="utf-8"))["apart"]
    sets = {name: frozenset(data[name].split()) for name in _Words._fields[:-1]}
    return _Words(**sets, changes=tuple(data["changes"].split()))


def count_of(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Give the singular of X in "the number of X … N", None when no such frame holds the number."""
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or not (before.folded in _words().leading or before.folded.endswith(("ed", "es"))):
        return None
    for place in range(numeral.first - 2, max(-1, numeral.first - _WIDEST), -1):
        if tokens[place].folded in _words().ends:
            return None
        if tokens[place].folded in _COUNTS and tokens[place + 1].folded == "of":
            exact = place == 0 or tokens[place - 1].folded != "a"
            return _noun(tokens[: numeral.first], place + 2) if exact else None
    return None


def whole_of(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Give the singular of X in "nine of the ships", "nine of its 14 ships", None when nothing such follows."""
    following = tokens[numeral.next : numeral.next + 2]
    if len(following) < 2 or following[0].folded != "of":
        return None
    if following[1].folded not in _words().determiners and not beginnings(following[1:]):
        return None
    place = numeral.next + 1
    for token in tokens[place : place + _NEAR]:
        if token.folded not in _words().determiners and not beginnings([token]):
            break
        place += 1
    if place + 1 < len(tokens) and tokens[place].folded in _HYPHENS:
        place += 2
    return _noun(tokens, place)


def _noun(tokens: Sequence[Token], place: int) -> str | None:
    while place < len(tokens) and tokens[place].folded in _words().determiners:
        place += 1
    head = counted(tokens, place, frozenset(), single=False)
    return head.lemma if head and head.known else None


def goes_on(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Say whether a bare number goes on with what was counted before: "ten ships left and seven joined"."""
    words = [token.folded for token in tokens[numeral.next : numeral.next + 2]]
    if not words:
        return False
    if words[0] in _words().more or (words[0] == "of" and words[-1] in _words().parts):
        return True
    if tokens[0].folded in _OUT_OF and numeral.first > 1 and tokens[numeral.first - 1].folded == ",":
        return True
    joined = numeral.first > 0 and tokens[numeral.first - 1].folded in _words().joints
    return joined and not tokens[numeral.next].capital and (words[0] in _words().verbs or words[0].endswith("ed"))


def compared(tokens: Sequence[Token], numeral: Numeral) -> tuple[bool, bool]:
    """Say whether a bare number may be the other end of a change told before it, and of one told behind it."""
    before = tokens[numeral.first - 1].folded if numeral.first else ""
    if before not in _words().change_ends:
        return False, False
    near = tokens[max(0, numeral.first - _WIDEST) : numeral.first]
    changes = any(token.folded.startswith(_words().changes) for token in near)
    ahead = [token.folded for token in tokens[numeral.next : numeral.next + _NEAR]]
    return changes, changes and before == "from" and "to" in ahead
