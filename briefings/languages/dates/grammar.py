"""A small grammar over tokens: patterns of word classes.

A word of the text becomes an `Item` with the classes it may have (as bits) and a value for each class. A rule's
pattern is a line such as `day month year?`; stages (stages.py) apply rules. The notation:

    month            an item of the class
    month.gen        of the class, in the genitive (all tags must hold)
    unit=year        of the class, with this value
    day|num          either
    comma?           may be absent; the rule's function is then given None
    (in)             must stand there, belongs to the context and not to the match
    (!other)         must not stand there
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BITS: dict[str, int] = {}


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
class Element:
    """One item of a pattern."""

    choices: tuple[tuple[int, str], ...]
    """Bits that must all be set, and the class they stand for."""
    place: int
    """Which argument of the rule's function it is, -1 for context."""
    absent: bool = False
    """Context that must not stand there."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A pattern without optional elements: what it matches, and what must stand before and behind."""

    before: tuple[Element, ...]
    inner: tuple[Element, ...]
    after: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: what it matches, the class it gives, and the function that makes the value (None: no match)."""

    name: str
    gives: str
    bit: int
    """The bit of the class it gives."""
    build: Callable[..., Any]
    arguments: int
    variants: tuple[Variant, ...]


def rule(name: str, gives: str, patterns: str | Sequence[str], build: Callable[..., Any]) -> Rule:
    """Make a rule of one pattern, or of several with the same arguments in the same order."""
    lines = [patterns] if isinstance(patterns, str) else patterns
    variants = tuple(variant for line in lines for variant in _variants(line))
    arguments = max((sum(not word.startswith("(") for word in line.split()) for line in lines), default=0)
    return Rule(name, gives, bit(gives), build, arguments, variants)


def _variants(line: str) -> list[Variant]:
    """Write out the optional elements of a pattern."""
    choices: list[list[Element | None]] = []
    place = 0
    for word in line.split():
        context = word.startswith("(")
        element = _element(word.strip("()?!"), -1 if context else place, absent="!" in word)
        place += not context
        choices.append([element, None] if word.strip("()").endswith("?") else [element])
    return [_variant([element for element in chosen if element]) for chosen in product(*choices)]


def _variant(elements: list[Element]) -> Variant:
    inner = [index for index, element in enumerate(elements) if element.place >= 0]
    first, last = inner[0], inner[-1] + 1
    return Variant(tuple(elements[:first]), tuple(elements[first:last]), tuple(elements[last:]))


def _element(text: str, place: int, *, absent: bool) -> Element:
    choices = [(bits(choice.split(".")), choice.split(".")[0].split("=")[0]) for choice in text.split("|")]
    return Element(tuple(choices), place, absent)
