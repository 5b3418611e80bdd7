"""Numbers and days that moved since earlier editions, across days and languages: what is planted, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fortnight.walk import GOLD, walk

PLANTED = [*GOLD["number"], *GOLD["moved"]]
OUT_OF_REACH: dict[str, str] = {}
"""Planted moves that are not found, and why; no other may be missed."""

Move = tuple[str, str, str, str]
"""Story, day, value before, value after."""


def _row(row: dict[str, Any]) -> Move:
    return row["story"], row["after"]["path"][:10], str(row["before"]["value"]), str(row["after"]["value"])


@pytest.fixture(scope="module")
def found() -> frozenset[Move]:
    """Every move of the fortnight."""
    return frozenset(
        (story, day, move.before.value, move.value) for story, day, standing, _, _ in walk() for move in standing.moves
    )


@pytest.mark.parametrize("row", PLANTED, ids=[" ".join(_row(row)) for row in PLANTED])
def test_every_move_is_found(row: dict[str, Any], found: frozenset[Move]) -> None:
    name = " ".join(_row(row))
    assert (_row(row) in found) == (name not in OUT_OF_REACH), OUT_OF_REACH.get(name, "not found")


def test_nothing_else_is_said_to_have_moved(found: frozenset[Move]) -> None:
    assert sorted(found - {_row(row) for row in PLANTED}) == []
