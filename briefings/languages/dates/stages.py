"""Stages of a grammar: each scans the items once from left to right and puts one new item where a rule matched.

At each place a stage takes the longest match. Every pattern has a bounded length, so a stage is linear in the items.
Which patterns may match at a place is told by numbers with a bit for each pattern of all stages: what an item allows
as a pattern's first, second or third element is found out once for each combination of classes, and what three
neighbours allow together is nearly always nothing.
"""

from __future__ import annotations

from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from briefings.languages.dates.grammar import Item, bit
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefings.languages.dates.grammar import Element, Rule, Variant

_Candidates = tuple[tuple["Rule", "Variant"], ...]
_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")
_MOST_REMEMBERED = 10_000
_OPENING = bit("capital") | bit("glued")
_END = 0
"""Stands for the item behind the last: it has no class."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Rules that compete for the same words; `keep` are the bits a new item takes over from its last item."""

    rules: tuple[Rule, ...]
    keep: int


class _Learned(dict[_Asked, _Answer], Generic[_Asked, _Answer]):
    """A function's answers, each asked for once; forgotten when they grow many."""

    def __init__(self, answer: Callable[[_Asked], _Answer]) -> None:
        """Begin with nothing."""
        super().__init__()
        self._answer = answer

    def __missing__(self, asked: _Asked) -> _Answer:
        """Ask the function."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        answer = self[asked] = self._answer(asked)
        return answer


class Stages:
    """Stages in order. Most have nothing to do in a sentence: three neighbouring items tell which have."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        """Give every pattern of every stage a number."""
        self._stages = tuple(stages)
        patterns = [(rule, variant) for stage in stages for rule in stage.rules for variant in rule.variants]
        sizes = [sum(len(rule.variants) for rule in stage.rules) for stage in stages]
        self._patterns = patterns
        self._own = [((1 << size) - 1) << sum(sizes[:number]) for number, size in enumerate(sizes)]
        """For each stage the bits of its patterns."""
        inner = [variant.inner for _, variant in patterns]
        self._first, self._second, self._third = (
            _Learned(partial(_allowed, *_by_element(inner, place))) for place in range(3)
        )
        self._three = _Learned(self._allowed_by)
        self._due = _Learned(self._due_for)
        self._candidates = _Learned(self._longest_first)

    def __iter__(self) -> Iterator[Stage]:
        """Give the stages in order."""
        return iter(self._stages)

    def apply(self, items: list[Item]) -> list[Item]:
        """Apply each stage that has candidates, in order."""
        masks = self._masks(items)
        due = list(map(self._due.__getitem__, masks))
        at = -1
        while left := reduce(or_, due, 0) >> at + 1:
            at += (left & -left).bit_length()
            places = [place for place, stages in enumerate(due) if stages >> at & 1]
            found = self._applied(at, items, places, masks)
            if found is not items:
                items, masks = found, self._masks(found)
                due = list(map(self._due.__getitem__, masks))
        return items

    def _masks(self, items: list[Item]) -> list[int]:
        """Give for each item a bit for every pattern that it and the two behind it allow."""
        bits_of = [item.bits for item in items]
        bits_of += (_END, _END)
        return list(map(self._three.__getitem__, zip(bits_of, bits_of[1:], bits_of[2:], strict=False)))

    def _allowed_by(self, three: tuple[int, int, int]) -> int:
        """Give a bit for every pattern that an item and the two behind it allow."""
        first, second, third = three
        return self._first[first] & self._second[second] & self._third[third]

    def _due_for(self, mask: int) -> int:
        """Give a bit for every stage that has one of these patterns."""
        return sum(1 << number for number, own in enumerate(self._own) if mask & own)

    def _longest_first(self, mask: int) -> _Candidates:
        found = [pattern for number, pattern in enumerate(self._patterns) if mask >> number & 1]
        return tuple(sorted(found, key=lambda pattern: -len(pattern[1].inner)))

    def _applied(self, number: int, items: list[Item], places: list[int], masks: list[int]) -> list[Item]:
        """Try the places where a stage has candidates, from left to right; the same list when none matches."""
        own, keep = self._own[number], self._stages[number].keep
        done: list[Item] = []
        reached, changed = 0, False
        for place in places:
            if place < reached:
                continue
            done += items[reached:place]
            reached = place
            for rule, variant in self._candidates[masks[place] & own]:
                found = _match(rule, variant, items, place, done, keep)
                if found is not None:
                    done.append(found)
                    reached, changed = place + len(variant.inner), True
                    break
        return done + items[reached:] if changed else items


def _by_element(inner: Sequence[tuple[Element, ...]], place: int) -> tuple[list[tuple[int, int]], int]:
    """Give for each class an element may have at a place the bits of its patterns, and the bits of shorter patterns."""
    shorter = 0
    patterns: dict[int, int] = {}
    for number, elements in enumerate(inner):
        if place >= len(elements):
            shorter |= 1 << number
        for needed, _ in elements[place].choices if place < len(elements) else ():
            patterns[needed] = patterns.get(needed, 0) | 1 << number
    return list(patterns.items()), shorter


def _allowed(patterns: list[tuple[int, int]], shorter: int, has: int) -> int:
    """Give the bits of the patterns that an item with these classes allows."""
    for needed, numbers in patterns:
        if has & needed == needed:
            shorter |= numbers
    return shorter


def _match(rule: Rule, variant: Variant, items: list[Item], position: int, done: list[Item], keep: int) -> Item | None:
    """Give what a pattern makes of the items from a position on, None when it does not match."""
    inner = variant.inner
    end = position + len(inner)
    if end > len(items) or not _context_fits(variant, items, end, done):
        return None
    arguments: list[Any] = [None] * rule.arguments
    for element, item in zip(inner, items[position:end]):  # noqa: B905 - as long by what `end` is
        key = _key(element, item.bits)
        if key is None:
            return None
        arguments[element.place] = item.values.get(key, key)
    value = rule.build(*arguments)
    if value is None:
        return None
    first, last = items[position], items[end - 1]
    kept = rule.bit | last.bits & keep | first.bits & _OPENING
    return Item(first.first, last.last, kept, {rule.gives: value}, rule.name)


def _key(element: Element, has: int) -> str | None:
    for needed, key in element.choices:
        if has & needed == needed:
            return key
    return None


def _context_fits(variant: Variant, items: list[Item], end: int, done: list[Item]) -> bool:
    """Say whether what a pattern wants before and behind it stands there."""
    for back, element in enumerate(reversed(variant.before), 1):
        if not _stands(element, done[-back].bits if back <= len(done) else None):
            return False
    for at, element in enumerate(variant.after, end):
        if not _stands(element, items[at].bits if at < len(items) else None):
            return False
    return True


def _stands(element: Element, has: int | None) -> bool:
    return (has is not None and _key(element, has) is not None) != element.absent
