"""What the principal's edition leaves to the desk edition, listed there with the reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from briefings.model import AgendaItem, Note, Story, Voice
from briefings.rendering.dates import date_range
from briefings.rendering.view.facts import date_of, speaker_of
from briefings.rendering.view.listings import CutRow
from briefings.rendering.view.pieces import DeskWords, EditionValue, Label, joined
from briefings.rendering.view.sources import headline_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.model import Cut
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader

_PARTS: Final = ("point", "quote", "dispute")
_REASONS: Final = ("room", "days", "language")


def left_to_desk(reader: Reader) -> tuple[CutRow, ...]:
    """Give a row for each kind of thing and each reason."""
    cut = reader.edition.cut
    rows = [
        _row("stories", _headlines(cut, reader), "room", reader),
        _row("parts", _parts(cut, reader), "room", reader),
    ]
    for reason in _REASONS:
        own = [item.what for item in cut if item.reason == reason]
        voices = (_speaker(what, reader) for what in own if isinstance(what, Voice))
        dates = (_date(place, what, reader) for place, what in enumerate(own) if isinstance(what, AgendaItem))
        titles = (_title(what) for what in own if isinstance(what, Note))
        rows += [
            _row("voices", voices, reason, reader, inline=True),
            _row("agenda", dates, reason, reader, inline=True),
            _row("notes", titles, reason, reader),
        ]
    return tuple(row for row in rows if row.items)


def _row(kind: str, items: Iterable[Line], reason: str, reader: Reader, *, inline: bool = False) -> CutRow:
    pages = reader.config.profiles.principal.pages or 0
    why = reader.counted("cuts.room", pages, "pages") if reason == "room" else (reader.label(f"cuts.{reason}"),)
    different = {tuple(getattr(piece, "text", piece) for piece in item): item for item in items if item}
    return CutRow(reader.label(f"cuts.{kind}"), tuple(different.values()), inline, why)


def _headlines(cut: Iterable[Cut], reader: Reader) -> list[Line]:
    return [_headline(item.what, reader) for item in cut if isinstance(item.what, Story)]


def _headline(story: Story, reader: Reader) -> Line:
    headline = headline_of(story, reader)
    return (reader.words(headline.article, headline.span),)


def _parts(cut: Iterable[Cut], reader: Reader) -> list[Line]:
    """Give the stories told there in part: how many sentences, quotations and disputed values are not."""
    counts = Counter((item.story, item.kind) for item in cut if item.kind in _PARTS)
    lines = []
    for story in reader.edition.stories:
        told = tuple(
            reader.counted(f"cuts.{kind}s", counts[story.id, kind], f"cut-{kind}s:{story.id}")
            for kind in _PARTS
            if counts[story.id, kind]
        )
        if told:
            lines.append((*_headline(story, reader), Label(": "), *joined(told, ", ")))
    return lines


def _speaker(voice: Voice, reader: Reader) -> Line:
    speaker = speaker_of(voice.quotes[0], reader) if voice.quotes else None
    return (speaker,) if speaker else ()


def _date(place: int, item: AgendaItem, reader: Reader) -> Line:
    value = date_of(item.when, reader) if item.when else None
    return (value or EditionValue(date_range(item.first, item.last, reader.language), f"cut-agenda:{place}"),)


def _title(note: Note) -> Line:
    return (DeskWords(note.title or note.path, note.path),)
