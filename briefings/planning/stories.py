"""Articles of one event become one story, across outlets and languages.

Groups grow from the likeliest pair on. Two groups are as alike as their summed terms (the cosine of their centroids):
an article that tells another side of an event than each single report does is still like all of them together, and one
that resembles one report of many does not chain two events. Nothing compares every pair: likely neighbours come from
an inverted index over the terms that few articles hold, and a heap keeps the pairs that are near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

from briefings.model import Join
from briefings.planning.terms import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.model import Article
    from briefings.planning.copies import Copies
    from briefings.planning.terms import Profile

ENOUGH = 0.2
"""Likeness from which two groups are one event; tried on days with known stories in both languages."""
_NEAR = 0.6 * ENOUGH
"""Likeness from which two groups are watched: joined with others they may become alike enough."""
_COMMON = 60
"""Articles that hold a term from which it brings none of them together by itself; it still counts in their likeness."""
_NEIGHBOURS = 48
"""Likely neighbours of an article that are looked at in full."""
_LIKELY = ENOUGH / 3
"""Products of terms that few articles hold from which an article is a likely neighbour."""
_TOLD_TERMS = 6
"""Terms that explain a join."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one event."""

    articles: tuple[str, ...]
    joins: tuple[Join, ...]
    """One for each article, in the same order: how alike it is to the others, and by which terms."""
    nearest: tuple[str, float] | None = None
    """The first article of the group that comes nearest without being joined, and how alike the two groups are."""


@dataclass(slots=True)
class _Growing:
    """A group on its way: its articles, and their terms summed up by language."""

    articles: tuple[str, ...]
    within: dict[str, dict[str, float]]
    across: dict[str, dict[str, float]]
    near: dict[int, float]
    """Groups that are near, by number."""
    own: float = 0.0
    """The product of its terms with themselves."""

    def alike(self, other: _Growing) -> float:
        """Give the cosine of the summed terms of two groups."""
        return round(self.product(other) / sqrt(self.own * other.own), 9)

    def product(self, other: _Growing) -> float:
        """Multiply the terms of two groups: the sum of the likenesses of their articles, pair by pair."""
        total = 0.0
        for language, terms in self.within.items():
            for its, theirs in other.within.items():
                total += shared(terms, theirs) if language == its else shared(self.across[language], other.across[its])
        return total


def groups_of(articles: Sequence[Article], profiles: Mapping[str, Profile], copies: Copies) -> tuple[Group, ...]:
    """Group a day's articles, given in the order of publication; groups in the order of their first articles."""
    tied = _tied(articles, copies)
    groups = {number: _growing(members, profiles) for number, members in enumerate(tied)}
    number_of = {article: number for number, group in groups.items() for article in group.articles}
    _meet(groups, ((number_of[one], number_of[other]) for one, other in likely_pairs(articles, profiles, copies)))
    _grow(groups)
    ties = {article.id: article.translation_group for article in articles}
    return tuple(
        Group(group.articles, _joins(group, profiles, copies, ties), _nearest_apart(group, groups))
        for group in groups.values()
    )


def _tied(articles: Sequence[Article], copies: Copies) -> list[list[str]]:
    """Put copies with their originals, and translations of one text together."""
    groups: dict[str, list[str]] = {}
    homes: dict[str, str] = {}
    for article in articles:
        ties = [f"text:{copies.originals.get(article.id, article.id)}"]
        if article.translation_group is not None:
            ties.append(f"translation:{article.translation_group}")
        home = next((homes[tie] for tie in ties if tie in homes), article.id)
        homes.update(dict.fromkeys(ties, home))
        groups.setdefault(home, []).append(article.id)
    return list(groups.values())


def _growing(members: Sequence[str], profiles: Mapping[str, Profile]) -> _Growing:
    group = _alone(members[0], profiles)
    for article in members[1:]:
        _add(group, _alone(article, profiles))
    return group


def _alone(article: str, profiles: Mapping[str, Profile]) -> _Growing:
    profile = profiles[article]
    own = shared(profile.within, profile.within) or 1.0
    return _Growing(
        (article,), {profile.language: dict(profile.within)}, {profile.language: dict(profile.across)}, {}, own
    )


def _add(group: _Growing, other: _Growing) -> None:
    """Take the articles and terms of another group into one."""
    group.own += other.own + 2 * group.product(other)
    group.articles += other.articles
    for sums, more in ((group.within, other.within), (group.across, other.across)):
        for language, terms in more.items():
            known = sums.setdefault(language, {})
            for term, weight in terms.items():
                known[term] = known.get(term, 0.0) + weight


def _meet(groups: Mapping[int, _Growing], pairs: Iterable[tuple[int, int]]) -> None:
    """Note for each group which others are near."""
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
        alike = groups[one].alike(groups[other])
        if alike >= _NEAR:
            groups[one].near[other] = groups[other].near[one] = alike


def _grow(groups: dict[int, _Growing]) -> None:
    """Join the likeliest two groups until none are alike enough; ties go to the earlier articles."""
    heap = [
        (-alike, one, other)
        for one, group in groups.items()
        for other, alike in group.near.items()
        if one < other and alike >= ENOUGH
    ]
    heapify(heap)
    while heap:
        alike, one, other = heappop(heap)
        if one in groups and other in groups and groups[one].near.get(other) == -alike:
            _join(groups, one, other)
            for third, likeness in groups[one].near.items():
                if likeness >= ENOUGH:
                    heappush(heap, (-likeness, min(one, third), max(one, third)))


def _join(groups: dict[int, _Growing], one: int, other: int) -> None:
    """Take a group into an earlier one, and see anew which others the greater one is near."""
    kept, gone = groups[one], groups.pop(other)
    known = sorted((kept.near.keys() | gone.near.keys()) - {one, other})
    _add(kept, gone)
    kept.near.clear()
    for third in known:
        near = groups[third].near
        near.pop(one, None)
        near.pop(other, None)
        alike = kept.alike(groups[third])
        if alike >= _NEAR:
            kept.near[third] = near[one] = alike


def likely_pairs(
    articles: Sequence[Article], profiles: Mapping[str, Profile], copies: Copies
) -> Iterator[tuple[str, str]]:
    """Give pairs of articles that share enough by terms few articles hold; originals only."""
    own = [article.id for article in articles if article.id not in copies.originals]
    for tables in _tables(own, profiles):
        yield from _likely_among(tables)


def _likely_among(tables: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, str]]:
    """Give each article with its likely neighbours; a pair is multiplied once, the later article with the earlier."""
    frequency = Counter(chain.from_iterable(tables.values()))
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    likely: dict[str, list[tuple[float, str]]] = {identity: [] for identity in tables}
    for identity, table in tables.items():
        sums: dict[str, float] = defaultdict(float)
        for term, weight in table.items():
            if 1 < frequency[term] <= _COMMON:
                for other, theirs in holders[term]:
                    sums[other] += weight * theirs
                holders[term].append((identity, weight))
        for other, alike in sums.items():
            if alike >= _LIKELY:
                likely[identity].append((-round(alike, 9), other))
                likely[other].append((-round(alike, 9), identity))
    for identity, neighbours in likely.items():
        for _, other in sorted(neighbours)[:_NEIGHBOURS]:
            yield identity, other


def _tables(own: Sequence[str], profiles: Mapping[str, Profile]) -> Iterator[dict[str, Mapping[str, float]]]:
    """Give the tables of terms to be held against each other: of each language, and of all."""
    languages = dict.fromkeys(profiles[identity].language for identity in own)
    for language in languages:
        yield {identity: profiles[identity].within for identity in own if profiles[identity].language == language}
    if len(languages) > 1:
        yield {identity: profiles[identity].across for identity in own}


def _nearest_apart(group: _Growing, groups: Mapping[int, _Growing]) -> tuple[str, float] | None:
    if not group.near:
        return None
    number = max(group.near, key=lambda other: (group.near[other], -other))
    return groups[number].articles[0], round(group.near[number], 2)


def _joins(
    group: _Growing, profiles: Mapping[str, Profile], copies: Copies, ties: Mapping[str, str | None]
) -> tuple[Join, ...]:
    """Say of each article what joins it to the others of its group."""
    if len(group.articles) == 1:
        (article,) = group.articles
        return (Join(article, 1.0, (), _printed_before(article, copies), translated=False),)
    counts = Counter(ties[article] for article in group.articles)
    return tuple(
        _join_of(
            article,
            group,
            profiles[article],
            copies,
            translated=ties[article] is not None and counts[ties[article]] > 1,
        )
        for article in group.articles
    )


def _join_of(article: str, group: _Growing, profile: Profile, copies: Copies, *, translated: bool) -> Join:
    by_term: dict[str, float] = defaultdict(float)
    for language, terms in group.within.items():
        same = language == profile.language
        own, sums = (profile.within, terms) if same else (profile.across, group.across[language])
        for term, weight in own.items():
            by_term[term] += weight * (sums.get(term, 0.0) - same * weight)
    told = sorted((-round(weight, 9), term) for term, weight in by_term.items() if weight > 1e-9)
    product, alone = sum(by_term.values()), shared(profile.within, profile.within) or 1.0
    others = group.own - alone - 2 * product
    return Join(
        article=article,
        likeness=round(min(product / sqrt(alone * others), 1.0), 2) if others > 0 else 1.0,
        terms=tuple(term for _, term in told[:_TOLD_TERMS]),
        copy_of=_printed_before(article, copies),
        translated=translated,
    )


def _printed_before(article: str, copies: Copies) -> str | None:
    """Give the text that an article repeats, of the day or of an earlier edition."""
    earlier = copies.reprints[article].article if article in copies.reprints else None
    return copies.originals.get(article, earlier)
