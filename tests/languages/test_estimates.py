"""Likelihood and confidence in one sentence: found, and not found where a word only looks like one of them."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.articles.desk.linting import mixed_estimates
from briefings.languages.estimates import mixed_estimate
from briefings.model import Note
from tests.casefiles import rows_in

LANGUAGES = {"turkish": "tr", "english": "en"}
MIXED = [(code, *row) for name, code in LANGUAGES.items() for row in rows_in(f"estimates/{name}.txt")]
PLAIN = [(code, row[0]) for name, code in LANGUAGES.items() for row in rows_in(f"estimates/{name}-none.txt")]


@pytest.mark.parametrize(("language", "sentence", "likelihood", "confidence"), MIXED)
def test_both_are_found(language: str, sentence: str, likelihood: str, confidence: str) -> None:
    assert mixed_estimate(sentence, language) == (likelihood, confidence)


@pytest.mark.parametrize(("language", "sentence"), PLAIN)
def test_one_alone_is_fine(language: str, sentence: str) -> None:
    assert mixed_estimate(sentence, language) is None


def test_a_note_is_read_sentence_by_sentence_with_its_lines() -> None:
    text = (
        "We judge it with high confidence. Fog is likely.\n\n- High confidence\n- A delay is likely,\n  high confidence"
    )
    note = Note("notes/2025-12-04.en.md", date(2025, 12, 4), "en", "", None, text, line=7)
    assert [(notice.path, notice.line, notice.code) for notice in mixed_estimates([note])] == [
        (note.path, 10, "estimate")
    ]


def test_a_bottom_line_is_read_too() -> None:
    note = Note(
        "notes/2025-12-04.tr.md", date(2025, 12, 4), "tr", "", None, "",
        bottom_line="İzin yüksek güvenle, muhtemelen uzar.", bottom_line_at=3,
    )  # fmt: skip
    assert [notice.line for notice in mixed_estimates([note])] == [3]
