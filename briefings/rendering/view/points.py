"""Bottom line, key points and key figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefings.model import LONGEST_UNDER_FIGURE
from briefings.rendering.dates import plain_date
from briefings.rendering.view.facts import date_of, person, quantity_of, told_quantity, value_before
from briefings.rendering.view.gist import SEPARATOR, gist_line
from briefings.rendering.view.pieces import EditionValue, joined
from briefings.rendering.view.sources import source_line, told
from briefings.rendering.view.story_items import FigureItem, SentenceItem

if TYPE_CHECKING:
    from briefings.model import Evidence, Figure, Gist, Point
    from briefings.rendering.view.pieces import FactValue, Line
    from briefings.rendering.view.reader import Reader

_NUMBER: Final = re.compile(r"([^\d%]*)(%?\d[\d.,]*(?:%|st|nd|rd|th)?)(.*)", re.DOTALL)


def bottom_line(reader: Reader) -> SentenceItem | None:
    """Give the day in one sentence of a source."""
    point = reader.edition.bottom_line
    return None if point is None else point_item(point, reader, with_status=False)


def key_points(reader: Reader) -> tuple[SentenceItem, ...]:
    """Give the sentences worth reading first; the bottom line is not said twice where others remain."""
    printed = reader.citations.printed
    points = reader.edition.key_points
    others = tuple(point for point in points if place_of(told(point, reader).evidence) not in printed)
    if reader.is_desk and len(others) == len(points) > 1 and _holds_bottom_line(points, reader):
        others = points[:-1]  # the desk's own words stand as bottom line: one sentence more was kept for it
    return tuple(point_item(point, reader, with_status=True) for point in others or points)


def _holds_bottom_line(points: tuple[Point, ...], reader: Reader) -> bool:
    first = reader.edition.bottom_line
    return first is not None and any(point.evidence == first.evidence for point in points)


def point_item(point: Point, reader: Reader, *, with_status: bool) -> SentenceItem:
    """Give a point: the composed line, the source sentence, its note."""
    own = told(point, reader)
    evidence = own.evidence
    reader.citations.printed.update(map(place_of, (evidence, *own.also)))
    return SentenceItem(
        gist=gist_line(own.gist, reader),
        words=reader.whole_sentence(evidence),
        note=reader.cite(evidence),
        source=source_line(evidence.article, reader),
        tag=reader.label(f"status.{point.status}") if with_status else None,
        status=point.status,
        also=tuple(reader.cite(other) for other in own.also) if reader.is_desk else (),
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
    return tuple(_figure(place, figure, reader) for place, figure in enumerate(reader.edition.figures))


def _figure(place: int, figure: Figure, reader: Reader) -> FigureItem:
    quantity = told_quantity(figure.quantity, reader)
    evidence = quantity.evidence
    amount = quantity_of(quantity, reader)
    same_sentence = place_of(evidence) == place_of(figure.quantity.evidence)
    said_by = person(figure.said_by, reader) if figure.said_by and same_sentence else ()
    when = date_of(figure.when, reader) if figure.when and same_sentence else None
    printed = place_of(evidence) in reader.citations.printed
    sentence = reader.sentence(evidence)
    too_long = sentence.end - sentence.start > LONGEST_UNDER_FIGURE
    return FigureItem(
        amount=amount,
        parts=_parts(amount),
        context=joined((said_by, (when,) if when else ()), SEPARATOR),
        before=moved_from(figure, place, reader),
        words=None if printed or too_long else reader.whole_sentence(evidence, (evidence.span,)),
        note=reader.cite(evidence, evidence.span),
        source=source_line(evidence.article, reader),
    )


def moved_from(figure: Figure, place: int, reader: Reader) -> Line:
    """Give the value of an earlier edition and its day, when it moved."""
    if figure.previous is None:
        return ()
    return reader.filled(
        "figures.before",
        value=EditionValue(value_before(figure.quantity, figure.previous, reader), f"figure-before:{place}"),
        day=EditionValue(plain_date(figure.previous.given, reader.language), f"figure-day:{place}"),
    )


def _parts(amount: FactValue) -> tuple[str, str, str]:
    """Cut an amount before its first digit, and after the last digit or sign of its number."""
    match = _NUMBER.match(amount.text)
    if match is None:
        return "", amount.text, amount.unit
    after = " ".join(part for part in (match[3].strip(), amount.unit) if part)
    return match[1].strip(), match[2], after


def place_of(evidence: Evidence) -> tuple[str, int]:
    """Give the sentence a piece of evidence stands in, as a key."""
    return evidence.article, evidence.sentence
