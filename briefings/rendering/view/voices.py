"""Who said what: speaker, office, words, source; direct and reported speech kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.rendering.view.facts import role_of, speaker_of
from briefings.rendering.view.sections import QuoteItem, VoiceItem
from briefings.rendering.view.sources import source_line

if TYPE_CHECKING:
    from briefings.model import Actor, Quote, Story, Voice
    from briefings.rendering.view.reader import Reader


def voices(reader: Reader) -> tuple[VoiceItem, ...]:
    """Give the day's speakers."""
    return tuple(_voice(voice.quotes, voice.role, reader) for voice in reader.edition.voices if voice.quotes)


def voices_of(story: Story, reader: Reader) -> tuple[VoiceItem, ...]:
    """Give the quotations of a story by speaker, in the order of first words."""
    by_speaker: dict[str | None, list[Quote]] = {}
    for quote in story.quotes:
        by_speaker.setdefault(quote.speaker_key or quote.speaker, []).append(quote)
    roles = {voice.key or voice.speaker: voice.role for voice in reader.edition.voices if voice.story == story.id}
    return tuple(_voice(tuple(quotes), roles.get(key or ""), reader) for key, quotes in by_speaker.items())


def _voice(quotes: tuple[Quote, ...], role: Actor | None, reader: Reader) -> VoiceItem:
    speaker = speaker_of(quotes[0], reader)
    return VoiceItem(
        speaker=speaker or reader.label("speech.unknown"),
        role=role_of(role, reader, as_written=True) if role else None,
        quotes=tuple(_quote(quote, reader) for quote in quotes),
    )


def _quote(quote: Quote, reader: Reader) -> QuoteItem:
    return QuoteItem(
        direct=quote.direct,
        words=reader.words(quote.evidence.article, quote.evidence.span),
        note=reader.cite(quote.evidence, quote.evidence.span),
        source=source_line(quote.evidence.article, reader),
    )
