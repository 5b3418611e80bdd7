"""Numbers written in words within dates: "yirmi dokuz", "iki bin on sekiz", "nineteen ninety-six".

Neighbouring number words are joined only where they can be one number: "yedi otuz" stays two (a clock time).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import Item, bit, bits
from briefings.languages.dates.number_forms import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

_CARDINAL = bit("cardinal")
_ORDINAL = bit("ordinal")
_SPELLED = bits(("spelled", "word"))
_CAPITAL = bit("capital")
_JOINT = bit("dash") | bit("and")
_BARE = bit("nom") | bit("mark")
_LONGEST = 12


def joined_numbers(items: Sequence[Item], *, keep: int, joints: bool) -> list[Item]:
    """Put one item for every spelled number; `joints` lets a dash or "and" stand between its words."""
    if not any(item.bits & _CARDINAL for item in items):
        return list(items)
    done: list[Item] = []
    position = 0
    while position < len(items):
        item = items[position]
        if not item.bits & _CARDINAL or item.bits & _ORDINAL:
            done.append(item)
            position += 1
            continue
        end, number = _longest(items, position, joints=joints)
        done.append(_spelled(items[position], items[end - 1], number, keep))
        position = end
    return done


def _is_cardinal(item: Item) -> bool:
    return bool(item.bits & _CARDINAL) and not item.bits & _ORDINAL


def _longest(items: Sequence[Item], start: int, *, joints: bool) -> tuple[int, int]:
    """Give where the number that begins here ends, and its value."""
    total, part, room = _begun(items[start].values["cardinal"])
    end = start + 1
    while end - start < _LONGEST:
        place = end + (joints and end + 1 < len(items) and items[end].bits & _JOINT != 0)
        if place >= len(items) or not _is_cardinal(items[place]) or not items[end - 1].bits & _BARE:
            break
        value = items[place].values["cardinal"]
        if value == 1000 and 0 < part < 1000 and total == 0:
            total, part, room = part * 1000, 0, 1000
        elif value == 100 and 1 < part < 10:
            part, room = part * 100, 100
        elif value < room:
            part, room = part + value, _room(value)
        else:
            break
        end = place + 1
    return end, total + part


def _begun(value: int) -> tuple[int, int, int]:
    """Give thousands, the rest, and the bound below which the next word can add to a first word."""
    return (1000, 0, 1000) if value == 1000 else (0, value, _room(value))


def _room(value: int) -> int:
    """Give the bound below which the next word can still add to this one."""
    if value == 100:
        return 100
    return 10 if value >= 20 or value == 10 else 0


def _spelled(first: Item, last: Item, number: int, keep: int) -> Item:
    form = whole(number, len(str(number)), ())
    tags = form.bits | _SPELLED | last.bits & keep | first.bits & _CAPITAL
    return Item(first.first, last.last, tags, {**form.values, "spelled": number})
