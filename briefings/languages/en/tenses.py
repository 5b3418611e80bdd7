"""Which way an English sentence looks from a date in it: back, ahead, or not said.

The verb of the date's own clause decides, the last one before the date first; without one there, the nearest verb of
the sentence.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.languages.en.date_moves import is_left, is_reached, says_moving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.languages.tokens import Token

_REACH, _SHORT, _PHRASE, _GROUP = 40, 9, 4, 5
"""Tokens: how far around a date is looked, what counts as a short line, as a phrase, as a group of verbs."""
STATED = 2
"""The strength of a tense the verb states; a present that only suggests has 1."""
_FUTURE = frozenset({"will", "shall", "wo"})
_MODALS = frozenset({"will", "shall", "would", "wo"})
_AHEAD = frozenset(
    {"scheduled", "due", "expected", "planned", "slated", "set", "expects", "expect", "plans", "plan", "hopes", "hope",
     "aims", "intends", "upcoming", "wants", "awaits", "forecast"},
)  # fmt: skip
"""What lies ahead, unless "was" or "were" stands before it."""
_PRESENT = frozenset(
    {"is", "are", "begins", "starts", "opens", "meets", "ends", "closes", "expires", "runs", "votes", "decides",
     "returns", "launches", "hosts", "holds", "visits", "travels", "arrives", "leaves", "continues", "resumes",
     "faces", "plays", "takes", "goes", "comes", "sees", "gets", "reports", "publishes", "presents", "can", "may",
     "must", "should", "could", "might"},
)  # fmt: skip
_PLURAL_PRESENT = frozenset(
    {"begin", "start", "open", "meet", "end", "close", "run", "vote", "decide", "return", "launch", "host", "hold",
     "visit", "travel", "arrive", "leave", "continue", "resume", "face", "play", "take", "go", "come", "see", "report",
     "publish", "present"},
)  # fmt: skip
"""Verbs behind a plural; elsewhere the same words are nouns or infinitives."""
_HAVING = frozenset({"has", "have", "'ve"})
_KEPT = 1 << 14
"""Words whose answers are kept."""
_WAS = frozenset({"was", "were", "had", "did"})
_PAST = _WAS | frozenset(
    {"met", "said", "came", "went", "began", "took", "made", "held", "won", "told", "gave", "saw", "left", "led",
     "lost", "found", "became", "fell", "rose", "grew", "built", "wrote", "spoke", "sent", "hit", "got", "kept",
     "brought", "bought", "sold", "paid", "felt", "drew", "ran", "broke", "shook", "stood", "thought", "knew",
     "died", "lay", "sank", "shot", "chose", "flew", "drove", "sought", "taught", "caught", "struck", "sang", "swam",
     "rang", "drank", "woke", "wore", "tore", "swore", "threw", "blew", "ate", "slept", "wept", "swept", "meant",
     "dealt", "lent", "spent", "bent", "slid", "fled", "bled", "fed", "sped", "bore", "froze", "stole", "rode",
     "shrank", "sprang", "stuck", "swung", "clung", "hung", "dug", "spun", "bound", "wound", "ground", "fought",
     "bit", "hid", "forgot", "forgave", "withdrew", "withheld", "overthrew", "overtook", "undertook",
     "underwent", "arose", "shone", "heard", "laid", "slain"},
)  # fmt: skip
_UNCHANGED = frozenset({"set", "put", "cut", "let", "shut", "quit", "split", "shed", "cast", "bid"})
"""Verbs whose past looks like their present."""
_SUBJECTS = frozenset({"he", "she", "it", "who", "which"})
"""Behind one of them the present would end in "s"."""
_TELLING = _MODALS | _AHEAD | _PRESENT | _PLURAL_PRESENT | _HAVING | _PAST | _UNCHANGED
_PUT_OFF = frozenset({"delayed", "extended", "moved", "pushed"})
_MOVING = frozenset({"from", "to", "until", "till", "least"})
"""One of them stands before a date that something is moved from or to, at most an article between."""
_IN_GROUP = frozenset({"be", "been", "being", "not", "also", "have", "to", "n't", "t", "then", "now", "only", "again"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "—", "–", '"', "“", "”", "but", "while", "when", "which", "who", "after",
                     "because", "although", "if"})  # fmt: skip
_WHEN = frozenset({"when", "if", "once"})
"""Words whose clauses speak of the future in the present: "when banks reopen on Tuesday"."""
_NOT_VERBS = frozenset({"united", "need", "indeed", "hundred", "speed", "exceed", "proceed", "embed", "sacred"})


def tense(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Give -2 or 2 for a past or future the verb states, -1 or 1 for one it suggests, 0 for none.

    `first` and `last` bound the date's tokens, half-open. A short line without a verb lies ahead.
    """
    if moved := _moved(tokens, first):
        return moved
    start, end = max(first - _REACH, 0), min(last + _REACH, len(tokens))
    verbs = list(_verbs(tokens, start, end))
    begins, ends = _clause(tokens, first, last, start, end)
    own = [(place, value) for place, value in verbs if begins <= place < ends]
    if not own and begins and tokens[begins - 1].folded in _WHEN and first - begins > 1:
        return 1
    for candidates in (own, verbs):
        before = [value for place, value in candidates if place < first]
        if before:
            return before[-1]
        if candidates:
            return candidates[0][1]
    if len(tokens) <= _PHRASE:
        return STATED
    return 1 if len(tokens) < _SHORT else 0


def states_tense(tokens: tuple[Token, ...]) -> bool:
    """Say whether a verb without other forms ("was", "went", "will") tells that a sentence speaks of past or future."""
    words = [token.folded for token in tokens]
    if not (_PAST | _FUTURE).isdisjoint(words):
        return True
    return any(one in _HAVING and _is_participle(other) for one, other in pairwise(words))


def _moved(tokens: tuple[Token, ...], first: int) -> int:
    """Give the tense of the days something is moved from and to, 0 where nothing is moved."""
    near = first - 2 if first > 1 and tokens[first - 1].folded == "the" else first - 1
    if near < 0 or (tokens[near].folded not in _MOVING and tokens[first - 1].folded not in _MOVING):
        return 0
    if _put_off(tokens, first) or is_reached(tokens, first):
        return STATED
    return 1 if is_left(tokens, first) else 0


def _put_off(tokens: tuple[Token, ...], first: int) -> bool:
    """Say whether something is put off to the date: "postponed the hearing to 5 February", "until at least Friday"."""
    before = [token.folded for token in tokens[max(first - 3, 0) : first]]
    led = before[-1:] in (["to"], ["until"]) or before in (["until", "at", "least"], ["to", "at", "least"])
    words = [token.folded for token in tokens[max(first - _SHORT, 0) : first]]
    return led and (not _PUT_OFF.isdisjoint(words) or says_moving(words))


def _clause(tokens: tuple[Token, ...], first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Give the stretch around a date up to the next comma or conjunction on either side."""
    begins = first
    while begins > start and tokens[begins - 1].folded not in _BREAKS:
        begins -= 1
    ends = last
    while ends < end and tokens[ends].folded not in _BREAKS:
        ends += 1
    return begins, ends


def _verbs(tokens: tuple[Token, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give place and tense of each group of verbs; the first word of a group tells ("would be held")."""
    place = start
    while place < end:
        token = tokens[place]
        value = _told(tokens, place) if _may_tell(token.folded) or token.suffix == "ll" else 0
        yield from ((place, value),) if value else ()
        place += 1
        if value:
            place = _behind_group(tokens, place, min(place + _GROUP, end))


def _behind_group(tokens: tuple[Token, ...], place: int, end: int) -> int:
    """Skip what belongs to the verb before: auxiliaries, adverbs and one participle."""
    while place < end and _in_group(tokens[place].folded):
        place += 1
        if _is_participle(tokens[place - 1].folded) and not (place < end and tokens[place].folded in {"to", "be"}):
            break
    return place


@lru_cache(_KEPT)
def _in_group(word: str) -> bool:
    return word in _IN_GROUP or word in _AHEAD or word.endswith("ly") or _is_participle(word)


@lru_cache(_KEPT)
def _is_participle(word: str) -> bool:
    return (len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS) or word in _PAST - _WAS


@lru_cache(_KEPT)
def _may_tell(word: str) -> bool:
    """Say whether a word tells a tense somewhere; most never do."""
    return word in _TELLING or _is_participle(word)


def _told(tokens: tuple[Token, ...], place: int) -> int:
    token = tokens[place]
    word = token.folded
    if token.suffix == "ll" or word in _MODALS:
        return STATED
    if token.kind != "word" or (token.capital and place):
        return 0
    following = tokens[place + 1].folded if place + 1 < len(tokens) else ""
    if word in _UNCHANGED and _has_one_subject(tokens, place) and following not in {"for", "to"}:
        return -STATED
    if word in _AHEAD or (word in {"is", "are"} and (following in _AHEAD or following == "to")):
        return STATED
    if word in _PAST or word in _HAVING or _is_participle(word):
        return -STATED
    return int(_is_present(tokens, place))


def _is_present(tokens: tuple[Token, ...], place: int) -> bool:
    word = tokens[place].folded
    if word in _PRESENT:
        return not _is_noun(tokens, place)
    return word in _PLURAL_PRESENT and _has_subject(tokens, place)


def _has_subject(tokens: tuple[Token, ...], place: int) -> bool:
    """Say whether a plural stands before a word, so that it is a verb: "crews meet", "they start"."""
    before = tokens[place - 1].folded if place else ""
    return before in {"they", "we", "you", "who", "which", "people"} or (
        len(before) > 3 and before.endswith("s") and before not in {"this", "across", "towards", "always"}
    )


def _has_one_subject(tokens: tuple[Token, ...], place: int) -> bool:
    """Say whether one doer stands right before a verb, so that without "s" it is past: "the Ministry of Trade set"."""
    before = tokens[place - 1] if place else None
    return before is not None and before.kind == "word" and (before.capital or before.folded in _SUBJECTS)


def _is_noun(tokens: tuple[Token, ...], place: int) -> bool:
    """Say whether an article or preposition before a word tells that it is no verb: "the end", "a run"."""
    return place > 0 and tokens[place - 1].folded in {"the", "a", "an", "of", "its", "his", "their", "this", "by", "in"}
