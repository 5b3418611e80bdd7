"""Numbered lists told from texts that begin with an ordinal.

Markdown takes every paragraph that begins "19. yüzyıl" or "2025. yılında" for a list and loses the number. Here a list
is two items at least whose numbers rise by one; anything else keeps its number as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.blockprocessors import OListProcessor

if TYPE_CHECKING:
    from markdown.blockparser import BlockParser

_NUMBERED = re.compile(r"[ ]{0,3}(\d{1,9})\.[ ]+(?=(\S))")


class NumberedLists(OListProcessor):
    """Python-Markdown's numbered lists, with a stricter idea of what one is; each item keeps its number."""

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002 - as the library calls it
        """Say whether a block may begin a list; `run` sees the blocks that follow and decides."""
        return bool(_NUMBERED.match(block))

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Take a list off the blocks, or the one paragraph that only looks like it."""
        block = blocks.pop(0)
        items = _tight_items(block)
        if len(items) == 1 and not self._goes_on(parent, block, blocks):
            paragraph = ET.SubElement(parent, "p")
            paragraph.text = block.lstrip()
            return
        sibling = self.lastChild(parent)
        listing = sibling if sibling is not None and sibling.tag == "ol" else ET.SubElement(parent, "ol")
        self.parser.state.set("list")
        for item in items:
            element = ET.SubElement(listing, "li")
            element.text = item
        self.parser.state.reset()

    def _goes_on(self, parent: ET.Element, block: str, blocks: list[str]) -> bool:
        """Say whether the item before or after this lone one has the next number, and both look like items."""
        number, first = _number(block)
        if first.islower():
            return False
        sibling = self.lastChild(parent)
        if sibling is not None and sibling.tag == "ol" and len(sibling) and _item_number(sibling[-1]) == number - 1:
            return True
        if not blocks:
            return False
        after, letter = _number(blocks[0])
        return after == number + 1 and not letter.islower()


def _number(block: str) -> tuple[int, str]:
    match = _NUMBERED.match(block)
    return (int(match[1]), match[2]) if match else (-10, "")


def _item_number(item: ET.Element) -> int:
    """Give the number of an item; Python-Markdown moves the words of a loose one into a paragraph."""
    words = item.text or (item[0].text if len(item) else None)
    return _number(words or "")[0]


def _tight_items(block: str) -> list[str]:
    """Part a block into items whose numbers rise by one; other lines belong to the item before them."""
    items: list[str] = []
    number = -10
    for line in block.split("\n"):
        found, _ = _number(line)
        if not items or found == number + 1:
            items.append(line.strip())
            number = found
        else:
            items[-1] += "\n" + line.strip()
    return items


def register_lists(parser: BlockParser) -> None:
    """Let `parser` read numbered lists in this way."""
    parser.blockprocessors.register(NumberedLists(parser), "olist", 40)
