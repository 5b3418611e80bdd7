"""Quantities: every number of an article with what it counts or measures.

A number is read from the tokens of a sentence (`languages/numerals.py` and each language's `numbers.py`); what stands
around it says whether it is money, a measure, a temperature, a percentage, an age or a count, and how exact it is.
Tokens that belong to dates are left alone, and so are numbers that are names: scores, telephones, "No. 5", "F-16".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.facts.not_quantities import barred_tokens, is_glued_code, is_lone_year, is_score, is_series_number, listed
from briefings.languages import measures as units
from briefings.languages.en import nouns as english_nouns
from briefings.languages.en import numbers as english
from briefings.languages.number_context import Context, context_of, is_reference, modifier
from briefings.languages.numerals import Numeral, decimal_text
from briefings.languages.tr import nouns as turkish_nouns
from briefings.languages.tr import numbers as turkish
from briefings.model import Quantity, QuantityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.reading import Reading
    from briefings.languages.measures import Found, Measures
    from briefings.languages.tokens import Token
    from briefings.model import When

_HYPHENS = frozenset("-–‑−")
_NEGATIVE_WORDS = frozenset({"eksi", "minus", "negative"})
_PERCENT_WORDS = {"yüzde": Decimal(1), "binde": Decimal("0.1")}
_PER_HOUR = {"km": "km/h"}
_STOPS = frozenset(".!?;")
_INCHES = 12
_OLDEST = 130
_MINOR = 100


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quantity in the making: tokens `first` to `next`, and what is known of it."""

    numeral: Numeral
    value: Decimal
    type: QuantityType
    unit: str | None
    start: int
    end: int
    first: int
    next: int
    known: bool
    """The text says what is counted or measured."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with the shelf of its language."""

    tokens: Sequence[Token]
    places: Sequence[int]
    """The tokens with which a number may begin."""
    text: str
    turkish: bool
    barred: frozenset[int]
    measures: Measures
    context: Context


def find_quantities(reading: Reading, dates: tuple[When, ...]) -> tuple[Quantity, ...]:
    """Find the quantities of an article in Turkish or English, in text order; `dates` are those found in it."""
    by_sentence: dict[int, list[When]] = {}
    for when in dates:
        by_sentence.setdefault(when.evidence.sentence, []).append(when)
    measures, context = units.measures_of(reading.language), context_of(reading.language)
    found: list[Quantity] = []
    numbers = turkish if reading.language == "tr" else english
    for index, tokens in enumerate(reading.tokens):
        places = numbers.beginnings(tokens)
        if not places:
            continue
        barred = barred_tokens(tokens, reading.text, by_sentence.get(index, ()), reading.language)
        scene = _Scene(tokens, places, reading.text, reading.language == "tr", barred, measures, context)
        found.extend(_quantity(reading, index, draft, scene) for draft in _with_ranges(_drafts(scene), scene))
    return tuple(found)


def _quantity(reading: Reading, sentence: int, draft: _Draft, scene: _Scene) -> Quantity:
    return Quantity(
        evidence=reading.evidence(sentence, draft.start, draft.end),
        rule=f"{draft.type}-{'counted' if draft.type == 'number' and draft.known else 'in-words' if draft.numeral.spelled else 'in-digits'}",
        type=draft.type,
        value=decimal_text(draft.value),
        unit=draft.unit,
        mod=modifier(scene.tokens, draft.first, draft.next, scene.context),
    )


def _drafts(scene: _Scene) -> list[_Draft]:
    """Read a sentence from left to right, number by number."""
    numbers = turkish if scene.turkish else english
    drafts: list[_Draft] = []
    reached = 0
    for position in scene.places:
        if position < reached or position in scene.barred:
            continue
        numeral = numbers.read_number(scene.tokens, position, scene.text, scene.barred)
        if numeral is None:
            continue
        named = listed(numeral, scene.tokens) or is_glued_code(numeral, scene.tokens, scene.text)
        draft = None if named else _draft(numeral, scene)
        if draft is not None:
            drafts.append(draft)
        reached = max(numeral.next, draft.next if draft else 0)
    return drafts


def _draft(numeral: Numeral, scene: _Scene) -> _Draft | None:
    """Decide what a number is; None when it is no quantity."""
    if numeral.ordinal:
        lemma, known, _ = _counted(numeral, scene) if scene.turkish else (None, False, False)
        return _made(numeral, "ordinal", lemma if known else None, numeral.start, numeral.end, numeral.first, numeral.next, known=True)
    return (
        _percent(numeral, scene)
        or _money_by_sign(numeral, scene)
        or _age(numeral, scene)
        or _measured(numeral, scene)
        or _count(numeral, scene)
    )


def _made(
    numeral: Numeral, kind: QuantityType, unit: str | None, start: int, end: int, first: int, following: int, *, known: bool
) -> _Draft:
    return _Draft(numeral, numeral.value, kind, unit, start, end, first, following, known)


def _signed(draft: _Draft, scene: _Scene) -> _Draft:
    """Take in a minus sign or word before the number."""
    if draft.first == 0:
        return draft
    before = scene.tokens[draft.first - 1]
    if before.folded in _NEGATIVE_WORDS:
        return replace(draft, value=-draft.value, start=before.start, first=draft.first - 1)
    tight = before.folded in "-−" and before.end == draft.start
    alone = draft.first == 1 and draft.next == len(scene.tokens) and before.folded in "-−"
    free = before.start == 0 or scene.text[before.start - 1] in " \n([$€£"
    if alone or (tight and free):
        return replace(draft, value=-draft.value, start=before.start, first=draft.first - 1)
    return draft


def _percent(numeral: Numeral, scene: _Scene) -> _Draft | None:
    """Read "yüzde 24", "%24", "binde 3"; "24 %" and "24 percent" are units behind the number."""
    if numeral.first == 0:
        return None
    before = scene.tokens[numeral.first - 1]
    share = _PERCENT_WORDS.get(before.folded) if scene.turkish else None
    if scene.turkish and before.folded == "%" and numeral.start - before.end <= 1:
        of_another = numeral.first > 1 and scene.tokens[numeral.first - 2].after == before.start
        share = None if of_another and scene.tokens[numeral.first - 2].kind == "number" else Decimal(1)
    if share is None:
        return None
    draft = _made(numeral, "percent", "%", before.start, numeral.end, numeral.first - 1, numeral.next, known=True)
    return replace(draft, value=numeral.value * share)


def _money_by_sign(numeral: Numeral, scene: _Scene) -> _Draft | None:
    """Read "$500 million", "US$ 5", "USD 5", "-$5", and "$10m"."""
    sign = units.money_before(scene.tokens, numeral.first, scene.text, scene.measures)
    if sign is None:
        return None
    first = numeral.first - (2 if sign.start < scene.tokens[numeral.first - 1].start else 1)
    draft = _made(numeral, "money", sign.unit.symbol, sign.start, numeral.end, first, numeral.next, known=True)
    if numeral.next < len(scene.tokens):
        token = scene.tokens[numeral.next]
        if token.folded == "m" and token.start == numeral.end:
            draft = replace(draft, value=draft.value * 1_000_000, end=token.end, next=draft.next + 1)
    again = units.unit_behind(scene.tokens, draft.next, scene.text, scene.measures)
    if again is not None and again.unit == sign.unit and again.end - again.start > 1:
        draft = replace(draft, end=again.end, next=again.next)
    return _signed(draft, scene)


def _age(numeral: Numeral, scene: _Scene) -> _Draft | None:
    """Read "60 yaşında", "8 aylık bebek", "29 years old", "ten-month-old", "aged 87"."""
    found = (turkish_nouns if scene.turkish else english_nouns).age_behind(scene.tokens, numeral.next)
    if found is not None:
        unit, following = found
        end = scene.tokens[following - 1].end
        return _made(numeral, "age", unit, numeral.start, end, numeral.first, following, known=True)
    if scene.turkish or numeral.first == 0 or not 0 < numeral.value < _OLDEST:
        return None
    before = scene.tokens[numeral.first - 1]
    if before.folded in {"age", "aged"}:
        return _made(numeral, "age", "year", before.start, numeral.end, numeral.first - 1, numeral.next, known=True)
    if _behind_name(numeral, scene):
        return _made(numeral, "age", "year", numeral.start, numeral.end, numeral.first, numeral.next, known=True)
    return None


def _behind_name(numeral: Numeral, scene: _Scene) -> bool:
    """Say whether a number stands between commas behind a name: "Anna Berg, 42, said"."""
    if numeral.first < 3 or numeral.spelled or not numeral.plain:  # noqa: PLR2004
        return False
    first, last, comma = scene.tokens[numeral.first - 3 : numeral.first]
    closes = numeral.next < len(scene.tokens) and scene.tokens[numeral.next].folded == ","
    return closes and comma.folded == "," and first.capital and last.capital and last.kind == "word"


def _measured(numeral: Numeral, scene: _Scene) -> _Draft | None:
    """Read the unit behind a number: money, measure, temperature or percent."""
    if code := units.millions_behind(scene.tokens, numeral.next, scene.text, scene.measures):
        end = scene.tokens[numeral.next].end
        draft = _made(numeral, "money", code, numeral.start, end, numeral.first, numeral.next + 1, known=True)
        return _signed(replace(draft, value=draft.value * 1_000_000), scene)
    found = units.unit_behind(scene.tokens, numeral.next, scene.text, scene.measures)
    if found is None or (found.next - 1) in scene.barred or (numeral.suffix and not numeral.spelled):
        return None
    unit = found.unit
    kind, symbol = unit.kind, unit.symbol
    if kind == "temperature" and (kind := _degrees(numeral, found, scene)) is None:
        return None
    if kind == "measure" and symbol in {"°C", "°"}:
        symbol = "°"
    if scene.measures.hourly and numeral.first and scene.tokens[numeral.first - 1].folded == scene.measures.hourly:
        symbol = _PER_HOUR.get(symbol, symbol)
    draft = _made(numeral, kind, symbol, numeral.start, found.end, numeral.first, found.next, known=True)
    return _signed(_compound(draft, scene), scene)


def _degrees(numeral: Numeral, found: Found, scene: _Scene) -> QuantityType | None:
    """Say whether degrees are of temperature or of an angle; None for degrees of rank."""
    if found.next - numeral.next > 1 or found.unit.symbol == "°F":
        return "temperature"
    nearby = {token.folded for token in scene.tokens[max(0, numeral.first - 4) : found.next + 4]}
    if nearby & scene.measures.rank_words:
        return None
    return "measure" if nearby & scene.measures.angle_words else "temperature"


def _compound(draft: _Draft, scene: _Scene) -> _Draft:
    """Add the smaller unit: "5 ft 2 in", "50 TL 30 kuruş", "thirteen dollars and forty-five cents"."""
    position = draft.next
    if position < len(scene.tokens) and scene.tokens[position].folded in {"and", "ve"}:
        position += 1
    if position >= len(scene.tokens) or position in scene.barred or draft.type not in {"money", "measure"}:
        return draft
    read_number = (turkish if scene.turkish else english).read_number
    further = read_number(scene.tokens, position, scene.text, scene.barred)
    if further is None or further.ordinal:
        return draft
    if draft.type == "money" and _ends_there(scene, further.next) and further.plain and 0 < further.value < _MINOR:
        value = draft.value + further.value / _MINOR
        return replace(draft, value=value, end=further.end, next=further.next)
    small = units.unit_behind(scene.tokens, further.next, scene.text, scene.measures)
    is_inch = scene.tokens[further.next].folded == "in" if further.next < len(scene.tokens) else False
    if draft.unit in {"foot", "fit"} and (is_inch or (small and small.unit.symbol in {"inch", "inç"})):
        following = small.next if small else further.next + 1
        value = draft.value + further.value / _INCHES
    elif small is not None and draft.unit in scene.measures.minor.get(small.unit.symbol, ()) and further.value < _MINOR:
        following, value = small.next, draft.value + further.value / _MINOR
    else:
        return draft
    return replace(draft, value=value, end=scene.tokens[following - 1].end, next=following)


def _ends_there(scene: _Scene, position: int) -> bool:
    return position >= len(scene.tokens) or scene.tokens[position].folded in _STOPS


def _counted(numeral: Numeral, scene: _Scene) -> tuple[str | None, bool, bool]:
    """Give what a number counts, whether that is certain, and whether the noun is bare of suffixes."""
    if numeral.value != numeral.value.to_integral_value():
        return None, False, False
    if scene.turkish:
        blocked = bool(numeral.suffix) and not numeral.ordinal
        head = None if blocked else turkish_nouns.counted(scene.tokens, numeral.next, scene.barred)
    else:
        head = english_nouns.counted(scene.tokens, numeral.next, scene.barred, single=numeral.value == 1)
    return (head.lemma, head.known, head.bare) if head else (None, False, False)


def _count(numeral: Numeral, scene: _Scene) -> _Draft | None:
    """Make a plain number, with what it counts; None when it is a name, a reference or a year."""
    if numeral.doubtful or is_reference(scene.tokens, numeral.first, numeral.next, scene.context):
        return None
    if scene.text[numeral.end : numeral.end + 1].isalpha():
        return None
    unit, known, bare = _counted(numeral, scene)
    if is_lone_year(numeral, scene.text, known=known and bare) or is_series_number(numeral, scene.tokens, scene.text, known=known):
        return None
    return _signed(_made(numeral, "number", unit, numeral.start, numeral.end, numeral.first, numeral.next, known=known), scene)


def _with_ranges(drafts: list[_Draft], scene: _Scene) -> list[_Draft]:
    """Give both ends of a range the unit that one of them has; leave out scores ("3-1")."""
    done: list[_Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if last is None or not _joined(last, draft, scene):
            done.append(draft)
            continue
        if _bare(last) and draft.known and draft.type not in {"ordinal"}:
            done[-1] = _in_scale(replace(last, type=draft.type, unit=draft.unit, known=True), draft, scene)
            done.append(draft)
        elif last.known and _bare(draft):
            done.append(replace(draft, type=last.type, unit=last.unit, known=True))
        else:
            done.append(draft)
    return [draft for draft in done if not (_bare(draft) and is_score(draft.numeral, scene.text))]


def _bare(draft: _Draft) -> bool:
    return draft.type == "number" and not draft.known


def _joined(last: _Draft, draft: _Draft, scene: _Scene) -> bool:
    between = scene.tokens[last.next : draft.first]
    if len(between) != 1 or draft.start - last.end > 6:  # noqa: PLR2004
        return draft.first == last.next and draft.start > last.end and scene.text[last.end] in _HYPHENS
    word = between[0].folded
    return word in _HYPHENS or word in scene.context.joiners or (word == "and" and _is_between(last, scene))


def _is_between(last: _Draft, scene: _Scene) -> bool:
    return last.first > 0 and scene.tokens[last.first - 1].folded in {"between", "from"}


def _in_scale(last: _Draft, draft: _Draft, scene: _Scene) -> _Draft:
    """Give the first end of "5 to 7 million" the scale of the second."""
    if not last.numeral.plain or draft.numeral.plain:
        return last
    scale = (turkish if scene.turkish else english).scale_of(scene.tokens[draft.numeral.next - 1])
    return replace(last, value=last.value * scale) if scale and last.value < 1000 and last.value * scale < draft.value else last  # noqa: PLR2004
