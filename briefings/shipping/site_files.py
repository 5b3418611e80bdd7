"""The site's files: written where they differ, taken away where nothing asks for them any more, listed with hashes.

A large section of the site has a manifest of its own, in parts when it is very large; the one at the top lists these.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol

from briefings.languages.visible_json import json_bytes
from briefings.model import Output
from briefings.shipping.manifest import MANIFEST, SCHEMA, digest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_SECTIONS: Final = ("people", "organisations", "places", "stories")
_SEARCH: Final = "search/data"
_OWN: Final = ("assets/", "search/", "tr/", "en/")
_TOP: Final = frozenset({"index.html", "feed.xml", "feed.json"})
_PARTS: Final = ((2_000, 0), (32_000, 1))
"""The most pages a manifest may list before its section is parted by so many digits of a hash of the path."""
_MOST_DIGITS: Final = 2


class Pages(Protocol):
    """What is known of the pages as they were written."""

    def pages(self) -> Iterator[tuple[str, str, int, int]]:
        """Give each page: path, part of the site, size, time of change."""

    def page(self, path: str) -> tuple[str, str, int, int] | None:
        """Give part, digest, size and time of change of a page, None for one that is not known."""

    def pages_of(self, part: str) -> list[str]:
        """Give the pages of a part."""

    def digests(self, section: str) -> list[tuple[str, str, int]]:
        """Give path, digest and size of the pages of a section."""

    def put_page(self, path: str, part: str, section: str, written: tuple[str, int, int]) -> None:
        """Remember a page."""

    def drop_page(self, path: str) -> None:
        """Forget a page."""


class SiteFiles:
    """Writes the pages of one output folder."""

    def __init__(self, output: Path, staging: Path, known: Pages) -> None:
        """Begin with what is known of the pages there."""
        self._output, self._staging, self._known = output, staging, known
        self._changed: set[str] = set()
        self._made = 0
        self.written: list[str] = []
        """Paths whose bytes are new."""

    def lost(self) -> set[str]:
        """Give the parts of the site of which a file is not as it was written."""
        return {part for path, part, size, seen in self._known.pages() if self._seen(path) != (size, seen)}

    def _seen(self, path: str) -> tuple[int, int] | None:
        try:
            status = os.lstat(f"{self._output}/{path}")
        except OSError:
            return None
        return status.st_size, status.st_mtime_ns

    def write(self, part: str, pages: Iterable[tuple[str, Output | None]]) -> None:
        """Make a part of the site hold exactly these pages; None stands for one that is as it was."""
        kept = set()
        for path, page in pages:
            kept.add(path)
            if page is not None:
                self._write(part, path, page.data)
        for path in self._known.pages_of(part):
            if path not in kept:
                self._remove(path)

    def _write(self, part: str, path: str, data: bytes) -> None:
        target = self._output / path
        try:
            known = target.read_bytes()
        except OSError:
            known = None
        if known != data:
            # Not synced: a page that a crash has left half written has not the size it is known by, and is made again.
            self._made += 1
            self._staging.mkdir(parents=True, exist_ok=True)
            made = self._staging / f"page-{self._made}"
            made.write_bytes(data)
            target.parent.mkdir(parents=True, exist_ok=True)
            made.replace(target)
            self.written.append(path)
        size, seen = self._seen(path) or (0, 0)
        now = (digest(data), size, seen)
        if self._known.page(path) != (part, *now):
            section = section_of(path)
            self._known.put_page(path, part, section, now)
            self._changed.add(section)

    def _remove(self, path: str) -> None:
        target = self._output / path
        target.unlink(missing_ok=True)
        self._known.drop_page(path)
        self._changed.add(section_of(path))
        _remove_empty(target.parent, self._output)

    def write_manifests(self) -> None:
        """Write the manifests of the sections that changed."""
        for section in sorted(self._changed - {""}):
            listed = self._known.digests(section)
            self.write(f"manifest:{section}", ((page.path, page) for page in _manifests(section, listed)))

    def remove_strangers(self, listed_before: Collection[str]) -> None:
        """Take away what an earlier build had listed and this one does not know; nobody else's files are touched."""
        known = {path for path, *_ in self._known.pages()}
        for path in listed_before:
            if path not in known:
                (self._output / path).unlink(missing_ok=True)
                _remove_empty((self._output / path).parent, self._output)


def section_of(path: str) -> str:
    """Give the section whose manifest lists a page; "" for what the one at the top lists."""
    parts = PurePosixPath(path).parts
    if parts[-1].startswith("MANIFEST"):
        return ""
    if path.startswith(f"{_SEARCH}/"):
        return _SEARCH
    return "/".join(parts[:2]) if len(parts) > 2 and parts[1] in _SECTIONS else ""


def published_pages(output: Path) -> list[str]:
    """Give the pages that the manifests of the output folder list, as far as they are the site's own."""
    found = [file["path"] for file in listed(output)]
    for path in [path for path in found if PurePosixPath(path).name.startswith("MANIFEST")]:
        folder = PurePosixPath(path).parent
        found += [str(folder / file["path"]) for file in listed(output / folder, PurePosixPath(path).name)]
    return [path for path in found if is_own(path)]


def listed(folder: Path, name: str = MANIFEST) -> list[dict[str, str]]:
    """Give the files that a manifest lists, each with its path; none of one that is no manifest."""
    value = (read_manifest(folder, name) or {}).get("files")
    return (
        [file for file in value if isinstance(file, dict) and isinstance(file.get("path"), str)]
        if isinstance(value, list)
        else []
    )


def is_own(path: str) -> bool:
    """Say whether a path, from the output folder, is one of the site's own."""
    parts = PurePosixPath(path).parts
    return path in _TOP or (path.startswith(_OWN) and ".." not in parts and "\0" not in path)


def _manifests(section: str, listed: list[tuple[str, str, int]]) -> Iterator[Output]:
    digits = next((digits for most, digits in _PARTS if len(listed) <= most), _MOST_DIGITS)
    parts: dict[str, list[dict[str, object]]] = {}
    for path, known, size in listed:
        own = path.removeprefix(f"{section}/")
        at = sha256(own.encode()).hexdigest()[:digits]
        parts.setdefault(at, []).append({"path": own, "sha256": known, "bytes": size})
    for at, found in sorted(parts.items()):
        name = f"MANIFEST-{at}.json" if at else MANIFEST
        yield Output(f"{section}/{name}", "application/json", json_bytes({"schema": SCHEMA, "files": found}))


def _remove_empty(folder: Path, output: Path) -> None:
    """Remove a folder that holds nothing any more, and those above it, up to the output folder."""
    while folder != output and output in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
