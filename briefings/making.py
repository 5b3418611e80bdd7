"""Who makes the pages of editions: each of several by one of the crew, the parts of a single one by all."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from briefings.errors import BriefingsError
from briefings.model import Notice
from briefings.rendering.pdf import get_ready
from briefings.work.workers import Done, Failure, Limits, failure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.model import Output
    from briefings.pages import PageMaker, Parts, Planned
    from briefings.work.crew import Crew

    Made = Done[Planned, tuple[Output, ...]]


def made(maker: PageMaker, planned: Iterable[Planned], crew: Crew) -> Iterator[Made]:
    """Make editions as they are planned, and give each when it is done, within the limits of the settings."""
    limits = Limits(seconds=maker.config.limits.edition_seconds)
    coming = iter(planned)
    # One is planned ahead before the first is handed out: it tells whether there is only one.
    ahead = list(islice(coming, 2))
    if ahead and "pdf" in maker.request.formats and not maker.request.cluster:
        get_ready()
    if len(ahead) == 1 and crew.hands > 1:
        yield _by_all(maker, ahead[0], crew, limits)
    else:
        yield from crew.each(maker, chain(ahead, coming), limits)


def _by_all(maker: PageMaker, planned: Planned, crew: Crew, limits: Limits) -> Made:
    """Make one edition with the whole crew: what is made of it is what one alone would make."""
    found: Parts = {}
    try:
        facts = maker.facts(planned)
        for told in maker.cuts(planned):
            for done in crew.each(maker.part, maker.parts_of(planned, told, facts), limits):
                if done.result is None:
                    return Done(planned, None, done.failure)
                found[done.task.key] = done.result
            if maker.fits(found):
                break
        return Done(planned, maker.whole(planned, found, facts))
    except BriefingsError:
        raise
    except Exception as error:  # noqa: BLE001 - as from a worker
        return Done(planned, None, failure_of(error))


def not_made(done: Made, *, stands: bool) -> Notice:
    """Say why an edition's pages could not be made; an error with a message of its own is raised.

    `stands` says whether an earlier version of it does.
    """
    failure = done.failure or Failure("died")
    if isinstance(failure.error, BriefingsError):
        raise failure.error
    left = "the edition stays as it was" if stands else "there is none of this day"
    day = done.task.edition.day.isoformat()
    return Notice("error", "edition-not-made", day, None, f"its pages could not be made: {_why(failure)}; {left}")


def _why(failure: Failure) -> str:
    """Say why, and what to do."""
    match failure.kind:
        case "seconds":
            return "they take too long; raise limits.edition_seconds"
        case "memory":
            return "they take more memory than there is; build the day alone, with --date and --jobs 1"
        case "error":
            return f"a defect of the programme ({failure.message}); report it"
        case _:
            return "the process that made them died; build again with more memory"
