"""What has been saved: the status of files, looked at again and again.

Looking at some thousand files takes milliseconds, works on every file system, network folders among them, and needs no
library; a change is seen within a third of a second.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from briefings.shipping.files import statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    State = tuple[tuple[str, int, int, int], ...]

_LOOK_SECONDS: Final = 0.15
_QUIET_LOOKS: Final = 2
"""So often nothing more may have changed before what was saved is taken: many files saved at once are one change."""
_MOST_LOOKS: Final = 40
"""After so many the changes are taken, though they go on."""


def state_of(folders: Sequence[Path]) -> State:
    """Give the status of every file that counts; those of editors and hidden ones do not."""
    found = []
    for folder in folders:
        if folder.is_file():
            status = folder.stat()
            found.append((str(folder), status.st_size, status.st_ino, status.st_mtime_ns))
        found += [one for one in statuses(folder) if not _is_passing(one[0])]
    return tuple(found)


def next_change(seen: State, look: Callable[[], State], wait: Callable[[float], None] = time.sleep) -> State:
    """Wait until something has changed and then nothing more does; give the state as it is then."""
    while look() == seen:
        wait(_LOOK_SECONDS)
    now, quiet = look(), 0
    for _ in range(_MOST_LOOKS):
        if quiet >= _QUIET_LOOKS:
            break
        wait(_LOOK_SECONDS)
        before, now = now, look()
        quiet = quiet + 1 if now == before else 0
    return now


def _is_passing(name: str) -> bool:
    return any(part.startswith((".", "~$", "#")) or part.endswith("~") for part in name.split("/"))
