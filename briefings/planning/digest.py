"""What stands on the first page: bottom line, key points, key figures; and who said what. All of it extractive."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.languages.timex import days_of
from briefings.languages.tokens import tokens_of
from briefings.model import Actor, Figure, Quantity, Quote, Voice, When
from briefings.planning.material import says_the_same, weight_of, within

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.languages.names import NameTable
    from briefings.model import CountRecord, Fact, Point, SayingRecord, Story
    from briefings.planning.material import Material

MOST_KEY_POINTS = 5
FEWEST_KEY_POINTS = 3
MOST_FIGURES = 4
MOST_VOICES = 10
_SAYINGS = 4
BOTTOM_LINE_WORDS = 30


def key_points_of(stories: Sequence[Story], bottom_line: Point | None, material: Material) -> tuple[Point, ...]:
    """Give each story's lead in rank order, filled up with further points of the first stories.

    The one that is the bottom line does not count: the page does not say it twice.
    """
    leads = [story.lead for story in stories]
    further = [point for story in stories[:2] for point in story.points]
    beside = any(bottom_line is not None and lead.evidence == bottom_line.evidence for lead in leads)
    chosen: list[Point] = []
    for rank, point in enumerate((*leads, *further)):
        enough = len(chosen) >= (MOST_KEY_POINTS if rank < len(leads) else FEWEST_KEY_POINTS) + beside
        if not enough and not any(says_the_same(point.evidence, other.evidence, material) for other in chosen):
            chosen.append(point)
    return tuple(chosen)


def bottom_line_of(stories: Sequence[Story], material: Material) -> Point | None:
    """Give the first story's lead when it has at most thirty words, else its headline: never mere background."""
    if not stories:
        return None
    story = stories[0]
    headline = material.point(story.headline.article, story.headline.sentence, story.id)
    fitting = (point for point in (story.lead, headline) if _length(point, material) <= BOTTOM_LINE_WORDS)
    return next(fitting, story.lead)


def _length(point: Point, material: Material) -> int:
    article = material.article(point.evidence.article)
    span = point.evidence.span
    return sum(token.kind != "mark" for token in tokens_of(article.text, span.start, span.end, article.language))


def figures_of(stories: Sequence[Story], material: Material) -> tuple[Figure, ...]:
    """Choose the numbers that stand big: from the key sentences of each story in turn, the weightiest first."""
    by_story = [_figures_in(story, material) for story in stories[:6]]
    chosen: list[Figure] = []
    for turn in range(2):
        for figures in by_story:
            if turn < len(figures) and len(chosen) < MOST_FIGURES and not _repeats(figures[turn], chosen):
                chosen.append(figures[turn])
    return tuple(chosen)


def _repeats(figure: Figure, chosen: Sequence[Figure]) -> bool:
    shown = figure.quantity.value, figure.quantity.type
    return any(shown == (other.quantity.value, other.quantity.type) for other in chosen)


def _figures_in(story: Story, material: Material) -> list[Figure]:
    """Give a story's figures, weightiest first: those of the titles, those said more than once, those that moved."""
    told = [evidence for identity in material.held(story) for evidence in material.telling_sentences(identity)]
    found = [fact for evidence in told for fact in material.facts_at(evidence) if isinstance(fact, Quantity)]
    counts = Counter((fact.type, fact.value) for fact in found)
    titles = {(fact.type, fact.value) for fact in found if _in_title(fact, material)}
    weighed: list[tuple[tuple[int, int], Figure]] = []
    for order, quantity in enumerate(found):
        facts = material.facts_at(quantity.evidence)
        spoken = [fact.evidence for fact in facts if isinstance(fact, Quote) and fact.direct]
        if not weight_of(quantity) or within(quantity, spoken) or _in_title(quantity, material):
            continue
        figure = _figure(quantity, story, material)
        same = quantity.type, quantity.value
        weight = weight_of(quantity) + 3 * (same in titles) + min(counts[same] - 1, 2) + 3 * bool(figure.previous)
        weighed.append(((-weight, order), figure))
    return [figure for _, figure in sorted(weighed, key=lambda pair: pair[0])]


def _figure(quantity: Quantity, story: Story, material: Material) -> Figure:
    facts = material.facts_at(quantity.evidence)
    return Figure(quantity, story.id, _said_by(quantity, facts), _when(facts), _previous(quantity, story))


def _in_title(quantity: Quantity, material: Material) -> bool:
    article = material.article(quantity.evidence.article)
    return article.block_of(article.sentences[quantity.evidence.sentence]).kind == "title"


def _said_by(quantity: Quantity, facts: Sequence[Fact]) -> Actor | None:
    """Give the person or body in whose quoted words the number stands."""
    for quote in facts:
        if isinstance(quote, Quote) and quote.speaker_key and quote.evidence.span.contains(quantity.evidence.span):
            return next((fact for fact in facts if isinstance(fact, Actor) and fact.key == quote.speaker_key), None)
    return None


def _when(facts: Sequence[Fact]) -> When | None:
    """Give the sentence's date when it names just one."""
    dates = {fact.value: fact for fact in facts if isinstance(fact, When) and days_of(fact.value)}
    return next(iter(dates.values())) if len(dates) == 1 else None


def _previous(quantity: Quantity, story: Story) -> CountRecord | None:
    """Give what an earlier edition had for this count; a copy's number moved when its original's did."""
    told = (quantity.type, quantity.unit, quantity.value)
    for move in story.moves:
        values = {(fact.type, fact.unit, fact.value) for fact in move.facts if isinstance(fact, Quantity)}
        if told in values:
            return move.before
    return None


def voices_of(stories: Sequence[Story], material: Material, names: NameTable) -> tuple[Voice, ...]:
    """Give each named speaker once with up to four quotations and the office stated: watched names first, then offices.

    Within these the order is that of the stories.
    """
    voices: dict[str, Voice] = {}
    for story in stories:
        offices = _stated_offices(story, material) if story.quotes else {}
        for quote in story.quotes:
            if quote.speaker is None:
                continue
            known = voices.get(quote.speaker_key or quote.speaker)
            quotes = (*known.quotes, quote) if known else (quote,)
            role = known.role if known else _stated_office(quote, offices)
            told_in = known.story if known else story.id
            voices[quote.speaker_key or quote.speaker] = Voice(
                quote.speaker_key, quote.speaker, role, quotes[:_SAYINGS], told_in
            )
    ordered = sorted(voices.values(), key=lambda voice: (-_watched(voice, names), voice.role is None))
    return tuple(ordered[:MOST_VOICES])


def beside_before(voices: Sequence[Voice], positions: Sequence[SayingRecord]) -> tuple[Voice, ...]:
    """Put a speaker's words of an earlier edition beside those of today, where today's are direct ones too."""
    before: dict[str, list[SayingRecord]] = {}
    for record in positions:
        before.setdefault(record.speaker, []).append(record)
    return tuple(
        replace(voice, before=tuple(before.get(voice.key or voice.speaker, ())))
        if any(quote.direct for quote in voice.quotes)
        else voice
        for voice in voices
    )


def _watched(voice: Voice, names: NameTable) -> int:
    entry = names.entries.get(voice.key or "")
    return entry.watch if entry else 0


def _stated_offices(story: Story, material: Material) -> dict[str, list[Actor]]:
    """Give the mentions that state an office, by who holds it."""
    stated: dict[str, list[Actor]] = {}
    for identity in material.held(story):
        for fact in material.found_in(identity).facts:
            if isinstance(fact, Actor) and fact.role:
                stated.setdefault(fact.key, []).append(fact)
    return stated


def _stated_office(quote: Quote, offices: Mapping[str, Sequence[Actor]]) -> Actor | None:
    mentions = offices.get(quote.speaker_key or "", ())
    same_article = [mention for mention in mentions if mention.evidence.article == quote.evidence.article]
    return next(iter((*same_article, *mentions)), None)
