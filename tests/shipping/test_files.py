from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from briefings.errors import EnvironmentFaultError
from briefings.model import Output
from briefings.shipping import files
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


def test_an_edition_on_its_way_out_gets_its_place_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders, a swap takes two renames; here the build dies between them."""
    output = tmp_path / "editions"
    with locked(output):
        publish_folder(_outputs(a="old"), output / "day", staging_beside(output))
    monkeypatch.setattr(files, "_exchange", lambda *_: False)

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)  # nor does it tidy up
        real = os.rename
        patched.setattr(
            os, "rename", lambda one, other: die() if str(other) == str(output / "day") else real(one, other)
        )
        with pytest.raises(KeyboardInterrupt), locked(output):
            publish_folder(_outputs(a="new"), output / "day", staging_beside(output))
    assert not (output / "day").exists()
    with locked(output):
        assert (output / "day" / "a.txt").read_text() == "old"
    assert not staging_beside(output).exists()


def test_a_swap_that_fails_halfway_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, staging = tmp_path / "day", tmp_path / ".staging"
    publish_folder(_outputs(a="old"), target, staging)
    monkeypatch.setattr(files, "_exchange", lambda *_: False)
    real = os.rename

    def fail(one: str, other: str) -> None:
        if str(one) == str(staging / "day"):
            raise OSError(5, "Input/output error")
        real(one, other)

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(OSError, match="Input/output"):
        publish_folder(_outputs(a="new"), target, staging)
    assert (target / "a.txt").read_text() == "old"


def test_links_laid_where_a_build_works_lead_nowhere(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "editions", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.txt").write_text("kept")
    staging_beside(output).symlink_to(elsewhere)
    output.mkdir()
    (output / "day").symlink_to(elsewhere)
    with locked(output):
        publish_folder(_outputs(a="1"), output / "day", staging_beside(output))
    assert files_in(output / "day") == ["a.txt"]
    assert {path.name: path.read_text() for path in elsewhere.iterdir()} == {"kept.txt": "kept"}
    (tmp_path / ".editions-lock").unlink()
    (tmp_path / ".editions-lock").symlink_to(elsewhere / "kept.txt")
    with pytest.raises(EnvironmentFaultError, match="cannot be written"), locked(output):
        pass
    assert (elsewhere / "kept.txt").read_text() == "kept"
