"""Make templates/fonts from named, hashed releases of Source Serif 4 and Source Sans 3.

    .venv/bin/python tools/make_fonts.py

Needs `npm` (to fetch two packages) and the development environment (fontTools, brotli). The same packages and the
same fontTools give the same bytes. Each style becomes one file with every script it needs: two files under one
family name make WeasyPrint draw wrong glyphs. The families are renamed because "Source" is a reserved font name
(SIL OFL 1.1, condition 3) and a subset is a modified version.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "fonts"

PACKAGES = {
    "@expo-google-fonts/source-serif-4@0.4.1": "84f0b412fbc9b0b666d6fe04620b2cd2e54bfd49ca61fe0663a9e5beb30afcc4",
    "@expo-google-fonts/source-sans-3@0.4.1": "eb41834f563921e19b18b40bc924b97110983aef800d9cb67b9186f546311828",
}

RANGES = (
    (0x0020, 0x024F),  # Latin, with Turkish and its neighbours
    (0x0259, 0x0259),  # ə of Azerbaijani in lower case
    (0x02B0, 0x036F),  # modifier letters and combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic: names are quoted in it
    (0x1E00, 0x1EFF),  # Latin extended additional
    (0x2000, 0x206F),  # typographic marks and spaces
    (0x2070, 0x209F),  # superior and inferior figures: note numbers
    (0x20A0, 0x20BF),  # currencies, ₺ among them
    (0x2100, 0x218F),  # № ™ ½
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # − ≈ ≤ ≥
    (0x25A0, 0x27BF),  # ■ ▲ ▼ ● ✓
    (0xFB00, 0xFB06),  # ligatures
)

FEATURES = (
    "kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "case", "frac", "numr", "dnom", "ordn", "sups", "subs",
    "sinf", "lnum", "onum", "pnum", "tnum", "zero",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """One font to make: where it comes from and what it is called."""

    package: str
    member: str
    family: str
    style: str
    file: str


SERIF, SANS = PACKAGES
STYLES = (
    Style(SERIF, "400Regular/SourceSerif4_400Regular.ttf", "Briefings Serif", "Regular", "briefings-serif-400"),
    Style(SERIF, "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf", "Briefings Serif", "Italic",
          "briefings-serif-400-italic"),
    Style(SERIF, "600SemiBold/SourceSerif4_600SemiBold.ttf", "Briefings Serif", "SemiBold", "briefings-serif-600"),
    Style(SANS, "400Regular/SourceSans3_400Regular.ttf", "Briefings Sans", "Regular", "briefings-sans-400"),
    Style(SANS, "600SemiBold/SourceSans3_600SemiBold.ttf", "Briefings Sans", "SemiBold", "briefings-sans-600"),
)  # fmt: skip
LICENCES = {SERIF: "OFL-briefings-serif.txt", SANS: "OFL-briefings-sans.txt"}


def main() -> int:
    """Fetch, cut, rename and write every style and the licences; give the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        archives = {package: fetch(package, Path(temporary)) for package in PACKAGES}
        for style in STYLES:
            write(style, member(archives[style.package], f"package/{style.member}"))
        for package, name in LICENCES.items():
            (FOLDER / name).write_bytes(member(archives[package], "package/LICENSE_FONT").replace(b"\r\n", b"\n"))
    return 0


def fetch(package: str, folder: Path) -> Path:
    """Fetch a package by name and version; stop when its SHA-256 is not the one written here."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    archive = folder / name
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != PACKAGES[package]:
        sys.exit(f"{package}: SHA-256 is {digest}, not {PACKAGES[package]}; nothing was written")
    return archive


def member(archive: Path, name: str) -> bytes:
    """Give the bytes of one file of an archive."""
    with tarfile.open(archive) as tar:
        handle = tar.extractfile(name)
        if handle is None:
            sys.exit(f"{archive.name} has no {name}")
        return handle.read()


def write(style: Style, data: bytes) -> None:
    """Cut one style to the characters and features above and write it as TTF (print) and WOFF2 (screen)."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    options = subset.Options(
        layout_features=list(FEATURES), hinting=False, notdef_outline=True, glyph_names=False, name_IDs=["*"],
        name_languages=["*"], recalc_timestamp=False,
    )  # fmt: skip
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    cutter.subset(font)
    add_non_breaking_hyphen(font)
    rename(font, style)
    font.save(FOLDER / f"{style.file}.ttf")
    font.flavor = "woff2"
    font.save(FOLDER / f"{style.file}.woff2")


def add_non_breaking_hyphen(font: TTFont) -> None:
    """Let U+2011 show the hyphen where the font has no glyph for it."""
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x2011 not in table.cmap:
            table.cmap[0x2011] = table.cmap[ord("-")]


def rename(font: TTFont, style: Style) -> None:
    """Give the font its own family name; copyright, licence and designer stay as they are."""
    full = f"{style.family} {style.style}"
    names = {1: style.family, 2: style.style, 3: full, 4: full, 6: full.replace(" ", "-")}
    if style.style not in {"Regular", "Italic"}:
        names |= {1: full, 2: "Regular", 16: style.family, 17: style.style}
    for identity in (7, 16, 17, 18, 21, 22, 25):
        font["name"].removeNames(nameID=identity)
    for identity, text in names.items():
        font["name"].removeNames(nameID=identity)
        font["name"].setName(text, identity, 3, 1, 0x409)


if __name__ == "__main__":
    sys.exit(main())
