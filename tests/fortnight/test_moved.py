"""Numbers and days that moved since earlier editions, across days and languages: what is planted, and nothing else."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefings.articles import read_library
from briefings.config import Config
from briefings.facts import find
from briefings.languages.names import builtin_names, with_desk_names, with_outlets
from briefings.planning.copies import copies_of
from briefings.planning.ledger import in_order, ledger_of
from briefings.planning.material import Material
from briefings.planning.moves import standing_of

if TYPE_CHECKING:
    from briefings.model import CountRecord

HERE = Path(__file__).parent
GOLD: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
PLANTED = [*GOLD["number"], *GOLD["moved"]]
OUT_OF_REACH: dict[str, str] = {}
"""Planted moves that are not found, and why; no other may be missed."""

Move = tuple[str, str, str, str]
"""Story, day, value before, value after."""


def _row(row: dict[str, Any]) -> Move:
    return row["story"], row["after"]["path"][:10], str(row["before"]["value"]), str(row["after"]["value"])


@pytest.fixture(scope="module")
def found() -> frozenset[Move]:
    """Every move of the fortnight; the stories are those of the gold, the editions follow one another."""
    library = read_library(HERE / "content", Config(), None)
    text = (HERE / "content" / "names.toml").read_text(encoding="utf-8")
    names = with_outlets(with_desk_names(builtin_names(), text, "names.toml")[0], library.desk.outlets)
    by_path = {article.source.path: article for article in library.articles}
    known: dict[str, tuple[CountRecord, ...]] = {}
    moves: set[Move] = set()
    for edition in GOLD["edition"]:
        day = date.fromisoformat(edition["day"])
        articles = in_order(article for path, article in by_path.items() if path[:10] == edition["day"])
        material = Material(tuple(articles), tuple(find(article, names) for article in articles))
        ledger = ledger_of(material, copies_of(material, ()), library.desk.outlets)
        for story in edition["story"]:
            told = in_order(by_path[path] for path in story["articles"] if by_path.get(path) in articles)
            entries = [entry for article in told for entry in ledger.get(article.id, ())]
            standing = standing_of(story["id"], entries, known.get(story["id"], ()), day)
            known[story["id"]] = standing.records
            moves |= {(story["id"], edition["day"], move.before.value, move.value) for move in standing.moves}
    return frozenset(moves)


@pytest.mark.parametrize("row", PLANTED, ids=[" ".join(_row(row)) for row in PLANTED])
def test_every_move_is_found(row: dict[str, Any], found: frozenset[Move]) -> None:
    name = " ".join(_row(row))
    assert (_row(row) in found) == (name not in OUT_OF_REACH), OUT_OF_REACH.get(name, "not found")


def test_nothing_else_is_said_to_have_moved(found: frozenset[Move]) -> None:
    assert sorted(found - {_row(row) for row in PLANTED}) == []
