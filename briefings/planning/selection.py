"""Which articles stand in which edition, and which stand in none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.planning.windows import day_of, is_publishing_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from briefings.config import Config
    from briefings.model import Article, InputRecord, Library


@dataclass(frozen=True, slots=True)
class Selection:
    """A content folder sorted into editions."""

    days: Mapping[date, tuple[Article, ...]]
    """In the order of the days; articles as read."""
    withdrawn: tuple[Article, ...]
    inputs: tuple[InputRecord, ...]
    """Every file with its fate; articles the desk holds back are ignored, with the reason."""


def select(library: Library, config: Config, *, named: date | None, drafts: bool) -> Selection:
    """Sort articles into editions; one without a date belongs to the day the build named."""
    days: dict[date, list[Article]] = {}
    held: dict[str, str] = {}
    for article in library.articles:
        reason = _held_back(article, drafts=drafts)
        day = day_of(article, config) or named
        if reason or day is None:
            held[article.source.path] = reason or "no date"
        else:
            days.setdefault(day, []).append(article)
    inputs = tuple(
        replace(record, fate="ignored", reason=held[record.path])
        if record.path in held and record.fate == "read"
        else record
        for record in library.inputs
    )
    withdrawn = tuple(article for article in library.articles if article.marks.withdrawn)
    return Selection({day: tuple(days[day]) for day in sorted(days)}, withdrawn, inputs)


def publishing_days(first: date, last: date, config: Config) -> tuple[date, ...]:
    """Give the desk's publishing days from `first` to `last`, both included."""
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return tuple(day for day in days if is_publishing_day(day, config))


def _held_back(article: Article, *, drafts: bool) -> str:
    """Say why the desk holds an article back, "" when it does not."""
    if article.marks.withdrawn:
        return f"withdrawn: {article.marks.withdrawn}"
    if article.marks.skip:
        return "skip: the desk leaves it out"
    if article.marks.draft and not drafts:
        return "draft: build with --drafts to see it"
    return ""
