"""The words templates print, one labels.toml a language, and the set of text nodes they can give on a page."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SLOT: Final = re.compile(r"\{(\w+)\}")
COMPUTED: Final = frozenset({"dates", "numbers"})
"""Tables whose words only ever stand inside computed values."""


@cache
def labels_of(language: str) -> dict[str, Any]:
    """Give the labels of a language as nested tables; English for a language that has none."""
    folder = resources.files("briefings.languages").joinpath(language if language in {"tr", "en"} else "en")
    return tomllib.loads(folder.joinpath("labels.toml").read_text(encoding="utf-8"))


def label(language: str, path: str) -> str:
    """Give one label by its dotted path: "sections.stories"."""
    value: Any = labels_of(language)
    for part in path.split("."):
        value = value[part]
    return str(value)


def pieces(pattern: str) -> tuple[str, ...]:
    """Cut a pattern at its places: even positions are words, odd ones the names of places."""
    return tuple(_SLOT.split(pattern))


@cache
def label_words(language: str) -> frozenset[str]:
    """Give every text a label can put on a page as one text node, stripped; whitespace is single already."""
    tables = (table for name, table in labels_of(language).items() if name not in COMPUTED)
    return texts_of_labels(_texts_in(tables))


def texts_of_labels(labels: Iterable[str]) -> frozenset[str]:
    """Give every text that some labels can put on a page, stripped: what stands around their places."""
    return frozenset(word for text in labels for part in pieces(text)[::2] if (word := " ".join(part.split())))


def _texts_in(values: Iterator[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts_in(iter(value.values()))
        else:
            yield from _texts_in(iter(value))
