"""Who did what to whom, where and when: for each key sentence what its facts and its verb give (5W).

Nothing is guessed: a part the sentence does not show by case, place or preposition stays None.

- Turkish: the actor is the first name without a case suffix (or before "tarafından"); the action is the finite verb at
  the end with the words of its idiom; a name with "ile" or -(y)lA is the counterpart, one in the dative too; a place in
  the locative is where.
- English: the actor stands before the first finite verb (or behind "by" in a passive); names behind "with", "to",
  "against" and the like are the counterpart; a place behind "in" or "at" is where.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from briefings.languages.timex import days_of
from briefings.model import Actor, Deed, Place, Quote, Span, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.reading import Reading
    from briefings.languages.tokens import Token
    from briefings.model import Fact

Name = Actor | Place
_LOCATIVE: Final = frozenset({"da", "de", "ta", "te", "nda", "nde"})
_WITH: Final = frozenset({"la", "le", "yla", "yle"})
_DATIVE: Final = frozenset({"a", "e", "ya", "ye", "na", "ne"})
_LONGEST_ACTION: Final = 4
_WITHOUT_ACTING: Final = frozenset({"ile", "için", "gibi", "kadar"})
_POSSESSIVE: Final = ("leri", "ları", "sı", "si", "su", "sü")
_LIGHT_ENDING: Final = re.compile(r"[dt][ıiuü]|[ıiuü]yor|[ae]c[ae][kğ]|m[ıiuü]ş|[ıiuüae]r|m[ae]")
_LEADING_TO_BASE: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should", "to"})


@dataclass(frozen=True, slots=True)
class _VerbWords:
    """The closed word lists of deeds.toml."""

    endings: tuple[str, ...]
    light: frozenset[str]
    idioms: frozenset[tuple[str, ...]]
    auxiliaries: frozenset[str]
    past: frozenset[str]
    not_verbs: frozenset[str]
    counterpart: frozenset[str]
    where: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence cut for the search: words and names outside quotation marks."""

    words: tuple[Token, ...]
    names: tuple[Name, ...]
    verbs: _VerbWords

    def behind(self, name: Name) -> Token | None:
        """Give the word after a name and its suffix."""
        return next((word for word in self.words if word.start >= name.evidence.span.end), None)

    def before(self, name: Name) -> Token | None:
        """Give the word before a name, articles passed over."""
        before = (word for word in reversed(self.words) if word.after <= name.evidence.span.start)
        return next((word for word in before if word.folded not in {"the", "a", "an"}), None)

    def suffix(self, name: Name) -> str:
        """Give the case suffix behind a name's apostrophe."""
        return next((word.suffix for word in self.words if word.end == name.evidence.span.end), "")


def find_deeds(reading: Reading, facts: Sequence[Fact], key_sentences: Sequence[int]) -> tuple[Deed, ...]:
    """Give what each key sentence says was done, in text order; one that shows neither actor nor action gives none."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault(fact.evidence.sentence, []).append(fact)
    verbs = _verb_words(reading.language)
    told = (_deed(index, reading.tokens[index], by_sentence.get(index, []), verbs) for index in sorted(key_sentences))
    return tuple(deed for deed in told if deed.actor or deed.action)


def _deed(sentence: int, tokens: Sequence[Token], facts: Sequence[Fact], verbs: _VerbWords) -> Deed:
    quoted = [fact.evidence.span for fact in facts if isinstance(fact, Quote) and fact.direct]
    words = tuple(
        token for token in tokens if token.kind != "mark" and not any(span.contains(token.span) for span in quoted)
    )
    spoken = tuple(
        fact
        for fact in facts
        if isinstance(fact, Actor | Place) and not any(span.contains(fact.evidence.span) for span in quoted)
    )
    scene = _Scene(words, spoken, verbs)
    when = next((fact for fact in facts if isinstance(fact, When) and days_of(fact.value)), None)
    actor, action, counterpart, place = (_turkish if verbs.endings else _english)(scene)
    return Deed(sentence, actor, action, counterpart, place, when)


_Parts = tuple[Name | None, Span | None, Name | None, Place | None]


def _turkish(scene: _Scene) -> _Parts:
    action = _turkish_action(scene)
    actor = next((name for name in scene.names if _acts(name, scene)), None)
    others = [name for name in scene.names if actor is None or name.key != actor.key]
    counterpart = next((name for name in others if _is_counterpart(name, scene)), None)
    place = next((n for n in others if isinstance(n, Place) and _case_of(n, scene) in _LOCATIVE), None)
    return actor, action, counterpart, place


def _acts(name: Name, scene: _Scene) -> bool:
    """Say whether a name stands as a subject: without case, its own or a joined name's, and no modifier."""
    behind = scene.behind(name)
    if behind is not None and behind.folded == "tarafından":
        return True
    if _case_of(name, scene) or _within_role(name, scene):
        return False
    if behind is None:
        return True
    return behind.folded not in _WITHOUT_ACTING and not (isinstance(name, Place) and _modified(name, behind))


def _case_of(name: Name, scene: _Scene) -> str:
    """Give a name's case suffix; "Cenevre ve Florida'da" puts both names into the locative."""
    suffix = scene.suffix(name)
    following = next((n for n in scene.names if n.evidence.span.start > name.evidence.span.start), None)
    behind = scene.behind(name)
    if suffix or following is None or behind is None:
        return suffix
    alike = name.key.partition(":")[0] == following.key.partition(":")[0]
    joined = behind.folded == "ve" or (alike and behind.start == following.evidence.span.start)
    starts = [word.start for word in scene.words if word.start > name.evidence.span.end][:2]
    return _case_of(following, scene) if joined and following.evidence.span.start in starts else ""


def _modified(name: Place, behind: Token) -> bool:
    """Say whether a place only says which noun is meant: "Ukrayna heyetleri", "ABD Başkanı"."""
    if behind.start > name.evidence.span.end + 1:
        return False
    return behind.capital or behind.folded.endswith(_POSSESSIVE)


def _within_role(name: Name, scene: _Scene) -> bool:
    roles = (other.role_span for other in scene.names if isinstance(other, Actor))
    return any(span is not None and span.contains(name.evidence.span) for span in roles)


def _is_counterpart(name: Name, scene: _Scene) -> bool:
    behind, suffix = scene.behind(name), scene.suffix(name)
    together = suffix in _WITH or (not suffix and behind is not None and behind.folded == "ile")
    return together or (suffix in _DATIVE and (isinstance(name, Actor) or name.key.startswith("country:")))


def _turkish_action(scene: _Scene) -> Span | None:
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
    if _is_light(last.folded, scene.verbs) and len(scene.words) > 1 and not scene.words[-2].capital:
        return Span(scene.words[-2].start, last.end)
    return last.span


def _is_light(word: str, verbs: _VerbWords) -> bool:
    """Say whether a verb needs the noun before it: a form of "et", "yap", "ol" …, not a verb that begins like one."""
    return any(word.startswith(stem) and _LIGHT_ENDING.match(word, len(stem)) for stem in verbs.light)


def _english(scene: _Scene) -> _Parts:
    position, action = _english_action(scene)
    if action is None:
        return None, None, None, _english_place(scene)
    before = [name for name in scene.names if name.evidence.span.end <= action.start]
    after = [name for name in scene.names if name.evidence.span.start >= action.end]
    agent = next((name for name in after if _preceded(name, scene, frozenset({"by"}))), None)
    subject = next((name for name in before if not _preceded(name, scene, scene.verbs.where | {"of", "from"})), None)
    passive = scene.words[position].folded in {"was", "were", "is", "are", "been", "be"}
    actor = agent if passive and agent else subject
    counterpart = next((name for name in after if name is not actor and _meets(name, scene, action)), None)
    return actor, action, counterpart, _english_place(scene)


def _english_action(scene: _Scene) -> tuple[int, Span | None]:
    """Give the first finite verb behind the first name, else the first of all, with its auxiliaries."""
    first = min((name.evidence.span.end for name in scene.names), default=0)
    for start in (first, 0):
        for position, word in enumerate(scene.words):
            if word.start >= start and not word.capital and _finite(word.folded, scene.verbs):
                return position, Span(word.start, scene.words[_end_of_verb(scene, position)].end)
    return 0, None


def _finite(word: str, verbs: _VerbWords) -> bool:
    return word in verbs.auxiliaries or _past(word, verbs)


def _past(word: str, verbs: _VerbWords) -> bool:
    return word in verbs.past or (word.endswith("ed") and len(word) > len("seed") and word not in verbs.not_verbs)


def _end_of_verb(scene: _Scene, position: int) -> int:
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


def _meets(name: Name, scene: _Scene, action: Span) -> bool:
    before = scene.before(name)
    direct = before is not None and before.end == action.end and isinstance(name, Actor)
    return direct or _preceded(name, scene, scene.verbs.counterpart)


def _english_place(scene: _Scene) -> Place | None:
    return next((n for n in scene.names if isinstance(n, Place) and _preceded(n, scene, scene.verbs.where)), None)


def _preceded(name: Name, scene: _Scene, words: frozenset[str]) -> bool:
    before = scene.before(name)
    return before is not None and before.folded in words


@cache
def _verb_words(language: str) -> _VerbWords:
    text = files("briefings.languages").joinpath(language, "deeds.toml").read_text(encoding="utf-8")
    data: dict[str, str] = tomllib.loads(text)
    lists = {name: data.get(name, "").split() for name in ("endings", "light", "auxiliaries", "past", "not_verbs")}
    return _VerbWords(
        endings=tuple(lists["endings"]),
        light=frozenset(lists["light"]),
        idioms=frozenset(tuple(idiom.split()) for idiom in data.get("idioms", "").split(",") if idiom.strip()),
        auxiliaries=frozenset(lists["auxiliaries"]),
        past=frozenset(lists["past"]),
        not_verbs=frozenset(lists["not_verbs"]),
        counterpart=frozenset(data["counterpart"].split()),
        where=frozenset(data["where"].split()),
    )
