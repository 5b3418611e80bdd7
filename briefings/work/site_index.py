"""What the editions say, by day, story and name, so that a changed edition touches only the pages it stands on.

It is made of the editions alone and can be made anew at any time. That happens whenever its seal does not fit: damage,
another programme or a build that was stopped cost time, never correctness. SQLite holds it, so that a build never does;
without a folder that can be written, in a file of its own that is gone with the build.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from briefings.model.site import NameHead, StorySpan, StoryTold
from briefings.work.cache import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from briefings.model import Revision
    from briefings.model.site import EditionDay, EditionDigest, ListedName, Mention, NameKind, SearchText

_FILE: Final = "site.sqlite"
_SEAL: Final = "site.seal"
_BLOCK: Final = 1 << 20
_BEYOND: Final = "\U0010ffff"
_SCHEMA: Final = """
pragma journal_mode = off;
pragma synchronous = off;
create table if not exists edition (day primary key, status, articles, marking, revisions) without rowid;
create table if not exists said (day primary key, head, texts);
create table if not exists name (kind, key, day, head, body, primary key (kind, key, day)) without rowid;
create index if not exists name_by_day on name (day);
create table if not exists story (id, day, told, primary key (id, day)) without rowid;
create index if not exists story_by_day on story (day);
create table if not exists filed (place, kind, key, primary key (place, kind, key)) without rowid;
create index if not exists filed_by_name on filed (kind, key);
create table if not exists listed (kind, key, value, primary key (kind, key)) without rowid;
create table if not exists page (path primary key, part, section, digest, size, seen) without rowid;
create index if not exists page_by_part on page (part);
create index if not exists page_by_section on page (section);
"""
Name = tuple["NameKind", str]


@dataclass(slots=True)
class Touched:
    """What changed: days whose list of stories did, stories and names by the days that did, days whose words did."""

    days: set[str] = field(default_factory=set)
    stories: dict[str, set[str]] = field(default_factory=dict)
    names: dict[Name, set[str]] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    """Parts of the site of which a file is not as it was written."""


class SiteIndex:
    """The index in its file. `fresh` says that it holds nothing yet, and every page is to be looked at."""

    def __init__(self, folder: Path | None, programme: str) -> None:
        """Open the index in a folder, if this `programme` (a digest of all that shapes a page) has sealed it."""
        self._folder, self._programme = folder, programme
        self.fresh = not self._is_sealed()
        if self._folder is not None and self.fresh:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / _FILE).unlink(missing_ok=True)
            except OSError:
                self._folder = None
        self._base = self._opened()

    def _is_sealed(self) -> bool:
        """Say whether the file is the one that was closed last; from now on it is not, until it is closed again."""
        if self._folder is None:
            return False
        try:
            sealed = (self._folder / _SEAL).read_text(encoding="ascii") == self._seal()
            (self._folder / _SEAL).unlink()
        except (OSError, ValueError):
            return False
        return sealed

    def _opened(self) -> sqlite3.Connection:
        if self._folder is not None:
            with contextlib.suppress(sqlite3.Error, OSError):
                base = sqlite3.connect(self._folder / _FILE)
                try:
                    base.executescript(_SCHEMA)
                except sqlite3.Error:
                    base.close()
                    raise
                return base
            self._folder, self.fresh = None, True
        base = sqlite3.connect("")
        base.executescript(_SCHEMA)
        return base

    def close(self) -> None:
        """Write everything down and seal it; an index that is not closed is not trusted again."""
        self._base.commit()
        self._base.close()
        if self._folder is not None:
            with contextlib.suppress(OSError):
                (self._folder / _SEAL).write_text(self._seal(), encoding="ascii")

    def _seal(self) -> str:
        """Give what tells this programme's whole file from every other: chance is all there is to guard against."""
        made = size = 0
        if self._folder is not None:
            with (self._folder / _FILE).open("rb") as file:
                while block := file.read(_BLOCK):
                    made, size = crc32(block, made), size + len(block)
        return f"{self._programme} {size} {made:08x}"

    def statuses(self) -> dict[str, str]:
        """Give the status under which each edition was read, by day."""
        return dict(self._base.execute("select day, status from edition"))

    def put(self, day: str, status: str, digest: EditionDigest | None, touched: Touched) -> None:
        """Take what an edition says in the place of what it said, None when it is gone; add what that touches."""
        known = self._base.execute("select head, texts from said where day = ?", (day,)).fetchone() or (None, None)
        head, texts = (_packed(digest.edition), _packed(digest.texts)) if digest else (None, None)
        if head != known[0]:
            touched.days.add(day)
            before = self._column("select id from story where day = ?", day)
            for story in {*before, *(story.id for story in (digest.edition.stories if digest else ()))}:
                touched.stories.setdefault(story, set()).add(day)
        if texts != known[1]:
            touched.texts.add(day)
        self._put_names(day, digest, touched)
        self._run("delete from edition where day = ?", day)
        self._run("delete from said where day = ?", day)
        self._run("delete from story where day = ?", day)
        if digest:
            entry = digest.edition.entry
            revisions = _packed(entry.revisions) if entry.revisions else None
            row = (day, status, len(digest.texts), entry.marking, revisions)
            self._run("insert into edition values (?, ?, ?, ?, ?)", *row)
            self._run("insert into said values (?, ?, ?)", day, head, texts)
            stories = [(story.id, day, _packed(StoryTold(entry, story))) for story in digest.edition.stories]
            self._base.executemany("insert or ignore into story values (?, ?, ?)", stories)

    def _put_names(self, day: str, digest: EditionDigest | None, touched: Touched) -> None:
        query = "select kind, key, head, body from name where day = ?"
        before = {(kind, key): (head, body) for kind, key, head, body in self._base.execute(query, (day,))}
        now: dict[Name, tuple[bytes, bytes]] = {}
        if digest:
            entry = digest.edition.entry
            shown = (entry.marking, entry.draft, entry.languages, entry.profiles)
            for one in digest.names:
                head = NameHead(entry.day, len(one.mentions), one.names, one.role, *shown)
                now[one.kind, one.key] = (_packed(head), _packed(one.mentions))
        for name in before.keys() | now.keys():
            if before.get(name) != now.get(name):
                touched.names.setdefault(name, set()).add(day)
        self._run("delete from name where day = ?", day)
        rows = [(*name, day, *row) for name, row in now.items()]
        self._base.executemany("insert into name values (?, ?, ?, ?, ?)", rows)

    def edition(self, day: str) -> EditionDay:
        """Give the edition of a day that has one."""
        found: EditionDay = unpacked(self._column("select head from said where day = ?", day)[0], b"")
        return found

    def editions(self, prefix: str = "") -> Iterator[EditionDay]:
        """Give the editions whose day begins so, latest first."""
        query = "select head from said where day >= ? and day < ? order by day desc"
        for head in self._column(query, prefix, prefix + _BEYOND):
            yield unpacked(head, b"")

    def texts(self, prefix: str) -> Iterator[tuple[EditionDay, tuple[SearchText, ...]]]:
        """Give the articles of the editions whose day begins so, latest first."""
        query = "select head, texts from said where day >= ? and day < ? order by day desc"
        for head, texts in self._base.execute(query, (prefix, prefix + _BEYOND)):
            yield unpacked(head, b""), unpacked(texts, b"")

    def days(self) -> list[str]:
        """Give all days that have an edition, oldest first."""
        return self._column("select day from edition order by day")

    def months(self) -> dict[str, int]:
        """Give the articles of each month."""
        return dict(self._base.execute("select substr(day, 1, 7), sum(articles) from edition group by 1 order by 1"))

    def markings(self) -> list[str | None]:
        """Give every marking that an edition carries."""
        return self._column("select distinct marking from edition order by 1")

    def revisions(self) -> dict[str, tuple[Revision, ...]]:
        """Give the revisions of the editions that have some, oldest day first."""
        query = "select day, revisions from edition where revisions is not null order by day"
        return {day: unpacked(value, b"") for day, value in self._base.execute(query)}

    def days_of_story(self, story: str) -> list[str]:
        """Give the days that tell a story, latest first."""
        return self._column("select day from story where id = ? order by day desc", story)

    def story(self, story: str, day: str) -> StoryTold:
        """Give a story as the edition of a day that tells it does."""
        found: StoryTold = unpacked(self._column("select told from story where id = ? and day = ?", story, day)[0], b"")
        return found

    def story_span(self, story: str, prefix: str = "") -> StorySpan:
        """Give a story over the days that begin so, of which one tells it at least."""
        within = "from story join edition using (day) where id = ? and day >= ? and day < ?"
        values = (story, prefix, prefix + _BEYOND)
        ((first, last, count),) = self._base.execute(f"select min(day), max(day), count(*) {within}", values)
        markings = self._column(f"select distinct marking {within} order by 1", *values)
        return StorySpan(
            self.story(story, last).story, date.fromisoformat(first), date.fromisoformat(last), count, tuple(markings)
        )

    def long_stories(self, prefix: str = "") -> list[str]:
        """Give the stories told on more than one day, one of which begins so, latest first."""
        query = (
            "select id from story group by id having count(*) > 1 and sum(day >= ? and day < ?) > 0"
            " order by max(day) desc, id"
        )
        return self._column(query, prefix, prefix + _BEYOND)

    def months_with_long_stories(self) -> list[str]:
        """Give the months in which a story was told that ran for more than a day."""
        query = (
            "select distinct substr(day, 1, 7) from story"
            " where id in (select id from story group by id having count(*) > 1) order by 1"
        )
        return self._column(query)

    def heads(self, name: Name) -> list[NameHead]:
        """Give the days of a name without its sentences, latest first."""
        query = "select head from name where kind = ? and key = ? order by day desc"
        return [unpacked(head, b"") for head in self._column(query, *name)]

    def mentions(self, name: Name, day: date) -> tuple[Mention, ...]:
        """Give the sentences of a name in an edition that has some."""
        query = "select body from name where kind = ? and key = ? and day = ?"
        found: tuple[Mention, ...] = unpacked(self._column(query, *name, day.isoformat())[0], b"")
        return found

    def listed(self, name: Name) -> ListedName | None:
        """Give a name as the indexes list it."""
        found = self._column("select value from listed where kind = ? and key = ?", *name)
        return unpacked(found[0], b"") if found else None

    def file(self, name: Name, listed: ListedName | None, places: Collection[str]) -> set[str]:
        """List a name, at these places of the indexes and at no other; give those that it came to, left or stays at."""
        known = set(self._column("select place from filed where kind = ? and key = ?", *name))
        gone, new = known - set(places), set(places) - known
        self._base.executemany("delete from filed where place=? and kind=? and key=?", [(one, *name) for one in gone])
        self._base.executemany("insert into filed values (?, ?, ?)", [(one, *name) for one in new])
        self._run("delete from listed where kind = ? and key = ?", *name)
        if listed:
            self._run("insert into listed values (?, ?, ?)", *name, _packed(listed))
        return known | new

    def filed(self, place: str) -> list[ListedName]:
        """Give the names at a place of the indexes."""
        query = "select value from filed join listed using (kind, key) where place = ? order by kind, key"
        return [unpacked(value, b"") for value in self._column(query, place)]

    def places(self, prefix: str) -> dict[str, int]:
        """Give the places that begin so, with how many names each holds."""
        query = "select place, count(*) from filed where place >= ? and place < ? group by place order by place"
        return dict(self._base.execute(query, (prefix, prefix + _BEYOND)))

    def pages(self) -> Iterator[tuple[str, str, int, int]]:
        """Give each page as it was written: path, part of the site, size, time of change."""
        yield from self._base.execute("select path, part, size, seen from page order by path")

    def page(self, path: str) -> tuple[str, str, int, int] | None:
        """Give part, digest, size and time of change of a page, None for one that is not known."""
        found: tuple[str, str, int, int] | None = self._base.execute(
            "select part, digest, size, seen from page where path = ?", (path,)
        ).fetchone()
        return found

    def pages_of(self, part: str) -> list[str]:
        """Give the pages of a part of the site."""
        return self._column("select path from page where part = ? order by path", part)

    def digests(self, section: str) -> list[tuple[str, str, int]]:
        """Give path, digest and size of the pages of a section, sorted by path."""
        query = "select path, digest, size from page where section = ? order by path"
        return list(self._base.execute(query, (section,)))

    def put_page(self, path: str, part: str, section: str, written: tuple[str, int, int]) -> None:
        """Remember a page: its part and section of the site; digest, size and time of change of its file."""
        self._run("insert or replace into page values (?, ?, ?, ?, ?, ?)", path, part, section, *written)

    def drop_page(self, path: str) -> None:
        """Forget a page."""
        self._run("delete from page where path = ?", path)

    def _run(self, query: str, *values: object) -> None:
        self._base.execute(query, values)

    def _column(self, query: str, *values: object) -> list[Any]:
        return [row[0] for row in self._base.execute(query, values)]


def _packed(value: object) -> bytes:
    return packed(value, b"")
