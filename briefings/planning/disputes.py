"""What a story's independent sources give differently on one day; named as such, never decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Actor, Claim, Dispute
from briefings.planning.ledger import agree, are_of_one_size, count_the_same, has_moved, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Article, Count
    from briefings.planning.ledger import Entry, Ledger
    from briefings.planning.material import Material

_MOST_CLAIMS = 4
_LEAST_SOURCES = 2
"""One source alone contradicts nobody."""
_MOST_ENTRIES = 400
"""Entries of a story that are held against each other: comparing is quadratic."""


def disputes_of(articles: Sequence[Article], material: Material, ledger: Ledger) -> tuple[Dispute, ...]:
    """Find the numbers and the days ahead that sources of one story give differently, in the order of publication.

    A copy says nothing of its own, and of two translations of one text the first speaks.
    """
    entries = [entry for article in _speaking(articles, ledger) for entry in ledger[article.id]][:_MOST_ENTRIES]
    disputes: list[list[Entry]] = []
    if len({entry.count.source for entry in entries}) < _LEAST_SOURCES:
        return ()
    for place, one in enumerate(entries):
        for other in entries[place + 1 :]:
            if _could_differ(one.count, other.count) and _against(one, other):
                _enter(one, other, disputes)
    return tuple(_dispute(claims, material) for claims in disputes)


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


def _could_differ(one: Count, other: Count) -> bool:
    """Say whether two sources give different values of one unit; cheap, for most pairs end here."""
    if one.source == other.source or one.value == other.value:
        return False
    return one.unit == other.unit or (one.human and other.human)


def _against(one: Entry, other: Entry) -> bool:
    first, second = one.count, other.count
    if not are_of_one_size(first, second) or not count_the_same(first, second) or agree(first, second):
        return False
    either = first.unit == "date" and has_moved(second, one)
    return not (has_moved(first, other) or either)


def _enter(one: Entry, other: Entry, disputes: list[list[Entry]]) -> None:
    """Put two entries that contradict each other into the dispute that holds either, else into one of their own."""
    for claims in disputes:
        if any(
            entry is claim or (agree(entry.count, claim.count) and count_the_same(entry.count, claim.count))
            for entry in (one, other)
            for claim in claims
        ):
            claims += [entry for entry in (one, other) if not any(agree(entry.count, claim.count) for claim in claims)]
            return
    disputes.append([one, other])


def _dispute(claims: Sequence[Entry], material: Material) -> Dispute:
    return Dispute(tuple(Claim(entry.fact, _speaker(entry, material)) for entry in claims[:_MOST_CLAIMS]))


def _speaker(entry: Entry, material: Material) -> Actor | None:
    facts = material.facts_at(entry.evidence)
    return next((fact for fact in facts if isinstance(fact, Actor) and fact.key == entry.count.speaker), None)
