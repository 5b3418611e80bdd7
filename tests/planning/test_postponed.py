"""Dates that a sentence gives up: cases in tests/cases/ledger/postponed.txt."""

from __future__ import annotations

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.languages.names import builtin_names
from briefings.model import When
from briefings.planning.material import Material
from briefings.planning.postponed import is_given_up
from tests.casefiles import rows_in
from tests.making import moment


@pytest.mark.parametrize(("told", "kept"), rows_in("ledger/postponed.txt"))
def test_kept(told: str, kept: str) -> None:
    language, _, text = told.partition(" ")
    article = article_from_text("a", text, language, moment("2026-03-02 09:00"))
    material = Material((article,), (find(article, builtin_names()),))
    facts = material.found_in("a").facts
    found = [fact.value for fact in facts if isinstance(fact, When) and not is_given_up(fact, material)]
    assert " ".join(value or "" for value in found) == ("" if kept == "-" else kept)
