"""With whom, where and when in the clause of an English verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.facts.deeds.en.layout import ARTICLES, CONJUNCTIONS, OWNED, Layout
from briefings.languages.en import deeds as forms
from briefings.model import Place

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Dated, Mention, Name
    from briefings.model import When

_NOUN_PHRASE: Final = ARTICLES | OWNED
_AHEAD: Final = CONJUNCTIONS | _NOUN_PHRASE | {"or"}
"""What a name does not go on with."""


def stands(layout: Layout, mention: Mention) -> bool:
    """Say whether a name is not part of a longer phrase: no "'s", no noun behind it."""
    scene = layout.scene
    if scene.suffix(mention):
        return False
    if mention.last >= len(scene.tokens) or mention.last in layout.dates:
        return True
    token = scene.tokens[mention.last]
    if token.kind != "word" or token.folded in _AHEAD or token.folded in forms.words_behind_names():
        return True
    return forms.is_adverb(token.folded)


def counterpart_of(layout: Layout, action: tuple[int, int], end: int, actor: Name | None) -> Name | None:
    """Give with or to whom: the object behind the verb, or a name behind "with", "against" or "to"."""
    scene, words = layout.scene, forms.deed_words()
    verb = scene.word(action[1] - 1)
    direct = layout.name_at(action[1])
    other = direct is not None and (actor is None or direct.fact.key != actor.key)
    if direct and other and direct.may_deal and verb not in words["be"] and stands(layout, direct):
        return direct.fact
    for at in range(action[1], end):
        word = scene.word(at)
        if word not in words["together"] and (word != "to" or verb in words["motion"] or at in layout.inside):
            if word.endswith("ing") or (word == "to" and verb in words["motion"]):
                return _with_somebody(layout, at, end)
            continue
        name = layout.name_at(at + 1)
        if name and name.may_deal and stands(layout, name) and (actor is None or name.fact.key != actor.key):
            return name.fact
        if word == "to" and name is None and not _is_noun_phrase(layout, at + 1):
            return None
    return None


def _with_somebody(layout: Layout, begin: int, end: int) -> Name | None:
    """Give the name behind "with" further on: "travel to Seoul with X"."""
    for at in range(begin, end):
        if layout.scene.word(at).endswith("ing"):
            return None
        name = layout.name_at(at + 1) if layout.scene.word(at) == "with" else None
        if name and name.may_deal and stands(layout, name):
            return name.fact
    return None


def _is_noun_phrase(layout: Layout, place: int) -> bool:
    return layout.scene.word(place) in _NOUN_PHRASE


def place_of(layout: Layout, begin: int, end: int) -> Place | None:
    """Give where: a place behind "in" or "at" in the verb's clause that belongs to no noun before it."""
    scene, words = layout.scene, forms.deed_words()
    for at in range(begin, end):
        word = scene.word(at)
        if _leads_on(layout, at):
            return None
        if word not in words["where"]:
            continue
        name = layout.name_at(at + 1)
        if name and isinstance(name.fact, Place) and not scene.suffix(name) and _tells_where(layout, name, at, begin):
            return name.fact
    return None


def _leads_on(layout: Layout, place: int) -> bool:
    """Say whether another action begins: "to" before a verb, a form in -ing."""
    word = layout.scene.words[place]
    if (word != "to" and not word.endswith("ing")) or place in layout.inside:
        return False
    infinitive = word == "to" and layout.name_at(place + 1) is None and not _is_noun_phrase(layout, place + 1)
    return infinitive or (word.endswith("ing") and len(word) > len("bring"))


def _tells_where(layout: Layout, name: Mention, preposition: int, begin: int) -> bool:
    before = preposition - 1
    if before < begin or before in layout.inside or before in layout.dated:
        return stands(layout, name)
    if name.fact.key.startswith("country:") or layout.scene.word(before) in forms.deed_words()["held"]:
        return False
    return stands(layout, name)


def leading_place(layout: Layout, subject: int) -> Place | None:
    """Give a place the sentence opens with: "In Vienna, …"."""
    if layout.scene.word(0) not in {"in", "at"} or not 0 < subject <= layout.first_verb:
        return None
    name = layout.name_at(1)
    alone = name is not None and layout.scene.word(name.last) == ","
    return name.fact if name and alone and isinstance(name.fact, Place) else None


def when_of(layout: Layout, action: tuple[int, int], end: int, begin: int) -> When | None:
    """Give when: a date that opens the sentence, stands between subject and verb, or in the verb's clause."""
    scene = layout.scene
    alone = layout.first_verb >= begin
    for date in scene.dates:
        leading = (
            alone
            and date.first <= 1
            and date.last <= begin
            and scene.word(0) in {"on", "in", "at", *_dated_words(layout)}
        )
        beside = begin <= date.first < action[0] and _is_adverbial(layout, date)
        if leading or (beside and date.last == action[0]):
            return date.fact
    for at in range(action[1], end):
        if _leads_on(layout, at):
            return None
        found = layout.dates.get(at)
        if found and _is_adverbial(layout, found):
            return found.fact
    return None


def _dated_words(layout: Layout) -> tuple[str, ...]:
    """Give the first word of the sentence when a date begins there."""
    return (layout.scene.word(0),) if 0 in layout.dates else ()


def _is_adverbial(layout: Layout, date: Dated) -> bool:
    """Say whether a date tells when, not which: "on Tuesday", not "the 2007 programme", "since May"."""
    scene, words = layout.scene, forms.deed_words()
    following = scene.tokens[date.last] if date.last < len(scene.tokens) else None
    after = (
        following is None
        or following.kind != "word"
        or following.folded in CONJUNCTIONS
        or following.folded in forms.words_behind_names()
        or forms.is_adverb(following.folded)
        or date.last == 0
    )
    verb_follows = following is not None and date.last in layout.verbs
    named = date.last in layout.names
    return (
        scene.word(date.first - 1) not in words["no_when"]
        and (after or verb_follows or named)
        and not scene.suffix(date)
    )
