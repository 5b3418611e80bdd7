"""What an article is about, as weighted terms: words, names, figures, days.

Names, figures and days are the same in every language; words only within one. Title likeness plays no part of its own.
The likeness of two articles is the sum, over the terms they share, of the products of the terms' weights. Each kind of
term has its share of the whole (the tables below), each term within its kind its weight by frequency and rarity, so
that an article is like itself by 1 when it holds terms of every kind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from briefings.languages.timex import days_of
from briefings.model import Actor, Place, Quantity, When

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from briefings.model import Article
    from briefings.planning.material import Material

WITHIN = {"word": 0.6, "name": 0.3, "figure": 0.08, "day": 0.02}
"""What each kind of term counts for between two articles in one language."""
ACROSS = {"name": 0.7, "figure": 0.25, "day": 0.05}
"""The same between two languages."""
_BODY = {"title", "lead", "paragraph", "item"}
_SMALL = 12
"""Counts below this, without a unit of money or percent, are too common to tell one event from another."""

Terms = dict[str, Counter[str]]
"""An article's terms by kind, with their frequencies."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An article's terms with their weights, to be multiplied with those of another article."""

    language: str
    within: Mapping[str, float]
    """With one in the same language."""
    across: Mapping[str, float]
    """With one in another language."""


def terms_of(article: Article, material: Material) -> Terms:
    """Collect an article's terms."""
    findings = material.found_in(article.id)
    words: Counter[str] = Counter()
    for sentence in article.sentences:
        if article.block_of(sentence).kind in _BODY:
            words.update(material.stems_at(article.id, sentence.index))
    names = Counter(fact.key for fact in findings.facts if isinstance(fact, Actor | Place))
    names.update(deed.actor.key for deed in findings.deeds if deed.actor)
    figures = {_figure(fact) for fact in findings.facts if isinstance(fact, Quantity) and _telling(fact)}
    days = {fact.value for fact in findings.facts if isinstance(fact, When) and fact.value and _is_day(fact)}
    return {"word": words, "name": names, "figure": Counter(sorted(figures)), "day": Counter(sorted(days))}


def profiles_of(articles: Sequence[Article], terms: Mapping[str, Terms], copies: Container[str]) -> dict[str, Profile]:
    """Weigh the terms of a day's articles; copies do not count for what is rare."""
    rarity = _rarity([(article.language, terms[article.id]) for article in articles if article.id not in copies])
    return {article.id: _profile(article.language, terms[article.id], rarity) for article in articles}


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Multiply two tables of weights: how alike they are."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * long[term] for term, weight in short.items() if term in long)


def _profile(language: str, terms: Terms, rarity: Mapping[str, float]) -> Profile:
    weighed = {
        kind: _unit({_key(kind, term, language): 1.0 + log(count) for term, count in sorted(table.items())}, rarity)
        for kind, table in terms.items()
    }
    return Profile(language, _scaled(weighed, WITHIN), _scaled(weighed, ACROSS))


def _scaled(weighed: Mapping[str, Mapping[str, float]], shares: Mapping[str, float]) -> dict[str, float]:
    return {
        term: sqrt(share) * weight for kind, share in shares.items() for term, weight in weighed.get(kind, {}).items()
    }


def _unit(table: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    """Weigh terms by rarity and bring their squares to the sum 1."""
    weighed = {term: frequency * rarity.get(term, 1.0) for term, frequency in table.items()}
    length = sqrt(sum(weight * weight for weight in weighed.values()))
    return {term: weight / length for term, weight in weighed.items()}


def _rarity(documents: Sequence[tuple[str, Terms]]) -> dict[str, float]:
    """Give each term its inverse document frequency, smoothed so that a day of three articles works too."""
    frequency: Counter[str] = Counter()
    for language, terms in documents:
        for kind, table in terms.items():
            frequency.update(_key(kind, term, language) for term in table)
    return {term: 1.0 + log((len(documents) + 8) / (count + 1)) for term, count in frequency.items()}


def _key(kind: str, term: str, language: str) -> str:
    return f"{language}:{term}" if kind == "word" else f"{kind}:{term}"


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
