"""Names as they are being found: parts of a sentence's tokens, before they are mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.facts.names.runs import atoms_of, runs_of
from briefings.languages.names.table import words_of
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from briefings.facts.names.runs import Atom
    from briefings.facts.reading import Reading
    from briefings.languages.names.vocabulary import Vocabulary
    from briefings.languages.tokens import Token

PartKind = Literal["person", "organization", "place", "unknown"]


_DOTTED = frozenset({"inc", "corp", "ltd", "co", "ş", "şti"})
OPENING = frozenset(".!?:;…\"“”«‘'([-–—•*")


@dataclass(frozen=True, slots=True)
class Part:
    """The tokens `first` to `last` (exclusive) of a sentence, taken for a name."""

    first: int
    last: int
    kind: PartKind
    rule: str
    key: str | None = None
    """Of the table of names, when the part is a known name."""
    sure: bool = True
    """False when nothing but the capital speaks for it: then the rest of the article must."""


@dataclass(slots=True)
class Line:
    """One sentence with all that is needed to find names in it; what is asked again and again is made once."""

    index: int
    tokens: tuple[Token, ...]
    folded: tuple[str, ...]
    """The tokens in lower case."""
    text: str
    words: Vocabulary
    reading: Reading
    start: int
    """Index of the first token that is no mark."""
    shouting: bool
    """A heading in which most words are capitalised, or a line in capitals: capitals tell nothing there."""
    _cut: dict[tuple[int, int], list[Atom]] | None = None
    _runs: list[tuple[int, int]] | None = None

    @property
    def last_word(self) -> str:
        """Its last word in lower case, "" when it has none."""
        return next((token.folded for token in reversed(self.tokens) if token.kind == "word"), "")

    def runs(self) -> list[tuple[int, int]]:
        """Give the token ranges that begin with a capital and go on as a name may."""
        if self._runs is None:
            self._runs = list(runs_of(self))
        return self._runs

    def atoms(self, first: int, last: int) -> list[Atom]:
        """Give the atoms of the tokens `first` to `last` of a run."""
        if self._cut is None:
            self._cut = {}
        found = self._cut.get((first, last))
        if found is None:
            found = self._cut[first, last] = atoms_of(self, first, last)
        return found

    def forget(self) -> None:
        """Let go of what is not asked for again once the parts are found: of a long text it is much."""
        self._cut = self._runs = None

    def joined(self, at: int) -> bool:
        """Say whether the apostrophe in a token is part of the name ("O'Brien")."""
        token = self.tokens[at]
        return bool(token.suffix) and self.text[token.end + 1].isupper()

    def suffix(self, at: int) -> str:
        """Give the case ending a token carries, "" for an apostrophe within a name."""
        suffix = self.tokens[at].suffix
        return "" if suffix and self.joined(at) else suffix

    def written(self, first: int, last: int) -> str:
        """Give the words of tokens `first` to `last` as they stand."""
        return self.text[self.tokens[first].start : self.end(last - 1)]

    def end(self, at: int) -> int:
        """Give where a token ends, its case ending left out."""
        token = self.tokens[at]
        return token.after if token.suffix and self.joined(at) else token.end

    def end_of(self, part: Part) -> int:
        """Give where a name ends: with the stop of "Inc." or "A.Ş.", without the case ending of a small last word."""
        last = part.last - 1
        end, token = self.end(last), self.tokens[last]
        if part.key is not None and not token.capital and part.last - part.first > 1:
            return end - len(self._ending(part.key, part.last - part.first, token.folded))
        dotted = part.last < len(self.tokens) - 1 and self.text[end : end + 1] == "." and not token.suffix
        return end + 1 if dotted and part.kind == "organization" and token.folded in _DOTTED else end

    def _ending(self, key: str, length: int, word: str) -> str:
        """Give what a text adds to the last word of a known name ("yerinde": "nde")."""
        for name in self.reading.names.entries[key].names:
            words = words_of(name, self.words.language)
            if len(words) == length and word.startswith(words[-1]):
                return word[len(words[-1]) :]
        return ""

    def gap(self, at: int) -> str:
        """Give what stands between a token and the one before it."""
        return self.text[self.tokens[at - 1].after : self.tokens[at].start]

    def opens(self, at: int) -> bool:
        """Say whether any word is capitalised where a token stands: first, or behind a full stop or opening mark."""
        if at <= self.start:
            return True
        mark = self.tokens[at - 1].folded
        return mark in OPENING and (mark not in "-–" or bool(self.gap(at)))
