"""What sources of one story give differently on one day of the fortnight: what is planted, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefings.articles import read_library
from briefings.config import Config
from briefings.facts import find
from briefings.languages.names import builtin_names, with_desk_names, with_outlets
from briefings.model import Statement
from briefings.planning.copies import copies_of
from briefings.planning.disputes import disputes_of
from briefings.planning.ledger import ledger_of
from briefings.planning.material import Material
from briefings.planning.publishers import owners_of

if TYPE_CHECKING:
    from briefings.model import Claim

HERE = Path(__file__).parent
GOLD: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
PLANTED = [row for row in GOLD["contradiction"] if row["kind"] != "claim"]
DENIED = [row for row in GOLD["contradiction"] if row["kind"] == "claim"]
OUT_OF_REACH = {
    "chess-start": "the English sentence shares no word of what happens with the Turkish one",
    "regatta-margin": "lengths of time are no numbers of the ledger",
    "wheat-quota": "the two stand in editions of different days",
}
"""Planted disputes that are not found, and why; no other may be missed."""

Claims = frozenset[tuple[str, str]]


@pytest.fixture(scope="module")
def found() -> frozenset[Claims]:
    """Every dispute of the fortnight, as the paths and values of its claims; the stories are those of the gold."""
    library = read_library(HERE / "content", Config(), None)
    text = (HERE / "content" / "names.toml").read_text(encoding="utf-8")
    names = with_outlets(with_desk_names(builtin_names(), text, "names.toml")[0], library.desk.outlets)
    by_path = {article.source.path: article for article in library.articles}
    disputes: set[Claims] = set()
    for edition in GOLD["edition"]:
        days = [article for path, article in by_path.items() if path[:10] == edition["day"]]
        material = Material(tuple(days), tuple(find(article, names) for article in days))
        ledger = ledger_of(material, copies_of(material, ()), library.desk.outlets)
        for story in edition["story"]:
            told = [by_path[path] for path in story["articles"] if path in by_path and by_path[path] in days]
            for dispute in disputes_of(told, material, ledger, owners_of(days, library.desk.outlets)):
                disputes.add(frozenset(_side(claim, material) for claim in dispute.claims))
    return frozenset(disputes)


def _side(claim: Claim, material: Material) -> tuple[str, str]:
    """Give the article, and the value; of a denial and of what it denies "said"."""
    article = material.article(claim.fact.evidence.article)
    return article.source.path, "said" if isinstance(claim.fact, Statement) else str(claim.fact.value)


def _values(claims: Claims) -> set[str]:
    return {value for _, value in claims}


def _planted(row: dict[str, Any]) -> set[str]:
    return {str(row["a"]["value"]), str(row["b"]["value"])}


@pytest.mark.parametrize("row", PLANTED, ids=[row["id"] for row in PLANTED])
def test_every_dispute_is_found(row: dict[str, Any], found: frozenset[Claims]) -> None:
    reached = any(_planted(row) <= _values(claims) for claims in found)
    assert reached == (row["id"] not in OUT_OF_REACH), OUT_OF_REACH.get(row["id"], "not found")


@pytest.mark.parametrize("row", DENIED, ids=[row["id"] for row in DENIED])
def test_every_denial_is_found(row: dict[str, Any], found: frozenset[Claims]) -> None:
    assert frozenset({(row["a"]["path"], "said"), (row["b"]["path"], "said")}) in found


def test_nothing_else_is_called_a_dispute(found: frozenset[Claims]) -> None:
    denied = [frozenset({(row["a"]["path"], "said"), (row["b"]["path"], "said")}) for row in DENIED]
    left = [claims for claims in found if claims not in denied]
    false = [sorted(claims) for claims in left if not any(_planted(row) & _values(claims) for row in PLANTED)]
    assert false == []
