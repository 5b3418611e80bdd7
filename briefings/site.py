"""The site: whatever stands above the editions, made from what the editions themselves carry.

What each edition says is read when its files change, and kept in an index beside the output. Only the pages that a
change stands on are made again; their bytes depend on the editions and the settings alone.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, cast

import briefings
from briefings.articles.kept import status_of
from briefings.model.site import ListedName
from briefings.planning.release import told_inputs
from briefings.rendering import render_assets
from briefings.rendering.environment import templates_folder
from briefings.rendering.site import alphabet, feeds, names, periods, search, stories
from briefings.rendering.site.shell import FOLDERS, Shell, site_style
from briefings.shipping import files, manifest
from briefings.shipping.digests import read_digest
from briefings.shipping.site_files import SiteFiles, published_pages
from briefings.work import fingerprints
from briefings.work.site_index import SiteIndex, Touched

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from briefings.desk import Desk
    from briefings.model import Output
    from briefings.model.site import NameHead, NameKind
    from briefings.work.site_index import Name

_ALWAYS = ""
"""The beginning of every day: in the place of a day that changed, all pages of a name are looked at."""


def ship_site(desk: Desk, output: Path, cache: Path) -> None:
    """Write what stands above the editions of an output folder; `cache` keeps the index of what they say.

    An index that cannot be written there costs time only: it is made once more where nobody keeps it.
    """
    config = desk.config.model_dump(mode="json")
    programme = fingerprints.fingerprint(fingerprints.programme_digest(templates_folder()), config, desk.look.digest)
    try:
        _ship(desk, output, SiteIndex(cache, programme))
    except sqlite3.Error:
        _ship(desk, output, SiteIndex(None, programme))


def _ship(desk: Desk, output: Path, index: SiteIndex) -> None:
    # What a build before listed; where its index is lost, it alone tells what to take away.
    strangers = published_pages(output) if index.fresh else []
    touched = _read_changed(output, index)
    shipped = SiteFiles(output, files.staging_beside(output), index)
    shell = Shell(desk.config, desk.look)
    site = _Site(shell, index, shipped)
    _add_lost(shipped.lost(), touched)
    site.ship(touched)
    for_print = "print" in desk.request.formats
    shipped.write("assets", _with_paths([*render_assets(desk.look, for_print=for_print), site_style(shell)]))
    shipped.write_manifests()
    shipped.remove_strangers(strangers)
    head = {
        "generator": {"name": "briefings", "version": briefings.__version__},
        "editions": index.days(),
        "revisions": {
            day: [manifest.revision_object(revision) for revision in found] for day, found in index.revisions().items()
        },
    }
    listed = manifest.listed_manifest(head, told_inputs(desk.chosen.inputs, desk.config), index.digests(""))
    files.publish_file(listed.data, output / listed.path, files.staging_beside(output))
    index.close()


def try_site(desk: Desk) -> None:
    """Make pages of the site with the desk's own templates, and keep none; ConfigurationError says where one fails."""
    shell = Shell(desk.config, desk.look)
    periods.front_pages(shell, [], [])
    for code in desk.config.languages:
        periods.year_page(shell, code, "2000", [])
        periods.month_page(shell, code, "2000-01", [], ())
        alphabet.index_page(shell, code, "person", {}, [])
        stories.stories_page(shell, code, [], [])
    list(search.search_pages(shell, []))


def _read_changed(output: Path, index: SiteIndex) -> Touched:
    """Read the editions whose files are not as they were read."""
    touched, known = Touched(), index.statuses()
    for day in manifest.archived_days(output):
        folder, name = output / day.isoformat(), day.isoformat()
        status = repr([status_of(folder / file) for file in (manifest.MANIFEST, manifest.FACTS)])
        if known.pop(name, None) != status:
            index.put(name, status, read_digest(folder), touched)
    for name in known:
        index.put(name, "", None, touched)
    return touched


def _add_lost(parts: Collection[str], touched: Touched) -> None:
    """Have the parts of the site made again of which a file was lost or changed."""
    for part in parts:
        kind, _, rest = part.partition(":")
        if kind == "name":
            name, _, key = rest.partition(":")
            touched.names.setdefault((cast("NameKind", name), key), set()).add(_ALWAYS)
        elif kind == "story":
            touched.stories.setdefault(rest, set()).add(_ALWAYS)
        else:
            touched.parts.add(part)


def _with_paths(outputs: Iterable[Output]) -> Iterator[tuple[str, Output]]:
    return ((output.path, output) for output in outputs)


@dataclass(frozen=True, slots=True)
class _Site:
    """Makes the pages of a site."""

    shell: Shell
    index: SiteIndex
    files: SiteFiles

    @property
    def languages(self) -> tuple[str, ...]:
        return self.shell.config.languages

    def ship(self, touched: Touched) -> None:
        """Make the pages that a change stands on."""
        self._ship_stories(touched)
        self._ship_periods(touched)
        self._ship_names(touched)
        self._ship_search(touched)
        days = self.index.days()
        latest = [self.index.edition(day) for day in reversed(days[-feeds.LATEST :])]
        self._write("front", periods.front_pages(self.shell, latest[: periods.LATEST], days))
        self._write("feeds", feeds.feeds(self.shell, latest))

    def _write(self, part: str, pages: Iterable[Output]) -> None:
        self.files.write(part, _with_paths(pages))

    def _ship_stories(self, touched: Touched) -> None:
        """Make the pages of stories told on more than one day; days that come to link to them are touched with it."""
        for story in sorted(touched.stories):
            part, days = f"story:{story}", self.index.days_of_story(story)
            known = set(self.index.pages_of(part))
            if bool(known) != (len(days) > 1):
                touched.days.update(days)
            if len(days) > 1:
                self._ship_story(story, days, known, touched.stories[story])
            else:
                self.files.write(part, ())
        self._write("stories", self._story_list(islice(self.index.long_stories(), stories.LATEST), ""))

    def _ship_story(self, story: str, days: Sequence[str], known: Collection[str], changed: Collection[str]) -> None:
        told = cache(lambda day: self.index.story(story, day))

        def wanted(span: str) -> bool:
            is_new = any(periods.story_path(story, code, span) not in known for code in self.languages)
            return is_new or any(day.startswith(span) or not day for day in changed)

        self.files.write(f"story:{story}", stories.story_pages(self.shell, story, days, told, wanted))

    def _story_list(self, found: Iterable[str], month: str) -> Iterator[Output]:
        spans = [self.index.story_span(story, month) for story in found]
        months = () if month else self.index.months_with_long_stories()
        for code in self.languages:
            listed = [stories.listed_story(span, code, self.shell) for span in spans]
            yield stories.stories_page(self.shell, code, listed, months, month)

    def _ship_periods(self, touched: Touched) -> None:
        """Make the pages of years and months."""
        parts = {f"month:{day[:7]}" for day in touched.days} | {f"year:{day[:4]}" for day in touched.days}
        parts |= {part for part in touched.parts if part.startswith(("month:", "year:"))}
        for part in sorted(parts):
            kind, _, span = part.partition(":")
            editions = list(self.index.editions(span))
            pages: Sequence[Output] = ()
            if editions and kind == "year":
                pages = [periods.year_page(self.shell, code, span, editions) for code in self.languages]
            elif editions:
                long = self.index.long_stories(span)
                pages = [periods.month_page(self.shell, code, span, editions, set(long)) for code in self.languages]
                if long:
                    pages = [*pages, *self._story_list(long, span)]
            self._write(part, pages)

    def _ship_names(self, touched: Touched) -> None:
        """Make the pages of names, and the places of the indexes that list them."""
        places = {part for part in touched.parts if part.startswith(("letter:", "word:"))}
        for name in sorted(touched.names):
            places |= self._ship_name(name, touched.names[name])
        for place in sorted(places):
            if place.startswith("word:"):
                found = self.index.filed(place)
                self._write(place, [search.names_file(place.removeprefix("word:"), found)] if found else ())
        for code in self.languages:
            for kind in FOLDERS:
                self._ship_index(code, kind, places)

    def _ship_index(self, code: str, kind: NameKind, places: Collection[str]) -> None:
        """Make an index: one page while all names have room on it, else a page for each letter that was touched."""
        prefix = f"letter:{code}:{kind}:"
        letters = self.index.places(prefix)
        has_room = sum(letters.values()) <= alphabet.MOST
        for place in sorted({*letters, *(one for one in places if one.startswith(prefix))}):
            if has_room or place not in letters:
                self._write(place, ())
            elif place in places or not self.index.pages_of(place):
                letter, found = place.removeprefix(prefix), self.index.filed(place)
                self._write(place, alphabet.letter_pages(self.shell, code, kind, letter, found))
        found = [one for place in letters for one in self.index.filed(place)] if has_room else []
        counts = {place.removeprefix(prefix): count for place, count in letters.items()}
        self._write(f"letters:{code}:{kind}", [alphabet.index_page(self.shell, code, kind, counts, found)])

    def _ship_name(self, name: Name, days: Collection[str]) -> set[str]:
        """Make the pages of a name; give the places of the indexes that are to be made again."""
        heads, part = self.index.heads(name), f"name:{name[0]}:{name[1]}"
        if not heads:
            self.files.write(part, ())
            return self.index.file(name, None, ())
        known, folder = set(self.index.pages_of(part)), names.folder_of(*name)

        def wanted(span: str) -> bool:
            is_new = any(f"{code}/{folder}/{span or 'index'}.html" not in known for code in self.languages)
            return is_new or any(day.startswith(span) or not day for day in days)

        pages = names.name_pages(self.shell, name, heads, lambda day: self.index.mentions(name, day), wanted)
        self.files.write(part, pages)
        listed = self._listed(name, heads)
        if listed == self.index.listed(name):
            return set()
        words = {f"word:{beginning}" for beginning in search.beginnings(listed)}
        letters = {
            f"letter:{code}:{name[0]}:{alphabet.letter_of(own, code)}"
            for code, own in zip(("tr", "en"), listed.names, strict=True)
            if code in self.languages
        }
        return self.index.file(name, listed, words | letters)

    def _listed(self, name: Name, heads: Sequence[NameHead]) -> ListedName:
        marking = self.shell.highest(head.marking for head in heads)
        return ListedName(*name, heads[0].names, sum(head.count for head in heads), marking)

    def _ship_search(self, touched: Touched) -> None:
        """Make the search page, its script and its data."""
        days = {*touched.days, *touched.texts}
        parts = {f"search:{day[:7]}" for day in days} | {part for part in touched.parts if part.startswith("search:")}
        months = self.index.months()
        for part in sorted(parts):
            month = part.removeprefix("search:")
            self._write(part, search.month_files(month, self.index.texts(month)) if month in months else ())
        pages = search.search_pages(self.shell, self.index.markings())
        listed = search.months_list(months.items())
        self._write("search", [*pages, search.search_script(), listed])
