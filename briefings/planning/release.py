"""What a product leaves out: everything marked above the highest marking it may carry (`release` in briefings.toml)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefings.model import DeskFiles, InputRecord, Library
from briefings.planning.markings import is_above
from briefings.planning.notes import articles_meant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from briefings.config import Config
    from briefings.model import Article, EditionRecord, Note, Revision, TextRecord


_SHOWN = frozenset({"read", "archived", "desk", "look"})


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a product leaves out; only its numbers are ever told."""

    articles: tuple[Article, ...] = ()
    entries: DeskFiles = field(default_factory=DeskFiles)
    digests: frozenset[str] = frozenset()
    """Of the articles' words."""

    def __bool__(self) -> bool:
        """Say whether anything is left out."""
        return bool(self.articles) or self.entries != DeskFiles()

    @property
    def paths(self) -> frozenset[str]:
        """The files that may not be named."""
        notes = (note.path for note in self.entries.notes)
        return frozenset((*(article.source.path for article in self.articles), *notes))

    def hides(self, text: TextRecord) -> bool:
        """Say whether a published text is one of those, by its file or, under another name, by its words."""
        return text.path in self.paths or text.digest in self.digests

    def entries_of(self, day: date) -> int:
        """Count the desk's own entries that would stand in a day's edition: notes, dates ahead, questions."""
        notes = sum(note.day == day for note in self.entries.notes)
        return notes + sum(entry.day > day for entry in self.entries.agenda) + len(self.entries.questions)


def released(library: Library, config: Config) -> tuple[Library, Withheld]:
    """Part a library into what the product may hold and what it leaves out; everything is released without a limit."""
    if not config.release:
        return library, Withheld()
    secret = _secret(library.articles, config)
    paths = {article.source.path for article in secret}
    kept = tuple(article for article in library.articles if article.source.path not in paths)
    desk, held = library.desk, _held_entries(library.desk, secret, kept, config)
    left = DeskFiles(
        outlets=desk.outlets,
        questions=tuple(one for one in desk.questions if one not in held.questions),
        agenda=tuple(one for one in desk.agenda if one not in held.agenda),
        notes=tuple(one for one in desk.notes if one not in held.notes),
        corrections=tuple(one for one in desk.corrections if one not in held.corrections),
    )
    open_notes = {note.path for note in left.notes}
    inputs = tuple(
        replace(one, fate="withheld") if one.path in paths or _is_hidden_note(one, open_notes) else one
        for one in library.inputs
    )
    digests = frozenset(article.words_digest for article in secret)
    return replace(library, articles=kept, desk=left, inputs=inputs), Withheld(secret, held, digests)


def _secret(articles: tuple[Article, ...], config: Config) -> tuple[Article, ...]:
    """Give the articles above the limit; a translation says what its original says, and goes with it."""
    above = {article.id for article in articles if is_above(article.marks.marking, config)}
    groups = {article.translation_group for article in articles if article.id in above} - {None}
    return tuple(article for article in articles if article.id in above or article.translation_group in groups)


def _is_hidden_note(record: InputRecord, shown: set[str]) -> bool:
    """Say whether a file is a note that is not shown, perhaps because its marking could not be read."""
    return record.path.startswith("notes/") and record.path not in shown


def _held_entries(desk: DeskFiles, secret: tuple[Article, ...], kept: tuple[Article, ...], config: Config) -> DeskFiles:
    """Give the desk's entries above the limit; what is about a withheld article alone goes with it."""
    names = {name for article in secret for name in (article.source.path, article.id)}
    return DeskFiles(
        questions=tuple(one for one in desk.questions if is_above(one.marking, config)),
        agenda=tuple(one for one in desk.agenda if is_above(one.marking, config)),
        notes=tuple(one for one in desk.notes if is_above(one.marking, config) or _is_about(one, secret, kept)),
        corrections=tuple(one for one in desk.corrections if is_above(one.marking, config) or one.article in names),
    )


def _is_about(note: Note, secret: tuple[Article, ...], kept: tuple[Article, ...]) -> bool:
    return bool(note.story and articles_meant(note, secret) and not articles_meant(note, kept))


def told_inputs(inputs: Iterable[InputRecord], config: Config) -> tuple[InputRecord, ...]:
    """Give what a published record says of its inputs: a product with a limit names only what it shows.

    Of all other files, whose marking nobody may know, the hash alone is given.
    """
    if not config.release:
        return tuple(inputs)
    named = tuple(one for one in inputs if one.fate in _SHOWN)
    others = (InputRecord("", one.sha256, one.fate) for one in inputs if one.fate not in _SHOWN)
    return (*named, *sorted(others, key=lambda one: (one.fate, one.sha256)))


def without_withheld(record: EditionRecord | None, withheld: Withheld) -> EditionRecord | None:
    """Give what an edition remembers without the stories that hold what is withheld now.

    A withheld text that was published under another name is known by its words alone: then no story is remembered.
    """
    if record is None or not withheld:
        return record
    ids = {article.id for article in withheld.articles}
    is_renamed = any(withheld.hides(text) and text.path not in withheld.paths for text in record.texts)
    stories = tuple(story for story in record.stories if not is_renamed and not ids & {story.id, *story.articles})
    known = {story.id for story in stories}
    return replace(
        record,
        stories=stories,
        counts=tuple(count for count in record.counts if count.story in known and count.article not in ids),
        sayings=tuple(saying for saying in record.sayings if not is_renamed and saying.article not in ids),
        texts=tuple(text for text in record.texts if not withheld.hides(text)),
        sketches=tuple(sketch for sketch in record.sketches if not is_renamed and sketch.article not in ids),
        revisions=told_revisions(record.revisions, withheld),
    )


def told_revisions(revisions: Iterable[Revision], withheld: Withheld) -> tuple[Revision, ...]:
    """Give revisions without what they say of withheld texts; one that says nothing else is left out."""
    kept = (
        replace(revision, changes=tuple(change for change in revision.changes if not withheld.hides(change.text)))
        for revision in revisions
    )
    return tuple(revision for revision in kept if revision.changes)
