"""Who and what an edition names, and in which sentences: collected from its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from briefings.languages.invisible import without_invisible
from briefings.model.site import Mention, NameDay

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefings.model.site import NameKind

_KINDS: Final[tuple[NameKind, ...]] = ("person", "organization", "place")
_Name = tuple["NameKind", str]


@dataclass(slots=True)
class _Found:
    """What the facts say, by name; sentences in the order of the articles."""

    sentences: dict[_Name, dict[tuple[str, int], None]] = field(default_factory=dict)
    called: dict[_Name, str] = field(default_factory=dict)
    roles: dict[_Name, tuple[str, str]] = field(default_factory=dict)
    """The office stated last, and its language."""
    said: dict[tuple[str, str, int], list[tuple[int, int, bool]]] = field(default_factory=dict)
    """By speaker, article and sentence: start and end of the words, and whether they are the speaker's own."""


def names_in(
    facts: Mapping[str, Any],
    texts: Mapping[str, str],
    ranks: Mapping[str, int],
    paged: Collection[str],
) -> tuple[NameDay, ...]:
    """Give the names in an edition's facts with their sentences.

    `texts` and `ranks` (of its story) are by article; `paged` are the articles whose text has a page.
    """
    found = _found(facts)
    cut = {article: value["sentences"] for article, value in facts["facts"].items()}
    described = {one["id"]: one for one in facts["articles"]}

    def mention(key: str, article: str, sentence: int) -> Mention:
        text, at = texts[article], cut[article][sentence]
        words = found.said.get((key, article, sentence), [])
        return Mention(
            article=article,
            sentence=sentence,
            words=_single(text[at["start"] : at["end"]]),
            language=described[article]["language"],
            outlet=_single(described[article]["outlet"] or ""),
            rank=ranks[article],
            has_text=article in paged,
            # A comma that only leads on to "she said" is no word of hers.
            said=tuple(_single(text[start:end]).removesuffix(",") for start, end, direct in words if direct),
            reported=any(not direct for _, _, direct in words),
        )

    return tuple(
        NameDay(
            kind=name[0],
            key=name[1],
            names=_in_both(facts["names"].get(name[1], {}), found.called[name]),
            role=_role(*found.roles[name], facts["offices"]) if name in found.roles else ("", "", ""),
            mentions=tuple(mention(name[1], *place) for place in found.sentences[name]),
        )
        for name in sorted(found.sentences)
    )


def _found(facts: Mapping[str, Any]) -> _Found:
    found = _Found()
    for article, value in facts["facts"].items():
        for fact in value["facts"]:
            if fact["kind"] in _KINDS:
                name = (fact["kind"], fact["key"])
                found.sentences.setdefault(name, {})[article, fact["sentence"]] = None
                found.called.setdefault(name, fact["name"])
                if fact.get("role"):
                    found.roles[name] = (fact["role"], value["lang"])
            elif fact["kind"] == "quote" and fact["speaker_key"]:
                place = (fact["speaker_key"], article, fact["sentence"])
                found.said.setdefault(place, []).append((fact["start"], fact["end"], fact["direct"]))
    # Somebody known by name may be quoted in a sentence that does not name them.
    for key, article, sentence in found.said:
        for kind in _KINDS:
            if (kind, key) in found.sentences:
                found.sentences[kind, key].setdefault((article, sentence))
    return found


def _in_both(known: Mapping[str, str], name: str) -> tuple[str, str]:
    return known.get("tr", name), known.get("en", name)


def _role(role: str, language: str, offices: Mapping[str, Sequence[str]]) -> tuple[str, str, str]:
    """Give an office with its language, and what it is called in the other one, "" where that is not known."""
    forms = offices.get(role, ())
    return role, language, next((form for form in forms if form != role), "") if role in forms else ""


def _single(text: str) -> str:
    return " ".join(without_invisible(text).split())
