"""What a tagged PDF says beyond WeasyPrint: languages of passages, notes, scopes of headers, where links lead.

WeasyPrint makes the tree of tags from its boxes and keeps no way from the one to the other. The boxes are walked here
again in its order (`weasyprint/pdf/tags.py`), so that each element of the tree is known by the HTML it comes from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefings.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_TOLD_IN: Final = "in-"
"""Begins the class of a passage in another language (printed.py)."""
_NOTES: Final = frozenset({"note", "note-source"})
_SCOPES: Final = {"row": "/Row", "col": "/Column"}
_PLACE: Final = re.compile(r"#(e|c)(\d+)")
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_UNTAGGED: Final = frozenset({"html", "body"})


def mend_tags(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint and pydyf ship no types
    """Complete the tags of a PDF about to be written. `EnvironmentFaultError` where they do not fit the boxes."""
    string: Any = type(pdf.catalog["Lang"])
    pairs = _all_pairs(document, pdf)
    numbers = {made_of.get("id"): _text(made_of) for _, _, made_of in pairs if made_of.get("class") == "number"}
    labels = _root(document).attrib
    notes: set[Any] = set()
    for box, element, made_of in pairs:
        if language := _language(made_of):
            element["Lang"] = string(language)
        if element["S"] == "/TH" and made_of.get("scope") in _SCOPES:
            element["A"]["Scope"] = _SCOPES[made_of.get("scope")]
        if made_of.get("class") in _NOTES and element["S"] in {"/Div", "/P"} and made_of not in notes:
            notes.add(made_of)
            element["S"], element["ID"] = "/Note", string(f"note-{len(notes)}")
        if box.link_annotation:
            box.link_annotation["Contents"] = string(_leads_to(made_of, numbers, labels))


def _all_pairs(document: Any, pdf: Any) -> list[tuple[Any, Any, Any]]:  # noqa: ANN401 - see above
    """Give each box that HTML made, with its element of the tree and the HTML."""
    elements = [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/StructElem"]
    rest = iter(elements[1:])
    found = []
    try:
        for page in document.pages:
            found += list(_pairs(page._page_box, "/Document", rest))  # noqa: SLF001 - boxes have no public door
        fits = next(rest, None) is None
    except _TreeEndsError:
        fits = False
    if not fits:
        message = "this WeasyPrint tags a PDF in another way; install the locked one (./dev build)"
        raise EnvironmentFaultError(message)
    return [(box, element, box.element) for box, element in found if hasattr(box.element, "attrib")]


def _root(document: Any) -> Any:  # noqa: ANN401 - see above
    """Give the HTML element: what stands on the first page apart from its margins."""
    children = document.pages[0]._page_box.children  # noqa: SLF001 - see above
    return next(child.element for child in children if child.element_tag == "html")


class _TreeEndsError(Exception):
    """There are more boxes than tags."""


def _next(elements: Iterator[Any]) -> Any:  # noqa: ANN401 - see above
    element = next(elements, None)
    if element is None:
        raise _TreeEndsError
    return element


def _pairs(box: Any, parent: str, elements: Iterator[Any]) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - see above
    """Walk the boxes as WeasyPrint did: each took the next element, and each of its texts one more."""
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415 - with WeasyPrint itself

    box = getattr(box, "_box", box)
    name = None if box.element is None else box.element_tag
    untagged = name in _UNTAGGED and not isinstance(box, boxes.LineBox)
    if untagged or isinstance(box, boxes.PageBox | boxes.MarginBox):
        for child in box.children:
            yield from _pairs(child, parent, elements)
        return
    if name in _ITEMS and parent not in {"/LI", "/LBody"} and not (name == "li" and _has_bullet(box)):
        _next(elements)
        yield from _pairs(box, "/LI", elements)
        return
    element = _next(elements)
    yield box, element
    for child in _children(box, element, boxes):
        if not isinstance(child, boxes.TextBox):
            yield from _pairs(child, element["S"], elements)
        elif element["S"] != "/Link":
            _next(elements)


def _children(box: Any, element: Any, boxes: Any) -> Iterator[Any]:  # noqa: ANN401 - see above
    """Give what stands in a box, lines left out of it, a table's captions before or after its rows."""
    table = box.get_wrapped_table() if element["S"] == "/Table" and box.is_table_wrapper else None
    for child in box.children:
        if isinstance(child, boxes.LineBox) or (table is not None and child is table):
            yield from child.children
        else:
            yield child


def _has_bullet(box: Any) -> bool:  # noqa: ANN401 - see above
    return "list-item" in box.style["display"] and box.style["list_style_type"] != "none"


def _language(made_of: Any) -> str:  # noqa: ANN401 - see above
    """Give the language of a passage that is in another one than the page."""
    kind = made_of.get("class") or ""
    return kind.removeprefix(_TOLD_IN) if kind.startswith(_TOLD_IN) else made_of.get("lang") or ""


def _leads_to(made_of: Any, numbers: dict[str, str], labels: Any) -> str:  # noqa: ANN401 - see above
    """Say in the page's language where a link leads: to a note, back from it, or to what its words name."""
    address = made_of.get("href") or ""
    place = _PLACE.match(address)
    if place is None:
        return _text(made_of) or address
    number = numbers.get(address[1:], "") if place[1] == "e" else place[2]
    pattern = labels.get("data-note" if place[1] == "e" else "data-back", "{number}")
    return str(pattern).replace("{number}", number).strip() or address


def _text(made_of: Any) -> str:  # noqa: ANN401 - see above
    return " ".join("".join(made_of.itertext()).replace("\u2060", "").split())
