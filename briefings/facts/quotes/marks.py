"""Which stretches of a block stand in quotation marks, and which marks are only apostrophes or inches.

Double marks (“…”, „…“, "…", «…», ''…'') and single ones (‘…’, '…') are paired in two passes over the block, so that
neither can swallow the other; then only the outermost stretches are kept. Linear in the length of the block.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from briefings.model.values import dataclass

_DOUBLE = re.compile(r"[\"“”„‟«»]|''|``|‘‘|’’")
_SINGLE = re.compile(r"[‘’']")
_FAMILY = {
    '"': "straight", "“": "curly", "”": "curly", "„": "curly", "‟": "curly", "«": "angle", "»": "angle",
    "''": "typed", "``": "typed", "‘‘": "typed", "’’": "typed",
}  # fmt: skip
_OPENS = frozenset("„«‟")
_LONGEST = 4000
"""Code points: a mark that finds no partner within a page of print was left open by mistake."""
_LONGEST_SINGLE = 1000
_LONGEST_WORD = 40
_LAST_WORD = re.compile(r"(?<![^\W_])[^\W_]{1,40}\Z")
_UNLIKE = {"curly": '"', "straight": "”"}
"""What closes, by mistake, a mark of the other family: "… ” and “ … "."""
_BEFORE_AN_OPENING = frozenset('([{-–—/:;,"“«„')


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in quotation marks: `start`/`end` without the marks and outer white space, `left`/`right` with them."""

    start: int
    end: int
    left: int
    right: int
    unclosed: bool = False
    """The paragraph ends before the quotation does, and the next paragraph opens it anew."""
    resumed: bool = False
    """Goes on with the quotation the paragraph before left open."""
    last: str = ""
    """The last word, for what it says of the clause the marks stand in."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A mark that waits for its partner."""

    left: int
    inner: int
    family: str


def marked_in(text: str, start: int, end: int) -> tuple[tuple[Marked, ...], Marked | None]:
    """Give the outermost stretches in marks within `text[start:end]`, and the one left open at its end, if any."""
    doubles, rest = _doubles(text, start, end)
    found = sorted([*doubles, *_singles(text, start, end)], key=lambda one: (one.left, -one.right))
    outer: list[Marked] = []
    for one in found:
        if not outer or one.left >= outer[-1].right:
            outer.append(one)
    return tuple(outer), rest


def is_title(words: str) -> bool:
    """Say whether words in marks look like the title of a work or a project: several, each long one with a capital."""
    parts = [word for word in words.split() if len(word) > 3]
    return len(parts) > 1 and all(word[0].isupper() for word in parts)


def first_closing(text: str, opening: int, start: int, end: int) -> int | None:
    """Find the mark in `text[start:end]` that closes the one at `opening`; `end` when there is no mark of its family.

    None when the first mark of the family opens again.
    """
    family = _FAMILY.get(text[opening], "typed")
    for match in _DOUBLE.finditer(text, start, end):
        if _FAMILY[match.group()] == family:
            closes = match.start() > start and not text[match.start() - 1].isspace() and match.group() != "“"
            return match.start() if closes and len(match.group()) == 1 else None
    return end


def _doubles(text: str, start: int, end: int) -> tuple[list[Marked], Marked | None]:
    """Pair double marks: a pair is of one family, and the mark itself or the white space around it says its part."""
    marks = list(_DOUBLE.finditer(text, start, end))
    found: list[Marked] = []
    opened: _Opened | None = None
    before: re.Match[str] | None = None
    for match, following in zip_longest(marks, marks[1:]):
        family = _FAMILY[match.group()]
        if opened and match.start() - opened.left > _LONGEST:
            opened = None
        if opened is None:
            if _may_open(text, match, start, end):
                opened = _Opened(match.start(), match.end(), family)
        elif family == opened.family:
            if _opens_anew(text, match, following, start, end):
                opened = _Opened(match.start(), match.end(), family)
            else:
                _keep(found, text, opened, match.start(), match.end())
                opened = None
        elif before and before.start() == opened.left and _closes_unlike(text, opened, match, following, start, end):
            _keep(found, text, opened, match.start(), match.end())
            opened = None
        before = match
    if opened and end - opened.left <= _LONGEST:
        rest: list[Marked] = []
        _keep(rest, text, opened, end, end)
        return found, rest[0] if rest else None
    return found, None


def _may_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Say whether a mark can open: not inches (15"), not a closing mark without its partner."""
    mark = match.group()
    if mark == "»" or match.end() >= end or (mark == "”" and not _free_left(text, match.start(), start)):
        return False
    if mark == '"' and not _free_left(text, match.start(), start):
        return not text[match.end()].isspace() and not text[match.start() - 1].isdigit()
    return True


def _opens_anew(text: str, match: re.Match[str], following: re.Match[str] | None, start: int, end: int) -> bool:
    """Say whether a mark of the open family opens again, which shows that the one before it was left open.

    A straight mark with white space before it only ("söyledi "Hava) does so when the next one can but close; else the
    white space stands on the wrong side ("Hava "dedi).
    """
    mark = match.group()
    if mark in _OPENS:
        return True
    if mark not in {"“", '"'} or not _looks_opening(text, match, start, end):
        return False
    if mark == "“":
        return True
    return following is not None and following.group() == '"' and _looks_closing(text, following, start, end)


def _closes_unlike(
    text: str, opened: _Opened, match: re.Match[str], following: re.Match[str] | None, start: int, end: int
) -> bool:
    """Say whether the next mark closes one of the other family, as no mark behind it can; inches (15") do not."""
    if match.group() != _UNLIKE.get(opened.family) or not _looks_closing(text, match, start, end):
        return False
    inches = text[match.start() - 1].isdigit()
    return not inches and (following is None or _looks_opening(text, following, start, end))


def _looks_opening(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Say whether white space stands before a mark and none behind it."""
    return _free_left(text, match.start(), start) and match.end() < end and not text[match.end()].isspace()


def _looks_closing(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Say whether a word or a stop stands before a mark, and no word behind it."""
    after = text[match.end()] if match.end() < end else " "
    return match.start() > start and not text[match.start() - 1].isspace() and not after.isalnum()


def _free_left(text: str, position: int, start: int) -> bool:
    """Say whether white space, a bracket or the like stands before a mark."""
    return position == start or text[position - 1].isspace() or text[position - 1] in _BEFORE_AN_OPENING


def _singles(text: str, start: int, end: int) -> list[Marked]:
    """Pair single marks; one between two letters, or after a letter when none is open, is an apostrophe."""
    found: list[Marked] = []
    opened: _Opened | None = None
    for match in _SINGLE.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if opened and match.start() - opened.left > _LONGEST_SINGLE:
            opened = None
        if not (before.isalnum() or before in "'‘’.,!?…)%") and (after.isalpha() or after in '“"['):
            if match.group() != "’":
                opened = _Opened(match.start(), match.end(), match.group())
        elif opened and not before.isspace() and not after.isalnum() and _same_style(opened, match.group()):
            _keep(found, text, opened, match.start(), match.end())
            opened = None
    return found


def _same_style(opened: _Opened, mark: str) -> bool:
    """Say whether a closing mark fits the opening one: ‘…’ or '…'."""
    return mark == ("’" if opened.family == "‘" else "'")


def _keep(found: list[Marked], text: str, opened: _Opened, inner_end: int, right: int) -> None:
    """Add a stretch without the white space inside its marks; one without any word is dropped."""
    inside = text[opened.inner : inner_end]
    start = opened.inner + len(inside) - len(inside.lstrip())
    end = opened.inner + len(inside.rstrip())
    if any(character.isalnum() for character in text[start:end]):
        last = _LAST_WORD.search(text, max(start, end - _LONGEST_WORD), end)
        word = last.group() if last else ""
        found.append(Marked(start, end, opened.left, right, unclosed=inner_end == right, last=word))
