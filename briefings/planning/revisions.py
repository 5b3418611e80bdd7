"""What became of a published edition's texts: late, corrected, withdrawn or removed, in numbered revisions.

The record that the edition itself carries is what counts, never a cache. White space and front matter may change:
only words make a revision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefings.model import Revision, RevisionChange, TextRecord, digest_of_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from briefings.model import Article, EditionRecord, Note

_MOST_PASSAGES = 3
_MOST_COMPARED = 400
"""Sentences beyond which passages are not looked for: comparing is quadratic where all of them differ."""
_NOTES = "notes/"
_ORDER = ("withdrawn", "corrected", "late", "removed", "note")


@dataclass(frozen=True, slots=True)
class Published:
    """A day's edition as it stands in the archive before a build."""

    record: EditionRecord
    latest: date
    """The latest day in the archive."""
    articles: Mapping[str, Article] = field(default_factory=dict)
    """The articles as published, by path, those at least whose words are others now."""


def texts_of(articles: Iterable[Article], notes: Iterable[Note]) -> tuple[TextRecord, ...]:
    """Record the words of a day's articles and of the desk's notes, by path."""
    told = [
        TextRecord(article.source.path, article.words_digest, article.headline, article.language)
        for article in articles
    ]
    noted = [
        TextRecord(
            note.path, digest_of_words(f"{note.title}\n{note.text}\n{note.bottom_line}"), note.title, note.language
        )
        for note in notes
    ]
    return tuple(sorted((*told, *noted), key=lambda record: record.path))


def revisions_of(
    published: Published | None, now: Sequence[TextRecord], articles: Sequence[Article], withdrawn: Mapping[str, str]
) -> tuple[Revision, ...]:
    """Give an edition's revisions, oldest first: those it has, and a further one when its texts are others now.

    `articles` are today's, `withdrawn` holds the desk's reasons by path. A day that was never published has none; a
    draft adds none.
    """
    if published is None or not published.record.published:
        return ()
    earlier = published.record.revisions
    if any(article.marks.draft for article in articles):
        return earlier
    present = {article.source.path: article for article in articles}
    changes = sorted(
        _changes(published, now, present, withdrawn), key=lambda change: (_ORDER.index(change.kind), change.text.path)
    )
    if not changes:
        return earlier
    return (*earlier, Revision((earlier[-1].number if earlier else 1) + 1, published.latest, tuple(changes)))


def _changes(
    published: Published, now: Sequence[TextRecord], present: Mapping[str, Article], withdrawn: Mapping[str, str]
) -> Iterator[RevisionChange]:
    before = {record.path: record for record in published.record.texts}
    after = {record.path: record for record in now}
    gone, come = _unpaired(before, after)
    for path in gone:
        yield (
            RevisionChange("withdrawn", before[path], withdrawn[path])
            if path in withdrawn
            else RevisionChange("removed", before[path])
        )
    for path in come:
        yield RevisionChange("note" if path.startswith(_NOTES) else "late", after[path])
    for path in sorted(before.keys() & after.keys()):
        if before[path].digest == after[path].digest:
            continue
        if path.startswith(_NOTES):
            yield RevisionChange("note", after[path])
        else:
            passages = _passages(published.articles.get(path), present.get(path))
            yield RevisionChange("corrected", after[path], passages=passages)


def _unpaired(
    before: Mapping[str, TextRecord], after: Mapping[str, TextRecord]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the paths that went and those that came; a file that was only renamed did neither."""
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    moved = {before[path].digest for path in gone} & {after[path].digest for path in come}
    return (
        tuple(sorted(path for path in gone if before[path].digest not in moved)),
        tuple(sorted(path for path in come if after[path].digest not in moved)),
    )


def _passages(before: Article | None, after: Article | None) -> tuple[tuple[str, str], ...]:
    """Give the sentences that differ, as published and as they are now; the first few."""
    if before is None or after is None or max(len(before.sentences), len(after.sentences)) > _MOST_COMPARED:
        return ()
    old, new = _sentences(before), _sentences(after)
    found: list[tuple[str, str]] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += zip_longest(old[start:end], new[other_start:other_end], fillvalue="")
    return tuple(found[:_MOST_PASSAGES])


def _sentences(article: Article) -> list[str]:
    return [" ".join(article.words(sentence.span).split()) for sentence in article.sentences]
