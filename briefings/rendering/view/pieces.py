"""What a line is made of: words of a source, values of facts, values of the edition, labels, the desk's words.

Each piece becomes one element of its own, so that `verify` can tell from the page alone what every text is and where
it comes from (docs/grounding.md). All texts are in the reader's language already, or in the source's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of source words, set off when it is what a fact stands on."""

    text: str
    """“19 gemi”."""
    marked: bool = False
    """Whether it is the words of a fact."""


@dataclass(frozen=True, slots=True)
class EditionValue:
    """A value of the edition itself: its day, a count, an outlet, a time of publication."""

    kind: ClassVar[str] = "edition"
    text: str
    """“4 Aralık 2025 Perşembe”."""
    key: str
    """What it is, for `verify`: “day”, “number”, “outlet:ID”."""
    language: str | None = None
    """BCP 47 when it is not the page's language."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words of the template (labels.toml), or a separator."""

    kind: ClassVar[str] = "label"
    text: str
    """“Gelişmeler”."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words cut from a source: `article.text[start:end]`."""

    kind: ClassVar[str] = "words"
    article: str
    """Its id: “grain”."""
    start: int
    """Of the words in the article's text, in code points."""
    end: int
    """After the last of them."""
    runs: tuple[Run, ...]
    """The words, cut where a fact begins and ends."""
    language: str | None
    """BCP 47 when it is not the page's language."""
    tag: Label | EditionValue | None
    """The small language tag, for the same case."""
    amended: tuple[FactValue, ...] = ()
    """What the desk says instead of words in it."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value computed from a fact."""

    kind: ClassVar[str] = "fact"
    text: str
    """“4 Aralık 2025”, “19”."""
    unit: str
    """What a number counts, set apart on the page; "" otherwise."""
    attribute: Literal["fact", "speaker", "role"]
    """Which attribute names its ground: `data-fact`, `data-speaker`, `data-role`."""
    reference: str
    """ARTICLE:KIND:START-END for a fact, ARTICLE:START-END for a speaker or a role."""
    language: str | None = None
    """BCP 47 when the value stands as written, in another language than the page's."""
    anchor: str | None = None
    """Of the sentence's entry in the evidence."""
    corrected: bool = False
    """Whether the desk says so, not the source."""


@dataclass(frozen=True, slots=True)
class DeskWords:
    """Words of the desk's own."""

    kind: ClassVar[str] = "desk"
    text: str
    """“Haliç Analiz Masası”."""
    source: str
    """The file they stand in, or "config"."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The number of a note where it is cited."""

    kind: ClassVar[str] = "note"
    number: int
    """12."""
    anchor: str
    """Of this place, for the way back."""
    target: str
    """Of the sentence's entry in the evidence."""


Piece = Words | FactValue | EditionValue | Label | DeskWords | NoteMark
Line = tuple[Piece, ...]


def joined(lines: tuple[Line, ...], separator: str) -> Line:
    """Put a separator between lines, leaving empty ones out."""
    found: list[Piece] = []
    for line in lines:
        if line and found:
            found.append(Label(separator))
        found.extend(line)
    return tuple(found)
