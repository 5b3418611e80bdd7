"""Where everything comes from: coverage, index, evidence, and the principal's compact list of notes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefings.languages.collation import sort_key
from briefings.model import Evidence, Span
from briefings.rendering.charts import Bar, CoverageChart, bar_lengths
from briefings.rendering.dates import short_stamp, stamp
from briefings.rendering.texts import text_address
from briefings.rendering.view.amendments import corrections
from briefings.rendering.view.cuts import left_to_desk
from briefings.rendering.view.facts import display_name
from briefings.rendering.view.listings import (
    CoverageBody,
    CoverageRow,
    EvidenceItem,
    IndexGroup,
    IndexItem,
    LeftOutRow,
    NoteSource,
)
from briefings.rendering.view.pieces import EditionValue, FactValue, joined
from briefings.rendering.view.sources import outlet_of, published_of, source_line
from briefings.rendering.view.trends import mentions

if TYPE_CHECKING:
    from briefings.model import Article, IndexEntry, SourceRecord
    from briefings.rendering.view.pieces import Line, Words
    from briefings.rendering.view.reader import Cited, Reader

_DIGEST_SHOWN: Final = 12
_WEB: Final = re.compile(r"https?://[^\s\\\"<>]+")
_LONGEST_ADDRESS: Final = 2_000
_FEWEST_BARS: Final = 2
_LEAST_TO_DRAW: Final = 3
"""Articles of the first outlet below which bars tell nothing."""
_MOST_BARS: Final = 8
_MOST_NOTES: Final = 12


def coverage(reader: Reader) -> CoverageBody:
    """Give the sources and what was left out; the principal is shown the counts alone."""
    edition = reader.edition
    counts = _counts(reader)
    if not reader.is_desk:
        return CoverageBody(counts, (), (), None, (), corrections(reader), (), _kept_out(reader))
    rows = tuple(_row(record, reader) for record in edition.coverage)
    left_out = tuple(
        LeftOutRow(EditionValue(record.path, f"input:{place}"), EditionValue(record.reason, f"input-reason:{place}"))
        for place, record in enumerate(edition.inputs)
    )
    return CoverageBody(
        counts,
        rows,
        left_out,
        _chart(reader),
        left_to_desk(reader),
        corrections(reader),
        mentions(reader),
        _kept_out(reader),
    )


def _counts(reader: Reader) -> Line:
    """Give how many articles, publishers and stories; publishers nobody named are not counted."""
    edition = reader.edition
    cut = {item.story for item in edition.cut if item.kind == "story"}
    numbers = {
        "articles": len(edition.articles),
        "publishers": _publishers(reader),
        "stories": len({story.id for story in edition.stories} | cut),
    }
    lines = (
        reader.counted(f"coverage.{key}", number, key) for key, number in numbers.items() if number or key == "articles"
    )
    return joined(tuple(lines), ", ")


def _kept_out(reader: Reader) -> tuple[Line, ...]:
    """Say how many sources and entries of the desk stand elsewhere: numbers and times, nothing of their content."""
    edition = reader.edition
    numbers = {
        "withheld": edition.withheld,
        "withheld_entries": edition.withheld_entries,
        "unread": edition.unread,
    }
    lines = [reader.counted(f"coverage.{key}", number, key) for key, number in numbers.items() if number]
    for place, (moment, number) in enumerate(Counter(edition.embargoed).items()):
        time = EditionValue(stamp(moment, reader.language), f"embargo-end:{place}")
        count = EditionValue(str(number), f"embargoed:{place}")
        lines.append(reader.filled(f"coverage.embargoed_{'one' if number == 1 else 'other'}", count=count, time=time))
    return tuple(lines)


def web_address(article: Article) -> str | None:
    """Give an article's address when it is plain http or https."""
    address = (article.source.url or "").strip()
    return address if len(address) <= _LONGEST_ADDRESS and _WEB.fullmatch(address) else None


def _publishers(reader: Reader) -> int:
    names = {
        record.owner or record.publisher or reader.articles[record.article].source.outlet
        for record in reader.edition.coverage
    }
    return len(names - {None})


def _row(record: SourceRecord, reader: Reader) -> CoverageRow:
    article = reader.articles[record.article]
    updated: Line = ()
    if article.updated is not None and article.updated != article.published:
        moment = published_of(article.id, reader, updated=True)
        updated = reader.filled("coverage.updated", time=moment)
    if article.marks.embargo_until is not None:
        end = EditionValue(short_stamp(article.marks.embargo_until, reader.language), f"embargo:{article.id}")
        updated = joined((updated, reader.filled("coverage.embargo", time=end)), ", ")
    return CoverageRow(
        outlet=outlet_of(article.id, reader),
        rating=EditionValue(record.rating, f"rating:{article.id}") if record.rating else None,
        time=published_of(article.id, reader),
        updated=updated,
        title=_title(article, reader),
        address=web_address(article),
        path=EditionValue(article.source.path, f"path:{article.id}"),
        sha256=EditionValue(article.source.sha256[:_DIGEST_SHOWN], f"sha256:{article.id}"),
    )


def _title(article: Article, reader: Reader) -> Words | None:
    return reader.words(article.id, article.title) if article.title.end > article.title.start else None


def _chart(reader: Reader) -> CoverageChart | None:
    """Draw articles by outlet, when there is more than one outlet to compare."""
    outlets = Counter[str]()
    first: dict[str, str] = {}
    for record in reader.edition.coverage:
        piece = outlet_of(record.article, reader)
        text = getattr(piece, "text", "")
        outlets[text] += 1
        first.setdefault(text, record.article)
    if not _FEWEST_BARS <= len(outlets) <= _MOST_BARS or max(outlets.values()) < _LEAST_TO_DRAW:
        return None
    ranked = sorted(outlets.items(), key=lambda pair: (-pair[1], sort_key(pair[0], reader.language)))
    lengths = bar_lengths([count for _, count in ranked])
    bars = tuple(
        Bar((outlet_of(first[name], reader),), EditionValue(str(count), f"outlet-count:{first[name]}"), length)
        for (name, count), length in zip(ranked, lengths, strict=True)
    )
    return CoverageChart(bars)


def index(reader: Reader) -> tuple[IndexGroup, ...]:
    """Give people, organisations and places in the reader's alphabet, with the notes that hold them."""
    entries = [item for entry in reader.edition.index if (item := _index_item(entry, reader)) is not None]
    entries.sort(key=lambda pair: sort_key(pair[1].name.text, reader.language))
    groups = (
        IndexGroup(reader.label(f"index.{kind}"), tuple(item for found, item in entries if found == kind))
        for kind in ("person", "organization", "place")
    )
    return tuple(group for group in groups if group.items)


def _index_item(entry: IndexEntry, reader: Reader) -> tuple[str, IndexItem] | None:
    """Give an entry with the numbers of the cited sentences that mention it; None when no cited one does."""
    reader.citations.complete()
    known = reader.citations.entries
    cited = [item for item in entry.mentions if (item.article, item.sentence) in known]
    if not cited:
        return None
    evidence = cited[0]
    found = (known[item.article, item.sentence] for item in cited)
    notes = {note.number: note for note in found}
    first = next((note.anchors[0] for _, note in sorted(notes.items()) if note.anchors), None)
    name = FactValue(
        text=display_name(entry, reader),
        unit="",
        attribute="fact",
        reference=f"{evidence.article}:{entry.kind}:{evidence.span.start}-{evidence.span.end}",
    )
    return entry.kind, IndexItem(
        name, tuple((number, note.target) for number, note in sorted(notes.items()))[:_MOST_NOTES], first
    )


def evidence(reader: Reader) -> tuple[EvidenceItem, ...]:
    """Give every cited sentence in full, the words of its facts marked."""
    return tuple(_evidence(entry, reader) for entry in _cited(reader))


def note_sources(reader: Reader) -> tuple[NoteSource, ...]:
    """Give the notes by article: numbers, outlet, time, title in one line."""
    by_article: dict[str, list[EvidenceItem]] = {}
    for entry in _cited(reader):
        by_article.setdefault(entry.article, []).append(_evidence(entry, reader))
    return tuple(
        NoteSource(
            numbers=tuple(items),
            visible=any(item.anchors for item in items),
            source=source_line(article, reader),
            known=outlet_of(article, reader).kind == "edition",
            title=_title(reader.articles[article], reader),
            address=web_address(reader.articles[article]),
        )
        for article, items in by_article.items()
    )


def _cited(reader: Reader) -> tuple[Cited, ...]:
    return reader.citations.complete()


def _evidence(entry: Cited, reader: Reader) -> EvidenceItem:
    article = reader.articles[entry.article]
    place = Evidence(entry.article, entry.sentence, Span(0, 0))
    return EvidenceItem(
        number=entry.number,
        anchor=entry.target,
        words=reader.whole_sentence(place, _without_whole(entry, reader.sentence(place))),
        source=joined((source_line(article.id, reader),), ", "),
        text=text_address(article.id, entry.sentence),
        anchors=tuple(entry.anchors),
    )


def _without_whole(entry: Cited, sentence: Span) -> tuple[Span, ...]:
    """Leave out marks that cover most of the sentence: nothing would stand out."""
    most = 0.6 * (sentence.end - sentence.start)
    return tuple(sorted(mark for mark in entry.marks if mark.end - mark.start < most))
