"""Quotations and reported speech: cases from text files, and promises on hostile input."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.facts.quotes import find_quotes
from briefings.model import Evidence, Quote, Span
from tests.readings import KINDS, mention, mentions_in, reading_in

if TYPE_CHECKING:
    from types import FrameType

    from _typeshed import TraceFunction

CASES = Path(__file__).parent.parent / "cases" / "quotes"


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


def lines_run(text: str, language: str) -> int:
    """Count the lines of Python that a text costs: unlike seconds, the same on every machine."""
    reading = reading_in(text, language)
    mentions = tuple(
        mention("person", Evidence("case", 0, Span(*match.span())), "X") for match in re.finditer("X", text)
    )
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    previous = sys.gettrace()
    sys.settrace(trace)
    try:
        find_quotes(reading, mentions)
    finally:
        sys.settrace(previous)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_work_is_linear(piece: str, language: str) -> None:
    """Four times the input takes about four times the work."""
    find_quotes(reading_in(piece, language), ())
    assert lines_run(piece * 1200, language) < 4.6 * lines_run(piece * 300, language) + 2000
