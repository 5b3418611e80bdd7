"""From-to dates that are two days and no stretch: what is put off leaves the first and goes to the second.

"Postponed from 12 to 19 March" names the old day and the new one, each with its own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.languages.dates.moments import Between, Clock
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

_TO = frozenset({"to", "until", "till"})
_REACH = 10
_DEFERRING = frozenset(
    {"adjourn", "adjourned", "adjourning", "adjourns", "defer", "deferral", "deferred", "deferring", "defers",
     "postpone", "postponed", "postponement", "postpones", "postponing", "reschedule", "rescheduled",
     "reschedules", "rescheduling"}
)  # fmt: skip
"""Verbs and nouns that say so by themselves."""
_WAYS = {
    **dict.fromkeys(("put", "puts", "putting"), frozenset({"off", "back"})),
    **dict.fromkeys(("push", "pushed", "pushes", "pushing"), frozenset({"back"})),
    **dict.fromkeys(("move", "moved", "moves", "moving"), frozenset({"back", "forward", "up"})),
    **dict.fromkeys(("bring", "bringing", "brings", "brought"), frozenset({"forward"})),
}
"""Verbs that say so with a word behind: "put off", "brought the vote forward"."""
_SHIFTING = frozenset({"changed", "delayed", "moved", "shifted", "switched"})
"""Verbs of other things too: only right before "from", in the passive."""
_SHIFTING_ACTIVELY = frozenset(
    {"change", "changed", "changes", "delay", "delayed", "delays", "move", "moved", "moves", "moving", "shift",
     "shifted"}
)  # fmt: skip
_BEING = frozenset({"are", "be", "been", "being", "is", "was", "were"})
_OWNING = frozenset({"a", "an", "her", "his", "its", "the", "their", "this"})
_OTHER_CLAUSE = frozenset(
    {".", ";", "after", "although", "amid", "and", "because", "before", "but", "due", "during", "following",
     "for", "if", "lasting", "owing", "running", "since", "that", "though", "when", "where", "which", "while",
     "who"}
)  # fmt: skip
"""What may stand between the verb and a stretch of time that is not its own."""
_LONGEST_OBJECT, _LONGEST_DATE = 3, 8


def parted(item: Item, tokens: tuple[Token, ...]) -> tuple[Item, ...]:
    """Give a range behind a verb of moving as its two dates, every other item as it is."""
    moment = next(iter(item.values.values()))
    if not isinstance(moment, Between) or tokens[item.first].folded != "from":
        return (item,)
    joint = next((place for place in range(item.first + 1, item.last) if tokens[place].folded in _TO), None)
    if joint is None or not _is_moved(tokens, item.first, timed=isinstance(moment.start, Clock)):
        return (item,)
    kind = next(iter(item.values))
    old = replace(item, first=_behind_the(tokens, item.first + 1), last=joint, values={kind: moment.start})
    return old, replace(item, first=_behind_the(tokens, joint + 1), values={kind: moment.end})


def is_left(tokens: tuple[Token, ...], first: int) -> bool:
    """Say whether the date at a place is the day that something is moved from."""
    leading = first - 2 if first > 1 and tokens[first - 1].folded == "the" else first - 1
    return leading > 0 and tokens[leading].folded == "from" and _is_moved(tokens, leading, timed=False)


def is_reached(tokens: tuple[Token, ...], first: int) -> bool:
    """Say whether the date at a place is the new one, behind the one that something is moved from."""
    place = first - 2 if first > 1 and tokens[first - 1].folded == "the" else first - 1
    if place < 1 or tokens[place].folded not in _TO:
        return False
    before = range(place - 1, max(place - _LONGEST_DATE, 0), -1)
    leading = next((one for one in before if tokens[one].folded == "from"), None)
    return leading is not None and _is_moved(tokens, leading, timed=False)


def _behind_the(tokens: tuple[Token, ...], place: int) -> int:
    return place + (tokens[place].folded == "the")


def _is_moved(tokens: tuple[Token, ...], place: int, *, timed: bool) -> bool:
    """Say whether what stands before "from" moves something; trains "delayed from 8 to 10" are late all that time."""
    words = [token.folded for token in tokens[max(place - _REACH, 0) : place]]
    clause = words[_last_break(words) + 1 :]
    if says_moving(clause):
        return True
    if timed and "delayed" in clause:
        return False
    passive = clause[-1:] and clause[-1] in _SHIFTING and not _BEING.isdisjoint(clause[:-1])
    return bool(passive) or _has_object(clause)


def says_moving(words: list[str]) -> bool:
    """Say whether words speak of another day for something: "postponed", "put the launch off"."""
    if not _DEFERRING.isdisjoint(words):
        return True
    return any(
        not _WAYS[word].isdisjoint(words[place + 1 : place + 2 + _LONGEST_OBJECT])
        for place, word in enumerate(words)
        if word in _WAYS
    )


def _has_object(clause: list[str]) -> bool:
    """Say whether the clause ends in a verb of moving and its object: "moved the vote", "delayed its first flight"."""
    widths = range(2, min(_LONGEST_OBJECT + 1, len(clause) - 1) + 1)
    return any(clause[-width - 1] in _SHIFTING_ACTIVELY and clause[-width] in _OWNING for width in widths)


def _last_break(words: list[str]) -> int:
    return max((place for place, word in enumerate(words) if word in _OTHER_CLAUSE), default=-1)
