"""A small grammar over tokens: patterns of word classes, applied stage by stage.

A word of the text becomes an `Item` with the classes it may have (as bits) and a value for each class. A rule's
pattern is a line such as `day month year?`; a stage scans the items once from left to right, takes the longest match
at each place, and puts one new item where the matched ones stood. Every pattern has a bounded length, so a stage is
linear in the items. The notation:

    month            an item of the class
    month.gen        of the class, in the genitive (all tags must hold)
    unit=year        of the class, with this value
    day|num          either
    comma?           may be absent; the rule's function is then given None
    (in)             must stand there, belongs to the context and not to the match
    (!other)         must not stand there
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from itertools import product
from operator import or_
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_BITS: dict[str, int] = {}
_MOST_REMEMBERED = 10_000


def bit(name: str) -> int:
    """Give the bit of a class or tag; a name always has the same one within a process."""
    return 1 << _BITS.setdefault(name, len(_BITS))


def bits(names: Iterable[str]) -> int:
    """Give the bits of several names."""
    joined = 0
    for name in names:
        joined |= bit(name)
    return joined


def tagged(classes: str, tag: str) -> str:
    """Put a tag to each of several classes: `date|month`, `gen` gives `date.gen|month.gen`."""
    return "|".join(f"{one}.{tag}" for one in classes.split("|"))


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of tokens (`first` to `last`, half-open) that is one thing to the grammar."""

    first: int
    last: int
    bits: int
    values: dict[str, Any]
    rule: str = ""

    def has(self, names: int) -> bool:
        """Say whether all of these bits are set."""
        return self.bits & names == names


@dataclass(frozen=True, slots=True)
class _Element:
    choices: tuple[tuple[int, str], ...]
    """Bits that must all be set, and the class they stand for."""
    place: int
    """Which argument of the rule's function it is, -1 for context."""
    absent: bool = False
    """Context that must not stand there."""


@dataclass(frozen=True, slots=True)
class _Variant:
    before: tuple[_Element, ...]
    inner: tuple[_Element, ...]
    after: tuple[_Element, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: what it matches, the class it gives, and the function that makes the value (None: no match)."""

    name: str
    gives: str
    bit: int
    """The bit of the class it gives."""
    build: Callable[..., Any]
    arguments: int
    variants: tuple[_Variant, ...]


def rule(name: str, gives: str, patterns: str | Sequence[str], build: Callable[..., Any]) -> Rule:
    """Make a rule of one pattern, or of several with the same arguments in the same order."""
    lines = [patterns] if isinstance(patterns, str) else patterns
    variants = tuple(variant for line in lines for variant in _variants(line))
    arguments = max((sum(not word.startswith("(") for word in line.split()) for line in lines), default=0)
    return Rule(name, gives, bit(gives), build, arguments, variants)


def _variants(line: str) -> list[_Variant]:
    """Write out the optional elements of a pattern."""
    choices: list[list[_Element | None]] = []
    place = 0
    for word in line.split():
        context = word.startswith("(")
        element = _element(word.strip("()?!"), -1 if context else place, absent="!" in word)
        place += not context
        choices.append([element, None] if word.strip("()").endswith("?") else [element])
    return [_variant([element for element in chosen if element]) for chosen in product(*choices)]


def _variant(elements: list[_Element]) -> _Variant:
    inner = [index for index, element in enumerate(elements) if element.place >= 0]
    first, last = inner[0], inner[-1] + 1
    return _Variant(tuple(elements[:first]), tuple(elements[first:last]), tuple(elements[last:]))


def _element(text: str, place: int, *, absent: bool) -> _Element:
    choices = [(bits(choice.split(".")), choice.split(".")[0].split("=")[0]) for choice in text.split("|")]
    return _Element(tuple(choices), place, absent)


_Candidates = tuple[tuple[Rule, _Variant], ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """Rules that compete for the same words; `keep` are the bits a new item takes over from its last item."""

    rules: tuple[Rule, ...]
    keep: int
    _pairs: dict[tuple[int, int], _Candidates] = field(default_factory=dict)
    """Rules that can match at two neighbouring items, by their bits: nearly always none."""
    _triples: dict[tuple[int, int, int], _Candidates] = field(default_factory=dict)
    """Of these, the ones that the item after the two leaves."""

    def apply(self, items: list[Item], places: Iterable[int]) -> list[Item]:
        """Try the places where two items have candidates, from left to right."""
        done: list[Item] = []
        reached, changed = 0, False
        for place in places:
            if place >= reached:
                done += items[reached:place]
                found, reached = self._found(items, place, done)
                changed = changed or found is not items[place]
                done.append(found)
        return done + items[reached:] if changed else items

    def _found(self, items: list[Item], place: int, done: list[Item]) -> tuple[Item, int]:
        """Give the item that stands at a place from now on, and where the next one begins."""
        first, second, third = (*(item.bits for item in items[place : place + 3]), 0, 0)[:3]
        for one, variant in self._left((first, second, third)):
            found = self._match(one, variant, items, place, done)
            if found is not None:
                return found, place + len(variant.inner)
        return items[place], place + 1

    def candidates(self, pair: tuple[int, int]) -> _Candidates:
        """Give the rules that can match where two items with these bits stand, longest first; 0 stands for the end."""
        known = self._pairs.get(pair)
        return self._learn(pair) if known is None else known

    def _learn(self, pair: tuple[int, int]) -> _Candidates:
        first, second = pair
        found = [
            (one, variant)
            for one in self.rules
            for variant in one.variants
            if _fits(variant.inner[0], first) and (len(variant.inner) == 1 or _fits(variant.inner[1], second))
        ]
        learned = tuple(sorted(found, key=lambda pair: -len(pair[1].inner)))
        return _kept(self._pairs, pair, learned)

    def _left(self, triple: tuple[int, int, int]) -> _Candidates:
        known = self._triples.get(triple)
        if known is not None:
            return known
        first, second, third = triple
        left = [
            (one, variant)
            for one, variant in self.candidates((first, second))
            if len(variant.inner) < 3 or _fits(variant.inner[2], third)
        ]
        return _kept(self._triples, triple, tuple(left))

    def _match(self, one: Rule, variant: _Variant, items: list[Item], position: int, done: list[Item]) -> Item | None:
        end = position + len(variant.inner)
        if end > len(items) or not _context_fits(variant, items, end, done):
            return None
        arguments: list[Any] = [None] * one.arguments
        for element, item in zip(variant.inner, items[position:end]):  # noqa: B905 - as long by what `end` is
            key = _key(element, item.bits)
            if key is None:
                return None
            arguments[element.place] = item.values.get(key, key)
        value = one.build(*arguments)
        if value is None:
            return None
        first, last = items[position], items[end - 1]
        kept = one.bit | last.bits & self.keep | first.bits & _OPENING
        return Item(first.first, last.last, kept, {one.gives: value}, one.name)


@dataclass(frozen=True, slots=True)
class Stages:
    """Stages in order. Most have nothing to do in a sentence: two neighbouring items tell which have."""

    stages: tuple[Stage, ...]
    _due: dict[tuple[int, int], int] = field(default_factory=dict)
    """For the bits of two neighbouring items, a bit for every stage that has candidates there."""

    def __iter__(self) -> Iterator[Stage]:
        """Give the stages in order."""
        return iter(self.stages)

    def apply(self, items: list[Item]) -> list[Item]:
        """Apply each stage that has candidates, in order."""
        due = self._due_in(items)
        at = -1
        while left := reduce(or_, due, 0) >> at + 1:
            at += (left & -left).bit_length()
            found = self.stages[at].apply(items, [place for place, stages in enumerate(due) if stages >> at & 1])
            if found is not items:
                items, due = found, self._due_in(found)
        return items

    def _due_in(self, items: list[Item]) -> list[int]:
        """Give for each item a bit for every stage that has candidates there."""
        known, bits_of = self._due, [item.bits for item in items]
        pairs = zip(bits_of, [*bits_of[1:], 0], strict=True)
        return [known[pair] if pair in known else self._due_at(pair) for pair in pairs]

    def _due_at(self, pair: tuple[int, int]) -> int:
        due = sum(1 << at for at, stage in enumerate(self.stages) if stage.candidates(pair))
        return _kept(self._due, pair, due)


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def _kept(known: dict[_Key, _Value], key: _Key, value: _Value) -> _Value:
    """Remember a value; what is remembered is forgotten when it grows long."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[key] = value
    return value


_OPENING = bit("capital") | bit("glued")


def _fits(element: _Element, has: int) -> bool:
    return any(has & mask == mask for mask, _ in element.choices)


def _key(element: _Element, has: int) -> str | None:
    for mask, key in element.choices:
        if has & mask == mask:
            return key
    return None


def _context_fits(variant: _Variant, items: list[Item], end: int, done: list[Item]) -> bool:
    if not variant.before and not variant.after:
        return True
    before = zip(reversed(variant.before), _up_to_three(done), strict=False)
    after = zip(variant.after, (*items[end : end + len(variant.after)], None, None, None), strict=False)
    return all(_stands(element, item) for element, item in (*before, *after))


def _up_to_three(done: list[Item]) -> tuple[Item | None, ...]:
    return (*reversed(done[-3:]), None, None, None)


def _stands(element: _Element, item: Item | None) -> bool:
    return (item is not None and _fits(element, item.bits)) != element.absent
