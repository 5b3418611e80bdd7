"""The far side of a cluster: tasks come as bytes, are done by this machine's own processes, and go back as bytes.

A worker of the cluster has threads, so nothing can be forked from it, and a task could not be killed in it. So it
starts a helper, a plain process that runs `workers.each`: there every task is held to its limits as on one machine, and
what an article can do to a process it does to that process alone.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing.connection import Connection, Pipe
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefings.errors import EnvironmentFaultError
from briefings.facts import plugins
from briefings.rendering.environment import templates_folder
from briefings.rendering.pdf import system_versions
from briefings.work import fingerprints
from briefings.work.workers import Failure, Limits, each

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TRIES: Final = 2
"""A task whose helper died without a word is given to another as many times in all."""
_START: Final = "import sys; sys.path[:] = {path!r}; from briefings.work.remote import serve; serve({handle})"


class _Message(NamedTuple):
    """What a helper is sent: the work only where it is another than that of the message before."""

    work: bytes | None
    task: bytes
    limits: Limits


def identity() -> dict[str, str]:
    """Give what must be the same on every machine, so that all make the same bytes: part by part, as digests."""
    return {
        "code": fingerprints.code_digest(),
        "templates": fingerprints.templates_digest(templates_folder()),
        "plug-ins": fingerprints.fingerprint(plugins.versions()),
        "Python": "{}.{}.{}".format(*sys.version_info[:3]),
        **system_versions(),
    }


def answer(wanted: Mapping[str, str], work: bytes, task: bytes, limits: Limits) -> bytes:
    """Do one task of the cluster; give result and failure, pickled.

    Raises EnvironmentFaultError where this worker's programme is another than that of the build: before anything
    of the build is unpickled.
    """
    for _ in range(_TRIES):
        helper = _free()
        try:
            _refuse_another_programme(helper, wanted)
            data = helper.ask(work, task, limits)
        except (EOFError, OSError):
            helper.end()
        else:
            _HELPERS.append(helper)
            return data
    return pickle.dumps((None, Failure("died")))


def _refuse_another_programme(helper: _Helper, wanted: Mapping[str, str]) -> None:
    own = helper.identity
    other = [name for name in own if wanted.get(name) != own[name]]
    if other:
        helper.end()
        message = (
            f"the worker on {socket.gethostname()} refuses: its programme is another than that of the build "
            f"(other: {', '.join(other)}); install the same on all machines"
        )
        raise EnvironmentFaultError(message)


@dataclass(slots=True)
class _Helper:
    """A process that does one task at a time for one thread of the worker."""

    process: subprocess.Popen[bytes]
    pipe: Connection
    identity: dict[str, str]
    """Of the programme as it has loaded it: the worker may have been started before an update."""
    work: str = ""
    """Digest of the work it was sent last."""

    def ask(self, work: bytes, task: bytes, limits: Limits) -> bytes:
        digest = sha256(work).hexdigest()
        self.pipe.send(_Message(None if digest == self.work else work, task, limits))
        self.work = digest
        return self.pipe.recv_bytes()

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.wait()


_HELPERS: Final[list[_Helper]] = []
"""Those that are free."""
_STARTING: Final = threading.Lock()


def _free() -> _Helper:
    with contextlib.suppress(IndexError):
        return _HELPERS.pop()
    with _STARTING:
        own, other = Pipe()
        # The worker may have been started from a work tree, on a path the helper would not find.
        start = _START.format(path=sys.path, handle=other.fileno())
        process = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", start], stdin=subprocess.DEVNULL, pass_fds=[other.fileno()]
        )
        other.close()
    try:
        return _Helper(process, own, own.recv())
    except (EOFError, OSError) as error:
        process.wait()
        message = f"the worker on {socket.gethostname()} cannot start a process of its own; see its messages"
        raise EnvironmentFaultError(message) from error


def serve(handle: int) -> None:
    """Be a helper: do tasks until the worker closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe = Connection(handle)
    pipe.send(identity())
    following: _Message | None = pipe.recv()
    while following is not None:
        tasks = _Tasks(pipe, following)
        work, limits = pickle.loads(following.work or b""), following.limits  # noqa: S301 - from our own build
        for done in each(work, tasks.of_one_work(), 1, limits):
            pipe.send_bytes(pickle.dumps((done.result, done.failure), protocol=5))
        following = tasks.following


@dataclass(slots=True)
class _Tasks:
    """The tasks of one work, as they come."""

    pipe: Connection
    first: _Message
    following: _Message | None = None
    """The message with which another work begins; None when the worker is gone."""

    def of_one_work(self) -> Iterator[Any]:
        message = self.first
        with contextlib.suppress(EOFError, OSError):
            while True:
                yield pickle.loads(message.task)  # noqa: S301 - from our own build
                message = self.pipe.recv()
                if message.work is not None:
                    self.following = message
                    return
