"""How high stories and voices stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.rendering.paper.lines import Run, cited, runs_of
from briefings.rendering.paper.measures import measures
from briefings.rendering.paper.noting import note_height
from briefings.rendering.paper.sheet import Part, Row, cites_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.rendering.paper.sheet import Setter
    from briefings.rendering.view.story_items import ClaimItem, QuoteItem, SentenceItem, StoryItem, StoryList, VoiceItem

_STORY_RULE: Final = 0.3
"""Thickness of the line between stories, in points (print.css)."""
_DISPUTED: Final = 60.0
"""Points the label before disputed values takes at most."""


def story_rows(body: StoryList, setter: Setter) -> list[Row]:
    """Give the stories, and the line that counts those left out."""
    rows = [_story(place, item, setter) for place, item in enumerate(body.items)]
    if body.cut:
        height = setter.line(body.cut, "cut", setter.body)
        rows.append(Row("stories", (Part(height),), above=measures().points("cut"), told=False))
    return rows


def _story(place: int, item: StoryItem, setter: Setter) -> Row:
    points, types = measures().points, measures().types
    style = "headline" if item.short else "lead_headline"
    rail = points("rail_headline" if item.short else "rail_lead") + types["rail"].leading
    lines = (*item.sources, *((item.publishers,) if item.publishers else ()))
    rail += sum(points("source") + setter.line(line, "rail", setter.rail) for line in lines)
    if item.note:
        head = setter.cited(item.headline, item.note, style, setter.body)
    else:
        head = setter.line((item.headline,), style, setter.body)
    head += points("headline_below")
    if item.gist:
        head += setter.line(item.gist, "gist", setter.body)
    lead, further = item.points[: int(item.leads)], item.points[int(item.leads) :]
    parts = [Part(head), *(Part(point_height(point, setter)) for point in lead)]
    parts += [Part(point_height(point, setter), "point") for point in further]
    parts += [part for voice in item.voices for part in _quotations(voice, setter)]
    parts += [Part(points("disputed") + _dispute(claims, setter)) for claims in item.disputes]
    parts += [Part(points("story_note") + note_height(note, setter.body)) for note in item.notes]
    pieces = ((*point.gist, point.words, point.note) for point in item.points)
    quoted = ((quote.words, quote.note) for voice in item.voices for quote in voice.quotes)
    disputed = ((claim.value,) for claims in item.disputes for claim in claims)
    return Row(
        "stories",
        tuple(parts),
        rail,
        above=points("story_above") if place else 0.0,
        frame=points("story_top") + _STORY_RULE if place else 0.0,
        cites=cites_of(item.gist, (item.headline,), *pieces, *quoted, *disputed),
    )


def _dispute(claims: tuple[ClaimItem, ...], setter: Setter) -> float:
    """Give the height of values side by side, each with who says so in brackets, behind a short label."""
    style = measures().types["disputed"]
    runs = [Run("", style, _DISPUTED)]
    for claim in claims:
        note = (claim.note,) if claim.note else ()
        runs += runs_of((claim.value, *claim.source, *note), style)
        runs.append(Run(" () ≠ ", style))
    return setter.runs(runs, "disputed", setter.body)


def point_height(item: SentenceItem, setter: Setter) -> float:
    """Give the height of a sentence of a story with the room above it; the first one's is less."""
    return measures().points("sentence") + setter.cited(item.words, item.note, "words", setter.body)


def _quotations(voice: VoiceItem, setter: Setter) -> Iterator[Part]:
    """Give a speaker's quotations within a story; the first has the speaker's name above it."""
    for place, quote in enumerate(voice.quotes):
        height = measures().points("said") + _said(quote, setter)
        if not place:
            named = (voice.speaker, *((voice.role,) if voice.role else ()))
            height = measures().points("quote") + _said(quote, setter) + setter.line(named, "speaker", setter.body)
        yield Part(height, "quote")


def _said(quote: QuoteItem, setter: Setter) -> float:
    style = measures().types["words"]
    runs = cited(quote.words, quote.note, style)
    around = Run("“”", style) if quote.direct else Run("Aktarılan", measures().types["rail"], 3.0)
    return setter.runs((around, *runs), "words", setter.body)


def voice_rows(items: tuple[VoiceItem, ...], setter: Setter) -> list[Row]:
    """Give who said what."""
    return [_voice(place, item, setter) for place, item in enumerate(items)]


def _voice(place: int, item: VoiceItem, setter: Setter) -> Row:
    points = measures().points
    rail = points("rail_words") + setter.line((item.speaker,), "speaker", setter.rail)
    if item.role:
        rail += setter.line((item.role,), "rail", setter.rail)
    parts = [
        Part(_said(quote, setter) + (points("said") if turn else 0.0), "quote")
        for turn, quote in enumerate(item.quotes)
    ]
    cites = cites_of((item.speaker,), *((quote.words, quote.note) for quote in item.quotes))
    return Row("voices", tuple(parts), rail, above=points("row") if place else 0.0, cites=cites)
