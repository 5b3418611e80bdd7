"""Evidence at hand, in Chromium: a value shows its sentence at the pointer, at focus and at a tap, without a script."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.browser import Browser, browser_is_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.conformance

VALUE = ".story .gist a"
ESCAPE, TAB = "\ue00c", "\ue004"
SHOWN = """
const note = document.querySelector(':popover-open');
if (!note) return null;
const box = note.getBoundingClientRect();
return {id: note.id, inside: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight};
"""
SHEET = """
const note = document.querySelector('.note:target');
if (!note) return null;
const box = note.getBoundingClientRect();
return {id: note.id, foot: Math.abs(box.bottom - innerHeight) < 2, wide: box.left >= 0 && box.right <= innerWidth};
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not browser_is_here():
        pytest.skip("Chromium and its driver are not here; JUDGES=all ./dev conformance installs them")
    with Browser() as started:
        yield started


def page_of(site: Path, name: str) -> Path:
    return max(path for path in site.glob("2*") if path.is_dir()) / name


def waited(browser: Browser, script: str, *, until: bool) -> Any:  # noqa: ANN401 - whatever the script gives
    answer = browser.run(script)
    for _ in range(40):
        if bool(answer) is until:
            break
        time.sleep(0.1)
        answer = browser.run(script)
    return answer


@pytest.mark.parametrize("name", ["tr/index.html", "en/principal.html"])
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, True)])
def test_a_value_shows_its_sentence_at_the_pointer(
    site: Path, browser: Browser, name: str, width: int, *, dark: bool
) -> None:
    browser.show(page_of(site, name), width=width, dark=dark)
    aim = browser.run(f"return document.querySelector({VALUE!r}).getAttribute('href').slice(1)")
    browser.point_at(VALUE)
    assert waited(browser, SHOWN, until=True) == {"id": aim, "inside": True}
    browser.point_at(":popover-open [data-src]")
    time.sleep(0.6)
    assert browser.run(SHOWN)["id"] == aim, "it is gone when the pointer is on it"
    browser.type(ESCAPE)
    assert waited(browser, SHOWN, until=False) is None


def test_focus_shows_it_and_leaves_it_in_the_list(site: Path, browser: Browser) -> None:
    browser.show(page_of(site, "tr/index.html"), width=1280, dark=False)
    browser.type(TAB)
    browser.run(f"document.querySelector({VALUE!r}).focus({{focusVisible: true}})")
    aim = waited(browser, SHOWN, until=True)["id"]
    browser.type(ESCAPE)
    assert waited(browser, SHOWN, until=False) is None
    entry = f"document.getElementById({aim!r})"
    assert browser.run(f"return {entry}.checkVisibility() && {entry}.parentElement.tagName") == "OL"


@pytest.mark.parametrize("width", [1280, 320])
def test_a_tap_lays_it_at_the_foot_of_the_window_until_it_is_shut(site: Path, browser: Browser, width: int) -> None:
    browser.show(page_of(site, "en/index.html"), width=width, dark=False)
    browser.point_at(VALUE, press=True)
    at = browser.run("return scrollY")
    shown = waited(browser, SHEET, until=True)
    assert shown["foot"]
    assert shown["wide"]
    browser.point_at("h1")
    browser.run(f"scrollTo(0, {at})")
    browser.point_at(".shut", press=True)
    assert waited(browser, SHEET, until=False) is None
    assert browser.run("return scrollY") == at, "shutting it moved the reader"


def test_its_source_leads_to_the_marked_words_of_the_article(site: Path, browser: Browser) -> None:
    browser.show(page_of(site, "tr/index.html"), width=1280, dark=False)
    told, address = browser.run(
        "const note = document.querySelector('.note');"
        "return [note.querySelector('[data-src]').innerText, note.querySelector('a.origin').href]"
    )
    browser.run(f"location.href = {address!r}")
    marked = "const one = document.querySelector(':target'); return one && one.innerText.replace(/\\s+/g, ' ').trim()"
    assert waited(browser, marked, until=True) == told.strip()
