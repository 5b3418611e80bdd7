"""What a story's sources give differently, side by side: which is right, the page does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Quantity, Statement, When
from briefings.rendering.dates import plain_date
from briefings.rendering.view.facts import date_of, name_of, quantity_of, value_before
from briefings.rendering.view.gist import SEPARATOR
from briefings.rendering.view.pieces import EditionValue, joined
from briefings.rendering.view.sources import outlet_of
from briefings.rendering.view.story_items import ClaimItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.model import Claim, Dispute, Story
    from briefings.rendering.view.pieces import FactValue, Words
    from briefings.rendering.view.reader import Reader


def disputes_of(story: Story, reader: Reader) -> tuple[tuple[ClaimItem, ...], ...]:
    """Give each dispute's values with their sources; one of which less than two can be shown is left out."""
    found = (tuple(_sides(place, one, story, reader)) for place, one in enumerate(story.disputes))
    return tuple(claims for claims in found if len(claims) > 1)


def _sides(place: int, dispute: Dispute, story: Story, reader: Reader) -> Iterator[ClaimItem]:
    """Give what an earlier edition had, and what each source of today says."""
    fact, before = dispute.claims[0].fact, dispute.before
    if before is not None and isinstance(fact, Quantity):
        key = f"{story.id}:{place}"
        day = EditionValue(plain_date(before.given, reader.language), f"dispute-day:{key}")
        value = EditionValue(value_before(fact, before, reader, whole=True), f"dispute-before:{key}")
        yield ClaimItem(value, reader.filled("stories.before", day=day), None)
    for claim in dispute.claims:
        if (item := _claim(claim, reader)) is not None:
            yield item


def _claim(claim: Claim, reader: Reader) -> ClaimItem | None:
    fact = claim.fact
    value = _value(fact, reader)
    if value is None:
        return None
    speaker = (name_of(claim.speaker, reader),) if claim.speaker else ()
    source = joined((speaker, (outlet_of(fact.evidence.article, reader),)), SEPARATOR)
    return ClaimItem(value, source, reader.cite(fact.evidence, fact.evidence.span))


def _value(fact: Quantity | When | Statement, reader: Reader) -> Words | FactValue | None:
    if isinstance(fact, Statement):
        return reader.whole_sentence(fact.evidence)
    return date_of(fact, reader) if isinstance(fact, When) else quantity_of(fact, reader)
