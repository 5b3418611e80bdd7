"""What is fuzzed: a function of bytes that raises when something does not hold, and the texts it starts from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefings.articles import article_from_text
from briefings.articles.dates import ImpossibleDateError, moment_of
from briefings.articles.decoding import decoded
from briefings.articles.desk import read_desk
from briefings.articles.faults import LeftOutError
from briefings.articles.front_matter import front_matter_of
from briefings.articles.reading import READERS, read
from briefings.config import Config
from briefings.facts import find
from briefings.facts.dates import find_dates
from briefings.facts.names import find_names
from briefings.facts.quotes import find_quotes
from briefings.facts.reading import reading_of
from briefings.languages.names import builtin_names
from briefings.shipping.pages import pieces_of
from tests.casefiles import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefings.model import Article, Fact

CONFIG = Config()
_HEAD = b"---\ntitle: x\ndate: 2025-12-04\n---\n"
_DESK = (
    "names.toml",
    "outlets.toml",
    "agenda.toml",
    "agenda.ics",
    "questions.toml",
    "corrections.toml",
    "notes/2025-12-04.tr.md",
)


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fuzzed."""

    holds: Callable[[bytes], None]
    """Raises AssertionError, or anything else, when it does not."""
    cases: tuple[str, ...]
    """Case files, below tests/cases, whose parts it starts from."""

    def seeds(self) -> list[bytes]:
        """Give the inputs to start from."""
        found: list[bytes] = []
        for path in self.cases:
            text = (FOLDER / path).read_text(encoding="utf-8")
            chunks = text.split("\n=== ") if "\n=== " in text else text.split("\n== " if "\n== " in text else "\n")
            found += [part.encode() for chunk in chunks for part in re.split("\n~~~\n| \\| ", chunk)]
        return found


def _file(suffix: str) -> Callable[[bytes], None]:
    def holds(data: bytes) -> None:
        for given in (data, _HEAD + data):
            try:
                article, notices = read(READERS[suffix], f"a{suffix}", given, CONFIG, is_dated=True)
            except LeftOutError:
                continue
            _check_article(article)
            assert all(notice.message.isprintable() for notice in notices)

    return holds


def _check_article(article: Article) -> None:
    text = article.text
    assert unicodedata.is_normalized("NFC", text)
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in text)
    for block in article.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
    for sentence in article.sentences:
        assert article.block_of(sentence).span.contains(sentence.span)


def _decoding(data: bytes) -> None:
    try:
        text = decoded(data).text
    except LeftOutError:
        return
    assert "\r" not in text
    # What was read once is read the same again.
    assert decoded(text.encode()).text == text


def _front_matter(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for fence in ("---", "+++"):
        whole = f"{fence}\n{text}\n{fence}\nMetin.\n"
        try:
            front = front_matter_of(whole)
        except LeftOutError:
            continue
        assert whole[: front.body].count("\n") == front.first_line - 1
        assert all(1 <= value.line <= front.first_line for value in front.fields.values())


def _moments(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    try:
        moment = moment_of(words, ZoneInfo("Europe/Istanbul"), day_first=True)
    except ImpossibleDateError:
        return
    assert 1899 <= moment.at.year <= 2200


def _dates(data: bytes) -> None:
    for language in ("tr", "en"):
        reading = reading_of(_plain(data, language), builtin_names())
        _check_facts(reading.article, find_dates(reading))


def _quotations(data: bytes) -> None:
    for language in ("tr", "en"):
        reading = reading_of(_plain(data, language), builtin_names())
        dates = find_dates(reading)
        _check_facts(reading.article, find_quotes(reading, find_names(reading, dates)))


def _article(data: bytes) -> None:
    for language in ("tr", "en"):
        article = _plain(data, language)
        found = find(article, builtin_names())
        assert not found.notices
        _check_facts(article, found.facts)
        assert found == find(article, builtin_names())


def _plain(data: bytes, language: str) -> Article:
    return article_from_text(
        "a", data.decode("utf-8", "replace"), language, moment_of("2025-12-04", _ZONE, day_first=True).at
    )


def _check_facts(article: Article, facts: Iterable[Fact]) -> None:
    for fact in facts:
        span = fact.evidence.span
        assert 0 <= span.start < span.end <= len(article.text)
        assert article.sentences[fact.evidence.sentence].span.start <= span.start


def _desk(data: bytes) -> None:
    for name in _DESK:
        desk, notices = read_desk({name: data}, CONFIG)
        assert all(1900 <= entry.day.year <= 2199 for entry in desk.agenda)
        assert all(notice.path == name for notice in notices)


def _page(data: bytes) -> None:
    try:
        pieces = pieces_of(data.decode("utf-8", "replace"))
    except ValueError:
        return
    assert all(piece.text == " ".join(piece.text.split()) for piece in pieces)


@cache
def _zone() -> ZoneInfo:
    return ZoneInfo("Europe/Istanbul")


_ZONE = _zone()
TARGETS: dict[str, Target] = {
    "decoding": Target(_decoding, ("articles/text.txt",)),
    "text": Target(_file(".txt"), ("articles/text.txt", "hostile/articles.txt")),
    "markdown": Target(_file(".md"), ("articles/markdown.txt", "hostile/articles.txt")),
    "front-matter": Target(_front_matter, ("articles/front-matter.txt", "hostile/articles.txt")),
    "moments": Target(_moments, ("articles/dates.txt",)),
    "dates": Target(_dates, ("dates/turkish.txt", "dates/english.txt")),
    "quotations": Target(_quotations, ("quotes/turkish.txt", "quotes/english.txt")),
    "article": Target(_article, ("key_sentences/turkish.txt", "quantities/english.txt", "hostile/articles.txt")),
    "desk": Target(_desk, ("hostile/desk.txt",)),
    "page": Target(_page, ("hostile/articles.txt",)),
}
