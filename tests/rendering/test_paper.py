"""What is reckoned of the principal's page: widths of letters, lines, rows, and how near the layout comes to it."""

from __future__ import annotations

import re

import pytest

from briefings.model import Budget
from briefings.rendering import sheet_of, spread_of
from briefings.rendering.paper.lines import Run, line_count
from briefings.rendering.paper.measures import POINTS, measures
from tests.pages import fills_of
from tests.rendering.pages import output, text_of
from tests.rendering.sample_edition import CONFIG, NAMES, edition
from tools import make_widths

ALL = Budget(9, 9, 9, 9, 99, (9,) * 9, (9,) * 9, (9,) * 9)


def test_the_table_of_widths_is_that_of_the_fonts() -> None:
    assert make_widths.TABLE.read_text(encoding="utf-8") == make_widths.table_of(make_widths.FONTS)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 50.0, 0),
        ("bir", 50.0, 1),
        ("bir iki üç dört beş", 1000.0, 1),
        ("bir iki üç dört beş", 50.0, 2),
        ("mmmmmmmmmmmmmmmmmmmm", 50.0, 4),
        ("bir\u00a0iki\u00a0üç", 1000.0, 1),
    ],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert line_count((Run(text, measures().types["words"]),), width) == lines


def test_a_note_sticks_to_the_word_before_it() -> None:
    words, cite = measures().types["words"], measures().types["cite"]
    width = words.width("bir iki") + 1
    assert line_count((Run("bir iki", words),), width) == 1
    assert line_count((Run("bir iki", words), Run("12", cite, 1.2)), width) == 2


def test_the_widths_are_those_of_the_letters() -> None:
    words = measures().types["words"]
    assert words.width("ii") == 2 * words.width("i") < words.width("mm")
    assert words.width("İı") > 0


def test_the_style_sheet_and_the_reckoning_share_their_measures() -> None:
    page = text_of("tr", "principal", "print")
    for type_ in measures().types.values():
        rule = f"font-size: {type_.size}pt; line-height: {type_.leading}pt; letter-spacing: {type_.tracking}em"
        assert re.search(rf"\.principal {re.escape(type_.select[0])}[ ,][^}}]*{re.escape(rule)}", page), type_.select
    for room in measures().rooms.values():
        assert f"{room.property}: {room.mm}mm" in page
    assert "margin: 21mm 20mm 19mm 20mm" in page
    assert measures().height("A4") == pytest.approx((297 - 21 - 19) * POINTS)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_layout_takes_what_was_reckoned(language: str) -> None:
    """As far as a page's 2 % for each page: the layout may break a line later than was reckoned, never earlier."""
    reckoned = spread_of(sheet_of(edition(), language, CONFIG, NAMES), ALL)
    found = fills_of(output(language, "principal", "pdf").data)
    assert len(found) == reckoned.pages
    assert sum(found) == pytest.approx(sum(reckoned.fills), abs=0.04)
