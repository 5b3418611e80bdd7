"""`briefings serve` as a process: saved, built, shown; ended by Ctrl-C."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.previews import serving
from tests.three_days import DAYS, article, files_of, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def test_what_is_saved_is_shown_once_and_nothing_is_published(tmp_path: Path) -> None:
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    with serving(content, output) as preview:
        preview.wait_for(1)
        page = f"{DAYS[-1]}/tr/index.html"
        assert "Amasra" in preview.page(page)
        for name in "cdefgh":
            text = article("Cide", DAYS[-1], ord(name))
            (content / DAYS[-1] / f"{name}.md").write_text(text, encoding="utf-8")
        preview.wait_for(2)
        assert preview.page(page).count("Cide") > 2
        (content / "look").mkdir()
        (content / "look" / "labels.tr.toml").write_text("[sections]\nstorys = 'x'\n", encoding="utf-8")
        preview.wait_for(3)
        shown = preview.page(page)
        assert "look/labels.tr.toml:2: no label is called sections.storys; did you mean sections.stories?" in shown
        assert "Cide" in shown
        (content / "look" / "labels.tr.toml").write_text("[sections]\nstories = 'Olaylar'\n", encoding="utf-8")
        preview.wait_for(4)
        assert "Olaylar" in preview.page(page)
        time.sleep(1.0)
        assert preview.page(".preview/version").endswith("-4")
        assert "aside" not in preview.page(page)
    assert not output.exists()
    published = tmp_path / ".editions-preview" / DAYS[-1] / "tr" / "index.html"
    assert "preview" not in published.read_text(encoding="utf-8")


def test_control_c_ends_it_at_once_in_the_middle_of_a_build(tmp_path: Path) -> None:
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    with serving(content, output, "--date", "all", "--format", "html,pdf") as preview:
        started = time.monotonic()
        preview.process.send_signal(signal.SIGINT)
        _, said = preview.process.communicate(timeout=20)
        assert (preview.process.returncode, said.splitlines()[-1]) == (0, "ended")
        assert time.monotonic() - started < 5
    files = files_of(tmp_path)
    time.sleep(1.5)
    assert files_of(tmp_path) == files
