"""Articles of one event become one story; copies of one text count as one publisher.

Two articles are alike by who and where (names), what (stems, within a language), how much (figures) and when (days).
Groups grow by average likeness, so that one article that resembles two events does not chain them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.languages.tokens import tokens_of
from briefings.planning.terms import Terms, cosine, rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.model import Article, Outlet

ENOUGH = 0.34
"""Average likeness from which two groups are one event; tried on days with known stories in both languages."""
COPY = 0.6
"""Share of the shorter text's five-word runs found in the longer one from which it is a copy."""
_RUN = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the articles of one day are, pair by pair."""

    of: Mapping[tuple[str, str], float]
    copies: frozenset[tuple[str, str]]

    def between(self, one: Sequence[str], other: Sequence[str]) -> float:
        """Give the average likeness of two groups of articles."""
        total = sum(self.of[_pair(a, b)] for a in one for b in other)
        return total / (len(one) * len(other))

    def copied_from(self, article: str, earlier: Sequence[str]) -> bool:
        """Say whether an article is a copy of one of some earlier ones."""
        return any(_pair(article, other) in self.copies for other in earlier)


def likeness_of(articles: Sequence[Article], terms: Mapping[str, Terms]) -> Likeness:
    """Compare every pair of a day's articles; quadratic in the articles of one day, linear in their lengths."""
    weight = rarity(terms[article.id] for article in articles)
    runs = {article.id: _runs(article) for article in articles}
    alike: dict[tuple[str, str], float] = {}
    copies: set[tuple[str, str]] = set()
    for position, one in enumerate(articles):
        for other in articles[position + 1 :]:
            pair = _pair(one.id, other.id)
            alike[pair] = _likeness(terms[one.id], terms[other.id], weight)
            if _is_copy(runs[one.id], runs[other.id]):
                copies.add(pair)
            if pair in copies or _translations(one, other):
                alike[pair] = 1.0
    return Likeness(alike, frozenset(copies))


def groups_of(articles: Sequence[Article], likeness: Likeness) -> tuple[tuple[str, ...], ...]:
    """Join the likeliest groups until none are alike enough; deterministic: ties go to the earlier articles."""
    groups: list[tuple[str, ...]] = [(article.id,) for article in articles]
    while True:
        pairs = (
            (likeness.between(one, other), -position, -further)
            for position, one in enumerate(groups)
            for further, other in enumerate(groups[position + 1 :], position + 1)
        )
        best = max(pairs, default=(0.0, 0, 0))
        if best[0] < ENOUGH:
            return tuple(groups)
        first, second = -best[1], -best[2]
        groups[first] = groups[first] + groups.pop(second)


def publishers_of(
    articles: Sequence[Article], copies: frozenset[tuple[str, str]], outlets: Sequence[Outlet]
) -> tuple[str, ...]:
    """Name the independent publishers of some articles: one for each owner, and one for all copies of one text."""
    known = outlets_by_name(outlets)
    counted: list[tuple[str, str, str]] = []
    for article in sorted(articles, key=lambda article: (str(article.published), article.id)):
        name = article.source.outlet or ""
        outlet = known.get(name)
        owner = (outlet.owner or outlet.name) if outlet else (name or article.id)
        seen = any(owner == other or _pair(article.id, identity) in copies for _, other, identity in counted)
        if not seen and not _is_translation_of_counted(article, articles, counted):
            counted.append((outlet.name if outlet else name, owner, article.id))
    return tuple(sorted(name for name, _, _ in counted if name)) or ("",) * bool(counted)


def outlets_by_name(outlets: Sequence[Outlet]) -> dict[str, Outlet]:
    """Give the desk's outlets by name and alias."""
    return {name: outlet for outlet in outlets for name in (outlet.name, *outlet.aliases)}


def _is_translation_of_counted(
    article: Article, articles: Sequence[Article], counted: list[tuple[str, str, str]]
) -> bool:
    identities = {identity for _, _, identity in counted}
    return any(other.id in identities and _translations(article, other) for other in articles if other.id != article.id)


def _translations(one: Article, other: Article) -> bool:
    return one.translation_group is not None and one.translation_group == other.translation_group


def _likeness(one: Terms, other: Terms, weight: Mapping[str, float]) -> float:
    names = cosine(one.names, other.names, weight)
    figures = _shared(one.figures, other.figures)
    days = _shared(one.days, other.days)
    if one.language != other.language:
        return 0.7 * names + 0.25 * figures + 0.05 * days
    words = cosine(one.words, other.words, weight)
    return 0.6 * words + 0.3 * names + 0.08 * figures + 0.02 * days


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _runs(article: Article) -> frozenset[str]:
    words = [
        token.folded
        for block in article.blocks
        if block.kind in {"lead", "paragraph", "item"}
        for token in tokens_of(article.text, block.span.start, block.span.end, article.language)
        if token.kind != "mark"
    ]
    return frozenset(" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def _is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= COPY * min(len(one), len(other))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
