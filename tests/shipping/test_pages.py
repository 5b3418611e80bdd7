from __future__ import annotations

from briefings.shipping.pages import Piece, pieces_of


def _said(html: str) -> list[tuple[str, str, str]]:
    return [(piece.kind, piece.reference, piece.text) for piece in pieces_of(html)]


def test_each_text_claims_its_ground() -> None:
    html = """<head><title>unseen</title><style>p{}</style></head><body><h2>Gelişmeler</h2>
    <p><q data-src="a" data-at="3-9">Altı   gemi</q> <span data-fact="a:quantity:3-7">6 gemi</span></p>
    <b data-speaker="a:3-9">Selin</b><i data-role="a:1-2">Müdür</i><em data-edition="day">4 Aralık</em>
    <div data-desk="notes/x.md"><p>Bizim görüşümüz</p></div></body>"""
    assert _said(html) == [
        ("label", "", "Gelişmeler"),
        ("src", "a 3-9", "Altı gemi"),
        ("fact", "a:quantity:3-7", "6 gemi"),
        ("speaker", "a:3-9", "Selin"),
        ("role", "a:1-2", "Müdür"),
        ("edition", "day", "4 Aralık"),
        ("desk", "notes/x.md", "Bizim görüşümüz"),
    ]


def test_source_words_run_on_through_marked_facts_but_not_through_other_grounds() -> None:
    marked = '<mark data-fact="a:date:4-7">iki</mark>'
    html = f'<p data-src="a" data-at="0-9">Bir {marked} üç <sup data-edition="note">4</sup></p>'
    assert _said(html) == [("edition", "note", "4"), ("src", "a 0-9", "Bir iki üç")]


def test_a_break_parts_words() -> None:
    assert _said('<p data-fact="a:quantity:1-2"><b>5</b><br><i>gemi</i></p>') == [("fact", "a:quantity:1-2", "5 gemi")]


def test_open_and_stray_tags_lose_nothing() -> None:
    assert _said("<p>bir<br>iki</div><p>üç") == [("label", "", "bir"), ("label", "", "iki"), ("label", "", "üç")]


def test_lines_are_those_of_the_file() -> None:
    assert pieces_of("<p>\n\n<b data-edition='day'>bugün</b></p>") == (Piece("edition", "day", "bugün", 3),)


def test_an_article_is_named_by_its_place_in_the_page_s_list() -> None:
    html = """<html data-articles="liman tunel"><p data-src="~1" data-at="0-3">Bir</p>
    <b data-fact="~0:quantity:3-7">6</b><i data-speaker="~1:3-9">Selin</i><em data-edition="outlet:~0">Kıyı</em>
    <s data-fact="~2:date:1-2">dün</s><u data-desk="~0">not</u>"""
    references = [(piece.kind, piece.reference) for piece in pieces_of(html)]
    assert references == [
        ("src", "tunel 0-3"), ("fact", "liman:quantity:3-7"), ("speaker", "tunel:3-9"), ("edition", "outlet:liman"),
        ("fact", "~2:date:1-2"), ("desk", "~0"),
    ]  # fmt: skip
