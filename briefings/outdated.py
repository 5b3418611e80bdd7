"""What is out of date: what each edition is compared with, what it depends on, and whether that is what it was made of.

The record that decides is the edition's own, in the archive. The cache only remembers that a day was found up to date
while the files that decide it had the status they still have.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from briefings.articles.kept import status_of
from briefings.desk import left_out, without_day
from briefings.facts import plugins
from briefings.planning import Day
from briefings.planning.release import told_revisions, without_withheld
from briefings.planning.revisions import revisions_of, texts_of
from briefings.planning.selection import embargoed_on
from briefings.published import published_on
from briefings.rendering.environment import templates_folder
from briefings.shipping import files, manifest
from briefings.work import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from briefings.articles.kept import Store
    from briefings.desk import Desk
    from briefings.model import Article, EditionRecord, Revision

_MOST_RECORDS: Final = 8
"""So many records are held at a time: one of a large day takes some hundred kilobytes, and an archive has thousands."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The days that have an edition, or will have one, and what was planned of them in this run."""

    desk: Desk
    store: Store
    known: tuple[date, ...]
    latest: date | None
    """The newest edition before this run."""
    revisions: Mapping[date, tuple[Revision, ...]]
    """Of all editions, as the archive has them."""
    revisions_after: Mapping[date, Sequence[tuple[date, Revision]]]
    """The same by the edition that was the newest when they were made, each with its own day."""
    embargoed: tuple[Article, ...]
    """Articles that have, or had, to wait."""
    shared: str
    """Digest of what every edition depends on."""
    planned: dict[date, EditionRecord | None] = field(default_factory=dict)
    """The editions of this run; the records of the last few."""
    planned_revisions: dict[date, tuple[Revision, ...]] = field(default_factory=dict)
    records: dict[Path, EditionRecord | None] = field(default_factory=dict)
    """Records as they stand in the archive, the last few that were read."""
    up_to_date: dict[date, bool] = field(default_factory=dict)
    """The days that were looked at, and whether they were known to be up to date."""
    statuses: dict[date, object] = field(default_factory=dict)
    """Of the files of editions that were looked at; an edition that is being made is looked at anew."""


def archive_of(desk: Desk, days: Iterable[date], store: Store, before: Archive | None = None) -> Archive:
    """Look at the archive a build goes on with; what `before`, a look earlier in this run, knows of files counts."""
    archived = manifest.archived_days(desk.request.published)
    revisions = manifest.read_revisions(desk.request.published)
    after: dict[date, list[tuple[date, Revision]]] = {}
    for day, revision in ((day, revision) for day, made in revisions.items() for revision in made):
        after.setdefault(revision.after, []).append((day, revision))
    return Archive(
        desk,
        store,
        known=tuple(sorted({*desk.chosen.days, *archived, *days})),
        latest=max(archived, default=None),
        revisions=revisions,
        revisions_after=after,
        embargoed=tuple(article for article in desk.library.articles if article.marks.embargo_until),
        shared=before.shared if before else _shared(desk),
        statuses=before.statuses if before else {},
    )


def compared(day: date, archive: Archive) -> Day:
    """Collect what a day's edition is planned from but its facts, with what earlier editions and its own published."""
    desk = archive.desk
    folder = desk.request.published
    # Their words are let go with the edition: nothing holds the texts of the whole archive.
    articles = tuple(article.changed() for article in desk.chosen.days.get(day, ()))
    before = _days_before(day, archive)
    earlier = _earlier(before, archive)
    notes = tuple(note for note in desk.library.desk.notes if note.day == day)
    withdrawn = {held.source.path: held.marks.withdrawn for held in desk.chosen.held if held.marks.withdrawn}
    published = published_on(_record(day, archive, folder), folder, articles, archive.latest)
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
        embargoed=embargoed_on(day, archive.embargoed, desk.config),
        revisions=revisions_of(published, texts_of(articles, notes), articles, withdrawn),
        told=_told(earlier, before, archive),
    )


def remember_planned(record: EditionRecord, archive: Archive) -> None:
    """Remember what an edition that is being made will leave behind, for the one after it."""
    for day in list(archive.planned)[-2:-1]:
        archive.planned[day] = None
    archive.statuses.pop(record.day, None)
    archive.planned[record.day] = record
    archive.planned_revisions[record.day] = record.revisions


def own_record(day: date, archive: Archive) -> EditionRecord | None:
    """Give what a day's published edition remembers."""
    return _record(day, archive, archive.desk.request.published)


def is_known_up_to_date(day: date, archive: Archive) -> bool:
    """Say whether a day was up to date when it was last looked at, and every file that decides it is as it was.

    To be asked when the days before it have been planned: one that is compared with an edition made anew is not.
    Where the product leaves something out, records are not what the files say: they are always read.
    """
    if archive.desk.withheld or _follows_planned(day, archive):
        return False
    if day not in archive.up_to_date:
        archive.up_to_date[day] = archive.store.has("day", day.isoformat(), _seen(day, archive))
    return archive.up_to_date[day]


def remember_up_to_date(days: Iterable[date], archive: Archive) -> None:
    """Remember that these days are up to date, as the archive is now."""
    if archive.desk.withheld:
        return
    for day in days:
        name, seen = day.isoformat(), _seen(day, archive)
        if not archive.store.has("day", name, seen):
            archive.store.put("day", name, seen, True)  # noqa: FBT003 - any value will do


def _follows_planned(day: date, archive: Archive) -> bool:
    """Say whether the edition a day is compared with is being made, or may be, in this run."""
    if not archive.planned:
        return False
    for other in reversed(_days_before(day, archive)):
        if other in archive.planned:
            return True
        if _status_of_manifest(other, archive) is not None:
            return False
    return False


def _seen(day: date, archive: Archive) -> bytes:
    """Give a digest of all that decides whether a day is out of date, by the status of files."""
    desk = archive.desk
    before = _days_before(day, archive)
    chain, told = _status_before(before, archive)
    articles = desk.chosen.days.get(day, ())
    heads = [(a.source.path, a.source.sha256, a.id, a.language, a.translation_group, str(a.marks)) for a in articles]
    return fingerprints.fingerprint(
        archive.shared,
        sorted(map(repr, heads)),
        [asdict(record) for record in without_day(desk, day)],
        [str(moment) for moment in embargoed_on(day, archive.embargoed, desk.config)],
        chain,
        told,
        len(before),
        _statuses(day, archive),
    ).encode()


def _statuses(day: date, archive: Archive) -> object:
    """Give the status of an edition's own files, as this run has seen them first."""
    if day not in archive.statuses:
        request, name = archive.desk.request, day.isoformat()
        published = status_of(request.published / name / manifest.FACTS)
        archive.statuses[day] = files.statuses(request.output / name), published
    return archive.statuses[day]


def _shared(desk: Desk) -> str:
    """Give a digest of what every edition depends on."""
    request = desk.request
    return fingerprints.fingerprint(
        fingerprints.programme_digest(templates_folder()),
        plugins.versions(),
        desk.config.model_dump(mode="json"),
        [(record.path, record.sha256) for record in desk.chosen.inputs if record.fate in {"desk", "look"}],
        sorted((held.source.path, held.marks.withdrawn or "") for held in desk.chosen.held),
        (request.profiles, request.formats, request.drafts, str(request.published)),
    )


def _status_before(before: list[date], archive: Archive) -> tuple[list[object], list[object]]:
    """Give the status of the edition a day is compared with, and the revisions that its own edition is to tell of."""
    chain: list[object] = []
    for day in reversed(before):
        status = _status_of_manifest(day, archive)
        facts = status_of(archive.desk.request.output / day.isoformat() / manifest.FACTS)
        chain.append((day.isoformat(), status, facts))
        if status is not None:
            told = archive.revisions_after.get(day, ())
            return chain, [(own.isoformat(), manifest.revision_object(one)) for own, one in told]
    return chain, []


def _status_of_manifest(day: date, archive: Archive) -> object:
    return status_of(archive.desk.request.output / day.isoformat() / manifest.MANIFEST)


def _days_before(day: date, archive: Archive) -> list[date]:
    return list(archive.known[: bisect_left(archive.known, day)])


def _told(earlier: EditionRecord | None, before: list[date], archive: Archive) -> tuple[tuple[date, Revision], ...]:
    """Give the revisions of earlier editions that were made while the one before was the newest edition."""
    if earlier is None:
        return ()
    known = {**archive.revisions, **archive.planned_revisions}
    return tuple(
        (day, revision)
        for day in before
        for revision in told_revisions(known.get(day, ()), archive.desk.withheld)
        if revision.after == earlier.day
    )


def _record(day: date, archive: Archive, folder: Path) -> EditionRecord | None:
    """Give what a day's edition remembers, as it stands in a folder of editions, as far as the product may show it."""
    path = folder / day.isoformat()
    if path not in archive.records:
        while len(archive.records) >= _MOST_RECORDS:
            del archive.records[next(iter(archive.records))]
        archive.records[path] = without_withheld(manifest.read_record(path), archive.desk.withheld)
    return archive.records[path]


def _earlier(before: list[date], archive: Archive) -> EditionRecord | None:
    """Give what the edition before remembers: as planned in this run, else as published."""
    for day in reversed(before):
        record = archive.planned.get(day) or _record(day, archive, archive.desk.request.output)
        if record:
            return record
    return None
