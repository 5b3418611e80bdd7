"""The names, dates and verbs of an English sentence by their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.languages.en import deeds as forms
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Mention, Scene

ARTICLES: Final = frozenset({"the", "a", "an"})
STOPS: Final = frozenset({",", ";", ":", "—", "–", ".", "!", "?"})
CONJUNCTIONS: Final = frozenset({"and", "but", "so", "yet"})
OWNED: Final = frozenset({"his", "her", "its", "their", "the", "a", "other"})


class Layout:
    """The scene's names and dates by their places."""

    def __init__(self, scene: Scene) -> None:
        """Lay them out once."""
        self.scene = scene
        self.names = {mention.low: mention for mention in scene.mentions}
        self.inside = {place: mention for mention in scene.mentions for place in range(mention.low, mention.last)}
        self.dates = {date.first: date for date in scene.dates}
        self.dated = {place: date for date in scene.dates for place in range(date.first, date.last)}
        words = scene.words
        self.verbs = frozenset(
            place
            for place, token in enumerate(scene.tokens)
            if token.kind == "word" and not token.capital and words[place - 1] != "to" and forms.is_finite(words[place])
        )
        """Where finite verbs stand."""
        self.first_verb = min(self.verbs, default=len(scene.tokens))

    def name_at(self, place: int) -> Mention | None:
        """Give the name that begins at a place, articles passed over."""
        while self.scene.word(place) in ARTICLES and place not in self.names:
            place += 1
        return self.names.get(place)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject with its verb."""

    mention: Mention
    joined: Mention | None
    """The other one of two."""
    many: bool
    """Whether there are more than two."""
    verb: int


def past_adverbs(layout: Layout, place: int) -> int:
    """Give the place behind adverbs and dates: "on Tuesday formally"."""
    scene = layout.scene
    while place < len(scene.tokens):
        word = scene.word(place)
        if place in layout.dates:
            place = layout.dates[place].last
        elif word in {"on", "in"} and place + 1 in layout.dates:
            place = layout.dates[place + 1].last
        elif forms.is_adverb(word) and place not in layout.verbs:
            place += 1
        else:
            break
    return place
