"""English words of speech, by form."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from briefings.model.values import dataclass

_WITH_A_NOUN = frozenset({"this", "last", "on", "next"})


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Everything `speech.toml` says."""

    bare: frozenset[str]
    sure: frozenset[str]
    auxiliaries: frozenset[str]
    that: frozenset[str]
    told: frozenset[str]
    quoting: frozenset[str]
    labels: frozenset[str]
    point_out: frozenset[str]
    adverbs: frozenset[str]
    passive: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    boundaries: frozenset[str]
    time: frozenset[str]
    settings: frozenset[str]
    heads: frozenset[str]
    not_sources: frozenset[str]
    bodies: frozenset[str]
    relatives: frozenset[str]
    afterthoughts: frozenset[str]
    questions: frozenset[str]
    question_words: frozenset[str]
    demand_to: frozenset[str]
    demand_somebody: frozenset[str]
    demand_on: frozenset[str]
    demand_for: frozenset[str]
    demand_of: frozenset[str]
    demand_object: frozenset[str]
    nouns_too: frozenset[str]

    verbs: frozenset[str]
    """All verbs of speech, and "according"."""
    only_demands: frozenset[str]
    """Verbs that are no words of speech unless a demand or a promise follows."""
    function_words: frozenset[str]
    """Boundaries and prepositions."""
    empty: frozenset[str]
    """Determiners and prepositions: alone they mean nobody."""
    clause_openers: frozenset[str]
    """Determiners and pronouns."""
    phrase_stops: frozenset[str]
    """What ends a noun phrase to the left: boundaries, pronouns, verbs of speech."""
    phrase_ends: frozenset[str]
    """What ends a noun phrase to the right: boundaries and pronouns."""
    speaker_openers: frozenset[str]
    """What begins the words for a speaker, capitals apart."""
    places: frozenset[str]
    """Words for when and where."""
    days: frozenset[str]
    """Words that say when on their own."""
    phrase_openers: frozenset[str]
    """What begins a phrase of time or place."""
    adverbial_openers: frozenset[str]
    """The same, and what says when on its own."""


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Read speech.toml once and join the sets that are asked for together."""
    data: dict[str, str] = tomllib.loads(
        (files("briefings.languages") / "en" / "speech.toml").read_text(encoding="utf-8")
    )
    sets = {key: frozenset(words.replace("|", " ").split()) for key, words in data.items()}

    def joined(*names: str) -> frozenset[str]:
        return frozenset().union(*(sets[name] for name in names))

    speech = joined("bare", "that", "told", "point_out", "quoting", "labels")
    demands = joined("demand_to", "demand_somebody", "demand_on", "demand_for", "demand_of", "demand_object")
    demands |= sets["questions"]
    verbs = speech | demands
    return SpeechWords(
        **sets,
        verbs=verbs | {"according"},
        only_demands=demands - speech,
        function_words=joined("boundaries", "prepositions"),
        empty=joined("determiners", "prepositions"),
        clause_openers=joined("determiners", "pronouns"),
        phrase_stops=joined("boundaries", "pronouns") | verbs,
        phrase_ends=joined("boundaries", "pronouns"),
        speaker_openers=joined("determiners", "heads", "pronouns"),
        places=joined("time", "settings"),
        days=sets["time"] - _WITH_A_NOUN,
        phrase_openers=sets["prepositions"] | _WITH_A_NOUN,
        adverbial_openers=joined("prepositions", "time") | {"out", "again", ","},
    )
