"""What is found in each language before processes are forked, so that none of them loads it again."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from briefings.articles import read_article
from briefings.config import Config
from briefings.facts import LANGUAGES
from briefings.finding import EVERY_KIND, prepare
from briefings.languages.names import NameTable
from briefings.model.facts import FactKind


def test_every_language_with_facts_has_a_sentence() -> None:
    assert EVERY_KIND.keys() == LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_its_sentence_has_a_fact_of_every_kind(language: str, tmp_path: Path) -> None:
    path = Path(tmp_path / "one.md")
    path.write_text(f"---\ndate: 2025-01-01\nlang: {language}\n---\n{EVERY_KIND[language]}\n", encoding="utf-8")
    findings, groundwork = prepare(read_article(path, Config()), NameTable(), day_first=True).value()
    assert {fact.kind for fact in findings.facts} == set(get_args(FactKind)) - {"organization"}
    assert findings.deeds
    assert groundwork.runs
