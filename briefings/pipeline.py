"""The whole programme on one screen: read, find, plan, render, ship."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

import briefings
from briefings import work
from briefings.desk import check_product, days_asked_for, days_to_clear, inputs_of, left_out, read, without_day
from briefings.facts import find, plugins
from briefings.facts.contract import as_object
from briefings.fitting import fitted
from briefings.planning import Day, for_reader, plan, remembered
from briefings.planning.corrections import corrected
from briefings.planning.release import told_inputs, told_revisions, without_withheld
from briefings.planning.revisions import revisions_of, texts_of
from briefings.planning.selection import embargoed_on
from briefings.published import published_on
from briefings.rendering import check_marked, count_pages, render, render_archive, render_assets
from briefings.rendering.calendar_file import agenda_ics
from briefings.rendering.data import facts_json, source_texts
from briefings.rendering.environment import templates_folder
from briefings.shipping import files, manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from briefings.config import Config
    from briefings.desk import Desk, Request
    from briefings.languages.names import NameTable
    from briefings.model import Article, Cut, Edition, EditionRecord, Findings, InputRecord, Notice, Output, Revision
    from briefings.screen import Screen


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    published: tuple[date, ...] = ()
    unchanged: tuple[date, ...] = ()
    removed: tuple[str, ...] = ()
    """Files that earlier builds had put into an edition and this one, asked for less, did not."""
    inputs: tuple[InputRecord, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """An edition on its way to the archive, with what rendering it takes."""

    edition: Edition
    given: Day
    record: EditionRecord
    fingerprint: str
    request: Request
    config: Config
    names: NameTable = field(repr=False)


def build(request: Request, screen: Screen) -> Report:
    """Build every edition that is out of date; raise NothingToPublishError when no article could be read."""
    desk = read(request)
    screen.notices(desk.notices)
    days = days_asked_for(desk)
    with files.locked(request.output):
        check_product(desk)
        days = (*days, *days_to_clear(desk))
        planned, unchanged = plan_days(desk, days)
        refused = _refused_facts(planned)
        screen.notices(refused)
        progress_of = _counted(screen.progress, len(planned))
        published, removed = [], []
        for item, outputs in zip(planned, work.each(render_edition, planned, request.jobs), strict=True):
            progress_of(item.edition.day)
            removed += _removed(item, outputs, request.output)
            ship_edition(item, outputs, desk)
            published.append(item.edition.day)
        ship_site(desk, request.output)
    return Report(tuple(published), tuple(unchanged), tuple(removed), desk.chosen.inputs, desk.notices + refused)


def find_facts(articles: Iterable[Article], desk: Desk) -> tuple[Findings, ...]:
    """Find the facts of each article, and give them as the desk has them."""
    own = desk.library.desk.corrections
    found = ((article, find(article, desk.names, day_first=desk.config.day_first)) for article in articles)
    return tuple(corrected(article, findings, own, desk.names)[0] for article, findings in found)


def _refused_facts(planned: Iterable[Planned]) -> tuple[Notice, ...]:
    """Give what plug-ins found and could not be taken, each notice once."""
    return tuple(dict.fromkeys(n for item in planned for found in item.given.findings for n in found.notices))


def plan_days(desk: Desk, days: Iterable[date]) -> tuple[list[Planned], list[date]]:
    """Plan the editions that are out of date, oldest first: each is compared with the one before it."""
    archive = _archive_of(desk, days)
    planned: list[Planned] = []
    unchanged: list[date] = []
    for day in sorted(set(days)):
        given = _compared(desk, day, archive)
        key = _fingerprint(desk, given)
        if _up_to_date(desk.request.output / day.isoformat(), key):
            unchanged.append(day)
            continue
        given = replace(given, findings=find_facts(given.articles, desk))
        edition = plan(given, config=desk.config, names=desk.names)
        record = remembered(edition, given.earlier, _record(day, archive, desk.request.published, desk))
        archive.planned[day] = record
        planned.append(Planned(edition, given, record, key, desk.request, desk.config, desk.names))
    return planned, unchanged


def plan_day(desk: Desk, day: date) -> tuple[Edition, tuple[Cut, ...]]:
    """Plan one day's edition as a build would; also what the principal's edition leaves to the desk edition."""
    given = _compared(desk, day, _archive_of(desk, ()))
    given = replace(given, findings=find_facts(given.articles, desk))
    edition = plan(given, config=desk.config, names=desk.names)
    editions = _by_language(edition, given, desk.config, desk.names)
    told = next(fitted(editions, desk.config, desk.names))
    return edition, told[desk.config.languages[0]].cut


@dataclass(frozen=True, slots=True)
class _Archive:
    """The days that have an edition, or will have one, and what was planned of them in this run."""

    known: tuple[date, ...]
    latest: date | None
    """The newest edition before this run."""
    planned: dict[date, EditionRecord]
    records: dict[Path, EditionRecord | None]
    """Records as they stand in the archive, read once."""


def _archive_of(desk: Desk, days: Iterable[date]) -> _Archive:
    archived = manifest.archived_days(desk.request.published)
    return _Archive(tuple(sorted({*desk.chosen.days, *archived, *days})), max(archived, default=None), {}, {})


def _compared(desk: Desk, day: date, archive: _Archive) -> Day:
    """Collect what a day's edition is planned from but its facts, with what earlier editions and its own published."""
    folder, articles = desk.request.published, desk.chosen.days.get(day, ())
    before = [other for other in archive.known if other < day]
    earlier = _earlier(before, archive, desk)
    notes = tuple(note for note in desk.library.desk.notes if note.day == day)
    withdrawn = {held.source.path: held.marks.withdrawn for held in desk.chosen.held if held.marks.withdrawn}
    published = published_on(_record(day, archive, folder, desk), folder, articles, archive.latest)
    return Day(
        day=day,
        number=len(before) + 1,
        articles=articles,
        findings=(),
        left_out=left_out(desk, day),
        desk=desk.library.desk,
        earlier=earlier,
        withheld=desk.chosen.withheld.get(day, 0),
        withheld_entries=desk.withheld.entries_of(day),
        embargoed=embargoed_on(day, desk.library.articles, desk.config),
        revisions=revisions_of(published, texts_of(articles, notes), articles, withdrawn),
        told=_told(earlier, before, archive, desk),
    )


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
        **_limits(edition, desk.config),
        "texts": list(desk.config.texts()),
        "fingerprint": planned.fingerprint,
        "libraries": work.library_versions(),
    }
    whole = (*outputs, manifest.manifest_of(head, inputs_of(desk, edition.day), outputs))
    target = desk.request.output / edition.day.isoformat()
    files.publish_folder(whole, target, files.staging_beside(desk.request.output))


def _limits(edition: Edition, config: Config) -> dict[str, object]:
    """Give what a product with a limit says of it: the highest marking, and how many articles it leaves out."""
    return {"release": config.release, "withheld": edition.withheld} if config.release else {}


def ship_site(desk: Desk, output: Path) -> None:
    """Write what stands above the editions: the archive's index, fonts, the record of all inputs."""
    entries = [manifest.read_entry(output / day.isoformat()) for day in manifest.archived_days(output)]
    site = [*render_assets(), render_archive([entry for entry in entries if entry], config=desk.config)]
    head = {
        "generator": {"name": "briefings", "version": briefings.__version__},
        "editions": [entry.day.isoformat() for entry in entries if entry],
        "revisions": {
            entry.day.isoformat(): [manifest.revision_object(revision) for revision in entry.revisions]
            for entry in entries
            if entry and entry.revisions
        },
    }
    site.append(manifest.manifest_of(head, told_inputs(desk.chosen.inputs, desk.config), site))
    for item in site:
        files.publish_file(item.data, output / item.path, files.staging_beside(output))


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


def _told(
    earlier: EditionRecord | None, before: list[date], archive: _Archive, desk: Desk
) -> tuple[tuple[date, Revision], ...]:
    """Give the revisions of earlier editions that were made while the one before was the newest edition."""
    if earlier is None:
        return ()
    known = manifest.read_revisions(desk.request.published)
    known |= {day: record.revisions for day, record in archive.planned.items()}
    return tuple(
        (day, revision)
        for day in before
        for revision in told_revisions(known.get(day, ()), desk.withheld)
        if revision.after == earlier.day
    )


def _record(day: date, archive: _Archive, folder: Path, desk: Desk) -> EditionRecord | None:
    """Give what a day's edition remembers, as it stands in a folder of editions, as far as the product may show it."""
    path = folder / day.isoformat()
    if path not in archive.records:
        archive.records[path] = without_withheld(manifest.read_record(path), desk.withheld)
    return archive.records[path]


def _earlier(before: list[date], archive: _Archive, desk: Desk) -> EditionRecord | None:
    """Give what the edition before remembers: as planned in this run, else as published."""
    for day in reversed(before):
        record = archive.planned.get(day) or _record(day, archive, desk.request.output, desk)
        if record:
            return record
    return None


def _fingerprint(desk: Desk, given: Day) -> str:
    request = desk.request
    return work.fingerprint(
        work.programme_digest(templates_folder()),
        desk.config.model_dump(mode="json"),
        sorted((article.source.path, article.source.sha256, article.language) for article in given.articles),
        [(record.path, record.sha256) for record in desk.chosen.inputs if record.fate == "desk"],
        [asdict(record) for record in without_day(desk, given.day)],
        (given.withheld, given.withheld_entries),
        [str(moment) for moment in given.embargoed],
        manifest.record_object(given.earlier) if given.earlier else None,
        [manifest.revision_object(revision) for revision in given.revisions],
        [(day.isoformat(), manifest.revision_object(revision)) for day, revision in given.told],
        (given.number, request.profiles, request.formats, request.drafts),
        plugins.versions(),
    )


def _up_to_date(folder: Path, key: str) -> bool:
    known = manifest.read_manifest(folder)
    if known is None or known.get("fingerprint") != key:
        return False
    return all(
        (folder / file["path"]).is_file() and (folder / file["path"]).stat().st_size == file["bytes"]
        for file in known["files"]
    )


def _removed(planned: Planned, outputs: tuple[Output, ...], output: Path) -> list[str]:
    folder = output / planned.edition.day.isoformat()
    kept = {item.path for item in outputs} | {manifest.MANIFEST}
    return [f"{folder.name}/{path}" for path in files.files_in(folder) if path not in kept]


def _counted(progress: Callable[[str], None], total: int) -> Callable[[date], None]:
    count = 0

    def tell(day: date) -> None:
        nonlocal count
        count += 1
        progress(f"[{count}/{total}] {day}")

    return tell
