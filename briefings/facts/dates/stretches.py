"""Halves, thirds and rests of a stretch of the calendar, and the like stretch of another year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefings.facts.dates.extents import Extent, UnresolvableError, day_of, extent, moved, spanning
from briefings.model import Reasoning
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.facts.dates.extents import Outlook


def middle_of(found: Extent) -> date:
    """Give the day the later half begins: the 16th of a month, the Thursday of a week, 1 July."""
    if found.unit == "month":
        return found.first.replace(day=16)
    if found.unit == "year":
        return found.first.replace(month=7)
    return moved(found.first, days=(found.end - found.first).days // 2)


def beginning_of(found: Extent) -> date:
    """Give the day from which on a stretch, or its middle or end as its mod says, has begun."""
    if found.mod == "END":
        return middle_of(found)
    return _third(found, 1) if found.mod == "MID" else found.first


def ending_of(found: Extent) -> date:
    """Give the day behind a stretch, or behind its beginning or middle as its mod says."""
    if found.mod == "START":
        return middle_of(found)
    return _third(found, 2) if found.mod == "MID" else found.end


def _third(found: Extent, number: int) -> date:
    if found.unit == "month":
        return found.first.replace(day=1 + 10 * number)
    return found.first + timedelta(days=(found.end - found.first).days * number // 3)


def rest_of(found: Extent, outlook: Outlook, *, late: bool) -> Extent:
    """Give what is left of a stretch from publication on; nothing is left of what is over."""
    if found.end <= outlook.today:
        raise UnresolvableError
    reasoning = Reasoning(outlook.today, "published", 0, "none")
    if found.unit == "day" and found.first == outlook.today:
        now = outlook.now.strftime("%Y-%m-%dT%H:%M")
        return replace(found, value=f"{now}/{found.end.isoformat()}T00:00", unit=None, reasoning=reasoning)
    first = max(found.first, outlook.today, middle_of(found) if late else found.first)
    return replace(spanning(first, found.end), reasoning=reasoning, mod="APPROX" if late else None)


def same_in(year: Extent, outlook: Outlook) -> Extent:
    """Give the stretch the text named last, as it was in another year; without one, the year is all that is known."""
    like = outlook.earlier
    if like is None or like.unit not in {"day", "month", "quarter", "half"}:
        return year
    moved_to = min(like.first.day, 28) if like.unit == "day" and like.first.month == 2 else like.first.day
    found = extent(like.unit, day_of(year.first.year, like.first.month, moved_to))
    return replace(found, reasoning=Reasoning(like.first, "text", year.first.year - like.first.year, "year"))
