"""The desk's notes: Markdown without a way to write markup."""

from __future__ import annotations

import time

import pytest

from briefings.rendering.notes import note_html

CASES = [
    ("**Kalın** ve *eğik*", "<p><strong>Kalın</strong> ve <em>eğik</em></p>"),
    ("- bir\n- iki", "<ul>\n<li>bir</li>\n<li>iki</li>\n</ul>"),
    ("19. yüzyıl yapısı onarılıyor.", "<p>19. yüzyıl yapısı onarılıyor.</p>"),
    ("2025. yılında", "<p>2025. yılında</p>"),
    ("1. önce\n2. sonra", "<ol>\n<li>önce</li>\n<li>sonra</li>\n</ol>"),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ("<div class='tlp'>x</div>", "<p>&lt;div class='tlp'&gt;x&lt;/div&gt;</p>"),
    ("# Başlık", "<h4>Başlık</h4>"),
    ("![resim](https://example.org/a.png)", "<p><em>resim</em></p>"),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_markdown(source: str, expected: str) -> None:
    assert str(note_html(source)) == expected


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", r"\\host\share", "data:text/html,x", "//x"]
)
def test_links_lead_to_the_web_or_to_mail_only(address: str) -> None:
    assert "href" not in str(note_html(f"[x]({address})"))


def test_web_links_stay() -> None:
    assert 'href="https://example.org/a"' in str(note_html("[x](https://example.org/a)"))


@pytest.mark.parametrize("text", ["[" * 20_000, "`" * 20_000, "<a " * 6_000, "> " * 9_000, "*a_" * 6_000, "x" * 60_000])
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    note_html(text)
    assert time.process_time() - start < 5
