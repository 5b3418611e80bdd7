"""Calendar days and clock times of TIMEX3 values."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.model import When

_LENGTH = re.compile(
    "P{}{}{}{}(?:T{}{}{})?".format(*(rf"(?:(\d+(?:\.\d+)?){letter})?" for letter in "YMWDHMS")),
)
_MONTHS, _SECONDS = (12, 1), (604_800, 86_400, 3600, 60, 1)
"""Months of a year and a month; seconds of a week, a day, an hour, a minute, a second."""
_CLOCK = re.compile(r"T([01]\d|2[0-4]):([0-5]\d)")


@lru_cache(maxsize=1 << 14)
def days_of(value: str | None) -> tuple[date, date] | None:
    """Give the first and last day a value covers; None for what is no stretch of the calendar."""
    if value is None:
        return None
    if "/" in value:
        return _range(*value.split("/", 1))
    try:
        return _single(value)
    except ValueError:
        return None


def days_of_when(when: When) -> tuple[date, date] | None:
    """Give the first and last day a date covers as a reader understands its words."""
    return days_of(as_read(when.value, when.rule))


def as_read(value: str | None, rule: str) -> str | None:
    """Give the value of a range with an end that is truly not part of it.

    The value of "from 4 to 8 December" ends at the day that is named (2025-12-04/2025-12-08, as public test sets have
    it); the reader takes that day in, so 2025-12-04/2025-12-09 comes out. The rule that found the words tells. Of a
    deadline ("19 Aralık'ta en geç saat 17.00", "24 saat içinde teslim edilecek") the last moment is read.
    """
    if value is not None and rule in _DEADLINES:
        return value.rpartition("/")[2]
    if value is None or rule not in _NAMED_ENDS:
        return value
    first, _, last = value.partition("/")
    covered = days_of(last)
    if covered is None or clock_of(last):
        return value
    beyond = (covered[1] + timedelta(days=1)).isoformat()
    return f"{first}/{beyond[: len(last)]}"


_DEADLINES: Final = frozenset({"tr.time.deadline", "tr.time.relative-within"})
_NAMED_ENDS: Final = frozenset(
    {
        "tr.date.range-until", "tr.date.range-between", "tr.date.range-ins", "tr.date.range-dash-between",
        "tr.date.range-days-until", "tr.date.range-days-between", "tr.date.range-day-of-month",
        "tr.date.range-day-ins", "tr.date.range-day-with", "en.date.range-between", "en.date.range-from",
        "en.date.range-from-dash", "en.date.range-to", "en.date.range-days-to",
        "en.date.range-from-month-days", "en.date.range-from-dates", "en.date.range-between-days",
        "en.date.range-from-days",
    }
)  # fmt: skip
"""Rules whose range ends with what is named last; those ending in "-whole" ("until the end of May") are others."""


@lru_cache(maxsize=1 << 12)
def length_of(value: str | None) -> tuple[str, Decimal] | None:
    """Give a length of time ("P2W", "PT1H30M") in months or in seconds ("month", "s"); None for any other value."""
    found = _LENGTH.fullmatch(value or "")
    amounts = [Decimal(amount) if amount else Decimal() for amount in found.groups()] if found else []
    months = sum((n * each for n, each in zip(amounts[:2], _MONTHS, strict=False)), Decimal())
    seconds = sum((n * each for n, each in zip(amounts[2:], _SECONDS, strict=False)), Decimal())
    if bool(months) == bool(seconds):
        return None
    return ("month", months) if months else ("s", seconds)


def clock_of(value: str | None) -> str | None:
    """Give the clock time of a value as HH:MM, None when it holds none."""
    found = _CLOCK.search(value or "")
    return f"{found[1]}:{found[2]}" if found else None


def _range(first: str, last: str) -> tuple[date, date] | None:
    starts, ends = days_of(first), days_of(last)
    if starts is None or ends is None:
        return None
    end = ends[0] if clock_of(last) else ends[0] - timedelta(days=1)
    return (starts[0], max(end, starts[0]))


def _single(value: str) -> tuple[date, date] | None:
    for pattern, covered in _STRETCHES:
        if found := pattern.fullmatch(value):
            return covered(*(int(part) for part in found.groups()))
    return None


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    return date(year, month, day), date(year, month, day)


def _week(year: int, week: int) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6)


def _weekend(year: int, week: int) -> tuple[date, date]:
    monday, sunday = _week(year, week)
    return monday + timedelta(days=5), sunday


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


_STRETCHES: Final[tuple[tuple[re.Pattern[str], Callable[..., tuple[date, date]]], ...]] = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d{2})"), lambda year, month: _months(year, month, month)),
    (re.compile(r"(\d{4})-W(\d{2})"), _week),
    (re.compile(r"(\d{4})-W(\d{2})-WE"), _weekend),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda year, quarter: _months(year, 3 * quarter - 2, 3 * quarter)),
    (re.compile(r"(\d{4})-H([12])"), lambda year, half: _months(year, 6 * half - 5, 6 * half)),
    (re.compile(r"(\d{4})"), lambda year: _months(year, 1, 12)),
)
