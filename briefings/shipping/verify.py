"""`briefings verify`: does every line of a published edition stand on its source? Standard library only.

It starts from the words on the pages, not from the record: each piece of visible text claims a ground, and the ground
is read again. PDFs, and the pages they were made of, are held against the words of the page of the same make.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from briefings.model.look import FOLDER as LOOK
from briefings.shipping.claims import Archive, check_piece
from briefings.shipping.corrections import FILE as CORRECTIONS
from briefings.shipping.corrections import foreign_corrections
from briefings.shipping.desk_texts import DeskText
from briefings.shipping.manifest import FACTS, MANIFEST, read_manifest
from briefings.shipping.pages import pieces_of
from briefings.shipping.printouts import is_printed, make_of, strange_words, texts_of, words_of

if TYPE_CHECKING:
    from pathlib import Path

Outcome = Literal["fabricated", "misattributed", "source-changed", "missing", "altered"]
_NOT_OURS = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)
"""What a record ends in that somebody has written by hand."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on a page, or in the folder, that does not hold."""

    outcome: Outcome
    path: str
    line: int | None
    message: str


@dataclass(slots=True)
class Verdict:
    """What verifying an edition gave."""

    findings: list[Finding] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    """What could not be checked, and why."""
    pieces: int = 0
    """Pieces of page text that were read."""

    def as_object(self) -> dict[str, Any]:
        """Give the verdict as JSON values."""
        listed = [{"outcome": f.outcome, "path": f.path, "line": f.line, "message": f.message} for f in self.findings]
        return {"ok": not self.findings, "pieces": self.pieces, "findings": listed, "unchecked": self.unchecked}


def verify(folder: Path, content: Path | None) -> Verdict:
    """Check an edition's folder; `content` is the folder of the original files, None when they are not at hand."""
    verdict = Verdict()
    try:
        manifest = read_manifest(folder)
    except OSError:
        manifest = None
    if manifest is None:
        verdict.findings.append(Finding("missing", MANIFEST, None, "cannot be read; this folder holds no edition"))
        return verdict
    try:
        _check(folder, manifest, content, verdict)
    except _NOT_OURS as error:
        words = f"the record or a page is not as this programme writes it ({type(error).__name__}: {error})"
        verdict.findings.append(Finding("altered", MANIFEST, None, words))
    return verdict


def _check(folder: Path, manifest: dict[str, Any], content: Path | None, verdict: Verdict) -> None:
    changed = _check_sources(folder, manifest, content, verdict)
    archive = _archive(folder, manifest, content, changed, verdict)
    if archive is not None:
        _check_pages(folder, manifest, archive, verdict)
    _check_files(folder, manifest, verdict)


def _check_sources(folder: Path, manifest: dict[str, Any], content: Path | None, verdict: Verdict) -> set[str]:
    """Compare sources and original files with the manifest; give the ids of articles whose text has changed."""
    changed = set()
    for file in manifest["files"]:
        if file["path"].startswith("sources/"):
            data = bytes_of(folder, file["path"])
            if data is not None and sha256(data).hexdigest() != file["sha256"]:
                changed.add(file["path"].removeprefix("sources/").removesuffix(".txt"))
                verdict.findings.append(
                    Finding("source-changed", file["path"], None, "is not the text this edition was made from")
                )
    if content is None:
        verdict.unchecked.append("the original files: name their folder with --content")
        return changed
    verdict.findings += originals(manifest, content)
    return changed


def originals(manifest: dict[str, Any], content: Path) -> list[Finding]:
    """Find the files in the content folder that are not any more what an edition was made from."""
    read = (record for record in manifest["inputs"] if record["fate"] in {"read", "look"})
    return [finding for record in read for finding in _original(content, record)]


def _original(content: Path, record: dict[str, Any]) -> list[Finding]:
    data = bytes_of(content, record["path"])
    if data is None:
        return [Finding("missing", record["path"], None, "the original file is not there any more")]
    if sha256(data).hexdigest() != record["sha256"]:
        return [
            Finding(
                "source-changed", record["path"], None, "the original file is not the one this edition was made from"
            )
        ]
    return []


def _archive(
    folder: Path, manifest: dict[str, Any], content: Path | None, changed: set[str], verdict: Verdict
) -> Archive | None:
    try:
        facts = json.loads(_needed(folder, FACTS))
        texts = {
            article["id"]: _needed(folder, f"sources/{article['id']}.txt").decode() for article in facts["articles"]
        }
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        verdict.findings.append(
            Finding(
                "missing",
                FACTS,
                None,
                f"the record or a source cannot be read ({error}); nothing can be checked against it",
            )
        )
        return None
    if content is not None:
        foreign = foreign_corrections(facts, bytes_of(content, CORRECTIONS))
        verdict.findings.extend(Finding("fabricated", FACTS, None, message) for message in foreign)
        verdict.findings.extend(_foreign_labels(manifest, content))
    desk = _desk_words(manifest, content)
    if desk is None and any(record["fate"] == "desk" for record in manifest["inputs"]):
        verdict.unchecked.append("the desk's own words: name the content folder with --content")
    return Archive.of(facts, texts, manifest, frozenset(changed), desk)


def _foreign_labels(manifest: dict[str, Any], content: Path) -> list[Finding]:
    """Find labels that the record takes for the desk's own, and the desk's files do not hold."""
    found = []
    for language, labels in manifest.get("labels", {}).items():
        path = f"{LOOK}/labels.{language}.toml"
        file = DeskText.of(bytes_of(content, path) or b"")
        foreign = [words for words in labels.values() if not file.says(words)]
        found += [Finding("fabricated", MANIFEST, None, f"{path} does not say “{words[:80]}”") for words in foreign]
    return found


def _desk_words(manifest: dict[str, Any], content: Path | None) -> dict[str, DeskText] | None:
    """Give each of the desk's own files."""
    if content is None:
        return None
    paths = [record["path"] for record in manifest["inputs"] if record["fate"] == "desk"]
    return {path: DeskText.of(bytes_of(content, path) or b"") for path in paths}


def _check_pages(folder: Path, manifest: dict[str, Any], archive: Archive, verdict: Verdict) -> None:
    """Check the pages for a screen piece by piece, then what is printed against their words."""
    paths = [file["path"] for file in manifest["files"] if file["path"].endswith((".html", ".pdf"))]
    words: dict[tuple[str, str], set[str]] = {}
    for path in (path for path in paths if not is_printed(path)):
        data = bytes_of(folder, path)
        if data is None:
            continue
        language, profile = make_of(path)
        pieces = pieces_of(data.decode(errors="replace"))
        verdict.pieces += len(pieces)
        for piece in pieces:
            if problem := check_piece(piece, archive, language):
                outcome, message = problem
                verdict.findings.append(Finding(outcome, path, piece.line, message))
        words.setdefault((language, profile), set()).update(words_of(piece.text for piece in pieces))
    for path in (path for path in paths if is_printed(path) and (folder / path).is_file()):
        _check_printed(folder, path, words.get(make_of(path)), archive, verdict)


def _check_printed(folder: Path, path: str, words: set[str] | None, archive: Archive, verdict: Verdict) -> None:
    """Find what a PDF, or the page it was made of, says beyond the page of the same make and the edition's sources."""
    texts = texts_of(folder / path)
    if texts is None:
        verdict.unchecked.append(f"{path}: its text; pypdfium2 is not installed, or the file cannot be read")
        return
    if words is None:
        verdict.unchecked.append(f"{path}: its words; the edition holds no page for a screen of the same make")
        return
    known = frozenset(words) | words_of(archive.texts.values()) | archive.label_words(make_of(path)[0])
    for number, text in enumerate(texts, 1):
        strange = strange_words(text, known, with_numbers=path.endswith(".html"))
        if strange:
            place = f"page {number}" if path.endswith(".pdf") else "it"
            message = f"{place} holds words that no page or source of the edition holds: {', '.join(strange[:5])}"
            verdict.findings.append(Finding("fabricated", path, None, message))


def _check_files(folder: Path, manifest: dict[str, Any], verdict: Verdict) -> None:
    """Compare every file with the manifest; one that already has a finding of its own is not named twice."""
    told = {finding.path for finding in verdict.findings}
    listed = {file["path"]: file for file in manifest["files"]}
    for path, file in listed.items():
        data = bytes_of(folder, path)
        if data is None:
            verdict.findings.append(Finding("missing", path, None, "is in the manifest but not in the folder"))
        elif sha256(data).hexdigest() != file["sha256"] and path not in told:
            verdict.findings.append(
                Finding(
                    "altered",
                    path,
                    None,
                    "differs from what was published, though its words still stand on their sources",
                )
            )
    for found in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()):
        if found not in listed and found != MANIFEST:
            verdict.findings.append(Finding("altered", found, None, "is not in the manifest"))


def bytes_of(folder: Path, path: str) -> bytes | None:
    """Read a regular file below a folder, by the path a record gives; None where there is none."""
    place = folder.joinpath(*PurePosixPath(path).parts)
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts or not place.is_file():
        return None
    try:
        return place.read_bytes()
    except OSError:
        return None


def _needed(folder: Path, path: str) -> bytes:
    data = bytes_of(folder, path)
    if data is None:
        raise FileNotFoundError(path)
    return data
