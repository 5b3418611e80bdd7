"""Revisions of a published edition: which texts changed, and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefings.model import Article, DeskMarks, EditionRecord, Note, Revision
from briefings.planning.revisions import Published, revisions_of, texts_of
from tests.making import article

DAY = date(2025, 12, 4)
LATER = date(2025, 12, 6)
PORT = article("Liman", "Limanda 28 gemi bekliyor.", "Sıra cuma günü biter.")
BANK = article("Banka", "Faiz değişmedi.")
NOTE = Note("notes/2025-12-04.tr.md", DAY, "tr", "Not", None, "Kuyruk kısalıyor.")


def published(*articles: Article, revisions: tuple[Revision, ...] = (), known: bool = True) -> Published:
    """Give an edition of some articles and the note, as the archive has it; not `known`: built with drafts only."""
    record = EditionRecord(DAY, 1, (), (), texts_of(articles, (NOTE,)), revisions, known)
    return Published(record, LATER, {one.source.path: one for one in articles})


def revised(before: Published | None, *now: Article, notes: tuple[Note, ...] = (NOTE,)) -> list[str]:
    """Give what the last revision changed, as "kind path"."""

    found = revisions_of(before, texts_of(now, notes), now, {})
    return [f"{change.kind} {change.text.path}" for change in found[-1].changes] if found else []


def test_nothing_changed_or_never_published() -> None:
    assert revised(published(PORT, BANK), BANK, PORT) == []
    assert revised(None, PORT) == []


def test_each_kind_of_change() -> None:
    other = replace(PORT, text=PORT.text.replace("28", "26"))
    assert revised(published(PORT), PORT, BANK) == ["late banka-tr.txt"]
    assert revised(published(PORT, BANK), PORT) == ["removed banka-tr.txt"]
    assert revised(published(PORT), other) == ["corrected liman-tr.txt"]
    assert revised(published(PORT), PORT, notes=(replace(NOTE, text="Kuyruk uzuyor."),)) == [f"note {NOTE.path}"]
    withdrawn = revisions_of(published(PORT, BANK), texts_of((PORT,), (NOTE,)), (PORT,), {"banka-tr.txt": "yanlış"})
    assert [(change.kind, change.reason) for change in withdrawn[0].changes] == [("withdrawn", "yanlış")]


def test_what_is_no_change_of_words() -> None:
    spaced = replace(PORT, text=PORT.text.replace(" ", "  "))
    tagged = replace(PORT, marks=DeskMarks(tags=("deniz",)))
    renamed = replace(PORT, source=replace(PORT.source, path="elsewhere.txt"))
    for now in (spaced, tagged, renamed):
        assert revised(published(PORT), now) == []


def test_the_sentences_that_differ_are_kept() -> None:
    now = article("Liman", "Limanda 26 gemi bekliyor.", "Sıra cuma günü biter.", "Sis dağıldı.")
    (revision,) = revisions_of(published(PORT), texts_of((now,), (NOTE,)), (now,), {})
    assert revision.changes[0].passages == (
        ("Limanda 28 gemi bekliyor.", "Limanda 26 gemi bekliyor."),
        ("", "Sis dağıldı."),
    )


def test_revisions_are_numbered_and_remember_when_they_were_made() -> None:
    first = revisions_of(published(PORT), texts_of((PORT, BANK), (NOTE,)), (PORT, BANK), {})
    assert [(revision.number, revision.after) for revision in first] == [(2, LATER)]
    again = published(PORT, BANK, revisions=first)
    assert revisions_of(again, texts_of((PORT, BANK), (NOTE,)), (PORT, BANK), {}) == first
    third = revisions_of(again, texts_of((BANK,), (NOTE,)), (BANK,), {})
    assert [revision.number for revision in third] == [2, 3]


@pytest.mark.parametrize("known", [True, False])
def test_a_draft_is_no_publication(known: bool) -> None:
    draft = replace(BANK, marks=DeskMarks(draft=True))
    before = published(PORT, known=known)
    assert revised(before, PORT, draft) == []
    assert revised(before, PORT, BANK) == (["late banka-tr.txt"] if known else [])
