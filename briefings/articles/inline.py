"""The words of one Markdown paragraph, without its marks.

Python-Markdown's own inline step takes minutes on a thousand open brackets; this one reads every character a bounded
number of times. It understands emphasis, code, links, images, references, escapes, entities and footnote marks; raw
HTML is text and stays as it stands.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.languages.casing import lower

if TYPE_CHECKING:
    from collections.abc import Collection

_SPECIAL = re.compile(r"[\\`*_!\[\]<&]")
_ESCAPABLE = frozenset("\\`*_{}[]()#+-.!<>|~:\"'&")
_BACKTICKS = re.compile(r"`+")
_RUN = re.compile(r"\*+|_+")
_DESTINATION = re.compile(
    r"\([ \t\n]{0,9}+(?:<[^<>\n]{0,2000}+>|(?:[^\s()<>]|\([^\s()<>]{0,500}+\)){0,2000}+)"
    r"(?:[ \t\n]{1,9}+(?:\"[^\"\n]{0,500}+\"|'[^'\n]{0,500}+'))?+[ \t\n]{0,9}+\)"
)
_LABEL = re.compile(r"[ ]?\[([^\[\]\n]{0,200}+)\]")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\n]{1,100}+)\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000}+|[\w.+-]{1,64}+@[\w.-]{1,200}+)>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS = re.compile(r"[ \t\n]+")


@dataclass
class _Run:
    """A run of `*` or `_` that may open emphasis: where its piece stands, and how many marks are unpaired."""

    piece: int
    left: int


@dataclass
class _Scan:
    """One pass over a paragraph."""

    text: str
    references: Collection[str]
    footnotes: Collection[str]
    pieces: list[str] = field(default_factory=list)
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    """Pieces that hold an open `[`, and whether it is an image's."""
    runs: dict[str, list[_Run]] = field(default_factory=lambda: {"*": [], "_": []})
    images: list[str] = field(default_factory=list)
    fences: dict[int, list[int]] = field(default_factory=dict)
    """Places of backtick runs by length, last first."""

    def special(self, place: int) -> int:
        """Deal with the mark at `place`; give the place after it."""
        character = self.text[place]
        if character == "\\":
            return self._escape(place)
        if character == "`":
            return self._code(place)
        if character in "*_":
            return self._emphasis(place)
        if character in "![":
            return self._open(place)
        if character == "]":
            return self._close(place)
        return self._angle_or_entity(place)

    def _literal(self, place: int, length: int = 1) -> int:
        self.pieces.append(self.text[place : place + length])
        return place + length

    def _escape(self, place: int) -> int:
        if self.text[place + 1 : place + 2] in _ESCAPABLE and place + 1 < len(self.text):
            return self._literal(place + 1)
        return self._literal(place)

    def _code(self, place: int) -> int:
        run = _BACKTICKS.match(self.text, place)
        length = len(run.group()) if run else 1
        places = self.fences.get(length, [])
        while places and places[-1] <= place:
            places.pop()
        if not places:
            return self._literal(place, length)
        end = places.pop()
        self.pieces.append(self.text[place + length : end].strip())
        return end + length

    def _emphasis(self, place: int) -> int:
        run = _RUN.match(self.text, place)
        length = len(run.group()) if run else 1
        mark = self.text[place]
        before, after = self.text[place - 1 : place] if place else "", self.text[place + length : place + length + 1]
        can_open = bool(after) and not after.isspace() and (mark == "*" or not before.isalnum())
        can_close = bool(before) and not before.isspace() and (mark == "*" or not after.isalnum())
        left = length
        openers = self.runs[mark]
        while can_close and left and openers:
            paired = min(left, openers[-1].left)
            left -= paired
            openers[-1].left -= paired
            self.pieces[openers[-1].piece] = mark * openers[-1].left
            if not openers[-1].left:
                openers.pop()
        self.pieces.append(mark * left)
        if can_open and left:
            openers.append(_Run(len(self.pieces) - 1, left))
        return place + length

    def _open(self, place: int) -> int:
        is_image = self.text[place] == "!"
        if is_image and self.text[place + 1 : place + 2] != "[":
            return self._literal(place)
        footnote = None if is_image else _FOOTNOTE.match(self.text, place)
        if footnote and footnote[1] in self.footnotes:
            return footnote.end()
        self.brackets.append((len(self.pieces), is_image))
        return self._literal(place, 1 + is_image)

    def _close(self, place: int) -> int:
        if not self.brackets:
            return self._literal(place)
        piece, is_image = self.brackets.pop()
        target = _DESTINATION.match(self.text, place + 1)
        if target is None:
            target = self._reference(piece, place)
        if target is None:
            return self._literal(place)
        self.pieces[piece] = ""
        if is_image:
            self.images.append(target.group())
        return target.end()

    def _reference(self, piece: int, place: int) -> re.Match[str] | None:
        """Give what follows `]` when it names a reference that is defined: `[words][name]`, `[name][]`, `[name]`."""
        if not self.references:
            return None
        label = _LABEL.match(self.text, place + 1)
        if label and label[1] and lower(label[1], "en") in self.references:
            return label
        if sum(len(part) for part in self.pieces[-9:]) > 2_000 or len(self.pieces) - piece > 9:
            return None
        name = "".join(self.pieces[piece + 1 :])
        if lower(name, "en") not in self.references:
            return None
        return label if label and not label[1] else re.compile("").match(self.text, place + 1)

    def _angle_or_entity(self, place: int) -> int:
        pattern = _AUTOLINK if self.text[place] == "<" else _ENTITY
        match = pattern.match(self.text, place)
        if match is None:
            return self._literal(place)
        self.pieces.append(match[1].removeprefix("mailto:") if pattern is _AUTOLINK else html.unescape(match.group()))
        return match.end()


def inline_words(
    text: str, references: Collection[str] = (), footnotes: Collection[str] = ()
) -> tuple[str, tuple[str, ...]]:
    """Give the words of a paragraph, blanks and line ends as one space each, and the targets of its images."""
    scan = _Scan(text, references, footnotes)
    for run in _BACKTICKS.finditer(text):
        scan.fences.setdefault(len(run.group()), []).append(run.start())
    for places in scan.fences.values():
        places.reverse()
    place = 0
    while match := _SPECIAL.search(text, place):
        scan.pieces.append(text[place : match.start()])
        place = scan.special(match.start())
    scan.pieces.append(text[place:])
    return _BLANKS.sub(" ", "".join(scan.pieces)).strip(), tuple(scan.images)
