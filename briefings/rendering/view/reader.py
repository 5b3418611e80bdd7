"""The reader of a page: language, profile, and the pieces made for them. Citing a sentence gives it its note number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from briefings.languages.casing import upper
from briefings.languages.invisible import without_invisible
from briefings.languages.labels import pieces
from briefings.model import Actor, Place, Quantity, Quote, When
from briefings.model.look import SHIPPED
from briefings.rendering.look.labels import word
from briefings.rendering.view.pieces import EditionValue, Label, NoteMark, Run, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import Amended, Article, Deed, Edition, Evidence, Fact, Findings, SourceRecord, Span
    from briefings.model.look import Look
    from briefings.rendering.view.pieces import FactValue, Line, Piece

Identity = tuple[object, ...]


@dataclass(slots=True)
class Cited:
    """A sentence the page cites: where, and which of its words."""

    article: str
    sentence: int
    target: str
    """The anchor of its entry in the evidence."""
    number: int = 0
    """0 until the sentence has a visible note, or the page is complete."""
    marks: set[Span] = field(default_factory=set)
    anchors: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Citations:
    """The sentences cited so far; visible notes are numbered in reading order, the rest after them."""

    entries: dict[tuple[str, int], Cited] = field(default_factory=dict)
    printed: set[tuple[str, int]] = field(default_factory=set)
    """Sentences that stand on the page as points already."""
    amended: set[Evidence] = field(default_factory=set)
    """Evidence of facts that stand on the page as the desk has them."""
    _last: int = 0

    def cited(self, evidence: Evidence) -> Cited:
        """Give the entry of a sentence, a new one when it is cited for the first time."""
        key = (evidence.article, evidence.sentence)
        if key not in self.entries:
            self.entries[key] = Cited(*key, target=f"e{len(self.entries) + 1}")
        return self.entries[key]

    def number(self, entry: Cited) -> int:
        """Give the number of an entry, the next one when it has none."""
        if not entry.number:
            self._last += 1
            entry.number = self._last
        return entry.number

    def forget(self) -> None:
        """Start anew: what was made so far is no part of the page."""
        self.entries.clear()
        self.amended.clear()

    def complete(self) -> tuple[Cited, ...]:
        """Give all entries by number; what stood behind values alone is numbered last."""
        for entry in self.entries.values():
            self.number(entry)
        return tuple(sorted(self.entries.values(), key=lambda entry: entry.number))


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is made, with what it is made of."""

    edition: Edition
    language: str
    profile: Literal["principal", "desk"]
    config: Config
    names: NameTable
    look: Look
    articles: dict[str, Article]
    records: dict[str, SourceRecord]
    stories: dict[str, str]
    """The story of each article."""
    twins: Mapping[Identity, tuple[Fact, ...]]
    """All facts of the edition that say the same within a story; none that the desk has changed."""
    amended: dict[tuple[str, Evidence], Amended]
    """What the desk has dropped or changed, by kind and evidence."""
    deeds: dict[tuple[str, int], Deed]
    """Who did what, by article and sentence."""
    instead: dict[str, tuple[tuple[Evidence, FactValue], ...]] = field(default_factory=dict)
    """What the desk says instead of words of an article, by article; filled before anything is cut."""
    citations: Citations = field(default_factory=Citations)

    @property
    def is_desk(self) -> bool:
        """Say whether this is the desk officer's edition."""
        return self.profile == "desk"

    def label(self, path: str) -> Label:
        """Give a label of the reader's language."""
        return Label(word(self.language, path, self.look))

    def filled(self, path: str, **values: Piece) -> Line:
        """Give a label with pieces in its places."""
        parts = pieces(word(self.language, path, self.look))
        line = ((values[part] if place % 2 else Label(part)) for place, part in enumerate(parts) if part)
        return tuple(line)

    def counted(self, path: str, count: int, key: str) -> Line:
        """Give a label with a count, in the singular or the plural."""
        return self.filled(f"{path}_{'one' if count == 1 else 'other'}", count=EditionValue(str(count), key))

    def sentence(self, evidence: Evidence) -> Span:
        """Give the span of the whole sentence a fact stands in."""
        return self.articles[evidence.article].sentences[evidence.sentence].span

    def words(self, article: str, span: Span, marks: Iterable[Span] = ()) -> Words:
        """Cut words from a source, `marks` set off."""
        source = self.articles[article]
        foreign = source.language != self.language
        return Words(
            article=article,
            start=span.start,
            end=span.end,
            runs=_runs(source.text, span, marks),
            language=source.language if foreign else None,
            tag=self.language_tag(article) if foreign else None,
            amended=self._amended(article, span),
        )

    def _amended(self, article: str, span: Span) -> tuple[FactValue, ...]:
        """Give what the desk says instead of words in a span."""
        inside = [(at, value) for at, value in self.instead.get(article, ()) if span.contains(at.span)]
        self.citations.amended.update(at for at, _ in inside)
        return tuple({value.text: value for _, value in inside}.values())

    def amendment(self, fact: Fact) -> Amended | None:
        """Give what the desk did to a fact, None for one that stands as it was found."""
        return self.amended.get((fact.kind, fact.evidence))

    def language_tag(self, article: str) -> Label | EditionValue:
        """Give the small tag that names the language of an article."""
        language = self.articles[article].language
        if language in {"tr", "en"}:
            return self.label(f"tags.{language}")
        return EditionValue(upper(language, "en"), f"language:{article}")

    def whole_sentence(self, evidence: Evidence, marks: Iterable[Span] = ()) -> Words:
        """Cut the whole sentence a fact stands in."""
        return self.words(evidence.article, self.sentence(evidence), marks)

    def cite(self, evidence: Evidence, mark: Span | None = None) -> NoteMark:
        """Cite a sentence with a visible note number; `mark` is what the line takes from it."""
        entry = self.citations.cited(evidence)
        if mark is not None and mark != self.sentence(evidence):
            entry.marks.add(mark)
        number = self.citations.number(entry)
        anchor = f"c{number}" if not entry.anchors else f"c{number}-{len(entry.anchors) + 1}"
        entry.anchors.append(anchor)
        return NoteMark(number, anchor, entry.target)

    def support(self, evidence: Evidence) -> str:
        """Cite a sentence behind a value, without a visible number; give the anchor of its entry."""
        entry = self.citations.cited(evidence)
        entry.marks.add(evidence.span)
        return entry.target


def reader_of(
    edition: Edition,
    language: str,
    profile: Literal["principal", "desk"],
    config: Config,
    names: NameTable,
    look: Look = SHIPPED,
) -> Reader:
    """Lay out an edition for one reader."""
    stories = {article: story.id for story in edition.stories for article in story.articles}
    return Reader(
        edition=edition,
        language=language,
        profile=profile,
        config=config,
        names=names,
        look=look,
        articles={article.id: article for article in edition.articles},
        records={record.article: record for record in edition.coverage},
        stories=stories,
        twins=_twins_of(_Held(edition.findings), frozenset(stories.items())),
        amended=_amended_in(edition.findings),
        deeds={(found.article, deed.sentence): deed for found in edition.findings for deed in found.deeds},
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """What was found in an edition, as a key: the same object, not an equal one."""

    findings: tuple[Findings, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.findings is other.findings

    def __hash__(self) -> int:
        return id(self.findings)


@lru_cache(maxsize=2)
def _twins_of(held: _Held, stories: frozenset[tuple[str, str]]) -> Mapping[Identity, tuple[Fact, ...]]:
    """Give all facts that say the same within a story, once for all pages of an edition."""
    story_of, amended = dict(stories), _amended_in(held.findings)
    twins: dict[Identity, list[Fact]] = {}
    for found in held.findings:
        for fact in found.facts:
            if not amended or (fact.kind, fact.evidence) not in amended:
                twins.setdefault(identity_of(fact, story_of.get(found.article)), []).append(fact)
    return {identity: tuple(facts) for identity, facts in twins.items()}


def _amended_in(findings: tuple[Findings, ...]) -> dict[tuple[str, Evidence], Amended]:
    return {(one.found.kind, one.found.evidence): one for found in findings for one in found.amended}


def identity_of(fact: Fact, story: str | None) -> Identity:
    """Give what a fact says, as a key: two facts with one key give one value in words."""
    match fact:
        case Actor() | Place():
            return story, fact.kind, fact.key, fact.name
        case When():
            return story, fact.kind, fact.type, fact.value, fact.mod, fact.reasoning is None
        case Quantity():
            return story, fact.kind, fact.type, fact.value, fact.unit, fact.mod
        case Quote():
            return fact.evidence.article, fact.kind, fact.evidence.span


@lru_cache(maxsize=1 << 13)
def shown(text: str) -> str:
    """Give source words as they are printed: single spaces, without characters that reverse or hide text."""
    return re.sub(r"\s+", " ", without_invisible(text))


def _runs(text: str, span: Span, marks: Iterable[Span]) -> tuple[Run, ...]:
    """Cut a span where marks begin and end; marks that overlap become one."""
    runs: list[Run] = []
    position = span.start
    for mark in sorted(marks):
        start, end = max(mark.start, position), min(mark.end, span.end)
        if start >= end:
            continue
        if position < start:
            runs.append(Run(shown(text[position:start])))
        runs.append(Run(shown(text[start:end]), marked=True))
        position = end
    if position < span.end:
        runs.append(Run(shown(text[position : span.end])))
    return tuple(runs)
