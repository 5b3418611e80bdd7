"""How the sentences of a name are laid over pages: all on one, or by year, month and day where there are many.

A page depends on the days of its own span and on nothing else, so that a changed day changes one page of each kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.model.site import NameHead

MOST: Final = 200
"""Sentences on a page; a single day is never parted."""
_LENGTHS: Final = (0, 4, 7, 10)
"""Characters of an ISO day that tell all time, a year, a month, a day."""


@dataclass(frozen=True, slots=True)
class SpanPage:
    """A page of a name for a stretch of time."""

    span: str
    """"" for all time, "2025", "2025-12", "2025-12-04"."""
    heads: tuple[NameHead, ...]
    """Its days, latest first."""
    parts: tuple[tuple[str, int], ...]
    """The stretches it is parted into with their sentences, latest first; none where it holds the sentences itself."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.span or 'index'}.html"


def spans_of(heads: Sequence[NameHead]) -> Iterator[SpanPage]:
    """Give the pages of a name, the one for all time first; days come latest first."""
    yield from _parted(tuple(heads), 0)


def _parted(heads: tuple[NameHead, ...], level: int) -> Iterator[SpanPage]:
    span = heads[0].day.isoformat()[: _LENGTHS[level]]
    if level == len(_LENGTHS) - 1 or sum(head.count for head in heads) <= MOST:
        yield SpanPage(span, heads, ())
        return
    cut = _LENGTHS[level + 1]
    within = [(part, tuple(days)) for part, days in groupby(heads, lambda head: head.day.isoformat()[:cut])]
    yield SpanPage(span, heads, tuple((part, sum(head.count for head in days)) for part, days in within))
    for _, days in within:
        yield from _parted(days, level + 1)
