"""Which articles stand in which edition, and which stand in none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from briefings.planning.windows import day_of, is_publishing_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from briefings.config import Config
    from briefings.model import Article, InputRecord, Library


@dataclass(frozen=True, slots=True)
class Selection:
    """A content folder sorted into editions."""

    days: dict[date, tuple[Article, ...]]
    """In the order of the days; articles as read."""
    held: tuple[Article, ...]
    """Articles that the desk holds back: withdrawn, skipped, drafts."""
    inputs: tuple[InputRecord, ...]
    """Every file with its fate; articles the desk holds back are ignored, with the reason."""
    withheld: Mapping[date, int]
    """How many articles of a day the product may not show."""


def select(
    library: Library, config: Config, *, named: date | None, drafts: bool, withheld: Sequence[Article] = ()
) -> Selection:
    """Sort articles into editions; one without a date belongs to the day the build named.

    A day whose articles are all withheld has an edition too, which says so.
    """
    held: dict[str, str] = {}
    days = _by_day(library.articles, config, named, held, drafts=drafts)
    hidden = _by_day(withheld, config, named, {}, drafts=drafts)
    back = tuple(article for article in library.articles if article.source.path in held)
    inputs = tuple(
        replace(record, fate="ignored", reason=held[record.path])
        if record.path in held and record.fate == "read"
        else record
        for record in library.inputs
    )
    counts = {day: len(articles) for day, articles in hidden.items()}
    told = {day: tuple(days.get(day, ())) for day in sorted({*days, *hidden})}
    return Selection(told, back, inputs, counts)


def embargoed_on(day: date, articles: Iterable[Article], config: Config) -> tuple[datetime, ...]:
    """Give the ends of the embargoes that keep articles out of a day's edition, in order; nothing else of them is told.

    An article is kept out of every edition from the one it was published for until the one its embargo lets it into.
    """
    return tuple(
        sorted(
            article.marks.embargo_until
            for article in articles
            if article.marks.embargo_until
            and not _held_back(article, drafts=True)
            and (own := day_of(article, config, embargoed=False)) is not None
            and own <= day < (day_of(article, config) or own)
        )
    )


def _by_day(
    articles: Iterable[Article], config: Config, named: date | None, held: dict[str, str], *, drafts: bool
) -> dict[date, list[Article]]:
    """Sort articles by the day of their edition; why one stands in none is told in `held`, by path."""
    days: dict[date, list[Article]] = {}
    for article in articles:
        reason = _held_back(article, drafts=drafts)
        day = day_of(article, config, named=named)
        if reason or day is None:
            held[article.source.path] = reason or "no date"
        else:
            days.setdefault(day, []).append(article)
    return days


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
