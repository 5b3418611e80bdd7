"""READERS: a file becomes an Article. A file of a kind nobody reads is ignored by rule, a bad one costs only itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from briefings.articles.assembly import plain_article
from briefings.articles.desk import read_desk
from briefings.articles.faults import LeftOutError
from briefings.articles.folders import bytes_of, digest_of, found_in, is_of_look
from briefings.articles.identities import with_translations, with_unique_ids
from briefings.articles.kept import Nothing, Shelf, status_of
from briefings.articles.reading import READERS, Raw, read, read_here, reason_of
from briefings.errors import BriefingsError, UsageError
from briefings.languages.casing import lower
from briefings.model import InputRecord, Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from briefings.articles.folders import Found
    from briefings.articles.kept import Body, Outcome, Store
    from briefings.articles.reading import Hands
    from briefings.config import Config
    from briefings.model import Article, Notice


_MOST_BYTES_OF_LOOK = 8 * 1024 * 1024
"""Of one file; fonts are the large ones."""


@dataclass(slots=True)
class _Entry:
    """One entry of the content folder, and what became of it."""

    record: InputRecord
    article: Article | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """What the walk over the content folder has found so far."""

    config: Config
    is_dated: bool
    """An article without a date is left out."""
    shelf: Shelf
    """What earlier builds made of the same files."""
    desk: dict[str, bytes] = field(default_factory=dict)
    look: dict[str, bytes | str] = field(default_factory=dict)
    """Files of the desk's look, by path; in words why one cannot be had."""
    entries: list[_Entry] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=dict)
    """By name: the files that are being read, with their place among the entries."""


def read_library(
    content: Path, config: Config, day: date | None, store: Store | None = None, hands: Hands = read_here
) -> Library:
    """Read a content folder, or what `store` knows of it. An article without a date is left out unless `day` is given.

    `UsageError` when there is no such folder; nothing else is raised for anything the folder holds.
    """
    if not content.is_dir():
        message = f"{content}: there is no such folder; name the content folder with --content"
        raise UsageError(message)
    is_dated = day is None
    words = partial(_words_of, content, config)
    gathered = _Gathered(config, is_dated, Shelf(store or Nothing(), _scope(config, is_dated=is_dated), words))
    for raw, outcome in hands(_unread(content, gathered), config, is_dated=is_dated):
        place = gathered.waiting.pop(raw.name)
        digest = gathered.entries[place].record.sha256
        kept = gathered.shelf.keep(raw.name, digest, outcome) if outcome.lasts else outcome
        gathered.entries[place] = _article_entry(raw.name, digest, kept)
    gathered.shelf.close()
    entries = gathered.entries
    articles, remarks = with_unique_ids([entry.article for entry in entries if entry.article is not None])
    notices = [notice for entry in entries for notice in entry.notices]
    notices += [remark.about(path) for path, remark in remarks]
    desk, mistakes = read_desk(gathered.desk, config)
    inputs = tuple(entry.record for entry in entries)
    return Library(with_translations(articles), desk, inputs, (*notices, *mistakes), gathered.look)


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
        article, _ = read(reader, path.name, bytes_of(path, config.limits.bytes), config, is_dated=False)
    except LeftOutError as fault:
        line = "" if fault.remark.line is None else f"{fault.remark.line}:"
        message = f"{path}:{line} {fault.remark.message}"
        raise BriefingsError(message) from fault
    return article


def article_from_text(identity: str, text: str, language: str, published: datetime | None) -> Article:
    """Make an article of body text as it is: nothing is parsed away, blocks end at empty lines."""
    return plain_article(identity, text, language, published)


def _unread(content: Path, gathered: _Gathered) -> Iterator[Raw]:
    """Make an entry for all that a folder holds; give the articles that nobody has read yet."""
    for found in found_in(content):
        if found.rule != "ignored" and is_of_look(found.name):
            _gather_look(found, gathered)
            continue
        raw = None
        try:
            if found.rule == "refused":
                raise LeftOutError(found.reason, code="refused")  # noqa: TRY301 - recorded like any other
            suffix = _suffix_of(found.name)
            if found.rule == "desk":
                gathered.entries.append(_desk_entry(found, gathered))
            elif found.rule == "ignored" or suffix not in READERS:
                gathered.entries.append(_ignored_entry(found, suffix, gathered.shelf))
            else:
                raw = _unknown(found, suffix, gathered)
        except LeftOutError as fault:
            record = InputRecord(found.name, digest_of(found.path), "left-out", reason_of(fault.remark))
            gathered.entries.append(_Entry(record, notices=(fault.remark.about(found.name),)))
        if raw is not None:
            yield raw


def _desk_entry(found: Found, gathered: _Gathered) -> _Entry:
    data = gathered.desk[found.name] = bytes_of(found.path, gathered.config.limits.bytes)
    return _Entry(InputRecord(found.name, hashlib.sha256(data).hexdigest(), "desk"))


def read_look(content: Path) -> dict[str, bytes | str]:
    """Read the files of the desk's look alone, by path; in words why one cannot be had."""
    entries = (found for found in found_in(content) if found.rule != "ignored" and is_of_look(found.name))
    return {found.name: _look_file(found) for found in entries}


def _look_file(found: Found) -> bytes | str:
    if found.rule != "look":
        return found.reason
    try:
        return bytes_of(found.path, _MOST_BYTES_OF_LOOK)
    except LeftOutError as fault:
        too_large = f"larger than {_MOST_BYTES_OF_LOOK:,} bytes; no file of a look is"
        return too_large if fault.remark.code == "too-large" else fault.remark.message


def _gather_look(found: Found, gathered: _Gathered) -> None:
    """Take a file of the desk's look as it is."""
    data = gathered.look[found.name] = _look_file(found)
    if isinstance(data, bytes):
        gathered.entries.append(_Entry(InputRecord(found.name, hashlib.sha256(data).hexdigest(), "look")))


def _ignored_entry(found: Found, suffix: str, shelf: Shelf) -> _Entry:
    reason = found.reason or f"nobody reads files of the kind {suffix or 'without a suffix'}"
    status = status_of(found.path)
    digest = shelf.digest_of(found.name, status) or digest_of(found.path)
    shelf.note(found.name, status, digest)
    return _Entry(InputRecord(found.name, digest, "ignored", reason))


def _unknown(found: Found, suffix: str, gathered: _Gathered) -> Raw | None:
    """Take what is known of an article, or give its bytes to be read; `LeftOutError` when they cannot be had."""
    shelf = gathered.shelf
    status = status_of(found.path)
    digest = shelf.digest_of(found.name, status)
    outcome = shelf.recall(found.name, digest) if digest else None
    data = b""
    if outcome is None:
        data = bytes_of(found.path, gathered.config.limits.bytes)
        digest = hashlib.sha256(data).hexdigest()
        outcome = shelf.recall(found.name, digest)
    shelf.note(found.name, status, digest)
    if outcome is not None:
        gathered.entries.append(_article_entry(found.name, digest, outcome))
        return None
    gathered.waiting[found.name] = len(gathered.entries)
    gathered.entries.append(_Entry(InputRecord(found.name, digest, "left-out")))
    return Raw(found.name, suffix, data)


def _article_entry(name: str, digest: str, outcome: Outcome) -> _Entry:
    fate: Literal["read", "left-out"] = "left-out" if outcome.article is None else "read"
    return _Entry(InputRecord(name, digest, fate, outcome.reason), outcome.article, outcome.notices)


def _suffix_of(name: str) -> str:
    return lower(PurePosixPath(name).suffix, "en")


def _words_of(content: Path, config: Config, name: str, digest: str) -> Body:
    """Read an article's words once more, after they were lost; `BriefingsError` when the file is another by now."""
    try:
        data = bytes_of(content / name, config.limits.bytes)
        if hashlib.sha256(data).hexdigest() == digest:
            article, _ = read(READERS[_suffix_of(name)], name, data, config, is_dated=False)
            return article.text, article.blocks, article.sentences
    except LeftOutError:
        pass
    message = f"{name}: changed while the edition was made; run the build again"
    raise BriefingsError(message)
