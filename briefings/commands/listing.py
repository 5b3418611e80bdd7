"""The facts of an article as a listing for people: each sentence with its words marked, below it what they say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from briefings.facts.reference import description_of, reason_of
from briefings.model import Actor, Place, Quantity, Quote, Span, When
from briefings.screen import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.extraction import Examined
    from briefings.facts.reading import Rejected
    from briefings.model import Article, Deed, Fact, Reasoning, Sentence

_COLOURS = {"date": "33", "person": "36", "organization": "34", "place": "32", "quote": "35", "quantity": "31"}
_BOLD, _DIM = "1", "2"
_INDENT = " " * 6
_KIND_WIDTH = 13

_Found = TypeVar("_Found", "Fact", "Rejected")


@dataclass(frozen=True, slots=True)
class Style:
    """How a listing looks: colours, or brackets around the words of facts; reasons, or only what was found."""

    colours: bool
    explain: bool = False

    def painted(self, text: str, code: str) -> str:
        """Give a text on one line, control characters made visible, in a colour where there are colours."""
        plain = escaped(text.replace("\n", " "))
        return f"\x1b[{code}m{plain}\x1b[0m" if self.colours and code else plain


def listing(examined: Examined, style: Style) -> Iterator[str]:
    """Give the lines of an article: every sentence with its facts, what was done in it, what was turned down."""
    article, findings = examined.article, examined.findings
    yield style.painted(_head(examined), _BOLD)
    ranks = {index: rank for rank, index in enumerate(findings.key_sentences, 1)}
    deeds = {deed.sentence: deed for deed in findings.deeds}
    facts, rejected = _by_sentence(findings.facts, article), _by_sentence(examined.rejected, article)
    open_facts: list[Fact] = []
    for sentence in article.sentences:
        here = facts[sentence.index]
        open_facts = [fact for fact in open_facts if fact.evidence.span.end > sentence.span.start] + here
        yield ""
        yield _opening(sentence, article, ranks) + _marked(article, sentence.span, open_facts, style)
        for fact in here:
            yield from _lines_of(fact, article, style)
        if deed := deeds.get(sentence.index):
            yield f"{_INDENT}{style.painted('who did what'.ljust(_KIND_WIDTH), _DIM)} {_told(deed, article, style)}"
        for one in rejected[sentence.index]:
            yield _turned_down(one, article, style)


def _head(examined: Examined) -> str:
    article = examined.article
    when = f"published {article.published:%Y-%m-%d %H:%M}" if article.published else "undated"
    counts = f"{len(article.sentences)} sentences, {len(examined.findings.facts)} facts"
    return f"{article.source.path} · {article.language} · {when} · {counts}"


def _by_sentence(found: Sequence[_Found], article: Article) -> list[list[_Found]]:
    rows: list[list[_Found]] = [[] for _ in article.sentences]
    for one in found:
        rows[one.evidence.sentence].append(one)
    return rows


def _opening(sentence: Sentence, article: Article, ranks: dict[int, int]) -> str:
    """Give the number of a sentence with what it is: a title, a heading, the n-th best key sentence."""
    kind = article.block_of(sentence).kind
    rank = ranks.get(sentence.index)
    marks = [f"★{rank}"] if rank else []
    marks += [kind] if kind in {"title", "lead", "heading"} else []
    return f"{sentence.index:>4}  {''.join(f'{mark}  ' for mark in marks)}"


def _marked(article: Article, within: Span, facts: Sequence[Fact], style: Style) -> str:
    """Give a sentence with the words of its facts in brackets; or in colours, of the shortest where facts meet."""
    opening: dict[int, list[Fact]] = {within.start: [], within.end: []}
    closing: dict[int, list[Fact]] = {}
    for fact in facts:
        span = fact.evidence.span
        if span.overlaps(within):
            opening.setdefault(max(span.start, within.start), []).append(fact)
            closing.setdefault(min(span.end, within.end), []).append(fact)
    parts: list[str] = []
    active: list[Fact] = []
    for start, end in pairwise(sorted(opening.keys() | closing.keys())):
        active = [fact for fact in active if fact not in closing.get(start, ())] + opening.get(start, [])
        words = article.words(Span(start, end))
        if style.colours:
            shortest = min(active, key=_length, default=None)
            parts.append(style.painted(words, _COLOURS[shortest.kind] if shortest else ""))
        else:
            brackets = "[" * len(opening.get(start, ())), "]" * len(closing.get(end, ()))
            parts.append(style.painted(words, "").join(brackets))
    return "".join(parts)


def _length(fact: Fact) -> int:
    return fact.evidence.span.end - fact.evidence.span.start


def _lines_of(fact: Fact, article: Article, style: Style) -> Iterator[str]:
    """Give a fact: its kind, its words, what they say, its rule; and why the rule fired when that is asked for."""
    kind = style.painted(fact.kind.ljust(_KIND_WIDTH), _COLOURS[fact.kind])
    words = style.painted(_short(article.words(fact.evidence.span)), "")
    says = style.painted(_says(fact), "")
    yield f"{_INDENT}{kind} {words}{'  →  ' if says else ''}{says}  {style.painted(f'({fact.rule})', _DIM)}"
    if style.explain:
        for line in (description_of(fact.rule) or "a rule of a plug-in", *_evidence(fact, article)):
            yield f"{_INDENT}{' ' * _KIND_WIDTH} {style.painted(f'· {line}', _DIM)}"


def _says(fact: Fact) -> str:
    """Say what a fact states, in a few words."""
    match fact:
        case When():
            return _joined(fact.value or "not resolvable", fact.type, fact.mod)
        case Quantity():
            return _joined(fact.value, fact.unit, None if fact.type == "number" else fact.type, fact.mod)
        case Quote():
            return _joined("direct" if fact.direct else "reported", f"by {fact.speaker or 'nobody named'}")
        case Actor():
            return _joined(fact.name, fact.role, fact.key)
        case Place():
            return _joined(fact.name, fact.key)


def _evidence(fact: Fact, article: Article) -> Iterator[str]:
    """Give the words around a fact that its rule relied on, and how its value was counted."""
    match fact:
        case When() if fact.reasoning is not None:
            yield _counted(fact.reasoning)
        case Actor() if fact.role_span is not None:
            yield f"office: {_short(article.words(fact.role_span))}"
        case Quote():
            if fact.cue_span is not None:
                yield f"verb: {article.words(fact.cue_span)}"
            if fact.speaker_span is not None:
                yield f"speaker: {article.words(fact.speaker_span)}"


def _counted(reasoning: Reasoning) -> str:
    """Say how a date was counted: "2025-12-04 (published) - 2 weeks"."""
    kind = "published" if reasoning.anchor_kind == "published" else "told before"
    sign, count = ("+" if reasoning.shift > 0 else "-"), abs(reasoning.shift)
    step = f" {sign} {count} {reasoning.unit}{'s' if count != 1 else ''}" if reasoning.shift else ""
    return f"counted: {reasoning.anchor.isoformat()} ({kind}){step}"


def _told(deed: Deed, article: Article, style: Style) -> str:
    told = {
        "who": deed.actor and deed.actor.name,
        "did": deed.action and article.words(deed.predicate or deed.action),
        "with": deed.counterpart and deed.counterpart.name,
        "where": deed.place and deed.place.name,
        "when": deed.when and deed.when.value,
    }
    shown = style.painted(" · ".join(f"{what}: {words}" for what, words in told.items() if words), "")
    return f"{shown}  {style.painted(f'({deed.rule})', _DIM)}"


def _turned_down(one: Rejected, article: Article, style: Style) -> str:
    words = style.painted(_short(article.words(one.evidence.span)), "")
    label = style.painted(f"no {one.kind}".ljust(_KIND_WIDTH), _DIM)
    return f"{_INDENT}{label} {words}  {style.painted(f'· {reason_of(one.reason)} ({one.reason})', _DIM)}"


def _short(words: str) -> str:
    """Give words, or the ends of many: the sentence above holds them all."""
    return words if len(words) <= 60 else f"{words[:28].rstrip()} … {words[-28:].lstrip()}"


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
