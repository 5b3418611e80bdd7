"""Key sentences: cases from text files."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from briefings.facts.key_sentences import find_key_sentences
from briefings.facts.quotes import find_quotes
from tests.readings import KINDS, dates_in, mentions_in, reading_in

CASES = Path(__file__).parent.parent / "cases" / "key_sentences"


@dataclass
class Case:
    """One text with its names and what must hold of the ranking."""

    language: str
    title: str
    text: str
    names: dict[str, list[str]] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    lead: bool = False
    wanted: list[tuple[str, list[str]]] = field(default_factory=list)


def cases() -> list[Case]:
    """Read every case file."""
    found: list[Case] = []
    for path in sorted(CASES.glob("*.txt")):
        language = "tr" if path.stem == "turkish" else "en"
        for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            title, _, body = part.partition("\n")
            found.append(case_of(language, title, body))
    return found


def case_of(language: str, title: str, body: str) -> Case:
    """Read one case."""
    case = Case(language, title, "")
    lines: list[str] = []
    lead = ""
    for line in body.splitlines():
        kind, _, rest = line.partition(": ")
        if kind in KINDS and not lines:
            case.names[kind] = rest.split("; ")
        elif kind == "date" and not lines:
            case.dates = rest.split("; ")
        elif kind == "lead" and not lines:
            lead = rest
        elif line.startswith("> "):
            case.wanted.append((kind[2:], [part.strip() for part in rest.split(" | ")]))
        else:
            lines.append(line)
    case.text = "\n".join(lines).strip()
    if lead:
        case.lead, case.text = True, f"{lead}\n\n{case.text}"
    return case


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}: {case.title}")
def test_case(case: Case) -> None:
    """The ranking is what the case file asks for."""
    reading = reading_in(case.text, case.language, lead=case.lead)
    starts = [sentence.span.start for sentence in reading.article.sentences]
    mentions = tuple(
        replace(one, evidence=replace(one.evidence, sentence=bisect_right(starts, one.evidence.span.start) - 1))
        for one in (*mentions_in(case.text, case.names), *dates_in(case.text, case.dates))
    )
    facts = (*mentions, *find_quotes(reading, mentions_in(case.text, case.names)))
    ranked = [reading.article.sentences[index].span.of(case.text) for index in find_key_sentences(reading, facts)]
    for relation, beginnings in case.wanted:
        places = [
            next((place for place, words in enumerate(ranked) if words.startswith(start)), None) for start in beginnings
        ]
        if relation == "first":
            assert places == [0], ranked
        elif relation == "before":
            assert None not in places, ranked
            assert places == sorted(places), ranked  # type: ignore[type-var]
        else:
            assert places == [None], ranked


def test_no_sentences() -> None:
    """A text without sentences has no key sentences."""
    assert find_key_sentences(reading_in("", "tr"), ()) == ()
