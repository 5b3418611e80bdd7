"""Quantities: cases from text files, and promises on hostile input."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from briefings.facts.quantities import find_quantities
from briefings.facts.reading import reading_of
from briefings.languages.names import NameTable
from briefings.model import Article, Block, Evidence, Quantity, Sentence, Source, Span, When

CASES = Path(__file__).parent.parent / "cases" / "quantities"
LANGUAGES = {"turkish": "tr", "english": "en"}
LONG = 10_000


def cases() -> list[tuple[str, str]]:
    """Give language and line of every case."""
    return [
        (language, line)
        for name, language in LANGUAGES.items()
        for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def article_of(text: str, language: str) -> Article:
    """Make an article of one sentence."""
    whole = Span(0, len(text))
    return Article(
        "a", Source("a.txt", "0" * 64), language, text, (Block("paragraph", whole),), (Sentence(0, 0, whole),), None
    )


def found_in(text: str, language: str, dates: tuple[When, ...] = ()) -> tuple[Quantity, ...]:
    """Find the quantities of one sentence."""
    return find_quantities(reading_of(article_of(text, language), NameTable()), dates)


def without_braces(marked: str) -> tuple[str, tuple[When, ...]]:
    """Give the text of a case and the dates its braces stand for."""
    dates: list[When] = []
    text = ""
    for part in re.split(r"(\{[^}]*\})", marked):
        words = part.strip("{}") if part.startswith("{") else part
        if part.startswith("{"):
            evidence = Evidence("a", 0, Span(len(text), len(text) + len(words)))
            dates.append(When(evidence, "test", "DURATION", None))
        text += words
    return text, tuple(dates)


def shown(quantity: Quantity, text: str) -> str:
    """Write a quantity as the cases do."""
    modifier = f" {quantity.mod}" if quantity.mod else ""
    return f"{quantity.evidence.span.of(text)} | {quantity.type} {quantity.value} {quantity.unit or '-'}{modifier}"


@pytest.mark.parametrize(("language", "line"), cases())
def test_quantities_are_found_with_what_they_count(language: str, line: str) -> None:
    marked, _, wanted = line.partition(" ⇒ ")
    text, dates = without_braces(marked)
    found = " ; ".join(shown(quantity, text) for quantity in found_in(text, language, dates)) or "-"
    assert found == wanted.strip()


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1",
        "9,",
        "bin ",
        "one ",
        "hundred and ",
        "yüz",
        "1-",
        "$",
        "$1",
        "% ",
        "1/2 ",
        "half a ",
        "(",
        "1e9",
        "1^9",
        "1 (km ",
        "sayısı 1 ",
        "1'i ",
        "112'yi ",
        "onda biri ",
        "number of 1 ",
        "1 of the ",
        "from 1 ",
        "madde 1, 2, ",
        "'",
    ],
)
def test_time_is_linear_and_values_are_decimal(piece: str, language: str) -> None:
    text = piece * (LONG // len(piece))
    begun = process_time()
    for quantity in found_in(text, language):
        assert re.fullmatch(r"-?\d+(\.\d+)?", quantity.value)
    assert process_time() - begun < 5
