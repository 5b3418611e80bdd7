"""The grammar of Turkish dates: its stages in order, what counts as a date, and the tense of a sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit
from briefings.languages.dates.lexicon import load
from briefings.languages.dates.parsing import DateGrammar, Sentence, stages
from briefings.languages.tr.calendar_dates import CALENDAR
from briefings.languages.tr.clock_times import ALONE, CLOCK, HOURS, TIMED
from briefings.languages.tr.date_bounds import tail_length
from briefings.languages.tr.date_contexts import TESTS
from briefings.languages.tr.date_lengths import AMOUNTS, AWAY, BOUNDS, LENGTHS, LONG, SETS
from briefings.languages.tr.date_parts import PARTS
from briefings.languages.tr.date_ranges import DAY_RANGES, HOUR_RANGES, OPEN, RANGES
from briefings.languages.tr.deictic_dates import DEICTIC
from briefings.languages.tr.tenses import tense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.dates.grammar import Item

_SURE = bit("date") | bit("time") | bit("set") | bit("time_range") | bit("duration")
_TESTS = tuple((bit(kind), test) for kind, test in TESTS.items())


@cache
def grammar() -> DateGrammar:
    """Give the grammar, made once."""
    groups = (CLOCK, HOURS, AMOUNTS, CALENDAR, LENGTHS, LONG, LONG, DEICTIC, PARTS, PARTS, AWAY, BOUNDS, HOUR_RANGES,
              SETS, DAY_RANGES, TIMED, TIMED, RANGES, RANGES, OPEN, ALONE)  # fmt: skip
    return DateGrammar(load("tr"), stages(*groups), _accepts, tense, joints=False, tail_length=tail_length)


def _accepts(item: Item, _items: Sequence[Item], sentence: Sentence) -> bool:
    """Say whether an item is a date of its own."""
    if item.bits & _SURE:
        return True
    return any(item.bits & kind and test(item, sentence.tokens) for kind, test in _TESTS)
