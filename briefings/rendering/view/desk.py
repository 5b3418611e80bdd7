"""What comes from the desk: notes, and answers to its standing questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.rendering.notes import note_html
from briefings.rendering.view.listings import QuestionItem
from briefings.rendering.view.pieces import DeskWords
from briefings.rendering.view.points import sentence_item
from briefings.rendering.view.reader import shown
from briefings.rendering.view.story_items import DeskLine, NoteItem

if TYPE_CHECKING:
    from briefings.model import Evidence, Note
    from briefings.rendering.view.reader import Reader

QUESTIONS: Final = "questions.toml"


def notes(reader: Reader) -> tuple[NoteItem, ...]:
    """Give the desk's notes on the day."""
    return notes_on(None, reader)


def notes_on(story: str | None, reader: Reader) -> tuple[NoteItem, ...]:
    """Give the desk's notes on a story, on the day for None: those in the reader's language, else those there are."""
    everything = tuple(note for note in reader.edition.notes if note.story == story and note.text)
    own = tuple(note for note in everything if note.language == reader.language)
    return tuple(_note(note, reader) for note in own or everything)


def desk_line(reader: Reader) -> DeskLine | None:
    """Give the desk's own bottom line in the reader's language; None when it wrote none."""
    note = next((note for note in reader.edition.notes if note.bottom_line and note.language == reader.language), None)
    if note is None:
        return None
    return DeskLine(DeskWords(note.bottom_line, note.path), reader.label("notes.by_desk"), _signature(note, reader))


def _signature(note: Note, reader: Reader) -> DeskWords:
    """Give who signs a note: its author, else the desk."""
    own = reader.config.desk.name.in_language(reader.language)
    return DeskWords(note.author, note.path) if note.author else DeskWords(own, "config")


def _note(note: Note, reader: Reader) -> NoteItem:
    return NoteItem(
        label=reader.label("notes.label"),
        title=DeskWords(note.title, note.path) if note.title else None,
        body=note_html(note.text),
        author=_signature(note, reader),
        path=note.path,
        language=note.language if note.language != reader.language else None,
    )


def questions(reader: Reader) -> tuple[QuestionItem, ...]:
    """Give the standing questions with today's sentences; one without an answer says so."""
    return tuple(
        QuestionItem(
            question=DeskWords(answer.question.text.in_language(reader.language), QUESTIONS),
            answers=tuple(sentence_item(evidence, None, reader) for evidence in _different(answer.evidence, reader)),
        )
        for answer in reader.edition.questions
    )


def _different(evidence: tuple[Evidence, ...], reader: Reader) -> tuple[Evidence, ...]:
    """Leave out sentences that another article prints word for word."""
    found: dict[str, Evidence] = {}
    for item in evidence:
        found.setdefault(shown(reader.articles[item.article].words(reader.sentence(item))), item)
    return tuple(found.values())
