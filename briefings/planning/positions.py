"""What a speaker said in an earlier edition, to stand beside the words of today: direct quotations only."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.languages.casing import lower
from briefings.model import Quote, SayingRecord
from briefings.planning.publishers import origin_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from briefings.model import EditionRecord
    from briefings.planning.copies import Copies
    from briefings.planning.material import Material

_LONGEST_KEPT = timedelta(days=14)
_MOST_KEPT = 500
_FRAGMENT = 4
"""Words below which a quotation is a fragment: whole sayings of the same text come before it."""
_WORD = re.compile(r"\w+")


def sayings_of(material: Material, copies: Copies, day: date) -> tuple[SayingRecord, ...]:
    """Give every direct quotation of a day that has a speaker, latest first; those of copies say nothing new."""
    articles = [
        article
        for article in reversed(material.articles)
        if article.id not in copies.originals and article.id not in copies.reprints
    ]
    found: list[SayingRecord] = []
    for article in articles:
        quotes = [fact for fact in material.found_in(article.id).facts if isinstance(fact, Quote) and fact.direct]
        told = [
            SayingRecord(
                speaker=quote.speaker_key or quote.speaker or "",
                words=article.words(quote.evidence.span).strip().removesuffix(","),
                language=article.language,
                article=article.id,
                outlet=origin_of(article),
                given=day,
            )
            for quote in quotes
        ]
        found += sorted(told, key=lambda saying: len(_WORD.findall(saying.words)) < _FRAGMENT)
    return tuple(saying for saying in found if saying.speaker)


def positions_of(today: Sequence[SayingRecord], earlier: EditionRecord | None) -> tuple[SayingRecord, ...]:
    """Give the last words of those who say something new today; who only repeats them has no earlier ones."""
    said, before = _by_speaker(today), _by_speaker(earlier.sayings if earlier else ())
    return tuple(
        record
        for speaker, known in before.items()
        if speaker in said and not any(_repeats(saying, record) for saying in said[speaker] for record in known)
        for record in known
    )


def remembered_sayings(
    today: Sequence[SayingRecord], earlier: EditionRecord | None, day: date
) -> tuple[SayingRecord, ...]:
    """Give the last words of each speaker in each language, of today or of the two weeks before, latest first."""
    said, before = _by_speaker(today), _by_speaker(earlier.sayings if earlier else ())
    kept: list[SayingRecord] = []
    for speaker in {**said, **before}:
        known = before.get(speaker, [])
        new = [one for one in said.get(speaker, ()) if not any(_repeats(one, record) for record in known)]
        last = {one.language: one for one in reversed(new)} or {one.language: one for one in known}
        kept += [record for record in last.values() if day - record.given <= _LONGEST_KEPT]
    return tuple(
        sorted(kept, key=lambda record: (-record.given.toordinal(), record.speaker, record.language))[:_MOST_KEPT]
    )


def _by_speaker(sayings: Sequence[SayingRecord]) -> Mapping[str, list[SayingRecord]]:
    found: dict[str, list[SayingRecord]] = {}
    for saying in sayings:
        found.setdefault(saying.speaker, []).append(saying)
    return found


def _repeats(saying: SayingRecord, known: SayingRecord) -> bool:
    """Say whether words are the same ones, or a part of them."""
    one, other = _plain(saying.words, saying.language), _plain(known.words, known.language)
    return one in other or other in one


@lru_cache(maxsize=1 << 11)
def _plain(words: str, language: str) -> str:
    """Give words without marks and capitals, with a space at both ends."""
    return f" {' '.join(_WORD.findall(lower(words, language)))} "
