"""What annotators turned down, told to those who ask, and what it costs those who do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.facts.reference import reason_of
from briefings.languages.names import builtin_names
from tests.casefiles import FOLDER
from tests.making import moment

if TYPE_CHECKING:
    from briefings.facts.reading import Rejected

LANGUAGES = {"turkish": "tr", "english": "en"}


def cases() -> list[tuple[str, str]]:
    """Give language and line of every case."""
    return [
        (language, line)
        for name, language in LANGUAGES.items()
        for line in (FOLDER / "rejections" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize(("language", "line"), cases())
def test_what_was_turned_down_is_told_with_the_reason(language: str, line: str) -> None:
    text, _, wanted = line.partition(" ⇒ ")
    article = article_from_text("a", text, language, moment("2025-12-04 09:00"))
    trace: list[Rejected] = []
    findings = find(article, builtin_names(), trace)
    told = sorted((one.evidence.span.start, one.kind, one) for one in trace if one.kind != "name")
    shown = [f"{article.words(one.evidence.span)} | {one.kind} | {one.reason}" for _, _, one in told]
    assert " ; ".join(shown) == wanted
    assert all(reason_of(one.reason) != one.reason for one in trace)
    assert find(article, builtin_names()) == findings
