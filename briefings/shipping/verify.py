"""`briefings verify`: does every line of a published edition stand on its source? Standard library only.

It starts from the words on the pages, not from the record: each piece of visible text claims a ground, and the ground
is read again. The PDFs' text is compared with the words of the page of the same make where pypdfium2 is installed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

from briefings.shipping.claims import Archive, check_piece
from briefings.shipping.corrections import FILE as CORRECTIONS
from briefings.shipping.corrections import foreign_corrections
from briefings.shipping.desk_texts import DeskText
from briefings.shipping.manifest import FACTS, MANIFEST, read_manifest
from briefings.shipping.pages import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Outcome = Literal["fabricated", "misattributed", "source-changed", "missing", "altered"]
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"[\u00ad\u2010\ufffe\x02-]\s*[\r\n]+\s*|[\u00ad\ufffe\x02]")


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
    manifest = read_manifest(folder)
    if manifest is None:
        verdict.findings.append(Finding("missing", MANIFEST, None, "cannot be read; this folder holds no edition"))
        return verdict
    changed = _check_sources(folder, manifest, content, verdict)
    archive = _archive(folder, manifest, content, changed, verdict)
    if archive is not None:
        _check_pages(folder, manifest, archive, verdict)
    _check_files(folder, manifest, verdict)
    return verdict


def _check_sources(folder: Path, manifest: dict[str, Any], content: Path | None, verdict: Verdict) -> set[str]:
    """Compare sources and original files with the manifest; give the ids of articles whose text has changed."""
    changed = set()
    for file in manifest["files"]:
        if file["path"].startswith("sources/"):
            data = _read(folder / file["path"])
            if data is not None and sha256(data).hexdigest() != file["sha256"]:
                changed.add(file["path"].removeprefix("sources/").removesuffix(".txt"))
                verdict.findings.append(
                    Finding("source-changed", file["path"], None, "is not the text this edition was made from")
                )
    if content is None:
        verdict.unchecked.append("the original files: name their folder with --content")
        return changed
    for record in manifest["inputs"]:
        if record["fate"] == "read":
            verdict.findings.extend(_original(content, record))
    return changed


def _original(content: Path, record: dict[str, Any]) -> list[Finding]:
    data = _read(content / record["path"])
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
        facts = json.loads((folder / FACTS).read_bytes())
        texts = {
            article["id"]: (folder / "sources" / f"{article['id']}.txt").read_text(encoding="utf-8")
            for article in facts["articles"]
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
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
        foreign = foreign_corrections(facts, _read(content / CORRECTIONS))
        verdict.findings.extend(Finding("fabricated", FACTS, None, message) for message in foreign)
    desk = _desk_words(manifest, content)
    if desk is None and any(record["fate"] == "desk" for record in manifest["inputs"]):
        verdict.unchecked.append("the desk's own words: name the content folder with --content")
    return Archive.of(facts, texts, manifest, frozenset(changed), desk)


def _desk_words(manifest: dict[str, Any], content: Path | None) -> dict[str, DeskText] | None:
    """Give each of the desk's own files."""
    if content is None:
        return None
    paths = [record["path"] for record in manifest["inputs"] if record["fate"] == "desk"]
    return {path: DeskText.of(_read(content / path) or b"") for path in paths}


def _check_pages(folder: Path, manifest: dict[str, Any], archive: Archive, verdict: Verdict) -> None:
    words: dict[tuple[str, str], frozenset[str]] = {}
    for path in (file["path"] for file in manifest["files"]):
        data = _read(folder / path) if path.endswith(".html") else None
        if data is None:
            continue
        language = path.split("/", 1)[0]
        pieces = pieces_of(data.decode(errors="replace"))
        verdict.pieces += len(pieces)
        for piece in pieces:
            if problem := check_piece(piece, archive, language):
                outcome, message = problem
                verdict.findings.append(Finding(outcome, path, piece.line, message))
        profile = "principal" if "principal" in path else "desk"
        words[language, profile] = frozenset(
            word for piece in pieces for word in _LETTERS.findall(piece.text)
        ) | words.get((language, profile), frozenset())
    for path in (file["path"] for file in manifest["files"] if file["path"].endswith(".pdf")):
        if (folder / path).is_file():
            verdict.findings.extend(_check_pdf(folder, path, words, archive, verdict))


def _check_pdf(
    folder: Path, path: str, words: dict[tuple[str, str], frozenset[str]], archive: Archive, verdict: Verdict
) -> Iterator[Finding]:
    """Find words of a PDF that stand neither on the page of the same make nor in the edition's sources."""
    language = path.split("/", 1)[0]
    profile = "principal" if "principal" in path else "desk"
    pages = _pdf_pages(folder / path)
    if pages is None:
        verdict.unchecked.append(f"{path}: its text; pypdfium2 is not installed, or the file cannot be read")
        return
    known = words.get((language, profile), frozenset()) | archive.words | archive.label_words(language)
    for number, text in enumerate(pages, 1):
        strange = _strange_words(text, known)
        if strange:
            yield Finding(
                "fabricated",
                path,
                None,
                f"page {number} holds words that no page or source of the edition holds: {', '.join(strange[:5])}",
            )


def _pdf_pages(path: Path) -> list[str] | None:
    try:
        import pypdfium2  # noqa: PLC0415 - optional
    except ImportError:
        return None
    try:
        with pypdfium2.PdfDocument(path) as document:
            return [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError:
        return None


def _strange_words(text: str, known: frozenset[str]) -> list[str]:
    """Give the words of a page's text layer that nothing accounts for.

    Digits are read back on the pages; here letters count. A word broken at a line's end is accounted for together with
    its neighbours, with or without its hyphen.
    """
    words = _LETTERS.findall(_BROKEN.sub("", text))
    strange = []
    for place, word in enumerate(words):
        before, after = "".join(words[max(place - 1, 0) : place]), "".join(words[place + 1 : place + 2])
        joined = {word, before + word, word + after, before + word + after}
        if not joined & known and not _two_words(word, known):
            strange.append(word)
    return sorted(set(strange))


def _two_words(word: str, known: frozenset[str]) -> bool:
    """Say whether a word is two words of the page that only met at a line's end: "deprem-" + "dayanıklı"."""
    return any(word[:cut] in known and word[cut:] in known for cut in range(2, len(word) - 1))


def _check_files(folder: Path, manifest: dict[str, Any], verdict: Verdict) -> None:
    """Compare every file with the manifest; one that already has a finding of its own is not named twice."""
    told = {finding.path for finding in verdict.findings}
    listed = {file["path"]: file for file in manifest["files"]}
    for path, file in listed.items():
        data = _read(folder / path)
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
    for found in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()):
        if found not in listed and found != MANIFEST:
            verdict.findings.append(Finding("altered", found, None, "is not in the manifest"))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
