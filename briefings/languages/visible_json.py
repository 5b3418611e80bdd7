"""JSON for files: people read and compare it by line, see every character, and the C encoder writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefings.languages.invisible import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPEN = 4
"""Containers of so many levels are laid out by line; what lies deeper stands on its line whole: a fact, a story."""
_one_line = json.JSONEncoder(ensure_ascii=False).encode


def json_bytes(value: object, levels: int = _OPEN) -> bytes:
    """Give JSON in UTF-8, keys in the order given, a line feed at the end; what nobody sees is escaped, as JSON can."""
    text = "".join(_laid_out(value, 0, levels)) + "\n"
    return INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()


def _laid_out(value: object, depth: int, levels: int) -> Iterator[str]:
    if depth == levels or not value or not isinstance(value, dict | list | tuple):
        yield _one_line(value)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    lead = f"{opening}\n{' ' * (depth + 1)}"
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in items:
        yield lead
        if key is not None:
            yield f"{_one_line(key)}: "
        yield from _laid_out(item, depth + 1, levels)
        lead = f",\n{' ' * (depth + 1)}"
    yield f"\n{' ' * depth}{closing}"
