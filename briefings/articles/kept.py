"""What earlier builds made of the content folder's files, so that only what changed is opened and read.

Of most articles a build needs the head alone, to know their day and that nothing has changed; their words are fetched
when an edition is made of them.
"""

from __future__ import annotations

import os
from dataclasses import fields
from hashlib import sha256
from struct import Struct
from sys import intern
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from briefings.model import Article, Block, DeskMarks, Sentence, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from briefings.model import Notice

    Body = tuple[str, tuple[Block, ...], tuple[Sentence, ...]]
    """Text, blocks, sentences."""
    Fetch = Callable[[str, str], Body]
    """Gives an article's words, by the path of its file in the content folder and the digest that file has."""
    Status = tuple[int, ...]
    """Size, mode, inode, time of the last change of the content, and of the status, in nanoseconds."""

_BODY: Final = ("text", "blocks", "sentences")
_HEAD: Final = tuple(field.name for field in fields(Article) if field.name not in _BODY)
_NO_MARKS: Final = DeskMarks()
_STATUS: Final = Struct(">3Q2q")
_TICK_NS: Final = 20_000_000
"""A file system's clock may stand still for as long."""


class Outcome(NamedTuple):
    """What became of a file: an article, or None and the reason."""

    article: Article | None
    notices: tuple[Notice, ...]
    reason: str = ""
    lasts: bool = True
    """The same bytes will come to the same end another time."""


class Store(Protocol):
    """Values by kind and name, each under the key it was made from."""

    opened_ns: int
    """Time of the file system when the store was opened."""

    def get(self, kind: str, name: str, key: bytes) -> Any:  # noqa: ANN401 - whatever was put
        """Give a value, None when there is none."""

    def has(self, kind: str, name: str, key: bytes) -> bool:
        """Say whether there is a value."""

    def put(self, kind: str, name: str, key: bytes, value: object) -> None:
        """Keep a value."""

    def keep_only(self, kind: str, names: Collection[str]) -> None:
        """Throw away what is kept under other names."""

    def save(self) -> None:
        """Write down what was kept so far."""


class Nothing:
    """A store that keeps nothing."""

    opened_ns = 0

    def get(self, kind: str, name: str, key: bytes) -> None:
        """Give None."""

    def has(self, kind: str, name: str, key: bytes) -> bool:  # noqa: ARG002 - as a store is asked
        """Say no."""
        return False

    def put(self, kind: str, name: str, key: bytes, value: object) -> None:
        """Let it go."""

    def keep_only(self, kind: str, names: Collection[str]) -> None:
        """Do nothing."""

    def save(self) -> None:
        """Do nothing."""


class KeptArticle(Article):
    """An article as an earlier build read it; its words are fetched when they are asked for."""

    __slots__ = ("_digest", "_fetch", "_headline")

    @classmethod
    def of(cls, head: dict[str, Any], digest: bytes, headline: str, fetch: Fetch) -> KeptArticle:
        """Make an article of its head and the digest of its words; `fetch` gives the rest."""
        made = object.__new__(cls)
        for name in _HEAD:
            object.__setattr__(made, name, head[name])
        object.__setattr__(made, "_digest", digest)
        object.__setattr__(made, "_headline", headline)
        object.__setattr__(made, "_fetch", fetch)
        return made

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a field's value
        if name not in _BODY:
            raise AttributeError(name)
        body = self._fetch(self.source.path, self.source.sha256)
        for field, value in zip(_BODY, body, strict=True):
            object.__setattr__(self, field, value)
        return object.__getattribute__(self, name)

    def __reduce__(self) -> tuple[Callable[..., Article], tuple[Any, ...]]:
        """Travel to another process as a plain article."""
        return Article, tuple(getattr(self, field.name) for field in fields(Article))

    @property
    def headline(self) -> str:
        """The words of the title, else of the first sentence."""
        return str(self._headline)

    @property
    def words_digest(self) -> str:
        """SHA-256 of the article's words, white space made single."""
        return bytes(self._digest).hex()

    def changed(self, **changes: Any) -> Article:  # noqa: ANN401 - values of fields
        """Give the article with other values in some fields of its head."""
        head = {name: getattr(self, name) for name in _HEAD}
        return self.of({**head, **changes}, self._digest, self._headline, self._fetch)


class Shelf:
    """What a store knows of the content folder's files.

    An archive of years has some hundred thousand: of each no more is held than about a kilobyte, and what many have in
    common once.
    """

    def __init__(self, store: Store, scope: bytes, fetch: Fetch) -> None:
        """Take a store; `scope` stands for everything else that reading depends on: the settings.

        `fetch` reads an article's words once more where the store has lost them.
        """
        self._store = store
        self._scope = scope
        self._fetch = fetch
        self._files: dict[str, tuple[bytes, str]] = store.get("files", "", b"") or {}
        self._seen: dict[str, tuple[bytes, str]] = {}

    def digest_of(self, name: str, status: Status | None) -> str:
        """Give the SHA-256 of a file's bytes, "" when its status is not the one it is known by."""
        known = self._files.get(name)
        return known[1] if known and status and known[0] == _STATUS.pack(*status) else ""

    def note(self, name: str, status: Status | None, digest: str) -> None:
        """Remember a file by the status it had before it was read, unless it may still change within the same tick."""
        if status and digest and max(status[-2:]) < self._store.opened_ns - _TICK_NS:
            noted, known = (_STATUS.pack(*status), digest), self._files.get(name)
            self._seen[name] = known if known == noted else noted

    def recall(self, name: str, digest: str) -> Outcome | None:
        """Give what became of a file with this digest, None when that is not known."""
        kept = self._store.get("article", name, self._key(digest))
        if kept is None:
            return None
        head, words, headline, notices, reason = kept
        if head is None:
            return Outcome(None, notices, reason)
        return Outcome(KeptArticle.of(_head_from(head, name, digest), words, headline, self._words), notices)

    def keep(self, name: str, digest: str, outcome: Outcome) -> Outcome:
        """Keep what became of a file; give it back, without its words where they can be fetched again."""
        article = outcome.article
        if article is None:
            kept: tuple[Any, ...] = (None, b"", "", outcome.notices, outcome.reason)
        else:
            self._store.put("words", name, self._key(digest), _packed(article))
            words = bytes.fromhex(article.words_digest)
            kept = (_packed_head(article), words, article.headline, outcome.notices, "")
        self._store.put("article", name, self._key(digest), kept)
        return self.recall(name, digest) or outcome

    def close(self) -> None:
        """Remember the files that were there, and no others."""
        if self._seen != self._files:
            self._store.put("files", "", b"", self._seen)
            for kind in ("article", "words"):
                self._store.keep_only(kind, self._seen)
        self._files = self._seen = {}

    def _words(self, name: str, digest: str) -> Body:
        kept = self._store.get("words", name, self._key(digest))
        return _unpacked(kept) if kept else self._fetch(name, digest)

    def _key(self, digest: str) -> bytes:
        return sha256(f"{digest}\0".encode() + self._scope).digest()


def status_of(path: Path) -> Status | None:
    """Give what tells one state of a file from another without opening it."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_size, status.st_mode, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def _packed_head(article: Article) -> tuple[Any, ...]:
    """Give an article's head as plain values, without the path and the digest of its file."""
    source, marks = article.source, article.marks
    own = {name: getattr(article, name) for name in _HEAD if name not in {"source", "marks"}}
    return (source.outlet, source.url, source.authors), None if marks == _NO_MARKS else marks, own


def _head_from(packed: tuple[Any, ...], path: str, digest: str) -> dict[str, Any]:
    """Give the fields of a head; the words that many articles share are held once."""
    (outlet, url, authors), marks, own = packed
    own["source"] = Source(path, digest, outlet and intern(outlet), url, authors)
    own["marks"] = marks or _NO_MARKS
    own["language"] = intern(own["language"])
    return own  # type: ignore[no-any-return]


def _packed(article: Article) -> tuple[Any, ...]:
    """Give an article's words and their spans as plain values, which are read back faster than their classes."""
    blocks = tuple((block.kind, block.span.start, block.span.end) for block in article.blocks)
    sentences = tuple((sentence.block, sentence.span.start, sentence.span.end) for sentence in article.sentences)
    return article.text, blocks, sentences


def _unpacked(kept: tuple[Any, ...]) -> Body:
    text, blocks, sentences = kept
    return (
        text,
        tuple(Block(kind, Span(start, end)) for kind, start, end in blocks),
        tuple(Sentence(index, block, Span(start, end)) for index, (block, start, end) in enumerate(sentences)),
    )
