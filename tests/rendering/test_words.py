"""Dates, quantities and suffixes in the reader's language; the cases are in tests/cases/rendering."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from briefings.languages.collation import initial, sort_key
from briefings.languages.tr.suffixes import Case, with_suffix
from briefings.languages.tr.syllables import syllables, with_soft_hyphens
from briefings.model import Evidence, Quantity, QuantityType, Reasoning, Span, TimexType, When
from briefings.rendering.dates import date_range, long_date, reasoning_in_words, when_in_words
from briefings.rendering.numbers import amount_of

CASES = Path(__file__).parent.parent / "cases" / "rendering"
EVIDENCE = Evidence("a", 0, Span(0, 1))


def cases(name: str) -> list[tuple[str, ...]]:
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|")) for line in lines if line and not line.startswith("#")]


def given(text: str) -> str | None:
    return None if text == "-" else text


@pytest.mark.parametrize(("value", "kind", "mod", "turkish", "english"), cases("dates"))
def test_dates(value: str, kind: str, mod: str, turkish: str, english: str) -> None:
    when = When(EVIDENCE, "rule", cast("TimexType", kind), value, given(mod))
    assert when_in_words(when, "tr") == given(turkish)
    assert when_in_words(when, "en") == given(english)


def test_unresolved_dates_have_no_words() -> None:
    assert when_in_words(When(EVIDENCE, "rule", "DATE", None, "APPROX"), "tr") is None


@pytest.mark.parametrize("case", cases("quantities"), ids=" ".join)
def test_quantities(case: tuple[str, ...]) -> None:
    kind, value, unit, mod, source, turkish, english = case
    quantity = Quantity(EVIDENCE, "rule", cast("QuantityType", kind), value, given(unit), given(mod))
    for language, expected in (("tr", turkish), ("en", english)):
        assert amount_of(quantity, written="as written", source=source, language=language).whole == expected


def test_a_unit_nobody_knows_says_it_is_not_translated() -> None:
    quantity = Quantity(EVIDENCE, "rule", "number", "3", "fıçı")
    assert not amount_of(quantity, written="", source="tr", language="en").translated
    assert amount_of(quantity, written="", source="tr", language="tr").translated


@pytest.mark.parametrize(("word", "case", "expected"), cases("suffixes"))
def test_suffixes(word: str, case: str, expected: str) -> None:
    assert with_suffix(word, cast("Case", case)) == expected


def test_long_dates_and_ranges() -> None:
    assert long_date(date(2025, 12, 4), "tr") == "4 Aralık 2025 Perşembe"
    assert long_date(date(2025, 12, 4), "en") == "Thursday, 4 December 2025"
    assert date_range(date(2025, 12, 31), date(2026, 1, 2), "tr") == "31 Aralık 2025 – 2 Ocak 2026"


def test_reasoning_says_anchor_and_step() -> None:
    reasoning = Reasoning(date(2025, 12, 4), "published", -2, "week")
    assert reasoning_in_words(reasoning, "tr") == ("4 Aralık 2025", "−\u00a02\u00a0hafta")
    assert reasoning_in_words(reasoning, "en") == ("4 December 2025", "−\u00a02\u00a0weeks")


def test_turkish_alphabet() -> None:
    names = ["Zonguldak", "İzmir", "Iğdır", "Çankırı", "Cizre", "Ödemiş", "Ordu", "Şırnak", "Sinop", "Âsım", "Asım"]
    expected = ["Asım", "Âsım", "Cizre", "Çankırı", "Iğdır", "İzmir", "Ordu", "Ödemiş", "Sinop", "Şırnak", "Zonguldak"]
    assert sorted(names, key=lambda name: sort_key(name, "tr")) == expected
    assert [initial(name, "tr") for name in ("İzmir", "Iğdır", "Çankırı")] == ["i", "ı", "ç"]
    assert min(["Zürich", "Čapek", "Chur", "Örebro"], key=lambda name: sort_key(name, "en")) == "Čapek"


@pytest.mark.parametrize(("word", "parts"), cases("syllables"))
def test_syllables(word: str, parts: str) -> None:
    assert "-".join(syllables(word)) == parts


def test_soft_hyphens_stand_in_long_words_alone() -> None:
    assert with_soft_hyphens("TBMM'de değerlendirme sürüyor") == "TBMM'de de\u00adğer\u00adlen\u00addir\u00adme sürüyor"
