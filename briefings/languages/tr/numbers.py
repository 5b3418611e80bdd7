"""Turkish numbers: "93 bin 973", "onbeş", "üç buçuk milyon", "yarım milyon", "üçte bir", "on ikinci", "19.".

Several number words mean something else as well (yüz "face", yedi "ate", altı "its underside", on, bin, bir); those
stand guard in `numbers.toml`.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.languages.fractions import SIGNS, closed, sign_value, with_fraction, with_spelled_decimals
from briefings.languages.numerals import Numeral, Role, Vocabulary, Word, quotient, read_cardinal, with_exponent
from briefings.languages.tr.suffixes import suffix_of
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token
    from briefings.languages.tr.suffixes import Case

_CASES: tuple[Case, ...] = ("genitive", "dative", "locative", "ablative", "accusative")
_ROLES: tuple[Role, ...] = ("unit", "ten", "hundred", "scale")
_DIGIT_ORDINAL = re.compile(r"[ıiuü]?nc[ıiuü]")
_PART = re.compile(r"s?[ıiuü](?:n(?:[ıiuü]n?|[ae]|[dt][ae]n?))?")
_ORDINAL_END = r"(?:s[ıiuü](?:n[a-zıü]{1,4})?|y[aeıiuü]|n[ıiuü]n|[dt][ae]n?|l[ıiuü][kğ][a-zıüğ]{0,5})?"
_MORE_OFTEN_WORDS = frozenset({"yedi", "altı", "yüz", "bin"})
_LARGE = frozenset({"bin", "yüz", "elli", "kırk"})
_COMPARED = frozenset({"yakın", "aşkın", "aşan", "fazla"})
_BEFORE_NUMBERS = frozenset({"ilk", "yüzde"})
_LOCATIVE = frozenset({"te", "de", "ta", "da"})
_SHORTEST_GLUED = 5
_CACHED_WORDS = 16_384


@dataclass(frozen=True, slots=True)
class _Words:
    """What `numbers.toml` holds, ready for use."""

    vocabulary: Vocabulary
    ordinal: re.Pattern[str]
    beginnings: frozenset[str]
    pieces: tuple[str, ...]
    glued: re.Pattern[str]
    piece: re.Pattern[str]
    dozens: dict[str, int]
    halves: dict[str, Decimal]
    not_after_half: frozenset[str]
    point: frozenset[str]
    guarded: dict[str, frozenset[str]]


@cache
def _words() -> _Words:
    data = tomllib.loads(files("briefings.languages").joinpath("tr", "numbers.toml").read_text(encoding="utf-8"))
    plain = {name: Word(value, role) for role in _ROLES for name, value in data["words"][role].items()}
    ordinals = dict(pair.split("=") for pair in data["ordinals"]["words"].split())
    forms = dict(plain)
    for name, word in plain.items():
        forms.update({name + (end := suffix_of(name, case)): word._replace(suffix=end) for case in _CASES})
    forms.update({name: plain[base]._replace(ordinal=True) for name, base in ordinals.items()})
    for name, word in plain.items():
        forms.update({form: word._replace(suffix=form[len(name) :]) for form in _further_forms(name)})
    forms.update({"dörde": plain["dört"]._replace(suffix="e"), "dördü": plain["dört"]._replace(suffix="ü")})
    forms.update({"dördün": plain["dört"]._replace(suffix="ün")})
    by_length = "|".join(sorted(plain, key=len, reverse=True))
    symbols = data["symbols"]
    fractions = data["fractions"]
    return _Words(
        Vocabulary(forms, symbols["glued_or_apart"], symbols["glued_capital"], "", ".", one_hundred=False),
        re.compile(rf"({'|'.join(ordinals)}){_ORDINAL_END}"),
        frozenset(forms) | frozenset(fractions["halves"]) | SIGNS,
        tuple(plain),
        re.compile(rf"(?:{by_length}){{2,12}}(?:{'|'.join(ordinals)})?"),
        re.compile(rf"{'|'.join(sorted(ordinals, key=len, reverse=True))}|{by_length}"),
        fractions["dozen"],
        {name: Decimal(value) for name, value in fractions["halves"].items()},
        frozenset(fractions["halves_not_before"].split()),
        frozenset(fractions["point"].split()),
        {name: frozenset(value.split()) for name, value in data["guarded"].items()},
    )


def _further_forms(name: str) -> list[str]:
    """Give forms of a number word besides its cases: yedisi, yedisini, yedidir, yediydi, yedişer, yedilik."""
    vowel = suffix_of(name, "accusative")[-1]
    open_end, hard = name[-1] in "aeıioöuü", suffix_of(name, "locative")[0]
    part = ("s" if open_end else "") + vowel
    place = "de" if vowel in "iü" else "da"
    parts = [part + "n" + end for end in (vowel, vowel + "n", place[1], place, place + "n")]
    if open_end:
        parts.append(part)
    each = [("ş" if open_end else "") + place[1] + "r", f"l{vowel}k"]
    verbs = [f"{hard}{vowel}r", f"y{hard}{vowel}" if open_end else f"{hard}{vowel}"]
    soft = name.removesuffix("t") + "d" if name == "dört" else name
    return [(soft if end[0] in "aeıioöuü" else name) + end for end in parts + verbs + each]


def beginnings(tokens: Sequence[Token]) -> list[int]:
    """Give, quickly, the tokens with which a number may begin."""
    return [place for place, token in enumerate(tokens) if token.kind == "number" or _may_begin(token.folded)]


@lru_cache(maxsize=_CACHED_WORDS)
def _may_begin(word: str) -> bool:
    words = _words()
    return word in words.beginnings or (len(word) >= _SHORTEST_GLUED and word.startswith(words.pieces))


def read_number(tokens: Sequence[Token], first: int, text: str, barred: frozenset[int]) -> Numeral | None:
    """Read the number that begins at token `first`, None when none does; tokens in `barred` belong to dates."""
    words = _words()
    token = tokens[first]
    if token.folded in words.halves:
        return _half(tokens, first, words)
    if token.kind == "word" and token.folded not in words.vocabulary.words:
        return _ordinal_form(token, first, words) or _glued(token, first, words) or _sign(token, first, text)
    numeral = read_cardinal(tokens, first, text, words.vocabulary, barred)
    if numeral is None or not _meant(numeral, tokens, words):
        return None
    if numeral.ordinal:
        return numeral
    if token.folded == "bir" and numeral.plain and len(tokens) > 1:
        numeral = replace(numeral, doubtful=True)
    return _extended(numeral, tokens, text, words, barred)


def _half(tokens: Sequence[Token], first: int, words: _Words) -> Numeral | None:
    """Read "yarım milyon", "çeyrek milyar", "yarım düzine", and "yarım" alone."""
    token = tokens[first]
    value = words.halves[token.folded]
    numeral = Numeral(value, first, first + 1, token.start, token.end, spelled=True, plain=False)
    following = tokens[first + 1].folded if first + 1 < len(tokens) else ""
    factor = words.dozens.get(following) or _scale(following, words)
    if factor:
        return closed(numeral, value * factor, tokens, first + 2)
    return numeral if token.folded == "yarım" and following not in words.not_after_half else None


def _scale(word: str, words: _Words) -> int:
    entry = words.vocabulary.words.get(word)
    return entry.value if entry and entry.role == "scale" and not entry.ordinal else 0


def _sign(token: Token, first: int, text: str) -> Numeral | None:
    value = sign_value(token, text)
    return None if value is None else Numeral(value, first, first + 1, token.start, token.end, plain=False)


def _ordinal_form(token: Token, first: int, words: _Words) -> Numeral | None:
    """Read an ordinal with a suffix: "birincisi", "üçüncülük"."""
    match = words.ordinal.fullmatch(token.folded)
    if match is None:
        return None
    value = Decimal(words.vocabulary.words[match[1]].value)
    return Numeral(value, first, first + 1, token.start, token.end, ordinal=True, spelled=True, suffix="x")


def _glued(token: Token, first: int, words: _Words) -> Numeral | None:
    """Read number words written together: "onbeş", "onbinaltıyüz", "yirmibirinci"."""
    if not words.glued.fullmatch(token.folded):
        return None
    pieces = [_piece(token, match) for match in words.piece.finditer(token.folded)]
    numeral = read_cardinal(pieces, 0, "", words.vocabulary, frozenset())
    if numeral is None or numeral.next != len(pieces):
        return None
    end = token.end
    return replace(numeral, first=first, next=first + 1, start=token.start, end=end, suffix=token.suffix, plain=False)


def _piece(token: Token, match: re.Match[str]) -> Token:
    start, end = token.start + match.start(), token.start + match.end()
    return replace(token, start=start, end=end, after=end, folded=match.group(), suffix="")


def _meant(numeral: Numeral, tokens: Sequence[Token], words: _Words) -> bool:
    """Say whether a lone number word is a number here, not another word of the same form."""
    if not (numeral.spelled and numeral.next - numeral.first == 1):
        return True
    token = tokens[numeral.first]
    before = tokens[numeral.first - 1].folded if numeral.first else ""
    after = tokens[numeral.next] if numeral.next < len(tokens) else None
    base = token.folded if not numeral.suffix else token.folded.removesuffix(numeral.suffix)
    follows = after.folded if after else ""
    if numeral.suffix and not token.suffix and (base in words.guarded["inflected"] or numeral.suffix.startswith("l")):
        return (base in _LARGE and follows in _COMPARED) or _is_part(numeral, before, after, words)
    if before in words.guarded.get(f"{base}_after", ()) or follows in words.guarded.get(f"{base}_before", ()):
        return False
    if base == "bin" and _within_a_name(tokens, numeral):
        return False
    if base not in _MORE_OFTEN_WORDS or numeral.ordinal:
        return True
    noun = after is not None and after.kind == "word" and follows not in words.guarded["not_a_noun"]
    return noun or before in _BEFORE_NUMBERS or len(tokens) == 1


def _is_part(numeral: Numeral, before: str, after: Token | None, words: _Words) -> bool:
    """Say whether a form with other meanings tells a part: "ilk onda", "yedisi", "onda biri", "yedide ikisini"."""
    if numeral.suffix.startswith("l"):
        return False
    part = words.vocabulary.words.get(after.folded) if after else None
    named = numeral.suffix in _LOCATIVE and part is not None and part.suffix != "" and part.value < numeral.value
    return before == "ilk" or numeral.suffix.startswith("s") or named


def _within_a_name(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Say whether capitals stand on both sides, as in "Muhammed bin Selman"."""
    inside = numeral.first > 0 and numeral.next < len(tokens)
    return inside and tokens[numeral.first - 1].capital and tokens[numeral.next].capital


def _extended(numeral: Numeral, tokens: Sequence[Token], text: str, words: _Words, barred: frozenset[int]) -> Numeral:
    """Read what may follow a number: a power, a fraction, "buçuk", "nokta", "bölü", "düzine", "… -te bir"."""
    numeral = with_fraction(with_exponent(numeral, tokens, text), tokens, text)
    if numeral.next >= len(tokens) or numeral.next in barred:
        return _ordinal_digits(numeral, tokens)
    word = tokens[numeral.next].folded
    further: Numeral | None = None
    if numeral.suffix and (numeral.first == 0 or tokens[numeral.first - 1].folded != "ilk"):
        further = _part(numeral, tokens, text, words, barred)
    elif word == "buçuk":
        further = _and_a_half(numeral, tokens, words)
    elif word in words.point:
        further = with_spelled_decimals(numeral, tokens, text, words.vocabulary, barred)
    elif word in words.dozens:
        further = closed(numeral, numeral.value * words.dozens[word], tokens, numeral.next + 1)
    elif word == "bölü":
        further = _divided(numeral, tokens, text, words, barred)
    return further or _ordinal_digits(numeral, tokens)


def _divided(
    numeral: Numeral, tokens: Sequence[Token], text: str, words: _Words, barred: frozenset[int]
) -> Numeral | None:
    """Read "beş bölü sekiz"."""
    if numeral.next + 1 >= len(tokens):
        return None
    below = read_cardinal(tokens, numeral.next + 1, text, words.vocabulary, barred)
    return closed(numeral, quotient(numeral.value, below.value), tokens, below.next) if below and below.value else None


def _and_a_half(numeral: Numeral, tokens: Sequence[Token], words: _Words) -> Numeral:
    value = numeral.value + Decimal("0.5")
    after = tokens[numeral.next + 1].folded if numeral.next + 1 < len(tokens) else ""
    if scale := _scale(after, words):
        return closed(numeral, value * scale, tokens, numeral.next + 2)
    return closed(numeral, value, tokens, numeral.next + 1)


def _part(
    numeral: Numeral, tokens: Sequence[Token], text: str, words: _Words, barred: frozenset[int]
) -> Numeral | None:
    """Read "üçte bir", "5'te 2'si", "dörtte üçü"."""
    if numeral.suffix not in _LOCATIVE or numeral.value < 2 or numeral.value > 1000:
        return None
    part = tokens[numeral.next]
    told = part.kind == "word" or _PART.fullmatch(part.suffix) is not None
    above = read_cardinal(tokens, numeral.next, text, words.vocabulary, barred) if told else None
    if above is None or above.ordinal or not 0 < above.value < numeral.value:
        return None
    return closed(numeral, quotient(above.value, numeral.value), tokens, above.next)


def _ordinal_digits(numeral: Numeral, tokens: Sequence[Token]) -> Numeral:
    """Read the ordinals of digits: "2'nci", and "19." when a word follows in the same sentence."""
    if not numeral.plain or numeral.spelled or numeral.value != numeral.value.to_integral_value():
        return numeral
    if _DIGIT_ORDINAL.match(numeral.suffix):
        return replace(numeral, ordinal=True, end=tokens[numeral.next - 1].after)
    if numeral.suffix or numeral.next + 1 >= len(tokens):
        return numeral
    stop, after = tokens[numeral.next], tokens[numeral.next + 1]
    if stop.folded == "." and stop.start == numeral.end and (after.kind == "word" or stop.suffix):
        return replace(numeral, ordinal=True, next=numeral.next + 1)
    return numeral


def number_words() -> dict[str, Word]:
    """Give the number words with what each is."""
    return _words().vocabulary.words


def scale_of(token: Token) -> int:
    """Give the factor of a word such as "milyon", 0 for other words."""
    entry = _words().vocabulary.words.get(token.folded)
    return entry.value if entry and entry.role in {"hundred", "scale"} and not entry.ordinal else 0
