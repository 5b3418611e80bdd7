"""What differs from the last edition, and what a revision changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from briefings.model import Quantity
from briefings.rendering.dates import plain_date
from briefings.rendering.view.facts import day_of, quantity_of, value_before
from briefings.rendering.view.listings import ChangeRow, Passage, RevisionNote
from briefings.rendering.view.pieces import EditionValue
from briefings.rendering.view.trends import course

if TYPE_CHECKING:
    from briefings.model import Change, Move, RevisionChange
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader

_MOST_FOR_THE_PRINCIPAL: Final = 3


def changes(reader: Reader) -> tuple[ChangeRow, ...]:
    """Give what is new, updated, corrected, withdrawn or dropped, and numbers that moved."""
    rows = (_change(place, change, reader) for place, change in enumerate(reader.edition.changes))
    return tuple(row for row in rows if row.text)


def revision_mark(reader: Reader) -> Line:
    """Give the number of the revision for the masthead; nothing for the edition as first published."""
    revisions = reader.edition.revisions
    if not revisions:
        return ()
    return reader.filled("masthead.revision", number=EditionValue(str(revisions[-1].number), "revision"))


def revision_note(reader: Reader) -> RevisionNote | None:
    """Give what the last revision changed: all of it for the desk, the first few for the principal."""
    if not reader.edition.revisions:
        return None
    revision = reader.edition.revisions[-1]
    listed = revision.changes if reader.is_desk else revision.changes[:_MOST_FOR_THE_PRINCIPAL]
    left = len(revision.changes) - len(listed)
    return RevisionNote(
        heading=reader.filled("revision.heading", number=EditionValue(str(revision.number), "revision")),
        rows=tuple(_revised(place, change, reader) for place, change in enumerate(listed)),
        more=reader.filled("revision.more", count=EditionValue(str(left), "revision-more")) if left else (),
    )


def _revised(place: int, change: RevisionChange, reader: Reader) -> ChangeRow:
    text = change.text
    passages = change.passages if reader.is_desk else ()
    return ChangeRow(
        label=reader.label(f"changes.{change.kind}"),
        text=(_told(text.title, f"revision-title:{place}", text.language, reader),),
        reason=(EditionValue(change.reason, f"revision-reason:{place}"),) if change.reason else (),
        passages=_passages(passages, text.language, f"revision-passage:{place}", reader),
    )


def _change(place: int, change: Change, reader: Reader) -> ChangeRow:
    language = change.earlier[0][0] if change.earlier else reader.language
    return ChangeRow(
        label=reader.label(f"changes.{change.kind}"),
        text=_change_text(place, change, reader),
        reason=(EditionValue(change.reason, f"change-reason:{place}"),) if change.reason else (),
        edition=_earlier_edition(place, change, reader),
        passages=_passages(change.passages, language, f"change-passage:{place}", reader),
        course=course(change.move, reader) if change.move and reader.is_desk else None,
    )


def _change_text(place: int, change: Change, reader: Reader) -> Line:
    if change.move is not None:
        return _moved(place, change.move, reader)
    if change.headline is not None:
        return (reader.words(change.headline.article, change.headline.span),)
    if change.earlier:
        language, words = next((told for told in change.earlier if told[0] == reader.language), change.earlier[0])
        return (_told(words, f"change-earlier:{place}", language, reader),)
    return ()


def _moved(place: int, move: Move, reader: Reader) -> Line:
    """Give the earlier value and the one of today, told by an article in the reader's language where one gives it."""
    own = (fact for fact in move.facts if reader.articles[fact.evidence.article].language == reader.language)
    fact = next(own, move.facts[0])
    moved = reader.filled(
        "figures.moved",
        before=EditionValue(value_before(fact, move.before, reader), f"change-before:{place}"),
        after=quantity_of(fact, reader)
        if isinstance(fact, Quantity)
        else day_of(fact, date.fromisoformat(move.value), reader),
    )
    return (*moved, reader.cite(fact.evidence, fact.evidence.span))


def _earlier_edition(place: int, change: Change, reader: Reader) -> Line:
    if change.edition is None:
        return ()
    day = EditionValue(plain_date(change.edition, reader.language), f"change-edition:{place}")
    return reader.filled("changes.edition", day=day)


def _passages(passages: tuple[tuple[str, str], ...], language: str, key: str, reader: Reader) -> tuple[Passage, ...]:
    """Lay sentences out as published and as they are now."""
    found = []
    for before, after in passages:
        names = ("before", "after") if before and after else ("cut", "added")
        for name, words in zip(names, (before, after), strict=True):
            if words:
                found.append(Passage(reader.label(f"changes.{name}"), (_told(words, key, language, reader),)))
    return tuple(found)


def _told(words: str, key: str, language: str, reader: Reader) -> EditionValue:
    return EditionValue(words, key, language if language != reader.language else None)
