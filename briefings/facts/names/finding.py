"""People, organisations and places: the mentions of an article, each with its canonical name and its office.

Runs of capitalised words become parts (shapes, kinds), what a sentence leaves open the rest of the article
decides (evidence), and all mentions of one person or body get one name and one key (identities).
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from briefings.facts.names.evidence import evidence_of, linked, settled
from briefings.facts.names.identities import Identity, identities
from briefings.facts.names.offices import role_after, role_before
from briefings.facts.names.parts import Line, Part
from briefings.facts.names.shapes import parts_of
from briefings.facts.names.tagger import Model, joined, model_of
from briefings.languages.names.vocabulary import vocabulary
from briefings.model import Actor, Place, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.reading import Reading
    from briefings.model import When

MOSTLY = 0.6
"""A heading with this share of capitalised words is written in title case."""
NEARLY_ALL = 0.9
"""So much it takes in the body, where a sentence may be a list of names."""
SHORTEST_TITLE_CASE = 3
_start_of = attrgetter("start")


def find_names(reading: Reading, dates: tuple[When, ...]) -> tuple[Actor | Place, ...]:
    """Give the mentions of persons, organisations and places in text order; none overlaps another or a date."""
    if reading.language not in {"tr", "en"}:
        return ()
    lines = [line_of(reading, index) for index in range(len(reading.tokens))]
    taken = _tokens_of_dates(reading, dates)
    model = model_of(reading.language)
    found = [(line, part) for line in lines for part in _parts(line, model) if not _dated(line, part, taken)]
    possible, found = found, linked(settled(found, evidence_of(found, lines)), lines, taken)
    if reading.trace is not None:
        _tell_dropped(possible, found)
    who = identities(found, reading.names, reading.language)
    mentions, before = [], (-1, 0)
    for (line, part), one in zip(found, who, strict=True):
        mentions.append(_mention(line, part, one, after=before[1] if before[0] == line.index else 0))
        if part.kind == "person":
            before = line.index, part.last
    return tuple(mentions)


def _parts(line: Line, model: Model | None) -> Sequence[Part]:
    """Give the names of a sentence by the rules, and by the tagger where there is one."""
    parts = parts_of(line)
    found = parts if model is None else joined(line, parts, model)
    line.forget()
    return found


def line_of(reading: Reading, index: int) -> Line:
    """Give a sentence with what is needed to find names in it."""
    tokens = reading.tokens[index]
    longer = [token.capital for token in tokens if token.kind == "word" and token.end - token.start > 3]
    share = MOSTLY if reading.is_headline(index) else NEARLY_ALL
    shouting = len(longer) >= SHORTEST_TITLE_CASE and sum(longer) >= share * len(longer)
    start = next((at for at, token in enumerate(tokens) if token.kind != "mark"), 0)
    folded = tuple([token.folded for token in tokens])
    return Line(index, tokens, folded, reading.text, vocabulary(reading.language), reading, start, shouting)


def _tokens_of_dates(reading: Reading, dates: tuple[When, ...]) -> frozenset[int]:
    """Give where the words of dates begin ("Mart" in "3 Mart")."""
    starts: set[int] = set()
    for when in dates:
        span = when.evidence.span
        tokens = reading.tokens[when.evidence.sentence]
        low = bisect_left(tokens, span.start, key=_start_of)
        starts.update([token.start for token in tokens[low : bisect_left(tokens, span.end, low, key=_start_of)]])
    return frozenset(starts)


def _dated(line: Line, part: Part, taken: frozenset[int]) -> bool:
    dated = any(token.start in taken for token in line.tokens[part.first : part.last])
    if dated:
        _reject("words-of-a-date", line, part)
    return dated


def _tell_dropped(possible: Sequence[tuple[Line, Part]], found: Sequence[tuple[Line, Part]]) -> None:
    """Tell which parts the rest of the article did not confirm."""
    kept = {(line.index, part.first) for line, part in found}
    for line, part in possible:
        if (line.index, part.first) not in kept:
            _reject("not-confirmed", line, part)


def _reject(reason: str, line: Line, part: Part) -> None:
    line.reading.reject("name", reason, line.index, line.tokens[part.first].start, line.end(part.last - 1))


def _mention(line: Line, part: Part, who: Identity, *, after: int) -> Actor | Place:
    start, end = line.tokens[part.first].start, line.end_of(part)
    evidence = line.reading.evidence(line.index, start, end)
    if part.kind == "place":
        return Place(evidence, part.rule, who.name, who.key)
    if part.kind == "organization":
        return Actor(evidence, part.rule, "organization", who.name, who.key)
    role = role_before(line, part.first, part.last, after=after) or role_after(line, part.last)
    if role is None:
        return Actor(evidence, part.rule, "person", who.name, who.key)
    span = Span(line.tokens[role[0]].start, line.tokens[role[1] - 1].end)
    return Actor(evidence, part.rule, "person", who.name, who.key, span.of(line.text), span)
