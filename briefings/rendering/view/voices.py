"""Who said what: speaker, office, words, source; direct and reported speech kept apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.model import Span
from briefings.rendering.dates import plain_date
from briefings.rendering.view.facts import role_of, speaker_of
from briefings.rendering.view.pieces import EditionValue
from briefings.rendering.view.points import place_of
from briefings.rendering.view.sources import source_line
from briefings.rendering.view.story_items import EarlierWords, QuoteItem, VoiceItem

if TYPE_CHECKING:
    from briefings.model import Actor, Quote, Story, Voice
    from briefings.rendering.view.reader import Reader


def voices(reader: Reader) -> tuple[VoiceItem, ...]:
    """Give the day's speakers."""
    return tuple(
        replace(_voice(voice.quotes, voice.role, reader), before=_before(place, voice, reader))
        for place, voice in enumerate(reader.edition.voices)
        if voice.quotes
    )


def _before(place: int, voice: Voice, reader: Reader) -> EarlierWords | None:
    """Give the words of an earlier edition, for the desk."""
    if not voice.before or not reader.is_desk:
        return None
    own = (record for record in voice.before if record.language == reader.language)
    record = next(own, voice.before[0])
    language = record.language if record.language != reader.language else None
    day = EditionValue(plain_date(record.given, reader.language), f"voice-day:{place}")
    return EarlierWords(
        edition=reader.filled("speech.before", day=day),
        words=(EditionValue(record.words, f"voice-before:{place}", language),),
        source=(EditionValue(record.outlet, f"voice-outlet:{place}"),) if record.outlet else (),
    )


def voices_of(story: Story, reader: Reader) -> tuple[VoiceItem, ...]:
    """Give the quotations of a story by speaker: those that neither "who said what" nor a printed sentence holds."""
    sections = getattr(reader.config.profiles, reader.profile).sections
    voices = reader.edition.voices if "voices" in sections else ()
    elsewhere = {quote for voice in voices for quote in voice.quotes}
    by_speaker: dict[str | None, list[Quote]] = {}
    for quote in story.quotes:
        if quote not in elsewhere and place_of(quote.evidence) not in reader.citations.printed:
            by_speaker.setdefault(quote.speaker_key or quote.speaker, []).append(quote)
    roles = {voice.key or voice.speaker: voice.role for voice in reader.edition.voices}
    return tuple(_voice(tuple(quotes), roles.get(key or ""), reader) for key, quotes in by_speaker.items())


def _voice(quotes: tuple[Quote, ...], role: Actor | None, reader: Reader) -> VoiceItem:
    speaker = speaker_of(quotes[0], reader)
    shown: dict[tuple[str, Span], Quote] = {}
    for quote in quotes:
        shown.setdefault((quote.evidence.article, _span_of(quote, reader)), quote)
    return VoiceItem(
        speaker=speaker or reader.label("speech.unknown"),
        role=role_of(role, reader, as_written=True) if role else None,
        quotes=tuple(_quote(quote, reader) for quote in shown.values()),
    )


def _span_of(quote: Quote, reader: Reader) -> Span:
    """Give the words to print: what stands in the marks, or the whole sentence that reports it."""
    sentence = reader.sentence(quote.evidence)
    if not quote.direct and sentence.contains(quote.evidence.span):
        return sentence
    return _without_comma(quote.evidence.span, reader.articles[quote.evidence.article].text)


def _without_comma(span: Span, text: str) -> Span:
    """Leave out the comma that only leads on to "he said"."""
    ends = span.end - span.start > 1 and text[span.end - 1] == ","
    return Span(span.start, span.end - 1) if ends else span


def _quote(quote: Quote, reader: Reader) -> QuoteItem:
    """Give a quotation; who the desk says spoke stands above it and is not repeated."""
    words = reader.words(quote.evidence.article, _span_of(quote, reader))
    beside = tuple(value for value in words.amended if value.attribute != "speaker")
    return QuoteItem(
        direct=quote.direct,
        words=replace(words, amended=beside),
        note=reader.cite(quote.evidence, quote.evidence.span),
        source=source_line(quote.evidence.article, reader),
    )
