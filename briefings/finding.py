"""Facts of many articles, and what planning works out of them: as known, else by workers, each within its limits."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefings.articles.faults import shown
from briefings.articles.kept import KeptArticle
from briefings.errors import BriefingsError
from briefings.facts import LANGUAGES, find, plugins
from briefings.model import Article, Block, Findings, Groundwork, Notice, Sentence, Source, Span
from briefings.planning import groundwork_of
from briefings.planning.corrections import corrected
from briefings.work.cache import Frozen
from briefings.work.workers import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings import config
    from briefings.articles.kept import Store
    from briefings.desk import Desk
    from briefings.languages.names import NameTable
    from briefings.work.crew import Crew
    from briefings.work.workers import Done, Failure

_CODE = "facts-limit"
EVERY_KIND: Final = MappingProxyType(
    {
        "tr": "Bakan Ayşe Demir 4 Aralık 2025'te Ankara'da, “Yüzde 5 büyüdük.” dedi.",
        "en": "On 4 December 2025 in Ankara Minister Ada Stone said: “We grew by 5 percent.”",
    }
)
"""Sentences with a fact of each kind, so that nothing is left to be loaded for the first article."""
_Found = tuple[Findings, Groundwork | None]
"""What is kept of an article: its facts, and what planning works out of them; nothing of one beyond its limits."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Articles as they are planned."""

    findings: tuple[Findings, ...]
    """Of each article, as the desk has them."""
    groundwork: dict[str, Groundwork]
    """By article; not of one whose facts the desk has changed."""


def prepare(article: Article, names: NameTable, *, day_first: bool) -> Frozen:
    """Find an article's facts, and work out of them what planning needs; frozen, since it is kept before it is used."""
    findings = find(article, names, day_first=day_first)
    found: _Found = (findings, groundwork_of(article, findings))
    return Frozen.of(found)


class Finder:
    """Finds facts once: what was found is kept in the store, else in memory until an edition has taken it."""

    def __init__(self, desk: Desk, store: Store, crew: Crew) -> None:
        """Take the desk whose names and settings count, the store of what earlier builds found, and who finds more."""
        self.desk = desk
        self.crew = crew
        self._store = store
        names = [(one.path, one.sha256) for one in desk.chosen.inputs if one.path in {"names.toml", "outlets.toml"}]
        own = desk.config
        self._scope = repr((names, own.day_first, own.time_zone, own.limits.model_dump())).encode()
        self._found: dict[bytes, Frozen] = {}

    def missing(self, articles: Iterable[Article]) -> list[Article]:
        """Give the articles whose facts are still to be found."""
        return [article for article in articles if not self._is_known(article)]

    def look_ahead(self, missing: Sequence[Article]) -> Iterator[int]:
        """Find the facts of articles with all of the crew; tell after each how many are done."""
        if len(missing) > 1 and not self.desk.request.cluster:
            _get_ready({article.language for article in missing}, self.desk.names)
        # Copies: the words of an article are let go when its facts are found.
        copies = (article.changed() for article in missing)
        for count, done in enumerate(self._each(copies), 1):
            self._keep(done)
            yield count

    def prepared(self, articles: Sequence[Article]) -> Prepared:
        """Give the facts of each article as the desk has them, and what planning works out of those found."""
        for _ in self.look_ahead(self.missing(articles)):
            pass
        found = [(article, *self._taken(article)) for article in articles]
        own = self.desk.library.desk.corrections
        findings = tuple(corrected(article, findings, own, self.desk.names)[0] for article, findings, _ in found)
        return Prepared(
            findings,
            {
                article.id: ground
                for (article, _, ground), findings in zip(found, findings, strict=True)
                if ground is not None and not findings.amended
            },
        )

    def _each(self, articles: Iterable[Article]) -> Iterator[Done[Article, Frozen]]:
        limits = self.desk.config.limits
        work = partial(prepare, names=self.desk.names, day_first=self.desk.config.day_first)
        return self.crew.each(work, articles, Limits(limits.seconds, limits.mebibytes))

    def _is_known(self, article: Article) -> bool:
        key = self._key(article)
        return key in self._found or self._store.has("facts", article.source.path, key)

    def _keep(self, done: Done[Article, Frozen]) -> None:
        """Keep what was found in the store; what its limits have cost an article for this build alone."""
        key = self._key(done.task)
        if done.result is None:
            self._found[key] = Frozen.of((self._without_facts(done), None))
        elif self._store.opened_ns:
            self._store.put("facts", done.task.source.path, key, done.result)
        else:
            self._found[key] = done.result

    def _taken(self, article: Article) -> _Found:
        key = self._key(article)
        if key in self._found:
            found: _Found = self._found.pop(key).value()
            return found
        known: _Found | None = self._store.get("facts", article.source.path, key)
        if known is None:  # the store has lost it
            known = prepare(article, self.desk.names, day_first=self.desk.config.day_first).value()
        return known

    def _key(self, article: Article) -> bytes:
        # What stands in the content folder is what its bytes were read as; what the archive gave back is its own words.
        words = "" if isinstance(article, KeptArticle) else _digest(article.text)
        given = (article.id, article.source.sha256, words, article.language, str(article.published))
        return sha256(repr(given).encode() + self._scope).digest()

    def _without_facts(self, done: Done[Article, Frozen]) -> Findings:
        """Give a notice why an article has no facts; an error with a message of its own is raised."""
        assert done.failure is not None  # noqa: S101 - there is no result
        if isinstance(done.failure.error, BriefingsError):
            raise done.failure.error
        words = _why(done.failure, self.desk.config.limits)
        return Findings(done.task.id, (), (), notices=(Notice("error", _CODE, done.task.source.path, None, words),))


def _get_ready(languages: Iterable[str], names: NameTable) -> None:
    """Load what finding facts looks up, before processes are forked that would each load it.

    Not where there are plug-ins: they run within limits, which this process has none of.
    """
    if plugins.installed():
        return
    for language in sorted(LANGUAGES.intersection(languages)):
        text = EVERY_KIND[language]
        whole = Span(0, len(text))
        parts = (text, (Block("paragraph", whole),), (Sentence(0, 0, whole),))
        article = Article("", Source("", ""), language, *parts, datetime(2000, 1, 1, tzinfo=UTC))
        with contextlib.suppress(Exception):  # what fails here fails in a worker too, which says so
            prepare(article, names, day_first=True)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _why(failure: Failure, limits: config.Limits) -> str:
    """Say why an article has no facts, and what to do."""
    match failure.kind:
        case "seconds":
            cause = f"take longer than {limits.seconds:g} s to find; cut it into several, or raise limits.seconds"
        case "memory":
            cause = f"take more than {limits.mebibytes} MiB to find; cut it into several, or raise limits.mebibytes"
        case "error":
            cause = f"could not be found, by a defect of the programme ({shown(failure.message)}); report it"
        case _:
            cause = "could not be found: the process that looked for them died; build again with more memory"
    return f"stands in the edition without facts, which {cause}"
