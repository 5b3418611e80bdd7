"""The office a person holds, where the text states it: before the name, or after it between commas."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefings.facts.names.runs import office_until
from briefings.languages.names.loading import table
from briefings.languages.stems import stop_words

if TYPE_CHECKING:
    from briefings.facts.names.parts import Line

LONGEST_ROLE = 14
LONGEST_APPOSITION = 12
MOST_MODIFIERS = 2
SHORTEST_OPENED = 3
_LINKS = frozenset({"of", "for", "at", "to", "in", "with"})
_SAYS = frozenset({"said", "says", "told", "added", "wrote", "warned"})
_BLANKS = frozenset({" ", "\u00a0"})
_GENITIVE = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")
_PLACED = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "ki", "yla", "yle", "ken", "ip", "ıp", "up", "üp")
_DONE = ("ışı", "işi", "uşu", "üşü", "ışa", "işe", "uşa", "üşe")
_DESCRIBING = frozenset({"national", "regional", "local", "international", "general", "chief", "head", "lead", "group"})
_SMALL = frozenset(
    {"former", "acting", "interim", "deputy", "then", "senior", "late", "özel", "genel", "baş", "ulusal"}
)


def role_before(line: Line, first: int, last: int, *, after: int) -> tuple[int, int] | None:
    """Give the token range of the office right before the name `first` to `last`, None when no office stands there.

    `after` is where the name before this one ends: an office never reaches over another person. In English the name
    may stand between commas ("Canada's foreign minister, Claire Dubois,").
    """
    end = first - 1 if _in_commas(line, first, last) else first
    if end <= 0 or (end == first and line.gap(first) not in _BLANKS):
        return None
    start = office_until(line, end)
    if start == end:
        start = _office_of(line, end)
    if start == end:
        return None
    start = _stretched(line, start, end, after)
    while start < end and (line.tokens[start].folded in line.words.connectors or _only_opens(line, start, end)):
        start += 1
    return (start, end) if start < end else None


def _in_commas(line: Line, first: int, last: int) -> bool:
    tokens = line.tokens
    if line.words.language != "en" or first < 2 or last >= len(tokens) or tokens[last - 1].suffix:
        return False
    return tokens[first - 1].folded == "," and (tokens[last].folded == "," or tokens[last].folded in _SAYS)


def _only_opens(line: Line, at: int, end: int) -> bool:
    """Say whether a word only opens the sentence before an office ("Törende Hatay Valisi", "Açılışı … Bakanı")."""
    token = line.tokens[at]
    if line.words.language != "tr" or at > line.start or end - at < SHORTEST_OPENED or not line.tokens[at + 1].capital:
        return False
    if token.folded in line.words.office_starts:
        return False
    return token.folded.endswith(_PLACED) or token.folded.endswith(_DONE)


def _office_of(line: Line, first: int) -> int:
    """Give where "President of Ukraine" begins that ends before a name, `first` when there is none."""
    for at in range(first - 1, max(0, first - LONGEST_ROLE), -1):
        token = line.tokens[at]
        if token.folded == "of":
            start = office_until(line, at)
            return start if start < at else first
        if not token.capital and token.folded not in line.words.connectors:
            break
    return first


def _stretched(line: Line, start: int, first: int, after: int) -> int:
    """Take in what the office is of, leftwards: capitals, joining words between them, "eski", "former"."""
    start = _complemented(line, start, first, after)
    while start > max(after, first - LONGEST_ROLE):
        step = _step(line, start, first)
        if not step:
            break
        start -= step
    return start


def _step(line: Line, start: int, first: int) -> int:
    """Give how many tokens before `start` belong to the office, 0 when none does."""
    tokens, before = line.tokens, line.tokens[start - 1]
    dotted = before.folded == "." and start > 1 and tokens[start - 2].capital and not line.gap(start - 1)
    if dotted or (tokens[start].folded == "." and before.capital):
        return 1
    if before.folded == ")" and start > 3 and tokens[start - 3].folded == "(" and tokens[start - 4].capital:
        return 3
    if before.suffix and not _owns(line, start - 1, first):
        return 0
    if line.gap(start) not in _BLANKS or before.kind == "mark":
        return 0
    joining = before.folded in line.words.connectors and start > 1 and _may_join(line, start - 2)
    if not (before.capital or joining or before.folded in _modifiers()):
        return 0
    opens = start - 1 <= line.start and before.folded in line.words.not_names and before.folded not in _modifiers()
    opens = opens and not _begins_known(line, start - 1)
    return 0 if opens and (line.words.language == "en" or before.folded in stop_words("tr")) else 1


def _begins_known(line: Line, at: int) -> bool:
    """Say whether a word that may only open a sentence begins a name of the table ("New Zealand", "US")."""
    known = line.reading.names.longest_at(line.tokens, at, line.text, line.words.language)
    return known is not None and (known[0] > 1 or line.written(at, at + 1).isupper())


def _owns(line: Line, at: int, first: int) -> bool:
    """Say whether a case ending shows whose office it is: "Portugal's envoy", "Ofisi'nin Müdürü"."""
    token = line.tokens[at]
    if line.words.language == "en":
        return token.suffix == "s" and token.capital
    return token.suffix in _GENITIVE and _is_possessed(line, at + 1, first)


def _complemented(line: Line, start: int, first: int, after: int) -> int:
    """Take in the small words an office needs: "vardiya amiri", "heyetinin başkanı", "regional manager"."""
    if line.words.language == "en":
        for _ in range(MOST_MODIFIERS):
            if start - 1 < after or line.tokens[start].capital or not _describes(line, start - 1):
                break
            start -= 1
        return start
    if not _is_possessed(line, start, first):
        return start
    if start > after and _is_small_noun(line, start - 1) and not line.tokens[start - 1].folded.endswith(_GENITIVE):
        start -= 1
    if start > after and _is_small_noun(line, start - 1) and line.tokens[start - 1].folded.endswith(_GENITIVE):
        start -= 1
    return start


def _describes(line: Line, at: int) -> bool:
    """Say whether a small English word before a small office belongs to it."""
    if at < 0:
        return False
    token, words = line.tokens[at], line.words
    if token.kind != "word" or token.capital or token.suffix or line.gap(at + 1) != " ":
        return False
    if token.folded in _DESCRIBING:
        return True
    barred = token.folded in words.not_names or token.folded in words.person_verbs or token.folded in stop_words("en")
    return len(token.folded) > 2 and not barred and not token.folded.endswith(("ed", "ing", "ly", "s"))


def _is_small_noun(line: Line, at: int) -> bool:
    """Say whether a small Turkish word may be the complement of the office behind it."""
    token = line.tokens[at]
    if token.kind != "word" or token.capital or token.suffix or line.gap(at + 1) != " ":
        return False
    barred = token.folded in line.words.not_names or token.folded in line.words.connectors
    return not barred and token.folded not in stop_words("tr") and not token.folded.endswith(_PLACED)


def _is_possessed(line: Line, start: int, end: int) -> bool:
    return line.folded[start:end] in _possessed()


@cache
def _possessed() -> frozenset[tuple[str, ...]]:
    """Give the offices in the form that asks for a complement ("müdürü", not "müdür")."""
    rows = table("offices")["offices"].values()
    return frozenset(tuple(possessed.split()) for bare, possessed, _ in rows if possessed != bare)


def _may_join(line: Line, at: int) -> bool:
    return line.tokens[at].capital and not line.tokens[at].suffix


@cache
def _modifiers() -> frozenset[str]:
    """Give the words that may stand small within an office: "eski", "former"."""
    return frozenset(word for phrase in table("offices")["modifiers"] for word in phrase.split()) | _SMALL


def role_after(line: Line, last: int) -> tuple[int, int] | None:
    """Give the token range of an office in apposition: "…, the foreign minister of Ukraine,"."""
    tokens = line.tokens
    if line.words.language != "en" or last + 1 >= len(tokens) or tokens[last].folded != "," or tokens[last - 1].suffix:
        return None
    start = last + 1
    if tokens[start].folded in {"the", "a", "an"}:
        start += 1
    for at in range(start, min(len(tokens), start + LONGEST_APPOSITION)):
        if tokens[at].kind == "mark" and tokens[at].folded not in "-&'’":
            return (start, at) if _holds_office(line, start, at) and tokens[at].folded in ",." else None
        if tokens[at].suffix not in {"", "s"}:
            return None
    return None


def _holds_office(line: Line, first: int, last: int) -> bool:
    """Say whether the words up to the first preposition end in an office."""
    end = next((at for at in range(first, last) if line.tokens[at].folded in _LINKS), last)
    return end > first and office_until(line, end) < end
