from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from briefings.work.workers import Limits, can_fork, each
from tests.builds import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.work.workers import Done

MIB = 1024 * 1024
LIMITS = Limits(seconds=30.0, mebibytes=256)


def _half(number: int) -> int:
    if number % 2:
        message = f"{number} is odd"
        raise ValueError(message)
    return number // 2


def _misbehave(what: str) -> str:
    match what:
        case "sleep":
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "eat":
            return str(len(bytearray(1024 * MIB)))
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
    return what


def _by_task(done: Iterator[Done[str, str]]) -> dict[str, str]:
    return {one.task: one.result or (one.failure.kind if one.failure else "nothing") for one in done}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_task_is_done_once(jobs: int) -> None:
    assert sorted((one.task, one.result) for one in each(_half, range(0, 40, 2), jobs)) == [
        (number, number // 2) for number in range(0, 40, 2)
    ]


def test_error_comes_back_as_it_was_raised() -> None:
    (done,) = each(_half, [3], 1)
    assert done.failure is not None
    assert isinstance(done.failure.error, ValueError)
    assert str(done.failure.error) == "3 is odd"


@pytest.mark.parametrize(
    ("what", "ended"), [("sleep", "seconds"), ("spin", "seconds"), ("eat", "memory"), ("die", "died")]
)
def test_task_beyond_its_limits_ends_alone(what: str, ended: str) -> None:
    limits = Limits(seconds=1.0, mebibytes=256)
    assert _by_task(each(_misbehave, ["first", what, "last"], 2, limits)) == {
        "first": "first",
        what: ended,
        "last": "last",
    }


def test_task_of_a_worker_that_died_is_tried_once_more(tmp_path: Path) -> None:
    def die_once(name: str) -> str:
        mark = tmp_path / name
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return name

    assert _by_task(each(die_once, ["one", "two"], 2, LIMITS)) == {"one": "one", "two": "two"}


def test_tasks_are_made_while_others_are_done() -> None:
    asked: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(0, 20, 2):
            asked.append(number)
            yield number

    done = each(_half, tasks(), 2, LIMITS)
    next(done)
    assert len(asked) <= 4
    assert len(list(done)) == 9


def test_no_worker_outlives_the_work() -> None:
    done = each(lambda _: os.getpid(), range(3), 3, LIMITS)
    pids = {one.result for one in done}
    assert os.getpid() not in pids
    for pid in pids:
        assert pid is not None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_work_that_is_given_up_ends_its_workers() -> None:
    def slept(seconds: float) -> int:
        time.sleep(seconds)
        return os.getpid()

    done = each(slept, [0.0, 60.0], 2, LIMITS)
    pid = next(done).result
    del done
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_workers_end_with_a_parent_that_is_killed() -> None:
    program = (
        "import os, time\nfrom briefings.work.workers import each\n"
        "def work(number):\n    print(os.getpid(), flush=True)\n    time.sleep(60)\n"
        "list(each(work, [1, 2], 2))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=PROJECT) as parent:
        assert parent.stdout is not None
        for _ in range(2):
            parent.stdout.readline()
        parent.kill()
        # It ends when no worker holds the pipe any more: long before the minute that they wait.
        parent.communicate(timeout=20)


def test_beside_other_threads_all_is_done_here() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not can_fork()
        assert {one.result for one in each(lambda _: os.getpid(), range(3), 2)} == {os.getpid()}
    finally:
        stop.set()
        thread.join()


class _Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self
        self.more = [[] for _ in range(200)]  # type: ignore[var-annotated]


def _rings_left(count: int) -> int:
    gc.set_threshold(10**9)
    left = sum(isinstance(one, _Ring) for one in gc.get_objects())
    for _ in range(count):
        _Ring()
    return left


def test_garbage_of_one_task_is_gone_before_the_next() -> None:
    done = each(_rings_left, [1_000] * 3, 1)
    assert [one.result for one in done] == [0, 0, 0]
