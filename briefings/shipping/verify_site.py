"""`briefings verify` of a whole output folder: each edition, and the site's files. Standard library only.

The manifest at the top lists the editions, the site's files and the manifests of its large sections; each of those
lists its own files.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefings.shipping.manifest import MANIFEST, archived_days, digest, read_manifest
from briefings.shipping.site_files import is_own, listed
from briefings.shipping.verify import Finding, Verdict, bytes_of, verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAY = re.compile(r"\d{4}-\d\d-\d\d/", re.ASCII)


@dataclass(slots=True)
class OutputVerdict:
    """What verifying an output folder gave."""

    site: Verdict
    """Of the files above the editions."""
    editions: dict[str, Verdict] = field(default_factory=dict)
    """By day, in order."""

    @property
    def pieces(self) -> int:
        """Pieces of page text that were read."""
        return sum(verdict.pieces for verdict in self.editions.values())

    @property
    def is_sound(self) -> bool:
        """Say whether nothing was found."""
        return not any(verdict.findings for verdict in (self.site, *self.editions.values()))

    def as_object(self) -> dict[str, Any]:
        """Give the verdict as JSON values."""
        editions = {day: verdict.as_object() for day, verdict in self.editions.items()}
        site = {name: value for name, value in self.site.as_object().items() if name != "pieces"}
        return {"ok": self.is_sound, "pieces": self.pieces, "site": site, "editions": editions}


def is_output(folder: Path) -> bool:
    """Say whether a folder holds editions, and is none itself."""
    manifest = _manifest(folder) or {}
    try:
        return "day" not in manifest and ("editions" in manifest or bool(archived_days(folder)))
    except OSError:
        return False


def verify_output(folder: Path, content: Path | None) -> OutputVerdict:
    """Check an output folder; `content` as for `verify`."""
    days = [day.isoformat() for day in archived_days(folder)]
    return OutputVerdict(_site(folder, days), {day: verify(folder / day, content) for day in days})


def _manifest(folder: Path) -> dict[str, Any] | None:
    """Read the manifest at the top; a pipe of that name is not waited for."""
    try:
        return read_manifest(folder) if (folder / MANIFEST).is_file() else None
    except OSError:
        return None


def _site(folder: Path, days: list[str]) -> Verdict:
    verdict = Verdict()
    manifest = _manifest(folder)
    if manifest is None:
        message = "cannot be read; the files above the editions cannot be checked"
        verdict.findings.append(Finding("missing", MANIFEST, None, message))
        return verdict
    told = manifest.get("editions")
    promised = {day for day in told if isinstance(day, str)} if isinstance(told, list) else set()
    for day in sorted(promised - set(days)):
        verdict.findings.append(Finding("missing", day, None, "is in the manifest, but there is no such edition"))
    for day in sorted(set(days) - promised):
        verdict.findings.append(Finding("altered", day, None, "is an edition that is not in the manifest"))
    known = {MANIFEST}
    for path, sha256 in _promised_files(folder):
        known.add(path)
        data = bytes_of(folder, path)
        if data is None:
            verdict.findings.append(Finding("missing", path, None, "is in the manifest but not in the folder"))
        elif digest(data) != sha256:
            verdict.findings.append(Finding("altered", path, None, "differs from what was published"))
    for path in sorted(set(_files(folder, {*days, *promised})) - known):
        if is_own(path) or _DAY.match(path):
            verdict.findings.append(Finding("altered", path, None, "is not in the manifest"))
        else:
            verdict.unchecked.append(f"{path}: no file of the site")
    return verdict


def _promised_files(folder: Path) -> Iterator[tuple[str, object]]:
    """Give path and digest of each file that the manifests list, the manifests of sections among them."""
    for file in listed(folder):
        path = file["path"]
        yield path, file.get("sha256")
        section, _, name = path.rpartition("/")
        if section and name.startswith("MANIFEST") and bytes_of(folder, path) is not None:
            yield from ((f"{section}/{own['path']}", own.get("sha256")) for own in listed(folder / section, name))


def _files(folder: Path, days: set[str]) -> Iterator[str]:
    """Give what lies in the folder besides the editions; a link to a folder is not followed, and counts as a file."""
    for place, folders, files in os.walk(folder):
        inside = os.path.relpath(place, folder)
        at_top = inside == os.curdir
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118
        if at_top:
            folders[:] = [name for name in folders if name not in days]
        for name in (*files, *links):
            yield name if at_top else f"{inside}/{name}".replace(os.sep, "/")
