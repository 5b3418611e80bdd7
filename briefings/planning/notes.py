"""The desk's notes that belong to a story: which story of the day they mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.languages.casing import lower
from briefings.model import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from briefings.model import Article, Note, Story


def placed(notes: Iterable[Note], stories: Sequence[Story], articles: Sequence[Article]) -> tuple[Note, ...]:
    """Give the notes with the ids of their stories; one whose story is not told stands for itself.

    Words of a headline may fit several stories: the one that stands first is meant.
    """
    return tuple(note if note.story is None else _at_story(note, stories, articles) for note in notes)


def misplaced(notes: Iterable[Note], days: Mapping[date, Sequence[Article]]) -> tuple[Notice, ...]:
    """Give a notice for each note whose story no article of its day tells."""
    return tuple(
        Notice("warning", "note-story", note.path, note.story_line, _advice(note))
        for note in notes
        if note.story is not None and not articles_meant(note, days.get(note.day, ()))
    )


def _advice(note: Note) -> str:
    return (
        f"no article of {note.day} has the path, the id or the headline {note.story!r}; "
        "correct story:, else the note stands with those of the day"
    )


def _at_story(note: Note, stories: Sequence[Story], articles: Sequence[Article]) -> Note:
    meant = articles_meant(note, articles)
    return replace(note, story=next((story.id for story in stories if meant & set(story.articles)), None))


def articles_meant(note: Note, articles: Sequence[Article]) -> set[str]:
    """Give the ids of the articles a note names: by path or id, else by words of their headlines."""
    wanted = note.story or ""
    named = {article.id for article in articles if wanted in {article.source.path, article.id}}
    return named or {article.id for article in articles if _holds(article, wanted)}


def _holds(article: Article, words: str) -> bool:
    """Say whether an article's headline holds some words, in capitals or not."""
    title = " ".join(article.words(article.title).split())
    return lower(" ".join(words.split()), article.language) in lower(title, article.language)
