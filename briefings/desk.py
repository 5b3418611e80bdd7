"""What a build works on: what it was asked for, the desk's folder as read, and which days are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.articles import read_library
from briefings.errors import NothingToPublishError, UsageError
from briefings.languages.names import builtin_names, with_desk_names, with_outlets
from briefings.model import Notice
from briefings.planning import selection
from briefings.planning.notes import misplaced
from briefings.settings import load_config

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import InputRecord, Library

FORMATS = ("html", "pdf", "json", "print")


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for."""

    content: Path
    output: Path
    config: Path | None = None
    day: date | None = None
    latest: bool = False
    first: date | None = None
    last: date | None = None
    languages: tuple[str, ...] = ()
    """Empty: those of the configuration."""
    profiles: tuple[str, ...] = ("principal", "desk")
    formats: tuple[str, ...] = ("html", "pdf", "json")
    jobs: int = 1
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What every edition of a build shares."""

    request: Request
    config: Config
    names: NameTable
    library: Library
    chosen: selection.Selection
    notices: tuple[Notice, ...] = ()


def read(request: Request) -> Desk:
    """Read settings, names and articles."""
    config = load_config(_config_path(request))
    if request.languages:
        config = config.model_copy(update={"languages": request.languages})
    library = read_library(request.content, config, request.day)
    names, name_notices = _names(request.content)
    chosen = selection.select(library, config, named=request.day, drafts=request.drafts)
    names = with_outlets(names, library.desk.outlets)
    notices = library.notices + name_notices + misplaced(library.desk.notes, chosen.days)
    return Desk(request, config, names, library, chosen, notices)


def days_asked_for(desk: Desk) -> tuple[date, ...]:
    """Give the days to build; a day named on the command line counts even when it has no article."""
    request, days = desk.request, tuple(desk.chosen.days)
    if not desk.library.articles and (_some_left_out(desk) or not _days_named(request)):
        raise NothingToPublishError(_nothing_message(desk))
    if request.day:
        return (request.day,)
    if request.latest:
        return days[-1:]
    if request.first or request.last:
        return _days_between(request, days, desk.config)
    return days


def left_out(desk: Desk, day: date) -> tuple[InputRecord, ...]:
    """Give the files that could not be used."""
    return tuple(record for record in without_day(desk, day) if record.fate == "left-out")


def without_day(desk: Desk, day: date) -> tuple[InputRecord, ...]:
    """Give the files that stand in no edition: nobody knows their day, so the latest edition names them."""
    if desk.chosen.days and day != max(desk.chosen.days):
        return ()
    return tuple(record for record in desk.chosen.inputs if record.fate in {"left-out", "ignored"})


def inputs_of(desk: Desk, day: date) -> tuple[InputRecord, ...]:
    """Give the files an edition answers for: its articles, the desk's own, and what stands in no edition."""
    paths = {article.source.path for article in desk.chosen.days.get(day, ())}
    used = tuple(record for record in desk.chosen.inputs if record.path in paths or record.fate == "desk")
    return used + without_day(desk, day)


def _config_path(request: Request) -> Path | None:
    if request.config:
        return request.config
    beside = request.content / "briefings.toml"
    return beside if beside.is_file() else None


def _names(content: Path) -> tuple[NameTable, tuple[Notice, ...]]:
    path = content / "names.toml"
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        notice = Notice("error", "names-unreadable", path.name, None, f"cannot be read ({error}); save it as UTF-8")
        return builtin_names(), (notice,)
    return (builtin_names(), ()) if text is None else with_desk_names(builtin_names(), text, path.name)


def _days_named(request: Request) -> bool:
    return bool(request.day or request.first or request.last)


def _days_between(request: Request, days: tuple[date, ...], config: Config) -> tuple[date, ...]:
    """Give the publishing days from --from to --to; an open end is the first or last day that has articles."""
    first = request.first or (days[0] if days else request.last)
    last = request.last or (days[-1] if days else request.first)
    if first is None or last is None or first > last:
        message = f"--from {first} lies after --to {last}; turn them round"
        raise UsageError(message)
    return selection.publishing_days(first, last, config)


def _some_left_out(desk: Desk) -> bool:
    return any(record.fate == "left-out" for record in desk.chosen.inputs)


def _nothing_message(desk: Desk) -> str:
    count = sum(record.fate == "left-out" for record in desk.chosen.inputs)
    if count:
        return (
            f"{desk.request.content}: none of the {count} article files could be read; see the messages above. "
            "The editions stay as they were"
        )
    return f"{desk.request.content}: no articles here; put .txt or .md files into it, or name a folder with --content"
