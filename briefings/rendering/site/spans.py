"""How the sentences of a name, or the days of a story, are laid over pages: on one, or by year, month and day.

A page depends on the days of its own span and on nothing else, so that a changed day changes one page of each kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from briefings.rendering.dates import plain_date
from briefings.rendering.site.periods import month_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LENGTHS: Final = (0, 4, 7, 10)
"""Characters of an ISO day that tell all time, a year, a month, a day."""


class Counted(Protocol):
    """What a day brings to a page."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def count(self) -> int:
        """How much it brings: sentences, editions."""


Head = TypeVar("Head", bound=Counted)


@dataclass(frozen=True, slots=True)
class SpanPage(Generic[Head]):
    """A page for a stretch of time."""

    span: str
    """"" for all time, "2025", "2025-12", "2025-12-04"."""
    heads: tuple[Head, ...]
    """Its days, latest first."""
    parts: tuple[tuple[str, int], ...]
    """The stretches it is parted into with their counts, latest first; none where it holds the days itself."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.span or 'index'}.html"

    def shown(self, most: int) -> tuple[Head, ...]:
        """Give the days that stand on the page: all, or of a parted page the latest, `most` of what they count."""
        if not self.parts:
            return self.heads
        shown, count = [], 0
        for head in self.heads:
            if count and count + head.count > most:
                break
            shown.append(head)
            count += head.count
        return tuple(shown)


def spans_of(heads: Sequence[Head], most: int) -> Iterator[SpanPage[Head]]:
    """Give the pages, the one for all time first; days come latest first. A single day is never parted."""
    yield from _parted(tuple(heads), 0, most)


def _parted(heads: tuple[Head, ...], level: int, most: int) -> Iterator[SpanPage[Head]]:
    span = heads[0].day.isoformat()[: _LENGTHS[level]]
    if level == len(_LENGTHS) - 1 or sum(head.count for head in heads) <= most:
        yield SpanPage(span, heads, ())
        return
    cut = _LENGTHS[level + 1]
    within = [(part, tuple(days)) for part, days in groupby(heads, lambda head: head.day.isoformat()[:cut])]
    yield SpanPage(span, heads, tuple((part, sum(head.count for head in days)) for part, days in within))
    for _, days in within:
        yield from _parted(days, level + 1, most)


def span_name(span: str, language: str) -> str:
    """Name a stretch of time: "2025", "Aralık 2025", "4 Aralık 2025"."""
    if len(span) == len("2025-12-04"):
        return plain_date(date.fromisoformat(span), language)
    return month_name(span, language) if "-" in span else span
