"""Sentences: cases from text files, and promises on hostile input."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from briefings.languages.sentences import sentence_spans

CASES = Path(__file__).parent.parent / "cases" / "sentences"
LANGUAGES = {"turkish": "tr", "english": "en"}
LONG = 50_000


def cases() -> list[tuple[str, str]]:
    """Give language and line of every case."""
    return [
        (language, line)
        for name, language in LANGUAGES.items()
        for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize(("language", "line"), cases())
def test_sentences_end_where_they_should(language: str, line: str) -> None:
    marked = line.replace("\\n", "\n")
    text = marked.replace(" ‖ \n", "\n").replace("‖ ", "").replace("‖", "")
    wanted = [piece.strip() for piece in marked.split("‖")]
    assert [span.of(text) for span in sentence_spans(text, 0, len(text), language)] == wanted


def test_offsets_are_into_the_whole_text() -> None:
    text = "Dışarıda.  Bir cümle. İki cümle.   Dışarıda."
    spans = sentence_spans(text, 9, 35, "tr")
    assert [span.of(text) for span in spans] == ["Bir cümle.", "İki cümle."]


def test_other_languages_are_cut_too() -> None:
    text = "Die Brücke ist offen. Alle kommen."
    assert len(sentence_spans(text, 0, len(text), "de")) == 2


@pytest.mark.parametrize("text", ["", "   ", "\n\n\n", "\n \n \n"])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert sentence_spans(text, 0, len(text), "tr") == ()


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        ".",
        "a.",
        '"',
        ' "',
        "(",
        "()",
        "\n",
        "\n ",
        " ",
        "[1]",
        ".[1",
        "A.)",
        '."',
        ". -",
        "U.S. ",
        "1. ",
        " 'a",
        "“",
    ],
)
def test_time_is_linear(piece: str) -> None:
    text = piece * (LONG // len(piece))
    begun = process_time()
    spans = sentence_spans(text, 0, len(text), "tr")
    assert process_time() - begun < 10
    assert all(first.end <= second.start for first, second in pairwise(spans))
