"""What words say of a claim."""

from __future__ import annotations

import pytest

from briefings.languages.concepts import aspects_among


@pytest.mark.parametrize(
    ("words", "aspects"),
    [
        ("the vote was brought forward", {"postponed"}),
        ("the report is without foundation", {"denial"}),
        ("the vote was brought home", set()),
    ],
)
def test_pairs_of_words_however_long(words: str, aspects: set[str]) -> None:
    assert aspects_among(words.split(), "en") == aspects
