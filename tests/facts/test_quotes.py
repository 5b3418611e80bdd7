"""Quotations and reported speech: cases from text files, and promises on hostile input."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefings.facts.quotes import find_quotes
from briefings.facts.reading import Reading, reading_of
from briefings.languages.names import NameTable
from briefings.languages.sentences import sentence_spans
from briefings.model import Actor, Article, Block, Evidence, Place, Quote, Sentence, Source, Span

CASES = Path(__file__).parent.parent / "cases" / "quotes"
KINDS = ("person", "organization", "place")


@dataclass
class Case:
    """One text with its names and what must be found in it."""

    language: str
    title: str
    names: dict[str, list[str]] = field(default_factory=dict)
    text: str = ""
    expected: list[list[str]] = field(default_factory=list)


def cases() -> list[Case]:
    """Read every case file."""
    found: list[Case] = []
    for path in sorted(CASES.glob("*.txt")):
        language = "tr" if path.stem.startswith("turkish") else "en"
        for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            title, _, body = part.partition("\n")
            found.append(case_of(language, title, body))
    return found


def case_of(language: str, title: str, body: str) -> Case:
    """Read one case."""
    case = Case(language, title)
    lines: list[str] = []
    for line in body.splitlines():
        kind, _, names = line.partition(": ")
        if kind in KINDS and not lines:
            case.names[kind] = names.split("; ")
        elif line.startswith("> "):
            case.expected.append([part.strip() for part in line[2:].split(" | ")])
        else:
            lines.append(line)
    case.text = "\n".join(lines).strip()
    return case


def reading_in(text: str, language: str) -> Reading:
    """Make a reading with a block for each paragraph."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for match in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        blocks.append(Block("paragraph", Span(match.start(), match.start() + len(match.group().rstrip()))))
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


def mention(kind: str, evidence: Evidence, name: str) -> Actor | Place:
    """Make a mention."""
    key = f"{kind}:{name}"
    if kind == "place":
        return Place(evidence, "case", name, key)
    return Actor(evidence, "case", "person" if kind == "person" else "organization", name, key)


def shown(quote: Quote, text: str) -> list[str]:
    """Write a finding the way the case files do."""
    return [
        "direct" if quote.direct else "reported",
        quote.speaker or "-",
        quote.evidence.span.of(text),
        quote.speaker_span.of(text) if quote.speaker_span else "-",
        quote.cue or "-",
    ]


def matches(expected: list[str], found: list[str]) -> bool:
    """Compare, "first … last" standing for everything between and "*" for anything."""
    for wanted, got in zip(expected, found, strict=False):
        first, between, last = wanted.partition(" … ")
        fits = got.startswith(first) and got.endswith(last) if between else got == wanted
        if not fits and wanted != "*":
            return False
    return True


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}: {case.title}")
def test_case(case: Case) -> None:
    """What is found is what the case file says, in the same order."""
    reading = reading_in(case.text, case.language)
    quotes = find_quotes(reading, mentions_in(case.text, case.names))
    found = [shown(quote, case.text) for quote in quotes]
    assert len(found) == len(case.expected), found
    assert all(matches(*pair) for pair in zip(case.expected, found, strict=True)), found


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}: {case.title}")
def test_evidence_lies_in_its_sentence(case: Case) -> None:
    """A quotation starts in the sentence it names, and the speaker is wholly there or not at all."""
    reading = reading_in(case.text, case.language)
    for quote in find_quotes(reading, mentions_in(case.text, case.names)):
        sentence = reading.article.sentences[quote.evidence.sentence].span
        assert sentence.start <= quote.evidence.span.start < sentence.end
        assert quote.cue == (quote.cue_span.of(case.text) if quote.cue_span else None)


HOSTILE = [
    '" ',
    "' ",
    "“",
    "”",
    "« ",
    '"a ',
    "'a",
    "a' ",
    "“a ",
    '"a" ',
    "said ",
    '"a" said ',
    "belirtti ",
    '"a" dedi ',
    ", said X",
    "X, ",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_time_is_linear(piece: str, language: str) -> None:
    """Four times the input takes nowhere near sixteen times as long."""

    def seconds(count: int) -> float:
        text = piece * count
        reading = reading_in(text, language)
        mentions = mentions_in(text, {"person": ["X"]})
        begun = time.process_time()
        find_quotes(reading, mentions)
        return time.process_time() - begun

    small = max(min(seconds(2_000) for _ in range(2)), 0.002)
    assert seconds(8_000) < 8 * small
