"""A scheduler and workers on loopback: the same bytes as one machine makes, also when a worker is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from briefings.errors import EnvironmentFaultError
from briefings.work import remote
from briefings.work.workers import Limits
from tests.builds import PROJECT, build, build_here
from tests.three_days import files_of, three_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPTIONS = ("--format", "html,json", "--profile", "desk", "--jobs", "1")
SECONDS = 60.0
on_a_cluster = pytest.mark.skipif(not find_spec("distributed"), reason="distributed is not installed (extra cluster)")


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    ended = build_here(three_days(tmp_path / "content"), tmp_path / "editions", "--cluster", "127.0.0.1:1")
    assert ended.exit_code == 2
    assert "requirements-cluster.txt" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_worker_refuses_another_programme() -> None:
    parts = ["code", "templates", "plug-ins", "Python"]
    wanted = remote.identity() | dict.fromkeys(parts, "other")
    told = rf"refuses: its programme is another .* \(other: {', '.join(parts)}\)"
    with pytest.raises(EnvironmentFaultError, match=told):
        remote.answer(wanted, b"not even looked at", b"", Limits())


@pytest.mark.conformance
@on_a_cluster
def test_where_nobody_answers_the_build_ends_soon(tmp_path: Path) -> None:
    started = time.monotonic()
    ended = build(three_days(tmp_path / "content"), tmp_path / "editions", "--cluster", f"127.0.0.1:{_free_port()}")
    assert ended.exit_code == 4
    assert "no scheduler of a cluster answers there" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert time.monotonic() - started < SECONDS


@pytest.mark.conformance
@on_a_cluster
def test_worker_killed_in_the_middle_changes_no_byte(tmp_path: Path) -> None:
    content = three_days(tmp_path / "content")
    build(content, tmp_path / "one", *OPTIONS)
    address = f"tcp://127.0.0.1:{_free_port()}"
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard")
    with _running(tmp_path, *scheduler), _running(tmp_path, *_worker(address)):
        with _running(tmp_path, *_worker(address)) as doomed:
            command = ["build", "--content", str(content), "--output", str(tmp_path / "two"), *OPTIONS]
            with subprocess.Popen(
                [sys.executable, "build.py", *command, "--cluster", address],
                stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=PROJECT,
            ) as made:  # fmt: skip
                _wait_for_work(doomed)
                os.kill(doomed, signal.SIGKILL)
                _, said = made.communicate(timeout=SECONDS * 2)
        assert made.returncode == 0, said
    assert "Traceback" not in said
    assert files_of(tmp_path / "two") == files_of(tmp_path / "one")


def _worker(address: str) -> tuple[str, ...]:
    return ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _running(folder: Path, *command: str) -> Iterator[int]:
    """Start a part of the cluster, and end it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()


def _wait_for_work(pid: int) -> None:
    """Wait until a worker has a helper: it has been given something to do."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, check=False)
        if found.stdout.strip():
            return
        time.sleep(0.02)
    pytest.fail("the worker was given nothing to do")
