"""What a number is a quantity of: percentages, money, ages, measures and temperatures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.facts.quantities.scene import EACH, Draft, Scene, draft_of, reaching_back, reaching_on, signed
from briefings.languages.en import nouns as english_nouns
from briefings.languages.measures import millions_behind, money_before, unit_behind
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.languages.measures import Found
    from briefings.languages.numerals import Numeral
    from briefings.model import QuantityType

_PERCENT_WORDS = {"yüzde": Decimal(1), "binde": Decimal("0.1")}
_PER_HOUR = {"km": "km/h"}
_FEET = frozenset({"foot", "fit"})
_INCHES = frozenset({"inch", "inç"})
_STOPS = frozenset({".", "!", "?", ";", ""})
_INCHES_IN_FOOT = 12
_OLDEST = 130
_MINOR = 100
_MILLION = 1_000_000


def percent(numeral: Numeral, scene: Scene) -> Draft | None:
    """Read "yüzde 24", "%24", "binde 3"; "24 %" and "24 percent" are units behind the number."""
    if numeral.first == 0 or not scene.turkish:
        return None
    before = scene.tokens[numeral.first - 1]
    share = _PERCENT_WORDS.get(before.folded)
    if before.folded == "%" and numeral.start - before.end <= 1:
        other = scene.tokens[numeral.first - 2] if numeral.first > 1 else None
        share = None if other is not None and other.kind == "number" and other.after == before.start else Decimal(1)
    if share is None:
        return None
    return reaching_back(replace(draft_of(numeral, "percent", "%"), value=numeral.value * share), scene)


def money_by_sign(numeral: Numeral, scene: Scene) -> Draft | None:
    """Read "$500 million", "US$ 5", "USD 5", "-$5", "$10m" and "$10 dollars"."""
    sign = money_before(scene.tokens, numeral.first, scene.text, scene.measures)
    if sign is None:
        return None
    words = 2 if sign.start < scene.tokens[numeral.first - 1].start else 1
    draft = reaching_back(draft_of(numeral, "money", sign.unit.symbol), scene, words)
    if scene.word(draft.next) == "m" and scene.tokens[draft.next].start == numeral.end:
        draft = reaching_on(replace(draft, value=draft.value * _MILLION), scene, draft.next + 1)
    again = unit_behind(scene.tokens, draft.next, scene.text, scene.measures)
    if again is not None and again.unit == sign.unit and again.end - again.start > 1:
        draft = reaching_on(draft, scene, again.next)
    return signed(draft, scene)


def age(numeral: Numeral, scene: Scene) -> Draft | None:
    """Read "60 yaşında", "8 aylık bebek", "29 years old", "ten-month-old", "aged 87", "Anna Berg, 42, said"."""
    if found := scene.age_behind(numeral.next):
        unit, following = found
        return reaching_on(draft_of(numeral, "age", unit), scene, following)
    if scene.turkish or not 0 < numeral.value < _OLDEST:
        return None
    draft = draft_of(numeral, "age", "year")
    if scene.word(numeral.first - 1) in {"age", "aged"}:
        return reaching_back(draft, scene)
    return draft if _behind_name(numeral, scene) else None


def _behind_name(numeral: Numeral, scene: Scene) -> bool:
    """Say whether a number stands between commas behind a name."""
    if numeral.first < 3 or numeral.spelled or not numeral.plain:
        return False
    first, last, comma = scene.tokens[numeral.first - 3 : numeral.first]
    closed = comma.folded == "," and scene.word(numeral.next) == ","
    return closed and first.capital and last.capital and last.kind == "word"


def measured(numeral: Numeral, scene: Scene) -> Draft | None:
    """Read the unit behind a number: money, measure, temperature or percent."""
    if code := millions_behind(scene.tokens, numeral.next, scene.text, scene.measures):
        draft = replace(draft_of(numeral, "money", code), value=numeral.value * _MILLION)
        return signed(reaching_on(draft, scene, numeral.next + 1), scene)
    if _british_millions(numeral, scene):
        head = scene.counted(replace(numeral, next=numeral.next + 1))
        draft = replace(draft_of(numeral, "number", head.lemma if head else None), value=numeral.value * _MILLION)
        return reaching_on(draft, scene, numeral.next + 1)
    found = unit_behind(scene.tokens, numeral.next, scene.text, scene.measures)
    inflected = numeral.suffix and not numeral.spelled and numeral.suffix not in EACH
    if found is None or (found.next - 1) in scene.barred or inflected:
        return None
    kind: QuantityType | None = found.unit.kind
    symbol = found.unit.symbol
    if kind == "temperature":
        kind = _degrees(numeral, found, scene)
    if kind is None:
        return None
    if kind == "measure" and symbol == "°C":
        symbol = "°"
    if scene.measures.hourly and scene.word(numeral.first - 1) == scene.measures.hourly:
        symbol = _PER_HOUR.get(symbol, symbol)
    draft = reaching_on(draft_of(numeral, kind, symbol), scene, found.next)
    return signed(_with_smaller_unit(draft, scene), scene)


def _british_millions(numeral: Numeral, scene: Scene) -> bool:
    """Say whether "m" behind digits means millions: "3m people", not "3m long"."""
    if scene.turkish or scene.word(numeral.next) != "m" or scene.tokens[numeral.next].start != numeral.end:
        return False
    return english_nouns.is_plural(scene.word(numeral.next + 1))


def _degrees(numeral: Numeral, found: Found, scene: Scene) -> QuantityType | None:
    """Say whether degrees are of temperature or of an angle; None for degrees of rank."""
    if found.next - numeral.next > 1 or found.unit.symbol == "°F":
        return "temperature"
    nearby = {token.folded for token in scene.tokens[max(0, numeral.first - 4) : found.next + 4]}
    if nearby & scene.measures.rank_words:
        return None
    return "measure" if nearby & scene.measures.angle_words else "temperature"


def _with_smaller_unit(draft: Draft, scene: Scene) -> Draft:
    """Add the smaller unit: "5 ft 2 in", "50 TL 30 kuruş", "thirteen dollars and forty-five cents", "15 dollars 50"."""
    place = draft.next + (scene.word(draft.next) in {"and", "ve"})
    if place >= len(scene.tokens) or place in scene.barred or draft.type not in {"money", "measure"}:
        return draft
    further = scene.read_number(place)
    if further is None or further.ordinal or not 0 < further.value < _MINOR:
        return draft
    small = unit_behind(scene.tokens, further.next, scene.text, scene.measures)
    if small is None:
        return _with_bare_number(draft, further, scene)
    if draft.unit in _FEET and small.unit.symbol in _INCHES:
        return reaching_on(replace(draft, value=draft.value + further.value / _INCHES_IN_FOOT), scene, small.next)
    if draft.unit in scene.measures.minor.get(small.unit.symbol, ()):
        return reaching_on(replace(draft, value=draft.value + further.value / _MINOR), scene, small.next)
    return draft


def _with_bare_number(draft: Draft, further: Numeral, scene: Scene) -> Draft:
    """Add a smaller unit that goes without its name: "5 ft 2 in", "15 dollars 50" at the end of a sentence."""
    if draft.unit in _FEET and scene.word(further.next) == "in":
        value = draft.value + further.value / _INCHES_IN_FOOT
        return reaching_on(replace(draft, value=value), scene, further.next + 1)
    ends = scene.word(further.next) in _STOPS and further.plain
    if draft.type == "money" and ends and draft.numeral.plain:
        return reaching_on(replace(draft, value=draft.value + further.value / _MINOR), scene, further.next)
    return draft
