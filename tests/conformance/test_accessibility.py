"""Pages in Chromium as axe-core judges them (WCAG 2.2 A and AA), in light and dark, and in a window of 320 pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builds import PROJECT
from tests.conformance.browser import Browser, browser_is_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.conformance

AXE = PROJECT / ".dev" / "axe"
VIEWS = {"light": (1280, False), "dark": (1280, True), "narrow": (320, False)}
PAGES = (
    "index.html",
    "tr/2025/index.html",
    "en/2025/12.html",
    "search/tr.html",
    *(f"{language}/{folder}/index.html" for language in ("tr", "en") for folder in ("people", "places", "stories")),
    *(f"tr/{folder}/*-*/index.html" for folder in ("people", "organisations", "places")),
    "en/stories/2025-12-0*.html",
    *(f"{{day}}/{language}/{name}.html" for language in ("tr", "en") for name in ("index", "principal")),
)
JUDGE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(
    result => done(result.violations.map(found => found.id + ": " + found.nodes.map(node => node.html).slice(0, 3))),
    error => done([String(error)]));
"""
"""All rules: those of WCAG 2.2 A and AA (the size of targets is off unless asked for), and axe's own."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not browser_is_here():
        pytest.skip("Chromium and its driver are not here; JUDGES=all ./dev conformance installs them")
    with Browser() as started:
        yield started


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_in_a_readers_way(site: Path, browser: Browser, page: str, view: str) -> None:
    scripts = list(AXE.glob("axe-*.min.js"))
    if not scripts:
        pytest.skip("axe-core is not here; ./dev conformance fetches it where npm is")
    width, dark = VIEWS[view]
    latest = max(path.name for path in site.glob("2*") if path.is_dir())
    path = max(site.glob(page.format(day=latest)), key=lambda path: (path.stat().st_size, path))
    browser.show(path, width=width, dark=dark)
    browser.run(scripts[0].read_text(encoding="utf-8"))
    assert browser.wait_for(JUDGE) == []
    assert browser.run("return document.documentElement.scrollWidth <= window.innerWidth")
