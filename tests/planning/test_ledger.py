"""What two numbers, or two days ahead, of two sources are to one another: cases in tests/cases/ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.languages.names import builtin_names
from briefings.planning.counts import agree, are_of_one_size, count_the_same, has_moved
from briefings.planning.ledger import entries_of
from briefings.planning.material import Material
from tests.casefiles import rows_in
from tests.making import moment

if TYPE_CHECKING:
    from briefings.model import Entry

CASES = rows_in("ledger/pairs.txt")


def _entry(told: str, source: str) -> Entry:
    language, _, text = told.strip().partition(" ")
    article = article_from_text(source, text, language, moment("2026-03-02 09:00"))
    (entry,) = entries_of(article, Material((article,), (find(article, builtin_names()),)), source)
    return replace(entry, count=replace(entry.count, alone=False))


def _verdict(one: Entry, other: Entry) -> str:
    if not count_the_same(one.count, other.count):
        return "apart"
    if agree(one.count, other.count):
        return "agree"
    backwards = one.count.unit == "date" and has_moved(other.count, one)
    if has_moved(one.count, other) or backwards:
        return "moved"
    return "disputed" if are_of_one_size(one.count, other.count) else "apart"


@pytest.mark.parametrize(("one", "other", "verdict"), CASES)
def test_pair(one: str, other: str, verdict: str) -> None:
    assert _verdict(_entry(one, "Kıyı Defteri"), _entry(other, "Poyraz Haber")) == verdict
