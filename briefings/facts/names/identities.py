"""Who is who: one canonical name and one key for all mentions of a person, a body, a place in an article."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from briefings.languages.ascii import slug
from briefings.languages.casing import lower
from briefings.languages.names.offices import common_body
from briefings.languages.names.table import is_acronym
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.facts.names.evidence import Found
    from briefings.facts.names.parts import Line, Part
    from briefings.languages.names import NameTable


_LEGAL = frozenset({"aş", "a.ş", "ltd", "şti", "inc", "corp", "llc", "plc", "gmbh", "holding", "group"})
SHORTEST_INITIALS = 3
"""Fewer letters stand for too many names."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A canonical name and its key."""

    name: str
    key: str


@dataclass(slots=True)
class _People:
    """Persons in the order of their first full mention."""

    by_last: dict[str, Identity] = field(default_factory=dict)
    by_first: dict[str, Identity] = field(default_factory=dict)
    by_ends: dict[tuple[str, str], Identity] = field(default_factory=dict)


def identities(found: Sequence[Found], names: NameTable, language: str) -> list[Identity]:
    """Give the identity of each part, in order."""
    people = _people(found, names, language)
    bodies = _short_forms(found, names, language)
    given = [_identity(line, part, people, bodies, names, language) for line, part in found]
    shown = _shown(found, given)
    return [_as_shown(one, shown, names, language) for one in given]


def _as_shown(one: Identity, shown: dict[str, str], names: NameTable, language: str) -> Identity:
    """Give the desk's own name where it has one, else the form the article shows."""
    own = names.display(one.key, language) if one.key in names.own else None
    return Identity(own or shown.get(one.key, one.name), one.key)


def _shown(found: Sequence[Found], given: Sequence[Identity]) -> dict[str, str]:
    """Give the written form most used for each key, short forms left out; keys only written short have none."""
    forms: dict[str, Counter[str]] = {}
    for (line, part), one in zip(found, given, strict=True):
        written = canonical(line, part)
        if part.kind != "person" and not is_acronym(written.replace(".", "")) and "." not in written[:2]:
            forms.setdefault(one.key, Counter())[written] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in forms.items()}


def _identity(
    line: Line, part: Part, people: _People, bodies: dict[str, Identity], names: NameTable, language: str
) -> Identity:
    written = canonical(line, part)
    if part.kind == "person" and (known := _person(written, people, language)) is not None:
        return known
    if part.kind == "organization" and part.key is None and written in bodies:
        return bodies[written]
    return _own(written, part, names, language)


def _own(written: str, part: Part, names: NameTable, language: str) -> Identity:
    """Give the identity a name has by itself: the table's, else one made of the name."""
    key = part.key
    if key is None:
        key = names.key_of(written, language)
    if key is not None and names.entries[key].kind == part.kind:
        return Identity(names.display(key, language) or written, key)
    if part.kind == "organization" and (shared := common_body(written, language, names)) is not None:
        return Identity(written, f"organization:{slug(shared)}")
    return Identity(written, f"{part.kind}:{slug(written) or lower(written, language)}")


def canonical(line: Line, part: Part) -> str:
    """Give a name as written, without an unmarked case ending and without breaks of the line."""
    written = line.text[line.tokens[part.first].start : line.end_of(part)]
    last = line.tokens[part.last - 1].folded
    extra = len(last) - len(line.words.head(last))
    return " ".join((written[:-extra] if extra and part.kind != "person" else written).split())


def _people(found: Sequence[Found], names: NameTable, language: str) -> _People:
    people = _People()
    for line, part in found:
        words = _words(canonical(line, part), language)
        if part.kind != "person" or len(words) < 2:
            continue
        identity = _own(canonical(line, part), part, names, language)
        first = people.by_ends.setdefault((words[0], words[-1]), identity)
        people.by_last.setdefault(words[-1], first)
        people.by_first.setdefault(words[0], first)
    return people


def _words(name: str, language: str) -> list[str]:
    return lower(name, language).split()


def _person(written: str, people: _People, language: str) -> Identity | None:
    words = _words(written, language)
    if len(words) > 1:
        return people.by_ends.get((words[0], words[-1]))
    return people.by_last.get(words[0]) or people.by_first.get(words[0])


def _short_forms(found: Sequence[Found], names: NameTable, language: str) -> dict[str, Identity]:
    """Give what short forms stand for: "Örnek Enerji Kurumu (ÖEK)", and "Örnek" for "Örnek Holding".

    A body the article gives a short form has the key of that form: it is the same in both languages more often than
    the name.
    """
    short: dict[str, Identity] = {}
    known = _known_acronyms(found, names, language)
    for at, (line, part) in enumerate(found):
        if part.kind != "organization":
            continue
        written = canonical(line, part)
        identity = short.get(written) or _own(written, part, names, language)
        letters = _initials(line, part)
        if len(letters) >= SHORTEST_INITIALS and part.key is None:
            identity = known.get(letters, identity)
            short[written] = identity
            short.setdefault(letters, identity)
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and following[0] is line and following[1].kind == "organization":
            _pair(short, line, (part, following[1]), identity)
        for form in _shortened(line, part, written):
            short.setdefault(form, identity)
    return short


def _shortened(line: Line, part: Part, written: str) -> list[str]:
    """Give how a body may be called later: "Örnek" for "Örnek Holding", "Örnek Gıda" for "Örnek Gıda Pazarlama AŞ"."""
    words = written.split()
    last = line.words.head(line.folded[part.last - 1])
    if part.key is not None or len(words) < len(("Örnek", "Holding")):
        return []
    if last in _LEGAL:
        return [" ".join(words[:count]) for count in range(2, len(words))] or words[:1]
    return words[:1] if part.last - part.first == 2 and _ends_in_head(line, part) else []


def _pair(short: dict[str, Identity], line: Line, parts: tuple[Part, Part], identity: Identity) -> None:
    """Join a name and the short form in brackets behind it, or the name in brackets behind its short form."""
    if not _in_brackets(line, *parts):
        return
    written = [canonical(line, part) for part in parts]
    acronyms = [is_acronym(form) or form.isupper() for form in written]
    if acronyms[0] == acronyms[1]:
        return
    full, acronym = written if acronyms[1] else reversed(written)
    if parts[0].key is None and parts[1].key is None:
        key = f"organization:{slug(acronym)}" if len(acronym) >= SHORTEST_INITIALS else identity.key
        identity = Identity(full, key)
    short[full] = short[acronym] = identity


def _ends_in_head(line: Line, part: Part) -> bool:
    return line.words.head(line.tokens[part.last - 1].folded) in line.words.organization_heads


def _known_acronyms(found: Sequence[Found], names: NameTable, language: str) -> dict[str, Identity]:
    """Give the bodies of the table that the article writes in capitals ("KFC")."""
    return {
        written: _own(written, part, names, language)
        for line, part in found
        if part.kind == "organization" and part.key is not None
        if is_acronym(written := line.written(part.first, part.last))
    }


def _initials(line: Line, part: Part) -> str:
    """Give the first letters of the capitalised words of a name."""
    return "".join(line.text[token.start] for token in line.tokens[part.first : part.last] if token.capital)


def _in_brackets(line: Line, outer: Part, inner: Part) -> bool:
    """Say whether a part stands alone in brackets right behind another."""
    end, tokens = outer.last, line.tokens
    return (
        inner.first == end + 1
        and inner.last < len(tokens)
        and tokens[end].folded in "(["
        and tokens[inner.last].folded in ")]"
    )
