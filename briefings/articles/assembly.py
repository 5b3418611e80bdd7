"""A manuscript becomes an Article: its dates, language, sentences, and what the desk says about it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.articles.dates import ImpossibleDateError, moment_of
from briefings.articles.faults import LeftOutError, Remark, shown
from briefings.articles.fields import check_count
from briefings.articles.identities import identity_of, language_code, language_in_name
from briefings.articles.marks import marks_of
from briefings.languages.guess import guess_language
from briefings.languages.sentences import sentence_spans
from briefings.model import Article, Block, Sentence, Source, Span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from briefings.articles.fields import Manuscript, Value
    from briefings.config import Config

_WHOLE = frozenset({"title", "heading"})
_SILENT = frozenset({"label", "boilerplate"})
_TOLD = 2_000
"""A language is guessed from so many characters at most of each kind of block."""


def article_of(
    path: str, data: bytes, manuscript: Manuscript, front: Mapping[str, Value], config: Config, *, is_dated: bool
) -> tuple[Article, tuple[Remark, ...]]:
    """Give the article and remarks on it; front matter wins over labelled lines. `LeftOutError` without a good date."""
    fields = {**manuscript.fields, **front}
    if not any(block.kind not in _SILENT for block in manuscript.blocks):
        message = "the file holds no words of an article; remove it"
        raise LeftOutError(message, code="empty", line=1)
    check_count(len(manuscript.blocks))
    remarks: list[Remark] = []
    published = _published(fields, config, remarks, is_dated=is_dated)
    updated = _updated(fields, published, config, remarks)
    language = _language(path, fields, manuscript, remarks)
    marks = marks_of(fields, config, remarks)
    article = Article(
        id=identity_of(path, fields["id"].text if "id" in fields else None),
        source=_source(path, data, fields),
        language=language,
        text=manuscript.text,
        blocks=manuscript.blocks,
        sentences=_sentences(manuscript.text, manuscript.blocks, language),
        published=published,
        updated=updated,
        marks=marks,
    )
    return article, tuple(remarks)


def plain_article(identity: str, text: str, language: str, published: datetime | None) -> Article:
    """Make an article of body text alone: paragraphs end at empty lines, offsets count in the text as given."""
    blocks = tuple(_paragraphs(text))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=identity,
        source=Source(path="", sha256=digest),
        language=language,
        text=text,
        blocks=blocks,
        sentences=_sentences(text, blocks, language),
        published=published,
    )


def _paragraphs(text: str) -> list[Block]:
    blocks: list[Block] = []
    start = end = offset = 0
    inside = False
    for line in text.split("\n"):
        words = line.strip()
        if words:
            if not inside:
                start = offset + len(line) - len(line.lstrip())
            end = offset + len(line.rstrip())
            inside = True
        elif inside:
            blocks.append(Block("paragraph", Span(start, end)))
            inside = False
        offset += len(line) + 1
    if inside:
        blocks.append(Block("paragraph", Span(start, end)))
    return blocks


def _sentences(text: str, blocks: tuple[Block, ...], language: str) -> tuple[Sentence, ...]:
    """Cut the blocks into sentences: titles and headings are one each, labels and page furniture have none."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        if block.kind in _SILENT:
            continue
        if block.kind in _WHOLE:
            spans: tuple[Span, ...] = (block.span,)
        else:
            spans = sentence_spans(text, block.span.start, block.span.end, language)
        found += [Sentence(len(found) + place, number, span) for place, span in enumerate(spans)]
    return tuple(found)


def _published(
    fields: Mapping[str, Value], config: Config, remarks: list[Remark], *, is_dated: bool
) -> datetime | None:
    value = fields.get("published")
    if value is None:
        if is_dated:
            message = "no publication date; add a line Yayın Tarihi: 04.12.2025 14:30 (or date:), or name --date"
            raise LeftOutError(message, code="date-missing", line=1)
        remarks.append(Remark("date-missing", 1, "no publication date; shown as undated"))
        return None
    try:
        return _moment(value, config, remarks)
    except ImpossibleDateError as error:
        raise LeftOutError(str(error), code="date-impossible", line=value.line) from error


def _updated(
    fields: Mapping[str, Value], published: datetime | None, config: Config, remarks: list[Remark]
) -> datetime | None:
    value = fields.get("updated")
    if value is None:
        return None
    try:
        updated = _moment(value, config, remarks)
    except ImpossibleDateError as error:
        remarks.append(Remark("date-impossible", value.line, f"{error}; the article counts as not updated"))
        return None
    if published is not None and updated < published:
        message = f"updated {shown(value.text)!r} before it was published; the article counts as not updated"
        remarks.append(Remark("updated-before-published", value.line, message))
        return None
    return updated


def _moment(value: Value, config: Config, remarks: list[Remark]) -> datetime:
    moment = moment_of(value.text, ZoneInfo(config.time_zone), day_first=config.day_first)
    said = {remark.message for remark in remarks}
    remarks += [Remark(code, value.line, message) for code, message in moment.remarks if message not in said]
    return moment.at


def _language(path: str, fields: Mapping[str, Value], manuscript: Manuscript, remarks: list[Remark]) -> str:
    """Give the language: as front matter or a label says, else the file's name, else by the words."""
    value = fields.get("language")
    if value is not None:
        code = language_code(value.text)
        if code is not None:
            return code
        message = f"no language is called {shown(value.text)!r}; write lang: tr or lang: en"
        remarks.append(Remark("language-unknown", value.line, message))
    named = language_in_name(path)
    if named is not None:
        return named
    words = " ".join(block.span.of(manuscript.text)[:_TOLD] for block in manuscript.blocks if block.kind not in _SILENT)
    return guess_language(words)


def _source(path: str, data: bytes, fields: Mapping[str, Value]) -> Source:
    outlet, url = (fields[key].text if key in fields else None for key in ("source", "url"))
    authors = fields.get("authors")
    return Source(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        outlet=outlet,
        url=url,
        authors=() if authors is None else authors.items or (authors.text,),
    )
