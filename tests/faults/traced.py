"""Faults that the system itself makes: strace fails the n-th call of a real build, or kills it there."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.builds import PROJECT
from tests.faults.builds import OPTIONS, started
from tests.faults.checks import left_behind, torn
from tests.three_days import files_of

if TYPE_CHECKING:
    from tests.faults.builds import Desk

_CALLS: Final = ("fsync", "renameat2", "rename", "mkdir", "pwrite64", "unlink", "flock")
"""Those that Python does not make for itself while it starts."""
_WAYS: Final = ("error=EIO", "error=ENOSPC", "error=EACCES", "signal=KILL")


@dataclass(frozen=True, slots=True)
class Fault:
    """Which call fails, and how."""

    call: str
    number: int
    way: str


def points(desk: Desk, most: int) -> list[Fault]:
    """Give so many faults, spread over all calls of a build; none where strace is missing or may not trace."""
    counts = _counted(desk)
    every = [
        Fault(call, number, way) for call, made in counts.items() for number in range(1, made + 1) for way in _WAYS
    ]
    step = max(1, len(every) // most)
    return every[::step][:most]


def faults_of(desk: Desk, fault: Fault) -> list[str]:
    """Disturb a real build, and build again; give what does not hold."""
    with desk.output() as output:
        inject = f"inject={fault.call}:{fault.way}:when={fault.number}"
        ended = _traced(desk.content(1), output, "-o", "/dev/null", "-e", f"trace={fault.call}", "-e", inject)
        found = list(torn(files_of(output), desk.made[0,], desk.made[0, 1]))
        killed = {-signal.SIGKILL, 128 + signal.SIGKILL}
        if ended.returncode not in ({0, 4} if "error" in fault.way else {0, 4, *killed}):
            found.append(f"exit {ended.returncode}: {ended.stderr}")
        if "Traceback" in ended.stderr or "defect" in ended.stderr:
            found.append(f"no message for people: {ended.stderr}")
        again = started(desk.content(1), output)()
        if again.status != 0 or files_of(output) != desk.made[0, 1]:
            found.append(f"the next build (exit {again.status}) does not make what an undisturbed one makes")
        found += left_behind(output)
    return [f"{fault.call} {fault.number}, {fault.way}: {one}" for one in found]


def _counted(desk: Desk) -> dict[str, int]:
    if shutil.which("strace") is None:
        return {}
    with desk.output() as output, tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "calls"
        ended = _traced(desk.content(1), output, "-o", str(log), "-e", f"trace={','.join(_CALLS)}")
        told = log.read_text(encoding="utf-8", errors="replace") if ended.returncode == 0 and log.is_file() else ""
    made = re.findall(r"^\d+ +(\w+)\(", told, re.MULTILINE)
    return {call: made.count(call) for call in _CALLS if call in made}


def _traced(content: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    build = ("build", "--content", str(content), "--output", str(output), *OPTIONS, "--jobs", "1")
    command = ["strace", "-f", *options, sys.executable, str(PROJECT / "build.py"), *build]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, timeout=120)
