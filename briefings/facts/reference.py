"""What each rule finds, in a sentence: rules.toml. docs/facts.md and `briefings facts --explain` show it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOTTED = frozenset({"date", "duration", "set", "time"})
"""Tables whose name is the first part of their rules' names."""


def description_of(rule: str) -> str | None:
    """Say what a rule finds, None for one that is not described; the languages' rules of one name share their words.

    A range that ends with the end of something has its rule's name and "-whole" (`languages/timex.py`).
    """
    return rules().get(rule.removeprefix("tr.").removeprefix("en.").removesuffix("-whole"))


def reason_of(reason: str) -> str:
    """Say why words are no fact: a reason by its name, or the rule whose pattern they have."""
    if words := _tables()["reasons"].get(reason):
        return words
    looks_like = description_of(reason)
    return f"it might be {looks_like}, but nothing around it says so here" if looks_like else reason


@cache
def rules() -> Mapping[str, str]:
    """Give what every rule finds, by its name without the language."""
    return {rule: words for table in tables().values() for rule, words in table.items()}


@cache
def tables() -> Mapping[str, Mapping[str, str]]:
    """Give the rules in the tables of the file."""
    return {
        table: {f"{table}.{name}" if table in _DOTTED else name: words for name, words in rows.items()}
        for table, rows in _tables().items()
        if table != "reasons"
    }


def reasons() -> Mapping[str, str]:
    """Give the words of every reason for which something is no fact."""
    return _tables()["reasons"]


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("briefings.facts").joinpath("rules.toml").read_text(encoding="utf-8"))
