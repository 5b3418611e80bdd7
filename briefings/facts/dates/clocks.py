"""Times of day: as values, and on the day they are on when the text or its tense tells it."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from briefings.facts.dates.extents import Extent, Outlook, Resolved, Timeless, moved
from briefings.languages.dates.moments import Clock, PartOfDay
from briefings.model import Reasoning
from briefings.model.values import replace

if TYPE_CHECKING:
    from datetime import date

    from briefings.facts.dates.extents import AnchorKind

_STATED = 2
"""The tense of a verb that states the future; what is only suggested may be done every day."""


def clock_value(moment: Clock | PartOfDay) -> str:
    """Give "14:30", "09:00:31" or "MO"."""
    if isinstance(moment, PartOfDay):
        return moment.code
    value = f"{moment.hour:02}:{moment.minute or 0:02}"
    return value if moment.second is None else f"{value}:{moment.second:02}"


def clock(moment: Clock | PartOfDay, outlook: Outlook) -> Resolved:
    """Give a time of day: on the day the sentence named before, or on the day of publication, else without a day.

    "Toplantı saat 15.00'te başlayacak" is on the day of publication when the verb states a future and three o'clock
    is ahead; a past needs a time gone by. No day is taken where the story has told of another one.
    """
    if isinstance(moment, PartOfDay):
        return Timeless(f"T{moment.code}", moment.mod)
    if not moment.sure:
        moment = _half_ahead(moment, outlook)
    value = clock_value(moment)
    if not moment.sure:
        return Timeless(f"T{value}")
    if outlook.named is not None:
        return _on(outlook.named.first, "text", value)
    if outlook.published is not None and outlook.earlier is None and _is_near(moment, outlook):
        return _on(outlook.today, "published", value)
    return Timeless(f"T{value}")


def _half_ahead(moment: Clock, outlook: Outlook) -> Clock:
    """Say which half of the day "saat 3" is in where only the later one still lies ahead of a stated future."""
    if moment.hour > 12:
        return replace(moment, sure=True)
    if outlook.tense < _STATED or outlook.published is None or moment.hour == 12:
        return moment
    later = replace(moment, hour=moment.hour + 12, sure=True)
    return later if _at(moment, outlook) < outlook.now <= _at(later, outlook) else moment


def _at(moment: Clock, outlook: Outlook) -> datetime:
    return datetime.combine(outlook.today, time(moment.hour, moment.minute or 0, moment.second or 0))


def _on(day: date, kind: AnchorKind, value: str) -> Extent:
    reasoning = Reasoning(day, kind, 0, "day")
    return Extent(f"{day.isoformat()}T{value}", day, moved(day, days=1), None, None, reasoning, value)


def _is_near(moment: Clock, outlook: Outlook) -> bool:
    """Say whether the stated tense and the hour of publication agree on the day; midnight stands for no hour."""
    then = _at(moment, outlook)
    if outlook.tense >= _STATED:
        return then >= outlook.now
    return outlook.tense < 0 and (then <= outlook.now or outlook.now.time() == time.min)
