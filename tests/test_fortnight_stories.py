"""The fortnight's stories held against its gold: which articles are one story, who prints whom, what goes on."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.planning.publishers import outlets_by_name
from tests.fortnight_days import GOLD, Planned, planned

pytestmark = pytest.mark.slow
DAYS = [row["day"] for row in GOLD["edition"]]
STORIES = [(row["day"], story) for row in GOLD["edition"] for story in row["story"]]


def _name(value: object) -> str:
    return str(value["id"] if isinstance(value, dict) else value)


@pytest.mark.parametrize("day", DAYS)
def test_articles_of_one_event_are_one_story(day: str) -> None:
    told = planned()[day]
    found = {frozenset(told.path(article) for article in story.articles) for story in told.edition.stories}
    late = {row["path"] for row in GOLD["late"]}
    expected = {frozenset(story["articles"]) for at, story in STORIES if at == day}
    assert {group - late for group in found} == expected


@pytest.mark.parametrize(("day", "story"), STORIES, ids=_name)
def test_publishers_are_owners_and_a_copy_counts_as_its_original(day: str, story: dict[str, Any]) -> None:
    told = planned()[day]
    outlets = outlets_by_name(told.desk.library.desk.outlets)
    publishers = next(one.publishers for one in told.edition.stories if _holds(told, one.articles, story))
    assert sorted(outlets[name].owner or name for name in publishers) == story["publishers"]


@pytest.mark.parametrize(("day", "story"), STORIES, ids=_name)
def test_a_story_is_known_again(day: str, story: dict[str, Any]) -> None:
    told = planned()[day]
    found = next(one for one in told.edition.stories if _holds(told, one.articles, story))
    assert found.day_number == story["nth"]
    assert found.status == story["status"]


def test_a_story_keeps_its_name() -> None:
    names: dict[str, set[str]] = {}
    for day, story in STORIES:
        told = planned()[day]
        names.setdefault(story["id"], set()).update(
            one.id for one in told.edition.stories if _holds(told, one.articles, story)
        )
    assert [story for story, known in names.items() if len(known) != 1] == []
    assert len(set().union(*names.values())) == len(names)


def test_every_copy_is_found_and_nothing_else() -> None:
    found = {
        (told.path(join.article), told.path(join.copy_of))
        for told in planned().values()
        for story in told.edition.stories
        for join in story.joins
        if join.copy_of
    }
    assert found == {(row["path"], row["of"]) for row in GOLD["copy"]}


def test_translations_under_one_name_are_tied() -> None:
    found = {
        told.path(join.article)
        for told in planned().values()
        for story in told.edition.stories
        for join in story.joins
        if join.translated
    }
    assert found == {row[language] for row in GOLD["translation"] if row["tied"] for language in ("tr", "en")}


def _holds(told: Planned, articles: tuple[str, ...], story: dict[str, Any]) -> bool:
    return bool({told.path(article) for article in articles} & set(story["articles"]))


LEADS = {
    "2026-03-04": "Mersin açıklarında sıra bekleyen gemilerin sayısı",
    "2026-03-06": "Gökbel Tüneli'nin 12 Mart için duyurulan açılışı",
    "2026-03-13": "A fault in a sea cable south of Anamur",
    "2026-03-15": "Gökbel Tüneli'nde 19 Mart'taki açılış için",
}
"""How the bottom line begins: with what happened, not with what a spokesman said beside it."""


@pytest.mark.parametrize("day", LEADS)
def test_the_bottom_line_tells_the_event_of_the_first_story(day: str) -> None:
    told = planned()[day].edition
    (article,) = (one for one in told.articles if told.bottom_line and one.id == told.bottom_line.evidence.article)
    assert told.bottom_line is not None
    assert article.words(told.bottom_line.evidence.span).startswith(LEADS[day])
