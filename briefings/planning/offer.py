"""What the principal may be told of an edition: the same items in every language, the weightiest of each kind first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from briefings.model import LONGEST_UNDER_FIGURE, Cut

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from datetime import date

    from briefings.model import AgendaItem, Article, Edition, Evidence, Figure, Note, Point, Quote, Story, Voice

    Key = Hashable
    Sentence = tuple[str, int]
    AgendaRow = tuple[AgendaItem, ...]

_Item = TypeVar("_Item")
AGENDA_DAYS: Final = timedelta(days=7)
_STORIES: Final = 7
"""The lead story and six short items."""
_KEY_POINTS: Final = 5
_VOICES: Final = 3
_SAYINGS: Final = 2
_DISPUTES_OF_LEAD: Final = 2
_DISPUTES: Final = 1
"""What sources give differently that the lead story and a short item name; the desk edition names all of it."""
_LONG: Final = 320
"""Characters beyond which a sentence is too long for a key point or a short item: four lines beside the rail."""
_FRAGMENT: Final = 25
"""Characters below which a quotation says little by itself."""


@dataclass(frozen=True)
class _Page:
    """An edition as the readers of a language are told it."""

    language: str
    edition: Edition

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Give the articles by id."""
        return {article.id: article for article in self.edition.articles}

    def length(self, evidence: Evidence) -> int:
        """Give how many characters the sentence has that some evidence stands in."""
        span = self.articles[evidence.article].sentences[evidence.sentence].span
        return span.end - span.start

    def rank(self, quote: Quote) -> int:
        """Give 0 for a saying of middling length, 1 for one that is too long, 2 for a mere fragment."""
        said = quote.evidence.span.end - quote.evidence.span.start
        if said < _FRAGMENT:
            return 2
        return int((said if quote.direct else self.length(quote.evidence)) > _LONG)


def offered(editions: Mapping[str, Edition]) -> dict[str, Edition]:
    """Give each language's edition with what the principal may be told: the same items for all languages.

    Nothing is offered twice: not as a key point and in a story, not as a voice and in a sentence. A translation may
    hold a voice or a date that the original has not; such a one is offered to nobody.
    """
    pages = [_Page(language, edition) for language, edition in editions.items()]
    heard = [_sayings_of(page.edition.voices) for page in pages]
    stories = _shortened(pages, heard)
    by_desk = any(note.bottom_line for page in pages for note in page.edition.notes)
    points = _common([_key_points(*one, sourced=not by_desk) for one in zip(pages, stories, heard, strict=True)])
    key_points = [tuple(one.values())[:_KEY_POINTS] for one in points]
    printed = [_places(*one) for one in zip(pages, stories, key_points, strict=True)]
    voices = _voices(pages, printed)
    figures = _common([_figures(page.edition) for page in pages])
    agenda = _common([_agenda(page.edition) for page in pages])
    return {
        page.language: replace(
            page.edition,
            stories=tuple(
                replace(
                    _beside(story, key_points[place], voices[place], _under_figures(page, figures[place].values())),
                    disputes=story.disputes[: _DISPUTES if rank else _DISPUTES_OF_LEAD],
                )
                for rank, story in enumerate(stories[place])
            ),
            key_points=key_points[place],
            figures=tuple(figures[place].values()),
            voices=voices[place],
            agenda=tuple(item for row in agenda[place].values() for item in row),
            notes=notes_for(page.edition, page.language),
            cut=tuple(Cut("story", "room", story, story.id) for story in page.edition.stories[_STORIES:]),
        )
        for place, page in enumerate(pages)
    }


def points_in(story: Story, language: str) -> tuple[Point, ...]:
    """Give the sentences of a story as a reader of a language is told it, the lead first."""
    version = next((version for version in story.versions if version.language == language), None)
    return (story.lead, *story.points) if version is None else (version.lead, *version.points)


def agenda_rows(items: Iterable[AgendaItem]) -> tuple[AgendaRow, ...]:
    """Give the dates of one sentence together: they stand in one row."""
    rows: dict[Key, list[AgendaItem]] = {}
    for place, item in enumerate(items):
        key: Key = place if item.evidence is None else sentence_of(item.evidence)
        rows.setdefault(key, []).append(item)
    return tuple(tuple(row) for row in rows.values())


def is_soon(item: AgendaItem, day: date) -> bool:
    """Say whether a date lies in the days the principal is shown."""
    return item.first <= day + AGENDA_DAYS


def sentence_of(evidence: Evidence) -> Sentence:
    """Give the sentence some evidence stands in, as a key."""
    return evidence.article, evidence.sentence


def name_of(voice: Voice) -> str:
    """Give what a voice is known by in every language."""
    return voice.key or voice.speaker


def notes_for(edition: Edition, language: str) -> tuple[Note, ...]:
    """Give the desk's notes that a reader of a language is shown: those in the language, else those there are.

    A note on a story that is not offered stands with those of the day.
    """
    stories = {story.id for story in edition.stories[:_STORIES]}
    notes = [note if note.story in stories else replace(note, story=None) for note in edition.notes]
    own = {note.story for note in notes if note.language == language and note.text}
    return tuple(note for note in notes if note.language == language or note.story not in own)


def notes_of_day(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Give the notes that stand for themselves."""
    return tuple(note for note in notes if note.text and note.story is None)


def _common(kinds: Sequence[dict[Key, _Item]]) -> list[dict[Key, _Item]]:
    """Keep what every language has, in the order of the first."""
    first, *others = kinds
    keys = [key for key in first if all(key in other for other in others)]
    return [{key: kind[key] for key in keys} for kind in kinds]


def _shortened(pages: Sequence[_Page], heard: Sequence[set[Sentence]]) -> list[tuple[Story, ...]]:
    """Let a lead that is too long give way to a shorter sentence of its story, in every language or in none."""
    kept: list[list[Story]] = [[] for _ in pages]
    for same in zip(*(page.edition.stories[:_STORIES] for page in pages), strict=True):
        told = [points_in(story, page.language) for story, page in zip(same, pages, strict=True)]
        places = range(min(len(points) for points in told))
        short = [place for place in places if all(_length(points[place]) <= _LONG for points in told)]
        unheard = (
            place
            for place in short
            if all(sentence_of(points[place].evidence) not in said for points, said in zip(told, heard, strict=True))
        )
        place = next(unheard, 0) if 0 not in short else 0
        for stories, story in zip(kept, same, strict=True):
            stories.append(_led_by(story, place) if place else story)
    return [tuple(stories) for stories in kept]


def _length(point: Point) -> int:
    return point.evidence.span.end - point.evidence.span.start


def _led_by(story: Story, place: int) -> Story:
    """Give a story with another of its sentences as its lead; the long one is left out."""
    versions = tuple(
        one
        if len(one.points) < place
        else replace(one, lead=one.points[place - 1], points=(*one.points[: place - 1], *one.points[place:]))
        for one in story.versions
    )
    if len(story.points) < place:
        return replace(story, versions=versions)
    points = (*story.points[: place - 1], *story.points[place:])
    return replace(story, versions=versions, lead=story.points[place - 1], points=points)


def _key_points(page: _Page, shortened: Sequence[Story], heard: set[Sentence], *, sourced: bool) -> dict[Key, Point]:
    """Give the key points by story and place in it, a lead as its story has it now.

    The one that is the bottom line is left out, where it is a source's (`sourced`), not the desk's own words.
    """
    edition, language = page.edition, page.language
    whole = {story.id: story for story in edition.stories}
    leads = {story.id: points_in(story, language)[0] for story in shortened}
    first = edition.bottom_line.evidence if edition.bottom_line and sourced else None
    found: dict[Key, Point] = {}
    for point in edition.key_points:
        story = whole.get(point.story)
        place = _place_in(story, point) if story else None
        if place and sentence_of(point.evidence) in heard:
            continue
        lead = leads.get(point.story)
        gave_way = place == 0 and lead and story and lead.evidence != points_in(story, language)[0].evidence
        shown = replace(lead, status=point.status) if gave_way and lead else point
        if shown.evidence != first and all(shown.evidence != other.evidence for other in found.values()):
            found[point.story, place if place is not None else point.evidence] = shown
    return found


def _place_in(story: Story, point: Point) -> int | None:
    """Give which sentence of its story a point is, whatever the language; 0 is the lead."""
    for told in ((story.lead, *story.points), *((one.lead, *one.points) for one in story.versions)):
        for place, other in enumerate(told):
            if other.evidence == point.evidence:
                return place
    return None


def _figures(edition: Edition) -> dict[Key, Figure]:
    return {(one.story, one.quantity.type, one.quantity.value): one for one in edition.figures}


def _agenda(edition: Edition) -> dict[Key, AgendaRow]:
    """Give the rows of the next days by day, story and title."""
    rows = agenda_rows(item for item in edition.agenda if is_soon(item, edition.day))
    return {(row[0].first, row[0].time, row[0].story, row[0].entry, len(row)): row for row in rows}


def _sayings_of(voices: Sequence[Voice]) -> set[Sentence]:
    """Give the sentences in which the first voices speak."""
    return {sentence_of(quote.evidence) for voice in voices[:_VOICES] for quote in voice.quotes[:_SAYINGS]}


def _voices(pages: Sequence[_Page], printed: Sequence[set[Sentence]]) -> list[tuple[Voice, ...]]:
    """Give the voices every language has, with what is not printed already; telling words come before long ones."""
    found = _common(
        [
            {name_of(voice): left for voice in page.edition.voices if (left := _unsaid(voice, said, page)).quotes}
            for page, said in zip(pages, printed, strict=True)
        ]
    )
    ranks = {
        name: max(page.rank(one[name].quotes[0]) for page, one in zip(pages, found, strict=True)) for name in found[0]
    }
    names = sorted(found[0], key=lambda name: ranks[name])[:_VOICES]
    counts = {name: min(len(one[name].quotes) for one in found) for name in names}
    return [tuple(replace(one[name], quotes=one[name].quotes[: counts[name]]) for name in names) for one in found]


def _unsaid(voice: Voice, printed: set[Sentence], page: _Page) -> Voice:
    quotes = (quote for quote in voice.quotes if sentence_of(quote.evidence) not in printed)
    return replace(voice, quotes=tuple(sorted(quotes, key=page.rank))[:_SAYINGS])


def _places(page: _Page, stories: Sequence[Story], key_points: Sequence[Point]) -> set[Sentence]:
    """Give the sentences that are printed whatever is cut: bottom line, leads, key points."""
    leads = (points_in(story, page.language)[0] for story in stories)
    first = (page.edition.bottom_line,) if page.edition.bottom_line else ()
    return {sentence_of(point.evidence) for point in (*first, *leads, *key_points)}


def _under_figures(page: _Page, figures: Iterable[Figure]) -> set[Sentence]:
    """Give the sentences that stand beneath the big numbers."""
    places = (figure.quantity.evidence for figure in figures)
    return {sentence_of(place) for place in places if page.length(place) <= LONGEST_UNDER_FIGURE}


def _beside(story: Story, key_points: Sequence[Point], voices: Sequence[Voice], figures: set[Sentence]) -> Story:
    """Leave out of a story what stands among the key points, the voices or the figures."""
    shown = {sentence_of(point.evidence) for point in key_points} | figures
    spoken = {sentence_of(quote.evidence) for voice in voices for quote in voice.quotes}
    taken = shown | spoken

    def left(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(point for point in points if sentence_of(point.evidence) not in taken)

    return replace(
        story,
        points=left(story.points),
        versions=tuple(replace(version, points=left(version.points)) for version in story.versions),
        quotes=tuple(quote for quote in story.quotes if sentence_of(quote.evidence) not in taken),
    )
