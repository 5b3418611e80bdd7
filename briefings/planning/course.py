"""Which of today's stories goes on from which earlier one: by names and words, or because a text is printed again."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from briefings.model import Actor, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefings.model import EditionRecord, StoryRecord
    from briefings.planning.material import Material

SAME_STORY = 0.22
"""Share of weighted terms two days' stories have in common from which they are one story going on."""
_TERMS = 60
_KEYS = 3
_COMMON = 100
"""Earlier stories that hold a term from which it does not tell them apart."""


def known_as(group: Sequence[str], material: Material) -> tuple[str, ...]:
    """Give the terms a story is known by, sorted: names' keys, and the commonest stems of titles and best sentences."""
    names: set[str] = set()
    stems: dict[str, Counter[str]] = defaultdict(Counter)
    for identity in group:
        article, found = material.article(identity), material.found_in(identity)
        names.update(fact.key for fact in found.facts if isinstance(fact, Actor | Place))
        for index in dict.fromkeys((material.headline(article).sentence, *found.key_sentences[:_KEYS])):
            stems[article.language].update(material.stems_at(identity, index))
    for language, counted in stems.items():
        common = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_TERMS]
        names.update(f"{language}:{stem}" for stem, _ in common)
    return tuple(sorted(names))


def match_earlier(
    terms: Sequence[tuple[str, ...]], earlier: EditionRecord | None, repeated: Sequence[frozenset[str]] = ()
) -> list[StoryRecord | None]:
    """Find for each of today's stories the earlier one it goes on from; best pairs first, each used once.

    `repeated` holds for each of today's stories the ids of earlier ones whose texts it prints again: these come first.
    """
    matched: list[StoryRecord | None] = [None] * len(terms)
    if earlier is None:
        return matched
    numbers = {record.id: number for number, record in enumerate(earlier.stories)}
    alike = _likenesses(terms, [record.terms for record in earlier.stories])
    for position, stories in enumerate(repeated):
        alike.update({(position, numbers[story]): 2.0 for story in stories if story in numbers})
    used: set[int] = set()
    for likeness, position, number in sorted((-likeness, *pair) for pair, likeness in alike.items()):
        if -likeness >= SAME_STORY and matched[position] is None and number not in used:
            matched[position] = earlier.stories[number]
            used.add(number)
    return matched


def _likenesses(today: Sequence[Sequence[str]], before: Sequence[Sequence[str]]) -> dict[tuple[int, int], float]:
    """Give the likeness of each pair of stories that share a telling term.

    It is the weighted Dice coefficient of their names and of their stems in the languages both are told in: stems of
    two languages never meet, and names that many stories hold (a capital, the country itself) tell little.
    """
    weight = _weights([*today, *before])
    ours, theirs = ([_by_kind(terms, weight) for terms in stories] for stories in (today, before))
    alike: dict[tuple[int, int], float] = {}
    for position, shared in enumerate(_shared(today, before, weight)):
        for number, by_kind in shared.items():
            kinds = ours[position].keys() & theirs[number].keys() | {""}
            total = sum(story.get(kind, 0.0) for kind in sorted(kinds) for story in (ours[position], theirs[number]))
            common = sum(by_kind.get(kind, 0.0) for kind in sorted(kinds))
            alike[position, number] = round(2 * common / total, 9) if total else 0.0
    return alike


def _shared(
    today: Sequence[Sequence[str]], before: Sequence[Sequence[str]], weight: Mapping[str, float]
) -> Iterator[dict[int, dict[str, float]]]:
    """Give for each of today's stories the earlier ones it shares terms with, and the weight shared by kind of term."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(before):
        for term in terms:
            holders[term].append(number)
    for terms in today:
        shared: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for term in terms:
            others = holders.get(term, ())
            for number in others if len(others) <= _COMMON else ():
                shared[number][_kind(term)] += weight[term]
        yield shared


def _by_kind(terms: Sequence[str], weight: Mapping[str, float]) -> dict[str, float]:
    totals: dict[str, float] = defaultdict(float)
    for term in terms:
        totals[_kind(term)] += weight[term]
    return dict(totals)


def _weights(stories: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weigh each term: a name counts three times as much as a stem, a rare one more than a common one."""
    frequency = Counter(term for terms in stories for term in terms)
    return {
        term: (1.0 if _kind(term) else 3.0) * (1.0 + log(len(stories) / count)) for term, count in frequency.items()
    }


def _kind(term: str) -> str:
    """Give the language of a stem, "" for a name's key."""
    return term[:2] if term[2:3] == ":" else ""
