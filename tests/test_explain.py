"""`briefings explain` says what joined the articles of a story, and what each story's place is made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.cli import main

if TYPE_CHECKING:
    import pytest

CONTENT = Path(__file__).parent / "editions" / "one-event-three-outlets" / "content"


def _told(tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["explain", "2025-12-04", "--content", str(CONTENT), "--output", str(tmp_path), *more]) == 0
    return capsys.readouterr().out


def test_it_tells_why_each_article_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(tmp_path, capsys)
    assert "3 independent publishers" in told
    assert "prints the text of ajans.md again" in told
    assert told.count("likeness 0.") == 4


def test_it_tells_the_same_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story,) = json.loads(_told(tmp_path, capsys, "--json"))["stories"]
    joins: dict[str, dict[str, Any]] = {join["path"]: join for join in story["joins"]}
    assert story["score"] == sum(reason["points"] for reason in story["reasons"])
    assert sorted(joins) == sorted(story["articles"])
    assert [path for path, join in joins.items() if join["copy_of"]] == ["kopya.md"]
    assert all(join["terms"] for join in joins.values())
