"""How high a note of the desk stands in its box: paragraphs, lists, headings."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from briefings.rendering.paper.lines import Run, line_count
from briefings.rendering.paper.measures import measures

if TYPE_CHECKING:
    from briefings.rendering.view.story_items import NoteItem

_BLOCKS: Final = frozenset({"p", "li", "h4", "blockquote", "hr"})
_BORDER: Final = 1.2


class _Texts(HTMLParser):
    """Collects the text of each block."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        """Tag and text."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _BLOCKS:
            self.blocks.append((tag, ""))
        elif tag == "br":
            self.blocks.append(("li", ""))

    def handle_data(self, data: str) -> None:
        if self.blocks and data.strip():
            tag, text = self.blocks[-1]
            self.blocks[-1] = tag, text + data.replace("\n", " ")


def note_height(item: NoteItem, width: float) -> float:
    """Give the height of a note's box in points, for a column `width` points wide."""
    points, types = measures().points, measures().types
    inner = width - points("note_left") - points("note_right") - _BORDER
    height = _BORDER + points("note_top") + points("note_bottom") + types["note_label"].leading
    if item.title:
        height += _lines(getattr(item.title, "text", ""), "note_title", inner)
    reader = _Texts()
    reader.feed(str(item.body))
    before = ""
    for tag, text in reader.blocks:
        if before and not tag == before == "li":
            height += points("note_paragraph")
        height += _lines(text, "words", inner - (points("note_list") if tag == "li" else 0.0))
        before = tag
    height += points("note_paragraph") + _lines(getattr(item.author, "text", ""), "note_author", inner)
    return height


def _lines(text: str, style: str, width: float) -> float:
    found = measures().types[style]
    bold = measures().types["note_title"]
    # Words set off in a note are a little wider; all are reckoned as if half of them were.
    wider = bold.width(text) / bold.size / max(found.width(text) / found.size, 1e-9) if style == "words" else 1.0
    return line_count((Run(text, found),), width / (1 + max(wider - 1, 0) / 2)) * found.leading
