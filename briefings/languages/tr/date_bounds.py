"""Where a Turkish date ends within its last word: which endings are written on to it and are not the date's.

Numbers in words are treated as those in digits, whose ending stands behind an apostrophe: "Ağustos'un ikisi|nde",
"akşam dokuz|a". The locative of an hour in words stays, it makes the hour an adverb ("akşam yedide"). Of a length
with "-lığına" the length alone is meant ("üç gün|lüğüne"), and -ki turns a whole range into an adjective
("2014'ten 2018'e kadar|ki").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.languages.dates.lexicon import ending_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

_NUMBER = (
    r"(?:sıfır|bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|altmış|yetmiş|seksen|doksan|yüz|bin)"
)
_CASE = r"(?:n?[dt][ae]n?|[yn]?[ae])"
_NUMBER_WORD = re.compile(rf"{_NUMBER}(?:l[ae]r(?:[ıi](?=n))?|s?[ıiuü](?=n))?(?P<tail>{_CASE})")
_LASTING = re.compile(r"(?:saniye|dakika|saat|gün|hafta|ay|yıl|sene)(?P<tail>l[ıiuü]ğ[ıiuü]n[ae])")
_RANGE_END = re.compile(r"(?:kadar|dek|değin|arasında)(?P<tail>ki)")
_UNIT = re.compile(r"(?:dk|sn|saniye|dakika|saat|g[uü]n|hafta|ay|y[ıi]l|sene)[^\W\d]*")
_LOCATIVE = re.compile(r"[dt][ae]")


def tail_length(item: Item, tokens: Sequence[Token]) -> int:
    """Give how many characters at the end of the item's last token do not belong to the date."""
    word = tokens[item.last - 1]
    if item.last - 1 > item.first and (ending := ending_behind(tokens, item.last - 2)) and not _UNIT.fullmatch(ending):
        return word.end - tokens[item.last - 2].end
    if word.suffix or word.kind != "word":
        return 0
    pattern = _LASTING if ".duration." in item.rule else _RANGE_END if ".range-" in item.rule else _NUMBER_WORD
    found = pattern.fullmatch(word.folded)
    if found is None or item.rule == "tr.duration.whole":
        return 0
    if ".time." in item.rule and _LOCATIVE.fullmatch(found["tail"]):
        return 0
    return len(found["tail"])
