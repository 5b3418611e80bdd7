"""Days of invented articles with their findings, for measuring planning alone; the same for the same numbers.

An event has names, words and figures of its own; articles tell it with those and with words every text holds. Some
outlets print another's text, half of the articles are English, and many events go on for several days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

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

    from briefings.model import Fact

FIRST_DAY = date(2025, 1, 6)
_ZONE = ZoneInfo("Europe/Istanbul")
_ONSETS = (
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "y",
    "z",
    "br",
    "dr",
    "kr",
    "st",
    "tr",
)
_VOWELS = {"tr": ("a", "e", "ı", "i", "o", "ö", "u", "ü"), "en": ("a", "e", "i", "o", "u", "ea", "oo", "ai")}
_CODAS = ("", "", "n", "r", "l", "k", "t", "m", "s")
_SENTENCES = 14
_WORDS = 18
_GOES_ON = 0.35
_COPIED = 0.15


@dataclass(frozen=True, slots=True)
class Event:
    """What some articles tell."""

    words: dict[str, tuple[str, ...]]
    people: tuple[str, ...]
    places: tuple[str, ...]
    figures: tuple[str, ...]
    size: int
    """How many articles a day tell it."""


def days(count: int, articles: int, seed: int = 1) -> list[tuple[date, tuple[Article, ...], tuple[Findings, ...]]]:
    """Make `count` days with `articles` articles each."""
    chance = Random(seed)
    common = {language: [invented(chance, language) for _ in range(6000)] for language in ("tr", "en")}
    made = []
    events: list[Event] = []
    for number in range(count):
        events = [event for event in events if chance.random() < _GOES_ON]
        while sum(event.size for event in events) < articles:
            events.append(_event(chance, common))
        told = [event for event in events for _ in range(event.size)][:articles]
        day = FIRST_DAY + timedelta(days=number)
        pairs = _articles(day, told, common, chance)
        made.append((day, tuple(article for article, _ in pairs), tuple(found for _, found in pairs)))
    return made


def _event(chance: Random, common: dict[str, list[str]]) -> Event:
    size = min(int(chance.paretovariate(1.1)), 25)
    words = {
        language: tuple(invented(chance, language) if chance.random() < 0.5 else chance.choice(common[language])
                        for _ in range(30))
        for language in ("tr", "en")
    }  # fmt: skip
    people = tuple(f"{invented(chance, 'en').title()} {invented(chance, 'en').title()}" for _ in range(3))
    places = tuple(invented(chance, "en").title() for _ in range(2))
    return Event(words, people, places, tuple(str(chance.randint(12, 9999)) for _ in range(4)), size)


def invented(chance: Random, language: str) -> str:
    """Make up a word."""
    syllables = chance.choice((1, 2, 2, 3, 3, 4))
    return "".join(
        chance.choice(_ONSETS) + chance.choice(_VOWELS[language]) + chance.choice(_CODAS) for _ in range(syllables)
    )


def _articles(
    day: date, told: Sequence[Event], common: dict[str, list[str]], chance: Random
) -> list[tuple[Article, Findings]]:
    made: list[tuple[Article, Findings]] = []
    last: dict[tuple[int, str], list[list[tuple[str, str, str]]]] = {}
    for number, event in enumerate(told):
        language = chance.choice(("tr", "en"))
        before = last.setdefault((id(event), language), [])
        if before and chance.random() < _COPIED:
            lines = [*chance.choice(before)[:-1], *_lines(event, language, common, chance, 2)]
        else:
            lines = _lines(event, language, common, chance, _SENTENCES)
        before.append(lines)
        made.append(_article(day, number, language, lines, event))
    return made


def _lines(
    event: Event, language: str, common: dict[str, list[str]], chance: Random, count: int
) -> list[tuple[str, str, str]]:
    """Give sentences as three pieces each: the person named, the figure, and the words."""
    lines = []
    for _ in range(count):
        words = [
            chance.choice(event.words[language]) if chance.random() < 0.3 else common_word(common[language], chance)
            for _ in range(_WORDS)
        ]
        lines.append((chance.choice(event.people), chance.choice(event.figures), " ".join(words)))
    return lines


def common_word(words: Sequence[str], chance: Random) -> str:
    """Draw a word as texts do: a few very often, most hardly ever."""
    return words[min(int(chance.paretovariate(0.9)), len(words) - 1)]


def _article(
    day: date, number: int, language: str, lines: Sequence[tuple[str, str, str]], event: Event
) -> tuple[Article, Findings]:
    identity = f"{day}-{number:05}"
    place = event.places[number % len(event.places)]
    texts = [f"{place} {lines[0][2]}", *(f"{person} “{words}” {figure} km {place}." for person, figure, words in lines)]
    text = texts[0] + "\n\n" + " ".join(texts[1:])
    body = len(texts[0]) + 2
    blocks = (Block("title", Span(0, len(texts[0]))), Block("paragraph", Span(body, len(text))))
    sentences = [Sentence(0, 0, blocks[0].span)]
    facts: list[Fact] = []
    deeds: list[Deed] = []
    at = body
    for index, (person, figure, words) in enumerate(lines, 1):
        sentences.append(Sentence(index, 1, Span(at, at + len(texts[index]))))
        found = _facts(Evidence(identity, index, Span(at, at)), person, figure, words, place)
        facts += found if index % 3 == 0 else [fact for fact in found if not isinstance(fact, Quote)]
        actor = found[0]
        verb = Span(at, at + 4)
        who = actor if isinstance(actor, Actor) else None
        deeds.append(Deed(index, "deed-subject", who, verb, verb, counterpart=None, place=None, when=None))
        at += len(texts[index]) + 1
    article = Article(
        id=identity,
        source=Source(f"{day}/{number:05}.md", "0" * 64, outlet=f"Outlet {number % 40}"),
        language=language,
        text=text,
        blocks=blocks,
        sentences=tuple(sentences),
        published=datetime(day.year, day.month, day.day, 6, tzinfo=_ZONE) + timedelta(minutes=number % 900),
    )
    keys = tuple(range(1, min(len(lines), 8) + 1))
    return article, Findings(identity, tuple(facts), keys, tuple(deeds))


def _facts(at: Evidence, person: str, figure: str, words: str, place: str) -> list[Fact]:
    """Give the facts of a sentence that reads: person “words” figure km place."""
    start = at.span.start

    def here(first: int, length: int) -> Evidence:
        return Evidence(at.article, at.sentence, Span(start + first, start + first + length))

    key = f"person:{person.casefold().replace(' ', '-')}"
    number = len(person) + len(words) + 4
    return [
        Actor(here(0, len(person)), "made", "person", person, key, role="Başkan" if len(person) % 2 else None),
        Quote(here(len(person) + 2, len(words)), "made", direct=True, speaker=person, speaker_key=key),
        Quantity(here(number, len(figure)), "made", "measure", figure, "km"),
        When(here(number, len(figure)), "made", "DATE", (FIRST_DAY + timedelta(days=int(figure) % 60)).isoformat()),
        Place(here(number + len(figure) + 4, len(place)), "made", place, f"place:{place.casefold()}"),
    ]
