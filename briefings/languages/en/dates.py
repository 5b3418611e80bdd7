"""The grammar of English dates: its stages in order, what counts as a date, and the tense of a sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit
from briefings.languages.dates.lexicon import load
from briefings.languages.dates.parsing import DateGrammar, Sentence, stages
from briefings.languages.en.calendar_dates import CALENDAR, ORDINALS
from briefings.languages.en.clock_times import CLOCK, HOURS, TIMED
from briefings.languages.en.date_contexts import TESTS
from briefings.languages.en.date_parts import AWAY, LENGTHS, LONG, PARTS, SETS
from briefings.languages.en.date_ranges import DAY_RANGES, HOUR_RANGES, OPEN, RANGES
from briefings.languages.en.deictic_dates import DEICTIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

_SURE = bit("date") | bit("time") | bit("set") | bit("time_range")


@cache
def grammar() -> DateGrammar:
    """Give the grammar, made once."""
    groups = (ORDINALS, CLOCK, HOURS, CALENDAR, LENGTHS, LONG, DEICTIC, PARTS, PARTS, AWAY, HOUR_RANGES,
              SETS, DAY_RANGES, TIMED, TIMED, RANGES, RANGES, OPEN)  # fmt: skip
    return DateGrammar(load("en"), stages(*groups), _accepts, _tense, joints=True)


_TESTS = tuple((bit(kind), test) for kind, test in TESTS.items())


def _accepts(item: Item, _items: Sequence[Item], sentence: Sentence) -> bool:
    """Say whether an item is a date of its own."""
    if item.bits & _SURE:
        return True
    return any(item.bits & kind and test(item, sentence.tokens) for kind, test in _TESTS)


_REACH, _SHORT = 40, 9
"""How many tokens around a date are looked at, and what counts as a short line, in tokens."""
_FUTURE = frozenset(
    {"will", "shall", "scheduled", "due", "expected", "expects", "plans", "upcoming", "begins", "begin", "starts",
     "opens", "meets"},
)  # fmt: skip
_PAST = frozenset(
    {"was", "were", "had", "did", "met", "said", "came", "went", "began", "took", "made", "held", "won", "told", "gave",
     "saw", "left", "led", "lost", "found", "became", "fell", "rose", "grew", "built", "wrote", "spoke", "sent",
     "hit", "cut"},
)  # fmt: skip


def _tense(tokens: tuple[Token, ...], after: int) -> int:
    """Give the tense around token number n: what is said to come, what was; a short line without a verb lies ahead."""
    near = tokens[max(after - _REACH, 0) : after + _REACH]
    if any(token.folded in _FUTURE or token.suffix == "ll" for token in near):
        return 1
    if any(token.folded in _PAST or (token.folded.endswith("ed") and len(token.folded) > 4) for token in near):
        return -1
    return 1 if len(near) < _SHORT else 0
