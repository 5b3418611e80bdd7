"""Readings and mentions for tests of annotators, made from a text and lists of names."""

from __future__ import annotations

import re

from briefings.facts.reading import Reading, reading_of
from briefings.languages.names import NameTable
from briefings.languages.sentences import sentence_spans
from briefings.model import Actor, Article, Block, BlockKind, Evidence, Place, Sentence, Source, Span, When

KINDS = ("person", "organization", "place")


def reading_in(text: str, language: str, *, lead: bool = False) -> Reading:
    """Make a reading with a block for each paragraph, the first of them a lead if wanted."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for match in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        kind: BlockKind = "lead" if lead and not blocks else "paragraph"
        blocks.append(Block(kind, Span(match.start(), match.start() + len(match.group().rstrip()))))
        spans = sentence_spans(text, match.start(), match.end(), language)
        sentences += [Sentence(len(sentences) + at, len(blocks) - 1, span) for at, span in enumerate(spans)]
    article = Article("case", Source("case.txt", "0"), language, text, tuple(blocks), tuple(sentences), None)
    return reading_of(article, NameTable())


def mentions_in(text: str, names: dict[str, list[str]]) -> tuple[Actor | Place, ...]:
    """Find each name, and a person's surname alone."""
    found: dict[int, Actor | Place] = {}
    for kind, full_names in names.items():
        for name in full_names:
            forms = [name, name.split()[-1]] if kind == "person" else [name]
            for form in forms:
                for match in re.finditer(rf"(?<!\w){re.escape(form)}", text):
                    evidence = Evidence("case", 0, Span(*match.span()))
                    inside = any(other.evidence.span.contains(evidence.span) for other in found.values())
                    if not inside:
                        found[match.start()] = mention(kind, evidence, name)
    return tuple(found[start] for start in sorted(found))


def dates_in(text: str, phrases: list[str]) -> tuple[When, ...]:
    """Find each phrase of time; the sentence is left at 0."""
    spans = [Span(*match.span()) for phrase in phrases for match in re.finditer(rf"(?<!\w){re.escape(phrase)}", text)]
    return tuple(When(Evidence("case", 0, span), "case", "DATE", None) for span in spans)


def mention(kind: str, evidence: Evidence, name: str) -> Actor | Place:
    """Make a mention."""
    key = f"{kind}:{name}"
    if kind == "place":
        return Place(evidence, "case", name, key)
    return Actor(evidence, "case", "person" if kind == "person" else "organization", name, key)
