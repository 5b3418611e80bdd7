"""Rows flow onto pages, as the layout lets them: none is split, and a heading stays with the row under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.model import Spread
from briefings.rendering.paper.lines import line_count
from briefings.rendering.paper.measures import measures
from briefings.rendering.paper.sheet import Part, Row

if TYPE_CHECKING:
    from briefings.model import Budget
    from briefings.rendering.paper.sheet import Sheet

_SPARE: Final = 2.0
"""Points of each page that are kept free, against what rounding adds."""


def spread_of(sheet: Sheet, budget: Budget) -> Spread:
    """Let a sheet's rows flow, those that a budget holds."""
    rows = _held(sheet, budget)
    page = sheet.height - _SPARE
    at, fills, lead, section = 0.0, [], 0, "masthead"
    for row, height in rows:
        opens = row.section != section
        above = sheet.gaps[row.section] if opens else row.above
        whole = height + (sheet.headings[row.section] if opens else 0.0)
        if at and at + above + whole > page:
            fills.append(at)
            at, above = 0.0, 0.0
        at += (above if at else 0.0) + whole
        while at > page:
            fills.append(page)
            at -= page
        if row.section == "stories" and row.told and not lead:
            lead = len(fills) + 1
        section = row.section
    return Spread(tuple(fill / sheet.height for fill in (*fills, at)), lead)


def _held(sheet: Sheet, budget: Budget) -> list[tuple[Row, float]]:
    """Choose rows and give their heights; the list of sources comes last, as long as what is cited makes it."""
    chosen: list[tuple[Row, float]] = []
    counts: dict[str, int] = {}
    cited: set[str] = set()
    for row in _with_cut(sheet, budget):
        place = counts.get(row.section, 0)
        if row.told:
            counts[row.section] = place + 1
            if place >= budget.most(row.section):
                continue
        chosen.append((row, _height(row, budget, place)))
        cited |= row.cites
    runs = [run for article, entry in sheet.sources if article in cited for run in entry]
    if runs:
        lines = line_count(runs, sheet.width) * measures().types["sources"].leading
        chosen.append((Row("note_sources", (Part(lines),), told=False), lines))
    return chosen


def _with_cut(sheet: Sheet, budget: Budget) -> tuple[Row, ...]:
    """Put in the line that counts the stories left out, where the budget makes it needed."""
    places = [place for place, row in enumerate(sheet.rows) if row.section == "stories"]
    if not places or not sheet.rows[places[-1]].told or budget.stories >= len(places):
        return sheet.rows
    line = Part(measures().types["cut"].leading)
    cut = Row("stories", (line,), above=measures().points("cut"), told=False)
    return (*sheet.rows[: places[-1] + 1], cut, *sheet.rows[places[-1] + 1 :])


def _height(row: Row, budget: Budget, place: int) -> float:
    """Give a row's height with as many points and quotations as the budget has for it."""
    quotes = budget.sayings if row.section == "voices" else budget.quotes
    left = {"point": _at(budget.points, place), "quote": _at(quotes, place)}
    words = 0.0
    for part in row.parts:
        if part.kind == "all":
            words += part.height
        elif left[part.kind] > 0:
            left[part.kind] -= 1
            words += part.height
    return row.frame + max(row.rail, words)


def _at(counts: tuple[int, ...], place: int) -> int:
    return counts[place] if place < len(counts) else 0
