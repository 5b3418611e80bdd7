"""The same input gives the same bytes, whatever else differs: ways to build a desk's folder, one set of digests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from tests.builds import PROJECT, build_here
from tests.three_days import files_of

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

SCANDIR = os.scandir

CONTENT = Path(__file__).parent / "editions" / "desk-files" / "content"
WITH_UMASK = "import os, sys; os.umask(int(sys.argv[1], 8)); os.execv(sys.argv[2], sys.argv[2:])"
NOBODY = 65534


@dataclass(frozen=True)
class Way:
    """What differs from an ordinary build."""

    environment: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    umask: str = "022"
    folder: str = "content"
    reverse: bool = False
    """Files are written in another order, with other times."""
    user: int | None = None
    before: int = 0
    """Builds that went before, into the same folder."""


WAYS = {
    "hash seed": Way({"PYTHONHASHSEED": "4294967295"}),
    "time zone": Way({"TZ": "Pacific/Kiritimati"}),
    "time zone in the west": Way({"TZ": "America/Anchorage"}),
    "locale": Way({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR", "LANGUAGE": "tr"}),
    "no locale": Way(
        {
            "LC_ALL": "C", "LC_TIME": "de_DE", "LANGUAGE": "de",
            "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii",
        }
    ),
    "umask": Way(umask="077"),
    "path": Way(folder="başka bir yer/ç ğ"),
    "file order": Way(reverse=True),
    "home": Way({"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent", "FONTCONFIG_PATH": "/etc/fonts"}),
    "user": Way(user=NOBODY),
    "one worker": Way(options=("--jobs", "1")),
    "many workers": Way(options=("--jobs", "5")),
    "cache": Way(before=1),
}  # fmt: skip
BUILDS = {
    "east": ("hash seed", "time zone", "locale", "umask", "path", "file order", "home", "many workers"),
    "west": ("time zone in the west", "no locale", "one worker", "cache"),
    "another user": ("user",),
}
"""Which ways go together into one build: what differs between two builds is looked for one by one only if any does."""


def _together(names: tuple[str, ...]) -> Way:
    """Give a way that differs in all that the named ones differ in."""
    way = Way()
    for one in map(WAYS.__getitem__, names):
        way = Way(
            way.environment | one.environment,
            way.options + one.options,
            one.umask if one.umask != Way.umask else way.umask,
            one.folder if one.folder != Way.folder else way.folder,
            way.reverse or one.reverse,
            one.user or way.user,
            way.before + one.before,
        )
    return way


def _laid(content: Path, *, reverse: bool) -> None:
    """Copy the desk's folder file by file."""
    for number, path in enumerate(sorted(CONTENT.rglob("*"), reverse=reverse)):
        if path.is_file():
            target = content / path.relative_to(CONTENT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, (number * 1_000_000, number * 1_000_000))


def _built(root: Path, way: Way) -> dict[str, str]:
    content, output = root / way.folder, root / "out" / "editions"
    _laid(content, reverse=way.reverse)
    output.parent.mkdir()
    if way.user is not None:
        for path in (root, output.parent):
            path.chmod(0o777)
    build = ["build", "--content", str(content), "--output", str(output), *way.options]
    command = [sys.executable, "-c", WITH_UMASK, way.umask, sys.executable, str(PROJECT / "build.py"), *build]
    for builds_left in range(way.before, -1, -1):
        done = subprocess.run(
            command, env={**os.environ, **way.environment}, capture_output=True, check=False, user=way.user
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        if builds_left:  # the editions go, what the cache knows stays
            shutil.rmtree(output)
    return files_of(output)


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = _built(tmp_path_factory.mktemp("ordinary"), Way())
    assert any(path.endswith(".pdf") for path in made)
    return made


def test_every_way_is_tried() -> None:
    assert sorted(name for names in BUILDS.values() for name in names) == sorted(WAYS)


@pytest.mark.parametrize("build", BUILDS)
def test_same_bytes(build: str, ordinary: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    way = _together(BUILDS[build])
    if way.user is not None and (os.geteuid() != 0 or not _may_run_as(way.user)):
        pytest.skip("another user cannot be tried here")
    if _built(tmp_path_factory.mktemp("way"), way) != ordinary:
        alone = [name for name in BUILDS[build] if _built(tmp_path_factory.mktemp("way"), WAYS[name]) != ordinary]
        pytest.fail(f"other bytes by: {', '.join(alone or BUILDS[build])}")


class _Backwards:
    """A folder's entries as `os.scandir` gives them, the last name first."""

    def __init__(self, folder: object = ".") -> None:
        with SCANDIR(folder) as entries:  # type: ignore[call-overload]
            self._entries = iter(sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True))

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


def test_order_in_which_folders_are_listed_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system gives names in any order: here the last first."""
    options = ("--format", "html,json")
    assert build_here(CONTENT, tmp_path / "ordinary" / "editions", *options).exit_code == 0
    listdir = os.listdir
    monkeypatch.setattr(os, "scandir", _Backwards)
    monkeypatch.setattr(os, "listdir", lambda folder=".": sorted(listdir(folder), reverse=True))
    assert build_here(CONTENT, tmp_path / "other" / "editions", *options).exit_code == 0
    monkeypatch.undo()
    assert files_of(tmp_path / "other" / "editions") == files_of(tmp_path / "ordinary" / "editions")


def _may_run_as(user: int) -> bool:
    """Say whether another user can start this Python and read this project."""
    command = [sys.executable, str(PROJECT / "build.py"), "--version"]
    try:
        return subprocess.run(command, user=user, capture_output=True, check=False).returncode == 0
    except PermissionError:
        return False
