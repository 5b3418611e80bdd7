"""Numbers, percentages, money and counted things in the reader's language."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from babel.numbers import format_decimal, get_currency_name

from briefings.languages.casing import lower
from briefings.languages.labels import labels_of
from briefings.languages.tr.nouns import known_noun

if TYPE_CHECKING:
    from briefings.model import Quantity

_KEPT: Final = 1 << 13
"""So many answers of a kind are kept: a page is reckoned many times before it is printed."""
_SCALED_FROM: Final = Decimal(1_000_000)
_LONGEST: Final = 30
"""Digits of a value beyond which it is shown as written."""
_SHORTEST_NOUN: Final = 3
_TEENS: Final = range(11, 14)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_AGES: Final = {"ay": "age_month", "hafta": "age_week", "gün": "age_day"} | {
    unit: f"age_{unit}" for unit in ("month", "week", "day")
}
"""The label of an age that is not in years, by its unit in either language."""


class Amount(NamedTuple):
    """A quantity in words, in the two parts a page may set apart."""

    number: str
    unit: str
    translated: bool
    """False when the unit is a lemma of the article's language that the glossary does not hold."""

    @property
    def whole(self) -> str:
        """The number and its unit."""
        return f"{self.number} {self.unit}" if self.unit else self.number


def amount_of(quantity: Quantity, *, written: str, source: str, language: str) -> Amount:
    """Give a quantity in the reader's language; `written` is shown when its value is no decimal number."""
    words = labels_of(language)["numbers"]
    value = _decimal(quantity.value)
    if value is None:
        return Amount(written, "", source == language)
    number, unit, translated = _parts_of(quantity, value, source, language)
    pattern = words["mods"].get(quantity.mod or "", "{number}")
    return Amount(pattern.format(number=number), unit, translated)


def number_in_words(value: str, language: str) -> str:
    """Give a decimal number grouped as the reader writes it, large round ones with their scale: "3,5 milyar"."""
    number = _decimal(value)
    return value if number is None else _number(number, language)


def _parts_of(quantity: Quantity, value: Decimal, source: str, language: str) -> tuple[str, str, bool]:
    words = labels_of(language)["numbers"]
    number = _number(value, language)
    if quantity.type == "percent":
        return words["percent"].format(number=number), "", True
    if quantity.type == "ordinal":
        unit, translated = _unit_of(quantity.unit, Decimal(1), source, language)
        return _ordinal(value, number, language), unit, translated
    if quantity.type == "age":
        return _age(quantity.unit, value, language).format(number=number), "", True
    if quantity.type == "money" and quantity.unit:
        return _money(value, language), currency_name(quantity.unit, value, language), True
    unit, translated = _unit_of(quantity.unit, value, source, language)
    return number, unit, translated


def _age(unit: str | None, value: Decimal, language: str) -> str:
    """Give the pattern of an age: "34 yaşında", "8 aylık"; "aged 34", "8 months old"."""
    pattern = labels_of(language)["numbers"][_AGES.get(unit or "", "age")]
    return str(pattern if isinstance(pattern, str) else pattern[value != 1])


@lru_cache(maxsize=_KEPT)
def currency_name(code: str, value: Decimal, language: str) -> str:
    """Give the name of an ISO 4217 code: "ABD doları", "US dollars"; the code itself when it is unknown.

    The glossary has those a newsroom writes otherwise than the CLDR does.
    """
    if (entry := _money_names().get(code)) is not None:
        turkish, single, plural = entry
        return turkish if language == "tr" else (single if abs(value) == 1 else plural)
    name = str(get_currency_name(code, float(value), locale=language))
    if language == "tr" and " " in name:
        people, _, money = name.rpartition(" ")
        return f"{people} {lower(money, language)}"
    return name


@lru_cache(maxsize=_KEPT)
def _number(value: Decimal, language: str) -> str:
    scales = labels_of(language)["numbers"]["scales"]
    if abs(value) >= _SCALED_FROM:
        for power, name in ((12, scales[3]), (9, scales[2]), (6, scales[1])):
            scaled = value.scaleb(-power)
            if abs(scaled) >= 1 and scaled == round(scaled, 2):
                return f"{format_decimal(scaled.normalize(), format='#,##0.##', locale=language)} {name}"
    return str(format_decimal(value, format="#,##0.##########", locale=language))


@lru_cache(maxsize=_KEPT)
def _money(value: Decimal, language: str) -> str:
    """Give an amount; one with a fraction has two decimals: "1.250.000,50"."""
    if value == value.to_integral_value() or (
        abs(value) >= _SCALED_FROM and value.scaleb(-6) == round(value.scaleb(-6), 2)
    ):
        return _number(value, language)
    return str(format_decimal(value, format="#,##0.00##", locale=language))


def _ordinal(value: Decimal, number: str, language: str) -> str:
    if language == "tr":
        return f"{number}."
    whole = int(value)
    ending = "th" if whole % 100 in _TEENS else _ENDINGS.get(whole % 10, "th")
    return f"{number}{ending}"


def _unit_of(unit: str | None, value: Decimal, source: str, language: str) -> tuple[str, bool]:
    if unit is None:
        return "", True
    if (entry := _entry_of(unit, source, language)) is not None:
        turkish, single, plural = entry
        return (turkish if language == "tr" else (single if abs(value) == 1 else plural)), True
    if (symbol := _symbols().get(unit)) is not None:
        return symbol[0 if language == "tr" else 1], True
    if source == language == "en" and abs(value) != 1:
        return _compound_plural(unit), True
    return unit, source == language


def _entry_of(unit: str, source: str, language: str) -> tuple[str, str, str] | None:
    """Look a unit up; of a compound in the other language the last word will do: "faiz indirimi" is a cut."""
    things = _things(source)
    if unit in things or source == language or " " not in unit:
        return things.get(unit)
    last = unit.rpartition(" ")[2]
    return things.get(last) or (things.get(known_noun(last) or "") if source == "tr" else None)


def _compound_plural(unit: str) -> str:
    """Give the plural of an English unit, which is that of its last word: "rate cuts", "prime ministers"."""
    before, blank, last = unit.rpartition(" ")
    entry = _things("en").get(last) if before else None
    return f"{before}{blank}{entry[2] if entry else _plural(last)}"


def _plural(noun: str) -> str:
    """Give the regular plural of an English noun the glossary does not hold; a symbol or plural stays as it is."""
    if not noun.isalpha() or not noun.islower() or noun.endswith("s") or len(noun) < _SHORTEST_NOUN:
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}{'es' if noun.endswith(('x', 'z', 'ch', 'sh')) else 's'}"


@cache
def _things(source: str) -> dict[str, tuple[str, str, str]]:
    """Give the glossary by the word in the article's language."""
    found: dict[str, tuple[str, str, str]] = {}
    for turkish, single, plural in _glossary()["things"]:
        entry = (turkish, single, plural)
        for word in (turkish,) if source == "tr" else (single, plural):
            found.setdefault(word, entry)
    return found


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    """Give the symbols of measures: as written in a Turkish and in an English page."""
    return {word: (turkish, english) for turkish, english in _glossary()["symbols"] for word in (turkish, english)}


@cache
def _money_names() -> dict[str, tuple[str, str, str]]:
    """Give the names of money in running text by ISO 4217 code."""
    return {code: (turkish, single, plural) for code, turkish, single, plural in _glossary()["money"]}


@cache
def _glossary() -> dict[str, Any]:
    data = resources.files("briefings.languages").joinpath("units.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def _decimal(text: str) -> Decimal | None:
    if len(text) > _LONGEST:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
