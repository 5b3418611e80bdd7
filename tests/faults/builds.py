"""Builds that are disturbed: each in a process forked from this one, which has imported all a build needs."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tests.builds import build_here
from tests.faults.injection import injected
from tests.three_days import DAYS, article, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.injection import Kind

OPTIONS = ("--format", "html,json", "--lang", "tr", "--from", DAYS[0], "--to", DAYS[1])
EDITIONS = DAYS[:2]
STATES = (0, 1, 2)

Digests = dict[str, str]
"""SHA-256 of every file of an output folder, by path."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a forked build ended."""

    status: int
    """Exit code, or the negative number of the signal that killed it."""
    calls: int
    stderr: str


@dataclass(frozen=True, slots=True)
class Desk:
    """States of a content folder, and what undisturbed builds of one after the other make of them."""

    root: Path
    made: dict[tuple[int, ...], Digests]

    def content(self, state: int) -> Path:
        """Give the content folder of a state."""
        return self.root / f"content-{state}"

    @contextmanager
    def output(self) -> Iterator[Path]:
        """Give an output folder, in a folder of its own, that holds the editions of state 0."""
        folder = Path(tempfile.mkdtemp(dir=self.root))
        shutil.copytree(self.root / "published-0", folder, dirs_exist_ok=True)
        try:
            yield folder / "editions"
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def desk() -> Iterator[Desk]:
    """Make all states and build them: alone, one after state 0, and the third after those two."""
    root = Path(tempfile.mkdtemp(prefix="faults-")).resolve()
    try:
        for state in STATES:
            for day in EDITIONS:
                path = root / f"content-{state}" / day / "a.md"
                path.parent.mkdir(parents=True)
                path.write_text(article("Amasra", day, 40 + 7 * state), encoding="utf-8")
        made: dict[tuple[int, ...], Digests] = {}
        for states in ((0,), (0, 1), (0, 2), (0, 1, 2), (0, 2, 1)):
            folder = root / "published-{}".format("-".join(map(str, states)))
            if len(states) > 1:
                shutil.copytree(root / "published-{}".format("-".join(map(str, states[:-1]))), folder)
            made[states] = _built(root / f"content-{states[-1]}", folder / "editions")
        yield Desk(root, made)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _built(content: Path, output: Path) -> Digests:
    ended = build_here(content, output, *OPTIONS)
    if ended.exit_code:
        message = f"an undisturbed build ended with {ended.exit_code}: {ended.stderr}"
        raise RuntimeError(message)
    return files_of(output)


def started(content: Path, output: Path, fails_at: int | None = None, kind: Kind = "EIO") -> Callable[[], Ended]:
    """Start a build in a process forked from this one; what is given back waits for its end."""
    log = output.parent / f"stderr-{next(_NUMBERS)}"
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        status = 99
        try:
            with injected(output.parent, fails_at, kind) as calls:
                done = build_here(content, output, *OPTIONS)
            log.write_text(f"{len(calls.made)}\n{done.stderr}", encoding="utf-8")
            status = done.exit_code
        finally:
            os._exit(status)

    def ended() -> Ended:
        _, status = os.waitpid(pid, 0)
        calls, _, told = (log.read_text(encoding="utf-8") if log.is_file() else "0\n").partition("\n")
        log.unlink(missing_ok=True)
        return Ended(os.waitstatus_to_exitcode(status), int(calls), told)

    return ended


_NUMBERS = count()
