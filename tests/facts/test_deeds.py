from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.facts.deeds import find_deeds
from briefings.facts.reading import reading_of
from briefings.languages.names import builtin_names

if TYPE_CHECKING:
    from briefings.model import Article, Deed

CASES = Path(__file__).parent.parent / "cases" / "deeds"
PUBLISHED = datetime(2025, 12, 4, 9, tzinfo=ZoneInfo("Europe/Istanbul"))


PREDICATES = [
    (
        "tr",
        "Türkiye, 2 Aralık'ta Bulgaristan'a yeni gümrük planını sundu.",
        "deed-subject",
        "yeni gümrük planını sundu",
    ),
    ("tr", "NATO, limanları, yolları ve köprüleri kapsayan bir plan hazırladı.", "deed-subject", "bir plan hazırladı"),
    ("tr", "Törene Ankara, Bursa ve Konya katılacak.", "deed-subject", None),
    ("tr", "Metni Emre Aydın, Oslo adına Selin Karaaslan imzaladı.", "deed-subject", None),
    ("tr", "NATO kasım ayı verilerini salı günü duyurdu.", "deed-subject", "duyurdu"),
    ("en", "Germany, Malta and Norway signed the deal.", "deed-subject", None),
    ("tr", "NATO, 2026 planının ayrıntılarını salı günü Oslo'da açıkladı.", "deed-subject", "açıkladı"),
    ("en", "Germany has more than a dozen harbours.", "deed-subject", "has more than a dozen harbours"),
    ("en", "Germany opened gate no. 9 to traffic.", "deed-subject", "opened gate no. 9 to traffic"),
    ("en", 'Germany bought prints of "The Night Watch".', "deed-subject", None),
    ("tr", "Plan NATO tarafından onaylandı.", "deed-agent", "onaylandı"),
    ("tr", "Selin Karaaslan, yolun açıldığını söyledi.", "deed-speaker", None),
    ("tr", "Uzmanlara göre NATO, yeni planı onayladı.", "deed-subject", None),
    (
        "en",
        "Turkey signed a customs agreement with Bulgaria in Ankara.",
        "deed-subject",
        "signed a customs agreement with Bulgaria",
    ),
    ("en", "Turkey signed the deal and Bulgaria opened the road.", "deed-subject", "signed the deal"),
    ("en", "Turkey beat Malta 3 – 1 on Tuesday.", "deed-subject", "beat Malta 3 – 1"),
    ("en", "Laura Bennett said the road was open.", "deed-speaker", None),
    ("en", "According to Laura Bennett, Turkey closed the road.", "deed-subject", None),
]
PARTS = ("actor", "action", "counterpart", "place", "when")
FLOORS = {"turkish": (98, 94), "english": (96, 94)}
"""Precision and recall of all parts of the measured cases, in per cent."""


def _cases(path: Path) -> list[tuple[str, str, str]]:
    """Give language, sentence and label of each case of a file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    language = "tr" if path.stem == "turkish" else "en"
    return [(language, text, gold.removeprefix("> ")) for text, gold in zip(lines[::2], lines[1::2], strict=True)]


def _deed(language: str, text: str) -> tuple[Deed | None, Article]:
    article = article_from_text("case", text, language, PUBLISHED)
    facts = find(article, builtin_names()).facts
    deeds = find_deeds(reading_of(article, builtin_names()), facts, (0,))
    return (deeds[0] if deeds else None), article


def _parts(language: str, text: str) -> list[str]:
    deed, article = _deed(language, text)
    if deed is None:
        return ["-"] * len(PARTS)
    return [
        part or "-"
        for part in (
            deed.actor and deed.actor.name,
            deed.action and article.words(deed.action),
            deed.counterpart and deed.counterpart.name,
            deed.place and deed.place.name,
            deed.when and deed.when.value,
        )
    ]


@pytest.mark.parametrize(
    ("language", "text", "gold"), [case for path in sorted(CASES.glob("*.txt")) for case in _cases(path)]
)
def test_who_did_what(language: str, text: str, gold: str) -> None:
    assert " | ".join(_parts(language, text)) == gold


@pytest.mark.parametrize("name", FLOORS)
def test_of_the_measured_cases_as_many_are_right(name: str) -> None:
    marked = found = right = 0
    differing: list[str] = []
    for language, text, gold in _cases(CASES / "measured" / f"{name}.txt"):
        wanted, got = gold.split(" | "), _parts(language, text)
        marked += sum(part != "-" for part in wanted)
        found += sum(part != "-" for part in got)
        right += sum(one == other != "-" for one, other in zip(wanted, got, strict=True))
        differing += [f"{text}: {' | '.join(got)}"] if got != wanted else []
    precision, recall = FLOORS[name]
    assert 100 * right >= precision * found, "\n".join(differing)
    assert 100 * right >= recall * marked, "\n".join(differing)


@pytest.mark.parametrize(("language", "text", "rule", "words"), PREDICATES)
def test_a_predicate_is_the_verb_with_its_object(language: str, text: str, rule: str, words: str | None) -> None:
    deed, article = _deed(language, text)
    assert deed is not None
    assert (deed.rule, deed.predicate and article.words(deed.predicate)) == (rule, words)


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("tr", "Ankara ve "),
        ("tr", "Ankara İzmir "),
        ("tr", "Ankara-"),
        ("tr", "“Ankara” "),
        ("en", "Germany met Ankara and "),
        ("en", "Laura Bennett, "),
        ("en", "and Germany (Ankara "),
        ("en", "Germany of Ankara "),
        ("tr", "Ankara, gelen "),
        ("tr", "Ankara'da dün "),
    ],
)
def test_sentences_full_of_names_take_linear_time(language: str, piece: str) -> None:
    article = article_from_text("case", piece * 1500 + "geldi.", language, PUBLISHED)
    reading = reading_of(article, builtin_names())
    facts = find(article, builtin_names()).facts
    begun = process_time()
    find_deeds(reading, facts, (0,))
    assert process_time() - begun < 1.25
