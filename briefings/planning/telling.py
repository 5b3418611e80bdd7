"""How a story is told: its leading article, its best sentences, its quotations, one version for each language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.languages.timex import days_of
from briefings.model import Actor, Place, Quote, Story, Version, When
from briefings.planning.material import gist_of, similar
from briefings.planning.ranking import Weighed, reasons_for, score_of
from briefings.planning.stories import Likeness, publishers_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Article, DeskFiles, Evidence, Fact, Gist, Point, Status, Window
    from briefings.planning.material import Material

_POINTS = 4
_QUOTES = 4
_SAME = 0.6
"""Share of common stems from which two sentences say the same."""
_PIN = 1_000_000


@dataclass(frozen=True, slots=True)
class Setting:
    """What a story is told against: the day, the desk, the settings."""

    day: date
    window: Window
    config: Config
    desk: DeskFiles
    names: NameTable


@dataclass(frozen=True, slots=True)
class Course:
    """Where a story stands in its course over the editions."""

    identity: str
    status: Status
    day_number: int


def tell(group: Sequence[str], course: Course, material: Material, likeness: Likeness, setting: Setting) -> Story:
    """Make a story of a group of articles."""
    articles = _leading_first(group, likeness, material)
    facts = tuple(fact for article in articles for fact in material.found_in(article.id).facts)
    versions = _versions(articles, material, course)
    points = _further_points(articles, versions, material, course)
    ahead = _ahead(facts, setting.day, material)
    gist = _by_mentions(facts)
    publishers = publishers_of(articles, likeness.copies, setting.desk.outlets)
    weighed = Weighed(articles, facts, gist, publishers, ahead, course.status)
    reasons = reasons_for(weighed, window=setting.window, watch=setting.config.watch, names=setting.names)
    return Story(
        id=course.identity,
        headline=versions[0].headline,
        articles=tuple(article.id for article in articles),
        publishers=publishers,
        lead=versions[0].lead,
        points=points,
        versions=versions,
        gist=gist,
        quotes=_telling_quotes(facts, (*(version.lead for version in versions), *points), material),
        ahead=ahead,
        status=course.status,
        day_number=course.day_number,
        score=score_of(reasons),
        reasons=reasons,
        pinned=any(article.marks.pin for article in articles),
    )


def standing(story: Story) -> tuple[int, str]:
    """Give the key stories are ranked by: pinned first, then the score, then the id."""
    return -(story.score + (_PIN if story.pinned else 0)), story.id


def _leading_first(group: Sequence[str], likeness: Likeness, material: Material) -> tuple[Article, ...]:
    """Put the article first that is most like the others; pinned and prioritised ones lead, then the fuller."""

    def rank(article: Article) -> tuple[bool, int, float, int, str]:
        others = [identity for identity in group if identity != article.id]
        closeness = round(likeness.between([article.id], others), 2) if others else 0.0
        length = min(len(article.text) // 400, 6)
        return (
            not article.marks.pin,
            -article.marks.priority,
            -closeness,
            -length,
            str(article.published) + article.id,
        )

    return tuple(sorted((material.article(identity) for identity in group), key=rank))


def _versions(articles: Sequence[Article], material: Material, course: Course) -> tuple[Version, ...]:
    made: dict[str, Version] = {}
    for article in articles:
        if article.language not in made:
            lead = replace(_lead(article, material, course.identity), status=course.status)
            made[article.language] = Version(article.language, material.headline(article), lead)
    return tuple(made.values())


def _lead(article: Article, material: Material, story: str) -> Point:
    """Give the best sentence of an article; the first of its body, or its title, when no key sentence is found."""
    keys = material.found_in(article.id).key_sentences
    body = [s.index for s in article.sentences if article.block_of(s).kind in {"lead", "paragraph", "item"}]
    chosen = next(iter((*keys, *body)), None)
    if chosen is None:
        headline = material.headline(article)
        return material.point(article.id, headline.sentence, story)
    return material.point(article.id, chosen, story)


def _further_points(
    articles: Sequence[Article], versions: Sequence[Version], material: Material, course: Course
) -> tuple[Point, ...]:
    """Give the next best sentences, in turn from each article of the leading language, none repeating another."""
    taken = [material.stems(version.lead.evidence) for version in versions]
    language = versions[0].language
    of_language = [article for article in articles if article.language == language]
    chosen: list[Point] = []
    for point in _in_turn([_candidates(article, material, course.identity) for article in of_language]):
        stems = material.stems(point.evidence)
        if len(chosen) < _POINTS and all(similar(stems, other) < _SAME for other in taken):
            chosen.append(replace(point, status=course.status))
            taken.append(stems)
    return tuple(chosen)


def _candidates(article: Article, material: Material, story: str) -> list[Point]:
    keys = material.found_in(article.id).key_sentences[: _POINTS + 2]
    return [material.point(article.id, index, story) for index in keys]


def _in_turn(lists: list[list[Point]]) -> list[Point]:
    longest = max((len(points) for points in lists), default=0)
    return [points[turn] for turn in range(longest) for points in lists if turn < len(points)]


def _telling_quotes(facts: Sequence[Fact], told: Sequence[Point], material: Material) -> tuple[Quote, ...]:
    """Choose quotations: named speakers and direct words first, each speaker in turn, nothing told twice."""
    shown = {(point.evidence.article, point.evidence.sentence) for point in told}
    quotes = [
        fact
        for fact in facts
        if isinstance(fact, Quote)
        and (fact.direct or (fact.speaker and (fact.evidence.article, fact.evidence.sentence) not in shown))
    ]
    counts: dict[str | None, int] = {}
    ranked: list[tuple[tuple[bool, bool, int, int], Quote]] = []
    for position, quote in enumerate(quotes):
        turn = counts[quote.speaker] = counts.get(quote.speaker, 0) + 1
        ranked.append(((quote.speaker is None, not quote.direct, turn, position), quote))
    chosen: list[Quote] = []
    for _, quote in sorted(ranked, key=lambda pair: pair[0]):
        stems = material.stems(quote.evidence)
        if all(similar(stems, material.stems(other.evidence)) < _SAME for other in chosen):
            chosen.append(quote)
    return tuple(chosen[:_QUOTES])


def _ahead(facts: Sequence[Fact], day: date, material: Material) -> tuple[When, ...]:
    """Give the dates after the edition's day that body sentences name, one for each value, soonest first."""
    found: dict[str, When] = {}
    for fact in facts:
        covered = days_of(fact.value) if isinstance(fact, When) and fact.type in {"DATE", "TIME"} else None
        if isinstance(fact, When) and fact.value and covered and covered[0] > day and _in_body(fact.evidence, material):
            found.setdefault(fact.value, fact)
    return tuple(sorted(found.values(), key=lambda when: (days_of(when.value) or (day, day), when.value or "")))


def _in_body(evidence: Evidence, material: Material) -> bool:
    article = material.article(evidence.article)
    return article.block_of(article.sentences[evidence.sentence]).kind in {"lead", "paragraph", "item"}


def _by_mentions(facts: Sequence[Fact]) -> Gist:
    """Say what a story's facts say, names by how often they are mentioned."""
    gist = gist_of(facts)
    counts = Counter(fact.key for fact in facts if isinstance(fact, Actor | Place))
    return replace(
        gist,
        actors=tuple(sorted(gist.actors, key=lambda actor: -counts[actor.key])),
        places=tuple(sorted(gist.places, key=lambda place: -counts[place.key])),
    )
