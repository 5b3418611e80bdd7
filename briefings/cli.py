"""The command line's front door: a build with nothing to do is answered here, before anything large is imported."""

from __future__ import annotations

import gc
import os
import sys

from briefings.screen import Screen
from briefings.work import unchanged

TYPE_CHECKING = False  # as in typing, whose import takes longer than looking for what has changed
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final

_COLLECTED: Final = 100_000
"""New objects after which garbage is looked for: what a build makes lasts until it is rendered."""


def collect_seldom() -> None:
    """Look for cyclic garbage after many new objects only."""
    gc.set_threshold(_COLLECTED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; every failure is a message, with a traceback only under --debug."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    answer = unchanged.answer_to(given)
    if answer is not None:
        return _say_again(answer)
    collect_seldom()
    gc.disable()  # until the command is imported: all that is imported lasts
    from briefings.commands import run  # noqa: PLC0415 - what a build with nothing to do does not need

    try:
        return run(given)
    finally:
        if arguments is None:
            gc.freeze()  # the process ends: looking through all it holds for garbage took a sixth of a small build


def _say_again(answer: dict[str, Any]) -> int:
    """Say what a build said that had nothing to do, and give its exit code."""
    screen = Screen.of_environment(os.environ, sys.stderr, debug=False)
    for level, message in answer["messages"]:
        screen.say(level, message)
    sys.stdout.write(answer["stdout"])
    return int(answer["exit_code"])
