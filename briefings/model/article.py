"""An article as read, and where its words stand."""

from __future__ import annotations

from dataclasses import field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from briefings.model.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime


BlockKind = Literal["title", "lead", "label", "heading", "paragraph", "item", "cell", "boilerplate"]
Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly within this range."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Cut this range out of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the desk should know: a value, shown at the end, in JSON, and fatal under --strict."""

    level: Level
    code: str
    """Short, stable name of the kind of notice, such as `date-impossible`."""
    path: str
    """The file it is about, relative to the content folder, or "" when it is about none."""
    line: int | None
    message: str
    """What is wrong; what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from."""

    path: str
    """Relative to the content folder, with forward slashes."""
    sha256: str
    """Of the file's bytes, as hexadecimal digits."""
    outlet: str | None = None
    """As the article names it ("Kaynak:", `source:`)."""
    url: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one function on the page."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block. Titles and headings count as one sentence each; labels and boilerplate have none."""

    index: int
    block: int
    """Index into `Article.blocks`."""
    span: Span


@dataclass(frozen=True, slots=True)
class DeskMarks:
    """What the desk says about an article in its front matter."""

    tags: tuple[str, ...] = ()
    section: str | None = None
    priority: int = 0
    """Added to the story's score; positive lifts it."""
    pin: bool = False
    skip: bool = False
    draft: bool = False
    embargo_until: datetime | None = None
    marking: str | None = None
    withdrawn: str | None = None
    """The reason given for withdrawing the article."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    `text` is the decoded file (NFC, LF line ends, control characters taken out) for plain text, and the words of the
    rendered document for marked-up files. All spans point into it.
    """

    id: str
    """ASCII, unique within a build, stable as long as the path is."""
    source: Source
    language: str
    """BCP 47; facts are found in "tr" and "en"."""
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    published: datetime | None
    """Aware, in the desk's time zone; None only when the build was told the day."""
    updated: datetime | None = None
    translation_group: str | None = None
    """Shared by the translations of one article (`name.tr.md` and `name.en.md`)."""
    marks: DeskMarks = field(default_factory=DeskMarks)

    def words(self, span: Span) -> str:
        """Cut a span out of the text."""
        return span.of(self.text)

    def block_of(self, sentence: Sentence) -> Block:
        """Give the block a sentence stands in."""
        return self.blocks[sentence.block]

    @property
    def title(self) -> Span:
        """The span of the title block; an empty span when the article has none."""
        return next((block.span for block in self.blocks if block.kind == "title"), Span(0, 0))

    @property
    def headline(self) -> str:
        """The words of the title, else of the first sentence."""
        if self.title.end > self.title.start or not self.sentences:
            return self.words(self.title)
        return self.words(self.sentences[0].span)

    @property
    def words_digest(self) -> str:
        """SHA-256 of the article's words, white space made single."""
        return digest_of_words(self.text)

    def changed(self, **changes: Any) -> Article:  # noqa: ANN401 - values of fields
        """Give the article with other values in some fields."""
        return replace(self, **changes)


def digest_of_words(text: str) -> str:
    """Give the SHA-256 of a text's words, white space made single, as hexadecimal digits."""
    return sha256(" ".join(text.split()).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact stands on."""

    article: str
    """Id of the article."""
    sentence: int
    """Index into the article's sentences."""
    span: Span
