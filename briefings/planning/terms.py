"""What an article is about, as weighted terms: names, stems of words, figures, days.

Names, figures and days are the same in every language; stems only within one. Title likeness plays no part of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from briefings.languages.stems import stems_of
from briefings.languages.timex import days_of
from briefings.model import Actor, Place, Quantity, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.model import Article, Findings

_BODY = {"title", "lead", "paragraph", "item"}
_SMALL = 12
"""Counts below this, without a unit of money or percent, are too common to tell one event from another."""


@dataclass(frozen=True, slots=True)
class Terms:
    """An article's terms with their frequencies."""

    article: str
    language: str
    words: Mapping[str, int]
    names: Mapping[str, int]
    figures: frozenset[str]
    days: frozenset[str]


def terms_of(article: Article, findings: Findings) -> Terms:
    """Collect an article's terms."""
    words: Counter[str] = Counter()
    for block in article.blocks:
        if block.kind in _BODY:
            words.update(stems_of(article.text, block.span.start, block.span.end, article.language))
    names = Counter(fact.key for fact in findings.facts if isinstance(fact, Actor | Place))
    names.update(deed.actor.key for deed in findings.deeds if deed.actor)
    return Terms(
        article.id,
        article.language,
        words,
        names,
        frozenset(_figure(fact) for fact in findings.facts if isinstance(fact, Quantity) and _telling(fact)),
        frozenset(fact.value for fact in findings.facts if isinstance(fact, When) and _is_day(fact) and fact.value),
    )


def rarity(terms: Iterable[Terms]) -> dict[str, float]:
    """Give each name and stem its inverse document frequency, smoothed so that a day of three articles works too."""
    documents = tuple(terms)
    frequency: Counter[str] = Counter()
    for document in documents:
        frequency.update(document.words.keys())
        frequency.update(document.names.keys())
    return {term: 1.0 + log((len(documents) + 8) / (count + 1)) for term, count in frequency.items()}


def cosine(one: Mapping[str, int], other: Mapping[str, int], weight: Mapping[str, float]) -> float:
    """Give the cosine of two frequency tables, damped and weighted by rarity; 0 when either is empty."""
    if not one or not other:
        return 0.0
    shared = sum(
        _damped(one[term]) * _damped(other[term]) * weight[term] ** 2 for term in sorted(one.keys() & other.keys())
    )
    return shared / (_norm(one, weight) * _norm(other, weight))


def _norm(table: Mapping[str, int], weight: Mapping[str, float]) -> float:
    return sqrt(sum((_damped(table[term]) * weight[term]) ** 2 for term in sorted(table))) or 1.0


def _damped(count: int) -> float:
    return 1.0 + log(count)


def _figure(fact: Quantity) -> str:
    kind = fact.unit if fact.type == "money" else fact.type
    return f"{kind}:{fact.value}"


def _telling(fact: Quantity) -> bool:
    if fact.type == "ordinal":
        return False
    return fact.type in {"money", "percent"} or float(fact.value) >= _SMALL


def _is_day(fact: When) -> bool:
    covered = days_of(fact.value)
    return covered is not None and covered[0] == covered[1]
