"""Quantities: every number of an article with what it counts or measures.

A number is read from the tokens of a sentence (`languages/numerals.py` and each language's `numbers.py`); what stands
around it says whether it is money, a measure, a temperature, a percentage, an age or a count, and how exact it is.
Tokens that belong to dates are left alone, and so are numbers that are names: scores, telephones, "No. 5", "F-16".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.quantities.ellipsis import bare, in_scale, with_what_was_counted
from briefings.facts.quantities.kinds import age, measured, money_by_sign, percent
from briefings.facts.quantities.not_quantities import (
    barred_tokens,
    is_clock_time,
    is_glued_code,
    is_lone_year,
    is_score,
    is_series_number,
    listed,
)
from briefings.facts.quantities.scene import Draft, Scene, draft_of, signed
from briefings.languages.en import numbers as english
from briefings.languages.measures import measures_of
from briefings.languages.number_context import (
    context_of,
    goes_on_from_reference,
    is_emergency_call,
    is_reference,
    modifier,
)
from briefings.languages.numerals import decimal_text
from briefings.languages.tr import numbers as turkish
from briefings.model import Quantity
from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.facts.reading import Reading
    from briefings.languages.number_context import Head
    from briefings.languages.numerals import Numeral
    from briefings.model import When

_HYPHENS = frozenset("-–‑−")
_BETWEEN = frozenset({"between", "from"})
_WIDEST_JOINT = 6


def find_quantities(reading: Reading, dates: tuple[When, ...]) -> tuple[Quantity, ...]:
    """Find the quantities of an article in Turkish or English, in text order; `dates` are those found in it."""
    by_sentence: dict[int, list[When]] = {}
    for when in dates:
        by_sentence.setdefault(when.evidence.sentence, []).append(when)
    language = reading.language
    measures, context = measures_of(language), context_of(language)
    beginnings = turkish.beginnings if language == "tr" else english.beginnings
    found: list[Quantity] = []
    for index, tokens in enumerate(reading.tokens):
        if places := beginnings(tokens):
            barred = barred_tokens(tokens, reading.text, by_sentence.get(index, ()), language)
            reject = _rejecting(reading, index)
            scene = Scene(tokens, places, reading.text, language == "tr", barred, measures, context, reject)
            found.extend(_quantity(reading, index, draft, scene) for draft in _with_ranges(_drafts(scene), scene))
    return tuple(found)


def _rejecting(reading: Reading, sentence: int) -> Callable[[str, int, int], None]:
    return lambda reason, start, end: reading.reject("quantity", reason, sentence, start, end)


def _quantity(reading: Reading, sentence: int, draft: Draft, scene: Scene) -> Quantity:
    written = "words" if draft.numeral.spelled else "digits"
    return Quantity(
        evidence=reading.evidence(sentence, draft.start, draft.end),
        rule=f"{draft.type}.counted" if draft.type == "number" and draft.unit else f"{draft.type}.{written}",
        type=draft.type,
        value=decimal_text(draft.value),
        unit=draft.unit,
        mod=modifier(scene.tokens, draft.first, draft.next, scene.context, scene.barred),
    )


def _drafts(scene: Scene) -> list[Draft]:
    """Read a sentence from left to right, number by number."""
    drafts: list[Draft] = []
    reached = 0
    for place in scene.places:
        if place in scene.barred:
            if place >= reached:
                scene.reject("in-date-or-telephone", scene.tokens[place].start, scene.tokens[place].end)
            continue
        numeral = None if place < reached else scene.read_number(place)
        if numeral is None:
            continue
        draft = None
        if named := _named(numeral, scene):
            scene.reject(named, numeral.start, numeral.end)
        elif draft := _draft(numeral, scene):
            drafts.append(draft)
        reached = max(numeral.next, draft.next if draft else 0)
    return drafts


def _named(numeral: Numeral, scene: Scene) -> str | None:
    """Say why a number is a name whatever stands behind it; None when it may be a quantity."""
    if listed(numeral, scene.tokens):
        return "list-number"
    return "code" if is_glued_code(numeral, scene.tokens, scene.text) else None


def _draft(numeral: Numeral, scene: Scene) -> Draft | None:
    """Decide what a number is; None when it is no quantity."""
    if numeral.ordinal:
        head = scene.counted(numeral) if scene.turkish else None
        return draft_of(numeral, "ordinal", head.lemma if head and head.known else None)
    return (
        percent(numeral, scene)
        or money_by_sign(numeral, scene)
        or age(numeral, scene)
        or measured(numeral, scene)
        or _count(numeral, scene)
    )


def _count(numeral: Numeral, scene: Scene) -> Draft | None:
    """Make a plain number, with what it counts; None when it is a name, a reference or a year."""
    head = scene.counted(numeral)
    if head is None or not head.known:
        head = scene.told(numeral) or head
    if reason := _no_count(numeral, head, scene):
        scene.reject(reason, numeral.start, numeral.end)
        return None
    known = head is not None and head.known
    return signed(replace(draft_of(numeral, "number", head.lemma if head else None), known=known), scene)


def _no_count(numeral: Numeral, head: Head | None, scene: Scene) -> str | None:
    """Say why a number counts nothing; None when it does."""
    if numeral.doubtful:
        return "article"
    if scene.text[numeral.end : numeral.end + 1].isalpha():
        return "letters-behind"
    if is_clock_time(numeral, scene.text):
        return "clock-time"
    if numeral.plain and numeral.value == numeral.value.to_integral_value():
        return _named_by_number(numeral, head, scene)
    return None


def _named_by_number(numeral: Numeral, head: Head | None, scene: Scene) -> str | None:
    """Say why a whole number names a thing instead of counting; None when it counts."""
    known = head is not None and head.known
    tokens, written = scene.tokens, scene.text[numeral.start : numeral.end]
    if is_reference(tokens, numeral.first, numeral.next, scene.context):
        return "reference"
    if not known and goes_on_from_reference(tokens, numeral.first, scene.context):
        return "reference"
    if is_emergency_call(tokens, numeral.first, written, scene.context):
        return "telephone"
    if is_lone_year(numeral, scene.text, known=known and head is not None and head.bare):
        return "lone-year"
    return "series-number" if is_series_number(numeral, tokens, scene.text, known=known) else None


def _with_ranges(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give both ends of a range the unit that one of them has; leave out scores ("3-1")."""
    done: list[Draft] = []
    for draft in drafts:
        last = done[-1] if done else None
        if last is None or not _joined(last, draft, scene):
            done.append(draft)
        elif last.known and bare(draft):
            done.append(replace(draft, type=last.type, unit=last.unit, known=True))
        else:
            if bare(last) and draft.unit and draft.type != "ordinal":
                done[-1] = in_scale(replace(last, type=draft.type, unit=draft.unit, known=True), draft, scene)
            done.append(draft)
    return with_what_was_counted([draft for draft in done if not _scored(draft, scene)], scene)


def _scored(draft: Draft, scene: Scene) -> bool:
    """Say whether a number is one side of a result."""
    score = draft.type == "number" and is_score(draft.numeral, scene.text, counts=draft.known)
    if score:
        scene.reject("score", draft.start, draft.end)
    return score


def _joined(last: Draft, draft: Draft, scene: Scene) -> bool:
    """Say whether two quantities are the ends of a range: "5-7", "5 ila 7", "between 5 and 7"."""
    between = scene.tokens[last.next : draft.first]
    if len(between) != 1 or draft.start - last.end > _WIDEST_JOINT:
        return False
    word = between[0].folded
    return (
        word in _HYPHENS or word in scene.context.joiners or (word == "and" and scene.word(last.first - 1) in _BETWEEN)
    )
