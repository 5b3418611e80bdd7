"""The preview in a browser: a page that is open comes anew when a file is saved."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from tests.conformance.browser import Browser, browser_is_here
from tests.previews import serving
from tests.three_days import DAYS, article, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(
        not browser_is_here() and os.environ.get("JUDGES") != "all", reason="Chromium and its driver are not installed"
    ),
]


def _shows(browser: Browser, words: str) -> bool:
    """Say whether the page comes to show some words within half a minute, by itself."""
    for _ in range(150):
        if browser.run(f"return document.body.innerText.includes({json.dumps(words)})"):
            return True
        time.sleep(0.2)
    return False


def test_an_open_page_shows_what_is_saved_and_what_is_wrong(tmp_path: Path) -> None:
    content = three_days(tmp_path / "content")
    with serving(content, tmp_path / "editions") as preview, Browser() as browser:
        preview.wait_for(1)
        browser.open(f"{preview.address}{DAYS[-1]}/tr/index.html")
        assert _shows(browser, "Amasra")
        (content / DAYS[-1] / "c.md").write_text(article("Cide", DAYS[-1], 77), encoding="utf-8")
        assert _shows(browser, "Cide")
        (content / "briefings.toml").write_text('time_zon = "x"\n', encoding="utf-8")
        assert _shows(browser, "no setting is called time_zon; did you mean time_zone?")
        assert _shows(browser, "Cide")
        panel = "getComputedStyle(document.querySelector('.preview')).backgroundColor"
        assert browser.run(f"return {panel}") == "rgb(253, 231, 228)"
        (content / "briefings.toml").unlink()
        assert _shows(browser, "Cide")
        for _ in range(100):
            if not browser.run("return document.querySelector('.preview')"):
                break
            time.sleep(0.2)
        assert not browser.run("return document.querySelector('.preview')")
