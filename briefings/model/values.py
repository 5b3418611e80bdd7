"""`dataclass` and `replace` of the standard library for values that nothing changes, made for speed.

To the type checker they are the originals, and it sees to it that nobody sets a field of a frozen value. At run time
that is left to it: a value that is frozen there too takes three times as long to make, and finding the facts of an
article makes thousands.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen=False, slots=False, order=False):  # noqa: ANN001, ANN201 - typed as the original
        """Make a class a dataclass whose values are equal, and hash alike, when their fields are."""
        return dataclasses.dataclass(slots=slots, order=order, unsafe_hash=frozen)

    def replace(value, /, **changes):  # noqa: ANN001, ANN003, ANN201 - typed as the original
        """Give a value with other values in some of its fields."""
        kind = type(value)
        values_of, places = _layout(kind)
        values = [*values_of(value)]
        for name, one in changes.items():
            values[places[name]] = one
        return kind(*values)


@cache
def _layout(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """Give what reads all fields of a class, in the order in which it is made of them, and the place of each."""
    names = [field.name for field in dataclasses.fields(kind)]
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),), {name: place for place, name in enumerate(names)}


def as_plain(value: Any) -> Any:  # noqa: ANN401 - any value
    """Give a value's fields as a dictionary, and those of the values in it; tuples as lists, all else as it is.

    `dataclasses.asdict` does the same, and copies every number and word besides.
    """
    kind = type(value)
    if kind is tuple:
        return [one if type(one) in _BARE else as_plain(one) for one in value]
    if kind in _BARE or not dataclasses.is_dataclass(kind):
        return value
    values_of, places = _layout(kind)
    told = zip(places, values_of(value), strict=True)
    return {name: one if type(one) in _BARE else as_plain(one) for name, one in told}


_BARE = frozenset({str, int, float, bool, type(None)})
"""Kinds of most fields, told at once."""


__all__ = ["as_plain", "dataclass", "replace"]
