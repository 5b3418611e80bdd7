"""Standing questions, answered by today's sentences: each must hold what the question is about and what it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefings.languages.casing import lower
from briefings.languages.questions import asked_for
from briefings.languages.stems import stems_of
from briefings.model import Actor, Answer, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.model import Evidence, Question, Story
    from briefings.planning.material import Material

_ANSWERS: Final = 3
_NEEDED: Final = 2
"""Names or words of a question that an answering sentence holds at least, where the question has as many."""


def answers_to(questions: Sequence[Question], stories: Sequence[Story], material: Material) -> tuple[Answer, ...]:
    """Give each standing question with today's best sentences that answer it, best first; none is a good answer too."""
    ordered = [
        material.sentence(identity, index)
        for story in stories
        for identity in material.held(story)
        for index in material.found_in(identity).key_sentences
    ]
    return tuple(Answer(question, _sentences_for(question, ordered, material)) for question in questions)


def _sentences_for(question: Question, ordered: Sequence[Evidence], material: Material) -> tuple[Evidence, ...]:
    kinds = asked_for(question.text.tr, "tr") | asked_for(question.text.en, "en")
    found: list[tuple[int, int, Evidence]] = []
    for order, evidence in enumerate(ordered):
        hits, possible = _hits(question, evidence, material)
        if possible and hits >= min(_NEEDED, possible) and kinds <= _kinds_in(evidence, material):
            found.append((-hits, order, evidence))
    return tuple(evidence for _, _, evidence in sorted(found, key=lambda item: item[:2])[:_ANSWERS])


def _kinds_in(evidence: Evidence, material: Material) -> frozenset[str]:
    return frozenset(fact.kind for fact in material.facts_at(evidence))


def _hits(question: Question, evidence: Evidence, material: Material) -> tuple[int, int]:
    """Count what a sentence holds of what the question is about, and how much that is.

    A question that names nothing is about the content words of its own text in the sentence's language.
    """
    language = material.article(evidence.article).language
    if not question.about:
        text = question.text.in_language(language)
        wanted = frozenset(stems_of(text, 0, len(text), language))
        return len(wanted & material.stems(evidence)), len(wanted)
    keys = {fact.key for fact in material.facts_at(evidence) if isinstance(fact, Actor | Place)}
    words = lower(material.words(evidence), language)
    held = (wanted in keys or _begins_a_word(lower(wanted, language), words) for wanted in question.about)
    return sum(held), len(question.about)


def _begins_a_word(wanted: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wanted)}", words) is not None
