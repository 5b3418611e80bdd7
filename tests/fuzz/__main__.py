"""`./dev fuzz [SECONDS] [TARGET]`: parsers and rules on made-up input, led by coverage where atheris is installed."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests import strategies
from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

FOLDER = Path(__file__).resolve().parent.parent.parent / ".dev" / "fuzz"
SECONDS = 20
INPUT_SECONDS = 10
"""One input may take so long; an article may be larger than what is tried here."""


def main(arguments: list[str]) -> int:
    """Fuzz each target, or one of them, for so many seconds."""
    names = [one for one in arguments if not one.isdecimal()] or list(TARGETS)
    seconds = int(next((one for one in arguments if one.isdecimal()), SECONDS))
    if unknown := set(names) - set(TARGETS):
        sys.stderr.write(f"fuzz: no target is called {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}\n")
        return 2
    is_led = importlib.util.find_spec("atheris") is not None
    sys.stdout.write(
        f"fuzz: {'led by coverage (atheris)' if is_led else 'atheris is not installed: by hypothesis alone'}\n"
    )
    failed = [name for name in names if not (_led if is_led else _drawn)(name, seconds)]
    sys.stdout.write(
        f"fuzz: {', '.join(failed)} failed\n" if failed else f"fuzz: {len(names)} targets, nothing found\n"
    )
    return 1 if failed else 0


def _led(name: str, seconds: int) -> bool:
    """Fuzz with atheris in a process of its own, which libFuzzer ends; what it finds lies in .dev/fuzz."""
    corpus = FOLDER / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in TARGETS[name].seeds():
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={INPUT_SECONDS}",
        "-rss_limit_mb=2048",
        "-max_len=4096",
    ]
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.led",
        name,
        *options,
        f"-artifact_prefix={corpus.parent}/",
        str(corpus),
    ]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode == 0:
        sys.stdout.write(f"fuzz: {name}: {seconds} s, nothing found ({_runs(done.stderr)})\n")
        return True
    sys.stdout.write(f"fuzz: {name}: {done.stderr[-3000:]}\n")
    return False


def _runs(told: str) -> str:
    return next((line for line in reversed(told.splitlines()) if "DONE" in line or "Done" in line), "").strip()


def _drawn(name: str, seconds: int) -> bool:
    """Fuzz with hypothesis: what it draws, round after round, each from another seed."""
    until = time.monotonic() + seconds
    rounds = 0
    while time.monotonic() < until:
        try:
            _one_round(TARGETS[name], rounds)
        except Exception as error:  # noqa: BLE001 - whatever a target raises is a finding
            sys.stdout.write(f"fuzz: {name}: {error!r}; {getattr(error, '__notes__', '')}\n")
            return False
        rounds += 1
    sys.stdout.write(f"fuzz: {name}: {seconds} s, nothing found in {rounds} rounds of 200\n")
    return True


def _one_round(target: Target, number: int) -> None:
    phases = (Phase.generate, Phase.shrink)

    @seed(number)
    @settings(max_examples=200, deadline=None, database=None, phases=phases, suppress_health_check=list(HealthCheck))
    @given(data=strategies.data)
    def holds(data: bytes) -> None:
        target.holds(data)

    holds()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
