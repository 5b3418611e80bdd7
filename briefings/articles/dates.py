"""When an article was published or updated, as front matter and labelled lines write it.

Read are ISO 8601, `04.12.2025 00:31`, `4 Aralık 2025 Perşembe 14:30`, `December 4, 2025, 2:30 pm`, RFC 2822 dates and
their mixtures. Nothing is taken from the clock; a date that is impossible is an error, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from briefings.articles.faults import shown
from briefings.languages.ascii import folded

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_LONGEST = 80
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days of news, and those that calendars can step over."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "ocak oca january jan", "subat sub february feb", "mart mar march", "nisan nis april apr", "mayis may",
            "haziran haz june jun", "temmuz tem july jul", "agustos agu august aug", "eylul eyl september sep sept",
            "ekim eki october oct", "kasim kas november nov", "aralik ara december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "pazartesi pzt monday mon", "sali sal tuesday tue tues", "carsamba car wednesday wed",
            "persembe per thursday thu thur thurs", "cuma cum friday fri", "cumartesi cmt saturday sat",
            "pazar paz sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
_FILLERS = frozenset({"saat", "saati", "gunu", "at", "on", "the", "of", "tsi", "tarihli", "st", "nd", "rd", "th", "t"})
_ZONES = {"utc": 0, "gmt": 0, "z": 0, "trt": 180}

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})(?!\d)")
_NAMED = re.compile(r"(?<!\w)(\d{1,2})(?:st|nd|rd|th|\.)?\s{1,3}(?:of )?([^\W\d_]{3,9})\.?,?\s{1,3}(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<!\w)([^\W\d_]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?![\d:])\s?(am|pm|a\.m\.|p\.m\.)?(?![^\W\d_Zz])",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:(?:utc|gmt)\s?)?([+-])(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{1,20}")


_DAYS = ((_ISO_DAY, 1, 2, 3), (_YEAR_FIRST, 1, 3, 4), (_NAMED, 3, 2, 1), (_MONTH_FIRST, 3, 1, 2))
"""Ways to write a day that cannot be taken for another, with the groups of year, month and day."""


class ImpossibleDateError(ValueError):
    """No such date, or not written in a way that is known; the message says which."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A publication time in the desk's zone, and what was decided in reading it."""

    at: datetime
    remarks: tuple[tuple[str, str], ...] = ()
    """Code and message of each decision worth telling."""


def moment_of(words: str, zone: ZoneInfo, *, day_first: bool) -> Moment:
    """Read a date with or without a time of day; without one it is midnight. `ImpossibleDateError` else."""
    text = words.strip()
    if len(text) > _LONGEST:
        message = f"{shown(text)!r} is no date; write it as 2025-12-04 14:30"
        raise ImpossibleDateError(message)
    day, rest, remarks = _day_of(text, day_first=day_first)
    clock, rest = _clock_of(rest)
    offset, rest = _offset_of(rest)
    remarks += _check_the_rest(rest, day, text)
    hour, minute, second = clock
    if (minute, second) == (0, 0) and hour == 24:
        local = datetime.combine(day, time()) + timedelta(days=1)
    else:
        local = datetime.combine(day, _time_of(hour, minute, second, text))
    if offset is not None:
        return Moment(local.replace(tzinfo=offset).astimezone(zone), remarks)
    return _in_zone(local, zone, remarks)


def _day_of(text: str, *, day_first: bool) -> tuple[date, str, tuple[tuple[str, str], ...]]:
    """Give the day, the text around it, and remarks."""
    for pattern, year, month, day in _DAYS:
        match = pattern.search(text)
        number = _month(match[month]) if match else None
        if match and number is not None:
            return _existing(int(match[year]), number, int(match[day]), text), _around(text, match), ()
    match = _NUMBERS.search(text)
    if not match:
        message = f"{shown(text)!r} is no date; write it as 2025-12-04 14:30"
        raise ImpossibleDateError(message)
    found, remarks = _from_numbers(match, text, day_first=day_first)
    return found, _around(text, match), remarks


def _month(words: str) -> int | None:
    return int(words) if words.isdecimal() else _MONTHS.get(folded(words))


def _from_numbers(match: re.Match[str], text: str, *, day_first: bool) -> tuple[date, tuple[tuple[str, str], ...]]:
    """Read 04.12.2025 (always day first) and 04/12/2025 (as the desk says, unless only the other way exists)."""
    first, mark, second, year = int(match[1]), match[2], int(match[3]), match[4]
    if len(year) == 2:
        message = f"the year of {shown(text)!r} has two digits; write all four"
        raise ImpossibleDateError(message)
    if mark == ".":
        return _existing(int(year), second, first, text), ()
    day, month = (first, second) if day_first else (second, first)
    if month > 12 >= day:
        found = _existing(int(year), day, month, text)
        return found, (("date-order", f"{match[0]} read as {found.isoformat()}; write dates as {found.isoformat()}"),)
    found = _existing(int(year), month, day, text)
    if day == month or day > 12:
        return found, ()
    order = "day first" if day_first else "month first"
    return found, (("date-order", f"{match[0]} read {order}, as {found.isoformat()}; write {found.isoformat()}"),)


def _existing(year: int, month: int, day: int, text: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"{shown(text)!r}: the year {year} cannot be; correct the date"
        raise ImpossibleDateError(message)
    try:
        return date(year, month, day)
    except ValueError as error:
        message = f"there is no {shown(text)!r} in the calendar; correct the date"
        raise ImpossibleDateError(message) from error


def _time_of(hour: int, minute: int, second: int, text: str) -> time:
    try:
        return time(hour, minute, second)
    except ValueError as error:
        message = f"{shown(text)!r} has no such time of day; correct it"
        raise ImpossibleDateError(message) from error


def _around(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _clock_of(text: str) -> tuple[tuple[int, int, int], str]:
    match = _CLOCK.search(text)
    if not match:
        return (0, 0, 0), text
    hour = int(match[1])
    half = (match[4] or "")[:1]
    if half in {"p", "P"} and hour < 12:
        hour += 12
    elif half in {"a", "A"} and hour == 12:
        hour = 0
    return (hour, int(match[2]), int(match[3] or 0)), _around(text, match)


def _offset_of(text: str) -> tuple[timezone | None, str]:
    match = _OFFSET.search(text)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes > 14 * 60:
            message = f"{shown(match[0])!r} is no offset from UTC; correct it"
            raise ImpossibleDateError(message)
        shift = timedelta(minutes=-minutes if match[1] == "-" else minutes)
        return timezone(shift), _around(text, match)
    for word in _WORD.finditer(text):
        if (minutes_east := _ZONES.get(folded(word[0]))) is not None:
            return timezone(timedelta(minutes=minutes_east)), _around(text, word)
    return None, text


def _check_the_rest(rest: str, day: date, text: str) -> tuple[tuple[str, str], ...]:
    """Refuse what is left over, unless it is a weekday or a word that goes with dates."""
    if any(character.isdigit() for character in rest):
        message = f"{shown(text)!r} is not understood; write it as 2025-12-04 14:30"
        raise ImpossibleDateError(message)
    remarks: tuple[tuple[str, str], ...] = ()
    for match in _WORD.finditer(rest):
        word = folded(match[0])
        if word in _WEEKDAYS:
            if _WEEKDAYS[word] != day.weekday():
                remarks = (("date-weekday", f"{day.isoformat()} is no {shown(match[0])}; check the date"),)
        elif word not in _FILLERS:
            message = f"{shown(text)!r} is not understood; write it as 2025-12-04 14:30"
            raise ImpossibleDateError(message)
    return remarks


def _in_zone(local: datetime, zone: ZoneInfo, remarks: tuple[tuple[str, str], ...]) -> Moment:
    """Place a local time in the zone: an hour the clock skipped moves on, of a repeated hour the first counts."""
    placed = local.replace(tzinfo=zone)
    actual = placed.astimezone(UTC).astimezone(zone)
    shown_time = f"{local:%Y-%m-%d %H:%M}"
    if actual.replace(tzinfo=None) != local:
        message = f"{shown_time} did not exist in {zone.key}, the clock went forward; read as {actual:%H:%M}"
        return Moment(actual, (*remarks, ("date-gap", message)))
    if placed.replace(fold=1).utcoffset() != placed.utcoffset():
        message = f"{shown_time} came twice in {zone.key}; the first is taken ({placed:%z}); give the offset"
        return Moment(placed, (*remarks, ("date-fold", message)))
    return Moment(placed, remarks)
