"""A story's small table of who did what: for a few of its printed sentences whose subject and verb are clear.

Only what the article itself claims stands here: what somebody said or what is so according to somebody stays a
quotation, and a passive has no row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.rendering.view.facts import date_of, name_of
from briefings.rendering.view.sources import told
from briefings.rendering.view.story_items import DeedRow, DeedTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.model import Actor, Article, Deed, Place, Point
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader

_MOST: Final = 3
_CLEAR: Final = "deed-subject"
"""The rule whose finds are printed."""


def deeds_told(points: Iterable[Point], reader: Reader) -> tuple[tuple[Point, Deed], ...]:
    """Give the first of a story's sentences that tell plainly who did what, with what they tell."""
    found: list[tuple[Point, Deed]] = []
    for point in points:
        own = told(point, reader)
        deed = reader.deeds.get((own.evidence.article, own.evidence.sentence))
        if deed and _is_plain(deed, reader.articles[own.evidence.article], reader.language):
            found.append((own, deed))
    chosen = tuple(found[:_MOST])
    return chosen if len(chosen) > 1 or any(_tells_more(deed) for _, deed in chosen) else ()


def _tells_more(deed: Deed) -> bool:
    """Say whether a deed tells with whom, where or when: a lone row without that only repeats its sentence."""
    return bool(deed.counterpart or deed.place or deed.when)


def _is_plain(deed: Deed, article: Article, language: str) -> bool:
    """Say whether actor and verb are clear, and the verb stands with its object: one word alone tells too little.

    A name in the reader's language and a verb in another one make no row.
    """
    if article.language != language or deed.rule != _CLEAR or deed.actor is None or deed.predicate is None:
        return False
    return " " in article.words(deed.predicate).strip()


def deed_table(deeds: Sequence[tuple[Point, Deed]], reader: Reader) -> DeedTable | None:
    """Give the table, None without a row; a column that no row fills is left out."""
    if not deeds:
        return None
    rows = tuple(_row(point, deed, reader) for point, deed in deeds)
    return DeedTable(
        rows,
        whom=any(row.whom for row in rows),
        where=any(row.where for row in rows),
        when=any(row.when for row in rows),
    )


def _row(point: Point, deed: Deed, reader: Reader) -> DeedRow:
    assert deed.predicate is not None  # noqa: S101 - chosen for it
    article = point.evidence.article
    when = date_of(deed.when, reader) if deed.when else None
    return DeedRow(
        who=_name(deed.actor, reader),
        did=reader.words(article, deed.predicate),
        note=reader.cite(point.evidence, deed.predicate),
        whom=_name(deed.counterpart, reader),
        where=_name(deed.place, reader),
        when=(when,) if when else (),
    )


def _name(mention: Actor | Place | None, reader: Reader) -> Line:
    return (name_of(mention, reader),) if mention else ()
