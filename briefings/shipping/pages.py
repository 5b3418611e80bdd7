"""What a published page says, piece by piece, and what each piece claims to stand on (docs/grounding.md).

Standard library only: `verify` runs where nothing else is installed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from briefings.languages.invisible import without_invisible

PieceKind = Literal["src", "fact", "speaker", "role", "edition", "desk", "label"]
_GROUNDS: tuple[PieceKind, ...] = ("src", "fact", "speaker", "role", "edition", "desk")
_UNSEEN = frozenset({"head", "style", "script", "template"})
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
_PLACE = re.compile(r"(?<![^:])~[0-9]{1,6}(?![^:])")
_SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of visible text and its ground."""

    kind: PieceKind
    reference: str
    """ARTICLE START-END, ARTICLE:KIND:START-END, or the key, as the page gives it; "" for labels."""
    text: str
    """Whitespace is single, the ends are trimmed."""
    line: int


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    kind: PieceKind | None
    reference: str
    line: int
    text: list[str] = field(default_factory=list)


def pieces_of(html: str) -> tuple[Piece, ...]:
    """Read a page's visible text. The innermost ground counts; source words run on through facts in them.

    `ValueError` for what is no page at all.
    """
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError as error:  # as Python's parser calls a declaration that it does not know
        raise ValueError(str(error)) from error
    return tuple(reader.pieces)


def squeezed(text: str) -> str:
    """Give text with single blanks and trimmed ends; characters that nobody sees are left out, as on the pages."""
    return " ".join(without_invisible(text).split())


class _Reader(HTMLParser):
    """Collects pieces; holds the stack of open elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._stack: list[_Open] = []
        self._articles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a void one holds no text."""
        if tag in _VOID:
            self._give(" ")
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self._articles = given.get("data-articles", "").split()
        kind = next((ground for ground in _GROUNDS if f"data-{ground}" in given), None)
        reference = given.get(f"data-{kind}", "")
        if kind == "src":
            reference = f"{self._whole(reference)} {given.get('data-at', '')}"
        elif kind != "desk":
            reference = self._whole(reference)
        self._stack.append(_Open(tag, kind, reference, self.getpos()[0]))

    def _whole(self, reference: str) -> str:
        """Put the id for the place of an article in the page's list, `~3`; what is no place of it stays."""
        if "~" not in reference:
            return reference
        return ":".join(
            self._articles[int(part[1:])] if self._is_place(part) else part for part in reference.split(":")
        )

    def _is_place(self, part: str) -> bool:
        return bool(_PLACE.fullmatch(part)) and int(part[1:]) < len(self._articles)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave an element open that claims to close itself, as a browser does; only shapes truly do."""
        if tag not in _SHAPES:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and whatever was left open within it."""
        if not any(element.tag == tag for element in self._stack):
            return
        while self._stack:
            element = self._stack.pop()
            self._end(element)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Give text to the innermost element that claims a ground, else take it for a label."""
        if not any(element.tag in _UNSEEN for element in self._stack) and not self._give(data):
            self._add("label", "", data, self.getpos()[0])

    def _give(self, text: str) -> bool:
        holder = self._holder()
        if holder is not None:
            holder.text.append(text)
        return holder is not None

    def close(self) -> None:
        """End what the page left open."""
        super().close()
        while self._stack:
            self._end(self._stack.pop())

    def _holder(self) -> _Open | None:
        """Find the element the text belongs to: a fact marked within source words does not interrupt them."""
        innermost: _Open | None = None
        for element in reversed(self._stack):
            if element.kind == "src":
                within_fact = innermost is not None and innermost.kind in {"fact", "speaker", "role"}
                return element if innermost is None or within_fact else innermost
            if element.kind and innermost is None:
                innermost = element
        return innermost

    def _end(self, element: _Open) -> None:
        if element.kind:
            self._add(element.kind, element.reference, "".join(element.text), element.line)

    def _add(self, kind: PieceKind, reference: str, text: str, line: int) -> None:
        plain = squeezed(text)
        if plain:
            self.pieces.append(Piece(kind, reference, plain, line))
