"""What differs from the last edition: stories going on, texts corrected or withdrawn, numbers that moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.model import Change, EditionRecord, Quantity, StoryRecord
from briefings.planning.revisions import texts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from briefings.model import Article, ChangeKind, Edition, Move, Revision, Status, Story, TextSketch
    from briefings.planning.material import Material

_LONGEST_SLEEP = 7
"""Editions after which a story that is told again counts as a new one: a week."""
_LONGEST_PRINTED = 4
"""Editions for which a text is known again when it is printed once more."""


def status_of(record: StoryRecord | None, moves: Sequence[Move]) -> Status:
    """Say whether a story is new, updated (a number or the day of a coming event moved), or goes on."""
    if record is None:
        return "new"
    return "updated" if moves else "ongoing"


def changes_of(
    stories: Sequence[Story],
    material: Material,
    told: Sequence[tuple[date, Revision]],
    earlier: EditionRecord | None,
) -> tuple[Change, ...]:
    """List what is different from the last edition; nothing for the first one.

    `told` holds the revisions, by the day of their edition, that no edition has told its readers before this one.
    """
    if earlier is None:
        return ()
    changes = [Change(story.status, headline=story.headline, story=story.id) for story in stories]
    changes.extend(change for story in stories for change in _of_moves(story, material))
    changes.extend(change for day, revision in told for change in _of_revision(day, revision))
    today = {story.id for story in stories}
    changes.extend(
        Change("dropped", earlier=record.headlines)
        for record in earlier.stories
        if record.id not in today and not record.asleep
    )
    return tuple(changes)


def _of_moves(story: Story, material: Material) -> list[Change]:
    """Tell each move by an article that is at hand: of two translations only the reader's is."""
    changes = []
    for move in story.moves:
        facts = tuple(fact for fact in move.facts if fact.evidence.article in material.by_id)
        if facts:
            kind: ChangeKind = "figure" if isinstance(facts[0], Quantity) else "date"
            changes.append(Change(kind, story=story.id, move=replace(move, facts=facts), edition=move.before.given))
    return changes


def _of_revision(day: date, revision: Revision) -> list[Change]:
    return [
        Change(
            change.kind,
            earlier=((change.text.language, change.text.title),),
            reason=change.reason or None,
            edition=day,
            passages=change.passages,
        )
        for change in revision.changes
    ]


def record_of(edition: Edition, earlier: EditionRecord | None, before: EditionRecord | None) -> EditionRecord:
    """Give what the next edition needs to know of this one, and of stories that were told a few editions ago.

    `before` is the record of the same day's edition as it stands in the archive: a draft leaves its texts as they were.
    """
    articles = {article.id: article for article in edition.articles}
    told = tuple(_story_record(story, articles) for story in edition.stories)
    today = {record.id for record in told}
    sleeping = tuple(
        replace(record, asleep=record.asleep + 1)
        for record in (earlier.stories if earlier else ())
        if record.id not in today and record.asleep < _LONGEST_SLEEP
    )
    known = before is not None and before.published
    return EditionRecord(
        day=edition.day,
        number=edition.number,
        stories=told + sleeping,
        counts=edition.counts,
        sayings=edition.sayings,
        mentions=edition.mentions,
        texts=before.texts if edition.draft and before else texts_of(edition.articles, edition.notes),
        revisions=edition.revisions,
        published=known or not edition.draft,
        sketches=edition.sketches + _older(edition, earlier),
    )


def _older(edition: Edition, earlier: EditionRecord | None) -> tuple[TextSketch, ...]:
    """Give the sketches of earlier editions' texts that are still remembered."""
    known = {sketch.article for sketch in edition.sketches}
    older = (replace(sketch, asleep=sketch.asleep + 1) for sketch in (earlier.sketches if earlier else ()))
    return tuple(old for old in older if old.asleep <= _LONGEST_PRINTED and old.article not in known)


def _story_record(story: Story, articles: Mapping[str, Article]) -> StoryRecord:
    headlines = tuple(
        (version.language, articles[version.headline.article].words(version.headline.span))
        for version in story.versions
    )
    return StoryRecord(story.id, headlines, story.day_number, story.known_as, story.articles)
