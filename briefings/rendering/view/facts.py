"""Facts as pieces: names, offices, dates and quantities in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefings.languages.names.offices import body_in, office_for
from briefings.model import IndexEntry, Quantity
from briefings.rendering.dates import plain_date, reasoning_in_words, when_in_words
from briefings.rendering.numbers import amount_of
from briefings.rendering.view.pieces import FactValue, Label, joined
from briefings.rendering.view.reader import identity_of

if TYPE_CHECKING:
    from briefings.model import Actor, CountRecord, Evidence, Fact, Localised, Place, Quote, When
    from briefings.rendering.view.pieces import Line
    from briefings.rendering.view.reader import Reader


def name_of(mention: Actor | Place, reader: Reader) -> FactValue:
    """Give a name as the reader knows it, as written when no table holds it."""
    return _value(_best(mention, reader), display_name(mention, reader), reader)


def display_name(mention: Actor | Place | IndexEntry, reader: Reader) -> str:
    """Give a name as the tables have it in the reader's language, a body made of known parts, or as written."""
    known = reader.names.display(mention.key, reader.language)
    if known is None and not isinstance(mention, IndexEntry) and (own := _desks_own(mention, "name", reader)):
        return own
    if known is None and mention.kind == "organization":
        evidence = mention.mentions[0] if isinstance(mention, IndexEntry) else mention.evidence
        known = body_in(mention.name, reader.articles[evidence.article].language, reader.language, reader.names)
    return known or mention.name


def role_of(actor: Actor, reader: Reader, *, as_written: bool) -> FactValue | None:
    """Give a person's office in the reader's language; None without one, or when only the written one is known."""
    if actor.role is None:
        return None
    source = reader.articles[actor.evidence.article].language
    own = _desks_own(actor, "office", reader)
    known = own or office_for(actor.key, actor.role, source, reader.language, reader.names)
    if known is None and not as_written:
        return None
    return FactValue(
        text=known or actor.role,
        unit="",
        attribute="role",
        reference=_range(actor.evidence),
        language=None if known else source,
        anchor=reader.support(actor.evidence),
        corrected=bool(own),
    )


def person(actor: Actor, reader: Reader, *, as_written: bool = False) -> Line:
    """Give a name and, after a comma, the office."""
    role = role_of(actor, reader, as_written=as_written)
    return joined(((name_of(actor, reader),), (role,) if role else ()), ", ")


def speaker_of(quote: Quote, reader: Reader) -> FactValue | None:
    """Give the name of a quotation's speaker, None when the text does not say."""
    if quote.speaker is None:
        return None
    own = _desks_own(quote, "speaker", reader)
    text = (quote.speaker_key and reader.names.display(quote.speaker_key, reader.language)) or own or quote.speaker
    anchor = reader.support(quote.evidence)
    return FactValue(text, "", "speaker", _range(quote.evidence), anchor=anchor, corrected=bool(own))


def _desks_own(fact: Fact, change: str, reader: Reader) -> str:
    """Give the words of a change the desk made to a fact, in the reader's language; "" when it made none."""
    amended = reader.amendment(fact)
    words: Localised | None = None if amended is None else getattr(amended.correction, change)
    return "" if words is None else words.in_language(reader.language)


def date_of(when: When, reader: Reader) -> FactValue | None:
    """Give a date in words, None when it is not resolved."""
    text = when_in_words(when, reader.language)
    if text is None:
        return None
    return _value(when if when.reasoning else _best(when, reader), text, reader)


def day_of(when: When, day: date, reader: Reader) -> FactValue:
    """Give one of the days a date names, in words: the last one of "from 6 to 8 March"."""
    return _value(when, plain_date(day, reader.language), reader)


def reasoning_of(when: When, reader: Reader) -> Line:
    """Give how a date was counted, after the words read: "iki hafta önce → yayın 4 Aralık 2025 − 2 hafta".

    Nothing for a date that was written out, or that names a weekday or a month: there is nothing to reckon.
    """
    if when.reasoning is None:
        return ()
    anchor, step = reasoning_in_words(when.reasoning, reader.language)
    if not step:
        return ()
    key = "published" if when.reasoning.anchor_kind == "published" else "in_text"
    words = reader.words(when.evidence.article, when.evidence.span)
    counted = joined(
        (reader.filled(f"timeline.{key}", date=_value(when, anchor, reader)), (_value(when, step, reader),)), " "
    )
    return (words, Label(" → "), *counted)


def quantity_of(quantity: Quantity, reader: Reader) -> FactValue:
    """Give a number with its unit."""
    article = reader.articles[quantity.evidence.article]
    amount = amount_of(
        quantity, written=quantity.evidence.span.of(article.text), source=article.language, language=reader.language
    )
    language = None if amount.translated else article.language
    return _value(_best(quantity, reader), amount.number, reader, unit=amount.unit, language=language)


def value_before(fact: Quantity | When, before: CountRecord, reader: Reader, *, whole: bool = False) -> str:
    """Give the value of an earlier edition in words, `whole` with what it counts, where it stands alone."""
    if not isinstance(fact, Quantity):
        return plain_date(date.fromisoformat(before.value), reader.language)
    unit = fact.unit if fact.type == "number" else before.unit
    amount = quantity_of(replace(fact, value=before.value, unit=unit, mod=before.count.mod), reader)
    return f"{amount.text} {amount.unit}" if whole and amount.unit else amount.text


def told_quantity(quantity: Quantity, reader: Reader) -> Quantity:
    """Give the same number from an article of the story in the reader's language, where one gives it too."""
    if reader.articles[quantity.evidence.article].language == reader.language:
        return quantity
    twins = reader.twins.get(identity_of(quantity, reader.stories.get(quantity.evidence.article)), ())
    own = (twin for twin in twins if reader.articles[twin.evidence.article].language == reader.language)
    return next((twin for twin in own if isinstance(twin, Quantity)), quantity)


def _best(fact: Fact, reader: Reader) -> Fact:
    """Give the mention a value shall stand on: one of the same in a sentence of the story that is cited anyway.

    So a name links to a sentence the reader has before them, and the evidence holds no sentence twice in other words.
    """
    cited = reader.citations.entries
    if reader.amendment(fact) is not None:
        return fact
    if (fact.evidence.article, fact.evidence.sentence) in cited:
        return fact
    twins = reader.twins.get(identity_of(fact, reader.stories.get(fact.evidence.article)), ())
    return next((twin for twin in twins if (twin.evidence.article, twin.evidence.sentence) in cited), fact)


def _value(fact: Fact, text: str, reader: Reader, *, unit: str = "", language: str | None = None) -> FactValue:
    evidence = fact.evidence
    amended = reader.amendment(fact)
    if amended is not None:
        reader.citations.amended.add(evidence)
    return FactValue(
        text=text,
        unit=unit,
        attribute="fact",
        reference=f"{evidence.article}:{fact.kind}:{evidence.span.start}-{evidence.span.end}",
        language=language,
        anchor=reader.support(evidence),
        corrected=amended is not None and amended.correction.office is None,
    )


def _range(evidence: Evidence) -> str:
    return f"{evidence.article}:{evidence.span.start}-{evidence.span.end}"
