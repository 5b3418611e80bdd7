"""Words, numbers and marks of a text, with Turkish case suffixes after an apostrophe set apart.

"Brüksel'de" is one token whose span is "Brüksel" and whose suffix is "de"; "2 Aralık'ta" are two, the second with the
suffix "ta". An English possessive ("NATO's") is treated alike: suffix "s".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from briefings.languages.casing import lower
from briefings.model import Span

TokenKind = Literal["word", "number", "mark"]
APOSTROPHES = "'’ʼ‘`´"

_DIGITS = r"\d+(?:[.,:]\d+)*"
_LETTERS = r"[^\W\d_][^\W_]*+(?:[\u0300-\u036f]+[^\W_]*+)*+"
_ENDING = r"[^\W\d_]{1,12}"
_TOKEN = re.compile(rf"(?:({_DIGITS})|({_LETTERS}))(?:[{APOSTROPHES}]({_ENDING})(?!\w))?|([^\w\s]|_)")
_BARE = re.compile(rf"({_DIGITS}|{_LETTERS})(?:[{APOSTROPHES}]{_ENDING}(?!\w))?")
_NUMBER, _WORD, _SUFFIX, _MARK = 1, 2, 3, 4
_MAKE = tuple.__new__
"""Three times as fast as a named tuple's own call, and every word of every article becomes a token."""


class Token(NamedTuple):
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
    for match in _TOKEN.finditer(text, start, end):
        at, after = match.span()
        group = match.lastindex
        if group == _MARK:
            found.append(_MAKE(Token, (at, after, after, "mark", low[at - start], "", False)))
            continue
        stop, suffix = after, ""
        if group == _SUFFIX:
            group = _NUMBER if match[_NUMBER] else _WORD
            stop, suffix = match.end(group), low[match.start(_SUFFIX) - start : after - start]
        kind: TokenKind = "word" if group == _WORD else "number"
        folded, capital = low[at - start : stop - start], text[at].isupper()
        found.append(_MAKE(Token, (at, stop, after, kind, folded, suffix, capital)))
    return tuple(found)


def words_of(text: str, start: int, end: int, language: str) -> tuple[str, ...]:
    """Give the words and numbers of `text[start:end]` in lower case, without suffixes: what `tokens_of` has as folded.

    For comparing texts, where nobody asks for the places; three times as fast.
    """
    return tuple(_BARE.findall(lower(text[start:end], language)))
