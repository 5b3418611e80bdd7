"""Looks for what no page, PDF or message may hold, whatever the articles say."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

import pikepdf

from tests.conformance.markup import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conformance.markup import Element

_ACTIVE: Final = frozenset(
    {
        "applet", "audio", "base", "button", "embed", "form", "frame", "frameset", "iframe", "img", "input", "math",
        "noscript", "object", "plaintext", "portal", "script", "select", "source", "textarea", "video", "xmp",
    }
)  # fmt: skip
_ADDRESSES: Final = frozenset({"action", "background", "data", "formaction", "href", "poster", "src", "srcset"})
_LINK: Final = re.compile(
    r"(?:https?://[^\s\\/@]+(?:/[^\s\\]*)?|mailto:[^\s]+|#[\w-]+|(?:\.\./)*[a-z0-9-]+(?:[./][a-z0-9-]+)*/?(?:#[\w-]+)?)"
)
_UNSAFE_NAME: Final = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE)
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]")
_ACTIONS: Final = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"})


def faults_of(output: Path) -> list[str]:
    """Give what is wrong in an output folder."""
    found: list[str] = []
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if any(_UNSAFE_NAME.search(part) for part in PurePosixPath(name).parts):
            found.append(f"{name!r}: a name that other systems refuse")
        if path.suffix == ".html":
            found += [f"{name}: {fault}" for fault in _page(path)]
        elif path.suffix == ".pdf":
            found += [f"{name}: {fault}" for fault in _pdf(path)]
        elif path.is_file() and path.suffix in {".json", ".txt", ".ics"}:
            found += [f"{name}: {fault}" for fault in _unseen(path.read_text(encoding="utf-8"))]
    return found


def _page(path: Path) -> Iterator[str]:
    page = read(path)
    yield from page.faults
    # The search page alone has a box, and a script; no article has a word on it.
    elements = [one for one in page.elements if path.parent.name != "search" or not _is_of_search(one)]
    yield from (fault for element in elements if not _is_data(element) for fault in _element(element))
    yield from _unseen(path.read_text(encoding="utf-8"))
    ids = page.ids()
    yield from (f"the id {one} is given twice" for one in sorted({one for one in ids if ids.count(one) > 1}))


def _is_data(element: Element) -> bool:
    """Say whether an element is a script that no browser runs."""
    return element.name == "script" and element.attributes == {"type": "application/ld+json"}


def _is_of_search(element: Element) -> bool:
    given = element.attributes
    if element.name == "script":
        return given in ({"src": "../assets/search.js", "defer": ""}, {"type": "application/json", "id": "told"})
    return element.name in {"form", "input", "button"} and not any(name.startswith("on") for name in given)


def _element(element: Element) -> Iterator[str]:
    if element.name in _ACTIVE:
        yield f"line {element.line}: <{element.name}>"
    if element.name == "style" and element.inside[-1:] != ("head",):
        yield f"line {element.line}: a style sheet outside the head"
    for name, value in element.attributes.items():
        if name.startswith("on") or (name == "style" and re.search("url|position|expression", value)):
            yield f"line {element.line}: {name}={value!r}"
        if name in _ADDRESSES and not _LINK.fullmatch(value):
            yield f"line {element.line}: {name}={value!r} is no address a page may have"


def _unseen(text: str) -> Iterator[str]:
    match = _UNSEEN.search(text)
    if match:
        yield f"holds {match[0]!r} near {text[max(0, match.start() - 20) : match.end() + 20]!r}"


def _pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as document:
        if "/EmbeddedFiles" in document.Root.get("/Names", {}) or "/AF" in document.Root:
            yield "an embedded file"
        for item in document.objects:
            if not isinstance(item, pikepdf.Dictionary):
                continue
            action = str(item.get("/S", ""))
            if action in _ACTIONS or "/AA" in item or item.get("/Type") == "/Filespec":
                yield f"an action {action}"
            if action == "/URI" and not re.match(r"https?://|mailto:", str(item.get("/URI"))):
                yield f"a link to {item.get('/URI')}"
