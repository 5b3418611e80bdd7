"""With whom, where and when in the main clause of a Turkish sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.facts.deeds.tr.clauses import behind_others
from briefings.languages.tr import deeds as forms
from briefings.model import Actor, Place

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Dated, Mention, Name
    from briefings.facts.deeds.tr.clauses import Clause
    from briefings.model import When

_LOCATIVE: Final = frozenset({"da", "de", "ta", "te", "nda", "nde", "daydı", "deydi", "taydı", "teydi"})
_WITH: Final = frozenset({"la", "le", "yla", "yle"})
_DATIVE: Final = frozenset({"a", "e", "ya", "ye", "na", "ne"})
_ACCUSATIVE: Final = frozenset({"ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü"})
_ABLATIVE: Final = frozenset({"dan", "den", "tan", "ten", "ndan", "nden"})
_DATING: Final = frozenset({"ayı", "yılı", "haftası", "çeyreği", "dönemi"})
"""Nouns of time that without a case say which, not when: "kasım ayı verileri"."""
_AFTER_DATES: Final = frozenset(
    {"tarihli", "itibaren", "kadar", "önce", "sonra", "beri", "dek", "göre", "gibi", "için", "dışında"}
)


def counterpart(clause: Clause, actor: Name | None, *, passive: bool) -> Name | None:
    """Give with or to whom: "X ile", "X'e", "X'i", and "X'ten" where something is asked for."""
    begin = behind_others(clause, None, settings=False)
    for index, mention in enumerate(clause.scene.mentions):
        inside = begin <= mention.first and mention.last <= clause.verb[0]
        if not inside or not mention.may_deal or (actor is not None and mention.fact.key == actor.key):
            continue
        if _deals(clause, mention, clause.cases[index], passive=passive):
            return mention.fact
    return None


def _deals(clause: Clause, mention: Mention, case: str, *, passive: bool) -> bool:
    scene, words = clause.scene, forms.deed_words()
    following, behind = scene.word(mention.last), scene.word(mention.last + 1)
    if following in words.sets["no_counterpart"]:
        return False
    if not case and following == "ile":
        alone = mention.last + 1 not in scene.openings
        return alone and behind not in words.sets["together_no"] and not passive
    if case in _WITH:
        return not passive
    verb = scene.word(clause.verb[0]), clause.verb_word
    if case in _DATIVE:
        return isinstance(mention.fact, Actor) or not any(word.startswith(words.starts["motion"]) for word in verb)
    if case in _ABLATIVE:
        return not passive and any(word.startswith(words.starts["from_whom"]) for word in verb)
    return case in _ACCUSATIVE and not passive


def place_of(clause: Clause, begin: int) -> Place | None:
    """Give where: the first place in the locative that belongs to the main verb, whose words begin at `begin`."""
    for mention, case in zip(clause.scene.mentions, clause.cases, strict=True):
        if mention.first >= begin and isinstance(mention.fact, Place) and case in _LOCATIVE:
            return mention.fact
    return None


def when_of(clause: Clause, begin: int) -> When | None:
    """Give when: the first date that belongs to the main verb, whose words begin at `begin`."""
    return next((one.fact for one in clause.scene.dates if one.first >= begin and _dates_verb(clause, one)), None)


def _dates_verb(clause: Clause, date: Dated) -> bool:
    scene = clause.scene
    last = scene.tokens[date.last - 1]
    which = last.kind == "number" or last.folded in _DATING
    bound = (
        last.folded.endswith("ki")
        or (which and not last.suffix)
        or (last.suffix != "" and last.suffix not in _LOCATIVE)
    )
    return date.last <= clause.verb[0] and not bound and scene.word(date.last) not in _AFTER_DATES
