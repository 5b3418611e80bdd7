"""The small table of who did what in the desk edition."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from briefings.rendering.view.deeds import deeds_told
from briefings.rendering.view.reader import reader_of
from tests.rendering.pages import MEDIA, text_of
from tests.rendering.sample_edition import CONFIG, DEEDS, NAMES, edition

if TYPE_CHECKING:
    from briefings.model import Deed


def _tables(page: str) -> list[str]:
    return re.findall(r'<table class="deeds">.*?</table>', page, re.DOTALL)


def _cells(row: str) -> list[str]:
    cells = re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.DOTALL)
    words = (unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells)
    return [" ".join(re.sub("[\u00ad\u200b\u2060]", "", cell).split()) for cell in words]


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("language", "head", "row"),
    [
        ("tr", ["Kim", "Ne yaptı", "Ne zaman"], ["Deniz Yalçın", "hizmete gireceğini açıkladı"]),
        (
            "en",
            ["Who", "Did what", "With, to whom", "Where", "When"],
            ["Estonia", "agreed on Tuesday to run an electric ferry", "Finland", "Tallinn"],
        ),
    ],
)
def test_a_row_holds_who_and_what_in_the_readers_language(
    language: str, head: list[str], row: list[str], medium: str
) -> None:
    (table,) = _tables(text_of(language, "desk", medium))
    first, second = re.findall(r"<tr>.*?</tr>", table, re.DOTALL)
    assert _cells(first) == head
    assert [re.sub(r"(?<=[a-zı])\d+$", "", cell) for cell in _cells(second)][: len(row)] == row
    assert first.count('scope="col"') == len(head)
    assert second.count('scope="row"') == 1
    assert ("data-src=" in second) == (medium == "html")
    assert 'href="#e' in second


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_principal_has_no_such_table(language: str) -> None:
    assert _tables(text_of(language, "principal", "html")) == []


@pytest.mark.parametrize(
    "deed",
    [
        replace(DEEDS["liman"][0], rule="deed-speaker"),
        replace(DEEDS["liman"][0], rule="deed-agent"),
        replace(DEEDS["liman"][0], actor=None),
        replace(DEEDS["liman"][0], predicate=None),
        replace(DEEDS["liman"][0], predicate=DEEDS["liman"][0].action),
        replace(DEEDS["liman"][0], when=None),
    ],
)
def test_what_is_not_plain_or_only_repeats_its_sentence_has_no_row(deed: Deed) -> None:
    findings = tuple(replace(found, deeds=(deed,) if found.article == "liman" else ()) for found in edition().findings)
    whole = replace(edition(), findings=findings)
    reader = reader_of(whole, "tr", "desk", CONFIG, NAMES)
    story = next(story for story in whole.stories if story.id == "liman")
    assert deeds_told((story.lead, *story.points), reader) == ()
