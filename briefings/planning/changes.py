"""What differs from the last edition: stories going on, texts corrected or withdrawn, numbers that moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import sha256
from math import log
from typing import TYPE_CHECKING

from briefings.model import Actor, Change, EditionRecord, FigureRecord, Place, Quantity, StoryRecord
from briefings.planning.digest import context_of
from briefings.planning.material import weight_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.model import Article, Edition, Figure, Status, Story
    from briefings.planning.material import Material

_SAME_STORY = 0.22
"""Share of weighted terms two days' stories have in common from which they are one story going on."""
_TERMS = 40
_LONGEST_SLEEP = 4
"""Editions after which a story that is told again counts as a new one."""


def known_as(group: Sequence[str], material: Material) -> tuple[str, ...]:
    """Give the terms a story is known by: every name's key, and the stems of titles and best sentences; sorted."""
    terms: set[str] = set()
    for identity in group:
        article, found = material.article(identity), material.found_in(identity)
        terms.update(fact.key for fact in found.facts if isinstance(fact, Actor | Place))
        sentences = [
            material.headline(article),
            *(material.sentence(identity, index) for index in found.key_sentences[:3]),
        ]
        stems = sorted(stem for evidence in sentences for stem in material.stems(evidence))
        terms.update(f"{article.language}:{stem}" for stem in stems[:_TERMS])
    return tuple(sorted(terms))


def match_earlier(terms: Sequence[tuple[str, ...]], earlier: EditionRecord | None) -> list[StoryRecord | None]:
    """Find for each of today's stories the earlier one it goes on from; best pairs first, each used once."""
    matched: list[StoryRecord | None] = [None] * len(terms)
    if earlier is None:
        return matched
    weight = _weights([*terms, *(record.terms for record in earlier.stories)])
    pairs = sorted(
        (
            (-_likeness(today, record.terms, weight), position, number)
            for position, today in enumerate(terms)
            for number, record in enumerate(earlier.stories)
        ),
    )
    used: set[int] = set()
    for likeness, position, number in pairs:
        if -likeness >= _SAME_STORY and matched[position] is None and number not in used:
            matched[position] = earlier.stories[number]
            used.add(number)
    return matched


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
    return EditionRecord(edition.day, edition.number, told + sleeping, _figure_records(edition, material), texts)


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


def _likeness(one: Sequence[str], other: Sequence[str], weight: Mapping[str, float]) -> float:
    """Give the weighted Dice coefficient of two sets of terms; across languages that of the names alone.

    Stems of two languages never meet, and names that many stories hold (a capital, the country itself) tell little.
    """
    ours, theirs = set(one), set(other)
    if not _languages(ours) & _languages(theirs):
        ours, theirs = ({term for term in terms if not _is_stem(term)} for terms in (ours, theirs))
    shared = sum(weight[term] for term in sorted(ours & theirs))
    total = sum(weight[term] for term in sorted(ours)) + sum(weight[term] for term in sorted(theirs))
    return 2 * shared / total if total else 0.0


def _weights(stories: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weigh each term: a name counts three times as much as a stem, a rare one more than a common one."""
    frequency = Counter(term for terms in stories for term in set(terms))
    return {
        term: (1.0 if _is_stem(term) else 3.0) * (1.0 + log(len(stories) / count)) for term, count in frequency.items()
    }


def _languages(terms: set[str]) -> set[str]:
    return {term[:2] for term in terms if _is_stem(term)}


def _is_stem(term: str) -> bool:
    return term[:3] in {"tr:", "en:"}
