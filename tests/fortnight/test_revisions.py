"""The fortnight built day by day: what was corrected, withdrawn, late or lost is told as what it is, and no more."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.builds import build_here

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
GOLD: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
DAYS = sorted(edition["day"] for edition in GOLD["edition"])


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder after fourteen builds, each with the content folder as it was on its day."""
    root = tmp_path_factory.mktemp("fortnight")
    content, output = root / "content", root / "editions"
    shutil.copytree(HERE / "content", content, ignore=shutil.ignore_patterns("2026-*"))
    gone = {row["path"]: row["stage"] for row in GOLD["vanished"]}
    for day in DAYS:
        for folder in (HERE / "content" / day, HERE / "stages" / day):
            target = content / day if folder.parent.name == "content" else content
            if folder.is_dir():
                shutil.copytree(folder, target, dirs_exist_ok=True)
        for path, stage in gone.items():
            if stage == day:
                (content / path).unlink()
        ended = build_here(content, output, "--format", "json", "--lang", "en", "--profile", "desk")
        assert ended.exit_code in {0, 1}, ended.stderr
    return output


def facts(archive: Path, day: str) -> dict[str, Any]:
    """Read an edition's facts.json."""
    return json.loads((archive / day / "facts.json").read_bytes())  # type: ignore[no-any-return]


def expected() -> set[tuple[str, str, str]]:
    """Give every change of substance: the stage, what became of it, and the file."""
    kinds = {"correction": "corrected", "withdrawal": "withdrawn", "late": "late"}
    return {
        (row["stage"], kind, row["path"])
        for table, kind in kinds.items()
        for row in GOLD[table]
        if row.get("substance", True)
    }


def test_revisions_hold_what_was_changed_and_nothing_else(archive: Path) -> None:
    found = set()
    for day in DAYS:
        for revision in facts(archive, day)["record"]["revisions"]:
            stage = (date.fromisoformat(revision["after"]) + timedelta(days=1)).isoformat()
            found |= {(stage, change["kind"], change["text"]["path"]) for change in revision["changes"]}
    assert found == expected()


def test_the_next_edition_tells_it(archive: Path) -> None:
    told = {
        (day, change["kind"], change["edition"])
        for day in DAYS
        for change in facts(archive, day)["changes"]
        if change["edition"] and change["kind"] in {"corrected", "withdrawn", "late", "removed"}
    }
    assert told == {(stage, kind, path[:10]) for stage, kind, path in expected()}


@pytest.mark.parametrize("row", [row for row in GOLD["correction"] if row["substance"]], ids=lambda row: row["path"])
def test_a_correction_shows_the_sentence_as_it_was_and_as_it_is(archive: Path, row: dict[str, str]) -> None:
    passages = [
        passage
        for revision in facts(archive, row["path"][:10])["record"]["revisions"]
        for change in revision["changes"]
        if change["text"]["path"] == row["path"]
        for passage in change["passages"]
    ]
    assert any(row["before"] in before and row["after"] in after for before, after in passages)


@pytest.mark.parametrize("row", GOLD["vanished"], ids=lambda row: row["path"])
def test_an_edition_keeps_the_text_of_a_file_that_vanished(archive: Path, row: dict[str, str]) -> None:
    edition = facts(archive, row["path"][:10])
    (article,) = [article for article in edition["articles"] if article["path"] == row["path"]]
    assert (archive / row["path"][:10] / "sources" / f"{article['id']}.txt").is_file()
