"""Which edition an article belongs to: publishing days, cut-off, time zone, embargo."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.model import Window

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.model import Article

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MIDNIGHT = "24:00"


def is_publishing_day(day: date, config: Config) -> bool:
    """Say whether the desk publishes on a day."""
    return _WEEKDAYS[day.weekday()] in config.days


def window_of(day: date, config: Config) -> Window:
    """Give the time an edition covers: from the cut-off of the publishing day before to its own."""
    before = day - timedelta(days=1)
    while not is_publishing_day(before, config) and (day - before).days < len(_WEEKDAYS):
        before -= timedelta(days=1)
    return Window(_cutoff(before, config), _cutoff(day, config))


def day_of(article: Article, config: Config, *, named: date | None = None, embargoed: bool = True) -> date | None:
    """Give the day of the edition an article belongs to; for one without a date that is the day `named`, if any.

    `updated` never moves an article. An embargo does: it comes out in the first edition whose cut-off is not before it.
    Without `embargoed` the day is given as if there were none.
    """
    day = named if article.published is None else _day_of_moment(article.published, config)
    until = article.marks.embargo_until
    if day is None or until is None or not embargoed:
        return day
    return max(day, _day_of_moment(until, config))


def _day_of_moment(moment: datetime, config: Config) -> date:
    local = moment.astimezone(ZoneInfo(config.time_zone))
    day = local.date()
    if config.cutoff != MIDNIGHT and local.timetz().replace(tzinfo=None) > _clock(config.cutoff):
        day += timedelta(days=1)
    while not is_publishing_day(day, config):
        day += timedelta(days=1)
    return day


def _cutoff(day: date, config: Config) -> datetime:
    zone = ZoneInfo(config.time_zone)
    if config.cutoff == MIDNIGHT:
        return datetime.combine(day + timedelta(days=1), time(), zone)
    return datetime.combine(day, _clock(config.cutoff), zone)


def _clock(text: str) -> time:
    return time(int(text[:2]), int(text[3:]))
