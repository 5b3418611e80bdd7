"""What planning works out of each article by itself, whatever else the day holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Groundwork
from briefings.planning.copies import runs_of
from briefings.planning.ledger import entries_of
from briefings.planning.material import Material, without_corrections
from briefings.planning.terms import terms_of

if TYPE_CHECKING:
    from briefings.model import Article, Findings


def groundwork_of(article: Article, findings: Findings) -> Groundwork:
    """Lay the groundwork of an article from its facts, as they are found and not as a desk has changed them."""
    material = Material((article,), (without_corrections(article, findings),))
    entries = entries_of(article, material, "")
    return Groundwork(article.id, terms_of(article, material), entries, runs_of(article, material))
