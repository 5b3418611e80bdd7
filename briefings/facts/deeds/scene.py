"""A sentence cut for the search of who did what, and the words of its language that show it."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import attrgetter
from typing import TYPE_CHECKING

from briefings.model import Actor, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.languages.tokens import Token
    from briefings.model import Span

Name = Actor | Place
Parts = tuple["Name | None", "Span | None", "Name | None", "Place | None"]
"""Actor, action, counterpart, place."""


_FEW = 5
_start_of = attrgetter("start")
_end_of = attrgetter("end")


@dataclass(frozen=True, slots=True)
class VerbWords:
    """The closed word lists of deeds.toml."""

    endings: tuple[str, ...]
    light: frozenset[str]
    idioms: frozenset[tuple[str, ...]]
    auxiliaries: frozenset[str]
    past: frozenset[str]
    not_verbs: frozenset[str]
    counterpart: frozenset[str]
    where: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence cut for the search: words and the first names, outside quotation marks."""

    words: tuple[Token, ...]
    names: tuple[Name, ...]
    verbs: VerbWords

    def following(self, name: Name) -> Sequence[Token]:
        """Give the few words after a name and its suffix."""
        first = bisect_left(self.words, name.evidence.span.end, key=_start_of)
        return self.words[first : first + _FEW]

    def behind(self, name: Name) -> Token | None:
        """Give the word after a name and its suffix."""
        return next(iter(self.following(name)), None)

    def before(self, name: Name) -> Token | None:
        """Give the word before a name, articles passed over."""
        last = bisect_left(self.words, name.evidence.span.start, key=_start_of)
        before = reversed(self.words[max(0, last - _FEW) : last])
        return next((word for word in before if word.folded not in {"the", "a", "an"}), None)

    def precedes(self, word: Token, before: str) -> bool:
        """Say whether a word stands directly before another."""
        last = bisect_left(self.words, word.start, key=_start_of)
        return last > 0 and self.words[last - 1].folded == before

    def suffix(self, name: Name) -> str:
        """Give the case suffix behind a name's apostrophe."""
        last = bisect_left(self.words, name.evidence.span.end, key=_end_of)
        found = self.words[last : last + 1]
        return found[0].suffix if found and found[0].end == name.evidence.span.end else ""


@cache
def verb_words(language: str) -> VerbWords:
    """Give the words of deeds.toml of "tr" or "en"."""
    text = files("briefings.languages").joinpath(language, "deeds.toml").read_text(encoding="utf-8")
    data: dict[str, str] = tomllib.loads(text)
    lists = {name: data.get(name, "").split() for name in ("endings", "light", "auxiliaries", "past", "not_verbs")}
    return VerbWords(
        endings=tuple(lists["endings"]),
        light=frozenset(lists["light"]),
        idioms=frozenset(tuple(idiom.split()) for idiom in data.get("idioms", "").split(",") if idiom.strip()),
        auxiliaries=frozenset(lists["auxiliaries"]),
        past=frozenset(lists["past"]),
        not_verbs=frozenset(lists["not_verbs"]),
        counterpart=frozenset(data["counterpart"].split()),
        where=frozenset(data["where"].split()),
    )
