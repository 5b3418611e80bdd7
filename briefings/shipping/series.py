"""What charts say from edition to edition, checked against the record in facts.json. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from briefings.shipping.sayings import says_date, says_number

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS: Final = frozenset({"mentions", "mentions-series", "course", "course-series", "series-day"})
"""Keys of `data-edition` whose texts are checked here."""


def says_series(key: str, of: str, shown: str, facts: Mapping[str, Any], language: str) -> bool:
    """Say whether a text of a chart is what the record holds; `of` is what follows the key."""
    if key == "series-day":
        return says_date(shown, of, frozenset(), language)
    if key == "mentions":
        day, _, name = of.partition(":")
        return any(one == day and says_number(shown, value, language) for one, value in _mentions(facts, name))
    if key == "course":
        return any(says_number(shown, value, language) for line in _courses(facts) for day, value in line if day == of)
    lines = [_mentions(facts, of)] if key == "mentions-series" else _courses(facts)
    return any(_tells(shown, line, language) for line in lines)


def _tells(shown: str, line: list[tuple[str, str]], language: str) -> bool:
    """Say whether a text gives each day with its value, in order."""
    points = [point.rpartition(": ") for point in shown.split("; ")]
    return len(points) == len(line) and all(
        says_date(told, day, frozenset(), language) and says_number(words, value, language)
        for (told, _, words), (day, value) in zip(points, line, strict=True)
    )


def _mentions(facts: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    held = facts.get("record", {}).get("mentions") or {}
    numbers = dict(held.get("names", ())).get(name, ())
    return [(day, str(number)) for day, number in zip(held.get("days", ()), numbers, strict=False)]


def _courses(facts: Mapping[str, Any]) -> list[list[tuple[str, str]]]:
    return [[(day, value) for day, value in change.get("course", ())] for change in facts.get("changes", ())]
