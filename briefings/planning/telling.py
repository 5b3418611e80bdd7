"""How a story is told: its leading article, its best sentences, its quotations, one version for each language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.languages.timex import days_of
from briefings.model import Actor, Place, Quantity, Quote, Story, Version, When
from briefings.planning.material import bears_out, gist_of, says_the_same, similar, weight_of
from briefings.planning.postponed import is_given_up
from briefings.planning.publishers import publishers_of
from briefings.planning.ranking import Weighed, reasons_for, score_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Article, DeskFiles, Dispute, Evidence, Fact, Gist, Join, Move, Point, Status, Window
    from briefings.planning.copies import Copies
    from briefings.planning.material import Material
    from briefings.planning.stories import Group

_POINTS = 3
_SOURCES = 2
"""Other articles' sentences that are named behind a point that says the same."""
_QUOTES = 6
_FRAGMENT = 4
"""Words below which a quotation is a fragment and stands behind whole sayings."""
_TRIED = 4
"""Key sentences among which a lead is looked for."""
_TITLED = 0.4
"""Share of common stems from which a sentence tells what the title tells."""
_WELL_TITLED = 0.5
"""The same, when it counts once more."""
_RANK = 1.5
"""How much less a key sentence counts than the one before it."""
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
    terms: tuple[str, ...] = ()
    """What the next editions know it by."""
    moves: tuple[Move, ...] = ()
    disputes: tuple[Dispute, ...] = ()


def tell(group: Group, course: Course, material: Material, copies: Copies, setting: Setting) -> Story:
    """Make a story of a group of articles."""
    joins = _leading_first(group, material)
    articles = [material.article(join.article) for join in joins]
    facts = _facts_of(articles, material)
    versions = _versions(articles, material, course, _copied(joins))
    ahead = _ahead(facts, setting.day, material)
    gist = _by_mentions(facts, versions[0].lead)
    publishers = publishers_of(articles, copies, setting.desk.outlets, material.by_id)
    weighed = Weighed(articles, facts, gist, publishers, ahead, course.status)
    reasons = reasons_for(weighed, window=setting.window, watch=setting.config.watch, names=setting.names)
    return Story(
        id=course.identity,
        headline=versions[0].headline,
        articles=tuple(article.id for article in articles),
        publishers=publishers,
        lead=versions[0].lead,
        points=versions[0].points,
        versions=versions,
        gist=gist,
        quotes=_telling_quotes(facts, versions, material),
        ahead=ahead,
        status=course.status,
        day_number=course.day_number,
        score=score_of(reasons),
        reasons=reasons,
        pinned=any(article.marks.pin for article in articles),
        joins=joins,
        nearest=group.nearest,
        known_as=course.terms,
        disputes=course.disputes,
        moves=course.moves,
    )


def retell(story: Story, material: Material, day: date) -> Story:
    """Tell a story from those of its articles that `material` holds; its standing and its sources stay."""
    articles = [material.article(identity) for identity in material.held(story)]
    facts = _facts_of(articles, material)
    course = Course(story.id, story.status, story.day_number)
    versions = _versions(articles, material, course, _copied(story.joins))
    return replace(
        story,
        headline=versions[0].headline,
        lead=versions[0].lead,
        points=versions[0].points,
        versions=versions,
        gist=_by_mentions(facts, versions[0].lead),
        quotes=_telling_quotes(facts, versions, material),
        ahead=_ahead(facts, day, material),
    )


def _facts_of(articles: Sequence[Article], material: Material) -> tuple[Fact, ...]:
    return tuple(fact for article in articles for fact in material.found_in(article.id).facts)


def standing(story: Story) -> tuple[int, str]:
    """Give the key stories are ranked by: pinned first, then the score, then the id."""
    return -(story.score + (_PIN if story.pinned else 0)), story.id


def _leading_first(group: Group, material: Material) -> tuple[Join, ...]:
    """Put the article first that is most like the others; pinned and prioritised ones lead, a copy never does."""

    def rank(join: Join) -> tuple[bool, int, bool, float, int, str]:
        article = material.article(join.article)
        length = min(len(article.text) // 400, 6)
        return (
            not article.marks.pin,
            -article.marks.priority,
            join.copy_of is not None,
            -join.likeness,
            -length,
            _moment(article),
        )

    return tuple(sorted(group.joins, key=rank))


def _moment(article: Article) -> str:
    return str(article.published) + article.id


def _copied(joins: Iterable[Join]) -> frozenset[str]:
    """Give the articles that print another's text: what they say is no second source."""
    return frozenset(join.article for join in joins if join.copy_of is not None)


def _versions(
    articles: Sequence[Article], material: Material, course: Course, copied: Container[str]
) -> tuple[Version, ...]:
    languages = dict.fromkeys(article.language for article in articles)
    return tuple(
        _version([article for article in articles if article.language == language], material, course, copied)
        for language in languages
    )


def _version(articles: Sequence[Article], material: Material, course: Course, copied: Container[str]) -> Version:
    """Tell a story by its articles in one language, the leading one first."""
    lead = replace(_lead(articles[0], material, course.identity), status=course.status)
    told = [replace(point, status=course.status) for point in _points(articles, lead, material, copied)]
    return Version(articles[0].language, material.headline(articles[0]), told[0], tuple(told[1:]))


def _lead(article: Article, material: Material, story: str) -> Point:
    """Give the sentence among an article's best that tells most by itself; its first, or its title, without any."""
    best = material.found_in(article.id).key_sentences[:_TRIED]
    if best:
        telling = max(
            range(len(best)), key=lambda rank: (_tells(article.id, best[rank], material) - _RANK * rank, -rank)
        )
        return material.point(article.id, best[telling], story)
    body = [s.index for s in article.sentences if article.block_of(s).kind in {"lead", "paragraph", "item"}]
    return material.point(article.id, body[0] if body else material.headline(article).sentence, story)


def _tells(article: str, sentence: int, material: Material) -> float:
    """Count what a sentence tells by itself: who did something, when, where, how much; and what the title tells too.

    That somebody says something which is not what the title tells is no deed to lead with.
    """
    evidence = material.sentence(article, sentence)
    gist = material.gist_at(article, sentence)
    deed = material.deed_at(evidence)
    headline = material.headline(material.article(article))
    titled = similar(material.stems(headline), material.stems(evidence))
    said = any(isinstance(fact, Quote) for fact in material.facts_at(evidence))
    acts = bool(deed and deed.actor and deed.action) and (titled >= _TITLED or not said)
    named = bool(gist.actors or gist.places)
    return 2 * acts + bool(gist.whens) + bool(gist.quantities) + named + (titled >= _TITLED) + (titled >= _WELL_TITLED)


def _points(articles: Sequence[Article], lead: Point, material: Material, copied: Container[str]) -> list[Point]:
    """Give the lead and the next best sentences, in turn from each article; what says the same is one line of both."""
    told = [lead]
    for point in _in_turn([_candidates(article, material, lead.story) for article in articles]):
        same = next((place for place, one in enumerate(told) if _repeats(point, one, material)), None)
        if same is None:
            told += [point] if len(told) <= _POINTS else []
        elif point.evidence.article not in copied:
            told[same] = _with_source(told[same], point.evidence, material)
    return told


def _repeats(point: Point, other: Point, material: Material) -> bool:
    return says_the_same(point.evidence, other.evidence, material)


def _with_source(point: Point, other: Evidence, material: Material) -> Point:
    """Name a sentence of another article behind a point, one of each article, where it bears it out."""
    known = {point.evidence.article, *(evidence.article for evidence in point.also)}
    if other.article in known or len(point.also) >= _SOURCES or not bears_out(other, point.evidence, material):
        return point
    return replace(point, also=(*point.also, other))


def _candidates(article: Article, material: Material, story: str) -> list[Point]:
    keys = material.found_in(article.id).key_sentences[: _POINTS + 2]
    return [material.point(article.id, index, story) for index in keys]


def _in_turn(lists: list[list[Point]]) -> list[Point]:
    longest = max((len(points) for points in lists), default=0)
    return [points[turn] for turn in range(longest) for points in lists if turn < len(points)]


def _telling_quotes(facts: Sequence[Fact], versions: Sequence[Version], material: Material) -> tuple[Quote, ...]:
    """Choose quotations: named speakers and direct words first, each speaker in turn, nothing told twice."""
    told = (point for version in versions for point in (version.lead, *version.points))
    shown = {(point.evidence.article, point.evidence.sentence) for point in told}
    quotes = [
        fact
        for fact in facts
        if isinstance(fact, Quote)
        and (fact.direct or (fact.speaker and (fact.evidence.article, fact.evidence.sentence) not in shown))
    ]
    counts: dict[str | None, int] = {}
    ranked: list[tuple[tuple[bool, bool, bool, int, int], Quote]] = []
    for position, quote in enumerate(quotes):
        turn = counts[quote.speaker] = counts.get(quote.speaker, 0) + 1
        fragment = len(material.words(quote.evidence).split()) < _FRAGMENT
        ranked.append(((quote.speaker is None, not quote.direct, fragment, turn, position), quote))
    chosen: list[Quote] = []
    for _, quote in sorted(ranked, key=lambda pair: pair[0]):
        if len(chosen) == _QUOTES:
            break
        stems = material.stems(quote.evidence)
        if all(similar(stems, material.stems(other.evidence)) < _SAME for other in chosen):
            chosen.append(quote)
    return tuple(chosen)


def _ahead(facts: Sequence[Fact], day: date, material: Material) -> tuple[When, ...]:
    """Give the dates after the edition's day that body sentences name and keep, one for each value, soonest first."""
    found: dict[str, When] = {}
    for fact in facts:
        covered = days_of(fact.value) if isinstance(fact, When) and fact.type in {"DATE", "TIME"} else None
        if not isinstance(fact, When) or not fact.value or covered is None or covered[0] <= day:
            continue
        if _in_body(fact.evidence, material) and not is_given_up(fact, material):
            found.setdefault(fact.value, fact)
    return tuple(sorted(found.values(), key=lambda when: (days_of(when.value) or (day, day), when.value or "")))


def _in_body(evidence: Evidence, material: Material) -> bool:
    article = material.article(evidence.article)
    return article.block_of(article.sentences[evidence.sentence]).kind in {"lead", "paragraph", "item"}


def _by_mentions(facts: Sequence[Fact], lead: Point) -> Gist:
    """Say what a story's facts say: names by how often they are mentioned; dates and numbers of the lead come first."""
    gist = gist_of(facts)
    counts = Counter(fact.key for fact in facts if isinstance(fact, Actor | Place))
    numbers = Counter((fact.type, fact.value) for fact in facts if isinstance(fact, Quantity))
    led = {(quantity.type, quantity.value) for quantity in lead.gist.quantities}
    days = {when.value for when in lead.gist.whens}
    return replace(
        gist,
        actors=tuple(sorted(gist.actors, key=lambda actor: -counts[actor.key])),
        places=tuple(sorted(gist.places, key=lambda place: -counts[place.key])),
        whens=tuple(sorted(gist.whens, key=lambda when: when.value not in days)),
        quantities=tuple(
            sorted(
                gist.quantities,
                key=lambda one: ((one.type, one.value) not in led, -numbers[one.type, one.value], -weight_of(one)),
            )
        ),
    )
