"""JSON for files: people read and compare it by line, see every character, and the C encoder writes it."""

from __future__ import annotations

import json

from briefings.languages.invisible import INVISIBLE

_OPEN = 4
"""Containers of so many levels are laid out by line; what lies deeper stands on its line whole: a fact, a story."""
_one_line = json.JSONEncoder(ensure_ascii=False).encode


def json_bytes(value: object, levels: int = _OPEN) -> bytes:
    """Give JSON in UTF-8, keys in the order given, a line feed at the end; what nobody sees is escaped, as JSON can."""
    text = _laid_out(value, 0, levels) + "\n"
    return INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()


def _laid_out(value: object, depth: int, levels: int) -> str:
    if depth == levels or not value or not isinstance(value, dict | list | tuple):
        return _one_line(value)
    below = depth + 1
    if isinstance(value, dict):
        items = [f"{_one_line(key)}: {_laid_out(item, below, levels)}" for key, item in value.items()]
    else:
        items = [_laid_out(item, below, levels) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    indent = f"\n{' ' * below}"
    return f"{opening}{indent}{f',{indent}'.join(items)}\n{' ' * depth}{closing}"
