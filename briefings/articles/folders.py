"""The content folder: which files there are, and their bytes. Regular files only; no link is followed."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from briefings.articles.faults import LeftOutError
from briefings.model.look import FOLDER as LOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1024 * 1024
_MOST_HASHED = 256 * 1024 * 1024
"""No digest is made of an ignored file larger than this."""
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
RESERVED_FILES = frozenset(
    {
        "names.toml", "outlets.toml", "agenda.toml", "agenda.ics", "questions.toml", "corrections.toml",
        "briefings.toml",
    }
)  # fmt: skip
NOTES = "notes"

Rule = Literal["file", "desk", "look", "ignored", "refused"]


@dataclass(frozen=True, slots=True)
class Found:
    """One entry of the content folder."""

    path: Path
    name: str
    """Relative to the content folder, with forward slashes."""
    rule: Rule
    reason: str = ""


def found_in(content: Path) -> Iterator[Found]:
    """Give every entry below a folder, sorted by name, without opening any."""
    waiting = [(content, "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=_by_name)
        except OSError as error:
            yield Found(folder, prefix.rstrip("/"), "refused", f"the folder cannot be read ({error.strerror})")
            continue
        deeper = []
        for entry in entries:
            name = prefix + entry.name
            found = _judged(entry, name)
            if found is None:
                deeper.append((Path(entry.path), name + "/"))
            else:
                yield found
        waiting += reversed(deeper)


def _by_name(entry: os.DirEntry[str]) -> bytes:
    return os.fsencode(entry.name)


def _judged(entry: os.DirEntry[str], name: str) -> Found | None:
    """Say what is to become of an entry by its name and kind; None for a folder to look into."""
    path = Path(entry.path)
    if not _is_writable_name(entry.name):
        return Found(path, _escaped(name), "refused", "the file's name is not UTF-8; rename it")
    if entry.is_symlink():
        return Found(path, name, "refused", "links are not followed; put the file itself here")
    if entry.name.startswith((".", "~$", "#")) or entry.name.endswith("~"):
        return Found(path, name, "ignored", "a hidden file or an editor's")
    if entry.is_dir(follow_symlinks=False):
        return None
    if not entry.is_file(follow_symlinks=False):
        return Found(path, name, "refused", "not a regular file; put a file here")
    is_desk = name in RESERVED_FILES or name.startswith(NOTES + "/")
    return Found(path, name, "look" if is_of_look(name) else "desk" if is_desk else "file")


def is_of_look(name: str) -> bool:
    """Say whether an entry is the folder of the desk's look, or lies in it."""
    return name == LOOK or name.startswith(f"{LOOK}/")


def _is_writable_name(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _escaped(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def bytes_of(path: Path, most: int) -> bytes:
    """Give a regular file's bytes. `LeftOutError` when it is none, cannot be read, or holds more than `most`."""
    try:
        with _opened(path) as file:
            data = file.read(most + 1)
    except OSError as error:
        message = f"the file cannot be read ({error.strerror}); check it"
        raise LeftOutError(message, code="unreadable") from error
    if len(data) > most:
        message = f"the file is larger than {most:,} bytes; shorten it or raise limits.bytes"
        raise LeftOutError(message, code="too-large")
    return data


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a regular file as hexadecimal digits, "" when it cannot be read or is out of all measure."""
    digest = hashlib.sha256()
    left = _MOST_HASHED
    try:
        with _opened(path) as file:
            while left >= 0 and (chunk := file.read(_CHUNK)):
                digest.update(chunk)
                left -= len(chunk)
    except (OSError, LeftOutError):
        return ""
    return digest.hexdigest() if left >= 0 else ""


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file, whatever has become of its name since it was found: no link, no pipe, no folder."""
    descriptor = os.open(path, _OPEN)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            message = "not a regular file; put a file here"
            raise LeftOutError(message, code="not-a-file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)
