"""What a story's sources give differently, side by side: which is right, the page does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Statement, When
from briefings.rendering.view.facts import date_of, name_of, quantity_of
from briefings.rendering.view.gist import SEPARATOR
from briefings.rendering.view.pieces import joined
from briefings.rendering.view.sections import ClaimItem
from briefings.rendering.view.sources import outlet_of

if TYPE_CHECKING:
    from briefings.model import Claim, Quantity, Story
    from briefings.rendering.view.pieces import FactValue, Words
    from briefings.rendering.view.reader import Reader


def disputes_of(story: Story, reader: Reader) -> tuple[tuple[ClaimItem, ...], ...]:
    """Give each dispute's values with their sources; one of which less than two can be shown is left out."""
    found = (tuple(item for claim in one.claims if (item := _claim(claim, reader))) for one in story.disputes)
    return tuple(claims for claims in found if len(claims) > 1)


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
