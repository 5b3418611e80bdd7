"""PDFs as qpdf, poppler and pikepdf see them: whole, tagged, titled, readable by machines (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.conformance

HEADING = re.compile(r"/H([1-6])$")
ACTIVE = ("/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/RichMedia", "/EmbeddedFile")


def tool(*words: str | Path) -> str:
    """Run a tool; it must be content, with a word on neither side."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    assert done.stderr == ""
    return done.stdout


def language_of(path: Path) -> str:
    """Read the language from a file's name, which ends with day, language and profile."""
    return path.stem.split("-")[-2]


def test_qpdf_finds_nothing(pdfs: list[Path]) -> None:
    for path in pdfs:
        assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", path), path


def test_poppler_reads_a_tagged_document(pdfs: list[Path]) -> None:
    for path in pdfs:
        facts = dict(line.split(":", 1) for line in tool("pdfinfo", path).splitlines() if ":" in line)
        assert facts["Tagged"].strip() == "yes", path
        assert facts["JavaScript"].strip() == "no", path
        assert facts["Encrypted"].strip() == "no", path


def test_poppler_finds_words_on_every_page(pdfs: list[Path]) -> None:
    for path in pdfs:
        sheets = tool("pdftotext", "-enc", "UTF-8", path, "-").split("\f")[:-1]
        assert sheets, path
        for number, sheet in enumerate(sheets, start=1):
            assert re.search(rf"\b{number}\s*/\s*{len(sheets)}\b", sheet), f"{path.name}: page {number} has no number"
            assert "\ufffd" not in sheet, f"{path.name}: page {number} has unreadable letters"


def test_catalogue_says_what_the_document_is(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            root = pdf.Root
            assert root.MarkInfo.Marked, path
            assert str(root.Lang).split("-")[0] == language_of(path), path
            assert root.ViewerPreferences.DisplayDocTitle, path
            assert len(str(pdf.docinfo.Title).strip()) > 0, path
            assert len(root.Outlines.keys()) > 0, path
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1", path
                assert metadata["dc:title"] == str(pdf.docinfo.Title), path


def test_nothing_in_it_acts(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            found = [key for entry in dictionaries(pdf) for key in ACTIVE if key in entry or entry.get("/S") == key]
            assert found == [], path


def test_fonts_are_embedded_and_map_to_text(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            fonts = [entry for entry in dictionaries(pdf) if entry.get("/Type") == "/Font"]
            outer = [font for font in fonts if "/DescendantFonts" in font or "/FontDescriptor" in font]
            assert outer, path
            for font in outer:
                owner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(owner.FontDescriptor.keys()), font.BaseFont
                assert "Briefings" in str(owner.BaseFont), f"{path.name} falls back to {owner.BaseFont}"
            assert all("/ToUnicode" in font for font in fonts if "/DescendantFonts" in font), path


def test_pages_are_tagged(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            for page in pdf.pages:
                assert "/StructParents" in page, path
                assert page.get("/Tabs") == "/S" or "/Annots" not in page, path


def test_headings_nest(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            levels = [int(match[1]) for tag, _ in tags(pdf) if (match := HEADING.match(tag))]
        assert levels[:1] == [1], path
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], path


def test_figures_have_a_text(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            assert [tag for tag, entry in tags(pdf) if tag == "/Figure" and not str(entry.get("/Alt", ""))] == [], path


def test_links_have_a_text_and_a_safe_aim(pdfs: list[Path]) -> None:
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            names = names_of(pdf)
            for page in pdf.pages:
                for link in page.get("/Annots", []):
                    assert str(link.get("/Contents", "")), f"{path.name}: a link without a text"
                    assert aim_is_good(link, names), f"{path.name}: {link.get('/A', link.get('/Dest'))}"


def test_principal_keeps_its_two_pages(pdfs: list[Path]) -> None:
    principal = [path for path in pdfs if path.stem.endswith("-principal")]
    assert principal
    for path in principal:
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) <= 2, path


def aim_is_good(link: pikepdf.Object, names: frozenset[str]) -> bool:
    """Say whether a link leads to a place in the document or to a web or mail address."""
    action = link.get("/A")
    if action is not None and action.get("/S") == "/URI":
        return str(action.URI).startswith(("https://", "http://", "mailto:"))
    aim = link.get("/Dest") if action is None else action.get("/D")
    return isinstance(aim, pikepdf.Array) or str(aim) in names


def names_of(pdf: pikepdf.Pdf) -> frozenset[str]:
    """Give the named places of a document."""
    found = set(pdf.Root.get("/Dests", pikepdf.Dictionary()).keys())
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        found |= {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
    return frozenset(found)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Give every dictionary that is an object of its own."""
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary):
            yield entry


def tags(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Walk the structure tree in reading order; give each element with its tag."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        entry = waiting.pop()
        if "/S" in entry:
            yield str(entry.S), entry
        children = entry.get("/K")
        listed = list(children) if isinstance(children, pikepdf.Array) else [children]
        waiting.extend(child for child in reversed(listed) if isinstance(child, pikepdf.Dictionary))
