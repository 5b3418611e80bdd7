"""What a story's independent sources give differently on one day; named as such, never decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.model import Actor, Claim, Dispute
from briefings.planning.counts import DATE, MOST_TIMES, agree, aside, count_the_same, happenings, has_moved
from briefings.planning.denials import denials_of
from briefings.planning.ledger import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from briefings.model import Article, Count, Entry
    from briefings.planning.ledger import Ledger
    from briefings.planning.material import Material

_MOST_CLAIMS = 4
_LEAST_SOURCES = 2
"""One source alone contradicts nobody."""
_MOST_ENTRIES = 400
"""Entries of a story that are held against each other: comparing is quadratic."""


def disputes_of(
    articles: Sequence[Article], material: Material, ledger: Ledger, owners: Mapping[str, str]
) -> tuple[Dispute, ...]:
    """Find what sources of one story tell differently: numbers and days ahead, then what one says and another denies.

    In the order of publication. A copy says nothing of its own, and of two translations of one text the first speaks.
    """
    speaking = _speaking(articles, ledger)
    return (*_of_values(speaking, material, ledger), *denials_of(speaking, material, owners))


def _of_values(articles: Sequence[Article], material: Material, ledger: Ledger) -> tuple[Dispute, ...]:
    entries = [entry for article in articles for entry in ledger[article.id]][:_MOST_ENTRIES]
    disputes: list[_Claims] = []
    if len({entry.count.source for entry in entries}) < _LEAST_SOURCES:
        return ()
    for one, other in sorted(_comparable(entries)):
        if _against(entries[one], entries[other]):
            _enter(one, other, entries, disputes)
    return tuple(_dispute([entries[place] for place in found.places], material) for found in disputes)


def _comparable(entries: Sequence[Entry]) -> set[tuple[int, int]]:
    """Give, by their places, the pairs of entries of two sources that could count one thing and differ.

    What shares no column is never laid side by side, nor what is not of one size.
    """
    columns: dict[tuple[str, frozenset[str]], list[tuple[Decimal, int]]] = {}
    for place, entry in enumerate(entries):
        for column in _columns(entry.count):
            columns.setdefault(column, []).append((abs(entry.count.value), place))
    return {pair for column in columns.values() for pair in _of_one_size(sorted(column), entries)}


def _columns(count: Count) -> list[tuple[str, frozenset[str]]]:
    """Give what two counts must share one of: an event of one kind, or a unit, and a plan, a rate or a part with it."""
    if count.unit == DATE:
        return [(deed, frozenset()) for deed in happenings(count)]
    units = {count.unit, "human"} if count.human else {count.unit}
    return [(f"unit:{unit}", aside(count.aspects)) for unit in units]


def _of_one_size(table: Sequence[tuple[Decimal, int]], entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Give the pairs of another source and another value whose sizes, in order, are within reach of each other."""
    first = 0
    for at, (value, place) in enumerate(table):
        while table[first][0] * MOST_TIMES < value:
            first += 1
        count = entries[place].count
        for _, before in table[first:at]:
            other = entries[before].count
            if other.source != count.source and other.value != count.value:
                yield (before, place) if before < place else (place, before)


def _speaking(articles: Sequence[Article], ledger: Ledger) -> list[Article]:
    """Give the articles with words of their own, oldest first."""
    groups: set[str] = set()
    found = []
    for article in in_order(articles):
        group = article.translation_group
        if article.id not in ledger or group in groups:
            continue
        groups |= {group} if group else set()
        found.append(article)
    return found


def _against(one: Entry, other: Entry) -> bool:
    first, second = one.count, other.count
    if has_moved(first, other) or (first.unit == DATE and has_moved(second, one)):
        return False
    return count_the_same(first, second) and not agree(first, second)


def _enter(one: int, other: int, entries: Sequence[Entry], disputes: list[_Claims]) -> None:
    """Put two entries that contradict each other into the dispute that holds either, else into one of their own."""
    for claims in disputes:
        if claims.hold(one, entries) or claims.hold(other, entries):
            claims.add(one, entries)
            claims.add(other, entries)
            return
    disputes.append(_Claims([one, other]))


@dataclass(slots=True)
class _Claims:
    """The entries of a dispute, by their places; no entry is held against one of them twice."""

    places: list[int]
    _held: set[int] = field(default_factory=set)
    """Entries that give the same as one of them."""
    _told: set[int] = field(default_factory=set)
    """Entries whose value one of them has."""
    _seen: dict[int, int] = field(default_factory=dict)
    """How many of them an entry that is not held has been held against."""

    def __post_init__(self) -> None:
        """Begin with entries that hold themselves."""
        self._held.update(self.places)
        self._told.update(self.places)

    def hold(self, place: int, entries: Sequence[Entry]) -> bool:
        """Say whether an entry gives the same as one of them."""
        if place in self._held:
            return True
        new = self.places[self._seen.get(place, 0) :]
        self._seen[place] = len(self.places)
        if any(_give_the_same(entries[place], entries[known]) for known in new):
            self._held.add(place)
        return place in self._held

    def add(self, place: int, entries: Sequence[Entry]) -> None:
        """Take an entry in, unless one of them has its value."""
        if place in self._told:
            return
        self._told.add(place)
        if not any(agree(entries[place].count, entries[known].count) for known in self.places):
            self._held.add(place)
            self.places.append(place)


def _give_the_same(one: Entry, other: Entry) -> bool:
    first, second = one.count, other.count
    if first.unit != second.unit and not (first.human and second.human):
        return False
    return agree(first, second) and count_the_same(first, second)


def _dispute(claims: Sequence[Entry], material: Material) -> Dispute:
    return Dispute(tuple(Claim(entry.fact, _speaker(entry, material)) for entry in claims[:_MOST_CLAIMS]))


def _speaker(entry: Entry, material: Material) -> Actor | None:
    facts = material.facts_at(entry.evidence)
    return next((fact for fact in facts if isinstance(fact, Actor) and fact.key == entry.count.speaker), None)
