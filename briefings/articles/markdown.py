"""Markdown: Python-Markdown finds the blocks, `inline` the words in them; raw HTML stays text, images give their words.

What Python-Markdown would take too long over is bounded before it sees it: nesting, table cells, lines of one block.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension, TableProcessor

from briefings.articles.decoding import composed, visible
from briefings.articles.faults import LeftOutError, Remark, counted, shown
from briefings.articles.fields import Manuscript, Value, check_count
from briefings.articles.inline import inline_words
from briefings.articles.labels import label_of
from briefings.articles.lists import register_lists
from briefings.model import Block, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.config import Limits
    from briefings.model import BlockKind

_MOST_BLOCK_LINES = 400
"""Python-Markdown takes the square of it; a longer run of lines is cut into several blocks."""
_HEAD_LINES = 12
_ATX = re.compile(r"#{1,6}(?:[ \t]|$)")
_LIST_MARK = re.compile(r"(?:[-*+]|\d{1,9}\.)[ \t]|>")
_RULE_ROW = re.compile(r"[ \t]{0,3}\|?(?:[ \t]*+:?-+:?[ \t]*+\|)*+[ \t]*+(?::?-+:?)?[ \t]*")
_HTML = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9]{0,20}(?=[\s/>])|!--|!DOCTYPE|\?)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS: dict[str, BlockKind] = {"li": "item", "td": "cell", "th": "cell", "p": "paragraph"}
_CONTAINERS = frozenset({"div", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "td", "th"})


class _Tables(TableProcessor):
    """Python-Markdown's tables, asked only about blocks whose second line is a row of dashes."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Say whether a block is a table."""
        second = block.split("\n", 2)[1:2]
        if not second or "|" not in second[0] or not _RULE_ROW.fullmatch(second[0]):
            return False
        return bool(super().test(parent, block))


class _Blocks(deque[str]):
    """The queue of blocks that Python-Markdown works off; its list would be moved up for every one of them."""

    def pop(self, _index: int = 0) -> str:
        """Take the first block."""
        return self.popleft()


@dataclass
class _Page:
    """The words gathered so far."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    images: list[str] = field(default_factory=list)

    def add(self, kind: BlockKind, words: str) -> None:
        """Put one block on the page, after an empty line."""
        if not words:
            return
        gap = "\n\n" if self.parts else ""
        start = self.length + len(gap)
        self.parts += [gap, words]
        self.length = start + len(words)
        self.blocks.append(Block(kind, Span(start, self.length)))


def read_markdown(text: str, first_line: int, known: Mapping[str, Value], limits: Limits) -> Manuscript:
    """Find the words and blocks of Markdown. `known` are fields that front matter gave; its title and lead lead."""
    source, labels, fields = _without_labels(text, first_line)
    _check_bounds(source, first_line, limits)
    root, references, footnotes = _block_tree(source)
    page = _Page()
    title = known.get("title") or fields.get("title")
    lead = known.get("lead") or fields.get("lead")
    if title:
        page.add("title", _plain(title.text))
    if lead:
        page.add("lead", _plain(lead.text))
    for label in labels:
        page.add("label", _plain(label))
    _Walk(page, references, footnotes, titled=any(block.kind == "title" for block in page.blocks)).over(root)
    remarks = (*_image_remarks(text, first_line, page.images), *_html_remarks(text, first_line))
    return Manuscript("".join(page.parts), tuple(page.blocks), fields, remarks)


def _plain(words: str) -> str:
    """Give words as one line."""
    return " ".join(words.split())


def _without_labels(text: str, first_line: int) -> tuple[str, list[str], dict[str, Value]]:
    """Take labelled lines out of the head of the source, leaving empty lines in their place."""
    lines = text.split("\n")
    fields: dict[str, Value] = {}
    labels: list[str] = []
    seen = 0
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        seen += 1
        label = label_of(line.strip())
        if seen > _HEAD_LINES or (label is None and (seen > 3 or labels)):
            break
        if label is not None and label.field in {"published", "updated", "source", "authors"}:
            if label.value:
                fields.setdefault(label.field, Value(label.value, first_line + number))
            labels.append(line.strip())
            lines[number] = ""
    if not {"published", "updated"} & fields.keys():
        return text, [], {}
    return "\n".join(lines), labels, fields


def _check_bounds(source: str, first_line: int, limits: Limits) -> None:
    """Refuse nesting and tables beyond the limits, naming the line."""
    cells = 0
    in_table = False
    before = ""
    for number, line in enumerate(source.split("\n"), start=first_line):
        indent = len(line) - len(line.lstrip(" \t>"))
        rest = line[indent:]
        depth = line.count(">", 0, indent) + (line.expandtabs(4).count(" ", 0, indent) // 4)
        if depth > limits.nesting and (_LIST_MARK.match(rest) or ">" in line[:indent]):
            message = f"lists or quotations nested more than {limits.nesting} deep; flatten them"
            raise LeftOutError(message, code="nesting", line=number)
        if "|" in line and "-" in line and _RULE_ROW.fullmatch(line):
            in_table = True
            cells += before.count("|")
        in_table = in_table and bool(line.strip())
        cells += line.count("|") if in_table else 0
        if cells > limits.table_cells:
            message = f"tables of more than {limits.table_cells} cells; shorten them"
            raise LeftOutError(message, code="table-cells", line=number)
        before = line


def _block_tree(source: str) -> tuple[ET.Element, frozenset[str], frozenset[str]]:
    """Give the document's tree of blocks, and the names of its references and footnotes."""
    footnotes = FootnoteExtension()
    machine = Markdown(extensions=[TableExtension(), footnotes])
    machine.parser.blockprocessors.register(_Tables(machine.parser, {"use_align_attribute": False}), "table", 75)
    machine.parser.blockprocessors.deregister("code")  # news has indented paragraphs, not programs
    register_lists(machine.parser)
    root = ET.Element("div")
    machine.parser.parseBlocks(root, _Blocks(_source_blocks(source)))  # type: ignore[arg-type]
    names = list(footnotes.footnotes)
    for name in names:
        note = ET.SubElement(root, "div")
        machine.parser.parseBlocks(note, _Blocks(_source_blocks(footnotes.footnotes[name])))  # type: ignore[arg-type]
    return root, frozenset(machine.references), frozenset(names)


def _source_blocks(source: str) -> list[str]:
    """Cut the source at empty lines and around headings, and long runs of lines into several."""
    blocks: list[str] = []
    current: list[str] = []
    for raw in source.expandtabs(4).split("\n"):
        line = raw if raw.strip() else ""
        heading = _ATX.match(line)
        if line.startswith("#") and not heading:
            line = "\\" + line
        if current and (not line or heading or len(current) >= _MOST_BLOCK_LINES):
            blocks.append("\n".join(current))
            current = []
        if line:
            current.append(line)
        if heading:
            blocks.append("\n".join(current))
            current = []
    if current:
        blocks.append("\n".join(current))
    check_count(len(blocks))
    return blocks


@dataclass
class _Walk:
    """A walk over the tree in reading order."""

    page: _Page
    references: frozenset[str]
    footnotes: frozenset[str]
    titled: bool
    bodied: bool = False
    """Something of the text itself is on the page."""

    def over(self, root: ET.Element) -> None:
        """Put every block of the tree on the page; a stack, because the tree may be deep."""
        stack: list[tuple[ET.Element | None, str, str]] = [(root, "", "")]
        while stack:
            element, kind, words = stack.pop()
            if element is None:
                self._words(kind, words)
                continue
            later: list[tuple[ET.Element | None, str, str]] = []
            if element.tag in _CONTAINERS:
                inner = element.tag if element.tag in _KINDS else kind
                later.append((None, inner, element.text or ""))
                for child in element:
                    later += [(child, inner, ""), (None, inner, child.tail or "")]
            elif element.tag in _HEADINGS:
                later.append((None, element.tag, element.text or ""))
            else:
                later.append((None, kind or "p", element.text or ""))
            stack += reversed(later)

    def _words(self, tag: str, source: str) -> None:
        if not source.strip():
            return
        words, images = inline_words(source, self.references, self.footnotes)
        self.page.images += images
        words = composed(visible(words)[0]).strip()
        kind = self._kind(tag, words)
        self.page.add(kind, words)
        self.bodied = self.bodied or kind not in {"title", "boilerplate"}

    def _kind(self, tag: str, words: str) -> BlockKind:
        if tag not in _HEADINGS:
            return _KINDS.get(tag, "paragraph")
        if self.bodied:
            return "heading"
        if not self.titled:
            self.titled = True
            return "title"
        return "boilerplate" if words == self.page.parts[1] else "heading"


def _html_remarks(text: str, first_line: int) -> tuple[Remark, ...]:
    first = _HTML.search(text)
    if first is None:
        return ()
    line = first_line + text.count("\n", 0, first.start())
    message = f"HTML ({shown(first.group())}) is shown as text; write Markdown, or take it out"
    return (Remark("html-as-text", line, message),)


def _image_remarks(text: str, first_line: int, images: list[str]) -> tuple[Remark, ...]:
    if not images:
        return ()
    target = images[0]
    place = text.find(target)
    line = first_line + text.count("\n", 0, max(place, 0))
    name = shown(target.strip("()[] "))
    message = f"the image {name} is not shown, its words are{counted(line, len(images))}; nothing need be done"
    return (Remark("image-refused", line, message),)
