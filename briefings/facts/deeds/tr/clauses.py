"""The last main clause of a Turkish sentence: its verb, and the cases of its names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from briefings.languages.casing import lower
from briefings.languages.tr import deeds as forms
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.deeds.scene import Mention, Name, Scene

_TO_HEAD: Final = 3
ALONE: Final = frozenset({",", "ise", "da", "de", "bile", "dahi"})
_BETWEEN_CLAUSES: Final = frozenset({",", "ve", "ancak", "ama", "fakat", ";", "ise"})
_LONGEST_IDIOM: Final = 4
_JOINS: Final = frozenset({"ile", "tarafından", "ve"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The last main clause of a sentence: its words from `first` on, its verb `verb[0]:verb[1]`."""

    scene: Scene
    first: int
    verb: tuple[int, int]
    cases: tuple[str, ...]
    """Of each mention of the scene, "" for none, "-" for one that only modifies what follows."""
    apart: int
    """Behind the last verb before the main one that may have a subject of its own; 0 for none."""
    opened: int
    """Behind the comma of the first bare noun that may itself be the subject; the length of the sentence for none."""

    @property
    def verb_word(self) -> str:
        """The verb itself, without its noun."""
        return self.scene.word(self.verb[1] - 1)


def verb_of(scene: Scene) -> tuple[int, int] | None:
    """Give the finite verb at the end with what belongs to it: "ziyaret etti", "bir araya geldi"."""
    end = len(scene.tokens)
    while end and scene.tokens[end - 1].kind == "mark":
        end -= 1
    last = scene.tokens[end - 1] if end else None
    if last is None or last.kind != "word" or last.suffix or not forms.is_finite(last.folded):
        return None
    if last.capital and end > 1 and not scene.tokens[end - 2].capital:
        return None
    for length in range(min(_LONGEST_IDIOM, end), 1, -1):
        if scene.words[end - length : end - 1] in forms.deed_words().idioms:
            return end - length, end
    before = scene.tokens[end - 2] if end > 1 else None
    if before and before.kind == "word" and not before.capital and forms.belongs_to_verb(before.folded, last.folded):
        return end - 2, end
    return end - 1, end


def clause_of(scene: Scene, verb: tuple[int, int]) -> Clause:
    """Lay out the clause of a verb: where it begins, and where other subjects may stand in it."""
    first, apart, opened = 0, 0, len(scene.tokens)
    for place, (word, after) in enumerate(pairwise(scene.words[: verb[0] + 1])):
        if after in _BETWEEN_CLAUSES and _ends_clause(scene, place):
            first, opened = place + 1 + (after != "ise"), len(scene.tokens)
        if forms.is_subordinate(word) and place not in scene.dated and forms.may_own_subject(word, after):
            apart = place + 1
        if after == "," and opened > place and _bare(scene, place):
            opened = place + 1
    return Clause(scene, first, verb, tuple(_cases(scene)), apart, opened)


def _ends_clause(scene: Scene, place: int) -> bool:
    """Say whether a word before a comma or conjunction is the verb of a main clause."""
    token = scene.tokens[place]
    if token.kind != "word" or token.capital or token.suffix or forms.is_participle(token.folded):
        return False
    return forms.is_finite(token.folded, within=True)


def _bare(scene: Scene, place: int) -> bool:
    """Say whether a word before a comma may be a subject itself: a noun without case that is no name."""
    token = scene.tokens[place]
    if token.kind != "word" or token.capital or token.suffix or token.folded in forms.deed_words().sets["openers"]:
        return False
    harmless = forms.is_cased(token.folded) or forms.is_subordinate(token.folded) or forms.is_finite(token.folded)
    return not harmless and token.folded[-1] not in "ae"


def _cases(scene: Scene) -> Sequence[str]:
    """Give the case of each mention; of joined names ("A, B ve C'de") all have that of the last."""
    found = [""] * len(scene.mentions)
    in_list = False
    for index in range(len(scene.mentions) - 1, -1, -1):
        mention = scene.mentions[index]
        following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
        own = _own_case(mention, scene)
        joint = scene.word(mention.last)
        joined = following is not None and following.low == mention.last + 1 and not own
        goes_on = joint == "," and in_list
        in_list = joined and (joint == "ve" or goes_on)
        if in_list and not goes_on and not found[index + 1] and not stands(scene, scene.mentions[index + 1]):
            found[index] = "-"
        elif in_list:
            found[index] = found[index + 1]
        else:
            found[index] = own or ("-" if following and _only_modifies(mention, following) else "")
    return found


def _only_modifies(mention: Mention, following: Mention) -> bool:
    """Say whether a name is part of the next one's words: "Bursa İnegöl'de", "Ukrayna Ulaştırma Bakanlığı"."""
    if following.low != mention.last:
        return False
    countries = mention.fact.key.startswith("country:") and following.fact.key.startswith("country:")
    return not countries and mention.fact.kind != "person"


def _own_case(mention: Mention, scene: Scene) -> str:
    """Give the case behind the apostrophe, or as part of the last word: "Bakanlığının"."""
    suffix = scene.suffix(mention)
    if suffix:
        return suffix
    name = lower(mention.fact.name, "tr").replace("’", "'").partition("'")[0].split()
    word = scene.word(mention.last - 1)
    ending = word.removeprefix(name[-1]) if name else word
    return ending if ending != word and len(ending) < len("larının") else ""


def stands(scene: Scene, mention: Mention) -> bool:
    """Say whether what follows a name begins another phrase, so that the name is not part of a longer one."""
    if mention.last >= len(scene.tokens):
        return True
    token = scene.tokens[mention.last]
    words = forms.deed_words().sets
    if token.folded in ALONE or token.kind == "number" or token.folded in words["beginning"]:
        return True
    if mention.last in scene.openings:
        return True
    if token.kind == "mark" or token.capital or token.folded in _JOINS or token.folded in words["behind_others"]:
        return False
    return _stands_before(token.folded, mention)


def _stands_before(word: str, mention: Mention) -> bool:
    """Say whether a common word behind a name leaves it alone."""
    if forms.is_finite(word) and not forms.is_possessed(word):
        return True
    if forms.is_participle(word):
        return False
    if forms.is_possessed(word):
        return False
    return forms.is_cased(word) or mention.fact.kind == "person"


def behind_others(clause: Clause, actor: Name | None, *, settings: bool) -> int:
    """Give where the words of the main verb begin: behind the last other verb.

    With `settings` one that tells of an event is passed over: "düzenlenen törende", "konuşan Aydın".
    """
    scene = clause.scene
    heads = {mention.low for mention in scene.mentions if actor is not None and mention.fact is actor}
    for place in range(clause.verb[0] - 1, clause.first - 1, -1):
        token = scene.tokens[place]
        other = not token.capital and place not in scene.dated and forms.is_subordinate(token.folded)
        if other and not (settings and _is_passed_over(clause, place, heads)):
            return place + 1
    return clause.first


def _is_passed_over(clause: Clause, place: int, heads: set[int]) -> bool:
    """Say whether when and where stand before a verb and are true of the main one too."""
    word = clause.scene.word(place)
    if forms.shares_subject(word):
        return True
    if word not in forms.deed_words().sets["settings"]:
        return False
    ahead = range(place + 1, min(place + 1 + _TO_HEAD, clause.verb[0]))
    return any(forms.is_locative(clause.scene.word(head)) or head in heads for head in ahead)
