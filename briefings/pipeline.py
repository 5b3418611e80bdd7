"""The whole programme on one screen: read, find, plan, render, ship."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import briefings
from briefings.articles.kept import Nothing, status_of
from briefings.desk import check_product, days_asked_for, days_to_clear, inputs_of, read
from briefings.errors import EnvironmentFaultError
from briefings.facts import plugins
from briefings.facts.contract import as_object
from briefings.finding import Finder
from briefings.fitting import fitted
from briefings.made_of import changed_parts, parts_of, why
from briefings.outdated import (
    archive_of,
    compared,
    is_known_up_to_date,
    own_record,
    remember_planned,
    remember_up_to_date,
)
from briefings.planning import Day, for_reader, plan, remembered
from briefings.planning.release import told_inputs
from briefings.rendering import check_marked, count_pages, render, render_archive, render_assets
from briefings.rendering.calendar_file import agenda_ics
from briefings.rendering.data import facts_json, source_texts
from briefings.shipping import files, manifest
from briefings.work import fingerprints, unchanged
from briefings.work.cache import Cache
from briefings.work.workers import each

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefings.articles.kept import Store
    from briefings.config import Config
    from briefings.desk import Desk, Request
    from briefings.languages.names import NameTable
    from briefings.model import ArchiveEntry, Cut, Edition, EditionRecord, InputRecord, Notice, Output
    from briefings.outdated import Archive
    from briefings.screen import Screen
    from briefings.work.workers import Done

_ARTICLES_TOLD = 100
"""After so many articles it is said how far the reading is."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    published: tuple[date, ...] = ()
    unchanged: tuple[date, ...] = ()
    removed: tuple[str, ...] = ()
    """Files that earlier builds had put into an edition and this one, asked for less, did not."""
    inputs: tuple[InputRecord, ...] = ()
    notices: tuple[Notice, ...] = ()
    refused: tuple[Notice, ...] = ()
    """What plug-ins found in the editions that were made, and could not be taken."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An edition on its way to the archive, with what rendering it takes."""

    edition: Edition
    given: Day
    record: EditionRecord
    parts: dict[str, str]
    """Digests of what it is made of, by the names of `outdated.PARTS`."""
    why: str
    """Why it is made, in words."""
    request: Request
    config: Config
    names: NameTable = field(repr=False)


def build(request: Request, screen: Screen) -> Report:
    """Build every edition that is out of date; raise NothingToPublishError when no article could be read."""
    with closing(_cache_of(request)) as cache:
        desk = read(request, cache)
        screen.notices(desk.notices)
        days = days_asked_for(desk)
        with files.locked(request.output):
            check_product(desk)
            days = tuple(sorted({*days, *days_to_clear(desk)}))
            report = _build_days(desk, days, cache, screen)
            ship_site(desk, request.output, cache)
        remember_up_to_date(days, desk, cache)
    return report


def _build_days(desk: Desk, days: Sequence[date], cache: Cache, screen: Screen) -> Report:
    """Plan the days that are out of date, oldest first, and render each beside the planning of the next."""
    archive = archive_of(desk, days, cache)
    finder = Finder(desk, cache)
    _look_ahead([day for day in days if not is_known_up_to_date(day, archive)], desk, finder, screen)
    unchanged: list[date] = []
    published: list[date] = []
    removed: list[str] = []
    refused: list[Notice] = []
    planned = plan_days(archive, days, finder, unchanged)
    for done in each(render_edition, planned, desk.request.jobs):
        item = done.task
        if done.result is None:
            raise _failed(done)
        notices = tuple(dict.fromkeys(n for found in item.given.findings for n in found.notices))
        screen.notices(notices)
        refused += notices
        removed += _removed(item, done.result, desk.request.output)
        ship_edition(item, done.result, desk)
        published.append(item.edition.day)
        if desk.request.explain:
            screen.summary([f"{item.edition.day}: made because {item.why}"])
        screen.progress(f"[{len(published)}/{len(days) - len(unchanged)}] {item.edition.day}")
        cache.save()
    told = (tuple(sorted(published)), tuple(sorted(unchanged)), tuple(removed))
    return Report(*told, desk.chosen.inputs, desk.notices, tuple(dict.fromkeys(refused)))


def _look_ahead(days: Sequence[date], desk: Desk, finder: Finder, screen: Screen) -> None:
    """Find the facts of all articles of the days that may be out of date, on every process."""
    missing = finder.missing(article for day in days for article in desk.chosen.days.get(day, ()))
    for count in finder.look_ahead(missing):
        if count % _ARTICLES_TOLD == 0:
            screen.progress(f"{count} of {len(missing)} articles read")


def plan_days(archive: Archive, days: Sequence[date], finder: Finder, unchanged: list[date]) -> Iterator[Planned]:
    """Plan the editions that are out of date, oldest first: each is compared with the one before it.

    Those that turn out to be up to date are added to `unchanged`.
    """
    desk = archive.desk
    for day in days:
        if is_known_up_to_date(day, archive):
            unchanged.append(day)
            continue
        given = compared(day, archive)
        parts, folder = parts_of(desk, given), desk.request.output / day.isoformat()
        changed = changed_parts(folder, parts)
        if not changed:
            unchanged.append(day)
            continue
        given = replace(given, findings=finder.findings(given.articles))
        edition = plan(given, config=desk.config, names=desk.names)
        record = remembered(edition, given.earlier, own_record(day, archive))
        remember_planned(record, archive)
        yield Planned(edition, given, record, parts, why(changed, folder, given), desk.request, desk.config, desk.names)


def plan_day(desk: Desk, day: date) -> tuple[Edition, tuple[Cut, ...]]:
    """Plan one day's edition as a build would; also what the principal's edition leaves to the desk edition."""
    given = compared(day, archive_of(desk, (), Nothing()))
    given = replace(given, findings=Finder(desk, Nothing()).findings(given.articles))
    edition = plan(given, config=desk.config, names=desk.names)
    editions = _by_language(edition, given, desk.config, desk.names)
    told = next(fitted(editions, desk.config, desk.names))
    return edition, told[desk.config.languages[0]].cut


def render_edition(planned: Planned) -> tuple[Output, ...]:
    """Render an edition in every language and profile, and as data; the principal's is cut to its pages."""
    editions = _by_language(planned.edition, planned.given, planned.config, planned.names)
    told, pages = _principal(planned, editions)
    outputs: list[Output] = []
    for language, edition in editions.items():
        if "principal" in planned.request.profiles:
            outputs += pages[language]
        if "desk" in planned.request.profiles:
            outputs += _rendered(planned, replace(edition, cut=told[language].cut), language, "desk")
    check_marked(outputs, planned.edition.marking, planned.config)
    return tuple(outputs) + _data(planned)


def ship_edition(planned: Planned, outputs: tuple[Output, ...], desk: Desk) -> None:
    """Swap the finished edition into the archive."""
    edition = planned.edition
    head = {
        "generator": {"name": "briefings", "version": briefings.__version__},
        "day": edition.day.isoformat(),
        "number": edition.number,
        "revision": len(edition.revisions) + 1,
        "languages": list(desk.config.languages),
        "profiles": list(desk.request.profiles),
        "formats": list(desk.request.formats),
        "marking": edition.marking,
        **({"draft": True} if edition.draft else {}),
        **_limits(edition, desk.config),
        "texts": list(desk.config.texts()),
        "made_of": planned.parts,
        "libraries": fingerprints.library_versions(),
    }
    whole = (*outputs, manifest.manifest_of(head, inputs_of(desk, edition.day), outputs))
    target = desk.request.output / edition.day.isoformat()
    files.publish_folder(whole, target, files.staging_beside(desk.request.output))


def _limits(edition: Edition, config: Config) -> dict[str, object]:
    """Give what a product with a limit says of it: the highest marking, and how many articles it leaves out."""
    return {"release": config.release, "withheld": edition.withheld} if config.release else {}


def ship_site(desk: Desk, output: Path, store: Store) -> None:
    """Write what stands above the editions: the archive's index, fonts, the record of all inputs."""
    entries = [entry for day in manifest.archived_days(output) if (entry := _entry(day, output, store))]
    assets = render_assets(for_print="print" in desk.request.formats)
    site = [*assets, render_archive(entries, config=desk.config)]
    head = {
        "generator": {"name": "briefings", "version": briefings.__version__},
        "editions": [entry.day.isoformat() for entry in entries],
        "revisions": {
            entry.day.isoformat(): [manifest.revision_object(revision) for revision in entry.revisions]
            for entry in entries
            if entry.revisions
        },
    }
    site.append(manifest.manifest_of(head, told_inputs(desk.chosen.inputs, desk.config), site))
    for item in site:
        files.publish_file(item.data, output / item.path, files.staging_beside(output))


def _entry(day: date, output: Path, store: Store) -> ArchiveEntry | None:
    """Give what the archive's list says of an edition: as it is known, while its files have the same status."""
    folder = output / day.isoformat()
    status = repr([status_of(folder / name) for name in (manifest.MANIFEST, manifest.FACTS)]).encode()
    known: ArchiveEntry | None = store.get("entry", day.isoformat(), status)
    if known is None:
        known = manifest.read_entry(folder)
        store.put("entry", day.isoformat(), status, known)
    return known


def _by_language(edition: Edition, given: Day, config: Config, names: NameTable) -> dict[str, Edition]:
    """Give an edition as the readers of each language are told it."""
    return {language: for_reader(edition, language, given, names=names) for language in config.languages}


def _principal(
    planned: Planned, editions: dict[str, Edition]
) -> tuple[dict[str, Edition], dict[str, tuple[Output, ...]]]:
    """Render the principal's edition in every language: planned by measure, and cut again when a layout is longer."""
    most = planned.config.profiles.principal.pages
    told: dict[str, Edition] = {}
    pages: dict[str, tuple[Output, ...]] = {}
    for told in fitted(editions, planned.config, planned.names):
        if "principal" not in planned.request.profiles:
            break
        pages = {language: _rendered(planned, edition, language, "principal") for language, edition in told.items()}
        pdfs = [output for outputs in pages.values() for output in outputs if output.media_type == "application/pdf"]
        if most is None or all(count_pages(output.data) <= most for output in pdfs):
            break
    return told, pages


def _rendered(planned: Planned, edition: Edition, language: str, profile: str) -> tuple[Output, ...]:
    """Render one language and profile; its pages know of the others the edition holds."""
    request, config = planned.request, planned.config
    return render(
        edition,
        language=language,
        profile=profile,
        formats=frozenset(request.formats),
        config=config,
        names=planned.names,
        pages=tuple((code, name) for code in config.languages for name in request.profiles),
    )


def _data(planned: Planned) -> tuple[Output, ...]:
    """Give the files that are the same in every language: facts, sources as read, the calendar."""
    edition = planned.edition
    objects = {
        article.id: as_object(article, found) for article, found in zip(edition.articles, edition.findings, strict=True)
    }
    facts = facts_json(edition, manifest.record_object(planned.record), objects, planned.names)
    return (facts, *source_texts(edition), agenda_ics(edition, planned.config))


def _removed(planned: Planned, outputs: tuple[Output, ...], output: Path) -> list[str]:
    folder = output / planned.edition.day.isoformat()
    kept = {item.path for item in outputs} | {manifest.MANIFEST}
    return [f"{folder.name}/{path}" for path in files.files_in(folder) if path not in kept]


def _failed(done: Done[Planned, tuple[Output, ...]]) -> Exception:
    """Give the error that an edition's pages could not be made with."""
    failure = done.failure
    if failure is not None and failure.error is not None:
        return failure.error
    why = failure.message if failure is not None and failure.message else "the process that made its pages died"
    message = f"the edition of {done.task.edition.day} could not be made: {why}; the editions stay as they were"
    return EnvironmentFaultError(message)


def _cache_of(request: Request) -> Cache:
    """Open the cache of an output folder."""
    folder = Path(unchanged.cache_folder(str(request.output)))
    return Cache(folder, fingerprints.fingerprint(fingerprints.code_digest(), plugins.versions()))
