"""Articles are read by workers, each within its limits: a file that stops its reader costs only itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefings.articles.faults import Remark, shown
from briefings.articles.reading import left_out, outcome_of
from briefings.work import workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings import config
    from briefings.articles.kept import Outcome
    from briefings.articles.reading import Raw
    from briefings.config import Config
    from briefings.work.workers import Failure


class Readers:
    """Processes that read articles; `articles.reading.Hands`."""

    def __init__(self, jobs: int) -> None:
        """Take how many may read at a time."""
        self._jobs = jobs

    def __call__(self, raws: Iterable[Raw], config: Config, *, is_dated: bool) -> Iterator[tuple[Raw, Outcome]]:
        """Read files, each within the limits of the settings."""
        limits = workers.Limits(config.limits.seconds, config.limits.mebibytes)
        work = partial(outcome_of, config=config, is_dated=is_dated)
        for done in workers.each(work, raws, self._jobs, limits):
            yield done.task, done.result or _unread(done.failure, done.task.name, config.limits)


def _unread(failure: Failure | None, path: str, limits: config.Limits) -> Outcome:
    """Say why a file could not be read, and what to do."""
    match failure:
        case workers.Failure(kind="seconds"):
            why = f"takes longer than {limits.seconds:g} s to read; cut it into several, or raise limits.seconds"
        case workers.Failure(kind="memory"):
            why = f"takes more than {limits.mebibytes} MiB to read; cut it into several, or raise limits.mebibytes"
        case workers.Failure(kind="error", message=words):
            why = f"cannot be read, by a defect of the programme ({shown(words)}); report it, and leave the file out"
        case _:
            why = "cannot be read: the process that read it died; build again with more memory"
    return left_out(Remark("unreadable", None, why, "error"), path)._replace(lasts=False)
