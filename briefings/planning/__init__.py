"""PLANNING: the day's articles and their facts become an Edition, which has no language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefings.model import Edition, Story
from briefings.planning.calendar import agenda_of, timeline_of
from briefings.planning.changes import changes_of, record_of, status_of
from briefings.planning.copies import Copies, copies_of
from briefings.planning.course import goes_on, known_as, likenesses, match_earlier, remembered_stories
from briefings.planning.coverage import coverage_of, index_of
from briefings.planning.digest import beside_before, bottom_line_of, figures_of, key_points_of, voices_of
from briefings.planning.disputes import disputes_of
from briefings.planning.groundwork import groundwork_of
from briefings.planning.ledger import in_order, ledger_of
from briefings.planning.markings import check_release, marking_of, markings_in
from briefings.planning.material import Material, without_corrections
from briefings.planning.mentions import mentions_of
from briefings.planning.moves import Standing, counts_by_story, kept, standing_of
from briefings.planning.notes import placed
from briefings.planning.offer import offered
from briefings.planning.positions import positions_of, remembered_sayings, sayings_of
from briefings.planning.principal import budgets, cut_to, filled, left_out
from briefings.planning.publishers import origin_of, owners_of
from briefings.planning.questions import answers_to
from briefings.planning.stories import groups_of
from briefings.planning.telling import Course, Setting, retell, standing, tell
from briefings.planning.terms import Document, going_on, profiles_of, terms_of
from briefings.planning.windows import day_of, is_publishing_day, window_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from briefings.config import Config
    from briefings.languages.names import NameTable
    from briefings.model import (
        Article,
        CountRecord,
        DeskFiles,
        EditionRecord,
        Findings,
        Groundwork,
        InputRecord,
        Revision,
        TextSketch,
    )

__all__ = [
    "Day",
    "budgets",
    "cut_to",
    "day_of",
    "filled",
    "for_reader",
    "groundwork_of",
    "is_publishing_day",
    "left_out",
    "offered",
    "plan",
    "record_of",
    "remembered",
    "window_of",
]


@dataclass(frozen=True, slots=True)
class Day:
    """What an edition is planned from."""

    day: date
    number: int
    articles: tuple[Article, ...]
    """In any order."""
    findings: tuple[Findings, ...]
    """One for each article, in any order."""
    left_out: tuple[InputRecord, ...]
    desk: DeskFiles
    earlier: EditionRecord | None
    """What the last edition remembered."""
    withheld: int = 0
    withheld_entries: int = 0
    """Articles, and entries of the desk, that the product may not show."""
    embargoed: tuple[datetime, ...] = ()
    """Ends of the embargoes that keep articles out."""
    revisions: tuple[Revision, ...] = ()
    """How this day's edition was changed since it was first published."""
    told: tuple[tuple[date, Revision], ...] = ()
    """Revisions of earlier editions, by their days, that this one is the first to tell of."""
    groundwork: Mapping[str, Groundwork] = field(default_factory=dict, repr=False)
    """What is worked out of articles already, by their ids; the rest is worked out when it is planned."""


def plan(given: Day, *, config: Config, names: NameTable) -> Edition:
    """Plan the edition of a day. `ConfigurationError` when it would carry a higher marking than its product may."""
    ordered = tuple(in_order(given.articles))
    by_article = {found.article: found for found in given.findings}
    findings = tuple(by_article[article.id] for article in ordered)
    material = _material(ordered, findings, given.groundwork)
    setting = Setting(given.day, window_of(given.day, config), config, given.desk, names)
    copies = copies_of(material, given.earlier.sketches if given.earlier else ())
    said = sayings_of(material, copies, given.day)
    stories, counts = _stories(material, copies, setting, given.earlier)
    edition = Edition(
        day=given.day,
        number=given.number,
        window=setting.window,
        marking=None,
        stories=stories,
        notes=placed((note for note in given.desk.notes if note.day == given.day), stories, ordered),
        coverage=coverage_of(ordered, stories, given.desk.outlets),
        inputs=() if config.release else given.left_out,
        unread=len(given.left_out) if config.release else 0,
        withheld=given.withheld,
        withheld_entries=given.withheld_entries,
        embargoed=given.embargoed,
        articles=ordered,
        findings=findings,
        previous_day=given.earlier.day if given.earlier else None,
        revisions=given.revisions,
        draft=any(article.marks.draft for article in ordered),
        sketches=_sketches(stories, material, copies),
        counts=counts,
        sayings=remembered_sayings(said, given.earlier, given.day),
        positions=positions_of(said, given.earlier),
    )
    edition = _laid_out(edition, given, material, names)
    mentions = mentions_of(edition.index, given.earlier, given.day)
    edition = replace(edition, marking=marking_of(markings_in(edition), config), mentions=mentions)
    check_release(edition, config)
    return edition


def for_reader(edition: Edition, language: str, given: Day, *, names: NameTable) -> Edition:
    """Give the edition as a reader of a language is told it: of two translations of one text only the reader's speaks.

    Order, standing and sources are the same for every reader.
    """
    groups = {article.translation_group for article in edition.articles if article.language == language} - {None}
    told = tuple(
        article
        for article in edition.articles
        if article.language == language or article.translation_group not in groups
    )
    if len(told) == len(edition.articles):
        return edition
    identities = {article.id for article in told}
    material = _material(told, tuple(found for found in edition.findings if found.article in identities))
    stories = tuple(retell(story, material, edition.day) for story in edition.stories)
    return _laid_out(replace(edition, stories=stories), given, material, names)


def remembered(edition: Edition, earlier: EditionRecord | None, before: EditionRecord | None = None) -> EditionRecord:
    """Give what the next edition needs to know of this one; `before` is this day's record in the archive."""
    return record_of(edition, earlier, before)


def _material(
    articles: tuple[Article, ...],
    findings: tuple[Findings, ...],
    groundwork: Mapping[str, Groundwork] = MappingProxyType({}),
) -> Material:
    found = {finding.article: finding for finding in findings}
    kept = tuple(without_corrections(article, found[article.id]) for article in articles)
    return Material(articles, kept, groundwork)


def _laid_out(edition: Edition, given: Day, material: Material, names: NameTable) -> Edition:
    """Fill the sections that are drawn from the stories."""
    stories, day = edition.stories, edition.day
    bottom_line = bottom_line_of(stories, material)
    return replace(
        edition,
        bottom_line=bottom_line,
        key_points=key_points_of(stories, bottom_line, material),
        figures=figures_of(stories, material),
        voices=beside_before(voices_of(stories, material, names), edition.positions),
        timeline=timeline_of(stories, material, day),
        agenda=agenda_of(stories, material, given.desk.agenda, day),
        changes=changes_of(stories, material, given.told, given.earlier),
        questions=answers_to(given.desk.questions, stories, material),
        index=index_of(material),
    )


def _sketches(stories: tuple[Story, ...], material: Material, copies: Copies) -> tuple[TextSketch, ...]:
    """Give what is remembered of each text; one that was printed before is remembered as it was then."""
    return tuple(
        replace(copies.reprints[one], asleep=0)
        if one in copies.reprints
        else copies.sketch(one, story.id, origin_of(material.article(one)))
        for story in stories
        for one in story.articles
        if one not in copies.originals
    )


def _stories(
    material: Material, copies: Copies, setting: Setting, earlier: EditionRecord | None
) -> tuple[tuple[Story, ...], tuple[CountRecord, ...]]:
    """Tell the day's stories, in their rank, and give what is remembered of their counts."""
    terms = {article.id: terms_of(article, material) for article in material.articles}
    today = [Document(article.id, article.language, terms[article.id]) for article in material.articles]
    before = remembered_stories(earlier)
    profiles = profiles_of([*today, *chain.from_iterable(before.values())], copies.originals)
    alike = likenesses(today, before, profiles, copies.reprints)
    profiles |= {article: going_on(profiles[article], story) for article, story in goes_on(alike).items()}
    groups = groups_of(material.articles, profiles, copies)
    matched = match_earlier([group.articles for group in groups], alike, earlier)
    ledger, counts = ledger_of(material, copies, setting.desk.outlets), counts_by_story(earlier)
    owners = owners_of(material.articles, setting.desk.outlets)
    standings: dict[str, Standing] = {}
    told = []
    for group, record in zip(groups, matched, strict=True):
        identity = record.id if record else group.articles[0]
        articles = in_order(material.article(one) for one in group.articles)
        entries = chain.from_iterable(ledger.get(article.id, ()) for article in articles)
        standings[identity] = standing_of(identity, entries, counts.get(identity, ()), setting.day)
        course = Course(
            identity=identity,
            status=status_of(record, standings[identity].moves),
            day_number=record.day_number + 1 if record else 1,
            terms=known_as([material.article(one) for one in group.articles], terms),
            moves=standings[identity].moves,
            disputes=(
                *disputes_of([one for one in articles if one.id not in copies.reprints], material, ledger, owners),
                *standings[identity].disputes,
            ),
        )
        told.append(tell(group, course, material, copies, setting))
    return tuple(sorted(told, key=standing)), kept(standings, earlier, setting.day)
