"""Pages of people, organisations and places: every sentence that names them, by day, linked to where it stands."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefings.languages.ascii import slug
from briefings.rendering.dates import long_date, plain_date
from briefings.rendering.site.bars import HEIGHT, WIDTH, bars_of
from briefings.rendering.site.shell import FOLDERS, Place, edition_page, in_edition
from briefings.rendering.site.spans import span_name, spans_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from briefings.model import Output
    from briefings.model.site import Mention, NameHead, NameKind
    from briefings.rendering.site.shell import Shell
    from briefings.rendering.site.spans import SpanPage

MOST: Final = 200
"""Sentences on a page."""
_LATEST: Final = 40
"""Sentences a parted page shows itself."""
_SAID: Final = 6
"""Quotations set apart on a person's page."""
_KEPT: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A sentence."""

    words: str
    language: str | None
    path: str
    outlet: str
    kind: str
    """"Quotation", "Reported"; "" for a plain mention."""


@dataclass(frozen=True, slots=True)
class DayRows:
    """The sentences of one edition."""

    day: str
    machine_day: str
    path: str
    draft: str
    rows: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A person's own words."""

    words: str
    language: str | None
    path: str
    outlet: str
    day: str


@lru_cache(_KEPT)
def folder_of(kind: NameKind, key: str) -> str:
    """Give the folder of a name's pages below the language's: an ASCII name and a short hash of its key."""
    made = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{FOLDERS[kind]}/{slug(key, longest=48) or 'name'}-{made}"


def name_pages(
    shell: Shell,
    name: tuple[NameKind, str],
    heads: Sequence[NameHead],
    mentions: Callable[[date], Sequence[Mention]],
    wanted: Callable[[str], bool],
) -> Iterator[tuple[str, Output | None]]:
    """Give the pages of a name in every language: path and page, None for one that is as it was.

    `heads` are its days, latest first; `mentions` fetches the sentences of one. `wanted` says of a stretch of time
    whether anything in it changed.
    """
    folder = folder_of(*name)
    for page in spans_of(heads, MOST):
        for language in shell.config.languages:
            path = f"{language}/{folder}/{page.file}"
            yield path, _page(shell, name, page, language, mentions) if wanted(page.span) else None


def _page(
    shell: Shell,
    name: tuple[NameKind, str],
    page: SpanPage[NameHead],
    language: str,
    mentions: Callable[[date], Sequence[Mention]],
) -> Output:
    kind, folder = name[0], folder_of(*name)
    latest = page.heads[0]
    here = 0 if language == "tr" else 1
    own = latest.names[here]
    shown = page.shown(_LATEST)
    fetched = [(head, mentions(head.day)) for head in shown]
    place = Place(
        path=f"{language}/{folder}/{page.file}",
        language=language,
        title=f"{own} · {span_name(page.span, language)}" if page.span else own,
        way=((own, f"{language}/{folder}/index.html"),) if page.span else (),
        alike=f"*/{folder}/{page.file}",
    )
    return shell.page(
        "name",
        place,
        {head.marking for head in page.heads},
        other_name=latest.names[1 - here] if latest.names[1 - here] != own else "",
        other_language="en" if language == "tr" else "tr",
        role=_role(page.heads, language),
        counted=_counted(page.heads, language, shell),
        chart=bars_of(page.heads, language),
        chart_size=(WIDTH, HEIGHT),
        parts=[(span_name(part, language), f"{part}.html", count) for part, count in page.parts],
        said=_said(fetched, language, shell) if kind == "person" and not page.span else (),
        days=[_day(head, found, language, shell) for head, found in fetched],
        is_parted=bool(page.parts),
        quotation=(shell.word(language, "quotation.open"), shell.word(language, "quotation.close")),
    )


def _role(heads: Sequence[NameHead], language: str) -> tuple[str, str | None]:
    """Give the office stated last, in the reader's language where it is known there, and its language otherwise."""
    words, own, other = next((head.role for head in heads if head.role[0]), ("", "", ""))
    if own == language:
        return words, None
    return (other, None) if other else (words, own or None)


def _counted(heads: Sequence[NameHead], language: str, shell: Shell) -> str:
    """Give "12 sentences in 4 editions"."""
    count = sum(head.count for head in heads)
    sentences = shell.word(language, f"site.sentences_{'one' if count == 1 else 'other'}").format(count=count)
    editions = shell.word(language, f"site.editions_{'one' if len(heads) == 1 else 'other'}").format(count=len(heads))
    return shell.word(language, "site.counted").format(sentences=sentences, editions=editions)


def _day(head: NameHead, found: Sequence[Mention], language: str, shell: Shell) -> DayRows:
    return DayRows(
        day=long_date(head.day, language),
        machine_day=head.day.isoformat(),
        path=edition_page(head, language),
        draft=shell.word(language, "masthead.draft") if head.draft else "",
        rows=tuple(_row(head, mention, language, shell) for mention in found),
    )


def _row(head: NameHead, mention: Mention, language: str, shell: Shell) -> MentionRow:
    kind = "site.quotation" if mention.said else "speech.reported" if mention.reported else ""
    return MentionRow(
        words=mention.words,
        language=mention.language if mention.language != language else None,
        path=_where(head, mention, language),
        outlet=mention.outlet or shell.word(language, "coverage.unknown"),
        kind=shell.word(language, kind) if kind else "",
    )


def _where(head: NameHead, mention: Mention, language: str) -> str:
    """Give where the edition has a sentence: in the article's text, else its story."""
    if mention.has_text:
        return f"{head.day.isoformat()}/texts/{mention.article}.html#s{mention.sentence}"
    return in_edition(head, language, f"s{mention.rank}" if mention.rank else "")


def _said(fetched: Sequence[tuple[NameHead, Sequence[Mention]]], language: str, shell: Shell) -> list[Said]:
    """Give a person's latest words, each once."""
    found: dict[str, Said] = {}
    for head, mentions in fetched:
        for mention in mentions:
            for words in mention.said:
                row = _row(head, mention, language, shell)
                day = plain_date(head.day, language)
                found.setdefault(words, Said(words, row.language, row.path, row.outlet, day))
    return list(found.values())[:_SAID]
