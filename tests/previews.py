"""A running `briefings serve`, for tests."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.request import urlopen

from tests.builds import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Serving:
    """The process and its address."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address

    def page(self, path: str) -> str:
        """Read a page."""
        with urlopen(self.address + path, timeout=20) as answer:  # noqa: S310 - our own preview
            return str(answer.read().decode())

    def wait_for(self, version: int) -> None:
        """Wait until so many builds have ended."""
        for _ in range(600):
            if int(self.page(".preview/version").rpartition("-")[2]) >= version:
                return
            time.sleep(0.1)
        message = f"there was no build number {version}"
        raise AssertionError(message)


@contextlib.contextmanager
def serving(content: Path, output: Path, *arguments: str) -> Iterator[Serving]:
    """Start a preview on a free port, and end it whatever happens."""
    process = subprocess.Popen(
        [
            sys.executable, str(PROJECT / "build.py"), "serve", "--content", str(content), "--output", str(output),
            "--port", "0", *arguments,
        ],
        stderr=subprocess.PIPE, text=True, encoding="utf-8",
        # A test run in the background is started with Ctrl-C switched off, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )  # fmt: skip
    try:
        assert process.stderr is not None
        yield Serving(process, process.stderr.readline().split(" ")[0])
    finally:
        process.kill()
        process.communicate()
