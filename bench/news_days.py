"""Days of articles that are like news, with their findings; the same for the same numbers.

As many words, sentences and facts of each kind as real articles have on average (425 words, 19 sentences, 20 names, 12
places, 7 dates, 7 numbers, 7 quotations). An event has people, places, figures and words of its own beside those every
text holds; its numbers count different things. Three in ten texts are an agency's, printed whole or shortened, one in
twelve is there in both languages, and some events go on for days.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bench.made_days import FIRST_DAY, common_word, invented
from briefings.languages.stems import stop_words
from briefings.model import (
    Actor,
    Article,
    Block,
    Deed,
    Evidence,
    Findings,
    Place,
    Quantity,
    Quote,
    Sentence,
    Source,
    Span,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Fact, QuantityType

_ZONE = ZoneInfo("Europe/Istanbul")
_SENTENCES = (12, 26)
_WORDS = (8, 24)
_OWN = 0.25
"""Share of the words of a text that are its event's."""
_AGENCY, _TRANSLATED, _GOES_ON = 0.3, 0.08, 0.35
_CHANCES = {"person": 1.0, "place": 0.6, "figure": 0.37, "day": 0.35, "quote": 0.36}
"""How many of each kind of fact a sentence holds on average."""
_TOPICS = {
    "tr": "deprem yangın sel grev seçim bütçe ihracat anlaşma toplantı maç ameliyat dava yaralı öldü açıldı ertelendi "
    "arttı düştü planlanıyor yasa vergi köprü liman tünel aşı sınav fuar festival hasat kuraklık",
    "en": "earthquake fire flood strike election budget exports agreement meeting match surgery trial injured died "
    "opened postponed rose fell planned law tax bridge port tunnel vaccine exam fair festival harvest drought",
}
_UNITS: tuple[tuple[QuantityType, str | None, str | None], ...] = (
    ("number", "kişi", "people"), ("number", "ev", "house"), ("number", "gemi", "ship"), ("percent", None, None),
    ("money", "TRY", "TRY"), ("measure", "km", "km"), ("number", None, None), ("number", None, None),
)  # fmt: skip
_OFFICES = {"tr": ("Bakan", "Vali", "Sözcü", None), "en": ("Minister", "Governor", "Spokesman", None)}


@dataclass(frozen=True, slots=True)
class Event:
    """What some articles tell."""

    words: dict[str, tuple[str, ...]]
    people: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[tuple[QuantityType, str, dict[str, str | None]], ...]
    days: tuple[date, ...]
    size: int
    """How many articles a day tell it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its words, and which of them are facts, by kind, first and last word, and value."""

    words: tuple[str, ...]
    facts: tuple[tuple[str, int, int, int], ...]


@dataclass(slots=True)
class _Writing:
    """A text on its way."""

    article: str
    event: Event
    language: str
    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)


def days(count: int, articles: int, seed: int = 1) -> list[tuple[date, tuple[Article, ...], tuple[Findings, ...]]]:
    """Make `count` days with `articles` articles each."""
    chance = Random(seed)
    common = {
        language: [*sorted(stop_words(language)), *(invented(chance, language) for _ in range(12000))]
        for language in ("tr", "en")
    }
    made = []
    events: list[Event] = []
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number)
        events = [event for event in events if chance.random() < _GOES_ON]
        while sum(event.size for event in events) < articles:
            events.append(_event(day, chance, common))
        told = [event for event in events for _ in range(event.size)][:articles]
        pairs = _articles(day, told, common, chance)
        made.append((day, tuple(article for article, _ in pairs), tuple(found for _, found in pairs)))
    return made


def _event(day: date, chance: Random, common: dict[str, list[str]]) -> Event:
    topics = chance.sample(range(len(_TOPICS["tr"].split())), 5)
    words = {
        language: (
            *(_TOPICS[language].split()[topic] for topic in topics),
            *(chance.choice(common[language]) for _ in range(35)),
        )
        for language in ("tr", "en")
    }
    figures = tuple(
        (kind, str(chance.randint(2, 900)), {"tr": turkish, "en": english})
        for kind, turkish, english in chance.sample(_UNITS, 5)
    )
    return Event(
        words=words,
        people=tuple(f"{invented(chance, 'en').title()} {invented(chance, 'en').title()}" for _ in range(5)),
        places=tuple(invented(chance, "en").title() for _ in range(3)),
        figures=figures,
        days=tuple(day + timedelta(days=chance.randint(-20, 20)) for _ in range(4)),
        size=min(int(chance.paretovariate(1.1)), 25),
    )


def _articles(
    day: date, told: Sequence[Event], common: dict[str, list[str]], chance: Random
) -> list[tuple[Article, Findings]]:
    made: list[tuple[Article, Findings]] = []
    wires: dict[tuple[int, str], list[Line]] = {}
    for number, event in enumerate(told):
        language = chance.choice(("tr", "en"))
        group = None
        if number and told[number - 1] is event and chance.random() < _TRANSLATED:
            last = made[-1][0]
            language, group = "en" if last.language == "tr" else "tr", f"group-{last.id}"
            made[-1] = replace(last, translation_group=group), made[-1][1]
        lines = _lines(event, language, common, chance)
        if chance.random() < _AGENCY:
            wire = wires.setdefault((id(event), language), lines)
            lines = wire[: max(3, round(len(wire) * chance.uniform(0.6, 1.0)))]
        made.append(_article(day, number, lines, event, language, group))
    return made


def _lines(event: Event, language: str, common: dict[str, list[str]], chance: Random) -> list[Line]:
    return [_line(event, language, common[language], chance) for _ in range(chance.randint(*_SENTENCES))]


def _line(event: Event, language: str, common: list[str], chance: Random) -> Line:
    words: list[str] = []
    facts: list[tuple[str, int, int, int]] = []
    kinds = [kind for kind, share in _CHANCES.items() if chance.random() < share]
    chance.shuffle(kinds)
    values = {"person": event.people, "place": event.places, "figure": event.figures, "day": event.days}
    own = event.words[language]
    for _ in range(chance.randint(*_WORDS)):
        words.append(chance.choice(own) if chance.random() < _OWN else common_word(common, chance))
        if kinds and chance.random() < 0.4:
            kind, first = kinds.pop(), len(words)
            which = chance.randrange(len(values.get(kind, (0,))))
            if kind == "quote":
                words += [f"“{common_word(common, chance)}", *chance.sample(own, 8), f"{common_word(common, chance)}”"]
            else:
                words += _said(kind, which, event, language)
            facts.append((kind, first, len(words), which))
    return Line(tuple(words), tuple(facts))


def _said(kind: str, which: int, event: Event, language: str) -> list[str]:
    if kind == "person":
        return event.people[which].split()
    if kind == "place":
        return [event.places[which]]
    if kind == "day":
        return [event.days[which].strftime("%d.%m.%Y")]
    _, value, units = event.figures[which]
    return [value, units[language] or "%"]


def _article(
    day: date, number: int, lines: Sequence[Line], event: Event, language: str, group: str | None
) -> tuple[Article, Findings]:
    identity = f"{day}-{number:05}"
    title = " ".join((event.places[number % 3], *event.words[language][:5], event.people[number % 5]))
    writing = _Writing(identity, event, language, title + "\n\n", [Sentence(0, 0, Span(0, len(title)))])
    for line in lines:
        _write(line, writing)
    text = writing.text.rstrip()
    article = Article(
        id=identity,
        source=Source(f"{day}/{number:05}.md", "0" * 64, outlet=f"Outlet {number % 40}"),
        language=language,
        text=text,
        blocks=(Block("title", Span(0, len(title))), Block("paragraph", Span(len(title) + 2, len(text)))),
        sentences=tuple(writing.sentences),
        published=datetime(day.year, day.month, day.day, 6, tzinfo=_ZONE) + timedelta(minutes=number % 900),
        translation_group=group,
    )
    return article, Findings(
        identity, tuple(writing.facts), tuple(range(1, len(writing.sentences))), tuple(writing.deeds)
    )


def _write(line: Line, writing: _Writing) -> None:
    """Add a sentence with its facts to a text."""
    index, start = len(writing.sentences), len(writing.text)
    starts = [start]
    for word in line.words:
        starts.append(starts[-1] + len(word) + 1)
    found = [
        _fact(kind, which, Evidence(writing.article, index, Span(starts[first], starts[end] - 1)), writing)
        for kind, first, end, which in line.facts
    ]
    writing.text += " ".join(line.words) + ". "
    writing.sentences.append(Sentence(index, 1, Span(start, len(writing.text) - 1)))
    writing.facts += found
    actor = next((fact for fact in found if isinstance(fact, Actor)), None)
    if actor:
        verb = Span(starts[-2], starts[-1] - 1)
        writing.deeds.append(Deed(index, "made", actor, verb, verb, counterpart=None, place=None, when=None))


def _fact(kind: str, which: int, at: Evidence, writing: _Writing) -> Fact:
    event, language = writing.event, writing.language
    if kind == "person":
        name = event.people[which]
        return Actor(at, "made", "person", name, _key(name), role=_OFFICES[language][which % 4])
    if kind == "place":
        return Place(at, "made", event.places[which], f"place:{event.places[which].casefold()}")
    if kind == "day":
        return When(at, "made", "DATE", event.days[which].isoformat())
    if kind == "figure":
        figure, value, units = event.figures[which]
        return Quantity(at, "made", figure, value, units[language])
    speaker = event.people[len(writing.facts) % 5]
    inside = Evidence(at.article, at.sentence, Span(at.span.start + 1, at.span.end - 1))
    return Quote(inside, "made", direct=True, speaker=speaker, speaker_key=_key(speaker))


def _key(name: str) -> str:
    return f"person:{name.casefold().replace(' ', '-')}"
