"""What an article is about, as weighted terms: words, subjects, who, where, how much, when, and what it goes on from.

Words meet only within one language; all else is the same in every language. Words of the best sentences count more;
title likeness plays no part of its own. The likeness of two articles is the sum, over the terms they share, of the
products of the terms' weights. Each kind of term has its share of the whole (the tables below), each term within its
kind its weight by frequency and rarity, so that an article with terms of every kind is like itself by 1.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

from briefings.languages.subjects import subjects_among
from briefings.languages.timex import days_of
from briefings.model import Actor, Place, Quantity, When

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from briefings.model import Article, Terms
    from briefings.planning.material import Material

WITHIN = {"word": 0.42, "subject": 0.14, "who": 0.14, "where": 0.15, "figure": 0.05, "day": 0.02, "story": 0.08}
"""What each kind of term counts for between two articles in one language."""
ACROSS = {"subject": 0.22, "who": 0.28, "where": 0.25, "figure": 0.12, "day": 0.05, "story": 0.08}
"""The same between two languages."""
_EMPHASIS = 2
"""How often more a word counts in the best sentences."""
_BEST = 3
_BROAD_KEYS = ("where:country:", "where:region:", "where:continent:", "who:body:", "subject:general.")
_WITH_BROAD_ONES = frozenset({"where", "who", "subject"})
_BROAD = 0.5
"""What a country, a region, an international body or politics as such count for: many things happen there in a day."""
_BODY = {"title", "lead", "paragraph", "item"}
_SMALL = 12
"""Counts below this, without a unit of money or percent, are too common to tell one event from another."""


@dataclass(frozen=True, slots=True)
class Document:
    """Terms to be weighed: an article's, or what is remembered of an earlier story."""

    id: str
    language: str
    terms: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Profile:
    """An article's terms with their weights, to be multiplied with those of another article."""

    language: str
    weighed: Mapping[str, Mapping[str, float]]
    """By kind, each of length 1."""

    @cached_property
    def within(self) -> Mapping[str, float]:
        """The weights with one in the same language."""
        return _scaled(self.weighed, WITHIN)

    @cached_property
    def across(self) -> Mapping[str, float]:
        """The weights with one in another language."""
        return _scaled(self.weighed, ACROSS)


def terms_of(article: Article, material: Material) -> Terms:
    """Collect an article's terms."""
    if known := material.groundwork.get(article.id):
        return known.terms
    facts, deeds = material.found_in(article.id).facts, material.found_in(article.id).deeds
    actors = [fact for fact in (*facts, *(deed.actor for deed in deeds)) if isinstance(fact, Actor | Place)]
    figures = {_figure(fact) for fact in facts if isinstance(fact, Quantity) and _telling(fact)}
    days = {fact.value[:10] for fact in facts if isinstance(fact, When) and fact.value and _is_day(fact)}
    counted = {
        "word": _words_of(article, material),
        "subject": _subjects_of(article, material),
        "who": Counter(f"who:{fact.key}" for fact in actors if isinstance(fact, Actor)),
        "where": Counter(f"where:{fact.key}" for fact in actors if isinstance(fact, Place)),
        "figure": Counter(f"figure:{figure}" for figure in sorted(figures)),
        "day": Counter(f"day:{day}" for day in sorted(days)),
    }
    return {kind: dict(table) for kind, table in counted.items()}


def _words_of(article: Article, material: Material) -> Counter[str]:
    told: list[str] = []
    named: list[str] = []
    best = material.found_in(article.id).key_sentences[:_BEST]
    for sentence in article.sentences:
        if article.block_of(sentence).kind in _BODY:
            often = 1 + _EMPHASIS if sentence.index in best else 1
            told += material.stems_at(article.id, sentence.index) * often
            named += _named_in(article, sentence.index, material) * often
    words = Counter(told)
    words.subtract(named)
    return Counter({f"{article.language}:{stem}": count for stem, count in words.items() if count > 0})


def _named_in(article: Article, sentence: int, material: Material) -> tuple[str, ...]:
    """Give the stems of a sentence's names and offices: they count as who and where, not as words too."""
    spans = dict.fromkeys(
        span
        for fact in material.facts_in(article.id, sentence)
        if isinstance(fact, Actor | Place)
        for span in (fact.evidence.span, fact.role_span if isinstance(fact, Actor) else None)
        if span is not None
    )
    return tuple(stem for span in spans for stem in material.stems_within(article, span))


def _subjects_of(article: Article, material: Material) -> Counter[str]:
    found: list[str] = []
    for sentence in article.sentences:
        if article.block_of(sentence).kind in _BODY:
            found += subjects_among(material.words_at(article.id, sentence.index), article.language)
    return Counter(f"subject:{subject}" for subject in found)


def profiles_of(documents: Sequence[Document], uncounted: Container[str] = ()) -> dict[str, Profile]:
    """Weigh the terms of articles, by id; the `uncounted` (copies) do not count for what is rare."""
    rarity = _rarity([document for document in documents if document.id not in uncounted])
    return {document.id: _profile(document, rarity) for document in documents}


def going_on(profile: Profile, story: str) -> Profile:
    """Add to an article's profile the earlier story it goes on from."""
    return Profile(profile.language, {**profile.weighed, "story": {f"story:{story}": 1.0}})


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Multiply two tables of weights: how alike they are. The exact sum, so that the order of terms does not matter."""
    return fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def _profile(document: Document, rarity: Mapping[str, float]) -> Profile:
    return Profile(document.language, {kind: _unit(kind, table, rarity) for kind, table in document.terms.items()})


def _scaled(weighed: Mapping[str, Mapping[str, float]], shares: Mapping[str, float]) -> dict[str, float]:
    scaled: dict[str, float] = {}
    for kind, share in shares.items():
        root = sqrt(share)
        scaled.update({term: root * weight for term, weight in weighed.get(kind, {}).items()})
    return scaled


def _unit(kind: str, table: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Weigh terms by rarity and bring their squares to the sum 1; broad ones count less even where they stand alone."""
    weighed = {term: (1.0 + log(count) if count > 1 else 1.0) * rarity.get(term, 1.0) for term, count in table.items()}
    length = sqrt(fsum([weight * weight for weight in weighed.values()]))
    if kind not in _WITH_BROAD_ONES:
        return {term: weight / length for term, weight in weighed.items()}
    return {
        term: weight / length * (_BROAD if term.startswith(_BROAD_KEYS) else 1.0) for term, weight in weighed.items()
    }


def _rarity(documents: Sequence[Document]) -> dict[str, float]:
    """Give each term its inverse document frequency, smoothed so that a day of three articles works too."""
    frequency: Counter[str] = Counter()
    for document in documents:
        for table in document.terms.values():
            frequency.update(table.keys())
    return {term: 1.0 + log((len(documents) + 8) / (count + 1)) for term, count in frequency.items()}


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
