from __future__ import annotations

from datetime import date

import pytest

from briefings.languages.timex import as_read, clock_of, days_of, days_of_when
from briefings.model import Evidence, Span, When


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-12-04", "2025-12-04", "2025-12-04"),
        ("2025-12-04T14:30", "2025-12-04", "2025-12-04"),
        ("2025-12-04TMO", "2025-12-04", "2025-12-04"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-W49", "2025-12-01", "2025-12-07"),
        ("2025-W49-WE", "2025-12-06", "2025-12-07"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-12-01/2025-12-04", "2025-12-01", "2025-12-03"),
        ("2025-12-04T09:00/2025-12-04T11:00", "2025-12-04", "2025-12-04"),
    ],
)
def test_stretches_of_the_calendar(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "P2W", "T14:30", "PRESENT_REF", "XXXX-WXX-1", "199", "2025-02-30", "A/.."])
def test_what_covers_no_days(value: str | None) -> None:
    assert days_of(value) is None


def test_clock() -> None:
    assert clock_of("2025-12-04T14:30") == "14:30"
    assert clock_of("2025-12-04") is None


@pytest.mark.parametrize(
    ("value", "rule", "read"),
    [
        ("2025-12-04/2025-12-08", "tr.date.range-until", "2025-12-04/2025-12-09"),
        ("2025-12-04/2025-12-31", "en.date.range-between", "2025-12-04/2026-01-01"),
        ("2025-10/2025-12", "en.date.range-from", "2025-10/2026-01"),
        ("2010/2018", "tr.date.range-between", "2010/2019"),
        ("2025-12-04/2025-12-09", "tr.date.range-dash", "2025-12-04/2025-12-09"),
        ("2025-12-04/2026-02-01", "tr.date.range-until-whole", "2025-12-04/2026-02-01"),
        ("2025-12-04T09:00/2025-12-05T11:00", "tr.date.range-until", "2025-12-04T09:00/2025-12-05T11:00"),
        ("2025-12-04", "tr.date.day-month", "2025-12-04"),
        (None, "tr.date.range-until", None),
    ],
)
def test_a_range_is_read_with_the_day_it_names_last(value: str | None, rule: str, read: str | None) -> None:
    assert as_read(value, rule) == read


def test_days_of_a_range_as_read() -> None:
    when = When(Evidence("a", 0, Span(0, 1)), "tr.date.range-until", "DATE", "2025-12-04/2025-12-08")
    assert days_of_when(when) == (date(2025, 12, 4), date(2025, 12, 8))
