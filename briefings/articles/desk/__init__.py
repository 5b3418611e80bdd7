"""The desk's own files, one module a kind. A mistake costs its entry and gives a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.articles.desk.agenda import agenda_of
from briefings.articles.desk.corrections import correction_of
from briefings.articles.desk.entries import entries_of
from briefings.articles.desk.notes import notes_of
from briefings.articles.desk.outlets import outlet_of
from briefings.articles.desk.questions import question_of
from briefings.model import DeskFiles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.config import Config
    from briefings.model import Notice


def read_desk(files: Mapping[str, bytes], config: Config) -> tuple[DeskFiles, tuple[Notice, ...]]:
    """Read the desk's files, given by path, and say what is wrong in them."""
    notices: list[Notice] = []
    scale = config.markings
    desk = DeskFiles(
        outlets=entries_of(files, "outlets.toml", "outlet", outlet_of, scale, notices),
        questions=entries_of(files, "questions.toml", "question", question_of, scale, notices),
        agenda=agenda_of(files, ZoneInfo(config.time_zone), scale, notices),
        notes=notes_of(files, scale, notices),
        corrections=entries_of(files, "corrections.toml", "correction", correction_of, scale, notices),
    )
    return desk, tuple(notices)
