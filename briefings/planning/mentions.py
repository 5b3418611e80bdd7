"""Who was named how often, day by day: what the record carries from edition to edition for two weeks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.model import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from briefings.model import EditionRecord, IndexEntry

_DAYS = 14
_MOST_NAMES = 60
"""Names that are remembered, those of most articles first."""


def mentions_of(index: Iterable[IndexEntry], earlier: EditionRecord | None, day: date) -> Mentions:
    """Count the articles that name a person or an organisation, beside what the last edition remembers.

    An edition published before there were such records remembers nothing: its days are left out.
    """
    known = earlier.mentions if earlier else Mentions()
    first, last = (day - timedelta(days=_DAYS - 1)).isoformat(), day.isoformat()
    kept = [place for place, one in enumerate(known.days) if first <= one < last]
    counts = {key: tuple(numbers[place] for place in kept) for key, numbers in known.names}
    today = {
        entry.key: len({mention.article for mention in entry.mentions}) for entry in index if entry.kind != "place"
    }
    never = (0,) * len(kept)
    table = {key: (*counts.get(key, never), today.get(key, 0)) for key in counts.keys() | today.keys()}
    most = sorted((key for key in table if any(table[key])), key=lambda key: (-sum(table[key]), key))[:_MOST_NAMES]
    return Mentions((*(known.days[place] for place in kept), last), tuple((key, table[key]) for key in sorted(most)))
