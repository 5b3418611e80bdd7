"""Dates, times, ranges and TIMEX values in the reader's language."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from babel.dates import format_date, format_datetime, get_day_names

from briefings.languages.casing import lower
from briefings.languages.labels import labels_of
from briefings.languages.timex import as_read
from briefings.languages.tr.suffixes import Case, with_suffix

if TYPE_CHECKING:
    from briefings.model import Reasoning, When

_KEPT: Final = 1 << 13
"""So many answers of a kind are kept: a page is reckoned many times before it is printed."""
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)$")
_YEAR: Final = re.compile(r"\d{4}$")
_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)$")
_QUARTER: Final = re.compile(r"(\d{4})-Q([1-4])$")
_HALF: Final = re.compile(r"(\d{4})-H([12])$")
_PART: Final = re.compile(r"(.+)T(MO|MI|AF|EV|NI)$")
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?$")
_CLOCK: Final = re.compile(r"T(\d\d):(\d\d)(?::\d\d)?$")
_PERIOD: Final = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")
_PERIODS: Final = re.compile(r"P((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$")
_LENGTH: Final = re.compile(r"(\d+)([YMWDHS])")
_WEEKDAY_SET: Final = re.compile(r"XXXX-WXX-([1-7])$")
_PERIOD_UNITS: Final = {
    ("", "Y"): "year", ("", "M"): "month", ("", "W"): "week", ("", "D"): "day",
    ("T", "H"): "hour", ("T", "M"): "minute", ("T", "S"): "second",
}  # fmt: skip


def long_date(day: date, language: str) -> str:
    """Give "4 Aralık 2025 Perşembe" or "Thursday, 4 December 2025"."""
    return _formatted(day, "full", language)


def plain_date(day: date, language: str) -> str:
    """Give "4 Aralık 2025" or "4 December 2025"."""
    return _formatted(day, "day", language)


@lru_cache(maxsize=_KEPT)
def short_date(day: date, language: str) -> str:
    """Give a date without its year: "4 Ara"."""
    return format_date(day, "d MMM", locale=language)


@lru_cache(maxsize=_KEPT)
def stamp(moment: datetime, language: str) -> str:
    """Give a date with its time: "4 Aralık 2025 00.31"."""
    return format_datetime(moment, _dates(language)["stamp"], locale=language)


@lru_cache(maxsize=_KEPT)
def short_stamp(moment: datetime, language: str) -> str:
    """Give a date without its year, with its time: "4 Ara 00.31"."""
    return format_datetime(moment, _dates(language)["stamp_short"], locale=language)


def clock(text: str, language: str) -> str:
    """Give "14:30" as the reader writes it: "14.30" in Turkish."""
    return text.replace(":", ".") if language == "tr" else text


def date_range(first: date, last: date, language: str) -> str:
    """Give two days, both included, without saying month and year twice: "3–4 Aralık 2025"."""
    words = _dates(language)
    if first == last:
        return plain_date(last, language)
    if (first.year, first.month) == (last.year, last.month):
        return str(words["range_days"]).format(first=first.day, last=plain_date(last, language))
    shape = "day_month" if first.year == last.year else "day"
    return str(words["range_far"]).format(first=_formatted(first, shape, language), last=plain_date(last, language))


def when_in_words(when: When, language: str) -> str | None:
    """Give a date, time, duration or set in words; None when it is not resolved or its value is of no known shape."""
    value = as_read(when.value, when.rule)
    words = None if value is None else value_in_words(value, language, repeated=when.type == "SET")
    if words is None or when.mod is None:
        return words
    mods = _dates(language)["mods"]
    pattern = mods["length"].get(when.mod) if when.type == "DURATION" else None
    pattern = pattern or mods.get(when.mod)
    return words if pattern is None else _filled(pattern, language, date=words)


@lru_cache(maxsize=_KEPT)
def value_in_words(value: str, language: str, *, repeated: bool = False) -> str | None:
    """Give a TIMEX value in words, None for one of no known shape."""
    try:
        if "/" in value:
            return _range_in_words(value, language)
        if repeated:
            return _set_in_words(value, language)
        return _single_in_words(value, language)
    except (ValueError, OverflowError):
        return None


def reasoning_in_words(reasoning: Reasoning, language: str) -> tuple[str, str]:
    """Give the anchor's date and the step from it: ("4 Aralık 2025", "− 2 hafta")."""
    words = _dates(language)
    if reasoning.shift == 0 or reasoning.unit in {"none", "weekday"}:
        return plain_date(reasoning.anchor, language), ""
    number = abs(reasoning.shift)
    pattern = words["reasoning"]["back" if reasoning.shift < 0 else "ahead"]
    step = pattern.format(number=number, unit=_unit(number, reasoning.unit, language))
    return plain_date(reasoning.anchor, language), step


def _single_in_words(value: str, language: str) -> str | None:
    words = _dates(language)
    if match := _DAY.match(value):
        return plain_date(date(int(match[1]), int(match[2]), int(match[3])), language)
    if match := _MONTH.match(value):
        return _formatted(date(int(match[1]), int(match[2]), 1), "month", language)
    if match := _PART.match(value):
        inner = _single_in_words(match[1], language)
        return None if inner is None else _filled(words["parts"][match[2]], language, date=inner)
    if match := _PERIOD.match(value):
        return _period_in_words(match[1], match[2], match[3], language)
    if match := _PERIODS.match(value):
        parts = [
            (mark, *found.groups())
            for mark, text in zip(("", "T"), match.groups(""), strict=True)
            for found in _LENGTH.finditer(text)
        ]
        told = (_period_in_words(mark, number, letter, language) for mark, number, letter in parts)
        return " ".join(words for words in told if words) or None
    return _moment_in_words(value, language) or _stretch_in_words(value, language)


def _moment_in_words(value: str, language: str) -> str | None:
    """Give a time of day, with its date when it has one."""
    words = _dates(language)
    if match := _MOMENT.match(value):
        day = plain_date(date.fromisoformat(match[1]), language)
        return str(words["at"]).format(day=day, time=clock(f"{match[2]}:{match[3]}", language))
    if match := _CLOCK.match(value):
        return str(words["clock"]).format(time=clock(f"{match[1]}:{match[2]}", language))
    return None


def _stretch_in_words(value: str, language: str) -> str | None:
    """Give years, decades, weeks, quarters and halves."""
    words = _dates(language)
    if _YEAR.match(value):
        return value
    if len(value) == len("199") and value.isdigit():
        return _filled(words["decade"], language, year=f"{value}0")
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return str(words["week"]).format(range=date_range(monday, monday + timedelta(days=6), language))
    if match := _QUARTER.match(value):
        return _filled(words["quarter"], language, year=match[1], ordinal=words["ordinals"][int(match[2]) - 1])
    if match := _HALF.match(value):
        return _filled(words["half"], language, year=match[1], ordinal=words["halves"][int(match[2]) - 1])
    return None


def _period_in_words(time_mark: str, number: str, letter: str, language: str) -> str | None:
    unit = _PERIOD_UNITS.get((time_mark, letter))
    if unit is None:
        return None
    shown = number.replace(".", ",") if language == "tr" else number
    return f"{shown} {_unit(float(number), unit, language)}"


def _set_in_words(value: str, language: str) -> str | None:
    words = _dates(language)
    if match := _WEEKDAY_SET.match(value):
        name = get_day_names("wide", locale=language)[int(match[1]) - 1]
        return str(words["each_weekday"]).format(weekday=name if language == "en" else lower(name, language))
    if (match := _PERIOD.match(value)) and (unit := _PERIOD_UNITS.get((match[1], match[3]))):
        number = "" if match[2] == "1" else f"{match[2]} "
        return str(words["every"]).format(unit=number + _unit(float(match[2]), unit, language))
    return None


def _range_in_words(value: str, language: str) -> str | None:
    first, _, last = value.partition("/")
    words = _dates(language)
    if first in {"", ".."}:
        end = _single_in_words(last, language)
        return None if end is None else _filled(words["until"], language, date=end)
    if last in {"", ".."}:
        start = _single_in_words(first, language)
        return None if start is None else _filled(words["since"], language, date=start)
    if _DAY.match(first) and _DAY.match(last):
        return _days_in_words(date.fromisoformat(first), date.fromisoformat(last), language)
    if _YEAR.match(first) and _YEAR.match(last):
        return first if int(last) - int(first) <= 1 else f"{first}–{int(last) - 1}"
    if _MONTH.match(first) and _MONTH.match(last):
        start_month, end_month = _first_of(first), _first_of(last) - timedelta(days=1)
        ends = (_formatted(start_month, "month", language), _formatted(end_month, "month", language))
        return ends[0] if ends[0] == ends[1] else str(words["range_far"]).format(first=ends[0], last=ends[1])
    return _mixed_range(first, last, language)


def _days_in_words(first: date, beyond: date, language: str) -> str:
    """Give a range whose end is not part of it."""
    return date_range(first, max(first, beyond - timedelta(days=1)), language)


def _mixed_range(first: str, last: str, language: str) -> str | None:
    ends = (_single_in_words(first, language), _single_in_words(last, language))
    if ends[0] is None or ends[1] is None:
        return None
    return str(_dates(language)["range_far"]).format(first=ends[0], last=ends[1])


def _first_of(month: str) -> date:
    return date(int(month[:4]), int(month[5:7]), 1)


def _unit(number: float, unit: str, language: str) -> str:
    forms = _dates(language)["units"][unit]
    return forms if isinstance(forms, str) else str(forms[0 if number == 1 else 1])


def _filled(pattern: str, language: str, **values: str) -> str:
    """Fill a pattern; {genitive}, {dative}, {ablative} and {plural} are the Turkish suffix of the value before them."""
    value = values.get("date") or values.get("year") or ""
    cases: tuple[Case, ...] = ("genitive", "dative", "ablative", "plural")
    suffixes = {case: with_suffix(value, case)[len(value) :] if language == "tr" and value else "" for case in cases}
    return pattern.format(**values, **suffixes)


@lru_cache(maxsize=_KEPT)
def _formatted(day: date, shape: str, language: str) -> str:
    return format_date(day, _dates(language)[shape], locale=language)


def _dates(language: str) -> dict[str, Any]:
    table: dict[str, Any] = labels_of(language)["dates"]
    return table
