"""Which of today's stories goes on from which earlier one: by the terms both hold, or because a text is printed again.

An earlier story is remembered by its terms. Each of today's articles is held against all of them, as articles are held
against each other; a story is as like an earlier one as its articles are on average.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefings.planning.terms import Document, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefings.model import Article, EditionRecord, StoryRecord, Terms, TextSketch
    from briefings.planning.terms import Profile

SAME_STORY = 0.18
"""Average likeness to an earlier story from which today's goes on from it."""
_LEADS_TO = 0.15
"""Likeness of an article to an earlier story from which that counts among what joins it with others of the day."""
_REPEATED = 1.0
"""The likeness of an article that prints an earlier story's text again."""
_WORDS = 60
"""Words of each language an earlier story is remembered by."""
_COMMON = 40
"""Earlier stories that hold a term from which it leads to none of them."""
_NEIGHBOURS = 12
_ROUNDING = 1e-8
"""More than rounding can change in the order of two stories."""
_KINDS = ("subject", "who", "where", "figure", "day")
"""Kinds of terms beside the words, whose kind is their language."""

Remembered = dict[str, tuple[Document, ...]]
"""Earlier stories by id, as documents in each language they were told in."""
Likenesses = dict[str, dict[str, float]]
"""Articles to the earlier stories they are like, by id."""


def known_as(group: Sequence[Article], terms: Mapping[str, Terms]) -> tuple[str, ...]:
    """Give the terms a story is remembered by, sorted: "who:…", "where:…", and so on; "tr:…" and "en:…" for words."""
    known: set[str] = set()
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for article in group:
        for kind, table in terms[article.id].items():
            if kind == "word":
                words[article.language].update(table)
            else:
                known.update(table)
    for counted in words.values():
        known.update(sorted(counted, key=lambda word: (-counted[word], word))[:_WORDS])
    return tuple(sorted(known))


def remembered_stories(earlier: EditionRecord | None) -> Remembered:
    """Give what is remembered of earlier stories, by id: one document for each language it was told in."""
    return {record.id: tuple(_documents(record)) for record in (earlier.stories if earlier else ())}


def likenesses(
    today: Sequence[Document], before: Remembered, profiles: Mapping[str, Profile], reprints: Mapping[str, TextSketch]
) -> Likenesses:
    """Hold today's articles against earlier stories, in the article's language where a story was told in it."""
    found: Likenesses = {}
    for article, likely in zip(today, _likely(today, before, profiles), strict=True):
        alike = found[article.id] = {}
        for story in likely:
            own = [document for document in before[story] if document.language == article.language]
            versions = own or before[story]
            alike[story] = max(_alike(profiles[article.id], profiles[document.id]) for document in versions)
    for printed, sketch in reprints.items():
        if sketch.story in before:
            found[printed] = {sketch.story: _REPEATED}
    return found


def goes_on(alike: Likenesses) -> dict[str, str]:
    """Give for each article that goes on from an earlier story the id of the likeliest one."""
    best = {
        article: max(stories, key=lambda story: (stories[story], story))
        for article, stories in alike.items()
        if stories
    }
    return {article: story for article, story in best.items() if alike[article][story] >= _LEADS_TO}


def match_earlier(
    groups: Sequence[Sequence[str]], alike: Likenesses, earlier: EditionRecord | None
) -> list[StoryRecord | None]:
    """Find for each of today's stories the earlier one it goes on from; best pairs first, each used once."""
    matched: list[StoryRecord | None] = [None] * len(groups)
    records = {record.id: record for record in (earlier.stories if earlier else ())}
    pairs = []
    for position, group in enumerate(groups):
        sums: dict[str, float] = defaultdict(float)
        for article in group:
            for story, likeness in alike.get(article, {}).items():
                sums[story] += likeness / len(group)
        pairs += [(-round(likeness, 9), position, story) for story, likeness in sums.items() if likeness >= SAME_STORY]
    for _, position, story in sorted(pairs):
        if matched[position] is None and story in records:
            matched[position] = records.pop(story)
    return matched


def _documents(record: StoryRecord) -> Iterator[Document]:
    """Give what is remembered of a story, once for each language it was told in."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for term in record.terms:
        by_kind[term.partition(":")[0]].append(term)
    for language in sorted(by_kind.keys() - {*_KINDS}) or [""]:
        terms = {kind: dict.fromkeys(by_kind[kind], 1) for kind in _KINDS if kind in by_kind}
        terms["word"] = dict.fromkeys(by_kind.get(language, ()), 1)
        yield Document(f"{record.id} {language}", language, terms)


def _likely(today: Sequence[Document], before: Remembered, profiles: Mapping[str, Profile]) -> Iterator[list[str]]:
    """Give for each of today's articles the earlier stories it shares most with by terms few of them hold."""
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for story, documents in before.items():
        for document in documents:
            for term, weight in profiles[document.id].within.items():
                holders[term].append((story, weight))
    for article in today:
        sums: dict[str, float] = defaultdict(float)
        for term, weight in profiles[article.id].within.items():
            listed = holders.get(term, ())
            if len(listed) <= _COMMON:
                for story, theirs in listed:
                    sums[story] += weight * theirs
        least = sorted(sums.values())[-_NEIGHBOURS] - _ROUNDING if len(sums) > _NEIGHBOURS else 0.0
        near = ((-round(weight, 9), story) for story, weight in sums.items() if weight >= least)
        yield [story for _, story in sorted(near)[:_NEIGHBOURS]]


def _alike(one: Profile, other: Profile) -> float:
    if one.language == other.language:
        return shared(one.within, other.within)
    return shared(one.across, other.across)
