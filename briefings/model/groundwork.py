"""What planning needs to know of an article by itself: made once, where its facts are found, and kept with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

    from briefings.model.archive import Count
    from briefings.model.article import Evidence
    from briefings.model.facts import Quantity, When

Terms = dict[str, dict[str, int]]
"""An article's terms by kind, with their frequencies: "who:…", "where:…" and so on; "tr:…" and "en:…" for words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A number, or the day of what lies ahead, as one article gives it."""

    fact: Quantity | When
    count: Count
    beside: frozenset[Decimal]
    """The other numbers, or the other days to come, that its sentence names."""

    @property
    def evidence(self) -> Evidence:
        """The words it stands on."""
        return self.fact.evidence


@dataclass(frozen=True, slots=True)
class Groundwork:
    """An article's terms, what it counts, and its runs of words; it stands on its words and facts alone."""

    article: str
    terms: Terms
    entries: tuple[Entry, ...]
    """Without a source: who prints an article is the desk's to say."""
    runs: frozenset[int]
    """Hashes of its five-word runs."""
