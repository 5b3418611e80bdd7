"""Sentences: where a text of running words is cut.

A sentence ends at a full stop, question mark, exclamation mark or ellipsis that neither stands inside quotation marks
or brackets nor belongs to an abbreviation, an ordinal, an initial or a number. A blank line ends one always, a single
line end never. What a language adds is data: `sentences.toml` in its folder.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from briefings.languages.casing import lower
from briefings.languages.quotation_marks import enclosed_spans
from briefings.model import Span
from briefings.model.values import dataclass

_LONGEST_ABBREVIATION = 24
_CLOSERS = frozenset("\"'”’»)]}›")
_CLOSING = " \n\"'”’»)]."
_CLOSING_ROOM = 8
_ENOUGH_AFTER = 80
_LONGEST_UNKNOWN_ABBREVIATION = 4
_BEFORE_A_SENTENCE = frozenset("\"'“‘«„([{‹`-–—•*·¿¡")
_INSIDE = frozenset(".,;:")
_QUOTATION_OPENERS = frozenset("\"'“‘«„`")

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|[\u2029\f]")
_TERMINATOR = re.compile(r"[.?!…。！？]+")
_FOOTNOTES = re.compile(r"\s?(?:\[\d{1,3}\]\s?){0,8}\[\d{1,3}\](?:\s?\[[a-z][a-z ]{3,30}\])?")
_NAME_AND_VERB = re.compile(r"(?:[^\W\d_][\w'’.-]{0,30}\s{1,3}){1,4}?([a-z]{2,14})\b")
_WORD = re.compile(r"[^\W_][\w'’]{0,30}")
_MIXED_CASE = re.compile(r"[a-z]{1,6}[A-Z]")
_GLUED_BEFORE = re.compile(r"[^\W\d_]{2,}[^\W\d_A-Z]$")
_GLUED_AFTER = re.compile(r"[^\W\d_]{2,30}(?=[\s,'’]|$)")
_DOMAIN_ENDINGS = frozenset({"com", "net", "org", "gov", "edu", "info"})
_ORDINAL = re.compile(r"\d{1,3}|[IVXL]{2,6}")
_ROMAN = re.compile(r"[IVXL]{1,6}\b")
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_CAPITALS = r"[A-ZÇĞİÖŞÜ]{2,}(?:['’][A-ZÇĞİÖŞÜ]+)?"
_HEADING = re.compile(
    rf"[\"“‘]?(?:{_CAPITALS}[,:]? ){{2,}}{_CAPITALS}[\"”’]?(?= [A-ZÇĞİÖŞÜ][\w'’]*[a-zçğıöşü])",
)
_BULLETS = " * "
_BULLET = re.compile(r"(?<=[^\W\d][.!?]|[^\W\d]{2}) (?=\* [^\W\d])")
_LETTERED = re.compile(r"[a-zçş]\. [A-ZÇĞİÖŞÜ]")
_LONG_WORD = 5
_LONG_WORDS = 2
_VOWELLESS = re.compile(r"[^\W\d_aeıioöuüyâîûAEIİOÖUÜY]{2,4}")


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a language writes sentences."""

    language: str
    ordinals: bool
    headings: bool
    """Headings in capitals stand in the running text, without a stop."""
    small_openers: bool
    before_names: frozenset[str]
    before_numbers: frozenset[str]
    anywhere: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A place where a sentence may end: what stands before it and what comes next."""

    mark: str
    """The full stop, question mark … itself."""
    before: str
    """The word the mark is fixed to, "" when a space stands between."""
    opens_sentence: bool
    """That word is the first of its sentence."""
    quoted: bool
    """A closing quotation mark follows the mark."""
    opener: str
    """What stands between the white space and the next letter or digit."""
    after: str
    """The words that come next."""


@lru_cache(maxsize=4)
def _manner_of(language: str) -> _Manner:
    """Read a language's data; languages without any are cut like English."""
    code = language.partition("-")[0]
    code = code if code in {"tr", "en"} else "en"
    data = tomllib.loads((files("briefings.languages") / code / "sentences.toml").read_text(encoding="utf-8"))
    names = ("before_names", "before_numbers", "anywhere", "openers", "speech")
    return _Manner(
        code,
        data["ordinals"],
        data["headings"],
        data["small_openers"],
        *(frozenset(data[name].split()) for name in names),
    )


def sentence_spans(text: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """Give the sentences of `text[start:end]` without outer white space; offsets are into `text`. Linear in length."""
    manner = _manner_of(language)
    found: list[Span] = []
    edges = [start, *(match.start() for match in _BLANK_LINE.finditer(text, start, end)), end]
    for first, last in pairwise(edges):
        cuts = [first, *_cuts(text, first, last, manner), last]
        for pair in pairwise(cuts):
            pieces = [pair[0], *_stopless(text, *pair, manner), pair[1]]
            found.extend(span for piece in pairwise(pieces) if (span := _trimmed(text, *piece)))
    return tuple(found)


def _stopless(text: str, start: int, end: int, manner: _Manner) -> list[int]:
    """Give where a sentence is cut without a stop: before a bullet, behind a heading in capitals that begins it."""
    cuts: list[int] = []
    if text.find(_BULLETS, start, end) >= 0:
        cuts += [match.start() for match in _BULLET.finditer(text, start, end)]
    if not manner.headings:
        return cuts
    begins = start + len(text[start:end]) - len(text[start:end].lstrip())
    heading = _HEADING.match(text, begins, end)
    if heading is not None and sum(len(word) >= _LONG_WORD for word in heading.group().split()) >= _LONG_WORDS:
        cuts.append(heading.end())
    return sorted(cuts)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Take white space off both ends; None when nothing is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return Span(left, right) if left < right else None


def _cuts(text: str, start: int, end: int, manner: _Manner) -> list[int]:
    """Give the offsets at which sentences within one paragraph end."""
    enclosed = enclosed_spans(text, start, end)
    cuts = [start]
    inner = 0
    for mark in _TERMINATOR.finditer(text, start, end):
        while inner < len(enclosed) and enclosed[inner].end <= mark.start():
            inner += 1
        stop = _past_closers(text, mark.end(), end)
        if inner < len(enclosed) and enclosed[inner].start < mark.start():
            outside = enclosed[inner].end
            if outside - mark.end() > _CLOSING_ROOM or text[mark.end() : outside].strip(_CLOSING):
                continue
            stop = max(stop, _past_closers(text, outside, end))
        if stop < end and _may_end(text, mark, stop) and _ends_sentence(_edge(text, mark, stop, cuts[-1], end), manner):
            cuts.append(stop)
    return cuts[1:]


def _may_end(text: str, mark: re.Match[str], stop: int) -> bool:
    """Say, quickly, whether white space follows a mark, or a capital behind a letter."""
    return text[stop].isspace() or (text[stop].isupper() and mark.start() > 0 and text[mark.start() - 1].isalpha())


def _past_closers(text: str, position: int, end: int) -> int:
    """Skip closing quotation marks, brackets and footnote numbers that belong to the sentence before them."""
    while position < end and text[position] in _CLOSERS:
        position += 1
    footnotes = _FOOTNOTES.match(text, position, end)
    return footnotes.end() if footnotes else position


def _edge(text: str, mark: re.Match[str], stop: int, begun: int, end: int) -> _Edge:
    """Look at both sides of a mark; `begun` is where its sentence begins."""
    left = max(begun, mark.start() - _LONGEST_ABBREVIATION)
    around = text[left : mark.start()]
    before = "" if not around or around[-1].isspace() else around.split()[-1]
    opens = not text[left : mark.start() - len(before)].strip() and left == begun
    follow = stop
    while follow < end and (text[follow].isspace() or text[follow] in _BEFORE_A_SENTENCE):
        follow += 1
    return _Edge(
        mark=mark.group(),
        before=before.lstrip("\"'“‘«„([{‹`"),
        opens_sentence=opens,
        quoted=any(character in "\"'”’»" for character in text[mark.end() : stop]),
        opener=text[stop:follow],
        after=text[follow : min(end, follow + _ENOUGH_AFTER)],
    )


def _ends_sentence(edge: _Edge, manner: _Manner) -> bool:
    """Say whether a sentence ends here."""
    if not edge.opener[:1].isspace():
        return _glued(edge, manner)
    first = edge.after[:1]
    if not first or first in _INSIDE:
        return False
    if first.islower():
        return edge.mark == "." and _lower_case_opens(edge, manner) and not _shortened(edge, manner)
    if edge.mark != ".":
        return not (edge.quoted and _spoken(edge, manner))
    return not _shortened(edge, manner)


def _lower_case_opens(edge: _Edge, manner: _Manner) -> bool:
    """Say whether a sentence may open with a small letter: a quotation, "iPhone", or anything after a plain word."""
    if edge.opener[-1] in _QUOTATION_OPENERS or _MIXED_CASE.match(edge.after) or _LETTERED.match(edge.after):
        return True
    word = _WORD.match(edge.after)
    if not manner.small_openers or edge.quoted or (word and word.group() in manner.speech):
        return False
    return len(edge.before) > _LONGEST_UNKNOWN_ABBREVIATION and edge.before.isalpha()


def _glued(edge: _Edge, manner: _Manner) -> bool:
    """Say whether a blank is missing after a full stop: "geldi.Ahmet"."""
    if edge.opener or not edge.after[:1].isupper() or not _GLUED_BEFORE.search(edge.before):
        return False
    if any(character in "./@:_" for character in edge.before):
        return False
    after = _GLUED_AFTER.match(edge.after)
    return after is not None and lower(after.group(), manner.language) not in _DOMAIN_ENDINGS


def _spoken(edge: _Edge, manner: _Manner) -> bool:
    """Say whether the speaker and the verb of speech follow: "Really?" Smith asked."""
    match = _NAME_AND_VERB.match(edge.after)
    return match is not None and match.group(1) in manner.speech


def _shortened(edge: _Edge, manner: _Manner) -> bool:
    """Say whether the full stop belongs to the word before it rather than to the sentence."""
    word = lower(edge.before, manner.language)
    number_next = edge.after[:1].isdigit() or bool(_ROMAN.match(edge.after))
    if word in manner.before_names:
        return True
    if word in manner.before_numbers and number_next:
        return True
    if edge.opens_sentence and len(word) == 1:
        return True
    if _ORDINAL.fullmatch(edge.before):
        return edge.opens_sentence or (manner.ordinals and not _opener_next(edge, manner))
    if word in manner.anywhere or _initials(edge.before):
        return not _opener_next(edge, manner)
    return False


def _initials(word: str) -> bool:
    """Say whether a word is a single capital, letters with full stops between ("p.m"), or has no vowel ("krş")."""
    if len(word) == 1:
        return word.isupper()
    return bool(_DOTTED.fullmatch(word)) or (not word.isupper() and bool(_VOWELLESS.fullmatch(word)))


def _opener_next(edge: _Edge, manner: _Manner) -> bool:
    """Say whether the next word is one that opens sentences, or a quotation begins."""
    match = _WORD.match(edge.after)
    return match is not None and lower(match.group(), manner.language) in manner.openers
