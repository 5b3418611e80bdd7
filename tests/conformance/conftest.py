"""One fresh build of the sample content, judged by every test here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builds import PROJECT, build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive made of content/, with everything a build can make."""
    output = tmp_path_factory.mktemp("conformance") / "editions"
    ended = build(PROJECT / "content", output, "--format", "html,pdf,json,print")
    assert ended.exit_code in {0, 1}, ended.stderr
    return output


@pytest.fixture(scope="session")
def pdfs(site: Path) -> list[Path]:
    """Every PDF of the archive; there must be some."""
    found = sorted(site.rglob("*.pdf"))
    assert found
    return found


@pytest.fixture(scope="session")
def pages(site: Path) -> list[Path]:
    """Every HTML page of the archive, for the screen and for print; there must be some."""
    found = sorted(site.rglob("*.html"))
    assert found
    return found
