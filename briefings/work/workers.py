"""Processes that work for the build: warm, killable, each task within its limits; the parent alone writes.

Workers are forked from the parent, which has imported what they need, before it has any threads: a worker costs some
milliseconds. Each has a pipe of its own and one task at a time, so that it is known which task a dead worker had.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import resource
import signal
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_TRIES: Final = 2
"""A task whose worker died without a word is given to another worker as many times in all."""
_MEBIBYTE: Final = 1024 * 1024
_PR_SET_PDEATHSIG: Final = 1
_LEFT: Final = 100_000
"""New objects that a task may leave before its worker looks for garbage among them."""
_MADE: Final = 1_000_000
"""New objects of one task after which garbage is looked for before it is done."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take; None is no limit."""

    seconds: float | None = None
    mebibytes: int | None = None
    """Beyond what a worker has when it starts."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result."""

    kind: Literal["seconds", "memory", "died", "error"]
    message: str = ""
    error: Exception | None = None
    """As the task raised it, where it could travel."""


@dataclass(frozen=True, slots=True)
class Done(Generic[_Task, _Result]):
    """A task with its result, or with the reason why there is none."""

    task: _Task
    result: _Result | None
    failure: Failure | None = None


@dataclass(slots=True)
class _Worker(Generic[_Task]):
    pid: int
    pipe: Connection
    task: _Task | None = None
    tries: int = 0
    deadline: float | None = None


@dataclass(slots=True)
class _Queue(Generic[_Task]):
    """Tasks as they come, those first that a dead worker left."""

    tasks: Iterator[_Task]
    left: deque[tuple[_Task, int]] = field(default_factory=deque)
    is_empty: bool = False

    def next(self) -> tuple[_Task, int] | None:
        if self.left:
            return self.left.popleft()
        for task in self.tasks:
            return task, 1
        self.is_empty = True
        return None


def each(
    work: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int, limits: Limits | None = None
) -> Iterator[Done[_Task, _Result]]:
    """Run `work` on tasks, by `jobs` workers at a time, and give what is done in the order it is done.

    `tasks` is asked for the next one when a worker is free: what it does meanwhile is done beside the workers. Where
    processes cannot be forked safely (none of the kind, or threads are running) all is done here, without limits.
    """
    if not can_fork():
        for task in tasks:
            yield _done_here(work, task)
        return
    workers: list[_Worker[_Task]] = []
    queue = _Queue(iter(tasks))
    try:
        while True:
            _give_out(queue, workers, work, jobs, limits or Limits())
            busy = [worker for worker in workers if worker.task is not None]
            if not busy:
                return
            for worker in _ready(busy):
                done = _taken(worker, queue, workers)
                if done is not None:
                    yield done
    finally:
        for worker in workers:
            _end(worker)


def can_fork() -> bool:
    """Say whether workers can be forked from this process."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def _done_here(work: Callable[[_Task], _Result], task: _Task) -> Done[_Task, _Result]:
    try:
        return Done(task, work(task))
    except Exception as error:  # noqa: BLE001 - as from a worker
        return Done(task, None, failure_of(error))


def _give_out(
    queue: _Queue[_Task], workers: list[_Worker[_Task]], work: Callable[[_Task], Any], jobs: int, limits: Limits
) -> None:
    """Give a task to every worker that is free, and start workers while there are tasks for them."""
    while not queue.is_empty:
        free = next((worker for worker in workers if worker.task is None), None)
        if free is None and len(workers) >= jobs:
            return
        given = queue.next()
        if given is None:
            return
        if free is None:
            free = _started(work, workers, limits)
            workers.append(free)
        free.task, free.tries = given
        free.deadline = None if limits.seconds is None else time.monotonic() + limits.seconds
        with contextlib.suppress(OSError):  # it died between two tasks: found out when its answer is read
            free.pipe.send(free.task)


def _ready(busy: list[_Worker[_Task]]) -> list[_Worker[_Task]]:
    """Wait for an answer, the end of a worker, or the end of its time."""
    ends = [worker.deadline for worker in busy if worker.deadline is not None]
    left = max(0.0, min(ends) - time.monotonic()) if ends else None
    answered = set(map(id, wait([worker.pipe for worker in busy], left)))
    now = time.monotonic()
    return [
        worker
        for worker in busy
        if id(worker.pipe) in answered or (worker.deadline is not None and worker.deadline <= now)
    ]


def _taken(worker: _Worker[_Task], queue: _Queue[_Task], workers: list[_Worker[_Task]]) -> Done[_Task, Any] | None:
    """Take a worker's answer; None when its task is to be tried again by another worker."""
    task, tries = worker.task, worker.tries
    assert task is not None  # noqa: S101 - only busy workers come here
    try:
        if worker.pipe.poll():
            result, failure = worker.pipe.recv()
            worker.task = None
            return Done(task, result, failure)
        failure = Failure("seconds")
    except (EOFError, OSError, pickle.UnpicklingError):
        failure = Failure("died")
    _end(worker)
    workers.remove(worker)
    if failure.kind == "died" and tries < _TRIES:
        queue.left.append((task, tries + 1))
        queue.is_empty = False
        return None
    return Done(task, None, failure)


def _started(work: Callable[[_Task], Any], others: list[_Worker[_Task]], limits: Limits) -> _Worker[_Task]:
    own, other = Pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        own.close()
        for one in others:  # else a worker would not notice that the parent is gone
            one.pipe.close()
        _serve(work, other, limits)
    other.close()
    return _Worker(pid, own)


def _serve(work: Callable[[_Task], Any], pipe: Connection, limits: Limits) -> NoReturn:
    """Do tasks until the parent closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    die_with_parent()
    gc.freeze()  # what was there lasts as long as the worker, and stays shared with the parent when nobody looks at it
    gc.set_threshold(_MADE)
    if limits.mebibytes is not None:
        most = _mapped_bytes() + limits.mebibytes * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(EOFError, OSError):
        while True:
            _answer(work, pipe)
            if gc.get_count()[0] > _LEFT:
                gc.collect()
    os._exit(0)


def _answer(work: Callable[[_Task], Any], pipe: Connection) -> None:
    task = pipe.recv()
    try:
        answer: tuple[Any, Failure | None] = (work(task), None)
        data = pickle.dumps(answer, protocol=5)
    except MemoryError:
        data = pickle.dumps((None, Failure("memory")))
    except Exception as error:  # noqa: BLE001 - the parent says what becomes of it
        data = pickle.dumps((None, failure_of(error)))
    pipe.send_bytes(data)


def failure_of(error: Exception) -> Failure:
    """Give an error in words, and as it is where it can travel between processes."""
    words = f"{type(error).__name__}: {error}"
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - written this moment
    except Exception:  # noqa: BLE001 - whatever keeps it from travelling
        return Failure("error", words)
    return Failure("error", words, error)


def die_with_parent() -> None:
    """Have the system end this process when the parent is killed; elsewhere it ends with the task it is doing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _mapped_bytes() -> int:
    """Give the size of this process's address space, 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _end(worker: _Worker[_Task]) -> None:
    """End a worker, whatever it does."""
    worker.pipe.close()
    with contextlib.suppress(OSError):
        os.kill(worker.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.waitpid(worker.pid, 0)
