"""Where words come from, in one line: outlet and time of publication; and the translation a reader is served."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.model import Evidence
from briefings.rendering.dates import short_stamp
from briefings.rendering.view.pieces import EditionValue, joined

if TYPE_CHECKING:
    from briefings.model import Article, Point, Story, Version
    from briefings.rendering.view.pieces import Line, Piece
    from briefings.rendering.view.reader import Reader


def outlet_of(article: str, reader: Reader) -> Piece:
    """Give the publisher as the desk knows it, else as the article names it."""
    record = reader.records.get(article)
    name = (record.publisher if record else None) or reader.articles[article].source.outlet
    return EditionValue(name, f"outlet:{article}") if name else reader.label("coverage.unknown")


def published_of(article: str, reader: Reader, *, updated: bool = False) -> Piece:
    """Give the time of publication, or of the last update."""
    source = reader.articles[article]
    moment = source.updated if updated else source.published
    if moment is None:
        return reader.label("stories.undated")
    key = "updated" if updated else "published"
    return EditionValue(short_stamp(moment, reader.language), f"{key}:{article}")


def source_line(article: str, reader: Reader) -> Line:
    """Give outlet and time."""
    return joined(((outlet_of(article, reader),), (published_of(article, reader),)), ", ")


def translation_of(article: str, reader: Reader) -> Article | None:
    """Give the translation of an article in the reader's language; None when it is in it already or there is none."""
    original = reader.articles[article]
    if original.language == reader.language or original.translation_group is None:
        return None
    group = original.translation_group
    candidates = (item for item in reader.edition.articles if item.translation_group == group)
    return next((item for item in candidates if item.language == reader.language), None)


def headline_of(story: Story, reader: Reader) -> Evidence:
    """Give the title the reader is shown: of the story's article in the reader's language, else of the leading one."""
    version = version_of(story, reader)
    return story.headline if version is None else version.headline


def version_of(story: Story, reader: Reader) -> Version | None:
    """Give how the story is told in the reader's language; None when no article of it is in that language."""
    return next((version for version in story.versions if version.language == reader.language), None)


def told(point: Point, reader: Reader) -> Point:
    """Give a point in the reader's language when an article of the day says it there.

    The sentences of a story's version are given in their order. Any other sentence is taken from the translation of its
    article, made sentence by sentence, at the same place; when the two differ in length, the original stands.
    """
    if reader.articles[point.evidence.article].language == reader.language:
        return point
    story = next((story for story in reader.edition.stories if story.id == point.story), None)
    version = version_of(story, reader) if story is not None else None
    own = None if story is None or version is None else _counterpart(point, story, version)
    return _translated(point, reader) if own is None else replace(own, status=point.status)


def _counterpart(point: Point, story: Story, version: Version) -> Point | None:
    """Give the point that stands at the same place in another version of the story; headline for headline."""
    if point.evidence == story.headline:
        return replace(version.lead, evidence=version.headline)
    own = (version.lead, *version.points)
    for other in story.versions:
        for place, candidate in enumerate((other.lead, *other.points)):
            if candidate.evidence == point.evidence and place < len(own):
                return own[place]
    return None


def _translated(point: Point, reader: Reader) -> Point:
    translation = translation_of(point.evidence.article, reader)
    original = reader.articles[point.evidence.article]
    if translation is None or len(original.sentences) != len(translation.sentences):
        return point
    number = point.evidence.sentence
    return replace(point, evidence=Evidence(translation.id, number, translation.sentences[number].span))
