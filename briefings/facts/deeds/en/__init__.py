"""Who did what in an English sentence.

The subject is a name with its verb directly behind it, appositions, relative clauses, adverbs and dates passed over; a
name within a longer phrase ("NATO ministers", "the president of Chile") is none. In "X said (that) Y did" X acts, for
that is the sentence's own claim; in "Y did, X said" the clause in front is what the sentence tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.facts.deeds.en.layout import ARTICLES, CONJUNCTIONS, STOPS, Layout, Subject
from briefings.facts.deeds.en.parts import counterpart_of, leading_place, place_of, stands, when_of
from briefings.facts.deeds.en.subjects import subject_of
from briefings.facts.deeds.en.verbs import (
    behind_told,
    end_of_clause,
    end_of_verb,
    first_verb,
    is_passive,
    tells_of_another,
)
from briefings.facts.deeds.scene import Told
from briefings.languages.en import deeds as forms
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Mention, Scene, Spoken
    from briefings.model import Place, When

_LONGEST_PREDICATE: Final = 14
_ENDS: Final = STOPS | CONJUNCTIONS
_JOINTS: Final = CONJUNCTIONS | {"or"}


def in_english(scene: Scene) -> Told:
    """Give what a sentence shows of who did what."""
    layout = Layout(scene)
    subject = next(filter(None, (subject_of(layout, mention) for mention in scene.mentions)), None)
    verb = subject.verb if subject else first_verb(layout)
    spoken = _speech(scene, verb, found=subject is not None)
    if spoken is not None:
        action = spoken.first, spoken.last
        told = Told("deed-speaker", spoken.speaker)
    elif verb is not None:
        action = verb, end_of_verb(scene, verb)
        told = _active(layout, subject, action)
    else:
        return Told("deed-unnamed")
    told = _with_parts(layout, told, action, spoken, subject.mention.low if subject else action[0])
    return replace(told, predicate=None) if subject and subject.many else told


def _with_parts(layout: Layout, told: Told, action: tuple[int, int], spoken: Spoken | None, begin: int) -> Told:
    """Add the verb, with whom, where, when and the predicate; the subject's words begin at `begin`."""
    end = end_of_clause(layout, action[1])
    says = spoken is not None or tells_of_another(layout, action[1], end)
    if says and not (spoken and spoken.direct):
        end = behind_told(layout, action[1])
    counterpart = told.counterpart
    if counterpart is None and (spoken is None or layout.scene.word(action[1] - 1) in forms.deed_words()["told_to"]):
        counterpart = counterpart_of(layout, action, end, told.actor)
    place = place_of(layout, action[1], end) or leading_place(layout, begin)
    when = when_of(layout, action, end, begin)
    predicate = None if says else _predicate(layout, action, end, [place, when])
    return replace(told, action=action, predicate=predicate, counterpart=counterpart, place=place, when=when)


def _speech(scene: Scene, verb: int | None, *, found: bool) -> Spoken | None:
    """Give the quotation whose verb is the sentence's, or, where there is no subject, one of direct speech."""
    for spoken in scene.spoken:
        if verb is not None and spoken.first <= verb < spoken.last:
            return spoken
    direct = (spoken for spoken in scene.spoken if spoken.direct and spoken.speaker)
    return None if found else next(direct, None)


def _active(layout: Layout, subject: Subject | None, action: tuple[int, int]) -> Told:
    """Give actor and, for two subjects or in a passive, counterpart."""
    first = subject.mention if subject else None
    second = subject.joined if subject else None
    if not is_passive(layout.scene, action):
        rule = "deed-subject" if first else "deed-unnamed"
        return Told(rule, first.fact if first else None, counterpart=second.fact if second else None)
    agent = _agent(layout, action[1])
    if agent is None:
        return Told("deed-unnamed")
    other = layout.name_at(agent.last + 1) if layout.scene.word(agent.last) == "and" else None
    other = first if first and first.may_deal else other
    return Told("deed-agent", agent.fact, counterpart=other.fact if other else None)


def _agent(layout: Layout, place: int) -> Mention | None:
    """Give the name behind "by" in the clause of a passive."""
    scene = layout.scene
    for at in range(place, min(place + _LONGEST_PREDICATE, len(scene.tokens))):
        if scene.word(at) in _ENDS or scene.word(at) in forms.deed_words()["breaks"]:
            return None
        if scene.word(at) == "by":
            name = layout.name_at(at + 1)
            return name if name and name.may_deal and stands(layout, name) else None
    return None


def _predicate(
    layout: Layout, action: tuple[int, int], end: int, parts: list[Place | When | None]
) -> tuple[int, int] | None:
    """Give the verb with what follows it up to the next clause or another of the parts; None when that is too much."""
    scene = layout.scene
    for at in range(action[1], end):
        name, date = layout.inside.get(at), layout.dates.get(at)
        if (name and name.fact in parts) or (date and date.fact in parts):
            start = at - (scene.word(at - 1) in ARTICLES)
            end = start - (scene.word(start - 1) in forms.deed_words()["prepositions"])
            break
    while end > action[1] and (scene.word(end - 1) in _JOINTS or scene.tokens[end - 1].kind == "mark"):
        end -= 1
    end += scene.word(end) == "." and len(scene.word(end - 1)) == 1
    return (action[0], max(end, action[1])) if end - action[0] <= _LONGEST_PREDICATE else None
