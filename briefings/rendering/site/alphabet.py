"""The indexes of people, organisations and places in the alphabet of the reader's language, a page for each letter.

A letter with very many names is parted by its second letter, and so on: a new name changes the pages it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefings.languages.casing import capitalised
from briefings.languages.collation import filed_under, sort_key
from briefings.rendering.site.names import folder_of
from briefings.rendering.site.shell import FOLDERS, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefings.model import Output
    from briefings.model.site import ListedName, NameKind
    from briefings.rendering.site.shell import Shell

MOST: Final = 400
"""Names on a page, where another letter parts them."""
_DEEPEST: Final = 4
OTHER: Final = "#"
"""Where names without a letter or digit are filed."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name as it is listed."""

    text: str
    path: str
    count: int


def letter_of(name: str, language: str) -> str:
    """Give the letter a name is filed under."""
    return filed_under(name, language)[:1] or OTHER


def index_page(
    shell: Shell, language: str, kind: NameKind, letters: Mapping[str, int], names: Sequence[ListedName]
) -> Output:
    """Give the first page of an index: its letters, and all names where they have room."""
    place = _place(shell, kind, language, "")
    order = sorted(letters, key=lambda letter: sort_key(letter, language))
    folder = f"{language}/{FOLDERS[kind]}"
    listed = [
        (capitalised(letter, language), "" if names else f"{folder}/{file_of(letter)}", letters[letter])
        for letter in order
    ]
    groups = _grouped(names, language)
    markings = {name.marking for name in names}
    return shell.page("alphabet", place, markings, letters=listed, groups=groups, parts=())


def letter_pages(
    shell: Shell, language: str, kind: NameKind, letter: str, names: Sequence[ListedName]
) -> Iterator[Output]:
    """Give the pages of the names under a letter."""
    yield from _parted(shell, language, kind, letter, sorted(names, key=lambda one: _key(one, language)))


def _parted(shell: Shell, language: str, kind: NameKind, prefix: str, names: Sequence[ListedName]) -> Iterator[Output]:
    place = _place(shell, kind, language, prefix)
    markings = {name.marking for name in names}
    if len(names) <= MOST or len(prefix) == _DEEPEST:
        yield shell.page("alphabet", place, markings, letters=(), groups=_grouped(names, language), parts=())
        return
    folder = f"{language}/{FOLDERS[kind]}"
    longer = len(prefix) + 1
    within = {
        part: list(found)
        for part, found in groupby(names, lambda name: filed_under(_own(name, language), language)[:longer])
    }
    short, rest = within.pop(prefix, []), within
    parts = [(capitalised(part, language), f"{folder}/{file_of(part)}", len(found)) for part, found in rest.items()]
    yield shell.page("alphabet", place, markings, letters=(), groups=_grouped(short, language), parts=parts)
    for part, found in rest.items():
        yield from _parted(shell, language, kind, part, found)


def file_of(prefix: str) -> str:
    """Give the file of a letter: "a.html"; of one that is not ASCII its code point: "u00e7.html"."""
    parts = (one if one.isascii() and one.isalnum() else f"u{ord(one):04x}" for one in prefix)
    return f"{''.join(parts)}.html"


def _place(shell: Shell, kind: NameKind, language: str, prefix: str) -> Place:
    title, folder = shell.word(language, f"index.{kind}"), f"{language}/{FOLDERS[kind]}"
    if not prefix:
        return Place(f"{folder}/index.html", language, title, alike=f"*/{FOLDERS[kind]}/index.html")
    return Place(f"{folder}/{file_of(prefix)}", language, f"{title}: {capitalised(prefix, language)}")


def _grouped(names: Sequence[ListedName], language: str) -> list[tuple[str, list[NameEntry]]]:
    """Give names in order, under their letters."""
    ordered = sorted(names, key=lambda one: _key(one, language))
    return [
        (capitalised(letter, language), [_entry(one, language) for one in found])
        for letter, found in groupby(ordered, lambda one: letter_of(_own(one, language), language))
    ]


def _entry(name: ListedName, language: str) -> NameEntry:
    return NameEntry(_own(name, language), f"{language}/{folder_of(name.kind, name.key)}/index.html", name.count)


def _key(name: ListedName, language: str) -> tuple[object, ...]:
    own = _own(name, language)
    return not filed_under(own, language), sort_key(own, language), name.key


def _own(name: ListedName, language: str) -> str:
    return name.names[0 if language == "tr" else 1]
