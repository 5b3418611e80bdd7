"""What the HTML check needs to know of a page: its elements in order, and which were left open."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)  # fmt: skip
NOT_IN_PARAGRAPH = frozenset(
    {
        "article", "aside", "blockquote", "div", "dl", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """One start tag: its line, its attributes, and the elements it stands in, outermost first."""

    name: str
    attributes: dict[str, str]
    line: int
    inside: tuple[str, ...]


@dataclass(slots=True)
class Page:
    """A page: its elements, its faults of form, its words by element name."""

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    title: str = ""

    def ids(self) -> list[str]:
        """Give every id, in order, with repetitions."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def named(self, *names: str) -> list[Element]:
        """Give the elements with one of these names."""
        return [element for element in self.elements if element.name in names]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.page.faults.append(f"line {line}: an attribute of <{tag}> is given twice")
        if tag in NOT_IN_PARAGRAPH and "p" in self.open:
            self.page.faults.append(f"line {line}: <{tag}> stands in <p>")
        if tag == "a" and "a" in self.open:
            self.page.faults.append(f"line {line}: a link stands in a link")
        self.page.elements.append(Element(tag, {n: v or "" for n, v in attrs}, line, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.page.faults.append(f"line {self.getpos()[0]}: </{tag}> ends nothing; open are {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.page.title += data


def read(path: Path) -> Page:
    """Read a page."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    if reader.open:
        reader.page.faults.append(f"at the end these are open: {reader.open}")
    return reader.page
