"""A language's date grammar: its words, its rules in stages, which of their findings are dates, and the tense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bits
from briefings.languages.dates.number_words import joined_numbers
from briefings.languages.dates.stages import Stage, Stages
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefings.languages.dates.grammar import Item, Rule
    from briefings.languages.dates.lexicon import Lexicon
    from briefings.languages.tokens import Token

CASES = bits(
    (
        "gen",
        "acc",
        "dat",
        "loc",
        "abl",
        "ins",
        "poss",
        "plural",
        "lik",
        "li",
        "ki",
        "apostrophe",
        "nom",
        "dir",
        "spelled",
        "oclock",
        "digits",
    )
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence with what its place says."""

    tokens: tuple[Token, ...]
    headline: bool


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """What a language module gives to the date annotator."""

    lexicon: Lexicon
    stages: Stages
    accepts: Callable[[Item, Sequence[Item], Sentence], bool]
    """Say whether a finding is a date here; bare months and years need more than themselves."""
    tense: Callable[[tuple[Token, ...], int, int], int]
    """Give the tense that governs the tokens from n to m, half-open: -2 past, 2 future, -1 and 1 weaker, 0 unsaid."""
    joints: bool
    """Number words may be joined by a dash or "and"."""
    tail_length: Callable[[Item, Sequence[Token]], int] = lambda _item, _tokens: 0
    """Give how many characters at the end of an item's last token are an ending that is not the date's."""
    parted: Callable[[Item, tuple[Token, ...]], tuple[Item, ...]] = lambda item, _: (item,)
    """Give an accepted item as the dates it is made of, mostly itself alone."""
    bounded: Callable[[Item, tuple[Token, ...]], Item] = lambda item, _: item
    """Give an accepted item the extent it has in the text; without it, the extent its rule matched."""

    def parse(self, sentence: Sentence, refused: list[Item] | None = None) -> list[Item]:
        """Give the dates of a sentence as items, in order; `refused` collects what only looks like one."""
        items = self.lexicon.items(sentence.tokens)
        if not items:
            return []
        items = joined_numbers(items, keep=CASES, joints=self.joints)
        items = self.stages.apply(items)
        found = [item for item in items if item.rule and self.accepts(item, items, sentence)]
        if refused is not None:
            accepted = {item.first for item in found}
            refused += [item for item in items if item.rule and item.first not in accepted]
        parts = [part for item in found for part in self.parted(item, sentence.tokens)]
        return [self.bounded(item, sentence.tokens) for item in parts]


def stages(*groups: tuple[Rule, ...]) -> Stages:
    """Make the stages of groups of rules."""
    return Stages([Stage(group, CASES) for group in groups])
