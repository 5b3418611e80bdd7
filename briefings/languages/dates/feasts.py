"""The days feasts fall on: fixed, by weekday, by Easter, and by the Islamic calendar.

Islamic dates follow the tabular calendar with the days that official Turkish calendars give where they differ (see
`_OFFICIAL`, first day of the feast by Gregorian year).
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

# First days of Ramazan Bayramı and Kurban Bayramı in the calendars of Diyanet; the tabular calendar can be a day off.
_OFFICIAL = {
    "ramazan": {
        2015: (7, 17), 2016: (7, 5), 2017: (6, 25), 2018: (6, 15), 2019: (6, 4), 2020: (5, 24), 2021: (5, 13),
        2022: (5, 2), 2023: (4, 21), 2024: (4, 10), 2025: (3, 30), 2026: (3, 20), 2027: (3, 10),
    },
    "kurban": {
        2015: (9, 24), 2016: (9, 12), 2017: (9, 1), 2018: (8, 21), 2019: (8, 11), 2020: (7, 31), 2021: (7, 20),
        2022: (7, 9), 2023: (6, 28), 2024: (6, 16), 2025: (6, 6), 2026: (5, 27), 2027: (5, 16),
    },
}  # fmt: skip
_LASTING = {"ramazan": 3, "kurban": 4}
"""Days of the feasts that have more than one, by the Turkish law on holidays (2429)."""
_FAR = 9_990
_HIJRI_EPOCH = 227015
"""Ordinal (proleptic Gregorian) of 1 Muharram 1, 16 July 622 in the Julian calendar."""


@cache
def _table() -> dict[str, dict[str, Any]]:
    source = resources.files("briefings.languages.dates").joinpath("holidays.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def feast(key: str, year: int) -> date | None:
    """Give the first day of a feast in a Gregorian year, None when it has none there or the calendar ends."""
    if not 1 < year < _FAR:
        return None
    official = _OFFICIAL.get(key, {}).get(year)
    if official:
        return date(year, *official)
    entry = _table()[key]
    if "day" in entry:
        return date(year, *entry["day"])
    if "weekday" in entry:
        month, weekday, number = entry["weekday"]
        return nth_weekday(year, month, weekday, number)
    if "easter" in entry:
        return easter(year) + timedelta(days=entry["easter"])
    return _hijri_in(year, *entry["hijri"])


def days_of_feast(key: str) -> int:
    """Give how many days a feast has, its eve not counted."""
    return _LASTING.get(key, 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """Give the n-th (-1: last) weekday of a month, None when there is no such day."""
    if number < 0:
        last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return found if found.month == month else None


def easter(year: int) -> date:
    """Give Easter Sunday by the Gregorian computus (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _hijri_in(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day of an Islamic month and day within a year, by the tabular calendar."""
    for hijri_year in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        ordinal = (
            day + (59 * (month - 1) + 1) // 2 + (hijri_year - 1) * 354 + (3 + 11 * hijri_year) // 30 + _HIJRI_EPOCH - 1
        )
        if ordinal > 0 and (found := date.fromordinal(ordinal)).year == year:
            return found
    return None
