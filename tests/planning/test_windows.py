from __future__ import annotations

from datetime import date

import pytest

from briefings.config import Config
from briefings.model import DeskMarks
from briefings.planning.selection import embargoed_on
from briefings.planning.windows import day_of, window_of
from tests.making import article, moment


@pytest.mark.parametrize(
    ("published", "cutoff", "day"),
    [
        ("2025-12-04 00:00", "24:00", "2025-12-04"),
        ("2025-12-04 23:59", "24:00", "2025-12-04"),
        ("2025-12-04 18:00", "18:00", "2025-12-04"),
        ("2025-12-04 18:01", "18:00", "2025-12-05"),
        ("2025-12-31 23:00", "18:00", "2026-01-01"),
    ],
)
def test_cut_off_decides_the_day(published: str, cutoff: str, day: str) -> None:
    assert day_of(article("Başlık", "Cümle.", published=published), Config(cutoff=cutoff)) == date.fromisoformat(day)


def test_the_time_zone_is_the_desks() -> None:
    late = article("Başlık", "Cümle.", published="2025-12-04 00:30")
    assert day_of(late, Config(time_zone="Europe/London")) == date(2025, 12, 3)


def test_monday_covers_the_weekend() -> None:
    config = Config(days=("monday", "tuesday", "wednesday", "thursday", "friday"))
    saturday = article("Başlık", "Cümle.", published="2025-12-06 11:00")
    assert day_of(saturday, config) == date(2025, 12, 8)
    window = window_of(date(2025, 12, 8), config)
    assert (window.start, window.end) == (moment("2025-12-06 00:00"), moment("2025-12-09 00:00"))


def test_updated_does_not_move_and_an_embargo_does() -> None:
    held = article("Başlık", "Cümle.", marks=DeskMarks(embargo_until=moment("2025-12-06 10:00")))
    assert day_of(held, Config()) == date(2025, 12, 6)


@pytest.mark.parametrize(
    ("until", "cutoff", "day"),
    [
        ("2025-12-04 12:00", "18:00", "2025-12-04"),
        ("2025-12-04 18:00", "18:00", "2025-12-04"),
        ("2025-12-04 18:01", "18:00", "2025-12-05"),
        ("2025-12-04 23:59", "24:00", "2025-12-04"),
        ("2025-12-05 00:00", "24:00", "2025-12-05"),
        ("2025-12-01 09:00", "24:00", "2025-12-04"),
    ],
)
def test_an_embargo_is_compared_with_the_cut_off(until: str, cutoff: str, day: str) -> None:
    held = article("Başlık", "Cümle.", marks=DeskMarks(embargo_until=moment(until)))
    assert day_of(held, Config(cutoff=cutoff)) == date.fromisoformat(day)


def test_an_embargo_holds_for_an_article_without_a_date_too() -> None:
    held = article("Başlık", "Cümle.", published=None, marks=DeskMarks(embargo_until=moment("2025-12-06 10:00")))
    assert day_of(held, Config(), named=date(2025, 12, 4)) == date(2025, 12, 6)
    assert day_of(held, Config(), named=date(2025, 12, 9)) == date(2025, 12, 9)


def test_editions_between_publication_and_the_end_of_an_embargo_say_so() -> None:
    until = moment("2025-12-06 10:00")
    held = article("Başlık", "Cümle.", marks=DeskMarks(embargo_until=until))
    withdrawn = article("Başka", "Cümle.", marks=DeskMarks(embargo_until=until, withdrawn="yanlış"))
    days = [date(2025, 12, day) for day in (3, 4, 5, 6)]
    assert [embargoed_on(day, (held, withdrawn), Config()) for day in days] == [(), (until,), (until,), ()]


def test_no_date_no_day() -> None:
    assert day_of(article("Başlık", "Cümle.", published=None), Config()) is None
