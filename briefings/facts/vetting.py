"""Why a fact of a plug-in cannot be taken: it must point at words of its article and hold values of its kind."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, get_args

from briefings.model import (
    Actor,
    ActorKind,
    Evidence,
    Place,
    Quantity,
    QuantityType,
    Quote,
    Reasoning,
    Span,
    TimexType,
    When,
)

if TYPE_CHECKING:
    from briefings.model import Article, Fact

_KINDS: dict[type, tuple[str, ...]] = {
    When: ("date",),
    Actor: get_args(ActorKind),
    Place: ("place",),
    Quote: ("quote",),
    Quantity: ("quantity",),
}
_RULE = re.compile(r"[^\W_][\w.:-]{0,99}")
_DECIMAL = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?")
_VALUE = re.compile(r"[0-9A-Z_:./+-]{1,80}")
_LONGEST = 500


def refusal(fact: object, article: Article) -> str | None:
    """Say why a fact cannot be taken; None when it can."""
    if not isinstance(fact, When | Actor | Place | Quote | Quantity):
        return f"{type(fact).__name__} is no fact"
    if fact.kind not in _KINDS.get(type(fact), ()):
        return f"{type(fact).__name__} has no kind {fact.kind!r}"
    if not _matches(_RULE, fact.rule):
        return "it does not name its rule"
    return _misplaced(fact, article) or _misvalued(fact, article)


def _misplaced(fact: Fact, article: Article) -> str | None:
    """Say what is wrong with the words a fact stands on."""
    evidence: object = fact.evidence
    if not isinstance(evidence, Evidence) or not _is_span(evidence.span, article):
        return "it points at no words of the text"
    if evidence.article != article.id:
        return "it is about another article"
    if not _is_count(evidence.sentence) or evidence.sentence >= len(article.sentences):
        return "it names a sentence the article does not have"
    sentence = article.sentences[evidence.sentence].span
    inside = sentence.start <= evidence.span.start < sentence.end
    if not inside or (evidence.span.end > sentence.end and not isinstance(fact, Quote)):
        return "its words do not lie within its sentence"
    words = article.words(evidence.span)
    return "its words begin or end with a blank" if words != words.strip() else None


def _misvalued(fact: Fact, article: Article) -> str | None:
    """Say what is wrong with the values of a fact."""
    match fact:
        case When():
            return None if _is_date(fact) else "its value is no TIMEX3 value"
        case Quantity():
            fits = fact.type in get_args(QuantityType) and _matches(_DECIMAL, fact.value)
            return None if fits and _are_texts(fact.unit, fact.mod) else "its value is no quantity"
        case Quote():
            fits = _may_be_spans(article, fact.speaker_span, fact.cue_span) and isinstance(fact.direct, bool)
            said = _are_texts(fact.speaker, fact.speaker_key, fact.cue)
            return None if fits and said else "its speaker or verb cannot be shown"
        case Place():
            return None if _is_named(fact) else "it has no name or key that can be shown"
        case Actor():
            fits = _is_named(fact) and _are_texts(fact.role) and _may_be_spans(article, fact.role_span)
            return None if fits else "it has no name, key or office that can be shown"


def _is_date(fact: When) -> bool:
    reasoning: object = fact.reasoning
    counted = reasoning is None or (isinstance(reasoning, Reasoning) and isinstance(reasoning.anchor, date))
    valued = fact.value is None or _matches(_VALUE, fact.value)
    return fact.type in get_args(TimexType) and valued and counted and _are_texts(fact.mod)


def _is_named(fact: Actor | Place) -> bool:
    return bool(fact.name and fact.key) and _are_texts(fact.name, fact.key)


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_span(span: object, article: Article) -> bool:
    """Say whether a value is a range of the text that holds something."""
    if not isinstance(span, Span) or not _is_count(span.start) or not _is_count(span.end):
        return False
    return span.start < span.end <= len(article.text)


def _may_be_spans(article: Article, *spans: object) -> bool:
    return all(span is None or _is_span(span, article) for span in spans)


def _are_texts(*values: object) -> bool:
    """Say whether values are short texts without control characters, or nothing at all."""
    return all(
        value is None or (isinstance(value, str) and len(value) <= _LONGEST and value.isprintable()) for value in values
    )


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
