"""A content folder that tries something, built beside a harmless article, and what came of it."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.builds import build_here, page_text
from tests.hostile.inspection import faults_of

if TYPE_CHECKING:
    from pathlib import Path

CONTROL: Final = "Kontrol yazısı burada duruyor"
_ARTICLE: Final = f"---\ntitle: {CONTROL}\ndate: 2025-12-04\nlang: tr\n---\nKontrol limanı dün açıldı.\n"
SETTINGS: Final = """marking = "internal"
markings = [
  { id = "none", label = { tr = "Tasnif dışı", en = "Unmarked" } },
  { id = "internal", label = { tr = "HİZMETE ÖZEL", en = "FOR OFFICIAL USE" } },
  { id = "TLP:GREEN", label = { tr = "TLP:GREEN", en = "TLP:GREEN" } },
]
"""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of it."""

    exit_code: int
    stderr: str
    text: str
    """The words of all pages, one after the other."""
    faults: tuple[str, ...]


def attempt(content: Path, *options: str) -> Attempt:
    """Build a folder with a harmless article in it, and look at what came out."""
    (content / "zz-kontrol.md").write_text(_ARTICLE, encoding="utf-8")
    if not os.path.lexists(content / "briefings.toml"):
        (content / "briefings.toml").write_text(SETTINGS, encoding="utf-8")
    output = content.parent / "public" / "editions"
    before = _seen(content)
    ended = build_here(content, output, *options)
    faults = faults_of(output)
    pages = sorted(output.rglob("*.html"))
    text = " ".join(page_text(page) for page in pages)
    desk_pages = output.glob("????-??-??/*/index.html")
    if any(CONTROL not in page_text(page) for page in desk_pages):
        faults.append("the harmless article is lost")
    if not pages:
        faults.append("no page")
    if _seen(content) != before:
        faults.append("the content folder was written")
    faults += [
        f"written beside the output: {path.name}" for path in output.parent.iterdir() if path.name[0] not in ".e"
    ]
    if "Traceback" in ended.stderr or "defect" in ended.stderr:
        faults.append(ended.stderr)
    faults += [
        f"a message with {sign!r}" for sign in sorted(set(ended.stderr)) if not sign.isprintable() and sign != "\n"
    ]
    return Attempt(ended.exit_code, ended.stderr, text, tuple(faults))


def _seen(folder: Path) -> dict[bytes, tuple[int, str]]:
    """Give kind and digest of all that lies in a folder; no link is followed, no pipe opened."""
    found = {}
    for path in folder.rglob("*"):
        mode = path.lstat().st_mode
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(mode) else ""
        found[os.fsencode(path)] = (mode, digest)
    return found
