"""Articles of one event become one story, across outlets and languages.

Groups grow by average likeness, the likeliest first, so that one article that resembles two events does not chain them
together. Nothing compares every pair: likely neighbours come from an inverted index, and the average likeness of two
groups is one multiplication of their summed terms. Since a joined group is never more like a third one than the liker
of its halves was, only pairs that are alike enough need be kept; the result is that of comparing all pairs, on days of
up to `_COMMON` articles by construction, on greater ones but for articles whose every telling term stands in more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from briefings.model import Join
from briefings.planning.terms import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.model import Article
    from briefings.planning.copies import Copies
    from briefings.planning.terms import Profile

ENOUGH = 0.34
"""Average likeness from which two groups are one event; tried on days with known stories in both languages."""
_COMMON = 100
"""Articles that hold a term from which it brings none of them together by itself; it still counts in their likeness."""
_NEIGHBOURS = 48
"""Likely neighbours of an article that are looked at in full."""
_LIKELY = ENOUGH / 2
_TOLD_TERMS = 6
"""Terms that explain a join."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one event."""

    articles: tuple[str, ...]
    joins: tuple[Join, ...]
    """One for each article, in the same order: how alike it is to the others, and by which terms."""


@dataclass(slots=True)
class _Growing:
    """A group on its way: its articles, and their terms summed up by language."""

    articles: tuple[str, ...]
    within: dict[str, dict[str, float]]
    across: dict[str, dict[str, float]]
    near: dict[int, float]
    """Groups that are alike enough to be joined, by number."""

    def alike(self, other: _Growing) -> float:
        """Give the average likeness of the articles of two groups."""
        total = 0.0
        for language, terms in self.within.items():
            for its, theirs in other.within.items():
                total += shared(terms, theirs) if language == its else shared(self.across[language], other.across[its])
        return round(total / (len(self.articles) * len(other.articles)), 9)


def groups_of(articles: Sequence[Article], profiles: Mapping[str, Profile], copies: Copies) -> tuple[Group, ...]:
    """Group a day's articles, given in the order of publication; groups in the order of their first articles."""
    tied = _tied(articles, copies)
    groups = {number: _growing(members, profiles) for number, members in enumerate(tied)}
    number_of = {article: number for number, group in groups.items() for article in group.articles}
    _meet(groups, ((number_of[one], number_of[other]) for one, other in _likely_pairs(articles, profiles, copies)))
    _grow(groups)
    ties = {article.id: article.translation_group for article in articles}
    return tuple(Group(group.articles, _joins(group, profiles, copies, ties)) for group in groups.values())


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
    group = _Growing((), {}, {}, {})
    for article in members:
        profile = profiles[article]
        _add(
            group,
            _Growing(
                (article,), {profile.language: dict(profile.within)}, {profile.language: dict(profile.across)}, {}
            ),
        )
    return group


def _add(group: _Growing, other: _Growing) -> None:
    """Take the articles and terms of another group into one."""
    group.articles += other.articles
    for sums, more in ((group.within, other.within), (group.across, other.across)):
        for language, terms in more.items():
            known = sums.setdefault(language, {})
            for term, weight in terms.items():
                known[term] = known.get(term, 0.0) + weight


def _meet(groups: Mapping[int, _Growing], pairs: Iterable[tuple[int, int]]) -> None:
    """Note for each group which others are alike enough."""
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
        _note(groups, one, other, groups[one].alike(groups[other]))


def _note(groups: Mapping[int, _Growing], one: int, other: int, alike: float) -> bool:
    if alike >= ENOUGH:
        groups[one].near[other] = groups[other].near[one] = alike
    return alike >= ENOUGH


def _grow(groups: dict[int, _Growing]) -> None:
    """Join the likeliest two groups until none are alike enough; ties go to the earlier articles."""
    heap = [(-alike, one, other) for one, group in groups.items() for other, alike in group.near.items() if one < other]
    heapify(heap)
    while heap:
        alike, one, other = heappop(heap)
        if one not in groups or other not in groups or groups[one].near.get(other) != -alike:
            continue
        for third in _join(groups, one, other):
            heappush(heap, (-groups[one].near[third], min(one, third), max(one, third)))


def _join(groups: dict[int, _Growing], one: int, other: int) -> list[int]:
    """Take a group into an earlier one; give the groups the greater one may be joined with, by number."""
    kept, gone = groups[one], groups.pop(other)
    met = {}
    for third in sorted((kept.near.keys() | gone.near.keys()) - {one, other}):
        totals = (
            len(half.articles) * (half.near[third] if third in half.near else half.alike(groups[third]))
            for half in (kept, gone)
        )
        met[third] = round(sum(totals) / (len(kept.articles) + len(gone.articles)), 9)
        groups[third].near.pop(one, None)
        groups[third].near.pop(other, None)
    _add(kept, gone)
    kept.near.clear()
    return [third for third, alike in met.items() if _note(groups, one, third, alike)]


def _likely_pairs(
    articles: Sequence[Article], profiles: Mapping[str, Profile], copies: Copies
) -> Iterator[tuple[str, str]]:
    """Give pairs of articles that share enough by terms few articles hold; originals only."""
    own = [article.id for article in articles if article.id not in copies.originals]
    for tables in _tables(own, profiles):
        holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for identity, table in tables.items():
            for term, weight in table.items():
                holders[term].append((identity, weight))
        rare = {term: listed for term, listed in holders.items() if 1 < len(listed) <= _COMMON}
        for identity, table in tables.items():
            for other in _nearest(identity, table, rare):
                yield identity, other


def _tables(own: Sequence[str], profiles: Mapping[str, Profile]) -> Iterator[dict[str, Mapping[str, float]]]:
    """Give the tables of terms to be held against each other: of each language, and of all."""
    languages = dict.fromkeys(profiles[identity].language for identity in own)
    for language in languages:
        yield {identity: profiles[identity].within for identity in own if profiles[identity].language == language}
    if len(languages) > 1:
        yield {identity: profiles[identity].across for identity in own}


def _nearest(identity: str, table: Mapping[str, float], rare: Mapping[str, Sequence[tuple[str, float]]]) -> list[str]:
    sums: dict[str, float] = defaultdict(float)
    for term, weight in table.items():
        for other, theirs in rare.get(term, ()):
            sums[other] += weight * theirs
    sums.pop(identity, None)
    likely = sorted((-round(alike, 9), other) for other, alike in sums.items() if alike >= _LIKELY)
    return [other for _, other in likely[:_NEIGHBOURS]]


def _joins(
    group: _Growing, profiles: Mapping[str, Profile], copies: Copies, ties: Mapping[str, str | None]
) -> tuple[Join, ...]:
    """Say of each article what joins it to the others of its group."""
    translated = {tie for tie in ties.values() if tie and sum(ties[article] == tie for article in group.articles) > 1}
    return tuple(
        _join_of(article, group, profiles[article], copies, ties[article] in translated) for article in group.articles
    )


def _join_of(article: str, group: _Growing, profile: Profile, copies: Copies, translated: bool) -> Join:
    others = len(group.articles) - 1
    by_term: dict[str, float] = defaultdict(float)
    for language, terms in group.within.items():
        same = language == profile.language
        own, sums = (profile.within, terms) if same else (profile.across, group.across[language])
        for term, weight in own.items():
            by_term[term] += weight * (sums.get(term, 0.0) - same * weight)
    told = sorted((-round(weight, 9), term) for term, weight in by_term.items() if weight > 1e-9)
    return Join(
        article=article,
        likeness=round(sum(by_term.values()) / others, 2) if others else 1.0,
        terms=tuple(term for _, term in told[:_TOLD_TERMS]),
        copy_of=copies.originals.get(article)
        or (copies.reprints[article].article if article in copies.reprints else None),
        translated=translated,
    )
