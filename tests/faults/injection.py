"""The n-th call that touches the output fails, or is never reached: open, write, sync, rename and the like.

Calls are counted where Python makes them (`os`, `io`), in this process alone; SQLite's own, within the cache, are not.
`tests/faults/traced.py` has the system itself fail the calls of a real process.
"""

from __future__ import annotations

import errno
import io
import os
import signal
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal
from unittest.mock import patch

from briefings.shipping import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Kind = Literal["EIO", "EACCES", "ENOSPC", "EROFS", "kill"]
KINDS: Final[tuple[Kind, ...]] = ("EIO", "EACCES", "ENOSPC", "EROFS", "kill")
_LASTING: Final = frozenset({"ENOSPC", "EROFS"})
"""A full disk stays full: every later call of the same kinds fails as well."""
_BY_PATH: Final = ("open", "rename", "replace", "mkdir", "unlink", "rmdir", "scandir", "listdir")
_BY_DESCRIPTOR: Final = ("write", "fsync")
_HARMLESS: Final = frozenset({"scandir", "listdir", "unlink", "rmdir", "fsync"})
"""What a full disk, or one that can only be read, still does."""


@dataclass(slots=True)
class Calls:
    """Counts calls, and has one of them fail."""

    root: str
    """What lies below counts."""
    fails_at: int | None = None
    kind: Kind = "EIO"
    made: list[str] = field(default_factory=list)
    """The calls so far, by name."""

    def meet(self, name: str, path: object) -> None:
        """Count a call; end it as was asked."""
        if isinstance(path, str | os.PathLike) and not os.path.abspath(path).startswith(self.root):  # noqa: PTH100
            return
        if name == "open" and isinstance(path, int):
            return  # of a file that is open already
        self.made.append(name)
        if self.fails_at is None or not self._is_hit(name):
            return
        if self.kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self.kind)
        raise OSError(number, os.strerror(number), path if isinstance(path, str | os.PathLike) else None)

    def _is_hit(self, name: str) -> bool:
        assert self.fails_at is not None
        if self.kind in _LASTING:
            return len(self.made) >= self.fails_at and name not in _HARMLESS
        return len(self.made) == self.fails_at


@contextmanager
def injected(root: Path, fails_at: int | None = None, kind: Kind = "EIO") -> Iterator[Calls]:
    """Count the calls that touch what lies below `root`, and have one fail; its number counts from 1."""
    calls = Calls(os.fspath(root), fails_at, kind)
    patches = [
        *(patch.object(os, name, _watched(calls, name, getattr(os, name))) for name in (*_BY_PATH, *_BY_DESCRIPTOR)),
        patch.object(io, "open", _watched(calls, "open", io.open)),
        patch("builtins.open", _watched(calls, "open", io.open)),
        patch.object(files, "_exchange", _watched(calls, "exchange", files._exchange)),
    ]
    for one in patches:
        one.start()
    try:
        yield calls
    finally:
        for one in reversed(patches):
            one.stop()


def _watched(calls: Calls, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(path: object, *others: Any, **named: Any) -> Any:  # noqa: ANN401 - any call's
        calls.meet(name, path)
        return real(path, *others, **named)

    return call
