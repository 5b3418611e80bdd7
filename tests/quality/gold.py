"""Labelled texts: running news written for this gate, with what a careful reader finds marked in the line.

`[words|CODE VALUE ; OTHER VALUE]` marks a fact; marks may stand within marks. A line is a sentence, an empty line ends
a paragraph, `* ` before a line makes it a key sentence. docs/quality.md lists the codes.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = ("tr", "en")
_KINDS = {
    **dict.fromkeys("dtus", "dates"),
    "p": "people",
    "o": "organisations",
    "l": "places",
    "q": "quotations",
    "r": "reports",
    **dict.fromkeys("n#%meac", "quantities"),
    "?": "unjudged",
}
_QUANTITIES = {
    "n": "number",
    "#": "ordinal",
    "%": "percent",
    "m": "money",
    "e": "measure",
    "a": "age",
    "c": "temperature",
}
_PIECE = re.compile(r"\[|\|([dtusporlqnmeac#%?])(?: ([^\]\[]*))?\]|[^\[|]+|\|")


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact a careful reader finds."""

    kind: str
    start: int
    end: int
    accepted: tuple[str, ...]
    """Values of which one must come out; "-" stands for none; a quantity's begins with its type."""
    offices: tuple[str, ...] = ()
    """Of a person, where the text states one."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its marks; every offset counts code points of `text`."""

    name: str
    language: str
    published: str
    text: str
    marks: tuple[Mark, ...]
    sentences: tuple[tuple[int, int], ...]
    key_sentences: tuple[int, ...]
    """Indexes into `sentences`."""


def gold_texts() -> list[GoldText]:
    """Read all labelled texts, in the order of their languages and names."""
    return [
        gold_text(path.read_text(encoding="utf-8"), path.stem, language)
        for language in LANGUAGES
        for path in sorted((FOLDER / language).glob("*.txt"))
    ]


def fingerprint() -> str:
    """Give the SHA-256 over the names and bytes of all labelled texts."""
    total = hashlib.sha256()
    for language in LANGUAGES:
        for path in sorted((FOLDER / language).glob("*.txt")):
            total.update(f"{language}/{path.name}\n".encode() + path.read_bytes())
    return total.hexdigest()


def gold_text(source: str, name: str, language: str) -> GoldText:
    """Read one labelled text; a mistake in its marks is a ValueError that names the line."""
    head, _, body = source.partition("\n")
    published = head.removeprefix("published: ")
    datetime.fromisoformat(published)
    text = ""
    marks: list[Mark] = []
    sentences: list[tuple[int, int]] = []
    keys: list[int] = []
    for number, line in enumerate(body.strip().split("\n"), start=3):
        if not line.strip():
            text += "\n\n"
            continue
        text += " " if text and not text.endswith("\n") else ""
        if line.startswith("* "):
            keys.append(len(sentences))
        try:
            words, found = _read(line.removeprefix("* "), len(text))
        except ValueError as error:
            message = f"{language}/{name}.txt:{number}: {error}"
            raise ValueError(message) from None
        sentences.append((len(text), len(text) + len(words)))
        text += words
        marks += found
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    return GoldText(name, language, published, text, tuple(ordered), tuple(sentences), tuple(keys))


def _read(line: str, offset: int) -> tuple[str, list[Mark]]:
    """Part a line into its words and its marks."""
    words = ""
    open_at: list[int] = []
    spans: list[tuple[int, int, str, str]] = []
    for piece in _PIECE.finditer(line):
        if piece[0] == "[":
            open_at.append(len(words))
        elif piece[1]:
            if not open_at:
                message = f"a mark ends that never began: {piece[0]}"
                raise ValueError(message)
            spans.append((open_at.pop(), len(words), piece[1], piece[2] or ""))
        else:
            words += piece[0]
    if open_at:
        message = f"a mark is not closed: {words[open_at[-1] :]}"
        raise ValueError(message)
    return words, [_mark(words, span, offset) for span in spans]


def _mark(words: str, span: tuple[int, int, str, str], offset: int) -> Mark:
    """Make a mark; it ends where its last word ends, so that a suffix may stand behind the bracket."""
    start, end, code, value = span
    kind = _KINDS[code]
    own = words[start:end]
    whole = re.compile(r"\w*").match(words, end)
    stop = whole.end() if whole and words[end - 1].isalpha() else end
    named, _, offices = value.partition("/ ") if kind == "people" else (value, "", "")
    accepted = tuple(part.strip() for part in named.split(" ; ") if part.strip()) or (own,)
    if code in _QUANTITIES:
        accepted = tuple(f"{_QUANTITIES[code]} {part}" for part in accepted)
    states = tuple(part.strip() for part in offices.split(" ; ") if part.strip())
    return Mark(kind, offset + start, offset + stop, accepted, states)
