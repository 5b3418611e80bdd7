"""The office a person holds, where the text states it: before the name, or after it between commas."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.facts.names.runs import office_until
from briefings.languages.names.loading import table

if TYPE_CHECKING:
    from briefings.facts.names.parts import Line

LONGEST_ROLE = 14
LONGEST_APPOSITION = 12
_SMALL = frozenset(
    {"former", "acting", "interim", "deputy", "then", "senior", "late", "özel", "genel", "baş", "ulusal"}
)


def role_before(line: Line, first: int, *, after: int) -> tuple[int, int] | None:
    """Give the token range of the office right before a person's name, None when no office stands there.

    `after` is where the name before this one ends: an office never reaches over another person.
    """
    if first == 0 or line.gap(first) not in {" ", "\u00a0"}:
        return None
    start = office_until(line, first)
    if start == first:
        start = _office_of(line, first)
    if start == first:
        return None
    start = _stretched(line, start, first, after)
    while start < first and line.tokens[start].folded in line.words.connectors:
        start += 1
    return start, first


def _office_of(line: Line, first: int) -> int:
    """Give where "President of Ukraine" begins that ends before a name, `first` when there is none."""
    for at in range(first - 1, max(0, first - LONGEST_ROLE), -1):
        token = line.tokens[at]
        if token.folded == "of":
            start = office_until(line, at)
            return start if start < at else first
        if not token.capital and token.folded not in line.words.connectors:
            break
    return first


def _stretched(line: Line, start: int, first: int, after: int) -> int:
    """Take in what the office is of, leftwards: capitals, joining words between them, "eski", "former"."""
    while start > max(after, first - LONGEST_ROLE):
        before = line.tokens[start - 1]
        dotted = before.folded == "." and start > 1 and line.tokens[start - 2].capital and not line.gap(start - 1)
        if dotted or (line.tokens[start].folded == "." and before.capital):
            start -= 1
            continue
        if line.gap(start) not in {" ", "\u00a0"} or before.kind == "mark" or before.suffix:
            break
        joining = before.folded in line.words.connectors and start > 1 and _may_join(line, start - 2)
        if not (before.capital or joining or before.folded in _modifiers()):
            break
        if start - 1 <= line.start and before.folded in line.words.not_names and before.folded not in _modifiers():
            break
        start -= 1
    return start


def _may_join(line: Line, at: int) -> bool:
    return line.tokens[at].capital and not line.tokens[at].suffix


@cache
def _modifiers() -> frozenset[str]:
    """Give the words that may stand small within an office: "eski", "former"."""
    return frozenset(word for phrase in table("offices")["modifiers"] for word in phrase.split()) | _SMALL


def role_after(line: Line, last: int) -> tuple[int, int] | None:
    """Give the token range of an office in apposition: "…, the foreign minister of Ukraine,"."""
    tokens = line.tokens
    if line.words.language != "en" or last + 1 >= len(tokens) or tokens[last].folded != "," or tokens[last - 1].suffix:
        return None
    start = last + 1
    if tokens[start].folded in {"the", "a", "an"}:
        start += 1
    for at in range(start, min(len(tokens), start + LONGEST_APPOSITION)):
        if tokens[at].kind == "mark" and tokens[at].folded not in "-&":
            return (start, at) if _holds_office(line, start, at) and tokens[at].folded in ",." else None
        if tokens[at].suffix:
            return None
    return None


def _holds_office(line: Line, first: int, last: int) -> bool:
    """Say whether the words up to the first "of" end in an office."""
    end = next((at for at in range(first, last) if line.tokens[at].folded in {"of", "for", "at"}), last)
    return end > first and office_until(line, end) < end
