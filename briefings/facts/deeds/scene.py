"""A sentence cut for the search of who did what, and the words of its language that show it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.model import Actor, Place

if TYPE_CHECKING:
    from briefings.languages.tokens import Token
    from briefings.model import Span

Name = Actor | Place
Parts = tuple["Name | None", "Span | None", "Name | None", "Place | None"]
"""Actor, action, counterpart, place."""


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
    """A sentence cut for the search: words and names outside quotation marks."""

    words: tuple[Token, ...]
    names: tuple[Name, ...]
    verbs: VerbWords

    def behind(self, name: Name) -> Token | None:
        """Give the word after a name and its suffix."""
        return next((word for word in self.words if word.start >= name.evidence.span.end), None)

    def before(self, name: Name) -> Token | None:
        """Give the word before a name, articles passed over."""
        before = (word for word in reversed(self.words) if word.after <= name.evidence.span.start)
        return next((word for word in before if word.folded not in {"the", "a", "an"}), None)

    def precedes(self, word: Token, before: str) -> bool:
        """Say whether a word stands directly before another."""
        return any(one.folded == before and one.after + 1 >= word.start > one.start for one in self.words)

    def suffix(self, name: Name) -> str:
        """Give the case suffix behind a name's apostrophe."""
        return next((word.suffix for word in self.words if word.end == name.evidence.span.end), "")


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
