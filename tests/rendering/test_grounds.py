"""Ids of articles stand once on a page, and `verify` reads what it read before."""

from __future__ import annotations

import re

from briefings.rendering.grounds import shortened
from briefings.shipping.pages import pieces_of

PAGE = """<!doctype html>
<html lang="tr"><body><p data-edition="outlet:tunel-1a">Kıyı</p><p data-edition="outlet:uzak-3c">Poyraz</p>
<p data-src="tunel-1a" data-at="0-3">Bir ~0</p><b data-fact="liman-2b:quantity:3-7">6</b>
<i data-speaker="tunel-1a:3-9">Selin</i><u data-desk="tunel-1a">not</u></body></html>"""


def test_what_is_said_stays_what_it_was() -> None:
    assert pieces_of(shortened(PAGE)) == pieces_of(PAGE)


def test_an_id_stands_once() -> None:
    short = shortened(PAGE)
    assert '<html data-articles="tunel-1a liman-2b" lang="tr">' in short
    assert re.findall(r'data-(?:src|fact|speaker|edition)="([^"]*)"', short) == [
        "outlet:~0", "outlet:uzak-3c", "~0", "~1:quantity:3-7", "~0:3-9",
    ]  # fmt: skip


def test_a_page_without_a_root_stays_as_it_is() -> None:
    part = '<p data-src="tunel-1a" data-at="0-3">Bir</p>'
    assert shortened(part) == part
