from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefings.errors import EnvironmentFaultError
from briefings.model import Output
from briefings.shipping.files import files_in, locked, publish_file, publish_folder, staging_beside

if TYPE_CHECKING:
    from pathlib import Path


def _outputs(**files: str) -> list[Output]:
    return [Output(f"{name}.txt", "text/plain", data.encode()) for name, data in files.items()]


def test_a_folder_appears_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    target, staging = tmp_path / "editions" / "2025-12-04", tmp_path / ".editions-staging"
    assert publish_folder(_outputs(a="1", b="2"), target, staging)
    assert publish_folder(_outputs(a="3"), target, staging)
    assert files_in(target) == ["a.txt"]
    assert (target / "a.txt").read_text() == "3"


def test_equal_files_are_not_touched(tmp_path: Path) -> None:
    target, staging = tmp_path / "day", tmp_path / ".staging"
    publish_folder(_outputs(a="1"), target, staging)
    before = (target.stat().st_ino, (target / "a.txt").stat().st_mtime_ns)
    assert not publish_folder(_outputs(a="1"), target, staging)
    assert before == (target.stat().st_ino, (target / "a.txt").stat().st_mtime_ns)
    publish_file(b"x", tmp_path / "f", staging)
    assert not publish_file(b"x", tmp_path / "f", staging)


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/outside.txt", "a/../../outside.txt", ""])
def test_nothing_is_written_outside(path: str, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        publish_folder([Output(path, "text/plain", b"x")], tmp_path / "in" / "day", tmp_path / "in" / ".staging")
    assert not list(tmp_path.rglob("outside.txt"))


def test_a_failed_write_leaves_the_old_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, staging = tmp_path / "day", tmp_path / ".staging"
    publish_folder(_outputs(a="old", b="old"), target, staging)

    def no_space(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        publish_folder(_outputs(a="new", b="new"), target, staging)
    assert {path.read_text() for path in target.iterdir()} == {"old"}


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    output = tmp_path / "editions"
    with locked(output), pytest.raises(EnvironmentFaultError, match="another build"), locked(output):
        pass


def test_what_an_interrupted_build_left_is_removed(tmp_path: Path) -> None:
    output = tmp_path / "editions"
    staging_beside(output).mkdir(parents=True)
    (staging_beside(output) / "torn").write_text("x")
    with locked(output):
        assert not staging_beside(output).exists()
