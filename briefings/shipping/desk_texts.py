"""The desk's own files as `verify` reads them: whether some words stand in one, one after another. Standard library."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_LINK_TARGET: Final = re.compile(r"\]\([^()\n]{0,2000}\)")
_LINK_DEFINITION: Final = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:.*$", re.MULTILINE)
_LIST_NUMBER: Final = re.compile(r"^[ \t>]*\d{1,9}[.)](?=[ \t])", re.MULTILINE)
_CODE_POINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})")
_FOLD: Final = re.compile(r"\r?\n[ \t]")
"""Where a calendar file breaks a long line (RFC 5545)."""
_ESCAPES: Final = re.compile(r"\\[^\s\"]|&[#\w]{1,10};")
"""Where a file writes a character otherwise than it is shown, words are looked for one by one."""


@dataclass(frozen=True, slots=True)
class DeskText:
    """One of the desk's files."""

    words: frozenset[str]
    lines: tuple[str, ...]
    """The words in their order, with blanks around each; as written, and without what Markdown does not show."""
    is_escaped: bool

    @classmethod
    def of(cls, data: bytes) -> DeskText:
        """Read a file's bytes."""
        text = _CODE_POINT.sub(lambda match: chr(int(match[1], 16)), data.decode(errors="replace"))
        shown = _LINK_DEFINITION.sub("", _LINK_TARGET.sub("]", text))
        variants = (text, shown, _LIST_NUMBER.sub("", shown), _FOLD.sub("", text))
        words = frozenset(word for one in variants for word in _WORD.findall(one))
        return cls(words, tuple(_spaced(one) for one in variants), bool(_ESCAPES.search(text)))

    def strange_word(self, text: str) -> str | None:
        """Give the first word of a text that the file does not hold; None when it holds all."""
        return next((word for word in _WORD.findall(text) if word not in self.words), None)

    def says(self, text: str) -> bool:
        """Say whether the file holds the words of a text one after another."""
        return self.is_escaped or any(_spaced(text) in line for line in self.lines)


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "
