"""The fortnight's gold, held against its own articles: what it names is there, once, and there is enough of it."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
GOLD: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
OWNERS: dict[str, str] = {
    outlet["name"]: outlet["owner"]
    for outlet in tomllib.loads((HERE / "content/outlets.toml").read_text(encoding="utf-8"))["outlet"]
}
LEAST = {
    "edition": 14,
    "copy": 12,
    "not_copy": 2,
    "translation": 6,
    "contradiction": 10,
    "not_contradiction": 10,
    "number": 10,
    "moved": 4,
    "correction": 8,
    "correction_note": 2,
    "withdrawal": 3,
    "vanished": 2,
    "late": 3,
    "voice": 10,
    "agenda": 12,
}
LATE: dict[str, str] = {row["path"]: row["stage"] for row in GOLD["late"]}


def first_text(path: str) -> str:
    """An article as it was first published."""
    folder = HERE / "stages" / LATE[path] if path in LATE else HERE / "content"
    return (folder / path).read_text(encoding="utf-8")


def staged(row: dict[str, str]) -> str:
    """An article as it stands after a change."""
    return (HERE / "stages" / row["stage"] / row["path"]).read_text(encoding="utf-8")


def day(path: str) -> str:
    """The day an article was published on, which its folder names."""
    return path.split("/", maxsplit=1)[0]


def body(text: str) -> str:
    """What stands below the front matter, or below the title of a plain text."""
    return text.split("\n---\n" if text.startswith("---\n") else "\n", 1)[1]


def owner(path: str) -> str:
    """Who owns the outlet an article came from."""
    keys = ("source: ", "Kaynak: ")
    return next(OWNERS[line[8:]] for line in first_text(path).splitlines() if line.startswith(keys))


def originals() -> dict[str, str]:
    """Each copy, and what it was copied from."""
    return {row["path"]: row["of"] for row in GOLD["copy"]}


def pairs() -> list[tuple[dict[str, str], dict[str, str]]]:
    """Every two sides the gold sets against each other, the earlier first where one is earlier."""
    sides = [(row["a"], row["b"]) for kind in ("contradiction", "not_contradiction") for row in GOLD[kind]]
    moves = [(row["before"], row["after"]) for kind in ("number", "moved") for row in GOLD[kind]]
    return sides + moves + [(row["earlier"], row["today"]) for row in GOLD["voice"]]


def stories() -> dict[str, dict[str, list[str]]]:
    """Story → day → the articles first published on it."""
    found: dict[str, dict[str, list[str]]] = {}
    for edition in GOLD["edition"]:
        for story in edition["story"]:
            found.setdefault(story["id"], {})[edition["day"]] = story["articles"]
    return found


def first_published() -> list[str]:
    """Every article that its day's first edition held, as often as the gold lists it."""
    return sorted(path for days in stories().values() for paths in days.values() for path in paths)


def story_of(path: str) -> str:
    """The one story an article belongs to."""
    rows: list[str] = [row["story"] for row in GOLD["late"] if row["path"] == path]
    return [*rows, *(story for story, days in stories().items() if path in days.get(day(path), ()))][0]


@pytest.mark.parametrize("kind", LEAST)
def test_there_is_enough(kind: str) -> None:
    assert len(GOLD[kind]) >= LEAST[kind]


def test_every_article_stands_in_one_story_of_its_day() -> None:
    listed = Counter(first_published())
    assert set(listed.values()) == {1}
    there = {file.relative_to(HERE / "content").as_posix() for file in (HERE / "content").glob("2026-*/*")}
    assert set(listed) == there
    assert all(day(path) == at for days in stories().values() for at, paths in days.items() for path in paths)


@pytest.mark.parametrize("path", first_published())
def test_an_article_is_dated_on_its_day_and_says_it_is_a_sample(path: str) -> None:
    text = first_text(path)
    year, month, number = day(path).split("-")
    assert f"\ndate: {day(path)} " in text or f"\nYayın Tarihi: {number}.{month}.{year} " in text
    assert "tags: [örnek]" in text or "tags: [sample]" in text or "Not: Örnek metindir, kurgudur." in text
    assert owner(path)
    assert 40 <= len(body(text).split()) <= 160


@pytest.mark.parametrize("edition", GOLD["edition"], ids=lambda edition: edition["day"])
def test_publishers_are_the_owners_of_what_is_no_copy(edition: dict[str, Any]) -> None:
    for story in edition["story"]:
        owners = {owner(originals().get(path, path)) for path in story["articles"]}
        assert story["publishers"] == sorted(owners), story["id"]


@pytest.mark.parametrize("edition", GOLD["edition"], ids=lambda edition: edition["day"])
def test_a_storys_status_follows_from_the_days_before(edition: dict[str, Any]) -> None:
    late = {(row["story"], day(row["path"])) for row in GOLD["late"]}
    changed = {(row["story"], day(row["after"]["path"])) for kind in ("number", "moved") for row in GOLD[kind]}
    for story in edition["story"]:
        days = {*stories()[story["id"]], *(at for name, at in late if name == story["id"])}
        assert story["nth"] == sum(at <= edition["day"] for at in days)
        again = "updated" if (story["id"], edition["day"]) in changed else "ongoing"
        assert story["status"] == ("new" if story["nth"] == 1 else again)


def test_dropped_are_the_stories_of_the_day_before_that_were_not_withdrawn() -> None:
    gone = {(row["path"], row["stage"]) for row in GOLD["withdrawal"]}
    for before, edition in pairwise(GOLD["edition"]):
        held = {story_of(path) for path in (*first_published(), *LATE) if day(path) == before["day"]}
        withdrawn = {
            story["id"] for story in before["story"] if {(path, edition["day"]) for path in story["articles"]} <= gone
        }
        today = {story["id"] for story in edition["story"]}
        assert edition["dropped"] == sorted(held - today - withdrawn), edition["day"]


def test_copies_hold_the_words_of_their_originals() -> None:
    for copy, original in originals().items():
        here, there = first_text(copy), first_text(original)
        shared = [line for line in there.splitlines() if len(line.split()) >= 12 and line in here]
        assert len(shared) >= 2, copy
        assert day(original) <= day(copy)


def test_near_misses_share_a_quotation_alone() -> None:
    for row in GOLD["not_copy"]:
        a, b = first_text(row["a"]), first_text(row["b"])
        assert row["words"] in a
        assert row["words"] in b
        assert not {line for line in a.splitlines() if len(line) > 60} & set(b.splitlines())


def test_translations_are_tied_by_name_or_come_from_another_publisher() -> None:
    for row in GOLD["translation"]:
        assert (row["tr"].replace(".tr.md", ".en.md") == row["en"]) is row["tied"]
        assert (owner(row["tr"]) == owner(row["en"])) is row["tied"]
        assert story_of(row["tr"]) == story_of(row["en"])


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair[0]["path"])
def test_both_sides_are_in_the_text(pair: tuple[dict[str, str], dict[str, str]]) -> None:
    for side in pair:
        assert body(first_text(side["path"])).count(side["words"]) == 1, side


def test_contradictions_differ_within_one_story() -> None:
    for row in GOLD["contradiction"]:
        assert story_of(row["a"]["path"]) == story_of(row["b"]["path"]) == row["story"]
        assert row["kind"] == "claim" or row["a"]["value"] != row["b"]["value"]
        assert owner(row["a"]["path"]) != owner(row["b"]["path"])


@pytest.mark.parametrize("kind", ["number", "moved"])
def test_what_moved_moved_between_editions_of_one_story(kind: str) -> None:
    for row in GOLD[kind]:
        before, after = row["before"], row["after"]
        assert story_of(before["path"]) == story_of(after["path"]) == row["story"]
        assert day(before["path"]) < day(after["path"])
        assert before["value"] != after["value"]


def test_speakers_come_back_on_a_later_day() -> None:
    for row in GOLD["voice"]:
        assert day(row["earlier"]["path"]) < day(row["today"]["path"])
        assert row["speaker"] in first_text(row["today"]["path"])
        assert row["speaker"] in first_text(row["earlier"]["path"])
    assert len({row["speaker"] for row in GOLD["voice"]}) >= 5


def test_corrections_change_the_words_and_the_others_do_not() -> None:
    for row in GOLD["correction"]:
        old, new = first_text(row["path"]), staged(row)
        assert day(row["path"]) < row["stage"]
        assert old != new
        assert (body(old).split() != body(new).split()) is row["substance"]
        assert row["before"] in old
        assert row["after"] in new
        assert not row["before"] or row["before"] not in new
    assert sum(row["substance"] for row in GOLD["correction"]) >= 5


def test_notes_of_correction_are_in_the_text() -> None:
    assert all(row["words"] in first_text(row["path"]) for row in GOLD["correction_note"])


def test_withdrawn_late_and_vanished_files() -> None:
    for row in GOLD["withdrawal"]:
        assert f"\nwithdrawn: {row['reason']}\n" in staged(row)
        assert day(row["path"]) < row["stage"]
    for row in GOLD["late"]:
        assert day(row["path"]) < row["stage"]
        assert not (HERE / "content" / row["path"]).exists()
    assert all(first_text(row["path"]) and day(row["path"]) < row["stage"] for row in GOLD["vanished"])


def test_every_staged_file_is_accounted_for() -> None:
    told = {(row["stage"], row["path"]) for kind in ("correction", "withdrawal", "late") for row in GOLD[kind]}
    files = [file.relative_to(HERE / "stages").as_posix() for file in (HERE / "stages").glob("*/*/*")]
    assert {tuple(file.split("/", 1)) for file in files} == told


def test_dates_ahead_are_in_the_text_and_ahead() -> None:
    for row in GOLD["agenda"]:
        assert body(first_text(row["path"])).count(row["words"]) == 1, row
        assert date.fromisoformat(row["day"]) > date.fromisoformat(day(row["path"]))
    assert sum(row["relative"] for row in GOLD["agenda"]) >= 4


def test_the_desk_and_an_article_speak_of_one_matter() -> None:
    events = tomllib.loads((HERE / "content/agenda.toml").read_text(encoding="utf-8"))["event"]
    agenda = {(row["path"], row["day"]) for row in GOLD["agenda"]}
    for row in GOLD["same_matter"]:
        assert (row["desk"], row["day"]) in {(event["title"]["tr"], event["date"]) for event in events}
        assert (row["path"], row["day"]) in agenda
