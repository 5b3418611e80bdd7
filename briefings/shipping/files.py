"""Writing whole folders or nothing: staging, sync, and a swap by rename."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefings.errors import EnvironmentFaultError
from briefings.model import Output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_LOCK = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_OLD = ".old"
_TRIES = 2


def staging_beside(output: Path) -> Path:
    """Name the folder in which editions are made before they appear: beside the output, on the same file system."""
    return output.parent / f".{output.name}-staging"


@contextlib.contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the output folder against a second build, and tidy up after one that was interrupted.

    Raises EnvironmentFaultError when another build holds it, or the folder cannot be written.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        handle = os.fdopen(os.open(output.parent / f".{output.name}-lock", _LOCK, 0o666), "w")
    except OSError as error:
        message = f"{output}: cannot be written ({error.strerror}); choose another folder with --output"
        raise EnvironmentFaultError(message) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"{output}: another build is writing here; wait until it has ended"
            raise EnvironmentFaultError(message) from error
        _put_back(staging_beside(output), output)
        _clear(staging_beside(output))
        try:
            yield
        finally:
            _clear(staging_beside(output))


def _put_back(staging: Path, output: Path) -> None:
    """Give an edition its place again that a killed build had moved away, where a swap took two renames."""
    for old in staging.glob(f"*{_OLD}"):
        target = output / old.name.removesuffix(_OLD)
        if not target.exists():
            old.rename(target)


def _clear(staging: Path) -> None:
    """Remove a staging folder; a link in its place goes, what it names stays."""
    for _ in range(_TRIES):
        if staging.is_symlink():
            staging.unlink()
        shutil.rmtree(staging, ignore_errors=True)
        if not staging.exists():
            break


def publish_folder(outputs: Sequence[Output], target: Path, staging: Path) -> bool:
    """Make `target` hold exactly these files; give False, and touch nothing, when it does already.

    The new folder is complete and synced before it takes the old one's place in one step.
    """
    if _holds(outputs, target):
        return False
    made = staging / target.name
    shutil.rmtree(made, ignore_errors=True)
    for output in outputs:
        _write_synced(made.joinpath(*_parts(output.path)), output.data)
    _sync_folders(made)
    target.parent.mkdir(parents=True, exist_ok=True)
    _swap_in(made, target)
    return True


def publish_file(data: bytes, target: Path, staging: Path) -> bool:
    """Make `target` hold `data` by rename; give False, and touch nothing, when it does already."""
    if target.is_file() and target.read_bytes() == data:
        return False
    made = staging / f"{target.name}.new"
    _write_synced(made, data)
    target.parent.mkdir(parents=True, exist_ok=True)
    made.replace(target)
    _sync(target.parent)
    return True


def files_in(folder: Path) -> list[str]:
    """List a folder's files, relative, with forward slashes, sorted; none when it does not exist."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def read_folder(folder: Path) -> tuple[Output, ...]:
    """Read all files of a folder, as they would be published elsewhere."""
    return tuple(
        Output(path, "application/octet-stream", folder.joinpath(path).read_bytes()) for path in files_in(folder)
    )


def statuses(folder: Path) -> list[tuple[str, int, int, int]]:
    """List a folder's files with size, inode and time of change, sorted: what tells that none of them has changed."""
    found = []
    waiting = [(os.fspath(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        try:
            entries = list(os.scandir(path))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
                continue
            status = entry.stat(follow_symlinks=False)
            found.append((prefix + entry.name, status.st_size, status.st_ino, status.st_mtime_ns))
    return sorted(found)


def _holds(outputs: Sequence[Output], target: Path) -> bool:
    if files_in(target) != sorted(output.path for output in outputs):
        return False
    return all(target.joinpath(*_parts(output.path)).read_bytes() == output.data for output in outputs)


def _parts(path: str) -> tuple[str, ...]:
    """Split an output's path; one that would leave the folder is a defect and stops the build."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or PurePosixPath(path).is_absolute():
        message = f"refused to write outside the edition: {path!r}"
        raise EnvironmentFaultError(message)
    return parts


def _write_synced(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            _sync(path)
    _sync(folder)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _swap_in(made: Path, target: Path) -> None:
    """Put `made` in the place of `target`; where both exist, in one system call (renameat2 with RENAME_EXCHANGE)."""
    if not target.exists():
        made.rename(target)
    elif not _exchange(made, target):
        old = made.with_name(f"{made.name}{_OLD}")
        target.rename(old)
        try:
            made.rename(target)
        except OSError:
            old.rename(target)
            raise
    _sync(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
