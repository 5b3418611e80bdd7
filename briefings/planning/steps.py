"""Two days of which a sentence takes something from the one to the other: "moved the hearing from 9 to 16 March".

Facts have them as two dates already, where a stretch of time is one. That the sentence has a verb of moving too tells
it from "closed from Friday to …", whatever stands between.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.model import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.model import Article, Fact, Span

_FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
_TO = re.compile(r",? to (?:the )?", re.IGNORECASE)
_OUT = re.compile(r"(?: günü)?(?:nden|['’]?[dt][ae]n)\b", re.IGNORECASE)
_INTO = re.compile(r"(?: günü)?(?:ne|['’]?[yn]?[ae])\b(?! kadar| dek| değin)", re.IGNORECASE)
_ROOM = 20
_SHIFTS = {
    "en": ("mov", "shift", "switch", "push", "brought", "bring", "delay", "put", "resched", "postpon", "chang"),
    "tr": ("alın", "aldı", "çekil", "çekti", "kaydır", "taşın", "taşıd", "ertele", "ötele"),
}


def takes_a_step(facts: Iterable[Fact], words: Iterable[str], article: Article) -> bool:
    """Say whether a sentence with these facts and words takes something from one day to another."""
    dates = [fact.evidence.span for fact in facts if isinstance(fact, When) and fact.type == "DATE"]
    shifts = _SHIFTS.get(article.language, ())
    return len(dates) > 1 and any(word.startswith(shifts) for word in words) and _have_a_step(dates, article)


def _have_a_step(dates: Sequence[Span], article: Article) -> bool:
    text = article.text
    if article.language == "en":
        return any(
            _FROM.search(text[max(one.start - _ROOM, 0) : one.start]) and _TO.fullmatch(text[one.end : other.start])
            for one, other in pairwise(dates)
        )
    left = [one for one in dates if _OUT.match(text[one.end : one.end + _ROOM])]
    return bool(left) and any(
        other.start > left[0].end and _INTO.match(text[other.end : other.end + _ROOM]) for other in dates
    )
