"""Dates that a sentence gives up: what is put off from the 12th to the 19th lies ahead on the 19th alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.languages.timex import days_of
from briefings.model import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.model import Article, Fact
    from briefings.planning.material import Material

_BEFORE = re.compile(r"(?:from|instead of|rather than|planned for|set for|due on)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:['’]?[dt][ae](?:n|ki)\b|(?:\s+\w+)?(?:\s+günü)?\s+(?:için|yerine)\b|\s+(?:pazartesi|salı|çarşamba|perşembe|cuma"
    r"|cumartesi|pazar)(?:\s+gününden|dan|den)\b)",
    re.IGNORECASE,
)
_ROOM = 40


def is_given_up(when: When, material: Material) -> bool:
    """Say whether a date is one that its sentence puts off, brings forward or replaces.

    Words beside the date tell ("from 12 March", "12 Mart'tan", "12 Mart yerine"); else of several dates the one named
    last is where the matter goes. A stretch of time in such a sentence is the one that was to be.
    """
    if not _postpones(when, material):
        return False
    article = material.article(when.evidence.article)
    return "/" in (when.value or "") or _goes(when, _others(when, material.facts_at(when.evidence)), article)


def is_replaced(when: When, beside: Iterable[Fact], material: Material) -> bool:
    """Say whether a day is given up for another one that its sentence, with the facts `beside`, names."""
    if "/" in (when.value or "") or not _postpones(when, material):
        return False
    others = _others(when, beside)
    return bool(others) and _goes(when, others, material.article(when.evidence.article))


def _postpones(when: When, material: Material) -> bool:
    return "postponed" in material.aspects_at(when.evidence.article, when.evidence.sentence)


def _others(when: When, beside: Iterable[Fact]) -> list[When]:
    """Give the dates beside one that are other days."""
    return [
        fact
        for fact in beside
        if isinstance(fact, When) and fact.type in {"DATE", "TIME"} and days_of(fact.value) != days_of(when.value)
    ]


def _goes(when: When, others: list[When], article: Article) -> bool:
    if _is_left(when, article) or any(_is_left(other, article) for other in others):
        return _is_left(when, article)
    return any(other.evidence.span.start > when.evidence.span.start for other in others)


def _is_left(when: When, article: Article) -> bool:
    start, end = when.evidence.span.start, when.evidence.span.end
    before, behind = article.text[max(start - _ROOM, 0) : start], article.text[end : end + _ROOM]
    return bool(_BEFORE.search(before) if article.language == "en" else _BEHIND.match(behind))
