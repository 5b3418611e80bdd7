"""The body of a message: what an edition says first, as HTML that mail programs show, and as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefings.languages.labels import pieces
from briefings.model.colours import DARK, LIGHT, mixed
from briefings.rendering.dates import long_date
from briefings.rendering.environment import filled
from briefings.rendering.look.labels import word, words_in
from briefings.rendering.markings import marking_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefings.config import Config
    from briefings.model.look import Look

_BLEND, _SHARE = "#ffd9cf", 0.45
"""What the accent is mixed with on a dark screen, and its share in it (screen.css)."""
_NEW: Final = 1
"""The revision that an edition comes out as."""


@dataclass(frozen=True, slots=True)
class MailItem:
    """One thing the edition says."""

    words: str
    language: str = ""
    """BCP 47, where the words are not in the reader's language."""
    gist: str = ""
    """Who, where, when in the reader's language: "Ankara · 4 Aralık 2025"."""
    label: str = ""
    """Who says so, or what kind of change it is."""


@dataclass(frozen=True, slots=True)
class MailView:
    """What a message says in one language."""

    language: str
    """BCP 47."""
    words: dict[str, Any]
    """The labels, by table and key."""
    title: str
    """The briefing's: "Günlük Brifing"."""
    desk: str
    """The desk's name."""
    contact: str
    """As the settings have it, "" for none."""
    day: str
    """"4 Aralık 2025 Perşembe"."""
    number: str
    """"Sayı 4"."""
    revision: str
    """"2. baskı", "" for the first."""
    marking: str
    """The marking in words, "" for none."""
    address: str
    """Of the edition on the site, "" where the desk has not said its own."""
    bottom_line: MailItem | None = None
    """The day in one sentence."""
    points: tuple[MailItem, ...] = ()
    headlines: tuple[MailItem, ...] = ()
    changes: tuple[MailItem, ...] = ()
    """What the revision changed."""
    is_empty: bool = False
    """Whether the edition has no article."""
    attached: tuple[str, ...] = ()
    """Names of the files that come with it."""


class MailHead(NamedTuple):
    """What of an edition stands at the head of a message."""

    day: date
    number: int
    revision: int
    marking: str
    """Id of the marking, "" for none."""
    path: str
    """Of the edition's page in the output folder."""


def mail_view(head: MailHead, language: str, config: Config, look: Look) -> MailView:
    """Give the head of a message in a language; what the edition says is filled in by who has read it."""
    return MailView(
        language=language,
        words=words_in(language, look),
        title=config.title.in_language(language),
        desk=config.desk.name.in_language(language),
        contact=config.desk.contact,
        day=long_date(head.day, language),
        number=_numbered("masthead.number", head.number, language, look),
        revision=_numbered("masthead.revision", head.revision, language, look) if head.revision > _NEW else "",
        marking=marking_words(head.marking or None, language, config),
        address=config.site.of(head.path),
    )


def subject_of(view: MailView, headline: str = "") -> str:
    """Give the subject: "[HİZMETE ÖZEL] Günlük Brifing · 4 Aralık 2025 Perşembe · 2. baskı"."""
    parts = (view.title, view.day, view.revision, headline)
    marking = f"[{view.marking}] " if view.marking else ""
    return " ".join(f"{marking}{' · '.join(part for part in parts if part)}".split())


def html_body(views: Sequence[MailView], config: Config, look: Look) -> str:
    """Give the body as HTML: without a script, a picture, or anything that is fetched."""
    light = {**LIGHT, **config.page.light.own(), "accent": config.page.accent}
    dark = {**DARK, **config.page.dark.own()}
    dark.setdefault("strong", mixed(config.page.accent, _BLEND, _SHARE))
    return filled("mail.html.j2", look, mails=tuple(views), light=light, dark=dark)


def text_body(views: Sequence[MailView]) -> str:
    """Give the body as plain text."""
    return "\n\n\n".join("\n".join((*_top(view), *_middle(view), *_end(view))) for view in views) + "\n"


def _top(view: MailView) -> Iterator[str]:
    if view.marking:
        yield from (view.marking, "")
    yield f"{view.title} – {view.desk}"
    yield " · ".join(part for part in (view.day, view.number, view.revision) if part)
    if view.changes:
        yield from ("", f"{view.revision}:")
        yield from (f"- {one.label}: {_told(one, view)}" for one in view.changes)


def _middle(view: MailView) -> Iterator[str]:
    line = view.bottom_line
    if line:
        yield from ("", f"{view.words['sections']['bottom_line']}:", _told(line, view))
        yield from (text for text in (line.gist, line.label) if text)
    for heading, items in (("key_points", view.points), ("stories", view.headlines)):
        if items:
            yield from ("", f"{view.words['sections'][heading]}:")
        for one in items:
            yield f"- {_told(one, view)}"
            if one.gist:
                yield f"  {one.gist}"
    if view.is_empty:
        yield from ("", str(view.words["masthead"]["empty"]))


def _end(view: MailView) -> Iterator[str]:
    labels = view.words["mail"]
    if view.attached:
        yield from ("", f"{labels['attached']}:", *(f"- {name}" for name in view.attached))
    if view.address:
        yield from ("", f"{labels['open']}: {view.address}")
    yield from ("", " ".join(part for part in (labels["automatic"], view.contact) if part))
    if view.marking:
        yield from ("", view.marking)


def _told(item: MailItem, view: MailView) -> str:
    tag = view.words["tags"].get(item.language) if item.language else None
    return f"{item.words} ({tag})" if tag else item.words


def _numbered(path: str, number: int, language: str, look: Look) -> str:
    """Fill a label that has a place for a number."""
    text = word(language, path, look)
    return "".join(str(number) if place % 2 else part for place, part in enumerate(pieces(text)))
