"""What kind of name an unknown capitalised word is, where nothing in the article tells it for sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.names.neighbours import word_before, word_behind
from briefings.model.values import replace

if TYPE_CHECKING:
    from briefings.facts.names.evidence import Evidence, Form
    from briefings.facts.names.parts import Line, Part, PartKind
    from briefings.languages.names.vocabulary import Vocabulary

_DERIVED = (
    "ism", "isms", "ist", "ists", "ian", "ians", "ans", "ese", "ish", "ial", "ional", "ing", "ly", "tion", "tions",
    "ness", "ment", "ments", "ships", "ities", "ity", "ages", "ings", "ors", "ers", "ics", "ous", "ful", "ic", "ical",
    "ive", "phobia", "philia", "ology", "cracy", "nomics",
)  # fmt: skip
_CASES = (
    "a", "e", "ya", "ye", "ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "da", "de", "ta", "te", "dan", "den", "tan",
    "ten", "ın", "in", "un", "ün", "nın", "nin", "nun", "nün",
)  # fmt: skip
_SUBJECT_VERBS = frozenset(
    {
        "has", "had", "is", "was", "will", "would", "did", "does", "can", "could", "made", "took", "gave", "came",
        "went", "became", "began", "won", "lost", "left", "met", "led", "held", "also", "who",
    }
)  # fmt: skip
_BEFORE_THINGS = frozenset({"the", "a", "an", "on", "with", "using", "used", "uses", "via", "into"})
_BEING = frozenset({"is", "was"})
_CALLINGS = ("er", "or", "ist", "ian", "man", "woman", "ese", "ish", "ican")
SHORTEST_STEM = 3
ENOUGH_SENTENCES = 5
"""An article of so many names a person more than once, or says who he is."""


def is_derived(word: str) -> bool:
    """Say whether an English word is made from another rather than a name ("Marxism", "Mexicans")."""
    return word.endswith(_DERIVED)


def is_small_word(word: str, words: Vocabulary) -> bool:
    """Say whether texts of the language write a word small, in Turkish also one with a case ending ("tatbikat|a")."""
    if word in words.common:
        return True
    return words.language == "tr" and any(
        word.endswith(ending) and len(word) - len(ending) > SHORTEST_STEM and word[: -len(ending)] in words.common
        for ending in _CASES
    )


def guessed(line: Line, part: Part, form: Form, evidence: Evidence) -> Part | None:
    """Guess the kind of a name that nothing in the article tells."""
    if part.kind != "unknown":
        return part
    if line.words.language == "tr":
        kind: PartKind = "organization" if part.rule == "before-office" else "person"
        return replace(part, kind=kind) if part.rule != "capitals" else None
    return _guessed_english(line, part, form, evidence)


def _guessed_english(line: Line, part: Part, form: Form, evidence: Evidence) -> Part | None:
    """Guess by the neighbours: "in Aceh", "said Basya"; a lone word behind "the" or "using" is a thing."""
    before = word_before(line, part)
    after = word_behind(line, part)
    last = line.tokens[part.last - 1].folded
    if part.rule == "capitals" or is_derived(last) or last in line.words.common:
        return None
    if part.rule == "before-office" or after in line.words.person_verbs:
        return replace(part, kind="organization" if part.rule == "before-office" else "person")
    if form in evidence.people:
        return replace(part, kind="person")
    compound = is_compound(last, line.words.common)
    if form in evidence.places and not compound:
        return replace(part, kind="place")
    if before in _BEFORE_THINGS or compound or (line.opens(part.first) and not _acts(line, part, after)):
        return None
    return replace(part, kind="person") if _may_be_person(line, part, form, evidence) else None


def _may_be_person(line: Line, part: Part, form: Form, evidence: Evidence) -> bool:
    """Say whether an unknown English word may be a person's: a name somewhere in the world, or of somebody here.

    A short text has no room for more than one mention; there the capital must do.
    """
    words = line.words
    if len(line.reading.tokens) < ENOUGH_SENTENCES or len(form) > 1 or word_before(line, part) in words.persons_before:
        return True
    word = form[0]
    return word in words.world_given or word in words.world_surnames or word in evidence.likely


def is_compound(word: str, common: frozenset[str]) -> bool:
    """Say whether an English word is two words of the language in one ("gameplay", "superheroes"): no person's name."""
    cuts = range(SHORTEST_STEM, len(word) - SHORTEST_STEM + 1)
    ends = {"", *(plural for plural in ("s", "es") if word.endswith(plural))}
    return any(word[:at] in common and word[at:].removesuffix(end) in common for at in cuts for end in ends)


def _is_thing(line: Line, at: int) -> bool:
    """Say whether "a" and a word that is no calling of persons stand at a token: "is a religion"."""
    if at + 1 >= len(line.tokens) or line.tokens[at].folded not in {"a", "an"}:
        return False
    noun = line.tokens[at + 1].folded
    return noun not in line.words.persons_before and noun not in line.words.offices and not noun.endswith(_CALLINGS)


def _acts(line: Line, part: Part, after: str) -> bool:
    """Say whether an unknown word that opens a sentence is its subject: a verb, a comma or a possessive follows."""
    if line.suffix(part.last - 1) or not after or after in ",'":
        return True
    if after in _BEING and _is_thing(line, part.last + 1):
        return False
    return after in _SUBJECT_VERBS or (after.endswith("ed") and after not in line.words.place_prepositions)
