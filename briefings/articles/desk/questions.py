"""What the principal wants answered every day (questions.toml)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefings.articles.desk.entries import localised, marking, needed, only_known, texts
from briefings.model import Question

if TYPE_CHECKING:
    from briefings.articles.desk.entries import Place


def question_of(entry: dict[str, Any], place: Place) -> Question:
    """Read one standing question."""
    only_known(entry, "id", "text", "about", "marking")
    words = localised(entry, "text", is_needed=True)
    return Question(needed(entry, "id"), words, texts(entry, "about"), marking(entry, place))
