"""Who was sent which edition: a file that only grows, each line on the disk before the next step is taken.

Before a message leaves, its intent is written down; after it, how that ended. An intent without an end is a message
of which nobody knows whether it arrived. The file lies beside the output, and not with the cache: it cannot be made
again.
"""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, Literal

from briefings.errors import EnvironmentFaultError, TryLaterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Event = Literal["intent", "sent", "deferred", "refused", "unknown", "torn"]
_EVENTS: Final = frozenset({"intent", "sent", "deferred", "refused", "unknown", "torn"})
_OPEN: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what happened to the message of one edition to one mailbox."""

    event: Event
    at: str
    """When, in UTC."""
    day: str = ""
    revision: int = 0
    edition: str = ""
    """SHA-256 of its MANIFEST.json."""
    mailbox: str = ""
    list: str = ""
    """The list that named it."""
    message_id: str = ""
    words: str = ""
    """What the server said, or went wrong."""


Key = tuple[str, int, str]
"""Day, revision, mailbox: nobody gets this twice."""


class Ledger:
    """The entries, and the open file that takes new ones."""

    def __init__(self, path: Path, entries: Iterable[Entry], descriptor: int | None) -> None:
        self._path = path
        self._descriptor = descriptor
        self._last: dict[Key, Entry] = {}
        for entry in entries:
            self._last[_key(entry)] = entry

    def last(self, key: Key) -> Entry | None:
        """Give the last that is known of a message."""
        return self._last.get(key)

    def add(self, entry: Entry) -> None:
        """Write an entry and wait until it is on the disk. `EnvironmentFaultError`, nothing written, if it fails."""
        if self._descriptor is None:
            message = f"{self._path}: was opened for reading alone"
            raise EnvironmentFaultError(message)
        try:
            _append(self._descriptor, _line(entry))
        except OSError as error:
            message = f"{self._path}: cannot be written ({error.strerror}); make room, or mend its folder"
            raise EnvironmentFaultError(message) from error
        self._last[_key(entry)] = entry


def path_of(output: Path) -> Path:
    """Name the ledger of an archive: beside it, the same by whatever way the archive is named."""
    whole = output.resolve()
    return whole.parent / f".{whole.name}-delivery" / "ledger.jsonl"


def read_ledger(output: Path) -> Ledger:
    """Read a ledger without touching it. `EnvironmentFaultError` names the line that is damaged."""
    path = path_of(output)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    except OSError as error:
        raise _unreadable(path, error) from error
    return Ledger(path, _entries(data, path), None)


@contextmanager
def open_ledger(output: Path, at: str) -> Iterator[Ledger]:
    """Hold the ledger against a second delivery. `TryLaterError` when another one has it."""
    path = path_of(output)
    try:
        _made_folder(path.parent)
        descriptor = os.open(path, _OPEN, 0o600)
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"{path}: another delivery is under way; wait until it has ended"
            raise TryLaterError(message) from error
        data = _all_of(descriptor)
        ledger = Ledger(path, _entries(data, path), descriptor)
        if data and not data.endswith(b"\n"):
            # The end of a line that never came onto the disk whole: it is ended, and the next line says so.
            try:
                _append(descriptor, b"\n" + _line(Entry("torn", at)))
            except OSError as error:
                raise _unreadable(path, error) from error
        yield ledger
    finally:
        os.close(descriptor)


def _key(entry: Entry) -> Key:
    return entry.day, entry.revision, entry.mailbox


def _made_folder(folder: Path) -> None:
    """Make the ledger's folder, for its owner alone: it names people."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return
    parent = os.open(folder.parent, os.O_RDONLY)
    try:
        os.fsync(parent)
    finally:
        os.close(parent)


def _append(descriptor: int, line: bytes) -> None:
    """Write a line whole and sync it; what was written of one that cannot be is taken back."""
    before = os.fstat(descriptor).st_size
    try:
        left = memoryview(line)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, before)
        raise


def _all_of(descriptor: int) -> bytes:
    found = []
    os.lseek(descriptor, 0, os.SEEK_SET)
    while chunk := os.read(descriptor, _CHUNK):
        found.append(chunk)
    return b"".join(found)


def _line(entry: Entry) -> bytes:
    told = {name: value for name, value in asdict(entry).items() if value}
    return (json.dumps(told, ensure_ascii=True) + "\n").encode()


def _entries(data: bytes, path: Path) -> Iterator[Entry]:
    """Read the lines. The last one without an end was never on the disk whole, and so was one that "torn" follows."""
    entries = [_entry(line) for line in data.split(b"\n")[:-1]]
    for number, (entry, following) in enumerate(zip_longest(entries, entries[1:]), start=1):
        if following is not None and following.event == "torn":
            continue
        if entry is None:
            message = (
                f"{path}:{number}: no entry of the ledger; nothing is sent until it is mended: "
                "put the file back from a copy, or correct the line"
            )
            raise EnvironmentFaultError(message)
        if entry.event != "torn":
            yield entry


def _entry(line: bytes) -> Entry | None:
    try:
        value: Any = json.loads(line)
        entry = Entry(**value)
    except (ValueError, TypeError):
        return None
    texts = (entry.at, entry.day, entry.edition, entry.mailbox, entry.list, entry.message_id, entry.words)
    is_sound = entry.event in _EVENTS and type(entry.revision) is int and all(type(one) is str for one in texts)
    return entry if is_sound else None


def _unreadable(path: Path, error: OSError) -> EnvironmentFaultError:
    return EnvironmentFaultError(
        f"{path}: cannot be read and written ({error.strerror}); nothing is sent without the ledger"
    )
