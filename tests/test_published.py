"""What the archive gives back: articles as published, revisions, and a page that misquotes them is found out."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.articles import read_library
from briefings.config import Config
from briefings.desk import Request
from briefings.pipeline import build
from briefings.screen import Screen
from briefings.shipping import manifest
from tests.builds import build_here, page_text, run_here

CASE = Path(__file__).parent / "editions" / "revision-corrected"
FIRST, SECOND = date(2025, 12, 3), date(2025, 12, 4)


@pytest.fixture
def revised(tmp_path: Path) -> tuple[Path, Path]:
    """A content folder and its editions; the first was corrected when the second was out."""
    content, output = tmp_path / "content", tmp_path / "editions"
    shutil.copytree(CASE / "content", content)
    for stage in ("content", "put-right"):
        shutil.copytree(CASE / stage, content, dirs_exist_ok=True)
        assert build_here(content, output, "--format", "html,json").exit_code == 0
    return content, output


def test_articles_are_read_back_as_they_were_published(revised: tuple[Path, Path]) -> None:
    content, output = revised
    read = [article for article in read_library(content, Config(), None).articles if "12-03" in article.source.path]
    (back,) = manifest.read_articles(output / FIRST.isoformat(), {article.source.path for article in read})
    assert replace(back, published=None) == replace(read[0], published=None)
    assert back.published == read[0].published


@pytest.mark.parametrize("damage", [None, "[]", "{", '{"revisions": 7}'])
def test_revisions_are_known_even_without_the_sites_manifest(revised: tuple[Path, Path], damage: str | None) -> None:
    _, output = revised
    known = manifest.read_revisions(output)
    assert [(revision.number, revision.after) for revision in known[FIRST]] == [(2, SECOND)]
    if damage is None:
        (output / "MANIFEST.json").unlink()
    else:
        (output / "MANIFEST.json").write_text(damage, encoding="utf-8")
    assert manifest.read_revisions(output)[FIRST] == known[FIRST]


@pytest.mark.parametrize("words", ["sayısı dokuza çıktı", "Feribot seferleri arttı"])
def test_a_page_that_misquotes_the_earlier_version_is_found_out(revised: tuple[Path, Path], words: str) -> None:
    _, output = revised
    folder = output / FIRST.isoformat()
    assert run_here("verify", str(folder)).exit_code == 0
    page = folder / "tr" / "index.html"
    text = page.read_text(encoding="utf-8")
    marked = text.index("revision-passage" if "dokuza" in words else "revision-title")
    page.write_text(text[:marked] + text[marked:].replace(words, "başka sözler", 1), encoding="utf-8")
    ended = run_here("verify", str(folder))
    assert ended.exit_code == 1
    assert "fabricated" in ended.stdout + ended.stderr


def test_a_preview_publishes_nothing(revised: tuple[Path, Path], tmp_path: Path) -> None:
    """Saving twice while a preview runs is one revision at most, and the archive stays as it was."""
    content, output = revised
    article = content / "2025-12-03" / "feribot.md"
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    request = Request(content, tmp_path / ".preview", formats=("html", "json"), archive=output)
    for before_it, number in (("yediye", "sekize"), ("sekize", "altıya")):
        article.write_text(article.read_text(encoding="utf-8").replace(before_it, number), encoding="utf-8")
        report = build(request, Screen(io.StringIO(), colours=False))
        assert FIRST in report.published
    page = page_text(tmp_path / ".preview" / FIRST.isoformat() / "tr" / "index.html")
    assert "3. baskı" in page
    assert "4. baskı" not in page
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
