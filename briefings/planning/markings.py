"""The handling marking of an edition: the desk's own, raised by the most restrictive thing in it, never lowered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.config import Config
    from briefings.model import Edition


def marking_of(markings: Iterable[str | None], config: Config) -> str | None:
    """Give the id of the most restrictive of some markings and the desk's own; None when there is none.

    A marking counts only when it stands on the desk's scale, so that content cannot write its own.
    """
    order = [step.id for step in config.markings]
    found = [marking for marking in (config.marking, *markings) if marking in order]
    return max(found, key=order.index, default=None)


def markings_in(edition: Edition) -> Iterator[str | None]:
    """Give the markings of all that an edition shows: articles, and the desk's notes, dates, questions, corrections."""
    yield from (article.marks.marking for article in edition.articles)
    yield from (note.marking for note in edition.notes)
    yield from (item.entry.marking for item in edition.agenda if item.entry)
    yield from (answer.question.marking for answer in edition.questions)
    yield from (one.correction.marking for found in edition.findings for one in found.amended)


def is_above(marking: str | None, config: Config) -> bool:
    """Say whether a marking stands above the highest one the product may carry."""
    order = [step.id for step in config.markings]
    return bool(config.release) and marking in order and order.index(marking) > order.index(config.release)


def check_release(edition: Edition, config: Config) -> None:
    """Refuse an edition that would carry a higher marking than its product may. `ConfigurationError` says which."""
    if is_above(edition.marking, config):
        message = (
            f"{edition.day}: would carry {edition.marking}, above what the product may (release = {config.release!r}); "
            "nothing was published"
        )
        raise ConfigurationError(message)
