"""Facts as JSON objects: the batch contract of `briefings facts --jsonl`, also used in facts.json."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from json import JSONEncoder
from typing import TYPE_CHECKING, Any, Final

from briefings.facts.reference import reason_of
from briefings.model import Actor, Place, Quantity, Quote, When

if TYPE_CHECKING:
    from briefings.facts.reading import Rejected
    from briefings.model import Amended, Article, Correction, Deed, Fact, Findings, Span


_ENCODER: Final = JSONEncoder(ensure_ascii=False, check_circular=False)
_AT_ONCE: Final = 500
"""So many facts, sentences or deeds become text at a time."""


def as_object(article: Article, findings: Findings) -> dict[str, Any]:
    """Give everything found in an article; offsets are half-open ranges of code points into its text."""
    found = _found(article, findings)
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in found.items()}


def as_json(article: Article, findings: Findings, further: dict[str, Any]) -> Iterator[str]:
    """Give what `as_object` gives as JSON, with `further` values, bit by bit: of a long text it is large."""
    before = "{"
    for name, value in (_found(article, findings) | further).items():
        yield f"{before}{_ENCODER.encode(name)}: "
        yield from _listed(value) if isinstance(value, Iterator) else (_ENCODER.encode(value),)
        before = ", "
    yield "}"


def _listed(values: Iterator[Any]) -> Iterator[str]:
    """Give a list as JSON, some of its values at a time."""
    before = "["
    while some := list(islice(values, _AT_ONCE)):
        yield before + _ENCODER.encode(some)[1:-1]
        before = ", "
    yield "]" if before == ", " else "[]"


def _found(article: Article, findings: Findings) -> dict[str, Any]:
    """Give everything found by name; what may be much is an iterator."""
    amended = {id(one.now): one for one in findings.amended}
    dropped = [_amended_object(one, article) for one in findings.amended if one.now is None]
    return {
        "id": article.id,
        "lang": article.language,
        "sentences": ({"start": s.span.start, "end": s.span.end} for s in article.sentences),
        "key_sentences": list(findings.key_sentences),
        "facts": (_as_amended(fact, amended.get(id(fact)), article) for fact in findings.facts),
        "deeds": (_deed_object(deed, article) for deed in findings.deeds),
    } | ({"dropped": dropped} if dropped else {})


def _as_amended(fact: Fact, amended: Amended | None, article: Article) -> dict[str, Any]:
    """Give a fact; one the desk has changed says so: who, why, how it was found, and what the page may call it."""
    told = fact_object(fact, article)
    return (
        told
        if amended is None
        else told | {"corrected": _signature(amended.correction) | {"found": fact_object(amended.found, article)}}
    )


def _amended_object(amended: Amended, article: Article) -> dict[str, Any]:
    """Give a fact the desk has dropped."""
    return fact_object(amended.found, article) | {"corrected": _signature(amended.correction)}


def _signature(correction: Correction) -> dict[str, Any]:
    """Give who corrected a fact and why, the names the desk gave, and the entry of corrections.toml as written."""
    names = (
        text for one in (correction.name, correction.office, correction.speaker) if one for text in (one.tr, one.en)
    )
    return {
        "by": correction.by,
        "reason": {"tr": correction.reason.tr, "en": correction.reason.en},
        "says": sorted({text for text in names if text}),
        "entry": correction.written,
    }


def fact_object(fact: Fact, article: Article) -> dict[str, Any]:
    """Give one fact with its words, its sentence and the rule that found it."""
    span = fact.evidence.span
    shared = {
        "kind": fact.kind,
        "start": span.start,
        "end": span.end,
        "text": article.words(span),
        "sentence": fact.evidence.sentence,
        "rule": fact.rule,
    }
    return shared | _own(fact)


def rejected_object(rejected: Rejected, article: Article) -> dict[str, Any]:
    """Give words that might have been a fact, and why they are none."""
    span = rejected.evidence.span
    return {
        "kind": rejected.kind,
        "start": span.start,
        "end": span.end,
        "text": article.words(span),
        "sentence": rejected.evidence.sentence,
        "reason": rejected.reason,
        "why": reason_of(rejected.reason),
    }


def _deed_object(deed: Deed, article: Article) -> dict[str, Any]:
    """Give who did what: names as in the facts, action and predicate as written with their spans, the date's value."""
    return {"sentence": deed.sentence, "rule": deed.rule} | _given(
        actor=deed.actor and deed.actor.name,
        action=deed.action and article.words(deed.action),
        action_start=deed.action and deed.action.start,
        action_end=deed.action and deed.action.end,
        predicate=deed.predicate and article.words(deed.predicate),
        predicate_start=deed.predicate and deed.predicate.start,
        predicate_end=deed.predicate and deed.predicate.end,
        counterpart=deed.counterpart and deed.counterpart.name,
        place=deed.place and deed.place.name,
        when=deed.when and deed.when.value,
    )


def _own(fact: Fact) -> dict[str, Any]:
    match fact:
        case When():
            return {"type": fact.type, "value": fact.value} | _given(mod=fact.mod, reasoning=_reasoning(fact))
        case Actor():
            role = fact.role_span
            named: dict[str, Any] = {"name": fact.name, "key": fact.key}
            if fact.kind == "person":
                named["role"] = fact.role
            return named | _given(role_start=role and role.start, role_end=role and role.end)
        case Place():
            return {"name": fact.name, "key": fact.key}
        case Quote():
            return {
                "direct": fact.direct,
                "speaker": fact.speaker,
                "speaker_key": fact.speaker_key,
                **_ends("speaker", fact.speaker_span),
                "cue": fact.cue,
                **_ends("cue", fact.cue_span),
            }
        case Quantity():
            return {"type": fact.type, "value": fact.value, "unit": fact.unit} | _given(mod=fact.mod)


def _ends(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def _given(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    return {name: value for name, value in values.items() if value is not None}


def _reasoning(fact: When) -> dict[str, Any] | None:
    if fact.reasoning is None:
        return None
    reasoning = fact.reasoning
    return {
        "anchor": reasoning.anchor.isoformat(),
        "anchor_kind": reasoning.anchor_kind,
        "shift": reasoning.shift,
        "unit": reasoning.unit,
    }
