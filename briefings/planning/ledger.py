"""The ledger: who gave which number of what, and when; `counts.py` says what two entries are to one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard

from briefings.languages.concepts import aspects_among, concept_of, concepts_among, deeds, is_human
from briefings.languages.stems import stems_among
from briefings.languages.timex import days_of_when, length_of
from briefings.languages.tokens import words_of
from briefings.model import Actor, Count, Entry, Place, Quantity, Quote, When
from briefings.model.values import replace
from briefings.planning.counts import DATE, LENGTH
from briefings.planning.postponed import is_replaced
from briefings.planning.publishers import owners_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from briefings.model import Article, Fact, Outlet, Span
    from briefings.planning.copies import Copies
    from briefings.planning.material import Material

_SCALES = {
    "mm": ("m", "0.001"), "cm": ("m", "0.01"), "km": ("m", "1000"), "g": ("kg", "0.001"), "t": ("kg", "1000"),
    "ha": ("m²", "10000"), "dönüm": ("m²", "1000"), "decare": ("m²", "1000"), "km²": ("m²", "1000000"),
    "min": ("s", "60"), "h": ("s", "3600"), "kW": ("W", "1000"), "MW": ("W", "1000000"), "GW": ("W", "1000000000"),
}  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s?[ıiuü]\b")
_EDGE = re.compile(r";|, (?:as|while|whereas|although|but|ancak|ama|fakat|oysa) ")
"""Where another clause begins for certain."""
_ABLATIVE = re.compile(r"['’]?[dt][ae]n\b")

Ledger = dict[str, tuple[Entry, ...]]
"""The entries of each article that is no copy."""


def ledger_of(material: Material, copies: Copies, outlets: Sequence[Outlet]) -> Ledger:
    """Enter what a day's articles count; a copy says nothing of its own.

    A text much like one of the last edition may be that one with today's numbers: it is entered, an older one is not.
    """
    silent = {*copies.originals, *(one for one, text in copies.reprints.items() if text.asleep)}
    owners = owners_of(material.articles, outlets)
    return {
        article.id: entries_of(article, material, owners[article.id])
        for article in material.articles
        if article.id not in silent
    }


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence as its numbers and dates are read: what they share is looked up once."""

    article: Article
    facts: Sequence[Fact]
    span: Span
    words: tuple[str, ...]
    aspects: frozenset[str]
    days: frozenset[date]
    """The single days it names."""
    named: tuple[tuple[int, tuple[str, ...]], ...]
    """Where each name begins, and its words."""


def entries_of(article: Article, material: Material, source: str) -> tuple[Entry, ...]:
    """Enter every number of an article's body with a unit, every length of time, and each day ahead not given up."""
    if known := material.groundwork.get(article.id):
        return tuple(replace(entry, count=replace(entry.count, source=source)) for entry in known.entries)
    found: list[tuple[Quantity | When, str, _Told]] = []
    for index, facts in _by_sentence(article, material).items():
        entered = [(fact, unit) for fact in facts if (unit := _unit_entered(fact, facts, article, material))]
        if entered:
            told = _told(article, index, facts, material)
            found += [(fact, unit, told) for fact, unit in entered if isinstance(fact, Quantity | When)]
    values: dict[str, set[Decimal]] = {}
    for fact, unit, _ in found:
        values.setdefault(unit, set()).add(_values(fact)[-1])
    return tuple(_entry(fact, unit, told, source, alone=len(values[unit]) == 1) for fact, unit, told in found)


def _by_sentence(article: Article, material: Material) -> dict[int, tuple[Fact, ...]]:
    """Give the facts of each sentence of an article's body, in the order they are told."""
    titles = {sentence.index for sentence in article.sentences if article.block_of(sentence).kind == "title"}
    told = dict.fromkeys(fact.evidence.sentence for fact in material.found_in(article.id).facts)
    return {index: material.facts_in(article.id, index) for index in told if index not in titles}


def _unit_entered(fact: Fact, beside: Sequence[Fact], article: Article, material: Material) -> str | None:
    """Give the unit by which a number is entered, "date" for a day ahead; nothing for what is not."""
    if isinstance(fact, Quantity):
        return unit_of(fact, article.language)
    if isinstance(fact, When) and (length := length_of(fact.value)):
        return f"{LENGTH}{length[0]}"
    if isinstance(fact, When) and _is_ahead(fact, article, material) and not is_replaced(fact, beside, material):
        return DATE
    return None


def _told(article: Article, index: int, facts: Sequence[Fact], material: Material) -> _Told:
    covered = (days_of_when(one) for one in facts if isinstance(one, When))
    return _Told(
        article=article,
        facts=facts,
        span=article.sentences[index].span,
        words=material.words_at(article.id, index),
        aspects=material.aspects_at(article.id, index),
        days=frozenset(days[0] for days in covered if days and days[0] == days[1]),
        named=tuple(
            (one.evidence.span.start, material.words_within(article, one.evidence.span))
            for one in facts
            if isinstance(one, Actor | Place)
        ),
    )


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Put articles in the order of their publication."""
    return sorted(articles, key=lambda article: (str(article.published), article.id))


def unit_of(quantity: Quantity, language: str) -> str | None:
    """Give what a number is a number of, the same in both languages; None for what nothing can be held against."""
    if quantity.type in {"ordinal", "age"} or (quantity.unit is None and quantity.type != "percent"):
        return None
    if quantity.type == "number":
        return concept_of(quantity.unit or "", language)
    unit = quantity.unit or "%"
    return f"{quantity.type}:{_SCALES.get(unit, (unit, ''))[0]}"


def _entry(fact: Quantity | When, unit: str, told: _Told, source: str, *, alone: bool) -> Entry:
    article, language = told.article, told.article.language
    start, end = _window(fact, told)
    whole = (start, end) == (told.span.start, told.span.end)
    words = told.words if whole else words_of(article.text, start, end, language)
    is_date = unit == DATE
    counted = (fact.unit or "") if isinstance(fact, Quantity) else ""
    aspects = told.aspects if whole or is_date else aspects_among(words, language)
    value = _values(fact)[-1]
    count = Count(
        unit=unit,
        value=value,
        mod=fact.mod,
        source=source,
        speaker=_speaker(fact, told.facts),
        human=is_human(counted, language),
        about=_about(words, fact, counted[:5], told, range(start, end)),
        aspects=aspects | _parted(fact, article),
        day=next(iter(told.days)) if len(told.days) == 1 and not is_date else None,
        alone=alone,
    )
    since = article.published.date().toordinal() if is_date and article.published else -1
    named = {other for one in told.facts if _is_rival(one, fact) for other in _values(one)}
    return Entry(fact, count, frozenset(other for other in named if other != value and other > since))


def _about(words: Sequence[str], fact: Quantity | When, counted: str, told: _Told, stretch: range) -> frozenset[str]:
    """Give concepts and stems of the words around; names say where and who, not what, and stay out."""
    text, language, span = told.article.text, told.article.language, fact.evidence.span
    named = {word for start, name in told.named if start in stretch for word in name}
    left = named.union(words_of(text, span.start, span.end, language))
    around = [word for word in words if word not in left and not (counted and word.startswith(counted))]
    concepts = concepts_among(around, language) | _said_at(fact, told)
    if concepts.isdisjoint(deeds()):
        concepts |= concepts_among([word for word in told.words if word not in named], language)
    return frozenset({*concepts, *(f"{language}:{stem}" for stem in stems_among(around, language))})


def _window(fact: Quantity | When, told: _Told) -> tuple[int, int]:
    """Give the stretch of the sentence that is a fact's own: up to the neighbours that could be taken for it."""
    own = fact.evidence.span
    rivals = [one.evidence.span for one in told.facts if one is not fact and _is_rival(one, fact)]
    before = max((span.end for span in rivals if span.end <= own.start), default=told.span.start)
    behind = min((span.start for span in rivals if span.start >= own.end), default=told.span.end)
    edges = list(_EDGE.finditer(told.article.text, before, behind))
    start = max((edge.end() for edge in edges if edge.end() <= own.start), default=before)
    end = min((edge.start() for edge in edges if edge.start() >= own.end), default=behind)
    return start, end


def _said_at(fact: Quantity | When, told: _Told) -> frozenset[str]:
    """Say what an English word at a number or a day tells: "from 19 March" is a start, "won by 38 seconds" a lead."""
    start = fact.evidence.span.start
    before = told.article.text[max(start - 5, 0) : start]
    if isinstance(fact, When) and days_of_when(fact):
        return frozenset({"start"} if before.endswith("from ") else ())
    if before.endswith(" by ") and "win" in concepts_among(told.words, told.article.language):
        return frozenset({"lead"})
    return frozenset()


def _is_rival(one: Fact, fact: Quantity | When) -> TypeGuard[Quantity | When]:
    """Say whether one fact of a sentence could be taken for another: both numbers, both days, both lengths of time."""
    if isinstance(one, When) and isinstance(fact, When):
        return (length_of(one.value) is None) == (length_of(fact.value) is None)
    return isinstance(one, Quantity | When) and one.kind == fact.kind


def _parted(fact: Quantity | When, article: Article) -> frozenset[str]:
    """Say what stands at a number: a part ("17'si konteyner"), or what it was before ("28'den 24'e", "from")."""
    start, end = fact.evidence.span.start, fact.evidence.span.end
    before, behind = article.text[max(start - 5, 0) : start], article.text[end : end + 5]
    if isinstance(fact, When):
        return frozenset()
    if article.language == "tr":
        part, was = _POSSESSIVE.match(behind), _ABLATIVE.match(behind)
        return frozenset({"part"} if part else {"earlier"} if was else ())
    return frozenset({"earlier"} if before.endswith("from ") else ())


def _values(fact: Quantity | When) -> tuple[Decimal, ...]:
    """Give a number, a length of time, or the first and the last day of a date; nothing for a time without a day."""
    if isinstance(fact, When) and (length := length_of(fact.value)):
        return (length[1],)
    if isinstance(fact, When):
        return tuple(Decimal(day.toordinal()) for day in days_of_when(fact) or ())
    scale = _SCALES.get(fact.unit or "", ("", "1"))[1] if fact.type == "measure" else "1"
    return (Decimal(fact.value) * Decimal(scale),)


def _is_ahead(when: When, article: Article, material: Material) -> bool:
    """Say whether a date is a day to come: one day, or two with "put off from 6 to 8 March" between them."""
    covered = days_of_when(when)
    if covered is None or when.type not in {"DATE", "TIME"} or article.published is None:
        return False
    if covered[0] != covered[1] and not _puts_off(when, material):
        return False
    return covered[1] > article.published.date()


def _puts_off(when: When, material: Material) -> bool:
    """Say whether a stretch of days is a step from the one to the other: its sentence tells of a postponement."""
    at = when.evidence
    return "/" in (when.value or "") and "postponed" in material.aspects_at(at.article, at.sentence)


def _speaker(fact: Quantity | When, beside: Iterable[Fact]) -> str | None:
    quotes = (one for one in beside if isinstance(one, Quote) and one.speaker_key)
    return next((one.speaker_key for one in quotes if one.evidence.span.contains(fact.evidence.span)), None)
