"""Words, numbers and marks of a text, with Turkish case suffixes after an apostrophe set apart.

"Brüksel'de" is one token whose span is "Brüksel" and whose suffix is "de"; "2 Aralık'ta" are two, the second with the
suffix "ta". An English possessive ("NATO's") is treated alike: suffix "s".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefings.languages.casing import lower
from briefings.model import Span

TokenKind = Literal["word", "number", "mark"]
APOSTROPHES = "'’ʼ‘`´"

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|[\u0300-\u036f])*)"
    r"|(?P<mark>[^\w\s]|_)",
)
_SUFFIX = re.compile(r"['’ʼ‘`´]([^\W\d_]{1,12})(?![\w])")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `text[start:end]` without its suffix; `after` is where the suffix ends (`end` when there is none)."""

    start: int
    end: int
    after: int
    kind: TokenKind
    folded: str
    """The token in lower case, by the language's rules, without the suffix."""
    suffix: str
    """The letters after the apostrophe in lower case, "" when there is none."""
    capital: bool
    """Starts with an upper-case letter."""

    @property
    def span(self) -> Span:
        """The token without its suffix."""
        return Span(self.start, self.end)


def tokens_of(text: str, start: int, end: int, language: str) -> tuple[Token, ...]:
    """Give the tokens of `text[start:end]`, with offsets into `text`. Linear in the length."""
    low = lower(text[start:end], language)
    found: list[Token] = []
    position = start
    while match := _TOKEN.search(text, position, end):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        suffix, after = "", match.end()
        if kind != "mark" and (tail := _SUFFIX.match(text, match.end(), end)):
            suffix, after = low[tail.start(1) - start : tail.end(1) - start], tail.end()
        found.append(
            Token(
                start=match.start(),
                end=match.end(),
                after=after,
                kind=kind,
                folded=low[match.start() - start : match.end() - start],
                suffix=suffix,
                capital=text[match.start()].isupper(),
            )
        )
        position = after
    return tuple(found)
