"""The subject of an English sentence: a name with its verb directly behind it.

Appositions, relative clauses, adverbs and dates are passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.facts.deeds.en.layout import CONJUNCTIONS, OWNED, STOPS, Layout, Subject, past_adverbs
from briefings.languages.en import deeds as forms

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Mention

_NEAR: Final = 9
"""Words that are looked at before a name."""
_LONGEST_APPOSITION: Final = 30
_LONGEST_LIST: Final = 20
_WITHIN_PHRASES: Final = frozenset({"of", "in", "at", "from", "for"})


def subject_of(layout: Layout, mention: Mention) -> Subject | None:
    """Give a name as the subject with its verb, None when it is none."""
    scene = layout.scene
    if scene.suffix(mention) or not _begins_clause(layout, mention):
        return None
    place, joined, count = _past_joined(layout, mention)
    place = _past_phrase(layout, place)
    if scene.word(place) == ",":
        place = _past_apposition(layout, place, apposed=scene.word(mention.first - 1) == ",")
    place = past_adverbs(layout, place)
    if place not in layout.verbs:
        return None
    noun = scene.word(place) in forms.deed_words()["presents"] and place + 1 in layout.verbs
    noun = noun or (scene.word(place - 1) == "," and place == mention.last + 1 and scene.word(mention.first - 1) != ",")
    return None if noun else Subject(mention, joined, count > 1, place)


def _begins_clause(layout: Layout, mention: Mention) -> bool:
    """Say whether nothing but articles, adverbs, dates and, for a person, a description stands before a name."""
    scene, words = layout.scene, forms.deed_words()
    place = mention.low
    for _ in range(_NEAR):
        place -= 1
        word = scene.word(place)
        if place < 0 or word in STOPS:
            return place < 0 or _opens_after_stop(layout, mention, place)
        date = layout.dated.get(place)
        if date is not None:
            place = date.first
            if scene.word(place - 1) in {"on", "in"}:
                place -= 1
            continue
        if word in words["before_names"] or forms.is_adverb(word):
            if word in CONJUNCTIONS and not _opens_after_and(layout, place):
                return False
            if word in CONJUNCTIONS:
                return True
            continue
        if not _describes(layout, place, mention):
            return False
    return False


def _describes(layout: Layout, place: int, mention: Mention) -> bool:
    """Say whether a word before a person's name may belong to it: "co-founder Ann Lee", "US President Ann Lee"."""
    words, token = forms.deed_words(), layout.scene.tokens[place]
    if mention.fact.kind != "person" or (place in layout.inside and layout.scene.suffix(layout.inside[place]) != "s"):
        return place in layout.inside and mention.fact.kind == "person" and layout.inside[place].fact.kind != "person"
    word = token.folded
    return not (
        word in words["prepositions"] or word in words["breaks"] or word.endswith("ing") or place in layout.verbs
    )


def _opens_after_stop(layout: Layout, mention: Mention, stop: int) -> bool:
    """Say whether a main clause can begin behind a comma: after a leading phrase, or before a person's name."""
    if layout.scene.word(stop) in {";", ":"}:
        return True
    if layout.scene.word(0) in forms.deed_words()["leading"] or layout.scene.word(0).endswith("ing"):
        return True
    return layout.first_verb > stop and (mention.fact.kind == "person" or 0 in layout.dated)


def _opens_after_and(layout: Layout, place: int) -> bool:
    """Say whether "and" or "but" opens a main clause: at the beginning, or behind a comma."""
    return place == 0 or layout.scene.word(place - 1) in STOPS


def _past_joined(layout: Layout, mention: Mention) -> tuple[int, Mention | None, int]:
    """Give where a list of names ends that begins with a mention, the other one of two, and how many there are more."""
    scene, place, count = layout.scene, mention.last, 0
    joined: Mention | None = None
    while scene.word(place) in {"and", ",", "&"} and count < _LONGEST_LIST:
        joint = place + 1 + (scene.word(place + 1) == "and")
        following = layout.name_at(joint)
        if following is None or (scene.word(place) == "," and not _list_goes_on(layout, following)):
            break
        count += 1
        joined = following if count == 1 else None
        place = following.last
    if scene.word(place) == "and" and scene.word(place + 1) in OWNED:
        ahead = (at for at in range(place + 2, place + 6) if at in layout.verbs)
        place = next(ahead, place)
    return place, joined, count


def _list_goes_on(layout: Layout, mention: Mention) -> bool:
    """Say whether a name behind a comma is followed by another one: "A, B and C"."""
    if layout.scene.word(mention.last) not in {"and", ","}:
        return False
    following = mention.last + 1 + (layout.scene.word(mention.last + 1) == "and")
    return layout.name_at(following) is not None


def _past_phrase(layout: Layout, place: int) -> int:
    """Pass over a place that belongs to a name: "X at Y", "X of Y"."""
    if layout.scene.word(place) in _WITHIN_PHRASES:
        following = layout.name_at(place + 1)
        if following is not None:
            return following.last
    return place


def _past_apposition(layout: Layout, comma: int, *, apposed: bool) -> int:
    """Give where the verb stands behind an apposition or relative clause; the comma's place when none follows.

    A name may be `apposed` itself: "the head of the fund, Ann Lee, resigned".
    """
    scene = layout.scene
    for place in range(comma + (not apposed), min(comma + _LONGEST_APPOSITION, len(scene.tokens) - 1)):
        if scene.word(place) in {";", ":"}:
            break
        if scene.word(place) == ",":
            verb = past_adverbs(layout, place + 1)
            if verb in layout.verbs:
                return verb
    return comma
