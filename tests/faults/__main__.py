"""`./dev faults`: every call of a build fails in every way, builds run two at once, a real process is disturbed."""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from briefings.work import workers
from tests.faults import traced
from tests.faults.builds import desk, started
from tests.faults.checks import faults_of_double, faults_of_point
from tests.faults.injection import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.builds import Desk

Point = tuple[str, "Callable[[], list[str]]"]


def main() -> int:
    """Disturb builds, and tell what did not hold."""
    asked = _asked()
    started_at = time.monotonic()
    # One process does all of a build, so that every call is counted.
    workers.can_fork = lambda: False
    found: list[str] = []
    counts: dict[str, int] = {}
    with desk() as own:
        for kind, point in _points(own, asked):
            counts[kind] = counts.get(kind, 0) + 1
            found += point()
            if sum(counts.values()) % 100 == 0:
                _say(f"{sum(counts.values())} so far")
    for one in found:
        _say(one)
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    _say(f"{told}: {len(found)} faults found in {time.monotonic() - started_at:.0f} s")
    return 1 if found else 0


def _points(own: Desk, asked: argparse.Namespace) -> Iterator[Point]:
    with own.output() as output:
        calls = started(own.content(1), output)().calls
    # Every N-th of them takes the kinds in turn.
    turns = [KINDS[place:] + KINDS[:place] for place in range(len(KINDS))]
    numbered = ((number, kind) for number in range(1, calls + 1) for kind in turns[number % len(KINDS)])
    for number, kind in islice(numbered, asked.part % asked.every, None, asked.every):
        yield f"points of {calls} calls", partial(faults_of_point, own, number, kind)
    for number in range(asked.doubles):
        yield "double builds", partial(faults_of_double, own, number)
    if asked.traced:
        for fault in traced.points(own, asked.traced):
            yield "points of a traced process", partial(traced.faults_of, own, fault)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev faults", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every N-th fault only")
    parser.add_argument("--part", type=int, default=0, help="from which one on, when not all are taken")
    parser.add_argument("--doubles", type=int, default=100, help="so many times two builds at once")
    parser.add_argument("--traced", type=int, default=24, help="so many faults by strace, where it is installed")
    return parser.parse_args()


def _say(words: str) -> None:
    sys.stdout.write(f"faults: {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
