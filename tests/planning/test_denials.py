"""What one outlet says and another denies: cases in tests/cases/denials."""

from __future__ import annotations

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.languages.names import builtin_names
from briefings.planning.denials import denials_of
from briefings.planning.material import Material
from tests.casefiles import rows_in
from tests.making import moment

CASES = rows_in("denials/pairs.txt")


def _verdict(*told: str) -> str:
    articles = []
    for place, line in enumerate(told):
        language, _, text = line.strip().partition(" ")
        articles.append(article_from_text(f"a{place}", text, language, moment(f"2026-03-02 0{place + 8}:00")))
    material = Material(tuple(articles), tuple(find(article, builtin_names()) for article in articles))
    owners = {"a0": "Kıyı Defteri", "a1": "Poyraz Haber"}
    found = denials_of(articles, material, owners)
    sides = [[claim.fact.evidence.article for claim in dispute.claims] for dispute in found]
    return "denied" if sides == [["a0", "a1"]] else "apart" if not sides else str(sides)


@pytest.mark.parametrize(("claim", "denial", "verdict"), CASES)
def test_pair(claim: str, denial: str, verdict: str) -> None:
    assert _verdict(claim, denial) == verdict
