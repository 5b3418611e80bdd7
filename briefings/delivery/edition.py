"""The edition that is sent: read once, verified as read, refused as a draft, under embargo or altered."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from briefings.errors import ConfigurationError, NothingToPublishError, TryLaterError
from briefings.model import Output
from briefings.rendering.markings import check_marked
from briefings.shipping.files import read_folder
from briefings.shipping.manifest import FACTS, MANIFEST, digest, holds_all
from briefings.shipping.verify import originals, verify

if TYPE_CHECKING:
    from briefings.config import Config
    from briefings.shipping.verify import Finding

_TRIES: Final = 3
_PAUSE_SECONDS: Final = 0.5
_MOST_TOLD: Final = 5


@dataclass(frozen=True, slots=True)
class Published:
    """A published edition, as it was read."""

    day: str
    revision: int
    digest: str
    """SHA-256 of its MANIFEST.json."""
    marking: str
    """Id of its marking, "" for none."""
    manifest: dict[str, Any] = field(repr=False)
    files: dict[str, bytes] = field(repr=False)

    def pdf(self, language: str, profile: str) -> str:
        """Give the path of a PDF; the edition need not hold it."""
        return f"{language}/briefing-{self.day}-{language}-{profile}.pdf"

    def page(self, language: str, profile: str) -> str:
        """Give the path of a page; the edition need not hold it."""
        return f"{language}/{'index' if profile == 'desk' else profile}.html"


def read_edition(folder: Path, config: Config, now: datetime) -> Published:
    """Read an edition and verify what was read.

    `NothingToPublishError` for one that may not be sent, `ConfigurationError` for one of another product,
    `TryLaterError` for one that is under embargo still.
    """
    outputs = _whole(folder)
    files = {output.path: output.data for output in outputs}
    if MANIFEST not in files:
        message = f"{folder}: there is no such edition; build it first: briefings build --date {folder.name}"
        raise NothingToPublishError(message)
    _verified(outputs, folder)
    manifest = json.loads(files[MANIFEST])
    made = manifest.get("release", "")
    if made != config.release:
        message = (
            f"{folder}: made with release = {made!r}, these settings have release = {config.release!r}; "
            "name the settings of that product with --config"
        )
        raise ConfigurationError(message)
    if manifest.get("draft") is True:
        message = f"{folder}: holds drafts; take `draft` out of its articles and build it without --drafts"
        raise NothingToPublishError(message)
    check_embargoes(json.loads(files[FACTS]), folder, config, now)
    edition = Published(
        manifest["day"], manifest["revision"], digest(files[MANIFEST]), manifest["marking"] or "", manifest, files
    )
    _check_marking(edition, folder, config)
    return edition


def check_embargoes(facts: dict[str, Any], folder: Path, config: Config, now: datetime) -> None:
    """Refuse an edition with an article that may not be told yet. `TryLaterError` says from when on it may."""
    zone = ZoneInfo(config.time_zone)
    ends = []
    for article in facts["articles"]:
        if text := article["marks"]["embargo_until"]:
            moment = datetime.fromisoformat(text)
            ends.append(((moment if moment.tzinfo else moment.replace(tzinfo=zone)), article["path"]))
    end, path = max(ends, default=(now, ""))
    if end > now:
        message = (
            f"{folder}: {path} is under embargo until {end.astimezone(zone).isoformat(' ', 'minutes')}; send it then"
        )
        raise TryLaterError(message)


def stale(edition: Published, content: Path) -> list[Finding]:
    """Give the files that are not any more what the edition was made of; it may be sent all the same."""
    return originals(edition.manifest, content)


def _whole(folder: Path) -> tuple[Output, ...]:
    """Read all files of an edition at one moment: a build may put another in its place meanwhile."""
    outputs: tuple[Output, ...] = ()
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE_SECONDS)
        try:
            outputs = read_folder(folder)
        except FileNotFoundError:
            continue
        if holds_all(outputs):
            break
    return outputs


def _verified(outputs: tuple[Output, ...], folder: Path) -> None:
    """Verify the bytes that were read, in a folder of their own: what is sent is what was checked."""
    with TemporaryDirectory(prefix="briefings-") as place:
        for output in outputs:
            path = Path(place, output.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.data)
        found = verify(Path(place), None).findings
    if found:
        told = [f"{one.path}: {one.outcome}: {one.message}" for one in found[:_MOST_TOLD]]
        more = [f"and {len(found) - _MOST_TOLD} more"] if len(found) > _MOST_TOLD else []
        head = f"{folder}: is not what was published; nothing is sent, build it again"
        raise NothingToPublishError("\n".join((head, *told, *more)))


def _check_marking(edition: Published, folder: Path, config: Config) -> None:
    """Hold the marking against the desk's scale of today, and read it back from every page of every PDF."""
    if edition.marking and edition.marking not in {step.id for step in config.markings}:
        message = (
            f"{folder}: marked {edition.marking!r}, which is not on the desk's scale any more; "
            "put it back into [[markings]], or build the edition again"
        )
        raise NothingToPublishError(message)
    pdfs = (Output(path, "application/pdf", data) for path, data in edition.files.items() if path.endswith(".pdf"))
    check_marked(pdfs, edition.marking or None, config)
