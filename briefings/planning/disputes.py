"""What a story's independent sources give differently on one day; named as such, never decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Actor, Claim, Dispute, When
from briefings.planning.ledger import agree, count_the_same, entries_of, has_moved
from briefings.planning.publishers import outlets_by_name, owner_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Article, Outlet
    from briefings.planning.copies import Copies
    from briefings.planning.ledger import Entry
    from briefings.planning.material import Material

_MOST_CLAIMS = 4
_MOST_ENTRIES = 400
"""Entries of a story that are held against each other: comparing is quadratic."""


def disputes_of(
    articles: Sequence[Article], material: Material, copies: Copies, outlets: Sequence[Outlet]
) -> tuple[Dispute, ...]:
    """Find the numbers and the days ahead that sources of one story give differently, in the order of publication.

    A copy says nothing of its own, and of two translations of one text the first speaks.
    """
    known = outlets_by_name(outlets)
    entries = [
        entry
        for article in _speaking(articles, copies)
        for entry in entries_of(article, material.found_in(article.id).facts, owner_of(article, known))
    ][:_MOST_ENTRIES]
    disputes: list[list[Entry]] = []
    for place, one in enumerate(entries):
        for other in entries[place + 1 :]:
            comparable = one.unit == other.unit or (one.human and other.human)
            if comparable and _against(one, other):
                _enter(one, other, disputes)
    return tuple(_dispute(claims, material) for claims in disputes)


def _speaking(articles: Sequence[Article], copies: Copies) -> list[Article]:
    """Give the articles with words of their own, oldest first."""
    groups: set[str] = set()
    found = []
    for article in sorted(articles, key=lambda article: (str(article.published), article.id)):
        group = article.translation_group
        if article.id in copies.originals or article.id in copies.reprints or group in groups:
            continue
        groups |= {group} if group else set()
        found.append(article)
    return found


def _against(one: Entry, other: Entry) -> bool:
    if one.source == other.source or not count_the_same(one, other) or agree(one, other):
        return False
    either = isinstance(one.fact, When) and has_moved(other, one)
    return not (has_moved(one, other) or either)


def _enter(one: Entry, other: Entry, disputes: list[list[Entry]]) -> None:
    """Put two entries that contradict each other into the dispute that holds either, else into one of their own."""
    for claims in disputes:
        if any(
            entry is claim or (agree(entry, claim) and count_the_same(entry, claim))
            for entry in (one, other)
            for claim in claims
        ):
            claims += [entry for entry in (one, other) if not any(agree(entry, claim) for claim in claims)]
            return
    disputes.append([one, other])


def _dispute(claims: Sequence[Entry], material: Material) -> Dispute:
    return Dispute(tuple(Claim(entry.fact, _speaker(entry, material)) for entry in claims[:_MOST_CLAIMS]))


def _speaker(entry: Entry, material: Material) -> Actor | None:
    facts = material.facts_at(entry.evidence)
    return next((fact for fact in facts if isinstance(fact, Actor) and fact.key == entry.speaker), None)
