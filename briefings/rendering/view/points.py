"""Bottom line, key points and key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.model import Evidence
from briefings.rendering.numbers import number_in_words
from briefings.rendering.view.facts import date_of, person, quantity_of
from briefings.rendering.view.gist import SEPARATOR, gist_line
from briefings.rendering.view.pieces import EditionValue, joined
from briefings.rendering.view.sections import FigureItem, SentenceItem
from briefings.rendering.view.sources import source_line, told

if TYPE_CHECKING:
    from briefings.model import Figure, Gist, Point
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader


def bottom_line(reader: Reader) -> SentenceItem | None:
    """Give the day in one sentence."""
    point = reader.edition.bottom_line
    return None if point is None else point_item(point, reader, with_status=False)


def key_points(reader: Reader) -> tuple[SentenceItem, ...]:
    """Give the sentences worth reading first."""
    return tuple(point_item(point, reader, with_status=True) for point in reader.edition.key_points)


def point_item(point: Point, reader: Reader, *, with_status: bool) -> SentenceItem:
    """Give a point: the composed line, the source sentence, its note."""
    own = told(point, reader)
    evidence = own.evidence
    return SentenceItem(
        gist=gist_line(own.gist, reader),
        words=reader.whole_sentence(evidence),
        note=reader.cite(evidence),
        source=source_line(evidence.article, reader),
        tag=reader.label(f"status.{point.status}") if with_status else None,
        status=point.status,
    )


def sentence_item(evidence: Evidence, gist: Gist | None, reader: Reader) -> SentenceItem:
    """Give a sentence with its note; the words it is cited for are marked in the evidence."""
    return SentenceItem(
        gist=() if gist is None else gist_line(gist, reader),
        words=reader.whole_sentence(evidence),
        note=reader.cite(evidence, evidence.span),
        source=source_line(evidence.article, reader),
    )


def key_figures(reader: Reader) -> tuple[FigureItem, ...]:
    """Give the numbers that stand big; a sentence that is a key point already is not printed again."""
    edition = reader.edition
    printed = {_place(told(point, reader).evidence) for point in edition.key_points}
    if edition.bottom_line is not None:
        printed.add(_place(told(edition.bottom_line, reader).evidence))
    return tuple(_figure(place, figure, printed, reader) for place, figure in enumerate(edition.figures))


def _figure(place: int, figure: Figure, printed: set[tuple[str, int]], reader: Reader) -> FigureItem:
    evidence = figure.quantity.evidence
    said_by = person(figure.said_by, reader) if figure.said_by else ()
    when = date_of(figure.when, reader) if figure.when else None
    words = None if _place(evidence) in printed else reader.whole_sentence(evidence, (evidence.span,))
    return FigureItem(
        amount=quantity_of(figure.quantity, reader),
        context=joined((said_by, (when,) if when else ()), SEPARATOR),
        before=moved_from(figure, place, reader),
        words=words,
        note=reader.cite(evidence, evidence.span),
        source=source_line(evidence.article, reader),
    )


def moved_from(figure: Figure, place: int, reader: Reader) -> Line:
    """Give the value of the last edition, when it moved."""
    if figure.previous is None:
        return ()
    value = EditionValue(number_in_words(figure.previous, reader.language), f"figure-before:{place}")
    return reader.filled("figures.before", value=value)


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.article, evidence.sentence
