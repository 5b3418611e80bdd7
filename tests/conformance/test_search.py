"""The search as a reader has it: from a web server in Chromium, and from files, where the indexes take its place."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.conformance.browser import Browser, browser_is_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.conformance

READY = """
const done = arguments[arguments.length - 1];
const look = left => {
  const lines = [...document.querySelectorAll(".found a")].map(link => [link.textContent, link.href]);
  const isReady = document.querySelector(".found").getAttribute("aria-busy") === "false";
  if (!isReady && left) setTimeout(() => look(left - 1), 50);
  else done([lines, document.querySelector(".note").textContent]);
};
look(100);
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the archive under a path of its own, as a desk would put it anywhere."""
    place = site.parent / "web" / "daily"
    place.parent.mkdir(exist_ok=True)
    if not place.exists():
        place.symlink_to(site, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(place.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/daily"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not browser_is_here():
        pytest.skip("Chromium and its driver are not here; JUDGES=all ./dev conformance installs them")
    with Browser() as started:
        yield started


def _found(browser: Browser, address: str, query: str, language: str = "tr") -> tuple[list[str], str]:
    browser.open(f"{address}/search/{language}.html?q={quote(query)}")
    lines, note = browser.wait_for(READY)
    return [text for text, _ in lines], note


@pytest.mark.parametrize(
    "query", ["İzmir", "izmir", "IZMIR", "İZMİR", "ızmır", "İzmir'de", "İzmir’in"]
)  # fmt: skip
def test_name_is_found_however_it_is_typed(query: str, browser: Browser, address: str) -> None:
    found, _ = _found(browser, address, query)
    assert found[0] == "İzmir"
    assert any("İzmir" in text and len(text) > len("İzmir") for text in found[1:])


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("tatbikat", "Marmara'daki tatbikatta okullar 4 dakika 35 saniyede boşaldı"),
        ("TATBİKATI", "Marmara'daki tatbikatta okullar 4 dakika 35 saniyede boşaldı"),
        ("deprem tatbikati", "Marmara'da deprem tatbikatı perşembe günü: 6 il, 41 okul"),
        ("grain bosphorus", "Bosphorus grain queue shrinks to 19 ships after first night of passages"),
    ],
)
def test_words_are_found_in_their_forms(query: str, title: str, browser: Browser, address: str) -> None:
    assert title in _found(browser, address, query)[0]


def test_every_link_of_what_is_found_leads_into_the_archive(browser: Browser, address: str, site: Path) -> None:
    browser.open(f"{address}/search/en.html?q=samsun")
    lines, _ = browser.wait_for(READY)
    assert len(lines) > 1
    for _, link in lines:
        path = link.removeprefix(f"{address}/").partition("#")[0]
        assert link.startswith(address)
        assert (site / path).is_file()


def test_what_is_not_there_is_not_found(browser: Browser, address: str) -> None:
    assert _found(browser, address, "zzyzx", "en") == ([], "Nothing found.")


def test_markup_in_a_query_is_text(browser: Browser, address: str) -> None:
    _found(browser, address, "<img src=x onerror=alert(1)>")
    assert browser.run("return document.querySelectorAll('.found img').length") == 0


def test_from_files_the_indexes_stand_in_its_place(browser: Browser, site: Path) -> None:
    browser.show(site / "search" / "tr.html", width=1000, dark=False)
    shown = "return [...document.querySelectorAll('form.search, .without')].map(e => getComputedStyle(e).display)"
    assert browser.run(shown) == ["none", "block"]
    assert browser.run("return document.querySelectorAll('.without a').length") == 5


def test_from_a_server_the_box_is_there(browser: Browser, address: str) -> None:
    browser.open(f"{address}/search/tr.html")
    shown = "return [...document.querySelectorAll('form.search, .without')].map(e => getComputedStyle(e).display)"
    assert browser.run(shown) == ["flex", "none"]
