"""A process that builds whenever it is told to, for the preview: forked before there are threads, warm from then on.

In it articles are read and pages made by workers within their limits, which a process with threads could not fork; and
ending it ends a build at once.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Pipe
from typing import TYPE_CHECKING, Any, Final

from briefings import pipeline
from briefings.errors import BriefingsError
from briefings.screen import Screen, located
from briefings.work.workers import can_fork, die_with_parent

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from briefings.desk import Request

_END_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended, in words."""

    mistakes: tuple[str, ...] = ()
    """Why it ended without an edition, one a line."""
    remarks: tuple[str, ...] = ()
    """What it says of files that it left out, or doubts."""


class Builder:
    """The process, as the preview sees it."""

    def __init__(self, request: Request) -> None:
        """Start the process; it does nothing yet."""
        self._request = request
        self._start(fork=can_fork())

    def _start(self, *, fork: bool) -> None:
        """Start a process: as this one is, or, when there are threads by now, from nothing."""
        self._pipe, other = Pipe()
        start: Any = multiprocessing.get_context("fork" if fork else "spawn")
        self._process = start.Process(target=_serve, args=(self._request, other))
        self._process.start()
        other.close()

    def build(self) -> Built:
        """Have it build, and wait; a process that died is started again for the next time."""
        try:
            self._pipe.send(None)
            built: Built = self._pipe.recv()
        except (EOFError, OSError):
            self.end()
            self._start(fork=False)
            return Built(("the process that builds died; save once more, --debug shows what it said",))
        return built

    def end(self) -> None:
        """End it, whatever it does."""
        self._pipe.close()
        self._process.kill()
        self._process.join(_END_SECONDS)


def _serve(request: Request, pipe: Connection) -> None:
    """Build whenever the parent says so, until it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    screen = Screen.of_environment(os.environ, sys.stderr, debug=False)
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.recv()
            pipe.send(built(request, screen))


def built(request: Request, screen: Screen) -> Built:
    """Build, say on the terminal what a build says, and give it as words."""
    try:
        report = pipeline.build(request, screen)
    except BriefingsError as error:
        screen.error(str(error))
        return Built(tuple(str(error).split("\n")))
    except Exception as error:  # noqa: BLE001 - a preview outlives a defect, and shows it
        message = f"a defect of the programme ({type(error).__name__}: {error}); briefings build --debug shows where"
        screen.error(message)
        return Built((message,))
    screen.summary([f"{len(report.published)} built, {len(report.unchanged)} up to date"])
    told = (notice for notice in (*report.notices, *report.refused) if notice.level != "info")
    return Built(tuple(map(located, report.failed)), tuple(map(located, told)))
