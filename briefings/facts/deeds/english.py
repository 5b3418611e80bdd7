"""Who did what in an English sentence.

The actor stands before the first finite verb (or behind "by" in a passive); names behind "with", "to", "against" and
the like are the counterpart; a place behind "in" or "at" is where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefings.model import Actor, Place, Span

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Name, Parts, Scene, VerbWords

_LEADING_PLACES: Final = frozenset({"of", "from", "to", "with", "around", "for", "into", "on"})
_TOWARDS: Final = frozenset({"to", "for", "between"})
_LEADING_TO_BASE: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should", "to"})


def in_english(scene: Scene) -> Parts:
    """Give actor, action, counterpart and place of a sentence."""
    position, action = _english_action(scene)
    if action is None:
        return None, None, None, _english_place(scene)
    before = [name for name in scene.names if name.evidence.span.end <= action.start]
    after = [name for name in scene.names if name.evidence.span.start >= action.end]
    agent = next((name for name in after if _preceded(name, scene, frozenset({"by"}))), None)
    subject = next((name for name in before if _may_act(name, scene)), None)
    passive = scene.words[position].folded in {"was", "were", "is", "are", "been", "be"}
    actor = agent if passive and agent else subject
    counterpart = next((name for name in after if name is not actor and _meets(name, scene, action)), None)
    return actor, action, counterpart, _english_place(scene)


def _may_act(name: Name, scene: Scene) -> bool:
    """Say whether nothing shows that a name is no subject: no preposition before it, no "'s" behind it."""
    return scene.suffix(name) != "s" and not _preceded(name, scene, _LEADING_PLACES | scene.verbs.where)


def _english_action(scene: Scene) -> tuple[int, Span | None]:
    """Give the first finite verb behind the first name that may act, else the first of all, with its auxiliaries."""
    first = min((name.evidence.span.end for name in scene.names if _may_act(name, scene)), default=0)
    for start in (first, 0):
        for position, word in enumerate(scene.words):
            if word.start >= start and not word.capital and _finite(word.folded, scene.verbs):
                return position, Span(word.start, scene.words[_end_of_verb(scene, position)].end)
    return 0, None


def _finite(word: str, verbs: VerbWords) -> bool:
    return word in verbs.auxiliaries or _past(word, verbs)


def _past(word: str, verbs: VerbWords) -> bool:
    return word in verbs.past or (word.endswith("ed") and len(word) > len("seed") and word not in verbs.not_verbs)


def _end_of_verb(scene: Scene, position: int) -> int:
    """Give the place of the verb's last word: "has not yet agreed", "will meet"; an adjective does not belong to it."""
    end, at = position, position
    while scene.words[end].folded in scene.verbs.auxiliaries | {"to"} and at + 1 < len(scene.words):
        at += 1
        word = scene.words[at]
        if word.capital:
            break
        if word.folded in {"not", "also", "yet", "never", "already"} or word.folded.endswith("ly"):
            continue
        base = scene.words[end].folded in _LEADING_TO_BASE
        if not base and not _finite(word.folded, scene.verbs) and not word.folded.endswith(("en", "ing")):
            break
        end = at
    return end


def _meets(name: Name, scene: Scene, action: Span) -> bool:
    before = scene.before(name)
    if before is None or scene.precedes(before, "according"):
        return False
    direct = before.end == action.end and isinstance(name, Actor)
    country = isinstance(name, Actor) or name.key.startswith("country:")
    return direct or (before.folded in scene.verbs.counterpart and (country or before.folded not in _TOWARDS))


def _english_place(scene: Scene) -> Place | None:
    return next((n for n in scene.names if isinstance(n, Place) and _preceded(n, scene, scene.verbs.where)), None)


def _preceded(name: Name, scene: Scene, words: frozenset[str]) -> bool:
    before = scene.before(name)
    return before is not None and before.folded in words
