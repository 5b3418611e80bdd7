"""The edition as data: facts.json, and the text of each article as it was read."""

from __future__ import annotations

from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefings.languages.names.offices import body_in, office_for
from briefings.languages.visible_json import json_bytes
from briefings.model import Actor, Output, Place, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.languages.names import NameTable
    from briefings.model import Article, Dispute, Edition, Move


def facts_json(
    edition: Edition, record: Mapping[str, Any], objects: Mapping[str, Mapping[str, Any]], names: NameTable
) -> Output:
    """Make facts.json: articles, their facts (in the form of the batch contract), names, stories and the record.

    `objects` holds the contract's object for each article id.
    """
    told = {identity: story.id for story in edition.stories for identity in story.articles}
    languages = {article.id: article.language for article in edition.articles}
    value = {
        "schema": 1,
        "day": edition.day.isoformat(),
        "number": edition.number,
        "articles": [_article(article, told.get(article.id)) for article in edition.articles],
        "facts": {article.id: objects[article.id] for article in edition.articles},
        "names": _names(edition, names),
        "offices": _offices(edition, names),
        "stories": [
            {"id": story.id, "score": story.score, "status": story.status, "articles": list(story.articles),
             "publishers": list(story.publishers), "reasons": [[r.code, r.points, r.detail] for r in story.reasons],
             "disputes": [_dispute(dispute) for dispute in story.disputes]}
            for story in edition.stories
        ],
        "changes": [
            {"kind": change.kind, "story": change.story,
             "edition": change.edition.isoformat() if change.edition else None,
             "count": _count(change.move, languages) if change.move else None,
             "before": change.move.before.value if change.move else None,
             "after": change.move.value if change.move else None,
             "course": [list(point) for point in change.move.course(edition.day)] if change.move else [],
             "earlier": [list(told) for told in change.earlier], "reason": change.reason,
             "passages": [list(passage) for passage in change.passages]}
            for change in edition.changes
        ],
        "positions": [
            {"speaker": one.speaker, "words": one.words, "language": one.language, "outlet": one.outlet,
             "given": one.given.isoformat()}
            for one in edition.positions
        ],
        "record": record,
    }  # fmt: skip
    return Output("facts.json", "application/json", json_bytes(value))


def _dispute(dispute: Dispute) -> dict[str, Any]:
    """Give each side as article, start and end, and what an earlier edition had."""
    before = dispute.before
    places = [claim.fact.evidence for claim in dispute.claims]
    return {
        "claims": [[at.article, at.span.start, at.span.end] for at in places],
        "before": before.value if before else None,
        "edition": before.given.isoformat() if before else None,
    }


def source_texts(edition: Edition) -> tuple[Output, ...]:
    """Give each article's text as read, under sources/."""
    return tuple(
        Output(f"sources/{article.id}.txt", "text/plain", article.text.encode()) for article in edition.articles
    )


def _article(article: Article, story: str | None) -> dict[str, Any]:
    source, embargo = article.source, article.marks.embargo_until
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
        "translation_group": article.translation_group,
        "marks": asdict(article.marks) | {"embargo_until": embargo.isoformat() if embargo else None},
        "blocks": [[block.kind, block.span.start, block.span.end] for block in article.blocks],
    }


def _count(move: Move, languages: Mapping[str, str]) -> dict[str, str | None]:
    """Give what a number that moved counts, and the language that says so; of a day its type alone."""
    fact = move.facts[0]
    unit = fact.unit if isinstance(fact, Quantity) else None
    return {"type": fact.type, "unit": unit, "lang": languages[fact.evidence.article]}


def _names(edition: Edition, names: NameTable) -> dict[str, dict[str, str]]:
    """Give the display names, in both languages, of every key in the edition that the tables know or can compose."""
    shown: dict[str, dict[str, str]] = {}
    for article, fact in _facts_with_keys(edition):
        entry = names.entries.get(fact.key)
        if entry is not None:
            shown[fact.key] = {"tr": entry.tr, "en": entry.en}
        elif fact.kind == "organization":
            composed = {target: body_in(fact.name, article.language, target, names) for target in ("tr", "en")}
            shown[fact.key] = {target: name for target, name in composed.items() if name}
    return {key: shown[key] for key in sorted(shown) if shown[key]}


def _offices(edition: Edition, names: NameTable) -> dict[str, list[str]]:
    """Give for each office stated what it is called in either language: composed, or as the names table has it."""
    shown: dict[str, set[str]] = {}
    for article, fact in _facts_with_keys(edition):
        if isinstance(fact, Actor) and fact.role:
            told = {office_for(fact.key, fact.role, article.language, target, names) for target in ("tr", "en")}
            shown.setdefault(fact.role, set()).update(text for text in told if text)
    return {role: sorted(shown[role]) for role in sorted(shown)}


def _facts_with_keys(edition: Edition) -> Iterator[tuple[Article, Actor | Place]]:
    for article, found in zip(edition.articles, edition.findings, strict=True):
        for fact in found.facts:
            if isinstance(fact, Actor | Place):
                yield article, fact
