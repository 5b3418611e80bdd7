"""What a number in digits may be within a date: a day, an hour, a year, a clock time, a whole date."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from briefings.languages.dates.grammar import bit, bits
from briefings.model.values import dataclass

OTHER = bit("other")
"""The class of what no rule knows."""
_LONGEST_NUMBER = 12
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Form:
    """What a word may be: bits of its classes and tags, and a value for each class."""

    bits: int
    values: dict[str, Any]


NOTHING = Form(OTHER, {})


@lru_cache(maxsize=4096)
def number_form(text: str) -> Form:
    """Give the classes of digits; longer ones than a date can have are nothing."""
    return _number(text) if len(text) <= _LONGEST_NUMBER else NOTHING


def _number(text: str) -> Form:
    """Classify digits: `dom`, `hour`, `min`, `year`, `hm`, `hms`, `dm`, `dmy`, `num` and so on."""
    pieces = [piece for piece in text.replace(":", ".").replace(",", ".").split(".") if piece]
    if len(pieces) == 1:
        return _whole(text)
    if _THOUSANDS.fullmatch(text):
        return Form(bits(("num", "digits", "nom")), {"num": int(text.replace(",", ""))})
    values: dict[str, Any] = {}
    numbers = tuple(int(piece) for piece in pieces)
    widths = tuple(len(piece) for piece in pieces)
    colon = ":" in text
    if len(pieces) == 2:
        _two(values, text, numbers, widths)
    elif len(pieces) == 3 and colon and "." not in text:
        if numbers[0] <= 24 and numbers[1] < 60 and numbers[2] < 60:
            values["hms"] = numbers
    elif len(pieces) == 3 and "," not in text and not colon:
        if widths[0] <= 2 and widths[1] <= 2 and widths[2] in {2, 4}:
            values["dmy"] = numbers
        elif widths[0] == 4 and widths[1] <= 2 and widths[2] <= 2:
            values["ymd"] = numbers
    return Form(bits((*values, "digits", "nom")), values) if values else NOTHING


def _two(values: dict[str, Any], text: str, numbers: tuple[int, ...], widths: tuple[int, ...]) -> None:
    first, second = numbers
    clock = first <= 24 and second < 60 and widths[0] <= 2 and widths[1] == 2
    if ":" in text:
        if clock:
            values["hm"] = numbers
        return
    if widths[1] <= 2:
        values["decimal"] = text.replace(",", ".")
    if "," in text:
        return
    if clock:
        values["hmdot"] = numbers
    if first <= 31 and 1 <= second <= 12 and widths[0] <= 2 and widths[1] <= 2:
        values["dm"] = numbers
    if widths[1] == 4 and first <= 12 and widths[0] <= 2:
        values["my"] = numbers


@cache
def whole(number: int, width: int, tags: tuple[str, ...] = ("digits", "nom")) -> Form:
    """Give the classes a whole number of that many digits can have."""
    values: dict[str, Any] = {"num": number}
    if width <= 2:
        values |= {
            name: number
            for name, low, high in (("dom", 1, 31), ("hour", 0, 24), ("mon", 1, 12), ("min", 0, 59))
            if low <= number <= high
        }
        values["yy"] = number
    elif width == 4 and 1000 <= number <= 2199:
        values["year"] = number
    elif width == 3:
        values["year3"] = number
    if width == 2:
        values["two"] = number
    return Form(bits((*values, *tags)), values)


def _whole(text: str) -> Form:
    return whole(int(text), len(text)) if len(text) <= 9 else NOTHING
