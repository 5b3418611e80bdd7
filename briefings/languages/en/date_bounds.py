"""Where an English date begins in its sentence: no preposition, but the article of a stretch of time.

TIMEX3 marks the noun phrase: "since 2005" is "2005", "within two days" is "two days", "over the past year" is "the past
year". The article of another noun stays outside ("the October vote", "the two-year deal"), and that of decades.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.moments import Length
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.languages.dates.grammar import Item
    from briefings.languages.dates.moments import Mod
    from briefings.languages.tokens import Token

_LEADING = frozenset(
    {"since", "before", "after", "until", "till", "by", "within", "in", "on", "at", "prior", "to", "about",
     "around", "circa", "approximately", "ca"}
)  # fmt: skip
_STRETCHES = frozenset(
    {
        "en.duration.length",
        "en.date.century", "en.date.day-month-year", "en.date.decade-word", "en.date.edge", "en.date.edge-unit",
        "en.date.fiscal", "en.date.fiscal-moved", "en.date.future-at-large", "en.date.lasting",
        "en.date.lasting-turned", "en.date.month-moved", "en.date.part-first", "en.date.part-half",
        "en.date.part-quarter", "en.date.part-unit", "en.date.part-weekday", "en.date.past-decade", "en.date.previous",
        "en.date.season", "en.date.season-moved", "en.date.season-year", "en.date.since", "en.date.unit-before",
        "en.date.unit-following", "en.date.unit-here", "en.date.unit-moved", "en.date.unit-that", "en.date.unit-this",
        "en.date.week-of", "en.date.weekend", "en.date.year-ago", "en.set.seasons", "en.time.part-of-day",
    }
)  # fmt: skip
"""Rules whose finds are the head of a noun phrase, so that "the" before them is theirs."""
_WORDS_BETWEEN = frozenset(
    {
        "a", "about", "after", "again", "against", "ago", "all", "alone", "also", "amid", "among", "an", "and", "are",
        "as", "at", "because", "been", "before", "began", "being", "between", "both", "brought", "but", "by", "came",
        "can", "could", "did", "do", "does", "during", "each", "earlier", "either", "ended", "every", "except", "for",
        "from", "had", "has", "have", "he", "her", "here", "his", "how", "however", "i", "if", "in", "into", "is", "it",
        "it's", "its", "later", "may", "might", "must", "near", "no", "nor", "not", "of", "off", "on", "onto", "onward",
        "onwards", "or", "our", "out", "over", "saw", "she", "should", "since", "so", "some", "still", "than", "that",
        "the", "their", "then", "there", "these", "they", "this", "those", "though", "through", "to", "under", "unless",
        "until", "up", "upon", "was", "we", "went", "were", "what", "when", "where", "whether", "which", "while", "who",
        "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your",
    }
)  # fmt: skip
"""Words that begin what follows a phrase: prepositions, conjunctions, pronouns, auxiliaries."""


def bounded(item: Item, tokens: tuple[Token, ...]) -> Item:
    """Give the item with the extent that TIMEX3 gives it."""
    first = item.first
    while first + 1 < item.last and tokens[first].folded in _LEADING:
        first += 1
    if tokens[first].folded in {"early", "late"} and tokens[first + 1].folded == "in":
        first += 2
    if first > item.first and tokens[first].folded == "the" and _is_decade(tokens[first + 1]):
        first += 1
    elif first and tokens[first - 1].folded == "the" and item.rule in _STRETCHES and ends_phrase(tokens, item.last):
        first -= 1
    if item.rule.startswith("en.duration.") and (found := _approximation(item, tokens)):
        return found
    return item if first == item.first else replace(item, first=first)


def _approximation(item: Item, tokens: tuple[Token, ...]) -> Item | None:
    """Give a length with the words before it that say how exact it is: "at least two weeks"."""
    for width in range(min(item.first, 3), 0, -1):
        words = " ".join(token.folded for token in tokens[item.first - width : item.first])
        for key, moment in item.values.items():
            if words in _APPROXIMATIONS and isinstance(moment, Length):
                values = {key: replace(moment, mod=_APPROXIMATIONS[words])}
                return replace(item, first=item.first - width, values=values)
    return None


_APPROXIMATIONS: dict[str, Mod] = {
    "about": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "nearly": "APPROX", "almost": "APPROX",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS",
}  # fmt: skip


def _is_decade(token: Token) -> bool:
    """Say whether a word opens a decade or year, which has no article here: "since the 1970s", "the early 1970s"."""
    return token.kind == "number" or token.folded in {"early", "mid", "late"}


def ends_phrase(tokens: tuple[Token, ...], last: int) -> bool:
    """Say whether no noun follows the words before `last` that an article before them could belong to."""
    if last >= len(tokens) or tokens[last - 1].suffix == "s":
        return True
    after = tokens[last]
    return after.kind != "word" or after.folded in _WORDS_BETWEEN or after.folded.endswith(("ly", "ed"))
