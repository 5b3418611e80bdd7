"""Whether two TIMEX3-like values mean the same stretch of time, so that 2025-W38-WE equals its two days."""

from __future__ import annotations

import re
from datetime import date, timedelta

_OPEN = ("", "..")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9}
_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>\d)|H(?P<half>\d)"
    r"|(?P<season>SP|SU|FA)))?"
)


def same_time(one: str, other: str) -> bool:
    """Compare two values; what is no stretch of whole days is compared letter by letter."""
    return one == other or _stretch(one) == _stretch(other)


def _stretch(value: str) -> tuple[object, object]:
    """Give the first day and the day after the last, None for an open side."""
    first, slash, last = value.partition("/")
    if not slash:
        return _days(first) or (value, value)
    return (None if first in _OPEN else _start(first), None if last in _OPEN else _start(last))


def _start(value: str) -> object:
    days = _days(value)
    return days[0] if days else value


def _days(value: str) -> tuple[date, date] | None:
    """Give the first day of a dated stretch and the day after its last; None for any other form."""
    if re.fullmatch(r"\d\d(?:\d|XX|\dX)?", value):
        length = 10 if value[2:3].isdigit() else 100
        year = int(value[:3]) * 10 if length == 10 else int(value[:2]) * 100
        return (date(year, 1, 1), date(year + length, 1, 1)) if year else None
    form = _FORM.fullmatch(value)
    if form is None:
        return None
    try:
        return _parts(form)
    except ValueError:
        return None


def _parts(form: re.Match[str]) -> tuple[date, date]:
    year = int(form["year"])
    if form["day"]:
        first = date(year, int(form["month"]), int(form["day"]))
        return first, first + timedelta(days=1)
    if form["week"]:
        monday = date.fromisocalendar(year, int(form["week"]), 1)
        return monday + timedelta(days=5 if form["end"] else 0), monday + timedelta(days=7)
    return _months(year, *_months_of(form))


def _months_of(form: re.Match[str]) -> tuple[int, int]:
    """Give the first month of a part of a year and how many months it has."""
    if form["month"]:
        return int(form["month"]), 1
    if form["quarter"]:
        return int(form["quarter"]) * 3 - 2, 3
    if form["half"]:
        return int(form["half"]) * 6 - 5, 6
    return (_SEASONS[form["season"]], 3) if form["season"] else (1, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    years, rest = divmod(month - 1 + count, 12)
    return date(year, month, 1), date(year + years, rest + 1, 1)
