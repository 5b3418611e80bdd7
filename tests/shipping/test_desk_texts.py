"""Whether a file of the desk says some words: in their order, whatever Markdown makes of them."""

from __future__ import annotations

import pytest

from briefings.rendering.notes import note_html
from briefings.shipping.desk_texts import DeskText
from briefings.shipping.pages import pieces_of

NOTES = (
    "**İzlenecekler**\n\n- 5 Aralık: _Birlik_ ile görüşme\n- 11 Aralık: faiz kararı\n",
    "Bkz. [raporun özeti](https://ornek.example/rapor_2025?a=b) ve <b>eki</b>.\n",
    "1. İlk iş\n2. İkinci iş\n\n4. maddede değişiklik yok.\n",
    "4. maddede değişiklik yok, 12. madde kalktı.\n",
    "# Başlık\n\n> Alıntı *içinde* vurgu\n\n[kaynak]: https://ornek.example/x\n\nSon söz [kaynak].\n",
)


@pytest.mark.parametrize("text", NOTES)
def test_a_note_as_shown_is_what_its_file_says(text: str) -> None:
    file = DeskText.of(f"---\ntitle: Gün\n---\n{text}".encode())
    (piece,) = pieces_of(f'<div data-desk="n">{note_html(text)}</div>')
    assert file.strange_word(piece.text) is None
    assert file.says(piece.text)


@pytest.mark.parametrize("text", ["bu kesin uzatılmaz", "İzin kesin", "İzin bu kesin değil"])
def test_the_same_words_in_another_order_are_not(text: str) -> None:
    file = DeskText.of("İzin uzatılmaz, bu kesin değil.".encode())
    assert file.says("bu kesin değil")
    assert file.strange_word(text) is None
    assert not file.says(text)


def test_characters_written_as_numbers_are_read() -> None:
    file = DeskText.of(rb'title = "Y\u0131l sonu"')
    assert file.strange_word("Yıl sonu") is None
    assert file.says("Yıl sonu")


def test_a_long_line_of_a_calendar_is_put_together() -> None:
    file = DeskText.of("SUMMARY:Taşımacılar Der\r\n neği ziyareti\r\n".encode())
    assert file.strange_word("Taşımacılar Derneği ziyareti") is None
    assert file.says("Taşımacılar Derneği ziyareti")
