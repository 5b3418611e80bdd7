"""Articles, facts and findings for tests, made by hand from short texts."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from briefings.languages.ascii import slug
from briefings.model import (
    Actor,
    Article,
    Block,
    DeskMarks,
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

ISTANBUL = ZoneInfo("Europe/Istanbul")


def moment(text: str) -> datetime:
    """Give an aware moment in Istanbul: "2025-12-04 09:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=ISTANBUL)


def article(
    title: str,
    *sentences: str,
    published: str | None = "2025-12-04 09:00",
    language: str = "tr",
    outlet: str | None = None,
    group: str | None = None,
    marks: DeskMarks | None = None,
) -> Article:
    """Make an article of a title and one paragraph; each sentence is given apart."""
    text = "\n\n".join((title, " ".join(sentences)))
    body = len(title) + 2
    blocks = (Block("title", Span(0, len(title))), Block("paragraph", Span(body, len(text))))
    cut = [Sentence(0, 0, blocks[0].span)]
    at = body
    for index, sentence in enumerate(sentences, 1):
        cut.append(Sentence(index, 1, Span(at, at + len(sentence))))
        at += len(sentence) + 1
    identity = slug(f"{title} {outlet or ''} {language}")
    return Article(
        id=identity,
        source=Source(f"{identity}.txt", "0" * 64, outlet=outlet),
        language=language,
        text=text,
        blocks=blocks,
        sentences=tuple(cut),
        published=moment(published) if published else None,
        translation_group=group,
        marks=marks or DeskMarks(),
    )


def at(source: Article, words: str) -> Evidence:
    """Find the first place of some words in the body of an article."""
    start = source.text.index(words, source.blocks[1].span.start)
    sentence = next(s.index for s in source.sentences if s.span.start <= start < s.span.end)
    return Evidence(source.id, sentence, Span(start, start + len(words)))


def place(source: Article, words: str, key: str) -> Place:
    """Make a place."""
    return Place(at(source, words), "test", words, key)


def person(source: Article, words: str, *, role: str | None = None) -> Actor:
    """Make a person, with the office when the text states it."""
    role_span = at(source, role).span if role else None
    return Actor(at(source, words), "test", "person", words, f"person:{slug(words)}", role, role_span)


def date_of(source: Article, words: str, value: str, **more: str) -> When:
    """Make a date."""
    return When(at(source, words), "test", "DATE", value, more.get("mod"))


def count(source: Article, words: str, value: str, unit: str | None) -> Quantity:
    """Make a number with its unit."""
    return Quantity(at(source, words), "test", "number", value, unit)


def quote(source: Article, words: str, speaker: str | None) -> Quote:
    """Make a direct quotation."""
    key = f"person:{slug(speaker)}" if speaker else None
    return Quote(at(source, words), "test", direct=True, speaker=speaker, speaker_key=key)


def found(source: Article, *facts: Actor | Place | When | Quantity | Quote, keys: tuple[int, ...] = (1,)) -> Findings:
    """Make the findings of an article."""
    ordered = sorted(facts, key=lambda fact: fact.evidence.span)
    return Findings(source.id, tuple(ordered), keys)
