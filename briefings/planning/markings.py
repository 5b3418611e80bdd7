"""The handling marking of an edition: the desk's own, raised by the most restrictive article, never lowered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.config import Config
    from briefings.model import Article


def marking_of(articles: Sequence[Article], config: Config) -> str | None:
    """Give the id of the most restrictive marking among the desk's and the articles'; None when there is none.

    An article's marking counts only when it stands on the desk's scale, so that content cannot write its own.
    """
    order = [step.id for step in config.markings]
    found = [
        marking for marking in (config.marking, *(article.marks.marking for article in articles)) if marking in order
    ]
    return max(found, key=order.index, default=None)
