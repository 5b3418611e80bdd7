"""What earlier builds found out, kept beside the output by the bytes it depends on.

A value is given back only under the key it was kept with, and only when its own digest is right: a cache that is
damaged, of another version or deleted costs time, never correctness. Values are pickled, and read back by an unpickler
that knows the model's values and a few plain types, and nothing else.
"""

from __future__ import annotations

import contextlib
import copyreg
import decimal
import io
import os
import pickle
import sqlite3
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime, timedelta, timezone
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_FILE: Final = "values.sqlite"
_DIGEST: Final = 16
_SCHEMA: Final = "create table if not exists kept (kind, name, key, value, primary key (kind, name)) without rowid"
_PRIMARY: Final = 0xFF
"""The lowest byte of an extended result code of SQLite is the primary one."""
_NOT_OURS: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM,
    }
)  # fmt: skip
"""What keeps us from a cache that may be whole; every other fault is damage."""
_PLAIN: Final = MappingProxyType(
    {
        ("builtins", "frozenset"): frozenset,
        ("datetime", "date"): date,
        ("datetime", "datetime"): datetime,
        ("datetime", "timedelta"): timedelta,
        ("datetime", "timezone"): timezone,
        ("decimal", "Decimal"): decimal.Decimal,
        ("zoneinfo", "ZoneInfo"): ZoneInfo,
    }
)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A value as the bytes it is kept as: frozen by the process that made it, nobody on its way has to unpack it."""

    data: bytes

    @classmethod
    def of(cls, value: object) -> Frozen:
        """Freeze a value."""
        stream = io.BytesIO()
        _Pickler(stream, protocol=5).dump(value)
        return cls(stream.getvalue())

    def value(self) -> Any:  # noqa: ANN401 - whatever was frozen
        """Give the value; `pickle.UnpicklingError` for what is nothing that is kept."""
        return _Unpickler(io.BytesIO(self.data)).load()


class Cache:
    """Values by kind and name, each with the key it was made under. Without a folder it keeps nothing."""

    def __init__(self, folder: Path | None, programme: str = "") -> None:
        """Open the cache in a folder; what another `programme` (a digest) kept there is thrown away."""
        self._connection: sqlite3.Connection | None = None
        self.opened_ns = 0
        """Time of the file system when the cache was opened: what changes from now on is not known."""
        if folder:
            path = folder / _FILE
            self._connection = _opened(path, programme)
            with contextlib.suppress(OSError):
                os.utime(path)
                self.opened_ns = path.stat().st_mtime_ns

    def get(self, kind: str, name: str, key: bytes) -> Any:  # noqa: ANN401 - whatever was put
        """Give the value kept for a name of a kind, None when there is none under this key."""
        if self._connection is None:
            return None
        try:
            found = self._connection.execute("select key, value from kept where kind=? and name=?", (kind, name))
            row = found.fetchone()
            return unpacked(row[1], _sealed(kind, name, key)) if row and row[0] == key else None
        except Exception:  # noqa: BLE001 - whatever a damaged file can do to SQLite, and damaged bytes to an unpickler
            return None

    def has(self, kind: str, name: str, key: bytes) -> bool:
        """Say whether a value is kept for a name of a kind under this key."""
        if self._connection is None:
            return False
        try:
            found = self._connection.execute("select key from kept where kind=? and name=?", (kind, name))
            row = found.fetchone()
        except (sqlite3.Error, UnicodeError):
            return False
        return row is not None and bool(row[0] == key)

    def put(self, kind: str, name: str, key: bytes, value: object) -> None:
        """Keep a value, frozen or not, in the place of what was kept for this name; what cannot be kept is let go."""
        if self._connection is None:
            return
        sealed = packed(value, _sealed(kind, name, key))
        with contextlib.suppress(sqlite3.Error, UnicodeError):
            self._connection.execute("insert or replace into kept values (?, ?, ?, ?)", (kind, name, key, sealed))

    def keep_only(self, kind: str, names: Collection[str]) -> None:
        """Throw away what is kept under other names of a kind."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error, UnicodeError):
            known = {name for (name,) in self._connection.execute("select name from kept where kind=?", (kind,))}
            gone = [(kind, name) for name in known - set(names)]
            self._connection.executemany("delete from kept where kind=? and name=?", gone)

    def save(self) -> None:
        """Write down what was kept so far."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.commit()

    def close(self) -> None:
        """Write everything down, and end."""
        self.save()
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


def _opened(path: Path, programme: str) -> sqlite3.Connection | None:
    """Open a cache; an empty one takes the place of one that is damaged or another programme's.

    None when another build is writing it, or the folder cannot be written: then it is done without.
    """
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=1.0)
        except (sqlite3.Error, OSError):
            return None
        try:
            if _is_of(connection, programme):
                return connection
        except sqlite3.Error as error:
            is_ours = getattr(error, "sqlite_errorcode", 0) & _PRIMARY not in _NOT_OURS
        else:
            is_ours = True
        connection.close()
        if not is_ours:
            return None
        with contextlib.suppress(OSError):
            path.unlink()
    return None


def _is_of(connection: sqlite3.Connection, programme: str) -> bool:
    """Say whether a cache was kept by this programme; a new one is from now on."""
    # A crash may cost the cache: nothing waits for the disk.
    connection.execute("pragma journal_mode = memory")
    connection.execute("pragma synchronous = off")
    connection.execute(_SCHEMA)
    row = connection.execute("select key from kept where kind = 'programme'").fetchone()
    if row is None:
        connection.execute("insert into kept values ('programme', '', ?, '')", (programme,))
        connection.commit()
    return row is None or bool(row[0] == programme)


def _sealed(kind: str, name: str, key: bytes) -> bytes:
    return b"\0".join((kind.encode(), name.encode("utf-8", "surrogatepass"), key))


def packed(value: object, about: bytes) -> bytes:
    """Give a value as bytes, with a digest over them and what they are about."""
    data = (value if isinstance(value, Frozen) else Frozen.of(value)).data
    return _digest(about, data) + data


def unpacked(stored: bytes, about: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    """Give the value that some bytes hold, None when they are not whole or about something else."""
    digest, data = stored[:_DIGEST], stored[_DIGEST:]
    return Frozen(data).value() if digest == _digest(about, data) else None


def _digest(about: bytes, data: bytes) -> bytes:
    """Give what proves that a value is whole, and kept for this name and key."""
    made = blake2b(about, digest_size=_DIGEST)
    made.update(data)
    return made.digest()


def _zone(zone: ZoneInfo) -> tuple[type[ZoneInfo], tuple[str]]:
    return ZoneInfo, (zone.key,)


class _Pickler(pickle.Pickler):
    """Writes a time zone by its name."""

    dispatch_table = copyreg.dispatch_table | {ZoneInfo: _zone}


class _Unpickler(pickle.Unpickler):
    """Reads the model's values and a few plain types; anything else is refused."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - the base class's type
        """Give a type by name, if it is one of those that are kept."""
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        found = super().find_class(module, name) if module.startswith("briefings.model.") else None
        if isinstance(found, type) and is_dataclass(found) and found.__module__ == module:
            return found
        message = f"{module}.{name} is nothing that is kept"
        raise pickle.UnpicklingError(message)
