from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.facts.deeds import find_deeds
from briefings.facts.reading import reading_of
from briefings.languages.names import builtin_names

CASES = Path(__file__).parent.parent / "cases" / "deeds"
PUBLISHED = datetime(2025, 12, 4, 9, tzinfo=ZoneInfo("Europe/Istanbul"))


def _cases() -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for path in sorted(CASES.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        language = "tr" if path.stem == "turkish" else "en"
        found += [(language, text, gold.removeprefix("> ")) for text, gold in zip(lines[::2], lines[1::2], strict=True)]
    return found


@pytest.mark.parametrize(("language", "text", "gold"), _cases())
def test_who_did_what(language: str, text: str, gold: str) -> None:
    article = article_from_text("case", text, language, PUBLISHED)
    facts = find(article, builtin_names()).facts
    deeds = find_deeds(reading_of(article, builtin_names()), facts, (0,))
    shown = [
        " | ".join(
            part or "-"
            for part in (
                deed.actor and deed.actor.name,
                deed.action and article.words(deed.action),
                deed.counterpart and deed.counterpart.name,
                deed.place and deed.place.name,
                deed.when and deed.when.value,
            )
        )
        for deed in deeds
    ]
    assert shown == [gold]


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("tr", "Ankara ve "),
        ("tr", "Ankara İzmir "),
        ("tr", "Ankara-"),
        ("tr", "“Ankara” "),
        ("en", "Germany met Ankara and "),
    ],
)
def test_sentences_full_of_names_take_linear_time(language: str, piece: str) -> None:
    article = article_from_text("case", piece * 3000 + "geldi.", language, PUBLISHED)
    reading = reading_of(article, builtin_names())
    facts = find(article, builtin_names()).facts
    begun = process_time()
    find_deeds(reading, facts, (0,))
    assert process_time() - begun < 5
