"""What the program finds in the labelled texts, held against their marks."""

from __future__ import annotations

import io
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Literal

from briefings.extraction import batch
from tests.quality.times import same_time

if TYPE_CHECKING:
    from tests.quality.gold import GoldText, Mark

MARKED = ("dates", "people", "organisations", "places", "quotations", "reports", "quantities")
KINDS = (*MARKED[:2], "offices", *MARKED[2:], "sentences", "key_sentences")
FIGURES = ("precision", "recall", "f1", "spans")
_KIND_OF = {"date": "dates", "person": "people", "organization": "organisations", "place": "places"}
_SUFFIX = re.compile(r"['’ʼ]\w+$")
_EDGE = " \t\n\"'“”‘’«»„.,;:()"
Trouble = Literal["missed", "false", "value", "span"]


@dataclass(frozen=True, slots=True)
class Find:
    """One fact the program gave; `value` in the form of a mark's accepted values."""

    kind: str
    start: int
    end: int
    value: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """One difference between the marks and the finds, for whoever repairs rules."""

    kind: str
    language: str
    trouble: Trouble
    text: str
    """Name of the labelled text."""
    wanted: str
    found: str
    sentence: str


@dataclass(slots=True)
class Tally:
    """What was counted for one kind in one language."""

    gold: int = 0
    found: int = 0
    right: int = 0
    exact: int = 0
    """Finds with the same extent as a mark of their kind, whatever their value."""

    def figures(self) -> dict[str, float]:
        """Give the figures in per cent, to a tenth."""
        rates = (self.right / max(1, self.found), self.right / max(1, self.gold))
        f1 = 2 * self.right / max(1, self.found + self.gold)
        spans = 2 * self.exact / max(1, self.found + self.gold)
        return dict(zip(FIGURES, (round(100 * rate, 1) for rate in (*rates, f1, spans)), strict=True))


@dataclass(slots=True)
class Score:
    """Figures and remarks over all texts."""

    tallies: defaultdict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    remarks: list[Remark] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Give each figure by `KIND.LANGUAGE.FIGURE`; `spans` only where spans and values are judged apart."""
        return {
            f"{kind}.{language}.{name}": value
            for (kind, language), tally in sorted(self.tallies.items(), key=_reading_order)
            for name, value in tally.figures().items()
            if name != "spans" or kind in MARKED
        }


def _reading_order(item: tuple[tuple[str, str], Tally]) -> tuple[int, str]:
    (kind, language), _ = item
    return KINDS.index(kind), language


def score(texts: list[GoldText]) -> Score:
    """Run the program on all texts by the batch contract, and compare."""
    requests = [
        {"id": str(number), "text": text.text, "lang": text.language, "published": text.published}
        for number, text in enumerate(texts)
    ]
    out = io.BytesIO()
    batch([json.dumps(request).encode() + b"\n" for request in requests], out)
    total = Score()
    for text, line in zip(texts, out.getvalue().splitlines(), strict=True):
        answer = json.loads(line)
        finds = [_find(fact) for fact in answer["facts"]]
        for kind in MARKED:
            _score_marked(kind, text, [find for find in finds if find.kind == kind], total)
        _score_offices(text, finds, total)
        spans = [(sentence["start"], sentence["end"]) for sentence in answer["sentences"]]
        _score_sentences(text, spans, total)
        _score_key_sentences(text, spans, answer["key_sentences"], total)
    return total


def _find(fact: dict[str, Any]) -> Find:
    kind = fact["kind"]
    if kind == "quote":
        name = "quotations" if fact["direct"] else "reports"
        return Find(name, fact["start"], fact["end"], fact["speaker"] or "-")
    if kind == "quantity":
        value = f"{fact['type']} {fact['value']} {fact['unit'] or '-'}"
        return Find("quantities", fact["start"], fact["end"], value)
    value = fact["value"] or "-" if kind == "date" else fact["name"]
    return Find(_KIND_OF[kind], fact["start"], fact["end"], value, fact.get("role"))


# Spans


def _trimmed(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """Leave out edge punctuation, a case suffix behind an apostrophe and, for dates, an English article."""
    words = text[start:end]
    if kind not in ("quotations", "reports"):
        words = _SUFFIX.sub("", words)
        words = words.removeprefix("the ") if kind == "dates" else words
        start = start + text[start:end].index(words)
    left = len(words) - len(words.lstrip(_EDGE))
    return start + left, start + max(left, len(words.rstrip(_EDGE)))


def _shared(mark: Mark, find: Find) -> int:
    return min(mark.end, find.end) - max(mark.start, find.start)


def _likeness(mark: Mark, find: Find) -> float:
    """Give the shared part of the joint extent."""
    return _shared(mark, find) / max(1, max(mark.end, find.end) - min(mark.start, find.start))


# Facts


def _score_marked(kind: str, text: GoldText, finds: list[Find], total: Score) -> None:
    marks = [mark for mark in text.marks if mark.kind == kind]
    pairs = _pairs(kind, marks, finds)
    paired = {at for _, at in pairs}
    finds_left = [find for at, find in enumerate(finds) if at not in paired and not _unjudged(text, find)]
    tally = total.tallies[kind, text.language]
    tally.gold += len(marks)
    tally.found += len(pairs) + len(finds_left)
    for mark, at in pairs:
        find = finds[at]
        same_extent = _trimmed(text.text, mark.start, mark.end, kind) == _trimmed(text.text, find.start, find.end, kind)
        right = _right(kind, mark, find)
        tally.right += right
        tally.exact += same_extent
        if not right or not same_extent:
            total.remarks.append(_remark(kind, text, "span" if right else "value", mark, find))
    matched = {id(mark) for mark, _ in pairs}
    missed = [mark for mark in marks if id(mark) not in matched]
    total.remarks += [_remark(kind, text, "missed", mark, None) for mark in missed]
    total.remarks += [_remark(kind, text, "false", None, find) for find in finds_left]


def _pairs(kind: str, marks: list[Mark], finds: list[Find]) -> list[tuple[Mark, int]]:
    """Pair marks and finds one to one: those with the right value first, then by likeness."""
    least = 0.5 if kind in ("quotations", "reports") else 0.0
    likely = sorted(
        (not _right(kind, mark, find), -_likeness(mark, find), number, at)
        for number, mark in enumerate(marks)
        for at, find in enumerate(finds)
        if _shared(mark, find) > 0 and _likeness(mark, find) >= least
    )
    used_marks: set[int] = set()
    used_finds: set[int] = set()
    pairs = []
    for _, _, number, at in likely:
        if number not in used_marks and at not in used_finds:
            used_marks.add(number)
            used_finds.add(at)
            pairs.append((marks[number], at))
    return pairs


def _right(kind: str, mark: Mark, find: Find) -> bool:
    if kind == "dates":
        return any(same_time(accepted, find.value) for accepted in mark.accepted)
    if kind == "quantities":
        return any(_same_quantity(accepted, find.value) for accepted in mark.accepted)
    return find.value in mark.accepted


def _same_quantity(accepted: str, found: str) -> bool:
    """Compare type and number, and the unit where the mark gives one."""
    type_, number, *unit = accepted.split(" ", 2)
    found_type, found_number, found_unit = found.split(" ", 2)
    try:
        same = abs(Decimal(number) - Decimal(found_number)) < Decimal("1e-9")
    except InvalidOperation:
        return False
    return type_ == found_type and same and (not unit or unit[0] == found_unit)


def _unjudged(text: GoldText, find: Find) -> bool:
    """Say whether a find is about the size and place of a mark on which readers may differ."""
    return any(mark.kind == "unjudged" and 3 * _likeness(mark, find) > 1 for mark in text.marks)


def _score_offices(text: GoldText, finds: list[Find], total: Score) -> None:
    """Compare each person's office over the whole text: one accepted wording among the mentions is enough."""
    wanted = {mark.accepted[0]: mark.offices for mark in text.marks if mark.kind == "people" and mark.offices}
    found: dict[str, set[str]] = {}
    for find in finds:
        if find.kind == "people" and find.office:
            found.setdefault(find.value, set()).add(find.office)
    tally = total.tallies["offices", text.language]
    for name in sorted(wanted.keys() | found.keys()):
        accepted, given = wanted.get(name, ()), found.get(name, set())
        if "-" in accepted:
            continue
        right = bool(given & set(accepted))
        tally.gold += bool(accepted)
        tally.found += bool(given)
        tally.right += right
        tally.exact += right
        if not right:
            trouble: Trouble = "missed" if not given else "value" if accepted else "false"
            offices = accepted[0] if accepted else "", " ; ".join(sorted(given))
            total.remarks.append(Remark("offices", text.language, trouble, text.name, *offices, f"({name})"))


# Sentences


def _score_sentences(text: GoldText, spans: list[tuple[int, int]], total: Score) -> None:
    tally = total.tallies["sentences", text.language]
    wanted, found = set(text.sentences), set(spans)
    tally.gold += len(wanted)
    tally.found += len(found)
    tally.right += len(wanted & found)
    tally.exact += len(wanted & found)
    for start, end in sorted(wanted - found):
        words = text.text[start:end]
        total.remarks.append(Remark("sentences", text.language, "missed", text.name, words, "", ""))
    for start, end in sorted(found - wanted):
        words = text.text[start:end]
        total.remarks.append(Remark("sentences", text.language, "false", text.name, "", words, ""))


def _score_key_sentences(text: GoldText, spans: list[tuple[int, int]], order: list[int], total: Score) -> None:
    """Judge as many of the best sentences as the text has key sentences."""
    tally = total.tallies["key_sentences", text.language]
    wanted = {text.sentences[index] for index in text.key_sentences}
    best = {spans[index] for index in order[: len(wanted)]}
    right = {mine for mine in wanted if any(mine[0] < end and start < mine[1] for start, end in best)}
    tally.gold += len(wanted)
    tally.found += len(best)
    tally.right += len(right)
    tally.exact += len(wanted & best)
    for start, end in sorted(wanted - right):
        instead = " … ".join(text.text[one:other][:60] for one, other in sorted(best - wanted))
        remark = Remark("key_sentences", text.language, "missed", text.name, text.text[start:end], instead, "")
        total.remarks.append(remark)


def _remark(kind: str, text: GoldText, trouble: Trouble, mark: Mark | None, find: Find | None) -> Remark:
    """Describe one difference."""
    start = mark.start if mark else find.start if find else 0
    wanted, found = "", ""
    if mark:
        values = " ; ".join(mark.accepted)
        wanted = f"[{text.text[mark.start : mark.end]}] {values}"
    if find:
        found = f"[{text.text[find.start : find.end]}] {find.value}"
    sentence = next((text.text[one:other] for one, other in text.sentences if one <= start < other), "")
    return Remark(kind, text.language, trouble, text.name, wanted, found, sentence)
