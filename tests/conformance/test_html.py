"""HTML pages: well formed, in a language, with headings that nest and links that lead somewhere (WCAG 2.2, HTML)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.conformance.markup import Element, Page, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Rule = Callable[[Path, Page], Iterable[str]]

pytestmark = pytest.mark.conformance

MOST = 150_000
_DRAWING = re.compile(rb"<svg.*?</svg>", re.DOTALL)
POINTERS = ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "for")
SAFE = frozenset({"", "http", "https", "mailto"})

page_at = cache(read)


def faults(pages: list[Path], rule: Rule) -> list[str]:
    """Apply a rule to every page; give each fault with the page's name."""
    return [f"{path.parent.name}/{path.name}: {fault}" for path in pages for fault in rule(path, page_at(path))]


def test_a_day_s_page_weighs_less_than_150_kb_without_its_drawings(pages: list[Path]) -> None:
    of_days = [
        path
        for path in pages
        if path.parent.parent.name[:1].isdigit() and path.name in {"index.html", "principal.html"}
    ]
    assert of_days
    weights = {path: len(_DRAWING.sub(b"", path.read_bytes())) for path in of_days}
    assert {path: weight for path, weight in weights.items() if weight >= MOST} == {}


def test_pages_are_well_formed(pages: list[Path]) -> None:
    assert faults(pages, lambda _, page: page.faults) == []


def test_pages_say_what_they_are(pages: list[Path]) -> None:
    assert faults(pages, _introduction) == []


def test_ids_are_unique(pages: list[Path]) -> None:
    assert faults(pages, lambda _, page: [f"id {i} {n} times" for i, n in Counter(page.ids()).items() if n > 1]) == []


def test_headings_nest(pages: list[Path]) -> None:
    assert faults(pages, _headings) == []


def test_links_lead_somewhere(pages: list[Path]) -> None:
    assert faults(pages, _links) == []


def test_references_within_a_page_resolve(pages: list[Path]) -> None:
    assert faults(pages, _references) == []


def test_pictures_have_a_text(pages: list[Path]) -> None:
    assert faults(pages, _pictures) == []


def test_tables_have_headings(pages: list[Path]) -> None:
    assert faults(pages, _tables) == []


def test_nothing_comes_from_elsewhere(pages: list[Path]) -> None:
    """A page loads only what lies in the archive, and reads without a script; the search has one, of its own."""
    assert faults(pages, _loads) == []


def _introduction(path: Path, page: Page) -> list[str]:
    found = []
    if not path.read_text(encoding="utf-8")[:20].casefold().startswith("<!doctype html>"):
        found.append("no <!doctype html>")
    languages = [element.attributes.get("lang", "") for element in page.named("html")]
    if len(languages) != 1 or not languages[0]:
        found.append(f"<html> has the languages {languages}")
    if path.parent.name in {"tr", "en"} and languages != [path.parent.name]:
        found.append(f"in the folder {path.parent.name} with lang={languages}")
    if not page.title.strip():
        found.append("no title")
    if not any(element.attributes.get("charset") for element in page.named("meta")):
        found.append("no <meta charset>")
    found.extend(f"{len(page.named(name))} <{name}>" for name in ("h1", "main") if len(page.named(name)) != 1)
    found.extend(
        f"line {e.line}: empty lang" for e in page.elements if "lang" in e.attributes and not e.attributes["lang"]
    )
    return found


def _headings(_: Path, page: Page) -> list[str]:
    levels = [(int(e.name[1]), e.line) for e in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    steps = zip([(0, 0), *levels], levels, strict=False)
    return [f"line {line}: h{level} after h{last}" for (last, _), (level, line) in steps if level > last + 1]


def _links(path: Path, page: Page) -> list[str]:
    return [f"line {e.line}: {e.attributes['href']}" for e in page.named("a", "link") if not _leads(path, e)]


def _leads(path: Path, element: Element) -> bool:
    if "href" not in element.attributes:
        return False
    address = urlsplit(element.attributes["href"])
    if address.scheme or address.netloc:
        return address.scheme in SAFE
    aim = (path.parent / unquote(address.path)).resolve() if address.path else path
    if aim.is_dir():
        aim /= "index.html"
    if not aim.is_file():
        return False
    return not address.fragment or aim.suffix != ".html" or unquote(address.fragment) in page_at(aim).ids()


def _references(_: Path, page: Page) -> list[str]:
    known = set(page.ids())
    return [
        f"line {element.line}: {attribute}={wanted}"
        for element in page.elements
        for attribute in POINTERS
        for wanted in element.attributes.get(attribute, "").split()
        if wanted not in known
    ]


def _pictures(_: Path, page: Page) -> list[str]:
    found = [f"line {e.line}: <img> without alt" for e in page.named("img") if "alt" not in e.attributes]
    for element in page.named("svg"):
        hidden = element.attributes.get("aria-hidden") == "true"
        told = {"aria-label", "aria-labelledby"} & element.attributes.keys()
        if not hidden and not (told and element.attributes.get("role") == "img"):
            found.append(f"line {element.line}: <svg> without role and text")
    return found


def _tables(_: Path, page: Page) -> list[str]:
    headings = [e for e in page.named("th") if e.attributes.get("scope") not in {"col", "row", "colgroup", "rowgroup"}]
    tables = [e for e in page.named("table") if e.attributes.get("role") != "presentation"]
    missing = [f"line {e.line}: <th> without scope" for e in headings]
    return missing + (["a table without <th>"] if tables and not page.named("th") else [])


def _loads(path: Path, page: Page) -> list[str]:
    allowed = {"../assets/search.js"} if path.parent.name == "search" else set()
    scripts = page.named("script")
    found = [f"line {e.line}: <script>" for e in scripts if e.attributes.get("src", "") not in {"", *allowed}]
    kinds = {"application/ld+json", "application/json"}
    found += [f"line {e.line}: script in the page" for e in scripts if not {"src", "type"} & e.attributes.keys()]
    found += [f"line {e.line}: script in the page" for e in scripts if e.attributes.get("type", "") not in {"", *kinds}]
    for element in page.elements:
        sources = [element.attributes.get("src", "")]
        if element.name == "link" and element.attributes.get("rel") == "stylesheet":
            sources.append(element.attributes.get("href", ""))
        for source in filter(None, sources):
            address = urlsplit(source)
            if address.scheme == "data":
                continue
            if address.scheme or address.netloc or not (path.parent / unquote(address.path)).is_file():
                found.append(f"line {element.line}: loads {source}")
    return found
