"""Words, numbers and marks of a text, with Turkish case suffixes after an apostrophe set apart.

"Brüksel'de" is one token whose span is "Brüksel" and whose suffix is "de"; "2 Aralık'ta" are two, the second with the
suffix "ta". An English possessive ("NATO's") is treated alike: suffix "s".
"""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from briefings.languages.casing import lower
from briefings.model import Span
from briefings.model.values import dataclass

TokenKind = Literal["word", "number", "mark"]
APOSTROPHES = "'’ʼ‘`´"

_DIGITS = r"\d+(?:[.,:]\d+)*"
_LETTERS = r"[^\W\d_][^\W_]*+(?:[\u0300-\u036f]+[^\W_]*+)*+"
_ENDING = r"[^\W\d_]{1,12}"
_TOKEN = re.compile(rf"(?:({_DIGITS})|({_LETTERS}))(?:[{APOSTROPHES}]({_ENDING})(?!\w))?|([^\w\s]|_)")
_BARE = re.compile(rf"({_DIGITS}|{_LETTERS})(?:[{APOSTROPHES}]{_ENDING}(?!\w))?")
_NUMBER, _WORD, _SUFFIX, _MARK = 1, 2, 3, 4
_MOST_SHARED = 1 << 16
_SHARED: dict[str, str] = {}
"""Words and numbers as they were first met: a text that has one a thousand times holds it once."""


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
    mention: ClassVar[None] = None
    quote: ClassVar[None] = None
    """A token is no name or quotation by itself; other pieces of a sentence may be."""

    @property
    def span(self) -> Span:
        """The token without its suffix."""
        return Span(self.start, self.end)


def tokens_of(text: str, start: int, end: int, language: str) -> tuple[Token, ...]:
    """Give the tokens of `text[start:end]`, with offsets into `text`. Linear in the length."""
    low = lower(text[start:end], language)
    if len(_SHARED) >= _MOST_SHARED:
        _SHARED.clear()
    shared = _SHARED.setdefault
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        at, after = match.span()
        group = match.lastindex
        if group == _WORD:
            folded = low[at - start : after - start]
            found.append(Token(at, after, after, "word", shared(folded, folded), "", text[at].isupper()))
        elif group == _MARK:
            found.append(Token(at, after, after, "mark", low[at - start], "", capital=False))
        else:
            stop = match.end(_NUMBER) if match[_NUMBER] else match.end(_WORD)
            kind: TokenKind = "number" if match[_NUMBER] else "word"
            suffix = low[stop + 1 - start : after - start] if group == _SUFFIX else ""
            folded = low[at - start : stop - start]
            capital = text[at].isupper()
            found.append(Token(at, stop, after, kind, shared(folded, folded), shared(suffix, suffix), capital))
    return tuple(found)


def words_of(text: str, start: int, end: int, language: str) -> tuple[str, ...]:
    """Give the words and numbers of `text[start:end]` in lower case, without suffixes: what `tokens_of` has as folded.

    For comparing texts, where nobody asks for the places; three times as fast.
    """
    return tuple(_BARE.findall(lower(text[start:end], language)))
