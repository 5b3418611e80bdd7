"""The desk's corrections, applied between finding and planning: one fact dropped or changed, its words left alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from briefings.languages.ascii import slug
from briefings.languages.timex import days_of
from briefings.model import Actor, Amended, Notice, Place, Quantity, Quote, Span, When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.languages.names import NameTable
    from briefings.model import Article, Correction, Deed, Fact, Findings, Localised

RULE: Final = "desk.correction"
"""The rule a changed fact names."""
_DECIMAL: Final = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?")
_LENGTH: Final = re.compile(r"P(?:T?\d{1,6}[A-Z]){1,6}|XXXX-[A-Z0-9-]{2,12}")
_BY_CHANGE: Final[dict[str, frozenset[str]]] = {
    "value": frozenset({"date", "quantity"}),
    "speaker": frozenset({"quote"}),
    "office": frozenset({"person"}),
    "name": frozenset({"person", "organization", "place"}),
}
"""Kinds of fact a change can be made to; every kind can be dropped."""


class _NoMatchError(ValueError):
    """A correction that fits no fact; the message says what to do."""


def corrected(
    article: Article, findings: Findings, corrections: Iterable[Correction], names: NameTable
) -> tuple[Findings, tuple[Notice, ...]]:
    """Give an article's findings as the desk has them, and a notice for each correction that fits none of its facts."""
    notices: list[Notice] = []
    for correction in corrections:
        if not is_about(correction, article):
            continue
        try:
            chosen = _chosen(correction, article, findings)
            amended = tuple(Amended(fact, _changed(fact, correction, article, names), correction) for fact in chosen)
        except _NoMatchError as error:
            notices.append(_notice(correction, str(error)))
            continue
        findings = _with(findings, amended)
    return findings, tuple(notices)


def is_about(correction: Correction, article: Article) -> bool:
    """Say whether a correction names an article, by its path or its id."""
    return correction.article in {article.source.path, article.id}


def without_article(corrections: Iterable[Correction], articles: Sequence[Article]) -> tuple[Notice, ...]:
    """Give a notice for each correction of an article that is not there (any more)."""
    known = {name for article in articles for name in (article.source.path, article.id)}
    return tuple(
        _notice(one, f"no article is called {one.article!r}; write its path in the content folder, or remove this")
        for one in corrections
        if one.article not in known
    )


def _notice(correction: Correction, message: str) -> Notice:
    return Notice("warning", "correction", correction.path, correction.line, message)


def _chosen(correction: Correction, article: Article, findings: Findings) -> tuple[Fact, ...]:
    """Find the facts a correction means: those with just its words, else those within, else those around them."""
    places = tuple(_places(correction.words, article.text))
    if not places:
        message = f"{article.source.path} does not say {correction.words!r}; copy the words from it, or remove this"
        raise _NoMatchError(message)
    kinds = _kinds(correction)
    facts = tuple(fact for fact in findings.facts if fact.kind in kinds)
    found = next(filter(None, (tuple(tier) for tier in _tiers(facts, places))), ())
    if not found:
        message = (
            f"no {' or '.join(sorted(kinds))} is found in {correction.words!r}; see briefings facts, or remove this"
        )
        raise _NoMatchError(message)
    if len(found) > 1 and not correction.everywhere:
        lines = ", ".join(str(article.text.count("\n", 0, fact.evidence.span.start) + 1) for fact in found)
        message = (
            f"{correction.words!r} fits {len(found)} facts of {article.source.path} (lines {lines} of its text); "
            "give more words around it, its kind, or everywhere = true"
        )
        raise _NoMatchError(message)
    return found


def _kinds(correction: Correction) -> frozenset[str]:
    """Give the kinds of fact a correction can mean."""
    change = next((key for key in _BY_CHANGE if getattr(correction, key) is not None), None)
    able = _BY_CHANGE[change] if change else frozenset().union(*_BY_CHANGE.values())
    if correction.kind is None:
        return able
    if correction.kind not in able:
        message = f"a {correction.kind} has no {change}; correct kind, or {change}"
        raise _NoMatchError(message)
    return frozenset({correction.kind})


def _places(words: str, text: str) -> Iterator[Span]:
    """Find some words in a text, whatever blanks and line ends stand between them; never a part of a word."""
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    if pattern:
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            yield Span(*match.span())


def _tiers(facts: Sequence[Fact], places: Sequence[Span]) -> Iterator[Iterator[Fact]]:
    spans = set(places)
    yield (fact for fact in facts if fact.evidence.span in spans)
    yield (fact for fact in facts if any(place.contains(fact.evidence.span) for place in places))
    yield (fact for fact in facts if any(fact.evidence.span.contains(place) for place in places))


def _changed(fact: Fact, correction: Correction, article: Article, names: NameTable) -> Fact | None:
    """Give a fact as the desk has it, None when it drops it."""
    if correction.drop:
        return None
    if correction.value is not None:
        return _with_value(fact, correction.value)
    match fact:
        case Quote() if correction.speaker is not None:
            name, key = _identity(correction.speaker, "person", article, names)
            return replace(fact, rule=RULE, speaker=name, speaker_key=key, speaker_span=None)
        case Actor() if correction.office is not None:
            office = correction.office.in_language(article.language)
            return replace(fact, rule=RULE, role=office, role_span=None)
        case Actor() | Place() if correction.name is not None:
            name, key = _identity(correction.name, fact.kind, article, names)
            return replace(fact, rule=RULE, name=name, key=key)
    return fact


def _with_value(fact: Fact, value: str) -> Fact:
    match fact:
        case When():
            _check_date(fact, value)
            return replace(fact, rule=RULE, value=value, mod=None, reasoning=None)
        case Quantity():
            _check_number(value)
            return replace(fact, rule=RULE, value=value, mod=None)
    return fact


def _check_date(when: When, value: str) -> None:
    if days_of(value) is None and not (when.type in {"DURATION", "SET"} and _LENGTH.fullmatch(value)):
        message = f"value {value!r} is no date; write one such as 2025-12-04, 2025-12, 2025-12-04/2025-12-07 or P2W"
        raise _NoMatchError(message)


def _check_number(value: str) -> None:
    if not _DECIMAL.fullmatch(value):
        message = f'value {value!r} is no number; write digits with a point, such as "1250000.5"'
        raise _NoMatchError(message)


def _identity(name: Localised, kind: str, article: Article, names: NameTable) -> tuple[str, str]:
    """Give the name in the article's language and its key: of the tables, else made of the name."""
    words = name.in_language(article.language)
    return words, names.key_of(words, article.language) or f"{kind}:{slug(words)}"


def _with(findings: Findings, amended: Sequence[Amended]) -> Findings:
    """Put facts in the place of others, in the deeds too."""
    now = {id(one.found): one.now for one in amended}
    exchanged = (now.get(id(fact), fact) for fact in findings.facts)
    return replace(
        findings,
        facts=tuple(fact for fact in exchanged if fact is not None),
        deeds=tuple(_deed(deed, amended) for deed in findings.deeds),
        amended=(*findings.amended, *amended),
    )


def _deed(deed: Deed, amended: Sequence[Amended]) -> Deed:
    """Exchange the parts of a deed; a changed fact keeps its shape."""
    actor, counterpart, place, when = (
        next((one.now for one in amended if one.found == part), part)
        for part in (deed.actor, deed.counterpart, deed.place, deed.when)
    )
    return replace(
        deed,
        actor=cast("Actor | Place | None", actor),
        counterpart=cast("Actor | Place | None", counterpart),
        place=cast("Place | None", place),
        when=cast("When | None", when),
    )
