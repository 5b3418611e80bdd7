"""Sentences of several articles that say the same are one line with all their sources."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.articles import article_from_text
from briefings.config import Config
from briefings.facts import find
from briefings.languages.names import builtin_names
from briefings.model import DeskFiles
from briefings.planning import Day, plan
from tests.making import moment

SAME = [
    (
        "Vapur iskelesindeki onarım 62 milyon liraya mal oldu.",
        "Belediyeye göre iskele onarımı 62 milyon liraya mal oldu.",
    ),
    (
        "Liman müdürü Selin Karaaslan, vapur seferlerinin cuma günü yeniden başlayacağını söyledi.",
        "Selin Karaaslan, seferlerin cuma günü başlayacağını ve vapur sayısının artacağını bildirdi.",
    ),
]
OTHER = [
    (
        "Vapur iskelesindeki onarım 62 milyon liraya mal oldu.",
        "Vapur iskelesindeki onarım 71 milyon liraya mal oldu.",
    ),
    (
        "Vapur iskelesindeki onarım 62 milyon liraya mal oldu.",
        "Vapur iskelesindeki onarımın parasını belediye ödeyecek.",
    ),
]


def _sources(one: str, other: str) -> set[int]:
    """Give how many sentences stand behind each line of the only story."""
    title = "Vapur iskelesinde onarım bitti"
    articles = tuple(
        article_from_text(f"a{place}", f"{title}\n\n{text}", "tr", moment(f"2026-03-02 0{place + 8}:00"))
        for place, text in enumerate((one, other))
    )
    findings = tuple(find(article, builtin_names()) for article in articles)
    given = Day(date(2026, 3, 2), 1, articles, findings, (), DeskFiles(), None)
    (story,) = plan(given, config=Config(), names=builtin_names()).stories
    return {1 + len(point.also) for point in (story.lead, *story.points)}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_says_the_same_is_one_line(one: str, other: str) -> None:
    assert 2 in _sources(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_gives_another_number_or_tells_more_is_no_second_source(one: str, other: str) -> None:
    assert _sources(one, other) == {1}
