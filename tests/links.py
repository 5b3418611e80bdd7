"""Follows every link of a site of files, as a reader without a server would."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tests.conformance.markup import Page, read

if TYPE_CHECKING:
    from pathlib import Path

_LINKS = ("href", "src", "action")


def broken_links(root: Path) -> tuple[list[str], set[str]]:
    """Give the links from the first page on that lead nowhere, or out of the folder; and the pages they lead to."""
    root = root.resolve()
    page_at = cache(read)
    broken: list[str] = []
    reached, waiting = {root / "index.html"}, [root / "index.html"]
    while waiting:
        path = waiting.pop()
        for link in _links(page_at(path)):
            address = urlsplit(link)
            if address.scheme in {"http", "https", "mailto"} and link.startswith(("http", "mailto")):
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            is_there = target.is_file() and root in target.parents and not link.startswith("/")
            if not is_there or (address.fragment and unquote(address.fragment) not in page_at(target).ids()):
                broken.append(f"{path.relative_to(root)}: {link}")
            elif target.suffix == ".html" and target not in reached:
                reached.add(target)
                waiting.append(target)
    return broken, {path.relative_to(root).as_posix() for path in reached}


def _links(page: Page) -> list[str]:
    return [value for element in page.elements for name in _LINKS if (value := element.attributes.get(name))]
