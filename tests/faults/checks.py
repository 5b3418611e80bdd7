"""What must hold after a build was disturbed: old or new, never a mixture; a message; the next build makes it good."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

from tests.faults.builds import EDITIONS, started
from tests.three_days import files_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.builds import Desk, Digests, Ended
    from tests.faults.injection import Kind

NOTHING_PUBLISHED = 4
ANOTHER = "another build is writing here"


def faults_of_point(desk: Desk, fails_at: int, kind: Kind) -> list[str]:
    """Disturb a build at one call, and build again; give what does not hold."""
    with desk.output() as output:
        ended = started(desk.content(1), output, fails_at, kind)()
        found = [*_told(ended, kind), *torn(files_of(output), desk.made[0,], desk.made[0, 1])]
        if ended.status == 0 and files_of(output) != desk.made[0, 1]:
            found.append("exit 0, and not what was to be made")
        again = started(desk.content(1), output)()
        if again.status != 0 or files_of(output) != desk.made[0, 1]:
            found.append(f"the next build (exit {again.status}) does not make what an undisturbed one makes")
        found += left_behind(output)
    return [f"call {fails_at}, {kind}: {one}" for one in found]


def faults_of_double(desk: Desk, number: int) -> list[str]:
    """Start two builds of different content, a little apart; give what does not hold."""
    with desk.output() as output:
        first = started(desk.content(1), output)
        time.sleep(number % 20 * 0.02)
        second = started(desk.content(2), output)
        ends = (first(), second())
        made = files_of(output)
        found = [f"exit {one.status}: {one.stderr}" for one in ends if one.status and not _is_refusal(one)]
        states = {(0, 0): ((0, 1, 2), (0, 2, 1)), (0, 4): ((0, 1),), (4, 0): ((0, 2),)}
        ways = states.get((ends[0].status, ends[1].status), ())
        if not any(made == desk.made[way] for way in ways):
            found.append(f"exits {ends[0].status} and {ends[1].status}, and the editions of neither order")
        found += left_behind(output)
    return [f"double build {number}: {one}" for one in found]


def torn(made: Digests, old: Digests, new: Digests) -> Iterator[str]:
    """Name editions that are neither old nor new, and files above them that are neither."""
    for day in EDITIONS:
        found, before, after = (_of(day, digests) for digests in (made, old, new))
        if found not in (before, after):
            yield f"the edition of {day} is a mixture"
    for path in sorted({*made, *old}):
        is_above = path.split("/", maxsplit=1)[0] not in EDITIONS
        if is_above and made.get(path) not in (old.get(path), new.get(path)):
            yield f"{path} is neither old nor new"


def left_behind(output: Path) -> Iterator[str]:
    """Name what a build leaves beside its output that is no business of the next one's."""
    known = {output.name, f".{output.name}-cache", f".{output.name}-lock"}
    return (f"left behind: {path.name}" for path in output.parent.iterdir() if path.name not in known)


def _of(day: str, digests: Digests) -> Digests:
    return {path: digest for path, digest in digests.items() if path.startswith(f"{day}/")}


def _told(ended: Ended, kind: Kind) -> Iterator[str]:
    """Say whether a disturbed build ended as it should: killed, or with one message, or unharmed."""
    if ended.status == -signal.SIGKILL and kind == "kill":
        return
    if ended.status not in {0, NOTHING_PUBLISHED}:
        yield f"exit {ended.status}: {ended.stderr}"
    if "Traceback" in ended.stderr or "defect" in ended.stderr:
        yield f"no message for people: {ended.stderr}"
    messages = [line for line in ended.stderr.splitlines() if line and not line.startswith("[")]
    if ended.status == NOTHING_PUBLISHED and len(messages) != 1:
        yield f"{len(messages)} messages: {ended.stderr}"


def _is_refusal(ended: Ended) -> bool:
    return ended.status == NOTHING_PUBLISHED and ANOTHER in ended.stderr
