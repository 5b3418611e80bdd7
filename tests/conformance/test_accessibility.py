"""Pages in Chromium as axe-core judges them (WCAG 2.2 A and AA), in light and dark, and in a window of 320 pixels."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

from tests.builds import PROJECT, run_here
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
    latest = max(path.name for path in site.glob("2*") if path.is_dir())
    path = max(site.glob(page.format(day=latest)), key=lambda path: (path.stat().st_size, path))
    _judged(path, browser, view)


def _judged(path: Path, browser: Browser, view: str) -> None:
    scripts = list(AXE.glob("axe-*.min.js"))
    if not scripts:
        pytest.skip("axe-core is not here; ./dev conformance fetches it where npm is")
    width, dark = VIEWS[view]
    browser.show(path, width=width, dark=dark)
    browser.run(scripts[0].read_text(encoding="utf-8"))
    assert browser.wait_for(JUDGE) == []
    assert browser.run("return document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture(scope="module")
def mail(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The body of a message in both languages, as `briefings send` makes it."""
    folder = tmp_path_factory.mktemp("mail")
    settings = (PROJECT / "content" / "briefings.toml").read_text(encoding="utf-8")
    delivery = (
        f'\n[delivery]\ntransport = "folder"\nfolder = "{folder}"\n[delivery.sender]\naddress = "masa@halic.example"\n'
        '[delivery.lists.makam]\nceiling = "ozel"\nrecipients = [{ address = "okur@bakanlik.example" }]\n'
    )
    (folder / "briefings.toml").write_text(settings + delivery, encoding="utf-8")
    where = ("--content", str(PROJECT / "content"), "--output", str(site), "--config", str(folder / "briefings.toml"))
    ended = run_here("send", "latest", *where)
    assert ended.exit_code == 0, ended.stderr
    (message,) = folder.glob("*.eml")
    body = message_from_bytes(message.read_bytes(), policy=policy.default).get_body(("html",))
    assert body is not None
    page = folder / "body.html"
    page.write_text(body.get_content(), encoding="utf-8")
    return page


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_in_the_way_of_who_reads_a_message(mail: Path, browser: Browser, view: str) -> None:
    _judged(mail, browser, view)
