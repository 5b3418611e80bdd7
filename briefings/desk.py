"""What a build works on: what it was asked for, the desk's folder as read, and which days are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.articles import read_library
from briefings.articles.kept import Nothing
from briefings.errors import ConfigurationError, NothingToPublishError, UsageError
from briefings.facts import find
from briefings.languages.names import builtin_names, with_desk_names, with_outlets
from briefings.model import Notice
from briefings.planning import selection
from briefings.planning.corrections import corrected, is_about, without_article
from briefings.planning.notes import misplaced
from briefings.planning.release import Withheld, released, told_inputs
from briefings.published import with_archive
from briefings.reading import Readers
from briefings.rendering.look import look_of
from briefings.settings import load_config
from briefings.shipping.manifest import archived_days, read_manifest, read_record

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from briefings.articles.kept import Store
    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import InputRecord, Library
    from briefings.model.look import Look

FORMATS = ("html", "pdf", "json", "print")


@dataclass(frozen=True, slots=True)
class Share:
    """One machine's share of the editions: of those that are out of date, oldest first, every `of`-th one."""

    number: int
    """From 1."""
    of: int
    folder: Path
    """Where its editions go, for `briefings merge`."""

    def holds(self, place: int) -> bool:
        """Say whether the edition at a place, counted from 0, is in this share."""
        return place % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for."""

    content: Path
    output: Path
    """The archive of editions; only read, when a share of them is made."""
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
    cluster: str = ""
    """Address of the scheduler whose workers do the work; empty: this machine's processes."""
    share: Share | None = None
    parts: tuple[Path, ...] = ()
    """Folders of shares, from which finished editions are taken where they are what this build would make."""
    drafts: bool = False
    explain: bool = False
    """Say of each edition why it is made."""
    archive: Path | None = None
    """Where the published editions are, when the output is only a preview of them."""

    @property
    def target(self) -> Path:
        """The folder that editions are written into."""
        return self.share.folder if self.share else self.output

    @property
    def published(self) -> Path:
        """The folder of what readers have: the output, unless that is a preview."""
        return self.archive or self.output


@dataclass(frozen=True, slots=True)
class Desk:
    """What every edition of a build shares."""

    request: Request
    config: Config
    names: NameTable
    look: Look
    library: Library
    """What the product may show."""
    chosen: selection.Selection
    withheld: Withheld
    notices: tuple[Notice, ...] = ()


def read(request: Request, store: Store | None = None) -> Desk:
    """Read settings, names and articles, or what `store` knows of them."""
    # Who gets an edition shapes none: no page, no process and no other machine is told.
    config = load_config(config_path(request.content, request.config)).model_copy(update={"delivery": None})
    if request.languages:
        config = config.model_copy(update={"languages": request.languages})
    whole = read_library(request.content, config, request.day, store, Readers(request.jobs))
    look = look_of(whole.look)
    library, withheld = released(whole, config)
    names, name_notices = _names(request.content)
    chosen = selection.select(library, config, named=request.day, drafts=request.drafts, withheld=withheld.articles)
    chosen, gone = with_archive(chosen, library, withheld.articles, request.published, config, store or Nothing())
    names = with_outlets(names, library.desk.outlets)
    notices = (
        *library.notices,
        *name_notices,
        *misplaced(library.desk.notes, chosen.days),
        *_unfit_corrections(library, names, config),
        *gone,
    )
    return Desk(request, config, names, look, library, chosen, withheld, notices)


def days_asked_for(desk: Desk) -> tuple[date, ...]:
    """Give the days to build; a day named on the command line counts even when it has no article."""
    request, days = desk.request, tuple(desk.chosen.days)
    everything = (*desk.library.articles, *desk.withheld.articles)
    if not everything and (_some_left_out(desk) or not _days_named(request)):
        raise NothingToPublishError(_nothing_message(desk))
    if request.day:
        return (request.day,)
    if request.latest:
        return days[-1:]
    if request.first or request.last:
        return _days_between(request, days, desk.config)
    return days


def check_product(desk: Desk) -> None:
    """Refuse to mix products: an output folder holds editions of one `release`. `ConfigurationError` names one."""
    for day in archived_days(desk.request.output):
        folder = desk.request.output / day.isoformat()
        made = (read_manifest(folder) or {}).get("release", "")
        if made != desk.config.release:
            message = (
                f"{folder}: made with release = {made!r}, this build has release = {desk.config.release!r}; "
                "a product has a folder of its own, name another with --output"
            )
            raise ConfigurationError(message)


def days_to_clear(desk: Desk) -> tuple[date, ...]:
    """Give the editions in the archive that may hold what the product may not show any more, whatever was asked for.

    Those with articles in the content folder are built anew when anything in them has changed; of the others, whose
    sources are gone, those that hold an article withheld now.
    """
    days = archived_days(desk.request.output) if desk.withheld else []
    return tuple(day for day in days if day in desk.chosen.days or _holds_withheld(day, desk))


def _holds_withheld(day: date, desk: Desk) -> bool:
    secret = {article.source.path for article in desk.withheld.articles}
    record = read_record(desk.request.output / day.isoformat())
    return record is not None and any(text.path in secret for text in record.texts)


def left_out(desk: Desk, day: date) -> tuple[InputRecord, ...]:
    """Give the files that could not be used."""
    return tuple(record for record in without_day(desk, day) if record.fate == "left-out")


def without_day(desk: Desk, day: date) -> tuple[InputRecord, ...]:
    """Give the files that stand in no edition: nobody knows their day, so the latest edition names them."""
    if desk.chosen.days and day != next(reversed(desk.chosen.days)):
        return ()
    return tuple(record for record in desk.chosen.inputs if record.fate not in {"read", "archived", "desk", "look"})


def inputs_of(desk: Desk, day: date) -> tuple[InputRecord, ...]:
    """Give the files an edition answers for, as it may name them: its articles, the desk's, those in no edition."""
    paths = {article.source.path for article in desk.chosen.days.get(day, ())}
    used = tuple(record for record in desk.chosen.inputs if record.path in paths or record.fate in {"desk", "look"})
    return told_inputs(used + without_day(desk, day), desk.config)


def config_path(content: Path, named: Path | None) -> Path | None:
    """Give the file of settings: the one that was named, else that of the content folder; None where there is none."""
    if named:
        return named
    beside = content / "briefings.toml"
    return beside if beside.is_file() else None


def _names(content: Path) -> tuple[NameTable, tuple[Notice, ...]]:
    path = content / "names.toml"
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        notice = Notice("error", "names-unreadable", path.name, None, f"cannot be read ({error}); save it as UTF-8")
        return builtin_names(), (notice,)
    return (builtin_names(), ()) if text is None else with_desk_names(builtin_names(), text, path.name)


def _unfit_corrections(library: Library, names: NameTable, config: Config) -> tuple[Notice, ...]:
    """Give a notice for each correction that fits no fact: looks into the articles that corrections name alone."""
    own = library.desk.corrections
    named = [article for article in library.articles if any(is_about(correction, article) for correction in own)]
    found = ((article, find(article, names, day_first=config.day_first)) for article in named)
    unfit = (corrected(article, findings, own, names)[1] for article, findings in found)
    return (*without_article(own, library.articles), *(notice for notices in unfit for notice in notices))


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
