"""The verb of an English sentence, and how far the words reach that may belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.facts.deeds.en.layout import ARTICLES, CONJUNCTIONS, STOPS, Layout, past_adverbs
from briefings.languages.en import deeds as forms
from briefings.languages.en.speech import speech_words

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Scene

_LONGEST_VERB: Final = 6
_HAVE: Final = frozenset({"has", "have", "had"})
_BEFORE_NOUNS: Final = ARTICLES | {"of", "their", "its"}


def first_verb(layout: Layout) -> int | None:
    """Give the first verb of the main clause, where nobody named is its subject."""
    scene, words = layout.scene, forms.deed_words()
    place, within = _behind_leading(layout), False
    for at in range(place, len(scene.tokens)):
        word = scene.words[at]
        within = within or word in words["breaks"]
        if at not in layout.verbs or at in layout.inside:
            continue
        apposed = scene.word(at - 1) == "," and word.endswith("ed")
        attribute = apposed or scene.word(at - 1) in _BEFORE_NOUNS or scene.word(at + 1) == "by"
        auxiliary = word in words["auxiliaries"]
        if within:
            within = False
        elif auxiliary or not attribute:
            return at
    return None


def _behind_leading(layout: Layout) -> int:
    """Give where the main clause begins behind a leading clause: "When X came, …"."""
    scene, words = layout.scene, forms.deed_words()
    if scene.word(0) not in words["leading"]:
        return 0
    commas = (place + 1 for place, token in enumerate(scene.tokens) if token.folded == ",")
    return next(commas, 0)


def end_of_verb(scene: Scene, verb: int) -> int:
    """Give where a verb ends: "has not yet agreed", "is expected to vote"; an adjective does not belong to it."""
    words = forms.deed_words()
    before_adverbs = words["auxiliaries"] | words["be"]
    end = place = verb + 1
    while place < min(verb + _LONGEST_VERB, len(scene.tokens)) and not scene.tokens[place].capital:
        word, last = scene.word(place), scene.word(end - 1)
        place += 1
        if forms.is_adverb(word) and last in before_adverbs:
            continue
        if not _goes_on(scene, last, word, place):
            break
        end = place
    return end - (scene.word(end - 1) == "to" and end - verb > 1)


def _goes_on(scene: Scene, last: str, word: str, following: int) -> bool:
    """Say whether a word goes on a verb that ends with `last` so far."""
    words = forms.deed_words()
    if word == "to":
        infinitive = following < len(scene.tokens) and not scene.tokens[following].capital
        return last in words["before_to"] and infinitive and scene.word(following) not in ARTICLES
    if last == "to" or (last in words["auxiliaries"] and last not in words["be"] and last not in _HAVE):
        return word not in ARTICLES and scene.tokens[following - 1].kind == "word"
    if last in words["be"] or last in _HAVE:
        participle = forms.is_participle(word) or word.endswith("ing")
        return participle or word in words["be"] or word in words["raising"]
    return False


def is_passive(scene: Scene, action: tuple[int, int]) -> bool:
    """Say whether a verb is passive: "was signed", not "was signing" or "is expected to sign"."""
    words = forms.deed_words()
    group = [scene.word(place) for place in range(*action)]
    last = group[-1]
    told = len(group) > 1 and forms.is_participle(last) and last not in words["be"] and last not in words["raising"]
    return told and any(word in words["be"] for word in group[:-1])


def tells_of_another(layout: Layout, begin: int, end: int) -> bool:
    """Say whether what follows a verb of speech is a clause of its own: "stated X left"."""
    said = layout.scene.word(begin - 1) in speech_words().verbs
    return said and any(at in layout.verbs and at not in layout.inside for at in range(begin, end))


def end_of_clause(layout: Layout, place: int) -> int:
    """Give where the words end that may belong to a verb."""
    scene, breaks = layout.scene, forms.deed_words()["breaks"]
    for at in range(place, len(scene.tokens)):
        word = scene.words[at]
        ends = word in breaks or (word in STOPS and _parts(scene, at)) or (word in CONJUNCTIONS and _joins(layout, at))
        if ends and at not in layout.inside:
            return at
    return len(scene.tokens)


def _parts(scene: Scene, place: int) -> bool:
    """Say whether a mark ends a clause: no dash between the numbers of a result, no stop of an abbreviation."""
    word = scene.words[place]
    if word == ".":
        return place + 1 == len(scene.tokens)
    if word not in {"–", "—"}:
        return True
    beside = scene.tokens[max(place - 1, 0)], scene.tokens[min(place + 1, len(scene.tokens) - 1)]
    return not all(token.kind == "number" for token in beside)


def _joins(layout: Layout, place: int) -> bool:
    """Say whether a conjunction begins another clause: a verb follows, or a name with its verb."""
    name = layout.name_at(place + 1)
    if name is not None and past_adverbs(layout, name.last) in layout.verbs:
        return True
    return past_adverbs(layout, place + 1) in layout.verbs or place + 2 in layout.verbs


def behind_told(layout: Layout, place: int) -> int:
    """Give where what is said begins behind a verb of speech: behind whom it is told and the day."""
    name = layout.name_at(place)
    return past_adverbs(layout, name.last if name else place)
