"""What two numbers, or two days that lie ahead, are to one another: the same count or not, agreeing, moved, or neither.

Two numbers count the same thing when their units are the same in both languages, their sentences are about the same,
and neither is a plan, a rate, a part or an earlier value where the other is not. Then the later one has moved when its
own sentence tells of a change, when the same source gave both, or when each names another day; else they contradict.
Values that agree within how exactly they are given (4.2 and 4.18 billion, "about 200" and 197) are neither.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.languages.concepts import deeds

if TYPE_CHECKING:
    from briefings.model import Count, Entry

DATE = "date"
"""The unit of a day that lies ahead."""
LENGTH = "length:"
"""How the unit of a length of time begins; behind it months or seconds."""
_LASTING = frozenset({"wait", "lead", "postpone"})
"""What one length of time tells by itself: how long somebody waits, by how much one wins, or something is put off."""
_ALIKE = 0.5
"""Share of the smaller set of subjects that both numbers' words hold from which they count the same thing."""
_ALIKE_ACROSS = 0.4
"""The same across languages, where only what both languages have a word for can be held against each other."""
MOST_TIMES = 5
"""How many times a value another source's can be, and still be taken for the same count."""
_NEARLY = Decimal("0.1")
"""An approximation agrees with what differs from it by no more than this share; a rounding differs by less."""
_FAR = Decimal("1.5")
"""How many times the one amount of money can be the other, when nothing but their being alone says they are one.

Also how far a value may lie beyond the bound that another source gives, and still agree with it."""
_ASIDE = frozenset({"planned", "added", "rate", "total", "part", "earlier"})
_REMEMBERED = 1 << 13
"""Sets of words whose parts are remembered: those of a day's entries, each held against many."""


def count_the_same(one: Count, other: Count) -> bool:
    """Say whether two entries of one story give the same count, or the same event's day."""
    if one.unit != other.unit and not (one.human and other.human):
        return False
    if one.unit == other.unit == DATE:
        return bool(happening(one, other))
    if aside(one.aspects) != aside(other.aspects):
        return False
    if one.unit != other.unit:
        return "person" in {one.unit, other.unit} and bool(happening(one, other))
    told = happening(one, other)
    if told and (":" not in one.unit or (one.unit.startswith(LENGTH) and told & _LASTING)):
        return True
    return _alike(one.about, other.about) or (one.alone and other.alone and _are_told_apart_by_unit(one, other))


def happening(one: Count, other: Count) -> frozenset[str]:
    """Give what both tell to happen."""
    return _deeds_in(one.about) & _deeds_in(other.about)


def happenings(count: Count) -> frozenset[str]:
    """Give what an entry's words tell to happen."""
    return _deeds_in(count.about)


def are_of_one_size(one: Count, other: Count) -> bool:
    """Say whether the greater value is not so many times the lesser that they can hardly be about one thing."""
    less, more = sorted((abs(one.value), abs(other.value)))
    return more <= MOST_TIMES * less


def agree(one: Count, other: Count) -> bool:
    """Say whether two values are the same as far as they are exact."""
    if one.value == other.value:
        return True
    if one.unit == DATE:
        return False
    less, more = abs(one.value), abs(other.value)
    if less > more:
        less, more = more, less
    if more <= _FAR * less and (_bounds(one, other) or _bounds(other, one)):
        return True
    if more - less > _NEARLY * more:
        return False
    if one.mod is not None or other.mod is not None:
        return True
    return _rounds_to(one.value, other.value) or _rounds_to(other.value, one.value)


def _bounds(bound: Count, exact: Count) -> bool:
    """Say whether one value is a bound that the other one keeps: "more than four years", four and a half."""
    if bound.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        return exact.value >= bound.value
    return bound.mod in {"LESS_THAN", "EQUAL_OR_LESS"} and exact.value <= bound.value


def has_moved(earlier: Count, later: Entry) -> bool:
    """Say whether a later value tells of a change, rather than against the earlier one of the same day."""
    now = later.count
    if earlier.value in later.beside:
        return True
    if now.unit == DATE:
        return "postponed" in now.aspects
    if "change" in now.aspects or (None not in {earlier.day, now.day} and earlier.day != now.day):
        return True
    same_source = now.source == earlier.source or (now.speaker is not None and now.speaker == earlier.speaker)
    return same_source and _alike(earlier.about, now.about)


@lru_cache(maxsize=_REMEMBERED)
def aside(aspects: frozenset[str]) -> frozenset[str]:
    """Give what keeps a value from being held against one that is not so too: a plan, a rate, a part."""
    return aspects & _ASIDE


@lru_cache(maxsize=_REMEMBERED)
def languages_in(about: frozenset[str]) -> frozenset[str]:
    """Give the languages that words around a number are of."""
    return frozenset(term[:2] for term in about if ":" in term)


@lru_cache(maxsize=_REMEMBERED)
def _deeds_in(about: frozenset[str]) -> frozenset[str]:
    return about & deeds()


@lru_cache(maxsize=_REMEMBERED)
def _concepts_in(about: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in about if ":" not in term)


def _are_told_apart_by_unit(one: Count, other: Count) -> bool:
    """Say whether the unit is enough to know a count by: a thing that is not just people, or sums not far apart."""
    if one.unit.startswith("money:"):
        less, more = sorted((one.value, other.value))
        return less > 0 and more <= _FAR * less
    return ":" not in one.unit and one.unit != "person" and not (_deeds_in(one.about) and _deeds_in(other.about))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Compare what two entries are about; across languages by what both languages have a word for."""
    ours, theirs, least = one, other, _ALIKE
    if languages_in(one).isdisjoint(languages_in(other)):
        ours, theirs, least = _concepts_in(one), _concepts_in(other), _ALIKE_ACROSS
    shared = len(ours & theirs)
    return shared > 0 and shared >= least * min(len(ours), len(theirs))


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """Say whether a value with few digits is a rounding of another one of at least two digits."""
    digits = rounded.normalize().as_tuple()
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int):
        return False
    return round(exact.scaleb(-digits.exponent)) == rounded.scaleb(-digits.exponent)
