"""The page of an article's text: every word of it once, in order, each sentence an anchor."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from briefings.rendering.texts import text_address, text_pages
from briefings.shipping.pages import pieces_of, squeezed
from tests.rendering.sample_edition import ARTICLES, CONFIG, edition

if TYPE_CHECKING:
    from briefings.model import Article

PAGES = {output.path: output.data.decode() for output in text_pages(edition(), CONFIG, (("tr", "desk"),))}


@pytest.mark.parametrize("article", edition().articles, ids=lambda article: article.id)
def test_it_holds_the_whole_text_as_read(article: Article) -> None:
    page = PAGES[f"texts/{article.id}.html"]
    told = [piece for piece in pieces_of(page) if piece.kind == "src"]
    assert " ".join(piece.text for piece in told) == squeezed(article.text)
    for piece in told:
        identity, _, place = piece.reference.partition(" ")
        start, end = map(int, place.split("-"))
        assert (identity, squeezed(article.text[start:end])) == (article.id, piece.text)


def test_every_sentence_has_its_anchor() -> None:
    for article in edition().articles:
        page = PAGES[f"texts/{article.id}.html"]
        for sentence in article.sentences:
            found = re.search(rf'<span id="s{sentence.index}"[^>]*>(.*?)</span>', page, re.DOTALL)
            assert found, (article.id, sentence.index)
            assert squeezed(unescape(found[1])) == squeezed(article.words(sentence.span))
            assert text_address(article.id, sentence.index) == f"../texts/{article.id}.html#s{sentence.index}"


def test_it_holds_no_label_and_leads_back() -> None:
    for page in PAGES.values():
        assert [piece.text for piece in pieces_of(page) if piece.kind == "label" and re.search(r"\w", piece.text)] == []
        assert 'href="../tr/index.html"' in page
    assert len(PAGES) == len(edition().articles) <= len(ARTICLES)
