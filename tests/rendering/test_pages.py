"""What holds for whole pages and PDFs: marking, page count, equal bytes, no way out."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from briefings.config import Marking, Words
from briefings.errors import EnvironmentFaultError
from briefings.rendering import check_marked, count_pages, render
from briefings.rendering.environment import breakable, css_string
from briefings.rendering.html import policy_of
from briefings.rendering.pdf import _fetcher, pdf_of
from tests.rendering.pages import KINDS, output, text_of
from tests.rendering.sample_edition import CONFIG, NAMES, edition

MARKS = {"tr": "HİZMETE ÖZEL", "en": "OFFICIAL USE ONLY"}


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_marking_stands_at_head_and_foot_of_every_page(language: str, profile: str) -> None:
    for number, text in enumerate(pages := page_texts(output(language, profile, "pdf").data), start=1):
        assert text.count(MARKS[language]) == 2
        assert f"{'sayfa' if language == 'tr' else 'page'} {number} / {len(pages)}" in text


def test_pages_are_counted() -> None:
    data = output("tr", "principal", "pdf").data
    assert count_pages(data) == len(page_texts(data)) <= 2


def test_pdf_is_tagged_and_says_its_language_and_title() -> None:
    with pikepdf.open(io.BytesIO(output("tr", "desk", "pdf").data)) as document:
        assert str(document.Root.Lang) == "tr"
        assert bool(document.Root.MarkInfo.Marked)
        assert "4 Aralık 2025" in str(document.docinfo["/Title"])
        assert [str(item.title) for item in document.open_outline().root][:2] == ["Günün özü", "Öne çıkanlar"]


def test_same_page_gives_same_bytes() -> None:
    again = render(
        edition(), language="en", profile="principal", formats=frozenset({"pdf", "html"}), config=CONFIG, names=NAMES,
        pages=KINDS,
    )  # fmt: skip
    assert output("en", "principal", "pdf").data in {item.data for item in again}


def test_nothing_is_fetched_but_fonts() -> None:
    fetcher = _fetcher()
    hosts = ("file:///etc/passwd", "https://example.org/a.png", "data:text/plain,x", "https://briefings.invalid/x")
    for address in hosts:
        with pytest.raises(ValueError, match="not one of the project's fonts"):
            fetcher.fetch(address)
    assert pdf_of('<html lang="en"><title>x</title><img src="file:///etc/passwd" alt="x">').startswith(b"%PDF")


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_style_stands_under_the_policy(language: str, profile: str) -> None:
    page = text_of(language, profile, "html")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"sha256-{digest}" in page.replace("&#39;", "'").replace("&#43;", "+")
    assert re.findall("<script[^>]*>", page) == ['<script type="application/ld+json">']
    assert " style=" not in page
    assert policy_of("x").startswith("default-src 'none'")


@pytest.mark.parametrize(
    "text",
    ['"; } body { display: none } /*', "a\\", "line\nbreak", "</style><script>", "İĞŞ ₺ / ·"],
)
def test_css_string_holds_any_text(text: str) -> None:
    inner = str(css_string(text))[1:-1]
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", inner)


def test_a_day_without_articles_says_so() -> None:
    empty = replace(
        edition(), bottom_line=None, key_points=(), figures=(), stories=(), voices=(), timeline=(), agenda=(),
        changes=(),
        notes=(), questions=(), coverage=(), index=(), inputs=(), articles=(), findings=(),
    )  # fmt: skip
    outputs = render(
        empty, language="tr", profile="desk", formats=frozenset({"html", "pdf"}), config=CONFIG, names=NAMES
    )
    assert "Bu gün için haber yok." in outputs[0].data.decode()
    assert "Kaynaklar ve kapsam" in outputs[0].data.decode()
    assert count_pages(outputs[1].data) == 1


def test_content_is_text() -> None:
    hostile = edition()
    article = hostile.articles[0]
    text = article.text.replace("Mersin Limanı'nda", "<i>{{ x }}</i> ende")
    changed = replace(article, text=text[: len(article.text)].ljust(len(article.text)))
    page = render(
        replace(hostile, articles=(changed, *hostile.articles[1:])), language="tr", profile="desk",
        formats=frozenset({"html"}), config=CONFIG, names=NAMES,
    )[0].data.decode()  # fmt: skip
    assert "<i>{{" not in page
    assert "&lt;i&gt;{{ x }}" in page


def test_nothing_reverses_or_hides_text() -> None:
    first = edition().articles[0]
    turned = replace(first, source=replace(first.source, outlet="Liman\u202e\u200bPostası\x1b", path="a\u2067.txt"))
    page = render(
        replace(edition(), articles=(turned, *edition().articles[1:]), coverage=edition().coverage[:1]), language="tr",
        profile="desk", formats=frozenset({"html"}), config=CONFIG, names=NAMES,
    )[0].data.decode()  # fmt: skip
    assert not re.search("[\x00-\x08\x0b-\x1f\u200b\u202a-\u202e\u2066-\u2069]", page)


def test_an_endless_word_may_break_on_paper() -> None:
    assert str(breakable("a" * 100 + "<", "en", narrow=False)) == f"{'a' * 40}\u200b{'a' * 40}\u200b{'a' * 20}&lt;"


def test_a_pdf_without_its_marking_is_refused() -> None:
    pdf = output("tr", "desk", "pdf")
    check_marked([pdf], edition().marking, CONFIG)
    other = CONFIG.model_copy(update={"markings": (Marking(id="x", label=Words(tr="BAŞKA", en="OTHER")),)})
    with pytest.raises(EnvironmentFaultError, match="page 1 does not carry its marking"):
        check_marked([pdf], "x", other)
