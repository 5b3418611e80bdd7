"""Stretches of a text that stand inside quotation marks or round brackets, for all the marks newspapers use.

Only balanced marks count, and only within a sensible length, so that one mark left open cannot swallow an article.
"""

from __future__ import annotations

import re
from typing import Literal

from briefings.model import Span

Role = Literal["open", "close", "either", "none"]

_MARK = re.compile(r"[“”„«»‘’\"()]|``|''|'(?<!\w')(?=\w)|'(?<=[\w.,!?…]')(?!\w)")
_FAMILIES = {
    "“": "curly", "”": "curly", "„": "curly", "«": "angle", "»": "angle", "‘": "single", "’": "single",
    '"': "straight", "(": "round", ")": "round", "``": "typed", "''": "typed", "'": "apostrophe",
}  # fmt: skip
_LONGEST = {
    "curly": 3000,
    "angle": 3000,
    "straight": 2000,
    "typed": 2000,
    "single": 250,
    "apostrophe": 250,
    "round": 400,
}
_LIKE = {"curly": "straight", "straight": "curly"}
_LONGEST_LOOSE = 300
_STOPS = frozenset(".,!?…")
_FIXED: dict[str, Role] = {
    "“": "open", "„": "open", "«": "open", "‘": "open", "(": "open", "``": "open",
    "»": "close", ")": "close", "''": "close",
}  # fmt: skip


def enclosed_spans(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Give the outermost stretches of `text[start:end]` between balanced marks, marks included, in order."""
    opened: dict[str, int] = {}
    spans: list[Span] = []
    last = ""
    for match in _MARK.finditer(text, start, end):
        family = _FAMILIES[match.group()]
        role = _role(text, match.start(), match.end(), match.group())
        if role == "close" and family not in opened and _closes_unlike(text, match.start(), family, last):
            family = last
        last = family if family in _LIKE else last
        begun = opened.get(family)
        longest = _LONGEST_LOOSE if role == "either" else _LONGEST[family]
        if begun is not None and match.start() - begun > longest:
            begun = None
        if role == "open" and match.group() == "“" and begun is not None and text[begun] == "„":
            role = "close"
        if role in {"close", "either"} and begun is not None:
            spans.append(Span(begun, match.end()))
            del opened[family]
        elif role in {"open", "either"} and not (family == "round" and begun is not None):
            opened[family] = match.start()
    return _merged(spans)


def _closes_unlike(text: str, start: int, family: str, last: str) -> bool:
    """Say whether a mark closes the one before it, of the other family by mistake: "… ” and “ … "; inches do not."""
    return _LIKE.get(family) == last and start > 0 and not text[start - 1].isdigit()


def _role(text: str, start: int, end: int, mark: str) -> Role:
    """Say what a mark does, by the mark itself or by the white space around it."""
    if mark in _FIXED:
        return _FIXED[mark]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark == "’":
        return "none" if after.isalpha() else "close"
    free_left = before.isspace() or before in "([{-–—“‘«/"
    if free_left:
        return _loose_role(text, start, end) if after.isspace() else "open"
    return "close"


def _loose_role(text: str, start: int, end: int) -> Role:
    """Say what a mark with a blank on both sides does: ', " he says' closes, ', " We' opens, others may do either."""
    before, after = text[max(0, start - 2) : start - 1], text[end + 1 : end + 2]
    if before in _STOPS and after.islower():
        return "close"
    if before in ",:" and after.isupper():
        return "open"
    return "either"


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Join stretches that overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
