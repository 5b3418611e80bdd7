"""Whole builds: each folder of tests/editions holds a content folder and what must come out of it (expect.toml)."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.builds import build_here, page_text, pdf_pages, words

EDITIONS = Path(__file__).parent / "editions"
CASES = sorted(path.parent.name for path in EDITIONS.glob("*/expect.toml"))
KEYS = {"arguments", "exit", "stderr", "stderr_lacks", "missing", "present", "page", "pdf", "file", "add", "remove"}


@pytest.mark.parametrize("case", CASES)
def test_edition(case: str, tmp_path: Path) -> None:
    """Every build of the case ends as expect.toml says."""
    content, output = tmp_path / "content", tmp_path / "editions"
    shutil.copytree(EDITIONS / case / "content", content)
    with (EDITIONS / case / "expect.toml").open("rb") as file:
        builds: list[dict[str, Any]] = tomllib.load(file)["build"]
    for expected in builds:
        assert set(expected) <= KEYS
        if "add" in expected:
            shutil.copytree(EDITIONS / case / expected["add"], content, dirs_exist_ok=True)
        for path in expected.get("remove", []):
            (content / path).unlink()
        ended = build_here(content, output, *expected.get("arguments", []))
        assert ended.exit_code == expected["exit"], ended.stderr
        assert "Traceback" not in ended.stderr
        _check_text("stderr", words(ended.stderr), expected.get("stderr", []), expected.get("stderr_lacks", []))
        _check_output(output, expected)


def _check_output(output: Path, expected: dict[str, Any]) -> None:
    for path in expected.get("present", []):
        assert (output / path).exists(), f"{path} is not there"
    for path in expected.get("missing", []):
        assert not (output / path).exists(), f"{path} is there"
    for page in expected.get("page", []):
        _check_text(page["path"], page_text(output / page["path"]), page.get("has", []), page.get("lacks", []))
    for file in expected.get("file", []):
        text = words((output / file["path"]).read_text(encoding="utf-8"))
        _check_text(file["path"], text, file.get("has", []), file.get("lacks", []))
    for pdf in expected.get("pdf", []):
        _check_pdf(output, pdf)


def _check_pdf(output: Path, expected: dict[str, Any]) -> None:
    pages = pdf_pages(output / expected["path"])
    assert len(pages) <= expected.get("most_pages", len(pages))
    for number, text in enumerate(pages, start=1):
        _check_text(f"{expected['path']}, page {number}", text, expected.get("every_page", []), [])
    _check_text(expected["path"], " ".join(pages), expected.get("has", []), expected.get("lacks", []))


def _check_text(where: str, text: str, has: list[str], lacks: list[str]) -> None:
    for string in has:
        assert string in text, f"{where} lacks {string!r}"
    for string in lacks:
        assert string not in text, f"{where} holds {string!r}"
