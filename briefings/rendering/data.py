"""The edition as data: facts.json, and the text of each article as it was read."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefings.model import Output

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.languages.names import NameTable
    from briefings.model import Article, Edition, Findings


def facts_json(
    edition: Edition, record: Mapping[str, Any], objects: Mapping[str, Mapping[str, Any]], names: NameTable
) -> Output:
    """Make facts.json: articles, their facts (in the form of the batch contract), names, stories and the record.

    `objects` holds the contract's object for each article id.
    """
    told = {identity: story.id for story in edition.stories for identity in story.articles}
    value = {
        "schema": 1,
        "day": edition.day.isoformat(),
        "number": edition.number,
        "articles": [_article(article, told.get(article.id)) for article in edition.articles],
        "facts": {article.id: objects[article.id] for article in edition.articles},
        "names": _names(edition.findings, names),
        "stories": [
            {"id": story.id, "score": story.score, "status": story.status, "articles": list(story.articles),
             "publishers": list(story.publishers), "reasons": [[r.code, r.points, r.detail] for r in story.reasons]}
            for story in edition.stories
        ],
        "record": record,
    }  # fmt: skip
    return Output("facts.json", "application/json", (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def source_texts(edition: Edition) -> tuple[Output, ...]:
    """Give each article's text as read, under sources/."""
    return tuple(
        Output(f"sources/{article.id}.txt", "text/plain", article.text.encode()) for article in edition.articles
    )


def _article(article: Article, story: str | None) -> dict[str, Any]:
    source = article.source
    return {
        "id": article.id,
        "path": source.path,
        "sha256": source.sha256,
        "text_sha256": sha256(article.text.encode()).hexdigest(),
        "language": article.language,
        "title": article.words(article.title),
        "outlet": source.outlet,
        "authors": list(source.authors),
        "url": source.url,
        "published": article.published.isoformat() if article.published else None,
        "updated": article.updated.isoformat() if article.updated else None,
        "story": story,
    }


def _names(findings: tuple[Findings, ...], names: NameTable) -> dict[str, dict[str, str]]:
    """Give the display names, in both languages, of every key in the edition that the tables hold."""
    keys = {getattr(fact, "key", None) for found in findings for fact in found.facts}
    known = sorted(key for key in keys if key in names.entries)
    return {key: {"tr": names.entries[key].tr, "en": names.entries[key].en} for key in known}
