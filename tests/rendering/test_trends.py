"""Charts from edition to edition: drawn of the record, from one base, and only where they say something."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefings.model import Mentions
from briefings.rendering import render
from briefings.rendering.charts import column_places, slot_for
from briefings.shipping.pages import pieces_of
from tests.rendering.sample_edition import CONFIG, NAMES, edition

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS = ("2025-12-01", "2025-12-02", "2025-12-04")
KEY = next(entry.key for entry in edition().index if entry.kind == "person")


def _page(numbers: Sequence[int], language: str, medium: str = "html", days: tuple[str, ...] = DAYS) -> str:
    told = replace(edition(), mentions=Mentions(days, ((KEY, tuple(numbers)), ("gone", (9,) * len(days)))))
    made = render(told, language=language, profile="desk", formats=frozenset({medium}), config=CONFIG, names=NAMES)
    return made[0].data.decode()


@pytest.mark.parametrize(("language", "day"), [("tr", "1 Ara"), ("en", "1 Dec")])
@pytest.mark.parametrize("medium", ["html", "print"])
def test_who_is_named_how_often(language: str, day: str, medium: str) -> None:
    page = _page((2, 0, 4), language, medium)
    (chart,) = re.findall(r'<table class="bars named">.*?</table>', page, re.DOTALL)
    assert re.findall(r'<rect[^>]* height="([0-9.]+)"', chart) == ["10.0", "20.0"]
    assert re.findall(r'<text data-edition="mentions:[^"]*"[^>]*>(.*?)</text>', chart) == ["2", "0", "4"]
    (told,) = re.findall(r'role="img" aria-label="([^"]*)"', chart)
    assert told.startswith(f"{day}: 2; ")
    assert told.endswith(": 4")
    assert f">{told}</title>" in chart


@pytest.mark.parametrize(("numbers", "days"), [((1, 1), DAYS[:2]), ((1, 0, 1), DAYS)])
def test_two_editions_or_two_articles_are_no_chart(numbers: tuple[int, ...], days: tuple[str, ...]) -> None:
    assert "bars named" not in _page(numbers, "tr", days=days)


def test_every_number_of_it_says_what_it_stands_on() -> None:
    pieces = [piece for piece in pieces_of(_page((2, 0, 4), "tr")) if piece.reference.startswith("mentions")]
    assert {piece.kind for piece in pieces} == {"edition"}
    assert [piece.text for piece in pieces if piece.reference.startswith("mentions:")] == ["2", "0", "4"]


def test_bars_share_one_base_and_one_scale() -> None:
    assert [height for _, height in column_places([1, 3], 6, 30)] == [3.3, 10.0]
    assert [height for _, height in column_places([0, 0], 0, 30)] == [0.0, 0.0]
    assert slot_for(["1"]) < slot_for(["715.000"])
