"""What the archive has published already, held against the content folder as it is now.

A source that vanished is not withdrawn: an edition keeps its text, read back from the edition itself. An article that
is withdrawn, or held back otherwise, takes its day along, so that an edition without it can take the old one's place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.articles.kept import status_of
from briefings.model import InputRecord, Notice
from briefings.planning.revisions import Published, texts_of
from briefings.planning.windows import day_of
from briefings.shipping import manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from briefings.articles.kept import Store
    from briefings.config import Config
    from briefings.model import Article, EditionRecord, Library
    from briefings.planning.selection import Selection

_GONE = "gone from the content folder; the edition keeps the text it published"


def with_archive(
    chosen: Selection,
    library: Library,
    withheld: Sequence[Article],
    output: Path,
    config: Config,
    store: Store,
) -> tuple[Selection, tuple[Notice, ...]]:
    """Give the selection with what the archive adds: days an article was taken out of, texts whose file vanished.

    What the product withholds has not vanished, and is never read back, under whatever name it was published. `store`
    knows what editions were made from, while their manifests have the same status.
    """
    days = dict(chosen.days)
    notices: list[Notice] = []
    inputs = list(chosen.inputs)
    secret = {article.text for article in withheld}
    archived = frozenset(manifest.archived_days(output))
    sources = [article.source for article in (*library.articles, *withheld)]
    paths, hashes = {source.path for source in sources}, {source.sha256 for source in sources}
    for day in sorted({*days, *_days_of(chosen.held, config)} & archived):
        folder = output / day.isoformat()
        gone = {path for path, sha256 in _made_from(folder, store) if path not in paths and sha256 not in hashes}
        vanished = manifest.read_articles(folder, gone) if gone else ()
        articles = tuple(article for article in vanished if article.text not in secret)
        days[day] = (*days.get(day, ()), *articles)
        inputs += [InputRecord(a.source.path, a.source.sha256, "archived", _GONE) for a in articles]
        notices += [_notice(article, day) for article in articles]
    ordered = {day: days[day] for day in sorted(days)}
    return replace(chosen, days=ordered, inputs=tuple(inputs)), tuple(notices)


def published_on(
    record: EditionRecord | None, output: Path, articles: Sequence[Article], latest: date | None
) -> Published | None:
    """Give the edition that a record of the archive describes; None where there is none.

    Of its texts, those are read back whose words differ from today's `articles`.
    """
    if record is None or latest is None:
        return None
    known = {text.path: text.digest for text in record.texts}
    changed = {text.path for text in texts_of(articles, ()) if text.path in known and known[text.path] != text.digest}
    former = manifest.read_articles(output / record.day.isoformat(), changed) if changed else ()
    return Published(record, latest, {article.source.path: article for article in former})


def _days_of(articles: Iterable[Article], config: Config) -> set[date]:
    return {day for article in articles if (day := day_of(article, config)) is not None}


def _made_from(folder: Path, store: Store) -> tuple[tuple[str, str], ...]:
    """Give the articles an edition was made from, each as its path and SHA-256."""
    status = repr(status_of(folder / manifest.MANIFEST)).encode()
    known: tuple[tuple[str, str], ...] | None = store.get("made-from", folder.name, status)
    if known is None:
        read = manifest.read_manifest(folder) or {}
        known = tuple(
            (record["path"], record["sha256"])
            for record in read.get("inputs", ())
            if record["fate"] in {"read", "archived"}
        )
        store.put("made-from", folder.name, status, known)
    return known


def _notice(article: Article, day: date) -> Notice:
    message = (
        f"not in the content folder any more; the edition of {day} keeps its text. "
        "Put the file back, or withdraw the article with `withdrawn: reason`"
    )
    return Notice("warning", "vanished", article.source.path, None, message)
