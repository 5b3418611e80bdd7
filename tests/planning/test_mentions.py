"""Who is named how often is remembered for two weeks, and no edition without such a record gets in the way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from briefings.model import EditionRecord, Evidence, IndexEntry, Mentions, Span
from briefings.planning.mentions import mentions_of
from briefings.shipping.manifest import FACTS, read_record, record_object

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 2)


def _named(key: str, *articles: str, kind: Literal["person", "organization", "place"] = "person") -> IndexEntry:
    return IndexEntry(key, kind, key, tuple(Evidence(article, 0, Span(0, 1)) for article in articles))


def _edition(mentions: Mentions) -> EditionRecord:
    return EditionRecord(DAY, 1, stories=(), counts=(), texts=(), mentions=mentions)


def test_articles_are_counted_not_mentions_and_no_places() -> None:
    index = (
        _named("aylin", "a", "a", "b"),
        _named("rize", "a", kind="place"),
        _named("liman", "b", kind="organization"),
    )
    assert mentions_of(index, None, DAY) == Mentions(("2026-03-02",), (("aylin", (2,)), ("liman", (1,))))


def test_days_stand_side_by_side_with_nought_where_a_name_is_missing() -> None:
    first = mentions_of((_named("aylin", "a"),), None, DAY)
    second = mentions_of((_named("bora", "c", "d"),), _edition(first), DAY + timedelta(days=3))
    assert second == Mentions(("2026-03-02", "2026-03-05"), (("aylin", (1, 0)), ("bora", (0, 2))))


def test_after_two_weeks_a_day_is_forgotten_and_a_name_with_it() -> None:
    first = mentions_of((_named("aylin", "a"),), None, DAY)
    later = mentions_of((_named("bora", "c"),), _edition(first), DAY + timedelta(days=14))
    assert later == Mentions(("2026-03-16",), (("bora", (1,)),))


def test_those_named_most_are_kept() -> None:
    index = tuple(_named(f"n{number:03}", *map(str, range(1 + number % 3))) for number in range(90))
    kept = mentions_of(index, None, DAY).names
    assert len(kept) == 60
    assert min(numbers[0] for _, numbers in kept) == 2
    assert [key for key, _ in kept] == sorted(key for key, _ in kept)


def test_the_record_is_read_back_and_may_be_missing(tmp_path: Path) -> None:
    record = _edition(mentions_of((_named("aylin", "a"),), None, DAY))
    told = record_object(record)
    (tmp_path / FACTS).write_text(json.dumps({"record": told}), encoding="utf-8")
    assert read_record(tmp_path) == record
    del told["mentions"]
    (tmp_path / FACTS).write_text(json.dumps({"record": told}), encoding="utf-8")
    assert read_record(tmp_path) == replace(record, mentions=Mentions())
