from __future__ import annotations

import pytest

from briefings.shipping.sayings import says_date, says_number


@pytest.mark.parametrize(
    ("shown", "value", "language"),
    [
        ("28 madde", "28", "tr"),
        ("3,5 milyar ABD doları", "3500000000", "tr"),
        ("1.250.000,50 Türk lirası", "1250000.50", "tr"),
        ("%24,5", "24.5", "tr"),
        ("24.5%", "24.5", "en"),
        ("about 93,973 vehicles", "93973", "en"),
        ("1.2 million tonnes", "1200000", "en"),
        ("−4 °C", "-4", "en"),
    ],
)
def test_a_number_says_its_value(shown: str, value: str, language: str) -> None:
    assert says_number(shown, value, language)


@pytest.mark.parametrize(
    ("shown", "value", "language"),
    [("29 madde", "28", "tr"), ("3,5 milyon", "3500000000", "tr"), ("many", "3", "en"), ("1.250", "1.25", "tr")],
)
def test_another_number_does_not(shown: str, value: str, language: str) -> None:
    assert not says_number(shown, value, language)


@pytest.mark.parametrize(
    ("shown", "value", "language"),
    [
        ("4 Aralık 2025 Perşembe", "2025-12-04", "tr"),
        ("20 Kasım 2025 dolaylarında", "2025-11-20", "tr"),
        ("4 December 2025, 14:30", "2025-12-04T14:30", "en"),
        ("Aralık 2025", "2025-12", "tr"),
        ("PAST", "PAST_REF", "en"),
    ],
)
def test_a_date_says_its_value(shown: str, value: str, language: str) -> None:
    assert says_date(shown, value, frozenset(), language)


@pytest.mark.parametrize(
    ("shown", "value", "language"),
    [
        ("5 Aralık 2025", "2025-12-04", "tr"),
        ("4 Kasım 2025", "2025-12-04", "tr"),
        ("4 December 2024", "2025-12-04", "en"),
    ],
)
def test_another_date_does_not(shown: str, value: str, language: str) -> None:
    assert not says_date(shown, value, frozenset(), language)


def test_a_range_may_show_its_last_day() -> None:
    assert says_date("1–3 Aralık 2025", "2025-12-01/2025-12-04", frozenset({"2025-12-03"}), "tr")
