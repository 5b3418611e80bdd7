"""Where the edition comes from: sources, and the index of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Actor, Evidence, IndexEntry, Place, SourceRecord
from briefings.planning.publishers import outlets_by_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Article, Outlet, Story
    from briefings.planning.material import Material


def coverage_of(
    articles: Sequence[Article], stories: Sequence[Story], outlets: Sequence[Outlet]
) -> tuple[SourceRecord, ...]:
    """List every article with what the desk knows of its outlet, in the order of publication."""
    known = outlets_by_name(outlets)
    told = {identity: story.id for story in stories for identity in story.articles}
    ordered = sorted(articles, key=lambda article: (str(article.published), article.id))
    return tuple(_record(article, known.get(article.source.outlet or ""), told.get(article.id)) for article in ordered)


def _record(article: Article, outlet: Outlet | None, story: str | None) -> SourceRecord:
    if outlet is None:
        return SourceRecord(article.id, article.source.outlet, None, None, None, story)
    return SourceRecord(article.id, outlet.name, outlet.owner, outlet.rating, outlet.country, story)


def index_of(material: Material) -> tuple[IndexEntry, ...]:
    """List every name with its first mention in each sentence, by key; the reader's alphabet is rendering's matter."""
    names: dict[str, Actor | Place] = {}
    mentions: dict[str, dict[tuple[str, int], Evidence]] = {}
    for found in material.findings:
        for fact in found.facts:
            if isinstance(fact, Actor | Place):
                kept = names.setdefault(fact.key, fact)
                if len(fact.name) > len(kept.name):
                    names[fact.key] = fact
                place = fact.evidence.article, fact.evidence.sentence
                mentions.setdefault(fact.key, {}).setdefault(place, fact.evidence)
    return tuple(
        IndexEntry(key, names[key].kind, names[key].name, tuple(mentions[key].values())) for key in sorted(names)
    )
