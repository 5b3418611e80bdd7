"""What a message says of an edition, read from its pages as they are made."""

from __future__ import annotations

import pytest

from briefings.rendering import render
from briefings.shipping.gist import Told, gist_of
from tests.rendering.sample_edition import CONFIG, NAMES, edition

SENTENCES = {article.words(one.span) for article in edition().articles for one in article.sentences}


def _page(language: str, profile: str) -> str:
    (made,) = render(
        edition(), language=language, profile=profile, formats=frozenset({"html"}), config=CONFIG, names=NAMES
    )
    return made.data.decode()


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize("profile", ["principal", "desk"])
def test_it_says_whole_sentences_of_the_sources_and_nothing_else(language: str, profile: str) -> None:
    gist = gist_of(_page(language, profile))
    assert gist.bottom_line is not None
    assert gist.points
    assert gist.headlines
    assert {one.words for one in (gist.bottom_line, *gist.points, *gist.headlines)} <= SENTENCES


def test_words_in_another_language_say_so() -> None:
    told = [one for language in ("tr", "en") for one in gist_of(_page(language, "desk")).headlines]
    assert {one.language for one in told} == {"", "tr", "en"}


def test_a_note_on_a_story_is_no_headline() -> None:
    page = (
        '<section class="part stories"><article><h3><span data-src="a" data-at="0-5">Başlık</span></h3>'
        "<p class='words'>Cümle.</p><h3>Not</h3></article><article><h3 lang=en>Other</h3></article></section>"
    )
    assert gist_of(page).headlines == (Told("Başlık"), Told("Other", "en"))


def test_the_desk_s_own_line_is_signed() -> None:
    page = (
        '<section class="part bottom_line"><div class="desk-line"><p class="words">Kısa.</p>'
        '<p class="label">MASANIN ÖZETİ <span class="author">N. U.</span></p></div></section>'
    )
    assert gist_of(page).bottom_line == Told("Kısa.", label="MASANIN ÖZETİ N. U.")


def test_what_a_revision_changed() -> None:
    page = (
        '<header><div class="revision"><p class="label">2. baskı</p><div class="row">'
        '<div class="rail"><p>Yeni</p></div>'
        '<div class="body"><p class="change"><span lang="en">Words</span></p></div></div></div></header>'
    )
    assert gist_of(page).changes == (Told("Words", "en", label="Yeni"),)


@pytest.mark.parametrize("page", ["", "<p>x", "<section class=stories>", "<h3><![CDATA[", "</p></section>"])
def test_what_is_no_edition_says_nothing(page: str) -> None:
    gist = gist_of(page)
    assert (gist.bottom_line, gist.points, gist.headlines, gist.changes) == (None, (), (), ())


def test_a_declaration_that_nobody_knows_is_no_page() -> None:
    with pytest.raises(ValueError, match=r"unknown|declaration|expected"):
        gist_of("<![x[")
