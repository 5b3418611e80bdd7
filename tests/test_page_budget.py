"""Days of any size in whole builds: the principal's pages are two at most, full, and the same in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.builds import build_here, page_text, run_here
from tests.made_content import DAY, make_day
from tests.pages import fills_of

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("tr", "en")
SIZES = [
    pytest.param(1, id="1 article"),
    pytest.param(5, id="5 articles"),
    pytest.param(20, id="20 articles", marks=pytest.mark.slow),
    pytest.param(200, id="200 articles", marks=pytest.mark.slow),
]
WITHOUT_PDF = {5, 20}
"""Of these sizes, too: the cut is the same where no PDF is made."""
_HEADLINE = re.compile(r"<h3[^>]*>\s*<span data-src=\"([^\"]+)\"")
_SECTION = re.compile(r'<section class="part ([a-z_]+)".*?</section>', re.DOTALL)
_ROW = re.compile(r'class="row[ "]')
_PDF_LINK = re.compile(r'<li><a href="[^"]*\.pdf">.*?</li>\n')


def _built(folder: Path, content: Path, *formats: str, profile: str = "principal") -> Path:
    done = build_here(content, folder, "--profile", profile, "--format", ",".join(formats))
    assert done.exit_code == 0, done.stderr
    return folder / DAY.isoformat()


def _page(edition: Path, language: str) -> str:
    return (edition / language / "principal.html").read_text(encoding="utf-8")


def _told(page: str) -> dict[str, object]:
    """Give what a page tells: the stories' articles, and how many rows each section has."""
    sections = {found[1]: len(_ROW.findall(found[0])) for found in _SECTION.finditer(page)}
    sentences = page.count('<p class="words">')
    return {"stories": _HEADLINE.findall(page), "sentences": sentences, **sections}


@pytest.mark.parametrize("size", SIZES)
def test_two_full_pages_at_most_and_one_cut_for_all_languages(size: int, tmp_path: Path) -> None:
    content = make_day(tmp_path / "content", size)
    edition = _built(tmp_path / "out", content, "html", "pdf")
    told = [_told(_page(edition, language)) for language in LANGUAGES]
    assert told[0] == told[1]
    for language in LANGUAGES:
        fills = fills_of(next((edition / language).glob("*.pdf")).read_bytes())
        assert len(fills) == (1 if size == 1 else 2)
        # One cut for both languages: the longer one fills its pages first, the other may stop a line or two short.
        assert all(fill >= (0.7 if size == 1 else 0.84) for fill in fills), fills
    if size in WITHOUT_PDF:
        without = _built(tmp_path / "without", content, "html")
        for language in LANGUAGES:
            assert _PDF_LINK.sub("", _page(edition, language)) == _page(without, language)


@pytest.mark.slow
def test_translations_tell_the_same_stories_and_voices(tmp_path: Path) -> None:
    edition = _built(tmp_path / "out", make_day(tmp_path / "content", 20, translated=True), "html", "pdf")
    pages = [_page(edition, language) for language in LANGUAGES]
    stories = [[re.sub(r"-(tr|en)-\w+$", "", article) for article in _HEADLINE.findall(page)] for page in pages]
    assert stories[0] == stories[1]
    voices, agendas = ([len(_ROW.findall(found)) for found in _sections(pages, key)] for key in ("voices", "agenda"))
    assert len(set(voices)) == len(set(agendas)) == 1
    fills = [fills_of(next((edition / language).glob("*.pdf")).read_bytes()) for language in LANGUAGES]
    # One cut for both: the language with more words fills its pages, the other ends where that cut ends.
    assert max(found[-1] for found in fills) >= 0.85, fills
    assert all(fill >= 0.7 for found in fills for fill in found), fills


def _sections(pages: list[str], key: str) -> list[str]:
    return [next(found[0] for found in _SECTION.finditer(page) if found[1] == key) for page in pages]


def test_fewer_pages_are_kept_to_as_well(tmp_path: Path) -> None:
    content = make_day(tmp_path / "content", 5)
    (content / "briefings.toml").write_text("[profiles.principal]\npages = 1\n", encoding="utf-8")
    sections = 'sections = ["bottom_line", "key_points", "key_figures", "stories", "coverage"]\n'
    with (content / "briefings.toml").open("a", encoding="utf-8") as settings:
        settings.write(sections)
    edition = _built(tmp_path / "out", content, "pdf")
    assert [len(fills_of(next((edition / language).glob("*.pdf")).read_bytes())) for language in LANGUAGES] == [1, 1]


def test_the_desk_edition_and_explain_say_what_was_cut(tmp_path: Path) -> None:
    content = make_day(tmp_path / "content", 14, seed=3)
    edition = _built(tmp_path / "out", content, "html", profile="principal,desk")
    words = {
        "tr": ("Masa nüshasına bırakılanlar", "2 sayfaya sığmadı"),
        "en": ("Left to the desk edition", "no room on 2 pages"),
    }
    for language in LANGUAGES:
        desk = page_text(edition / language / "index.html")
        assert all(word in desk for word in words[language])
    said = run_here("explain", DAY.isoformat(), "--content", str(content), "--output", str(tmp_path / "out"))
    assert "left to the desk edition: the story:" in said.stdout
    assert "(no room on its pages: 2)" in said.stdout
