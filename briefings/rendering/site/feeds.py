"""The latest editions as Atom (RFC 4287) and JSON Feed 1.1. Their times come from the articles, never from a clock."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from briefings.model import Output
from briefings.rendering.dates import plain_date
from briefings.rendering.site.periods import headline_for
from briefings.rendering.site.shell import edition_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.model.site import EditionDay
    from briefings.rendering.site.shell import Shell

LATEST: Final = 30
"""Editions in a feed."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


def feeds(shell: Shell, latest: Sequence[EditionDay]) -> Iterator[Output]:
    """Give both feeds at the top, in the first language, and in the folder of each language."""
    languages = shell.config.languages
    for folder, language in [("", languages[0]), *((f"{code}/", code) for code in languages)]:
        yield Output(f"{folder}feed.xml", "application/atom+xml", _atom(shell, latest, folder, language))
        yield Output(f"{folder}feed.json", "application/feed+json", _json_feed(shell, latest, folder, language))


def identity(shell: Shell, language: str, day: str = "") -> str:
    """Give what an edition, or without a day the whole feed, is known by for good: of desk, language and day."""
    name = f"briefings {shell.config.desk.name.in_language('en')} {language} {day}".rstrip()
    # A UUID of version 8 (RFC 9562): of our own making, here of a hash.
    made = sha256(name.encode()).hexdigest()
    return f"urn:uuid:{made[:8]}-{made[8:12]}-8{made[13:16]}-8{made[17:20]}-{made[20:32]}"


def changed_at(edition: EditionDay) -> str:
    """Give when an edition last changed: the time of its latest article, and a second for each revision of its own."""
    entry = edition.entry
    last = datetime.fromisoformat(edition.updated) if edition.updated else datetime.combine(entry.day, time(), UTC)
    moment = (last if last.tzinfo else last.replace(tzinfo=UTC)) + timedelta(seconds=len(entry.revisions))
    return moment.isoformat(timespec="seconds")


def _atom(shell: Shell, latest: Sequence[EditionDay], folder: str, language: str) -> bytes:
    config = shell.config
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _add(feed, "id", identity(shell, language))
    _add(feed, "title", config.title.in_language(language))
    _add(feed, "updated", max(map(changed_at, latest), key=datetime.fromisoformat, default="1970-01-01T00:00:00+00:00"))
    author = _add(feed, "author")
    _add(author, "name", config.desk.name.in_language(language))
    _add(feed, "link", rel="self", type="application/atom+xml", href=_to(shell, folder, f"{folder}feed.xml"))
    _add(feed, "link", rel="alternate", type="text/html", href=_to(shell, folder, f"{language}/index.html"))
    marking = shell.words(shell.highest(one.entry.marking for one in latest), language)
    if marking:
        _add(feed, "rights", marking)
    for edition in latest:
        entry = _add(feed, "entry")
        _add(entry, "id", identity(shell, language, edition.entry.day.isoformat()))
        _add(entry, "title", _title(shell, edition, language))
        _add(entry, "updated", changed_at(edition))
        for code in edition.entry.languages if edition.entry.profiles else ():
            rel = "alternate" if code == language else "related"
            _add(entry, "link", rel=rel, type="text/html", hreflang=code, href=_link(shell, edition, folder, code))
        _add(entry, "summary", _summary(shell, edition, language))
        if edition.entry.marking:
            _add(entry, "rights", shell.words(edition.entry.marking, language))
    ET.indent(feed, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return f"{head}{ET.tostring(feed, encoding='unicode')}\n".encode()


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    made.text = None if text is None else _NOT_XML.sub("", text)
    return made


def _json_feed(shell: Shell, latest: Sequence[EditionDay], folder: str, language: str) -> bytes:
    config = shell.config
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": config.title.in_language(language),
        "home_page_url": _to(shell, folder, f"{language}/index.html"),
        "feed_url": _to(shell, folder, f"{folder}feed.json"),
        "language": language,
        "authors": [{"name": config.desk.name.in_language(language)}],
        "items": [_item(shell, edition, folder, language) for edition in latest],
    }
    marking = shell.words(shell.highest(one.entry.marking for one in latest), language)
    if marking:
        feed["_marking"] = marking
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _item(shell: Shell, edition: EditionDay, folder: str, language: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": identity(shell, language, edition.entry.day.isoformat()),
        "title": _title(shell, edition, language),
        "content_text": _summary(shell, edition, language),
        "date_modified": changed_at(edition),
        "language": language,
    }
    if edition.entry.profiles:
        item["url"] = _link(shell, edition, folder, language)
    if edition.entry.marking:
        item["_marking"] = shell.words(edition.entry.marking, language)
    return item


def _title(shell: Shell, edition: EditionDay, language: str) -> str:
    entry = edition.entry
    draft = f" · {shell.word(language, 'masthead.draft')}" if entry.draft else ""
    return f"{shell.config.title.in_language(language)} · {plain_date(entry.day, language)}{draft}"


def _summary(shell: Shell, edition: EditionDay, language: str) -> str:
    """Give the headlines of the edition's stories, a line each."""
    told = [headline_for(story.headlines, language)[1] for story in edition.stories]
    return _NOT_XML.sub("", "\n".join(told)) or shell.word(language, "masthead.empty")


def _link(shell: Shell, edition: EditionDay, folder: str, language: str) -> str:
    return _to(shell, folder, edition_page(edition.entry, language))


def _to(shell: Shell, folder: str, path: str) -> str:
    """Give the address of a path, relative to the feed where the desk has not said its own."""
    return shell.config.site.of(path) or ("../" if folder else "") + path
