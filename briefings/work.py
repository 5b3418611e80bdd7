"""What is out of date, and who builds it."""

from __future__ import annotations

import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.context import ForkServerContext

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

LIBRARIES = ("weasyprint", "jinja2", "markdown", "babel", "pydantic", "nh3", "pydyf", "fonttools")
_PACKAGE = Path(__file__).parent


@cache
def programme_digest(templates: Path) -> str:
    """Give one SHA-256 for everything that makes pages: the package's files, templates, fonts, library versions."""
    digest = sha256()
    for folder in (_PACKAGE, templates):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
                digest.update(sha256(path.read_bytes()).digest())
    digest.update(json.dumps(library_versions()).encode())
    return digest.hexdigest()


def library_versions() -> dict[str, str]:
    """Give the versions of the libraries that shape a page."""
    return {name: version(name) for name in LIBRARIES}


def fingerprint(*parts: Any) -> str:  # noqa: ANN401 - any JSON values
    """Give one SHA-256 for the inputs of an edition; equal parts give equal digests in every process."""
    return sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def each(task: Callable[[_Task], _Result], tasks: Sequence[_Task], jobs: int) -> list[_Result]:
    """Run a task on each value, on `jobs` processes where the machine lets them work together; in the tasks' order."""
    context = multiprocessing.get_context("forkserver")
    if jobs <= 1 or len(tasks) <= 1 or not _has_locks(context):
        return [task(value) for value in tasks]
    context.set_forkserver_preload(["briefings.pipeline", "weasyprint"])
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        return list(pool.map(task, tasks))


def _has_locks(context: ForkServerContext) -> bool:
    """Say whether processes can share a lock: not where /dev/shm is closed to us, as in a bare chroot or container."""
    try:
        context.Lock()
    except (ImportError, OSError):
        return False
    return True
