"""How long counts are remembered, and what of them; how a record of them is read back."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.languages.names import builtin_names
from briefings.model import EditionRecord
from briefings.planning.ledger import entries_of
from briefings.planning.material import Material
from briefings.planning.moves import kept, standing_of
from briefings.shipping.manifest import FACTS, read_record, record_object
from tests.making import moment

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.model import CountRecord
    from briefings.planning.moves import Standing

DAY = date(2026, 3, 2)


def _standing(text: str, before: tuple[CountRecord, ...] = (), *, after: int = 0) -> Standing:
    day = DAY + timedelta(days=after)
    article = article_from_text(f"{day}", text, "tr", moment(f"{day} 09:00"))
    entries = entries_of(article, Material((article,), (find(article, builtin_names()),)), "Kıyı Defteri")
    return standing_of("story", entries, before, day)


def _edition(records: tuple[CountRecord, ...]) -> EditionRecord:
    return EditionRecord(DAY, 1, stories=(), counts=records, texts=())


def test_a_count_that_nobody_gives_again_is_remembered_for_a_week() -> None:
    first = _standing("Limanda 28 gemi bekliyor.")
    day = DAY + timedelta(days=7)
    assert kept({}, _edition(first.records), day) == first.records
    assert kept({}, _edition(first.records), day + timedelta(days=1)) == ()


def test_a_count_is_held_against_the_latest_edition_that_gave_it() -> None:
    first = _standing("Limanda 28 gemi bekliyor.")
    second = _standing("Limanda bekleyen gemi sayısı 19'a indi.", first.records, after=1)
    third = _standing("Limanda bekleyen gemi sayısı 11'e indi.", second.records, after=3)
    assert [(move.before.value, move.before.given, move.value) for move in third.moves] == [
        ("19", DAY + timedelta(days=1), "11")
    ]
    assert [record.value for record in third.records] == ["11"]


def test_the_day_something_was_put_off_from_is_not_remembered() -> None:
    first = _standing("Sergi 12 Mart'ta açılacak.")
    second = _standing("Serginin 12 Mart'taki açılışı 19 Mart'a ertelendi.", first.records, after=1)
    assert [(move.before.value, move.value) for move in second.moves] == [("2026-03-12", "2026-03-19")]
    assert [record.value for record in second.records] == ["2026-03-19"]


def test_a_record_of_counts_is_read_back_as_it_was(tmp_path: Path) -> None:
    record = _edition(_standing("Limanda 28 gemi bekliyor. Sergi 12 Mart'ta açılacak.").records)
    (tmp_path / FACTS).write_text(json.dumps({"record": record_object(record)}), encoding="utf-8")
    assert len(record.counts) == 2
    assert read_record(tmp_path) == record


def test_the_course_of_a_number_goes_along_edition_after_edition() -> None:
    first = _standing("Limanda 28 gemi bekliyor.")
    second = _standing("Limanda 28 gemi bekliyor.", first.records, after=1)
    third = _standing("Limanda bekleyen gemi sayısı 19'a indi.", second.records, after=2)
    days = [(DAY + timedelta(days=step)).isoformat() for step in range(3)]
    (move,) = third.moves
    assert move.course(DAY + timedelta(days=2)) == ((days[0], "28"), (days[1], "28"), (days[2], "19"))
    assert third.records[0].course == ((days[0], "28"), (days[1], "28"))


def test_the_course_is_read_back_and_may_be_missing(tmp_path: Path) -> None:
    first = _standing("Limanda 28 gemi bekliyor.")
    second = _standing("Limanda bekleyen gemi sayısı 19'a indi.", first.records, after=1)
    told = {"record": record_object(_edition((*second.records, *first.records)))}
    assert "course" not in told["record"]["counts"][1]
    (tmp_path / FACTS).write_text(json.dumps(told), encoding="utf-8")
    record = read_record(tmp_path)
    assert record is not None
    assert record.counts == (*second.records, *first.records)
