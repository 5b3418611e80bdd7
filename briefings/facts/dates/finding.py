"""Dates, times, durations and sets in an article, with TIMEX3 values counted from its publication date."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from briefings.facts.dates.extents import PAST, Extent, Outlook, Resolved, Timeless, UnresolvableError, extent
from briefings.facts.dates.resolving import resolve
from briefings.languages.dates.moments import (
    Away,
    Between,
    Calendar,
    Clock,
    Edge,
    Every,
    Length,
    LongTime,
    Moment,
    Open,
    Part,
    PartOfDay,
    Timed,
)
from briefings.languages.dates.parsing import Sentence
from briefings.languages.en import dates as en_dates
from briefings.languages.tr import dates as tr_dates
from briefings.model import TimexType, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.facts.reading import Reading
    from briefings.languages.dates.grammar import Item
    from briefings.languages.dates.parsing import DateGrammar


_MEMORY = 3
"""How many sentences a date is remembered for "that day" and "two years later"."""


def find_dates(reading: Reading) -> tuple[When, ...]:
    """Give every date of an article, in text order; one seen but without a value has None."""
    grammar = _grammar(reading.language)
    outlook = Outlook(reading.article.published, day_first=reading.day_first)
    found: list[When] = []
    nowadays: set[int] = set()
    told = -_MEMORY
    for number, item, tense in _items(reading, grammar):
        earlier = outlook.earlier if number - told <= _MEMORY else None
        same = number == told
        stated, named, beside = (outlook.stated, outlook.named, outlook.beside) if same else (None, None, None)
        outlook = Outlook(outlook.published, earlier, stated, named, beside, tense, outlook.day_first)
        when, resolved = _when(reading, number, item, outlook)
        if when.rule in _ADVERBS or (when.rule == _TODAY and abs(tense) < abs(PAST) and _is_today(when)):
            nowadays.add(len(found))
        found.append(when)
        if (stretch := _memorable(resolved)) is not None:
            stated = stretch if _states_year(item) else stated
            named = stretch if _names_day(item) else None
            beside = stretch if _by_calendar(item) else beside
            outlook = Outlook(outlook.published, stretch, stated, named, beside, tense, outlook.day_first)
            told = number
    if len(reading.tokens) < _LONG_TEXT or _speaks_from_a_day(found):
        return tuple(found)
    return tuple(when for place, when in enumerate(found) if place not in nowadays)


def _speaks_from_a_day(found: list[When]) -> bool:
    """Say whether a text counts days or weeks from its publication, as news does and an encyclopedia does not.

    Only there "now" and "recently" are near a day; in a portrait or a guide they date nothing, nor does "today".
    """
    reasons = [when.reasoning for when in found if when.reasoning is not None]
    return any(
        one.anchor_kind == "published" and (one.unit == "weekday" or (one.unit in {"day", "week"} and one.shift))
        for one in reasons
    )


def _is_today(when: When) -> bool:
    return when.reasoning is not None and when.reasoning.shift == 0


_ADVERBS = frozenset({"en.date.now-alone", "en.date.adverb"})
_TODAY = "en.date.deictic"
_LONG_TEXT = 5
"""Sentences: a shorter text is a message, whose "now" is the time it was sent."""


def _memorable(resolved: Resolved | None) -> Extent | None:
    """Give what later words may be counted from: a day, also one with a time, a month or a year.

    Of a range within a month or a year ("between May and June 1981") that month or year.
    """
    if not isinstance(resolved, Extent):
        return None
    if resolved.unit is None and not resolved.time and resolved.value.count("/") == 1 and ".." not in resolved.value:
        first, last = resolved.first, max(resolved.end - timedelta(days=1), resolved.first)
        if first.year == last.year:
            return extent("month" if first.month == last.month else "year", first)
    if resolved.time and "/" not in resolved.value:
        return extent("day", resolved.first)
    return resolved if resolved.unit in {"day", "month", "quarter", "half", "year"} else None


def _items(reading: Reading, grammar: DateGrammar) -> Iterator[tuple[int, Item, int]]:
    for number, tokens in enumerate(reading.tokens):
        refused: list[Item] | None = None if reading.trace is None else []
        for item in grammar.parse(Sentence(tokens, reading.is_headline(number)), refused):
            yield number, item, grammar.tense(tokens, item.first, item.last)
        for item in refused or ():
            if ".number." not in item.rule:
                reading.reject("date", item.rule, number, tokens[item.first].start, tokens[item.last - 1].end)


def _when(reading: Reading, number: int, item: Item, outlook: Outlook) -> tuple[When, Resolved | None]:
    tokens = reading.tokens[number]
    moment = _moment(item)
    last = tokens[item.last - 1]
    end = last.after if last.suffix == "clock" else last.end
    end -= _grammar(reading.language).tail_length(item, tokens)
    evidence = reading.evidence(number, tokens[item.first].start, end)
    try:
        value = resolve(moment, outlook)
    except UnresolvableError:
        return When(evidence, item.rule, _type(moment), None), None
    kind = "DURATION" if isinstance(moment, Away) and isinstance(value, Timeless) else _type(moment)
    return When(evidence, _rule(item, moment, outlook), kind, value.value, value.mod, value.reasoning), value


def _rule(item: Item, moment: Moment, outlook: Outlook) -> str:
    """Name the rule; a range up to the end of something says that it holds all of it, digits how they are read."""
    if _is_doubtful(moment):
        language, stage, _ = item.rule.split(".")
        return f"{language}.{DOUBTFUL[stage, outlook.day_first]}"
    whole = isinstance(moment, Between) and isinstance(moment.end, Edge) and moment.end.mod == "END"
    return f"{item.rule}-whole" if whole else item.rule


DOUBTFUL = {
    ("date", True): "date.numeric-day-first",
    ("date", False): "date.numeric-month-first",
    ("time", True): "time.numeric-day-first",
    ("time", False): "time.numeric-month-first",
}
"""What an English date in digits that could be read either way is called: by its stage, and the desk's `day_first`."""


def _is_doubtful(moment: Moment) -> bool:
    day = moment.day if isinstance(moment, Timed) else moment
    return isinstance(day, Calendar) and day.either_order


def _moment(item: Item) -> Moment:
    moment: Moment = next(iter(item.values.values()))
    return moment


def _states_year(item: Item) -> bool:
    """Say whether the words give a month of a year."""
    moment = _moment(item)
    return isinstance(moment, Calendar) and moment.year is not None and moment.month is not None


def _by_calendar(item: Item) -> bool:
    """Say whether the words name a stretch of the calendar, or a part of one."""
    moment = _moment(item)
    return isinstance(moment, Calendar) or (isinstance(moment, Part) and isinstance(moment.base, Calendar))


def _names_day(item: Item) -> bool:
    """Say whether the words give a day by the calendar, with or without a time."""
    moment = _moment(item)
    day = moment.day if isinstance(moment, Timed) else moment
    return isinstance(day, Calendar) and day.day is not None


def _type(moment: Moment) -> TimexType:
    if isinstance(moment, Length | LongTime):
        return "DURATION"
    if isinstance(moment, Every):
        return "SET"
    if isinstance(moment, Clock | PartOfDay | Timed):
        return "TIME"
    if isinstance(moment, Open | Edge):
        return _type(moment.base)
    if isinstance(moment, Between):
        return _type(moment.start)
    return "DATE"


@cache
def _grammar(language: str) -> DateGrammar:
    return en_dates.grammar() if language == "en" else tr_dates.grammar()
