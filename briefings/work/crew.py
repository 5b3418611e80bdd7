"""Who does the build's tasks: one interface, so that nobody who hands out work needs to know where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from briefings.work import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefings.work.workers import Done, Limits

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Crew(Protocol):
    """Runs pure functions on values. What it is given and gives back must be able to travel: it is pickled."""

    @property
    def hands(self) -> int:
        """How many tasks are done at a time."""

    def each(
        self, work: Callable[[_Task], _Result], tasks: Iterable[_Task], limits: Limits | None = None
    ) -> Iterator[Done[_Task, _Result]]:
        """Run `work` on tasks and give what is done in the order it is done.

        `work` travels once, with all the values it holds; tasks are asked for one by one as somebody is free.
        """

    def close(self) -> None:
        """Let everybody go."""


class Processes:
    """The crew of one machine: processes forked from this one."""

    def __init__(self, jobs: int) -> None:
        """Take how many may work at a time."""
        self._jobs = jobs

    @property
    def hands(self) -> int:
        """How many work at a time; where nothing can be forked, this process alone."""
        return self._jobs if workers.can_fork() else 1

    def each(
        self, work: Callable[[_Task], _Result], tasks: Iterable[_Task], limits: Limits | None = None
    ) -> Iterator[Done[_Task, _Result]]:
        """Run `work` on tasks, each in a process that can be killed."""
        return workers.each(work, tasks, self._jobs, limits)

    def close(self) -> None:
        """Do nothing: the processes end with their work."""
