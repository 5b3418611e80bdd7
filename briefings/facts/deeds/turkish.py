"""Who did what in a Turkish sentence.

The actor is the first name without a case suffix (or before "tarafından"); the action is the finite verb at the end
with the words of its idiom; a name with "ile" or -(y)lA is the counterpart, one in the dative too; a place in the
locative is where.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefings.model import Actor, Place, Span

if TYPE_CHECKING:
    from briefings.facts.deeds.scene import Name, Parts, Scene, VerbWords
    from briefings.languages.tokens import Token

_LOCATIVE: Final = frozenset({"da", "de", "ta", "te", "nda", "nde"})
_WITH: Final = frozenset({"la", "le", "yla", "yle"})
_DATIVE: Final = frozenset({"a", "e", "ya", "ye", "na", "ne"})
_NO_COUNTERPART: Final = frozenset({"göre", "kadar", "doğru", "rağmen"})
_LONGEST_ACTION: Final = 4
_WITHOUT_ACTING: Final = frozenset({"ile", "için", "gibi", "kadar"})
_POSSESSIVE: Final = ("leri", "ları", "sı", "si", "su", "sü")
_POSSESSED_CASE: Final = re.compile(r"[ıiuü](?:nd[ae]n?(?:ki)?|yl[ae])$")
"""How a noun ends that belongs to what stands before it: "limanlarından", "hattındaki", "kredisiyle"."""
_LIGHT_ENDING: Final = re.compile(r"[dt][ıiuü]|[ıiuü]yor|[ae]c[ae][kğ]|m[ıiuü]ş|[ıiuüae]r|m[ae]")


def in_turkish(scene: Scene) -> Parts:
    """Give actor, action, counterpart and place of a sentence."""
    action = _turkish_action(scene)
    actor = next((name for name in scene.names if _acts(name, scene)), None)
    others = [name for name in scene.names if actor is None or name.key != actor.key]
    counterpart = next((name for name in others if _is_counterpart(name, scene)), None)
    place = next((n for n in others if isinstance(n, Place) and _case_of(n, scene) in _LOCATIVE), None)
    return actor, action, counterpart, place


def _acts(name: Name, scene: Scene) -> bool:
    """Say whether a name stands as a subject: without case, its own or a joined name's, and no modifier."""
    behind = scene.behind(name)
    if behind is not None and behind.folded == "tarafından":
        return True
    if _case_of(name, scene) or _within_role(name, scene):
        return False
    if behind is None:
        return True
    return behind.folded not in _WITHOUT_ACTING and not _modified(name, behind, scene)


def _case_of(name: Name, scene: Scene) -> str:
    """Give a name's case suffix; "Cenevre ve Florida'da" puts both names into the locative."""
    suffix = scene.suffix(name)
    following = next((n for n in scene.names if n.evidence.span.start > name.evidence.span.start), None)
    behind = scene.behind(name)
    if suffix or following is None or behind is None:
        return suffix
    alike = name.key.partition(":")[0] == following.key.partition(":")[0]
    beside = behind.start == following.evidence.span.start
    joined = behind.folded == "ve" or (beside and (alike or name.kind == following.kind != "person"))
    starts = [word.start for word in scene.following(name)[:2]]
    return _case_of(following, scene) if joined and following.evidence.span.start in starts else ""


def _modified(name: Name, behind: Token, scene: Scene) -> bool:
    """Say whether a name only says which noun is meant: "Ukrayna heyetleri", "ABD Başkanı", "AB kredisiyle"."""
    if behind.start > name.evidence.span.end + 1:
        return False
    if _POSSESSED_CASE.search(behind.folded):
        return True
    if not isinstance(name, Place):
        return False
    if behind.capital:
        other = next((other for other in scene.names if other.evidence.span.start == behind.start), None)
        return other is None or (name.key.startswith("city:") and not _acts(other, scene))
    return behind.folded.endswith(_POSSESSIVE) or _compounded(name, scene)


def _compounded(name: Place, scene: Scene) -> bool:
    """Say whether a place begins a compound whose last word the sentence is about: "Mısır devlet alım kuruluşu, …"."""
    following = scene.following(name)
    for word, after in pairwise(following):
        if word.suffix or word.capital or word.folded.endswith(scene.verbs.endings):
            return False
        if _POSSESSED_CASE.search(after.folded):
            return True
        if after.start > word.after + 1:
            return after.start > word.end + 1 and word is not following[0]
    return False


def _within_role(name: Name, scene: Scene) -> bool:
    roles = (other.role_span for other in scene.names if isinstance(other, Actor))
    return any(span is not None and span.contains(name.evidence.span) for span in roles)


def _is_counterpart(name: Name, scene: Scene) -> bool:
    behind, suffix = scene.behind(name), scene.suffix(name)
    if behind is not None and behind.folded in _NO_COUNTERPART:
        return False
    if suffix == "" and _between(name, scene):
        return False
    together = suffix in _WITH or (not suffix and behind is not None and behind.folded == "ile")
    return together or (suffix in _DATIVE and (isinstance(name, Actor) or name.key.startswith("country:")))


def _between(name: Name, scene: Scene) -> bool:
    """Say whether a name is one end of a way: "Ankara ile Samsun arasındaki"."""
    return any(word.folded.startswith("aras") for word in scene.following(name))


def _turkish_action(scene: Scene) -> Span | None:
    """Give the finite verb at the end, with a light verb's noun ("ziyaret etti") or an idiom ("bir araya geldi")."""
    if not scene.words or not scene.words[-1].folded.endswith(scene.verbs.endings):
        return None
    last = scene.words[-1]
    if last.capital:
        return None
    for length in range(min(_LONGEST_ACTION, len(scene.words)), 1, -1):
        words = scene.words[-length:]
        if tuple(word.folded for word in words[:-1]) in scene.verbs.idioms:
            return Span(words[0].start, last.end)
    if (
        _is_light(last.folded, scene.verbs)
        and len(scene.words) > 1
        and scene.words[-2].kind == "word"
        and not scene.words[-2].capital
    ):
        return Span(scene.words[-2].start, last.end)
    return last.span


def _is_light(word: str, verbs: VerbWords) -> bool:
    """Say whether a verb needs the noun before it: a form of "et", "yap", "ol" …, not a verb that begins like one."""
    return any(word.startswith(stem) and _LIGHT_ENDING.match(word, len(stem)) for stem in verbs.light)
