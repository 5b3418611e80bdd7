"""What differs from the last edition: stories going on, texts corrected or withdrawn, numbers that moved."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from briefings.model import Actor, Change, EditionRecord, FigureRecord, Quantity, StoryRecord
from briefings.planning.course import known_as
from briefings.planning.digest import context_of
from briefings.planning.material import weight_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Article, Edition, Figure, Status, Story, TextSketch
    from briefings.planning.material import Material

_LONGEST_SLEEP = 4
"""Editions after which a story that is told again counts as a new one."""


def status_of(
    record: StoryRecord | None, group: Sequence[str], material: Material, earlier: EditionRecord | None
) -> Status:
    """Say whether a story is new, updated (its best sentences hold a new number or a new name), or goes on."""
    if record is None or earlier is None:
        return "new"
    leading = [
        fact
        for identity in group
        for evidence in material.telling_sentences(identity)[:4]
        for fact in material.facts_at(evidence)
    ]
    acting = {fact.key for fact in leading if isinstance(fact, Actor)}
    figures = {(fact.type, fact.unit, fact.value) for fact in leading if isinstance(fact, Quantity) and weight_of(fact)}
    known = {(figure.type, figure.unit, figure.value) for figure in earlier.figures if figure.story == record.id}
    return "updated" if figures - known or acting - set(record.terms) else "ongoing"


def text_digest(article: Article) -> str:
    """Give the SHA-256 of an article's text as read."""
    return sha256(article.text.encode()).hexdigest()


def changes_of(
    stories: Sequence[Story],
    figures: Sequence[Figure],
    withdrawn: Sequence[Article],
    earlier: EditionRecord | None,
    material: Material,
) -> tuple[Change, ...]:
    """List what is different from the last edition; nothing for the first one."""
    if earlier is None:
        return ()
    changes = [Change(story.status, headline=story.headline, story=story.id) for story in stories]
    changes.extend(Change("figure", figure=figure, story=figure.story) for figure in figures if figure.previous)
    changes.extend(_corrected(material.articles, earlier, material))
    titles = {path: title for path, _, title in earlier.texts}
    changes.extend(
        Change(
            "withdrawn",
            earlier=((article.language, titles[article.source.path]),),
            reason=article.marks.withdrawn,
        )
        for article in withdrawn
        if article.source.path in titles
    )
    today = {story.id for story in stories}
    changes.extend(
        Change("dropped", earlier=record.headlines)
        for record in earlier.stories
        if record.id not in today and not record.asleep
    )
    return tuple(changes)


def _corrected(articles: Sequence[Article], earlier: EditionRecord, material: Material) -> list[Change]:
    digests = {path: digest for path, digest, _ in earlier.texts}
    return [
        Change("corrected", headline=material.headline(article))
        for article in articles
        if digests.get(article.source.path, text_digest(article)) != text_digest(article)
    ]


def record_of(edition: Edition, material: Material, earlier: EditionRecord | None) -> EditionRecord:
    """Give what the next edition needs to know of this one, and of stories that were told a few editions ago."""
    texts = tuple(
        (article.source.path, text_digest(article), article.words(material.headline(article).span))
        for article in edition.articles
    )
    told = tuple(_story_record(story, material) for story in edition.stories)
    today = {record.id for record in told}
    sleeping = tuple(
        replace(record, asleep=record.asleep + 1)
        for record in (earlier.stories if earlier else ())
        if record.id not in today and record.asleep < _LONGEST_SLEEP
    )
    return EditionRecord(
        edition.day,
        edition.number,
        told + sleeping,
        _figure_records(edition, material),
        texts,
        edition.sketches + _older(edition, earlier),
    )


def _older(edition: Edition, earlier: EditionRecord | None) -> tuple[TextSketch, ...]:
    """Give the sketches of earlier editions' texts that are still remembered."""
    known = {sketch.article for sketch in edition.sketches}
    older = (replace(sketch, asleep=sketch.asleep + 1) for sketch in (earlier.sketches if earlier else ()))
    return tuple(old for old in older if old.asleep <= _LONGEST_SLEEP and old.article not in known)


def _story_record(story: Story, material: Material) -> StoryRecord:
    headlines = tuple((version.language, material.words(version.headline)) for version in story.versions)
    return StoryRecord(story.id, headlines, story.day_number, known_as(story.articles, material), story.articles)


def _figure_records(edition: Edition, material: Material) -> tuple[FigureRecord, ...]:
    """Record every telling number of the titles and key sentences, by story."""
    return tuple(
        FigureRecord(story.id, fact.type, fact.unit, fact.value, tuple(sorted(context_of(fact, material))))
        for story in edition.stories
        for identity in story.articles
        for evidence in material.telling_sentences(identity)
        for fact in material.facts_at(evidence)
        if isinstance(fact, Quantity) and weight_of(fact)
    )
