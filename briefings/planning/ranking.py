"""Where a story stands, and why: a sum of published weights, each a reason the desk can read.

| reason | points |
|---|---|
| publishers | 18 for each independent publisher after the first, at most 5 |
| officials | 10 for each person with an office who speaks, at most 4 |
| new | 14 for a new story, 8 for an updated one |
| ahead | 6 for each date ahead, at most 3 |
| recency | 0 to 8, by how late in the window the last text came |
| watch | 20 for each name or word of the watch list, times its weight in names.toml (at least 1), at most 60 |
| figures | 2 for each distinct figure with a unit, at most 5 |
| names | 2 for each distinct person or organisation, at most 5 |
| priority | 25 for each step the desk gave |
| pin | the desk's pin stands above every score |
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.languages.casing import lower
from briefings.model import Actor, Place, Quote, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.names import NameTable
    from briefings.model import Article, Fact, Gist, Status, When, Window

_STATUS = {"new": 14, "updated": 8, "ongoing": 0}
_MOST_WATCHED = 60


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a story's score is made of."""

    articles: Sequence[Article]
    facts: Sequence[Fact]
    gist: Gist
    publishers: Sequence[str]
    ahead: Sequence[When]
    status: Status


def reasons_for(story: Weighed, *, window: Window, watch: Sequence[str], names: NameTable) -> tuple[Reason, ...]:
    """Give the terms of a story's score that are not nought, greatest first."""
    ahead = len({when.value for when in story.ahead})
    priority = max((article.marks.priority for article in story.articles), key=abs, default=0)
    terms = (
        Reason("publishers", 18 * min(len(story.publishers) - 1, 5), str(len(story.publishers))),
        _officials(story.facts),
        Reason("new", _STATUS[story.status], story.status),
        Reason("ahead", 6 * min(ahead, 3), str(ahead)),
        Reason("recency", _recency(story.articles, window)),
        _watched(story, watch, names),
        Reason("figures", 2 * min(len(story.gist.quantities), 5), str(len(story.gist.quantities))),
        Reason("names", 2 * min(len(story.gist.actors), 5), str(len(story.gist.actors))),
        Reason("priority", 25 * priority),
    )
    return tuple(sorted((term for term in terms if term.points), key=lambda term: (-term.points, term.code)))


def score_of(reasons: Sequence[Reason]) -> int:
    """Add the reasons up."""
    return sum(reason.points for reason in reasons)


def _officials(facts: Sequence[Fact]) -> Reason:
    offices = {fact.key for fact in facts if isinstance(fact, Actor) and fact.kind == "person" and fact.role}
    speaking = sorted(
        {
            quote.speaker
            for quote in facts
            if isinstance(quote, Quote) and quote.speaker and quote.speaker_key in offices
        }
    )
    return Reason("officials", 10 * min(len(speaking), 4), ", ".join(speaking))


def _recency(articles: Sequence[Article], window: Window) -> int:
    moments = [article.published for article in articles if article.published]
    if not moments:
        return 0
    share = (max(moments) - window.start) / (window.end - window.start)
    return round(8 * min(max(share, 0.0), 1.0))


def _watched(story: Weighed, watch: Sequence[str], names: NameTable) -> Reason:
    keys = {fact.key for fact in story.facts if isinstance(fact, Actor | Place)}
    found = {
        wanted: 1 for wanted in watch if wanted in keys or any(_holds(article, wanted) for article in story.articles)
    }
    for key in sorted(keys):
        entry = names.entries.get(key)
        if entry is not None and entry.watch > 0:
            found[key] = entry.watch
    return Reason("watch", min(20 * sum(found.values()), _MOST_WATCHED), ", ".join(sorted(found)))


def _holds(article: Article, words: str) -> bool:
    return lower(words, article.language) in lower(article.text, article.language)
