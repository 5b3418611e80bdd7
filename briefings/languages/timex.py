"""Calendar days and clock times of TIMEX3 values."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"T([01]\d|2[0-4]):([0-5]\d)")


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
    if found := _DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6))
    if found := _QUARTER.fullmatch(value):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3 * int(found[2]))
    if found := _HALF.fullmatch(value):
        return _months(int(found[1]), 6 * int(found[2]) - 5, 6 * int(found[2]))
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
