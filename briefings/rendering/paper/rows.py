"""The principal's page as rows: how high each is, and which item of the plan it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from briefings.rendering.paper.lines import Run, runs_of
from briefings.rendering.paper.measures import measures
from briefings.rendering.paper.noting import note_height
from briefings.rendering.paper.sheet import Part, Row, Setter, Sheet, cites_of
from briefings.rendering.paper.tellings import point_height, story_rows, voice_rows
from briefings.rendering.view.story_items import DeskLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from briefings.rendering.view.listings import (
        AgendaRow,
        ChangeRow,
        CoverageBody,
        EventItem,
        NoteSource,
        QuestionItem,
        RevisionNote,
        TimelineBody,
    )
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.sections import Masthead, PageView, Section
    from briefings.rendering.view.story_items import FigureItem, NoteItem, SentenceItem

_RULE: Final = 0.6
_BAR: Final = 2.4
"""Thickness of the lines above sections and above the masthead, in points (print.css)."""
_DRAWING: Final = 40.0
"""Millimetres the drawn line of events takes at most."""


def sheet_of(view: PageView, size: str) -> Sheet:
    """Give a page view as rows for a paper size."""
    width = measures().width(size)
    setter = Setter(width)
    rows: list[Row] = [_masthead(view.masthead, view.revision, setter)]
    headings: dict[str, float] = {}
    gaps: dict[str, float] = {}
    sources: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    for section in view.sections:
        headings[section.key] = _heading(section)
        gaps[section.key] = measures().points("sources" if section.key == "note_sources" else "section")
        if section.key == "note_sources":
            sources = _sources(cast("tuple[NoteSource, ...]", section.body))
        else:
            rows += _ROWS.get(section.key, _unknown)(section.body, setter)
    return Sheet(tuple(rows), headings, gaps, sources, setter.body, measures().height(size))


def _heading(section: Section) -> float:
    points, types = measures().points, measures().types
    if section.key in {"coverage", "note_sources"}:
        return 0.0
    if section.key == "bottom_line":
        return types["heading"].leading + points("heading_below")
    return _RULE + points("heading_above") + types["heading"].leading + points("heading_below")


def _masthead(head: Masthead, revision: RevisionNote | None, setter: Setter) -> Row:
    points = measures().points
    desk = measures().types["speaker"].width(getattr(head.desk, "text", ""))
    facts = (*head.number, *head.revision, head.profile, *head.window)
    height = _BAR + points("masthead_top") + setter.line((head.title,), "title", setter.width - desk - 12)
    height += points("day") + setter.line((head.day,), "day", setter.width)
    height += points("edition") + setter.line(facts, "edition", setter.width - 40)
    if revision:
        height += _revision(revision, setter)
    if head.empty:
        height += points("empty") + setter.line((head.empty,), "empty", setter.width)
    return Row("masthead", (Part(height),), told=False)


def _revision(note: RevisionNote, setter: Setter) -> float:
    points = measures().points
    width = setter.body - points("revision_left") - _BAR
    height = points("revision") + points("revision_top") + points("revision_bottom") + points("revision_label")
    height += setter.line(note.heading, "revision", setter.width - points("revision_left"))
    height += sum(points("revision_row") + _change(row, width, setter) for row in note.rows)
    return height + setter.line(note.more, "revision_more", setter.width - points("revision_left"))


def _change(row: ChangeRow, width: float, setter: Setter) -> float:
    """Give the height of a change beside its label, with the sentences that were published and stand there now."""
    height = setter.line((*row.text, *row.edition, *row.reason), "change", width - 10)
    for passage in row.passages:
        height += measures().points("passage") + setter.line((passage.label, *passage.text), "passage", width - 10)
    return max(height, measures().points("rail_top") + setter.line((row.label,), "rail", setter.rail))


def _bottom_line(item: SentenceItem | DeskLine, setter: Setter) -> list[Row]:
    if isinstance(item, DeskLine):
        height = setter.line(
            (item.text,), "bottom_line", setter.width - measures().points("desk_line")
        ) + measures().points("signature")
        height += setter.line((item.label, item.author), "signature", setter.width)
        return [Row("bottom_line", (Part(height),), told=False)]
    height = setter.cited(item.words, item.note, "bottom_line", setter.width)
    if item.gist:
        height += measures().points("bottom_gist") + setter.line(item.gist, "gist", setter.width)
    return [Row("bottom_line", (Part(height),), told=False, cites=cites_of(item.gist, (item.words, item.note)))]


def _sentence_height(item: SentenceItem, setter: Setter) -> float:
    gist = setter.line(item.gist, "gist", setter.body) + measures().points("gist_below") if item.gist else 0.0
    return gist + setter.cited(item.words, item.note, "words", setter.body)


def _key_points(items: tuple[SentenceItem, ...], setter: Setter) -> list[Row]:
    points = measures().points
    return [
        Row(
            "key_points",
            (Part(_sentence_height(item, setter)),),
            rail=points("rail_top") + measures().types["rail"].leading + setter.line(item.source, "rail", setter.rail),
            above=points("row") if place else 0.0,
            cites=cites_of(item.gist, (item.words, item.note)),
        )
        for place, item in enumerate(items)
    ]


def _key_figures(items: tuple[FigureItem, ...], setter: Setter) -> list[Row]:
    """Give the one row the big numbers stand in: as high as its highest cell."""
    cell = setter.width / max(len(items), 1) - measures().points("cell") - measures().points("cell_right")
    height = max(_figure(item, cell, setter) for item in items)
    cites = frozenset().union(*(cites_of((item.amount,), item.context, (item.note,)) for item in items))
    return [Row("key_figures", (Part(height),), told=False, cites=cites)]


def _figure(item: FigureItem, width: float, setter: Setter) -> float:
    types, points = measures().types, measures().points
    amount = tuple(
        Run(text, types[style]) for text, style in ((item.parts[0], "unit"), (" ", "unit"), (item.parts[1], "amount"))
    )
    height = setter.runs(amount, "amount", width)
    if item.parts[2]:
        height += setter.runs((Run(item.parts[2], types["unit"]),), "unit", width)
    if item.before:
        height += points("context") + setter.line(item.before, "context", width)
    number = Run(f" [{item.note.number}]", types["context"])
    if item.context or not item.words:
        runs = runs_of(item.context or item.source, types["context"])
        height += points("context") + setter.runs((*runs, *(() if item.words else (number,))), "context", width)
    if item.words:
        runs = runs_of((item.words,), types["figure_words"])
        height += points("figure_words") + setter.runs((*runs, number), "figure_words", width)
    return height


def _agenda(items: tuple[AgendaRow, ...], setter: Setter) -> list[Row]:
    return [_agenda_row(place, item, setter) for place, item in enumerate(items)]


def _agenda_row(place: int, item: AgendaRow, setter: Setter) -> Row:
    points = measures().points
    rail = points("rail_words") + sum(setter.line(date, "when", setter.rail) for date in (item.date, *item.more))
    if item.reasoning:
        rail += points("context") + setter.line(item.reasoning, "reasoning", setter.rail)
    if item.desk:
        rail += setter.line((item.desk,), "rail", setter.rail)
    what = setter.line((*item.what, *((item.note,) if item.note else ())), "words", setter.body)
    if item.place:
        what += setter.line(item.place, "gist", setter.body)
    above = points("agenda_row") if place else 0.0
    return Row("agenda", (Part(what),), rail, above, cites=cites_of(item.what, item.date))


def _timeline(body: TimelineBody, setter: Setter) -> list[Row]:
    drawing = [Row("timeline", (Part(_DRAWING),), told=False)] if body.chart else []
    return [*drawing, *(_event(item, setter) for item in body.events)]


def _event(item: EventItem, setter: Setter) -> Row:
    points = measures().points
    rail = points("rail_words") + setter.line((item.date,), "when", setter.rail - 15)
    if item.reasoning:
        rail += points("context") + setter.line(item.reasoning, "reasoning", setter.rail - 15)
    words = setter.cited(item.words, item.note, "words", setter.body)
    return Row(
        "timeline", (Part(words),), rail, points("agenda_row"), told=False, cites=cites_of((item.words, item.note))
    )


def _changes(items: tuple[ChangeRow, ...], setter: Setter) -> list[Row]:
    above = measures().points("agenda_row")
    return [
        Row(
            "changes",
            (Part(_change(item, setter.body, setter)),),
            above=above if place else 0.0,
            told=False,
            cites=cites_of(item.text),
        )
        for place, item in enumerate(items)
    ]


def _notes(items: tuple[NoteItem, ...], setter: Setter) -> list[Row]:
    return [
        Row("notes", (Part(note_height(item, setter.width)),), above=measures().points("note") if place else 0.0)
        for place, item in enumerate(items)
    ]


def _questions(items: tuple[QuestionItem, ...], setter: Setter) -> list[Row]:
    points = measures().points
    rows = []
    for item in items:
        height = setter.line((item.question,), "question", setter.body) + points("headline_below")
        height += sum(point_height(answer, setter) for answer in item.answers)
        height += 0 if item.answers else measures().types["words"].leading
        cites = cites_of(*((answer.words, answer.note) for answer in item.answers))
        rows.append(Row("questions", (Part(height),), above=points("row"), told=False, cites=cites))
    return rows


def _coverage(body: CoverageBody, setter: Setter) -> list[Row]:
    points = measures().points
    height = _RULE + points("counts") + setter.line(body.counts, "counts", setter.body)
    height += sum(setter.line(line, "counts", setter.body) for line in body.kept_out)
    for row in body.corrections:
        pieces: Line = (row.words, row.now, row.reason, row.by)
        around = Run("   →     ( )", measures().types["correction"], 20.0)
        runs = (around, *runs_of(pieces, measures().types["correction"]))
        height += points("correction") + setter.runs(runs, "correction", setter.body)
    heading = _RULE + points("heading_above") + measures().types["heading"].leading
    return [Row("coverage", (Part(max(height, heading)),), told=False)]


def _sources(items: tuple[NoteSource, ...]) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Give each article's entry in the list of notes: its numbers, its outlet and time."""
    style = measures().types["sources"]
    found = []
    for item in items:
        numbers = " ".join(str(note.number) for note in item.numbers if note.anchors)
        title = () if item.known or item.title is None else runs_of((item.title,), style)
        runs = (Run(f"{numbers} ", style), *runs_of(item.source, style), *title, Run("   ", style))
        found.append((item.numbers[0].words.article, runs))
    return tuple(found)


def _unknown(_body: object, _setter: Setter) -> list[Row]:
    """Give nothing for a section that is not cut; the layout tells what it takes."""
    return []


_ROWS: Final[dict[str, Callable[[Any, Setter], list[Row]]]] = {
    "bottom_line": _bottom_line,
    "key_points": _key_points,
    "key_figures": _key_figures,
    "stories": story_rows,
    "voices": voice_rows,
    "timeline": _timeline,
    "agenda": _agenda,
    "changes": _changes,
    "notes": _notes,
    "questions": _questions,
    "coverage": _coverage,
}
