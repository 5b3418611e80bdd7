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
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BITS: dict[str, int] = {}
_MOST_PAIRS = 10_000


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
    masks: tuple[int, ...]
    keys: tuple[str, ...]
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
    build: Callable[..., Any]
    arguments: int
    variants: tuple[_Variant, ...]


def rule(name: str, gives: str, patterns: str | Sequence[str], build: Callable[..., Any]) -> Rule:
    """Make a rule of one pattern, or of several with the same arguments in the same order."""
    lines = [patterns] if isinstance(patterns, str) else patterns
    variants = tuple(variant for line in lines for variant in _variants(line))
    arguments = max((sum(not word.startswith("(") for word in line.split()) for line in lines), default=0)
    return Rule(name, gives, build, arguments, variants)


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
    masks, keys = [], []
    for choice in text.split("|"):
        masks.append(bits(_tags(choice)))
        keys.append(choice.split(".")[0].split("=")[0])
    return _Element(tuple(masks), tuple(keys), place, absent)


def _tags(choice: str) -> list[str]:
    return choice.split(".")


@dataclass(frozen=True, slots=True)
class Stage:
    """Rules that compete for the same words; `keep` are the bits a new item takes over from its last item."""

    rules: tuple[Rule, ...]
    keep: int
    _candidates: dict[tuple[int, int], tuple[tuple[Rule, _Variant], ...]] = field(default_factory=dict)
    """Rules that can match at two neighbouring items, by their bits: nearly always none."""
    _firsts: int = 0

    def __post_init__(self) -> None:
        """Note the classes that rules begin with."""
        firsts = bits(key for one in self.rules for variant in one.variants for key in variant.inner[0].keys)
        object.__setattr__(self, "_firsts", firsts)

    def apply(self, items: list[Item]) -> list[Item]:
        """Scan once from left to right."""
        if not self._starts_in(items):
            return items
        done: list[Item] = []
        position, count = 0, len(items)
        while position < count:
            item = items[position]
            key = (item.bits, items[position + 1].bits if position + 1 < count else 0)
            candidates = self._candidates.get(key)
            if candidates is None:
                candidates = self._learn(key)
            for one, variant in candidates:
                found = self._match(one, variant, items, position, done)
                if found is not None:
                    item = found
                    position += len(variant.inner) - 1
                    break
            done.append(item)
            position += 1
        return done

    def _starts_in(self, items: list[Item]) -> bool:
        """Say whether any item could be the first of a rule."""
        firsts = self._firsts
        return any(item.bits & firsts for item in items)

    def _learn(self, key: tuple[int, int]) -> tuple[tuple[Rule, _Variant], ...]:
        first, second = key
        found = [
            (one, variant)
            for one in self.rules
            for variant in one.variants
            if _fits(variant.inner[0], first) and (len(variant.inner) == 1 or _fits(variant.inner[1], second))
        ]
        if len(self._candidates) >= _MOST_PAIRS:
            self._candidates.clear()
        learned = tuple(sorted(found, key=lambda pair: -len(pair[1].inner)))
        self._candidates[key] = learned
        return learned

    def _match(self, one: Rule, variant: _Variant, items: list[Item], position: int, done: list[Item]) -> Item | None:
        end = position + len(variant.inner)
        if end > len(items) or not _context_fits(variant, items, end, done):
            return None
        arguments: list[Any] = [None] * one.arguments
        for element, item in zip(variant.inner, items[position:end], strict=True):
            key = _key(element, item.bits)
            if key is None:
                return None
            arguments[element.place] = item.values.get(key, key)
        value = one.build(*arguments)
        if value is None:
            return None
        first, last = items[position], items[end - 1]
        kept = bit(one.gives) | last.bits & self.keep | first.bits & _OPENING
        return Item(first.first, last.last, kept, {one.gives: value}, one.name)


_OPENING = bit("capital") | bit("glued")


def _fits(element: _Element, has: int) -> bool:
    return any(has & mask == mask for mask in element.masks)


def _key(element: _Element, has: int) -> str | None:
    for mask, key in zip(element.masks, element.keys, strict=True):
        if has & mask == mask:
            return key
    return None


def _context_fits(variant: _Variant, items: list[Item], end: int, done: list[Item]) -> bool:
    before = zip(reversed(variant.before), _up_to_three(done), strict=False)
    after = zip(variant.after, (*items[end : end + len(variant.after)], None, None, None), strict=False)
    return all(_stands(element, item) for element, item in (*before, *after))


def _up_to_three(done: list[Item]) -> tuple[Item | None, ...]:
    return (*reversed(done[-3:]), None, None, None)


def _stands(element: _Element, item: Item | None) -> bool:
    return (item is not None and _fits(element, item.bits)) != element.absent
