"""Which Turkish words that can be dates are dates where they stand: months, years, weekdays, lengths by themselves.

"Mart" may be a month or a name, "2023" a year or a count, "pazar" a day or a market. The tests look at the case
ending, the capital and the neighbouring words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.languages.dates.grammar import bit

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.languages.dates.grammar import Item
    from briefings.languages.tokens import Token

    Tokens = tuple[Token, ...]

_LOC, _ABL, _DAT, _GEN, _POSS = bit("loc"), bit("abl"), bit("dat"), bit("gen"), bit("poss")
_PLURAL = bit("plural")
_APOSTROPHE, _CAPITAL, _NOM, _SPELLED = bit("apostrophe"), bit("capital"), bit("nom"), bit("spelled")
_POSSESSED = re.compile(r"[^\W\d]{2,30}(?:s[ıiuü]|l[ae]r[ıi])(?:n[ıiuü]n|n[ıiuü]|n[ae]|nd[ae]n?|yl[ae])?")
_NAME_MONTHS = frozenset({4, 9, 10, 11})
"""Nisan, Eylül, Ekim and Kasım are given names or surnames as well."""
_WORD_MONTHS = frozenset({1, 10, 12})
"""Ocak (hearth), ekim (sowing) and aralık (gap) are words as well."""
_HEARTH = 1
_MORE = frozenset({"fazla", "çok", "az", "aşkın", "yakın", "kadar"})
_NOT_AFTER_DAYPART = frozenset({"gündüz", "hayatı"})
_DEED = re.compile(r"[^\W\d]{2,30}(?:m[ae]s[ıi]|[ıiuü]ş(?:l[ae]r)?[ıiuü])(?:n[^\W\d]{1,4})?")
"""What is done at that time as a rule: "gece geçişi", "gece görünmemesi"."""
_OF_A_DAYPART = re.compile(
    r"(?:sefer|vardiya|kulü[bp]|bülten|kuşa[kğ]|mesai|nöbet|uçuş|tarife|lise|bekçi|hemşire|kıyafet|elbise|namaz|ezan"
    r"|kahvaltı|yeme[kğ]|gazete)(?:l[ae]r[ıi]|s?[ıiuü])(?:n[^\W\d]{1,4})?|haberleri(?:n[^\W\d]{1,4})?"
)
"""What is of a part of the day: "gece seferleri", "sabah haberleri"."""
_NOT_BEFORE_DAYPART = frozenset({"o", "bir", "hiçbir", "iki", "üç", "ilk", "son", "kara", "özel", "güzel"})
_NOT_AFTER_FRIDAY = frozenset({"namazı", "namazında", "hutbesi", "hutbesinde", "pazarı"})
_MONTHLY = re.compile(
    r"(?:enflasyon|fatura|taksit|aidat|ekstre|ihracat|ithalat|üretim|veri|bütçe|rapor|seçim|toplantı|dönem|anket|endeks|açık|satış|zam|maaş|kira)"
    r"[^\W\d]{1,12}"
)
"""What has a month before it at the start of a sentence: "Kasım enflasyonu"; "Kasım annesini aradı" is a man."""
_AT_A_TIME = re.compile(
    r"(?:başla|yapıl|gerçekleş|oyna|topla|düzenle|açıl|buluş|kalk|yayın|sona|gel|git|gid|çık|var|ulaş|ara|teslim|görüş)"
    r"[^\W\d]{0,20}|[^\W\d]{2,30}[dt][ıiuü][mk]"
)
"""What begins, comes or goes at a time, and what "I" and "we" did."""
_COMING = re.compile(
    r"(?:dön|gel|git|gid|ayrıl|çık|kalk|var|buluş|görüş|başla|topla|otur|uyan|bit|açıl|kapan|alarm|randevu|yok|bekle)"
    r"[^\W\d]{0,15}"
)
"""What is done at an hour or on a day of the month that is given by its number alone."""
_OCCUPIED = re.compile(
    r"(?:açık|kapalı|toplan|ders|görüş|buluş|randevu|bekl|müsait|uygun|meşgul|boş|yok|çalış|gez|ziyaret|sür|devam"
    r"|hizmet|nöbet|mesai|dolu|bana|bir)[^\W\d]{0,15}"
)
"""What lasts from one hour to another."""
_COUNTED = re.compile(r"[^\W\d]{2,30}(?:s[ıiuü]|l[ae]r[ıi]?|ın|in|un|ün)|yaş|puan|sayı|oran|en")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def _next(item: Item, tokens: Tokens) -> Token | None:
    return tokens[item.last] if item.last < len(tokens) else None


def _previous(item: Item, tokens: Tokens) -> Token | None:
    return tokens[item.first - 1] if item.first else None


def _month(item: Item, tokens: Tokens) -> bool:
    """Take a month with a case ending, or bare with a capital and no name around it."""
    month = item.values["bare_month"].month
    if item.bits & _APOSTROPHE:
        return month not in _NAME_MONTHS or bool(item.bits & (_LOC | _ABL))
    if not item.bits & _NOM:
        if item.bits & _CAPITAL or month not in _WORD_MONTHS:
            return bool(item.bits & (_LOC | _ABL))
        return bool(item.bits & _LOC) and month != _HEARTH and _before_figure(item, tokens)
    if not item.bits & _CAPITAL:
        after = _next(item, tokens)
        return month not in _WORD_MONTHS and after is not None and bool(_MONTHLY.fullmatch(after.folded))
    return _no_name_around(item, tokens)


def _before_figure(item: Item, tokens: Tokens) -> bool:
    after = _next(item, tokens)
    return after is not None and (after.kind == "number" or after.folded == "yüzde")


def _no_name_around(item: Item, tokens: Tokens) -> bool:
    before, after = _previous(item, tokens), _next(item, tokens)
    if before is not None and before.kind == "word" and before.capital:
        return False
    if after is None or after.kind != "word" or after.capital:
        return before is not None and (after is None or after.folded in {",", "(", ")"})
    if before is None:
        return bool(_MONTHLY.fullmatch(after.folded))
    return True


def _year(item: Item, tokens: Tokens) -> bool:
    """Take a year with a case ending, in brackets, or before a possessed noun ("2026 bütçesi")."""
    year = item.values["bare_year"].year
    after = _next(item, tokens)
    if item.bits & _APOSTROPHE or (item.bits & _SPELLED and not item.bits & _NOM):
        if after is not None and after.folded in _MORE:
            return False
        return _FIRST_YEAR <= year <= _LAST_YEAR or bool(item.bits & _LOC)
    return _FIRST_YEAR <= year <= _LAST_YEAR and not item.bits & _SPELLED and _stands_as_year(item.first, tokens)


def _stands_as_year(place: int, tokens: Tokens) -> bool:
    """Say whether the bare number at a place reads as a year; one of a list reads as the next one does."""
    for _ in range(_LONGEST_LIST):
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        before = tokens[place - 1] if place else None
        if after is None:
            return before is None
        if before is not None and before.folded == "(" and after.folded in {")", ","}:
            return True
        if after.folded not in {"ve", ",", "ile", "veya"} or place + 2 >= len(tokens):
            return _before_noun(place + 1, tokens)
        place += 2
        if tokens[place].kind != "number" or len(tokens[place].folded) != 4:
            return False
        if tokens[place].suffix:
            return True
    return False


_LONGEST_LIST = 8


def _before_noun(place: int, tokens: Tokens) -> bool:
    """Say whether a possessed noun follows, at once or at the end of a name: "2026 Dünya Kupası"."""
    for token in tokens[place : place + 4]:
        if token.kind != "word":
            return False
        if _POSSESSED.fullmatch(token.folded):
            return True
        if not token.capital:
            return False
    return False


def _weekday(item: Item, tokens: Tokens) -> bool:
    """Take a weekday; "pazar" is a market unless it has "günü" or a capital within the sentence."""
    weekday = item.values["weekday_date"].weekday
    after = _next(item, tokens)
    if weekday == 5 and after is not None and after.folded in _NOT_AFTER_FRIDAY:
        return False
    if weekday != 7 or item.last - item.first > 1 or len(tokens) == 1:
        return True
    if not item.bits & _CAPITAL or (item.bits & _POSS and not item.bits & _APOSTROPHE):
        return False
    before = _previous(item, tokens)
    return bool(item.bits & _APOSTROPHE) or (before is not None and not (before.kind == "word" and before.capital))


def _length(item: Item, tokens: Tokens) -> bool:
    """Take a length; "bir gün" alone is "some day", "bir ayı" a bear."""
    amount, unit = item.values["length"].parts[0]
    after = _next(item, tokens)
    if amount == 1 and tokens[item.last - 1].folded == "ayı" and (after is None or after.folded not in _MORE):
        return False
    single = amount == 1 and unit == "day" and item.bits & _NOM
    return not (single and tokens[item.first].folded == "bir" and len(tokens) > 2)


def _part(item: Item, tokens: Tokens) -> bool:
    """Take a part of the day that is no part of a name or of another noun."""
    after = _next(item, tokens)
    if after is not None and (after.folded in _NOT_AFTER_DAYPART or (after.capital and item.bits & _CAPITAL)):
        return False
    if after is not None and (_DEED.fullmatch(after.folded) or _OF_A_DAYPART.fullmatch(after.folded)):
        return False
    before = _previous(item, tokens)
    if before is not None and before.folded in _NOT_BEFORE_DAYPART:
        return False
    return item.bits & _NOM != 0 and not item.bits & (_APOSTROPHE | _PLURAL)


def _short_date(item: Item, tokens: Tokens) -> bool:
    """Take a day and month in digits where they cannot be a fraction."""
    date = item.values["short_date"]
    if (date.day, date.month) == (24, 7):
        return bool(item.bits & _LOC)
    return bool(item.bits & (_LOC | _ABL) or (date.day or 0) > 12 or len(tokens) == item.last - item.first)


def _short_day(_item: Item, tokens: Tokens) -> bool:
    """Take a shortened weekday where nothing else stands, as in the cell of a table."""
    return len(tokens) == 1


def _bare_time(item: Item, tokens: Tokens) -> bool:
    """Take "19.00'da" before a verb of beginning; elsewhere digits with a dot are a price or a score."""
    after = _next(item, tokens)
    if after is None:
        return False
    return after.folded in _AS_OF or bool(item.bits & _LOC and _AT_A_TIME.fullmatch(after.folded))


_AS_OF = frozenset({"itibarıyla", "itibariyle"})


def _season(item: Item, _tokens: Tokens) -> bool:
    """Take "ilkbaharda"; "yaz" and "kış" alone are mostly parts of other nouns."""
    return bool(item.bits & _LOC)


def _bare_hour(item: Item, tokens: Tokens) -> bool:
    """Take an hour alone ("7'de döneceğim") where a clause begins and somebody comes, goes or begins."""
    return _opens_clause(item, tokens) and _meets(item, tokens)


def _bare_hours(item: Item, tokens: Tokens) -> bool:
    """Take hours alone ("13'ten 16'ya kadar toplantıda") where no count can stand."""
    before = _previous(item, tokens)
    if before is not None and _COUNTED.fullmatch(before.folded):
        return False
    after = _next(item, tokens)
    if after is None or after.kind == "mark":
        return _opens_clause(item, tokens)
    return bool(_OCCUPIED.fullmatch(after.folded))


def _opens_clause(item: Item, tokens: Tokens) -> bool:
    before = _previous(item, tokens)
    return before is None or before.kind == "mark" or before.folded in {"ve", "ama", "ancak", "lütfen", "için"}


def _meets(item: Item, tokens: Tokens) -> bool:
    """Say whether one of the next two words tells of coming, going or beginning."""
    return any(_COMING.fullmatch(token.folded) for token in tokens[item.last : item.last + 2])


def _vague_past(item: Item, tokens: Tokens) -> bool:
    """Take "daha önce" for the past, but not "rakibinden daha önce", which compares."""
    before = _previous(item, tokens)
    if before is None or before.folded in _NO_COMPARISON:
        return True
    return not (before.suffix or before.folded).endswith(("dan", "den", "tan", "ten"))


_NO_COMPARISON = frozenset({"tarafından", "açısından", "bakımından", "yüzünden", "nedeninden"})


TESTS: dict[str, Callable[[Item, Tokens], bool]] = {
    "bare_month": _month, "bare_year": _year, "weekday_date": _weekday, "length": _length, "part": _part,
    "bare_time": _bare_time, "bare_hour": _bare_hour, "bare_hours": _bare_hours, "bare_day": _bare_hour,
    "vague_past": _vague_past, "season_date": _season,
    "short_date": _short_date, "short_day": _short_day,
}  # fmt: skip
