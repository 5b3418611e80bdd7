"""The grammar of English dates: its stages in order, what counts as a date, and the tense of a sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit
from briefings.languages.dates.lexicon import load
from briefings.languages.dates.parsing import DateGrammar, Sentence, stages
from briefings.languages.en.calendar_dates import CALENDAR, EARLY, ORDINALS
from briefings.languages.en.clock_times import CLOCK, HOURS, PART_ALONE, TIMED
from briefings.languages.en.date_bounds import bounded
from briefings.languages.en.date_contexts import TESTS
from briefings.languages.en.date_moves import parted
from briefings.languages.en.date_names import is_other
from briefings.languages.en.date_parts import AWAY, LENGTHS, LONG, PARTS
from briefings.languages.en.date_ranges import DAY_RANGES, HOUR_RANGES, OPEN, RANGES
from briefings.languages.en.date_sets import SETS
from briefings.languages.en.deictic_dates import DEICTIC
from briefings.languages.en.loose_dates import LOOSE, NOW
from briefings.languages.en.tenses import tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.dates.grammar import Item

_SURE = bit("date") | bit("time") | bit("set") | bit("time_range")


@cache
def grammar() -> DateGrammar:
    """Give the grammar, made once."""
    groups = (ORDINALS, CLOCK, HOURS, CALENDAR, LENGTHS, (*LONG, *EARLY), (*LOOSE, *DEICTIC), PARTS, PARTS, AWAY,
              HOUR_RANGES, SETS, DAY_RANGES, TIMED, TIMED, DAY_RANGES, RANGES, RANGES,
              (*OPEN, *NOW, *PART_ALONE))  # fmt: skip
    return DateGrammar(load("en"), stages(*groups), _accepts, tense, joints=True, parted=parted, bounded=bounded)


_TESTS = tuple((bit(kind), test) for kind, test in TESTS.items())


def _accepts(item: Item, _items: Sequence[Item], sentence: Sentence) -> bool:
    """Say whether an item is a date of its own."""
    if is_other(item, sentence.tokens):
        return False
    if item.bits & _SURE:
        return True
    return any(item.bits & kind and test(item, sentence.tokens) for kind, test in _TESTS)
