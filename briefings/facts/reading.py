"""What every annotator is given: an article with its tokens, cut once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.tokens import Token, tokens_of
from briefings.model import Evidence, Span
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from briefings.languages.names import NameTable
    from briefings.model import Article


@dataclass(frozen=True, slots=True)
class Rejected:
    """Words that might have been a fact, and why they are none."""

    evidence: Evidence
    kind: str
    """Of the fact they would have been; "name" where it is open which."""
    reason: str
    """Name of the reason in rules.toml, or of the rule that was not followed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, its tokens by sentence, and the names that are known beforehand."""

    article: Article
    tokens: tuple[tuple[Token, ...], ...]
    """One tuple a sentence, in the order of `article.sentences`."""
    names: NameTable
    trace: list[Rejected] | None = None
    """Where annotators tell what they turned down; None when nobody asks."""
    day_first: bool = True
    """The desk's reading of "03/04/2025" in English: 3 April, else 4 March."""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def language(self) -> str:
        """The article's language."""
        return self.article.language

    def evidence(self, sentence: int, start: int, end: int) -> Evidence:
        """Make the evidence for the words `text[start:end]` in a sentence."""
        return Evidence(self.article.id, sentence, Span(start, end))

    def reject(self, kind: str, reason: str, sentence: int, start: int, end: int) -> None:
        """Tell that the words `text[start:end]` are no fact, to whoever asks."""
        if self.trace is not None:
            self.trace.append(Rejected(self.evidence(sentence, start, end), kind, reason))

    def is_headline(self, sentence: int) -> bool:
        """Say whether a sentence is a title or heading, where capitals tell little."""
        return self.article.blocks[self.article.sentences[sentence].block].kind in {"title", "heading"}


def reading_of(
    article: Article, names: NameTable, trace: list[Rejected] | None = None, *, day_first: bool = True
) -> Reading:
    """Cut an article into tokens; `trace` collects what annotators turn down."""
    tokens = tuple(
        tokens_of(article.text, sentence.span.start, sentence.span.end, article.language)
        for sentence in article.sentences
    )
    return Reading(article, tokens, names, trace, day_first)
