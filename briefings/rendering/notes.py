"""The desk's notes: Markdown becomes clean HTML. Raw HTML is shown as text; links are http, https or mailto only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from briefings.languages.invisible import without_invisible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST: Final = 20_000
_MOST_BRACKETS: Final = 400
"""Beyond these a text is shown as written: Markdown takes quadratic time on nested brackets."""
_ORDINAL: Final = re.compile(r"^( {0,3}\d{1,9})\.(?= )", re.MULTILINE)
_LIST_START: Final = re.compile(r"^ {0,3}1\. ", re.MULTILINE)
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\\]+")
_TAGS: Final = frozenset({"p", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "br", "h4", "hr"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h5", "h6"})


class _Levels(Treeprocessor):
    """A note's headings stand below its title, whatever level they were written at; pictures are their text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS:
                element.tag = "h4"
            elif element.tag == "img":
                element.tag, element.text = "em", element.get("alt", "")


class _DeskMarkdown(Extension):
    """Markdown without raw HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Levels(md), "levels", 0)


def note_html(text: str) -> Markup:
    """Give a note as sanitised HTML; one that is very long or full of brackets as plain paragraphs."""
    text = without_invisible(text)
    if len(text) > _LONGEST or text.count("[") + text.count("`") > _MOST_BRACKETS:
        return _plain(text)
    source = text if _LIST_START.search(text) else _ORDINAL.sub(r"\1\\.", text)
    html = Markdown(extensions=[_DeskMarkdown()], output_format="html").convert(source)
    return Markup(  # noqa: S704 - nh3 has cleaned it
        nh3.clean(
            html,
            tags=set(_TAGS),
            attributes={"a": {"href"}},
            attribute_filter=_checked_address,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer",
        )
    )


def _checked_address(_tag: str, _attribute: str, value: str) -> str | None:
    return value if _ADDRESS.fullmatch(value) else None


def _plain(text: str) -> Markup:
    paragraphs = (escape(part.strip()) for part in text.split("\n\n") if part.strip())
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in paragraphs)
