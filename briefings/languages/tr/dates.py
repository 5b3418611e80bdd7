"""The grammar of Turkish dates: its stages in order, what counts as a date, and the tense of a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit
from briefings.languages.dates.lexicon import load
from briefings.languages.dates.parsing import DateGrammar, Sentence, stages
from briefings.languages.tr.calendar_dates import CALENDAR
from briefings.languages.tr.clock_times import CLOCK, HOURS, TIMED
from briefings.languages.tr.date_contexts import TESTS
from briefings.languages.tr.date_parts import AMOUNTS, AWAY, BOUNDS, LENGTHS, LONG, PARTS, SETS
from briefings.languages.tr.date_ranges import DAY_RANGES, HOUR_RANGES, OPEN, RANGES
from briefings.languages.tr.deictic_dates import DEICTIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

_SURE = bit("date") | bit("time") | bit("set") | bit("time_range")
_TESTS = tuple((bit(kind), test) for kind, test in TESTS.items())


@cache
def grammar() -> DateGrammar:
    """Give the grammar, made once."""
    groups = (CLOCK, HOURS, AMOUNTS, CALENDAR, LENGTHS, LONG, LONG, DEICTIC, PARTS, PARTS, AWAY, BOUNDS, HOUR_RANGES,
              SETS, DAY_RANGES, TIMED, TIMED, RANGES, RANGES, OPEN)  # fmt: skip
    return DateGrammar(load("tr"), stages(*groups), _accepts, _tense, joints=False)


def _accepts(item: Item, _items: Sequence[Item], sentence: Sentence) -> bool:
    """Say whether an item is a date of its own."""
    if item.bits & _SURE:
        return True
    return any(item.bits & kind and test(item, sentence.tokens) for kind, test in _TESTS)


_REACH, _SHORT = 60, 12
"""How many tokens ahead a verb is looked for, and what counts as a short line, in tokens."""
_FUTURE = re.compile(r"[^\W\d]{1,30}(?:[ae]ca[kğ]|ece[kğ]|[ıiuü]yor)[^\W\d]{0,12}")
"""The present in -yor, beside a date, tells what is planned: "salı günü başlıyor"."""
_PAST = re.compile(
    r"[^\W\d]{1,30}(?:[dt][ıiuü]|m[ıiuü]ş)(?:l[ae]r|t[ıiuü]r?|d[ıiuü]r?|k|m|n|ğ[ıiuü][^\W\d]{0,8})?",
)
_PLANNED = re.compile(r"(?:bekle|planla|hedefle|öngör)[^\W\d]{0,20}")


def _tense(tokens: tuple[Token, ...], after: int) -> int:
    """Give the tense of the nearest verb behind the words; a sentence without a verb speaks of what comes."""
    for token in tokens[after : after + _REACH]:
        if token.kind != "word":
            continue
        if _FUTURE.fullmatch(token.folded) or _PLANNED.fullmatch(token.folded):
            return 1
        if _PAST.fullmatch(token.folded):
            return -1
    return 1 if len(tokens) < _SHORT else 0
