"""The ledger: who gave which number of what, and when; what moved since, and what sources give differently.

Two numbers count the same thing when their units are the same in both languages, their sentences are about the same,
and neither is a plan, a rate, a part or an earlier value where the other is not. Then the later one has moved when its
own sentence tells of a change, when the same source gave both, or when each names another day; else they contradict.
Values that agree within how exactly they are given (4.2 and 4.18 billion, "about 200" and 197) are neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.languages.concepts import aspects_among, concept_of, concepts_among, deeds, is_human
from briefings.languages.stems import stems_among
from briefings.languages.timex import days_of_when
from briefings.languages.tokens import words_of
from briefings.model import Actor, Count, Place, Quantity, Quote, When
from briefings.planning.postponed import is_replaced
from briefings.planning.publishers import outlets_by_name, owner_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.model import Article, Evidence, Fact, Outlet
    from briefings.planning.copies import Copies
    from briefings.planning.material import Material

_ALIKE = 0.5
"""Share of the smaller set of subjects that both numbers' words hold from which they count the same thing."""
_ALIKE_ACROSS = 0.4
"""The same across languages, where only what both languages have a word for can be held against each other."""
_MOST_TIMES = 5
"""How many times a value another source's can be, and still be taken for the same count."""
_NEARLY = Decimal("0.1")
"""An approximation agrees with what differs from it by less than this share."""
_FAR = Decimal("1.5")
"""How many times the one amount of money can be the other, when nothing but their being alone says they are one."""
_ASIDE = frozenset({"planned", "added", "rate", "total", "part", "earlier"})
_SCALES = {
    "mm": ("m", "0.001"), "cm": ("m", "0.01"), "km": ("m", "1000"), "g": ("kg", "0.001"), "t": ("kg", "1000"),
    "ha": ("m²", "10000"), "dönüm": ("m²", "1000"), "decare": ("m²", "1000"), "km²": ("m²", "1000000"),
    "min": ("s", "60"), "h": ("s", "3600"), "kW": ("W", "1000"), "MW": ("W", "1000000"), "GW": ("W", "1000000000"),
}  # fmt: skip


_POSSESSIVE = re.compile(r"['’]s?[ıiuü]\b")
_EDGE = re.compile(r";|, (?:as|while|whereas|although|but|ancak|ama|fakat|oysa) ")
"""Where another clause begins for certain."""
_ABLATIVE = re.compile(r"['’]?[dt][ae]n\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A number, or the day of what lies ahead, as one article gives it."""

    fact: Quantity | When
    count: Count
    beside: frozenset[Decimal]
    """The other numbers, or the other days to come, that its sentence names."""

    @property
    def evidence(self) -> Evidence:
        """The words it stands on."""
        return self.fact.evidence


Ledger = dict[str, tuple[Entry, ...]]
"""The entries of each article that is no copy."""


def ledger_of(material: Material, copies: Copies, outlets: Sequence[Outlet]) -> Ledger:
    """Enter what a day's articles count; a copy says nothing of its own.

    A text much like one of the last edition may be that one with today's numbers: it is entered, an older one is not.
    """
    silent = {*copies.originals, *(one for one, text in copies.reprints.items() if text.asleep)}
    known = outlets_by_name(outlets)
    return {
        article.id: entries_of(article, material.found_in(article.id).facts, owner_of(article, known))
        for article in material.articles
        if article.id not in silent
    }


def entries_of(article: Article, facts: Sequence[Fact], source: str) -> tuple[Entry, ...]:
    """Enter every number of an article's body that has a unit, and every day ahead that it does not give up."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in facts:
        if article.block_of(article.sentences[fact.evidence.sentence]).kind != "title":
            by_sentence.setdefault(fact.evidence.sentence, []).append(fact)
    entries = [
        _entry(fact, beside, article, source)
        for beside in by_sentence.values()
        for fact in beside
        if (isinstance(fact, Quantity) and unit_of(fact, article.language))
        or (isinstance(fact, When) and _is_ahead(fact, article) and not is_replaced(fact, beside, article))
    ]
    values: dict[str, set[Decimal]] = {}
    for entry in entries:
        values.setdefault(entry.count.unit, set()).add(entry.count.value)
    return tuple(
        replace(entry, count=replace(entry.count, alone=len(values[entry.count.unit]) == 1)) for entry in entries
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


def count_the_same(one: Count, other: Count) -> bool:
    """Say whether two entries of one story give the same count, or the same event's day."""
    if one.unit != other.unit and not (one.human and other.human):
        return False
    if one.unit == other.unit == "date":
        return bool(happening(one, other))
    if one.aspects & _ASIDE != other.aspects & _ASIDE:
        return False
    if one.unit != other.unit:
        return "person" in {one.unit, other.unit} and bool(happening(one, other))
    if ":" not in one.unit and happening(one, other):
        return True
    return _alike(one.about, other.about) or (one.alone and other.alone and _are_told_apart_by_unit(one, other))


def happening(one: Count, other: Count) -> frozenset[str]:
    """Give what both tell to happen."""
    return one.about & other.about & deeds()


def _are_told_apart_by_unit(one: Count, other: Count) -> bool:
    """Say whether the unit is enough to know a count by: a thing that is not just people, or sums not far apart."""
    if one.unit.startswith("money:"):
        less, more = sorted((one.value, other.value))
        return less > 0 and more <= _FAR * less
    return ":" not in one.unit and one.unit != "person" and not (one.about & deeds() and other.about & deeds())


def are_of_one_size(one: Count, other: Count) -> bool:
    """Say whether the greater value is not so many times the lesser that they can hardly be about one thing."""
    less, more = sorted((abs(one.value), abs(other.value)))
    return more <= _MOST_TIMES * less


def agree(one: Count, other: Count) -> bool:
    """Say whether two values are the same as far as they are exact."""
    if one.value == other.value:
        return True
    if one.unit == "date":
        return False
    less, more = sorted((abs(one.value), abs(other.value)))
    if {one.mod, other.mod} - {None} and more - less <= _NEARLY * more:
        return True
    return _rounds_to(one.value, other.value) or _rounds_to(other.value, one.value)


def has_moved(earlier: Count, later: Entry) -> bool:
    """Say whether a later value tells of a change, rather than against the earlier one of the same day."""
    now = later.count
    if earlier.value in later.beside:
        return True
    if now.unit == "date":
        return "postponed" in now.aspects
    same_source = now.source == earlier.source or (now.speaker is not None and now.speaker == earlier.speaker)
    other_day = None not in {earlier.day, now.day} and earlier.day != now.day
    return "change" in now.aspects or (same_source and _alike(earlier.about, now.about)) or other_day


def _entry(fact: Quantity | When, beside: Sequence[Fact], article: Article, source: str) -> Entry:
    start, end = _window(fact, beside, article)
    words = words_of(article.text, start, end, article.language)
    own = frozenset(words_of(article.text, fact.evidence.span.start, fact.evidence.span.end, article.language))
    unit = (fact.unit or "") if isinstance(fact, Quantity) else ""
    around = [word for word in words if word not in own and not (unit and word.startswith(unit[:5]))]
    sentence = article.sentences[fact.evidence.sentence].span
    whole = words_of(article.text, sentence.start, sentence.end, article.language)
    days = {days for one in beside if isinstance(one, When) and (days := days_of_when(one)) and days[0] == days[1]}
    is_date = isinstance(fact, When)
    since = article.published.date().toordinal() if is_date and article.published else -1
    count = Count(
        unit=(unit_of(fact, article.language) or "") if isinstance(fact, Quantity) else "date",
        value=_values(fact)[-1],
        mod=fact.mod,
        source=source,
        speaker=_speaker(fact, beside),
        human=is_human(unit, article.language),
        about=_about(around, whole, beside, article, start, end),
        aspects=aspects_among(whole if is_date else words, article.language) | _parted(fact, article),
        day=next(iter(days))[0] if len(days) == 1 and not is_date else None,
        alone=False,
    )
    named = {value for one in beside if isinstance(one, type(fact)) for value in _values(one)}
    return Entry(fact, count, frozenset(value for value in named if value != count.value and value > since))


def _about(
    around: Sequence[str], whole: Sequence[str], beside: Sequence[Fact], article: Article, start: int, end: int
) -> frozenset[str]:
    """Give concepts and stems of the words around; names say where and who, not what, and stay out."""
    named = {
        word
        for fact in beside
        if isinstance(fact, Actor | Place) and start <= fact.evidence.span.start < end
        for word in words_of(article.text, fact.evidence.span.start, fact.evidence.span.end, article.language)
    }
    told = [word for word in around if word not in named]
    concepts = concepts_among(told, article.language)
    if not concepts & deeds():
        concepts |= concepts_among([word for word in whole if word not in named], article.language)
    return frozenset({*concepts, *(f"{article.language}:{stem}" for stem in stems_among(told, article.language))})


def _window(fact: Quantity | When, beside: Sequence[Fact], article: Article) -> tuple[int, int]:
    """Give the stretch of the sentence that is a fact's own: up to the neighbours that could be taken for it."""
    sentence = article.sentences[fact.evidence.sentence].span
    kind = type(fact)
    rivals = [one.evidence.span for one in beside if isinstance(one, kind) and one is not fact]
    before = max((span.end for span in rivals if span.end <= fact.evidence.span.start), default=sentence.start)
    behind = min((span.start for span in rivals if span.start >= fact.evidence.span.end), default=sentence.end)
    edges = list(_EDGE.finditer(article.text, before, behind))
    start = max((edge.end() for edge in edges if edge.end() <= fact.evidence.span.start), default=before)
    end = min((edge.start() for edge in edges if edge.start() >= fact.evidence.span.end), default=behind)
    return start, end


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
    """Give a number, or the first and the last day of a date; nothing for a time that has no day."""
    if isinstance(fact, When):
        return tuple(Decimal(day.toordinal()) for day in days_of_when(fact) or ())
    scale = _SCALES.get(fact.unit or "", ("", "1"))[1] if fact.type == "measure" else "1"
    return (Decimal(fact.value) * Decimal(scale),)


def _is_ahead(when: When, article: Article) -> bool:
    """Say whether a date is a day to come: one day, or two with "put off from 6 to 8 March" between them."""
    covered = days_of_when(when)
    if covered is None or when.type not in {"DATE", "TIME"} or article.published is None:
        return False
    if covered[0] != covered[1] and not _puts_off(when, article):
        return False
    return covered[1] > article.published.date()


def _puts_off(when: When, article: Article) -> bool:
    """Say whether a stretch of days is a step from the one to the other: its sentence tells of a postponement."""
    if "/" not in (when.value or ""):
        return False
    span = article.sentences[when.evidence.sentence].span
    return "postponed" in aspects_among(
        words_of(article.text, span.start, span.end, article.language), article.language
    )


def _speaker(fact: Quantity | When, beside: Iterable[Fact]) -> str | None:
    quotes = (one for one in beside if isinstance(one, Quote) and one.speaker_key)
    return next((one.speaker_key for one in quotes if one.evidence.span.contains(fact.evidence.span)), None)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Compare what two entries are about; across languages by what both languages have a word for."""
    ours, theirs, least = one, other, _ALIKE
    if not languages_in(one) & languages_in(other):
        ours, theirs = (frozenset(term for term in about if ":" not in term) for about in (one, other))
        least = _ALIKE_ACROSS
    shared = ours & theirs
    return bool(shared) and len(shared) >= least * min(len(ours), len(theirs))


@lru_cache(maxsize=1 << 12)
def languages_in(about: frozenset[str]) -> frozenset[str]:
    """Give the languages that words around a number are of."""
    return frozenset(term[:2] for term in about if ":" in term)


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """Say whether a value with few digits is a rounding of another one of at least two digits."""
    digits = rounded.normalize().as_tuple()
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int):
        return False
    return round(exact.scaleb(-digits.exponent)) == rounded.scaleb(-digits.exponent)
