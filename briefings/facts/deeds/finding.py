"""Who did what to whom, where and when: for each key sentence what its facts and its main verb give (5W).

Nothing is guessed: a part the sentence does not show by case, place or preposition stays None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.deeds.en import in_english
from briefings.facts.deeds.scene import joined, scene_of, within
from briefings.facts.deeds.tr import in_turkish
from briefings.model import Deed, Quote
from briefings.model.values import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.reading import Reading
    from briefings.languages.tokens import Token
    from briefings.model import Fact, Span

_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))
"""Marks that a predicate holds both of, or none."""


def find_deeds(reading: Reading, facts: Sequence[Fact], key_sentences: Sequence[int]) -> tuple[Deed, ...]:
    """Give what each key sentence says was done, in text order; one that shows neither actor nor action gives none."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault(fact.evidence.sentence, []).append(fact)
    said = joined(fact.evidence.span for fact in facts if isinstance(fact, Quote))
    told = (
        _own_claim(_deed(index, reading.tokens[index], by_sentence.get(index, []), reading.language), reading, said)
        for index in sorted(key_sentences)
    )
    return tuple(deed for deed in told if deed.actor or deed.action)


def _own_claim(deed: Deed, reading: Reading, said: Sequence[Span]) -> Deed:
    """Leave out a predicate that somebody said, for it is no claim of the article's, and one that cuts marks apart."""
    if deed.predicate is None or deed.action is None:
        return deed
    words = deed.predicate.of(reading.text)
    torn = words.count('"') % 2 or any(words.count(one) != words.count(other) for one, other in _PAIRS)
    return replace(deed, predicate=None) if torn or within(deed.action.start, said) else deed


def _deed(sentence: int, tokens: Sequence[Token], facts: Sequence[Fact], language: str) -> Deed:
    """Read one sentence. Linear in its words and facts."""
    scene = scene_of(tokens, facts)
    told = in_turkish(scene) if language == "tr" else in_english(scene)
    return Deed(
        sentence=sentence,
        rule=told.rule,
        actor=told.actor,
        action=scene.span(*told.action) if told.action else None,
        predicate=scene.span(*told.predicate) if told.predicate else None,
        counterpart=told.counterpart,
        place=told.place,
        when=told.when,
    )
