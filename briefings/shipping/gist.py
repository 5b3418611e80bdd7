"""What a published page says first: the day in one sentence, the key points, the headlines, what a revision changed.

Cut from the page itself, so that a message says nothing that `verify` has not read. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Final, Literal

from briefings.shipping.pages import squeezed

Region = Literal["bottom_line", "key_points", "stories", "revision"]
_REGIONS: Final[tuple[Region, ...]] = ("bottom_line", "key_points", "stories", "revision")
_BLOCKS: Final = MappingProxyType({"words": "words", "change": "words", "gist": "gist", "label": "label"})
_ENTRIES: Final = frozenset({"li", "article"})
_ASIDE: Final = frozenset({"cite", "tongue", "apart"})
"""What stands between note numbers, and tags of languages."""
_NOTE: Final = "note:"
"""The ground of a note number (docs/grounding.md)."""
_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a page."""

    words: str
    language: str = ""
    """Where the words are not in the reader's."""
    gist: str = ""
    """Who, where, when in the reader's language."""
    label: str = ""
    """Who says so; of a change, its kind."""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a page says first."""

    bottom_line: Told | None = None
    points: tuple[Told, ...] = ()
    headlines: tuple[Told, ...] = ()
    changes: tuple[Told, ...] = ()
    """What the revision changed, told under the masthead."""


def gist_of(page: str) -> Gist:
    """Read a page. `ValueError` for what is no page at all; regions that it does not have are empty."""
    reader = _Reader()
    try:
        reader.feed(page)
        reader.close()
    except AssertionError as error:  # as Python's parser calls a declaration that it does not know
        raise ValueError(str(error)) from error
    found: dict[Region, list[Told]] = {region: [] for region in _REGIONS}
    for entry in reader.entries:
        told = Told(
            squeezed(entry.text["words"]), entry.language, squeezed(entry.text["gist"]), squeezed(entry.text["label"])
        )
        if told.words:
            found[entry.region].append(told)
    first = found["bottom_line"][0] if found["bottom_line"] else None
    return Gist(first, tuple(found["key_points"]), tuple(found["stories"]), tuple(found["revision"]))


@dataclass(slots=True)
class _Entry:
    """An entry while it is read."""

    region: Region
    text: dict[str, str] = field(default_factory=lambda: {"words": "", "gist": "", "label": ""})
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    region: Region | None
    block: str
    """What text in it is: words, gist or label of its entry; "" for what is not told."""
    language: str


class _Reader(HTMLParser):
    """Collects entries; holds the stack of open elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.entries: list[_Entry] = []
        self._stack: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: a region, an entry of one, a block of an entry, or something within."""
        if tag in _VOID:
            self.handle_data(" ")
            return
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        above = self._stack[-1] if self._stack else _Open("", None, "", "")
        region = next((one for one in _REGIONS if one in classes), above.region)
        is_new = region != above.region or tag in _ENTRIES or (region == "revision" and "row" in classes)
        if region and is_new:
            self.entries.append(_Entry(region))
        block = self._block(tag, classes, region) or above.block
        is_aside = given.get("data-edition", "").startswith(_NOTE) or _ASIDE.intersection(classes)
        self._stack.append(_Open(tag, region, "" if is_aside else block, given.get("lang", "")))

    def _block(self, tag: str, classes: list[str], region: Region | None) -> str:
        if region is None:
            return ""
        if region == "stories":  # the first title of a story is its headline, others are those of notes on it
            return "words" if tag == "h3" and not self.entries[-1].text["words"] else ""
        if region == "revision" and tag == "p" and not classes:
            return "label"
        return next((_BLOCKS[name] for name in classes if name in _BLOCKS), "") if tag == "p" else ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave an element open that claims to close itself, as a browser does."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and whatever was left open within it."""
        if not any(element.tag == tag for element in self._stack):
            return
        while self._stack and self._stack.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Give text to the entry it belongs to."""
        element = self._stack[-1] if self._stack else None
        if element is not None and element.region and element.block:
            entry = self.entries[-1]
            entry.text[element.block] += data
            entry.language = entry.language or element.language
