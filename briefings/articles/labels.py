"""Labelled lines of a text: `Yayın Tarihi: 04.12.2025 00:31`, `Kaynak: …`, `Published: …`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.articles.fields import field_of

_LABEL = re.compile(r"([^\W\d_][^\n:.!?\"“”«»]{0,39}?)[ \t]{0,20}:[ \t]*(.*)")
_LONGEST_VALUE = 300
_DATES = frozenset({"published", "updated"})


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled line."""

    field: str
    value: str
    offset: int
    """Where the value begins in the line."""


def label_of(line: str) -> Label | None:
    """Give the label a stripped line starts with, None for a line of running text.

    A date label counts when a digit or nothing follows it ("Tarih: bir bilim" is text); any other one when its value
    is short enough to be a name, not a paragraph.
    """
    match = _LABEL.match(line)
    if not match:
        return None
    field = field_of(match[1], "labels")
    value = match[2].strip()
    if field is None or len(value) > _LONGEST_VALUE:
        return None
    if field in _DATES and value and not any(character.isdigit() for character in value):
        return None
    return Label(field, value, match.start(2))
