"""READERS: a file becomes an Article. A file of a kind nobody reads is ignored by rule, a bad one costs only itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from briefings.articles.assembly import article_of, plain_article
from briefings.articles.decoding import decoded
from briefings.articles.desk import read_desk
from briefings.articles.faults import LeftOutError, Remark
from briefings.articles.folders import bytes_of, digest_of, found_in
from briefings.articles.front_matter import front_matter_of
from briefings.articles.identities import with_translations, with_unique_ids
from briefings.articles.kept import Nothing, Outcome, Shelf, status_of
from briefings.articles.markdown import read_markdown
from briefings.articles.text import read_text
from briefings.errors import BriefingsError, UsageError
from briefings.languages.casing import lower
from briefings.model import InputRecord, Library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from briefings.articles.fields import Manuscript, Value
    from briefings.articles.folders import Found
    from briefings.articles.kept import Body, Store
    from briefings.config import Config, Limits
    from briefings.model import Article, Notice

    Reader = Callable[[str, int, Mapping[str, Value], Limits], Manuscript]

_MOST_LINES = 60_000

READERS: dict[str, Reader] = {".txt": read_text, ".md": read_markdown}
"""By suffix: a function of the text, the number of its first line, the fields already known, and the limits."""


@dataclass
class _Gathered:
    """What the walk over the content folder has found so far."""

    articles: list[Article]
    desk: dict[str, bytes]
    inputs: list[InputRecord]
    notices: list[Notice]
    shelf: Shelf
    """What earlier builds made of the same files."""


def read_library(content: Path, config: Config, day: date | None, store: Store | None = None) -> Library:
    """Read a content folder, or what `store` knows of it. An article without a date is left out unless `day` is given.

    `UsageError` when there is no such folder; nothing else is raised for anything the folder holds.
    """
    if not content.is_dir():
        message = f"{content}: there is no such folder; name the content folder with --content"
        raise UsageError(message)
    gathered = _Gathered([], {}, [], [], Shelf(store or Nothing(), _scope(config, is_dated=day is None)))
    for found in found_in(content):
        _gather(found, config, day, gathered)
    gathered.shelf.close()
    articles, remarks = with_unique_ids(gathered.articles)
    gathered.notices += [remark.about(path) for path, remark in remarks]
    desk, mistakes = read_desk(gathered.desk, config)
    return Library(with_translations(articles), desk, tuple(gathered.inputs), (*gathered.notices, *mistakes))


def _scope(config: Config, *, is_dated: bool) -> bytes:
    """Give everything but the file that reading an article depends on."""
    given = (
        config.time_zone,
        config.day_first,
        config.limits.model_dump(),
        [one.model_dump() for one in config.markings],
    )
    return repr((given, is_dated)).encode()


def read_article(path: Path, config: Config) -> Article:
    """Read one file, dated or not. `BriefingsError` says why it cannot be read."""
    reader = READERS.get(lower(path.suffix, "en"))
    if reader is None:
        message = f"{path}: nobody reads files of this kind; known are {', '.join(sorted(READERS))}"
        raise UsageError(message)
    try:
        article, _ = _read(reader, path.name, bytes_of(path, config.limits.bytes), config, is_dated=False)
    except LeftOutError as fault:
        line = "" if fault.remark.line is None else f"{fault.remark.line}:"
        message = f"{path}:{line} {fault.remark.message}"
        raise BriefingsError(message) from fault
    return article


def article_from_text(identity: str, text: str, language: str, published: datetime | None) -> Article:
    """Make an article of body text as it is: nothing is parsed away, blocks end at empty lines."""
    return plain_article(identity, text, language, published)


def _gather(found: Found, config: Config, day: date | None, gathered: _Gathered) -> None:
    """Deal with one entry of the folder: every one gets its record."""
    suffix = lower(PurePosixPath(found.name).suffix, "en")
    if found.rule == "ignored" or (found.rule == "file" and suffix not in READERS):
        reason = found.reason or f"nobody reads files of the kind {suffix or 'without a suffix'}"
        status = status_of(found.path)
        digest = gathered.shelf.digest_of(found.name, status) or digest_of(found.path)
        gathered.shelf.note(found.name, status, digest)
        gathered.inputs.append(InputRecord(found.name, digest, "ignored", reason))
        return
    try:
        if found.rule == "refused":
            raise LeftOutError(found.reason, code="refused")  # noqa: TRY301 - recorded like any other
        if found.rule == "desk":
            data = bytes_of(found.path, config.limits.bytes)
            gathered.desk[found.name] = data
            gathered.inputs.append(InputRecord(found.name, hashlib.sha256(data).hexdigest(), "desk"))
            return
        _gather_article(found, READERS[suffix], config, day, gathered)
    except LeftOutError as fault:
        gathered.notices.append(fault.remark.about(found.name))
        reason = _reason(fault.remark)
        gathered.inputs.append(InputRecord(found.name, digest_of(found.path), "left-out", reason))


def _gather_article(found: Found, reader: Reader, config: Config, day: date | None, gathered: _Gathered) -> None:
    """Take what is known of an article, or read it; `LeftOutError` when its bytes cannot be had."""
    shelf = gathered.shelf
    status = status_of(found.path)
    digest = shelf.digest_of(found.name, status)
    fetch = partial(_words_of, found, reader, config)
    outcome = shelf.recall(found.name, digest, fetch) if digest else None
    if outcome is None:
        data = bytes_of(found.path, config.limits.bytes)
        digest = hashlib.sha256(data).hexdigest()
        outcome = shelf.recall(found.name, digest, fetch)
        if outcome is None:
            read = _outcome(reader, found.name, data, config, is_dated=day is None)
            outcome = shelf.keep(found.name, digest, read, fetch)
    shelf.note(found.name, status, digest)
    gathered.notices += outcome.notices
    if outcome.article is not None:
        gathered.articles.append(outcome.article)
    fate: Literal["read", "left-out"] = "left-out" if outcome.article is None else "read"
    gathered.inputs.append(InputRecord(found.name, digest, fate, outcome.reason))


def _outcome(reader: Reader, path: str, data: bytes, config: Config, *, is_dated: bool) -> Outcome:
    try:
        article, notices = _read(reader, path, data, config, is_dated=is_dated)
    except LeftOutError as fault:
        return Outcome(None, (fault.remark.about(path),), _reason(fault.remark))
    return Outcome(article, notices)


def _words_of(found: Found, reader: Reader, config: Config, digest: str) -> Body:
    """Read an article's words once more, after they were lost; `BriefingsError` when the file is another by now."""
    try:
        data = bytes_of(found.path, config.limits.bytes)
        if hashlib.sha256(data).hexdigest() == digest:
            article, _ = _read(reader, found.name, data, config, is_dated=False)
            return article.text, article.blocks, article.sentences
    except LeftOutError:
        pass
    message = f"{found.name}: changed while the edition was made; run the build again"
    raise BriefingsError(message)


def _reason(remark: Remark) -> str:
    return remark.message if remark.line is None else f"line {remark.line}: {remark.message}"


def _read(
    reader: Reader, path: str, data: bytes, config: Config, *, is_dated: bool
) -> tuple[Article, tuple[Notice, ...]]:
    """Make an article of a file's bytes; `is_dated` says that it must have a date."""
    source = decoded(data)
    _check_lines(source.text, config.limits)
    front = front_matter_of(source.text, bare=reader is read_markdown)
    body = source.text[front.body :]
    manuscript = reader(body, front.first_line, front.fields, config.limits)
    article, remarks = article_of(path, data, manuscript, front.fields, config, is_dated=is_dated)
    said = (*source.remarks, *front.remarks, *manuscript.remarks, *remarks)
    return article, tuple(remark.about(path) for remark in said)


def _check_lines(text: str, limits: Limits) -> None:
    """Refuse a file without words, of more lines than any article, or with a line longer than the limit."""
    if not text.strip():
        message = "the file holds no words; remove it"
        raise LeftOutError(message, code="empty", line=1)
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        message = f"more than {_MOST_LINES:,} lines; cut the article into several"
        raise LeftOutError(message, code="too-many-lines", line=_MOST_LINES + 1)
    for number, line in enumerate(lines, start=1):
        if len(line) > limits.line:
            message = f"a line of {len(line):,} characters, allowed are {limits.line:,}; break it or raise limits.line"
            raise LeftOutError(message, code="line-too-long", line=number)
