"""What sources of one story give differently in the fortnight, on one day or of one day: what is planted, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefings.languages.timex import days_of, length_of
from briefings.model import Statement
from tests.fortnight.walk import GOLD, walk

if TYPE_CHECKING:
    from briefings.model import Claim, CountRecord
    from briefings.planning.material import Material

PLANTED = [row for row in GOLD["contradiction"] if row["kind"] != "claim"]
DENIED = [row for row in GOLD["contradiction"] if row["kind"] == "claim"]
Claims = frozenset[tuple[str, str]]


@pytest.fixture(scope="module")
def found() -> frozenset[Claims]:
    """Every dispute of the fortnight, as the paths and values of its claims."""
    disputes: set[Claims] = set()
    for _, _, standing, of_the_day, material in walk():
        for dispute in (*of_the_day, *standing.disputes):
            before = [_earlier(dispute.before)] if dispute.before else []
            disputes.add(frozenset([*before, *(_side(claim, material) for claim in dispute.claims)]))
    return frozenset(disputes)


def _earlier(record: CountRecord) -> tuple[str, str]:
    return f"edition of {record.given}", record.value


def _side(claim: Claim, material: Material) -> tuple[str, str]:
    """Give the article, and the value; of a denial and of what it denies "said", of a length its seconds or months."""
    article, fact = material.article(claim.fact.evidence.article), claim.fact
    if isinstance(fact, Statement):
        return article.source.path, "said"
    length = length_of(fact.value) if fact.value and not days_of(fact.value) else None
    return article.source.path, f"{length[1].normalize():f}" if length else str(fact.value)


def _values(claims: Claims) -> set[str]:
    return {value for _, value in claims}


def _planted(row: dict[str, Any]) -> set[str]:
    return {str(row["a"]["value"]), str(row["b"]["value"])}


@pytest.mark.parametrize("row", PLANTED, ids=[row["id"] for row in PLANTED])
def test_every_dispute_is_found(row: dict[str, Any], found: frozenset[Claims]) -> None:
    assert any(_planted(row) <= _values(claims) for claims in found)


@pytest.mark.parametrize("row", DENIED, ids=[row["id"] for row in DENIED])
def test_every_denial_is_found(row: dict[str, Any], found: frozenset[Claims]) -> None:
    assert frozenset({(row["a"]["path"], "said"), (row["b"]["path"], "said")}) in found


def test_nothing_else_is_called_a_dispute(found: frozenset[Claims]) -> None:
    denied = [frozenset({(row["a"]["path"], "said"), (row["b"]["path"], "said")}) for row in DENIED]
    left = [claims for claims in found if claims not in denied]
    false = [sorted(claims) for claims in left if not any(_planted(row) & _values(claims) for row in PLANTED)]
    assert false == []
