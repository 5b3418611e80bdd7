"""Who did what in a Turkish sentence.

The verb stands last. Its subject is a name without case that no noun behind it possesses; who speaks is told by the
quotations; a passive has its actor before "tarafından". Names, places and dates count only where no participle stands
between them and the verb: they belong to the next verb behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.facts.deeds.scene import Told
from briefings.facts.deeds.tr.clauses import ALONE, behind_others, clause_of, stands, verb_of
from briefings.facts.deeds.tr.parts import counterpart, place_of, when_of
from briefings.languages.tr import deeds as forms
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Mention, Name, Scene
    from briefings.facts.deeds.tr.clauses import Clause

_LONGEST_PREDICATE: Final = 9
_JOINTS: Final = frozenset({"ve", "ile"})
_PARTICLES: Final = frozenset({"tarafından", "için", "sonra", "önce", "sırada", "zaman", "böylece", "ardından"})
_TIME_NOUNS: Final = frozenset({"günü", "gün", "tarihinde", "ayında", "yılında", "akşamı", "sabahı", "saatlerinde"})
_BELONGING: Final = ALONE | _JOINTS | _TIME_NOUNS | _PARTICLES
"""What belongs to the part of the sentence before it."""


def in_turkish(scene: Scene) -> Told:
    """Give what a sentence shows of who did what."""
    spoken = scene.spoken[-1] if scene.spoken else None
    verb = verb_of(scene)
    if spoken and (verb is None or spoken.first < verb[1] <= spoken.last):
        action = (spoken.first, spoken.last)
        clause = clause_of(scene, action if verb is None else verb)
        told = Told("deed-speaker", _heard(clause, spoken.speaker), action)
        begin = behind_others(clause, told.actor, settings=True)
        return replace(told, when=when_of(clause, begin), place=place_of(clause, begin)) if verb else told
    clause = clause_of(scene, verb or (len(scene.tokens), len(scene.tokens)))
    passive = verb is not None and forms.is_passive(clause.verb_word)
    told = _agent(clause) if passive else _subject(clause)
    begin = behind_others(clause, told.actor, settings=True)
    other = told.counterpart
    if other is None and verb and (told.actor or passive):
        other = counterpart(clause, told.actor, passive=passive)
    place, when = place_of(clause, begin), when_of(clause, begin)
    whole = Told(told.rule, told.actor, verb, None, other, place, when)
    return replace(whole, predicate=_predicate(clause, whole)) if verb else whole


def _heard(clause: Clause, speaker: Name | None) -> Name | None:
    """Give the speaker unless a noun before the name may be the subject: "Uzmanlar, … Zew … belirtti"."""
    own = next((mention for mention in clause.scene.mentions if mention.fact is speaker), None)
    if own and clause.opened < own.low and clause.scene.word(own.last) not in ALONE:
        return None
    return speaker


def _subject(clause: Clause) -> Told:
    """Give the subject: the first name of the clause that stands as one, with one that is joined to it."""
    scene = clause.scene
    for index, mention in enumerate(scene.mentions):
        if mention.first < clause.first or mention.last > clause.verb[0] or clause.cases[index]:
            continue
        if _is_subject(clause, mention):
            return Told("deed-subject", mention.fact, counterpart=_joined_with(clause, index))
    return Told("deed-unnamed")


def _is_subject(clause: Clause, mention: Mention) -> bool:
    scene = clause.scene
    following = scene.word(mention.last)
    if not mention.may_deal and following != ",":
        return False
    if following in ALONE or (following == "ve" and mention.last + 1 in scene.openings):
        return mention.low <= clause.opened or following != ","
    if mention.last <= clause.apart or clause.opened < mention.low:
        return False
    return mention.last == clause.verb[0] or stands(scene, mention)


def _joined_with(clause: Clause, index: int) -> Name | None:
    """Give the other one of two joined subjects: "A ve B", "A ile B"."""
    mentions, scene = clause.scene.mentions, clause.scene
    own = mentions[index]
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after and after.low == own.last + 1 and scene.word(own.last) == "ve":
        return after.fact
    before = mentions[index - 1] if index else None
    if before and own.low == before.last + 1 and scene.word(before.last) == "ile" and before.may_deal:
        return before.fact
    return None


def _agent(clause: Clause) -> Told:
    """Give who does it in a passive: before "tarafından", in the main clause."""
    scene = clause.scene
    begin = behind_others(clause, None, settings=False)
    for index, mention in enumerate(scene.mentions):
        by = scene.word(mention.last) == "tarafından"
        if by and mention.first >= begin:
            before = scene.mentions[index - 1] if index else None
            pair = before if before and before.last + 1 == mention.low and scene.word(before.last) in _JOINTS else None
            first = pair or mention
            return Told("deed-agent", first.fact, counterpart=mention.fact if pair else None)
    return Told("deed-unnamed")


def _predicate(clause: Clause, told: Told) -> tuple[int, int] | None:
    """Give the verb with what stands before it and is no other part; None when that is too much.

    A comma within a list and too long a phrase leave what stands behind the last participle: "bir sözleşme imzaladı".
    Where another name without case stands there, it may act as well.
    """
    scene, (verb, end) = clause.scene, clause.verb
    actor = max((mention.last for mention in scene.mentions if mention.fact is told.actor), default=verb)
    for mention, case in zip(scene.mentions, clause.cases, strict=True):
        acts = mention.fact.kind == "person" or mention.low == actor + 1
        if acts and actor <= mention.low < verb and not case and mention.fact is not told.counterpart:
            return None
    parts = {id(part) for part in (told.actor, told.counterpart, told.place, told.when) if part}
    names = (mention.last for mention in scene.mentions if id(mention.fact) in parts)
    begin = max([clause.first, *names, *(date.last for date in scene.dates if id(date.fact) in parts)])
    begin = own = _behind_particles(scene, begin, verb)
    participle = 0
    for place in range(begin, verb):
        word = scene.words[place]
        if word != "," and not forms.is_subordinate(word):
            continue
        if word == "," or forms.shares_subject(word) or forms.may_own_subject(word, ""):
            begin = place + 1
        if place not in scene.dated and forms.is_participle(word):
            participle = place + 1
    named = any(mention.last == begin - 1 for mention in scene.mentions)
    listed = (
        own < begin and scene.word(begin - 1) == "," and not named and not forms.is_subordinate(scene.word(begin - 2))
    )
    if participle >= begin and (listed or end - begin > _LONGEST_PREDICATE):
        begin = participle
    begin = _behind_particles(scene, begin, verb)
    return (begin, end) if end - begin <= _LONGEST_PREDICATE else None


def _behind_particles(scene: Scene, place: int, verb: int) -> int:
    """Pass over what belongs to the part before: "ise", "günü", "için"."""
    while place < verb and scene.word(place) in _BELONGING:
        place += 1
    return place
