"""The crew of several machines: tasks are done by the workers of a dask.distributed cluster (extra `cluster`).

Values go out and bytes come back; workers share no disk with the build and write nothing. A task whose worker died is
given to another by the scheduler. The build alone plans, writes and publishes.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import queue
import time
import warnings
from typing import TYPE_CHECKING, Any, Final, TypeVar

from briefings.errors import EnvironmentFaultError, UsageError
from briefings.work import remote
from briefings.work.workers import Done, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_CONNECT_SECONDS: Final = 5.0
_ALONE_SECONDS: Final = 30.0
"""A cluster that has had no worker for so long is given up."""
_AHEAD: Final = 2
"""Tasks handed out for each thread of the cluster: one in work, one on its way."""
_LOOK_SECONDS: Final = 0.5
"""So often it is looked whether the cluster is still there while nothing comes back."""
_MISSING: Final = (
    "--cluster needs the package distributed, which is not installed; install it with "
    "pip install --require-hashes -r requirements-cluster.txt, or pip install 'briefings[cluster]'"
)


class Cluster:
    """Workers that have registered with a scheduler."""

    def __init__(self, address: str) -> None:
        """Call the scheduler; raise EnvironmentFaultError when nobody answers, UsageError without the extra."""
        self.address = address
        self._client = _connected(address)
        self._identity = remote.identity()
        self._last_seen = time.monotonic()

    def each(
        self, work: Callable[[_Task], _Result], tasks: Iterable[_Task], limits: Limits | None = None
    ) -> Iterator[Done[_Task, _Result]]:
        """Run `work` on tasks, on whichever machine is free."""
        shared: Any = None
        given: dict[Any, _Task] = {}
        ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        coming = iter(tasks)
        is_empty = False
        try:
            while True:
                while not is_empty and len(given) < self._room():
                    try:
                        task = next(coming)
                    except StopIteration:
                        is_empty = True
                        break
                    if shared is None:
                        shared = self._shared(work)
                    future = self._handed_out(shared, task, limits or Limits())
                    given[future] = task
                    future.add_done_callback(ended.put)
                if not given:
                    return
                future = self._next(ended)
                if future is not None:
                    yield self._taken(future, given.pop(future))
        finally:
            self._let_go([*given, shared] if shared is not None else [])

    def close(self) -> None:
        """Take leave of the scheduler."""
        self._client.close(timeout=_CONNECT_SECONDS)

    def _shared(self, work: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - a future of distributed
        """Send out what all tasks share: as a result that can be made again, should its holder die."""
        return self._client.submit(_same, pickle.dumps(work, protocol=5), pure=False)

    def _handed_out(self, shared: Any, task: Any, limits: Limits) -> Any:  # noqa: ANN401
        data = pickle.dumps(task, protocol=5)
        return self._client.submit(remote.answer, self._identity, shared, data, limits, pure=False)

    @property
    def hands(self) -> int:
        """How many tasks the cluster does at a time, as far as is known."""
        return sum(int(one["nthreads"]) for one in self._workers().values())

    def _room(self) -> int:
        """Give how many tasks may be under way: planning goes on beside them, but not far ahead."""
        return max(1, _AHEAD * self.hands)

    def _workers(self) -> dict[str, Any]:
        # What the scheduler last told, not a question of its own.
        found: dict[str, Any] = self._client.scheduler_info(n_workers=-1).get("workers", {})
        return found

    def _next(self, ended: queue.SimpleQueue[Any]) -> Any:  # noqa: ANN401
        """Wait a moment for a task to end; None when none has. Raise EnvironmentFaultError when it cannot any more."""
        try:
            return ended.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            pass
        if self._client.status != "running":
            raise self._lost()
        if self._workers():
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > _ALONE_SECONDS:
            message = (
                f"{self.address}: the cluster has no worker; start some with `dask worker {self.address} --nthreads 1`"
                ", or build without --cluster"
            )
            raise EnvironmentFaultError(message)
        return None

    def _taken(self, future: Any, task: _Task) -> Done[_Task, Any]:  # noqa: ANN401
        """Take a task's answer; errors of the cluster end the build, those of the task are in the answer."""
        self._last_seen = time.monotonic()
        if future.status in {"cancelled", "lost"}:
            raise self._lost()
        try:
            result, failure = pickle.loads(future.result())  # noqa: S301 - from a worker of our own cluster
        except EnvironmentFaultError:
            raise
        except Exception as error:
            raise EnvironmentFaultError(_said(error)) from error
        return Done(task, result, failure)

    def _lost(self) -> EnvironmentFaultError:
        return EnvironmentFaultError(f"{self.address}: the scheduler is gone; what was published stays, build again")

    def _let_go(self, futures: list[Any]) -> None:
        if self._client.status == "running":
            self._client.cancel(futures, force=True)


def _connected(address: str) -> Any:  # noqa: ANN401 - a client of distributed
    try:
        from distributed import Client, Security  # noqa: PLC0415 - only where it is asked for
    except ImportError as error:
        raise UsageError(_MISSING) from error
    # What it has to say of the network is said by us, in one message.
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] in {"distributed", "tornado"}:
            logging.getLogger(name).disabled = True
    warnings.filterwarnings("ignore", module=r"distributed\b")
    security = Security()  # certificates as the settings of dask name them
    try:
        # A client that does not get through takes long to give up, and says so: it is asked first who is there.
        asyncio.run(_ask(address, security.get_connection_args("client")))
        return Client(address, timeout=_CONNECT_SECONDS, set_as_default=False, security=security)
    except Exception as error:
        message = (
            f"{address}: no scheduler of a cluster answers there; start one with `dask scheduler`, "
            "or build without --cluster"
        )
        raise EnvironmentFaultError(message) from error


async def _ask(address: str, connection: dict[str, Any]) -> None:
    """Raise what keeps a scheduler from answering."""
    from distributed.core import rpc  # noqa: PLC0415 - only where it is asked for

    async with asyncio.timeout(_CONNECT_SECONDS):
        async with rpc(address, timeout=_CONNECT_SECONDS, connection_args=connection) as scheduler:
            answer = await scheduler.identity()
    if answer.get("type") != "Scheduler":
        message = f"{answer.get('type')} answers"
        raise OSError(message)


def _same(work: bytes) -> bytes:
    """Give what was sent: as a task, so that it has a place in the cluster and can be had again."""
    return work


def _said(error: Exception) -> str:
    """Say why a worker could not do a task at all."""
    words = f"{type(error).__name__}: {error}".splitlines()[0]
    match error:
        case ModuleNotFoundError() | AttributeError():
            return f"a worker of the cluster has not this programme ({words}); install the same on all machines"
        case _ if type(error).__name__ == "KilledWorker":
            return f"the cluster gave a task up, the workers that had it all died ({words}); build again"
        case _:
            return f"a worker of the cluster failed ({words})"
