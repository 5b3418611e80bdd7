"""What the search reads: for each month its articles and their words, for all time the names, as small JSON files.

Words are in ASCII and parted by their first two letters, names by the first two letters of any of their words, so that
a reader fetches a few kilobytes for a query, and a changed day changes the files of its month alone.
"""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from briefings.languages.ascii import folded
from briefings.model import Output
from briefings.rendering.data_block import data_block
from briefings.rendering.look.labels import words_in
from briefings.rendering.site.names import folder_of
from briefings.rendering.site.shell import FOLDERS, POLICY, Place, edition_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from briefings.model.site import EditionDay, ListedName, SearchText
    from briefings.rendering.site.shell import Shell

DATA: Final = "search/data"
SCRIPT: Final = "assets/search.js"
_POLICY: Final = f"{POLICY}script-src 'self' file:; connect-src 'self'; form-action 'self'"
_ARTICLES: Final = 25
"""Of a month for each file of its words."""
_FILES: Final = 64
_WORD: Final = re.compile(r"[a-z0-9]{2,40}")
_KINDS: Final = {kind: place for place, kind in enumerate(FOLDERS)}


def search_pages(shell: Shell, markings: Collection[str | None]) -> Iterator[Output]:
    """Give the page of each language, and the first of them as the folder's own."""
    languages = shell.config.languages
    for file, language in [("index", languages[0]), *((code, code) for code in languages)]:
        words = words_in(language, shell.look)["site"]
        place = Place(f"search/{file}.html", language, words["search"], alike="search/*.html")
        told = {
            name: words[name]
            for name in ("nothing", "names_found", "texts_found", "more", "searching", "reached", "short")
        }
        told["markings"] = {marking: shell.words(marking, language) for marking in markings if marking}
        yield shell.page("search", place, markings, policy=_POLICY, told=data_block(told), script=SCRIPT)


def search_script() -> Output:
    """Give the script of the search page: a part of the programme, which no look replaces."""
    script = resources.files("briefings.rendering.site").joinpath("search.js")
    return Output(SCRIPT, "text/javascript; charset=utf-8", script.read_bytes())


def months_list(months: Iterable[tuple[str, int]]) -> Output:
    """Give the list of months, latest first, each with the number of its files of words."""
    return _json("months.json", sorted(([month, files_for(articles)] for month, articles in months), reverse=True))


def files_for(articles: int) -> int:
    """Give into how many files the words of so many articles are parted: a power of two."""
    number = 1
    while number * _ARTICLES < articles and number < _FILES:
        number *= 2
    return number


def month_files(month: str, editions: Iterable[tuple[EditionDay, Sequence[SearchText]]]) -> Iterator[Output]:
    """Give a month's articles, and their words in files: word and numbers of articles, latest first."""
    articles: list[list[Any]] = []
    found: dict[str, list[int]] = {}
    for edition, texts in editions:
        pages = {code: edition_page(edition.entry, code) for code in ("tr", "en")}
        for text in texts:
            for term in text.terms:
                found.setdefault(term, []).append(len(articles))
            day = edition.entry.day.isoformat()
            row = [text.title, text.language, text.outlet, day, text.article, text.rank, pages["tr"], pages["en"]]
            articles.append([*row, edition.entry.marking or ""])
    yield _json(f"{month}/articles.json", articles)
    number = files_for(len(articles))
    parts: list[dict[str, list[int]]] = [{} for _ in range(number)]
    for term in sorted(found):
        parts[part_of(term, number)][term] = found[term]
    for place, part in enumerate(parts):
        yield _json(f"{month}/{place}.json", part)


def part_of(term: str, number: int) -> int:
    """Give the file that holds a word; the script reckons the same."""
    return (ord(term[0]) * 31 + ord(term[1])) % number


def beginnings(name: ListedName) -> set[str]:
    """Give the first two letters of each word of a name, in both languages."""
    return {word[:2] for text in name.names for word in _WORD.findall(folded(text))}


def names_file(beginning: str, names: Iterable[ListedName]) -> Output:
    """Give the names that have a word beginning so: kind, folder, Turkish and English name."""
    rows = [[_KINDS[name.kind], folder_of(name.kind, name.key), *name.names] for name in names]
    return _json(f"names/{beginning}.json", rows)


def _json(path: str, value: object) -> Output:
    data = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    return Output(f"{DATA}/{path}", "application/json", data)
