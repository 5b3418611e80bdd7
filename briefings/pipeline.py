"""The whole programme on one screen: read, find, plan, render, ship."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import briefings
from briefings.articles.kept import Nothing
from briefings.desk import check_product, days_asked_for, days_to_clear, inputs_of, read
from briefings.facts import plugins
from briefings.finding import Finder
from briefings.fitting import fitted
from briefings.made_of import changed_parts, parts_of, why
from briefings.making import made, not_made
from briefings.outdated import (
    archive_of,
    compared,
    is_known_up_to_date,
    own_record,
    remember_planned,
    remember_up_to_date,
)
from briefings.pages import PageMaker, Planned, by_language
from briefings.planning import plan, remembered
from briefings.rendering import render
from briefings.shipping import files, manifest
from briefings.site import ship_site, try_site
from briefings.work import fingerprints, unchanged
from briefings.work.cache import Cache
from briefings.work.crew import Processes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from briefings.config import Config
    from briefings.desk import Desk, Request, Share
    from briefings.making import Made
    from briefings.model import Cut, Edition, InputRecord, Notice, Output
    from briefings.outdated import Archive
    from briefings.screen import Screen
    from briefings.work.crew import Crew

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
    failed: tuple[Notice, ...] = ()
    """Of each edition whose pages could not be made, why."""


@dataclass(slots=True)
class _Tally:
    """What a build has done so far."""

    published: set[date] = field(default_factory=set)
    unchanged: set[date] = field(default_factory=set)
    removed: list[str] = field(default_factory=list)
    refused: list[Notice] = field(default_factory=list)
    failed: dict[date, Notice] = field(default_factory=dict)

    def report(self, desk: Desk) -> Report:
        unchanged = self.unchanged - self.published - self.failed.keys()
        told = (tuple(sorted(self.published)), tuple(sorted(unchanged)), tuple(self.removed))
        refused, failed = tuple(dict.fromkeys(self.refused)), tuple(self.failed.values())
        return Report(*told, desk.chosen.inputs, desk.notices, refused, failed)


def build(request: Request, screen: Screen) -> Report:
    """Build every edition that is out of date; raise NothingToPublishError when no article could be read."""
    with closing(_crew_of(request)) as crew, closing(_cache_of(request)) as cache:
        desk = read(request, cache)
        screen.notices(desk.notices)
        days = days_asked_for(desk)
        with files.locked(request.target):
            check_product(desk)
            days = tuple(sorted({*days, *days_to_clear(desk)}))
            tally, left, archive = _Tally(), days, archive_of(desk, days, cache)
            while left:
                left = _build_days(left, archive, Finder(desk, cache, crew), screen, tally)
                archive = archive_of(desk, days, cache, archive)
            if request.share is None:
                ship_site(desk, request.output, cache_folder(request))
        if request.share is None:
            archive = archive_of(desk, days, cache, archive)  # the site's manifest lists the revisions
            remember_up_to_date([day for day in days if day not in tally.failed], archive)
    return tally.report(desk)


def _build_days(
    days: Sequence[date], archive: Archive, finder: Finder, screen: Screen, tally: _Tally
) -> tuple[date, ...]:
    """Plan the days that are out of date, oldest first, and render each beside the planning of the next.

    Give the days to be looked at once more: those after one that could not be made. They were compared with what it
    would have been; what readers have of it is the edition as it was, or none.
    """
    desk = finder.desk
    request, before = desk.request, len(tally.failed)
    if not request.parts:
        _look_ahead([day for day in days if not is_known_up_to_date(day, archive)], desk, finder, screen)
    work = PageMaker(request, desk.config, desk.names, desk.look)
    for done in made(work, plan_days(archive, days, finder, tally), finder.crew):
        item = done.task
        if done.result is None:
            _tell_failed(done, request, tally, screen)
            continue
        notices = tuple(dict.fromkeys(n for found in item.given.findings for n in found.notices))
        screen.notices(notices)
        tally.refused += notices
        tally.removed += _removed(item.edition.day, done.result, request)
        ship_edition(item, done.result, desk)
        tally.published.add(item.edition.day)
        if request.explain:
            screen.summary([f"{item.edition.day}: made because {item.why}"])
        screen.progress(f"[{len(tally.published)}/{_expected(len(days), tally, request)}] {item.edition.day}")
        archive.store.save()
    failed = list(tally.failed)[before:]
    # Of a share nobody knows what the others have made; `merge` looks at all of it.
    again = days if failed and request.share is None else ()
    return tuple(day for day in again if day > min(failed) and day not in tally.failed)


def _tell_failed(done: Made, request: Request, tally: _Tally, screen: Screen) -> None:
    """Say that an edition's pages could not be made; the others go on."""
    day = done.task.edition.day
    tally.failed[day] = not_made(done, stands=manifest.read_manifest(request.output / day.isoformat()) is not None)
    screen.notices([tally.failed[day]])


def _expected(days: int, tally: _Tally, request: Request) -> int:
    """Give how many editions will be published, as far as is known by now."""
    own = days - len(tally.unchanged)
    return max(len(tally.published), -(-own // request.share.of)) if request.share else own


def _look_ahead(days: Sequence[date], desk: Desk, finder: Finder, screen: Screen) -> None:
    """Find the facts of all articles of the days that may be out of date, with all of the crew."""
    missing = finder.missing(article for day in days for article in desk.chosen.days.get(day, ()))
    for count in finder.look_ahead(missing):
        if count % _ARTICLES_TOLD == 0:
            screen.progress(f"{count} of {len(missing)} articles read")


def plan_days(archive: Archive, days: Sequence[date], finder: Finder, tally: _Tally) -> Iterator[Planned]:
    """Plan the editions that are out of date, oldest first: each is compared with the one before it.

    Those that turn out to be up to date, or are finished in a part, are added to the tally.
    """
    desk, request, place = archive.desk, archive.desk.request, 0
    for day in days:
        if is_known_up_to_date(day, archive):
            tally.unchanged.add(day)
            continue
        given = compared(day, archive)
        parts, folder = parts_of(desk, given), request.output / day.isoformat()
        changed = changed_parts(folder, parts)
        if not changed:
            tally.unchanged.add(day)
            continue
        if _take_finished(day, parts, archive, tally):
            continue
        prepared = finder.prepared(given.articles)
        given = replace(given, findings=prepared.findings, groundwork=prepared.groundwork)
        edition = plan(given, config=desk.config, names=desk.names)
        record = remembered(edition, given.earlier, own_record(day, archive))
        remember_planned(record, archive)
        if request.share is None or _is_to_make(place, day, parts, request.share, tally):
            yield Planned(edition, replace(given, groundwork={}), record, parts, why(changed, folder, given))
        place += 1


def _is_to_make(place: int, day: date, parts: Mapping[str, str], share: Share, tally: _Tally) -> bool:
    """Say whether an edition is of a share, and not finished there already."""
    if not share.holds(place):
        return False
    if changed_parts(share.folder / day.isoformat(), parts):
        return True
    tally.unchanged.add(day)
    return False


def _take_finished(day: date, parts: Mapping[str, str], archive: Archive, tally: _Tally) -> bool:
    """Publish an edition as some other machine has made it, from the same parts as it would be made here."""
    request = archive.desk.request
    for place in request.parts:
        outputs = () if changed_parts(place / day.isoformat(), parts) else files.read_folder(place / day.isoformat())
        record = manifest.read_record(place / day.isoformat()) if manifest.holds_all(outputs) else None
        if record is not None:
            tally.removed += _removed(day, outputs, request)
            files.publish_folder(outputs, request.output / day.isoformat(), files.staging_beside(request.output))
            remember_planned(record, archive)
            tally.published.add(day)
            return True
    return False


def plan_day(desk: Desk, day: date) -> tuple[Edition, tuple[Cut, ...]]:
    """Plan one day's edition as a build would; also what the principal's edition leaves to the desk edition."""
    given = compared(day, archive_of(desk, (), Nothing()))
    prepared = Finder(desk, Nothing(), Processes(desk.request.jobs)).prepared(given.articles)
    given = replace(given, findings=prepared.findings, groundwork=prepared.groundwork)
    edition = plan(given, config=desk.config, names=desk.names)
    editions = by_language(edition, given, desk.config, desk.names)
    told = next(fitted(editions, desk.config, desk.names, desk.look))
    return edition, told[desk.config.languages[0]].cut


def try_look(desk: Desk) -> None:
    """Make the pages of the latest day with the desk's own templates, and keep none; ConfigurationError says where."""
    if not desk.look.files or not desk.chosen.days:
        return
    edition, _ = plan_day(desk, max(desk.chosen.days))
    for language in desk.config.languages:
        for profile in ("principal", "desk"):
            made = frozenset({"html", "print"})
            render(
                edition,
                language=language, profile=profile, formats=made, config=desk.config, names=desk.names, look=desk.look,
            )  # fmt: skip
    try_site(desk)


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
        **({"labels": desk.look.labels} if desk.look.labels else {}),
        "made_of": planned.parts,
        "libraries": fingerprints.library_versions(),
    }
    whole = (*outputs, manifest.manifest_of(head, inputs_of(desk, edition.day), outputs))
    target = desk.request.target
    files.publish_folder(whole, target / edition.day.isoformat(), files.staging_beside(target))


def _limits(edition: Edition, config: Config) -> dict[str, object]:
    """Give what a product with a limit says of it: the highest marking, and how many articles it leaves out."""
    return {"release": config.release, "withheld": edition.withheld} if config.release else {}


def _removed(day: date, outputs: Sequence[Output], request: Request) -> list[str]:
    folder = request.output / day.isoformat()
    kept = {item.path for item in outputs} | {manifest.MANIFEST}
    return [f"{folder.name}/{path}" for path in files.files_in(folder) if path not in kept]


def _crew_of(request: Request) -> Crew:
    """Choose who does the work: this machine's processes, or the workers of a cluster."""
    if not request.cluster:
        return Processes(request.jobs)
    from briefings.work.cluster import Cluster  # noqa: PLC0415 - asyncio, which no other build needs

    return Cluster(request.cluster)


def cache_folder(request: Request) -> Path:
    """Name the folder of what builds remember, beside the output."""
    return Path(unchanged.cache_folder(str(request.target)))


def _cache_of(request: Request) -> Cache:
    """Open the cache beside the folder that is written into."""
    return Cache(cache_folder(request), fingerprints.fingerprint(fingerprints.code_digest(), plugins.versions()))
