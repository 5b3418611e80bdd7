"""The desk's corrections on a page: what stands beside the words they put right, and the signed list of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.model import Actor, Place, Quantity, Quote, When
from briefings.rendering.view.facts import date_of, name_of, quantity_of, role_of, speaker_of
from briefings.rendering.view.listings import CorrectionRow
from briefings.rendering.view.pieces import DeskWords
from briefings.rendering.view.sources import source_line

if TYPE_CHECKING:
    from briefings.model import Amended, Evidence
    from briefings.rendering.view.pieces import FactValue
    from briefings.rendering.view.reader import Reader


def note_amendments(reader: Reader) -> None:
    """Lay out what the desk says instead of words of its articles, so that it stands wherever these are printed."""
    by_article: dict[str, list[tuple[Evidence, FactValue]]] = {}
    for one in reader.amended.values():
        value = _value(one, reader)
        if value is not None:
            by_article.setdefault(one.found.evidence.article, []).append((one.found.evidence, value))
    reader.citations.forget()
    reader.instead.update({article: tuple(values) for article, values in by_article.items()})


def corrections(reader: Reader) -> tuple[CorrectionRow, ...]:
    """Give the corrections, signed: to the desk officer all of them, to the principal those the page rests on."""
    shown = reader.citations.amended
    return tuple(_row(one, reader) for one in reader.amended.values() if reader.is_desk or one.found.evidence in shown)


def _row(one: Amended, reader: Reader) -> CorrectionRow:
    correction, evidence = one.correction, one.found.evidence
    value = _value(one, reader)
    return CorrectionRow(
        words=reader.words(evidence.article, evidence.span),
        source=source_line(evidence.article, reader),
        now=value or reader.label("corrections.dropped"),
        reason=DeskWords(correction.reason.in_language(reader.language), correction.path),
        by=DeskWords(correction.by, correction.path),
    )


def _value(one: Amended, reader: Reader) -> FactValue | None:
    """Give the value of a fact as the desk has it; None for one it dropped."""
    value: FactValue | None = None
    match one.now:
        case Actor() if one.correction.office is not None:
            value = role_of(one.now, reader, as_written=True)
        case Actor() | Place():
            value = name_of(one.now, reader)
        case Quote():
            value = speaker_of(one.now, reader)
        case When():
            value = date_of(one.now, reader)
        case Quantity():
            value = quantity_of(one.now, reader)
    return None if value is None else replace(value, anchor=None)
