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
    from briefings.facts.names.parts import Line, Part, PartKind
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


class _Own:
    """The identity a name has by itself: the table's, else one made of the name. Each name is asked for once."""

    def __init__(self, names: NameTable, language: str) -> None:
        """Know none yet."""
        self._names, self._language = names, language
        self._known: dict[tuple[str, PartKind, str | None], Identity] = {}

    def __call__(self, written: str, part: Part) -> Identity:
        """Give the identity of a part with this name."""
        asked = written, part.kind, part.key
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._found(*asked)
        return known

    def _found(self, written: str, kind: PartKind, key: str | None) -> Identity:
        names, language = self._names, self._language
        if key is None:
            key = names.key_of(written, language)
        if key is not None and names.entries[key].kind == kind:
            return Identity(names.display(key, language) or written, key)
        if kind == "organization" and (shared := common_body(written, language, names)) is not None:
            return Identity(written, f"organization:{slug(shared)}")
        return Identity(written, f"{kind}:{slug(written) or lower(written, language)}")


def identities(found: Sequence[Found], names: NameTable, language: str) -> list[Identity]:
    """Give the identity of each part, in order."""
    own = _Own(names, language)
    forms = [canonical(line, part) for line, part in found]
    people = _people(found, forms, own, language)
    bodies = _short_forms(found, forms, own)
    given = [_identity(part, form, people, bodies, own, language) for (_, part), form in zip(found, forms, strict=True)]
    shown = _shown(found, forms, given)
    settled = {one: _as_shown(one, shown, names, language) for one in set(given)}
    return [settled[one] for one in given]


def _as_shown(one: Identity, shown: dict[str, str], names: NameTable, language: str) -> Identity:
    """Give the desk's own name where it has one, else the form the article shows."""
    own = names.display(one.key, language) if one.key in names.own else None
    return Identity(own or shown.get(one.key, one.name), one.key)


def _shown(found: Sequence[Found], written: Sequence[str], given: Sequence[Identity]) -> dict[str, str]:
    """Give the written form most used for each key, short forms left out; keys only written short have none."""
    forms: dict[str, Counter[str]] = {}
    for (_, part), form, one in zip(found, written, given, strict=True):
        if part.kind != "person" and not is_acronym(form.replace(".", "")) and "." not in form[:2]:
            forms.setdefault(one.key, Counter())[form] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in forms.items()}


def _identity(
    part: Part, written: str, people: _People, bodies: dict[str, Identity], own: _Own, language: str
) -> Identity:
    if part.kind == "person" and (known := _person(written, people, language)) is not None:
        return known
    if part.kind == "organization" and part.key is None and written in bodies:
        return bodies[written]
    return own(written, part)


def canonical(line: Line, part: Part) -> str:
    """Give a name as written, without an unmarked case ending and without breaks of the line."""
    written = line.text[line.tokens[part.first].start : line.end_of(part)]
    last = line.tokens[part.last - 1].folded
    extra = len(last) - len(line.words.head(last))
    return " ".join((written[:-extra] if extra and part.kind != "person" else written).split())


def _people(found: Sequence[Found], forms: Sequence[str], own: _Own, language: str) -> _People:
    people = _People()
    for (_, part), form in zip(found, forms, strict=True):
        if part.kind != "person" or len(words := _words(form, language)) < 2:
            continue
        identity = own(form, part)
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


def _short_forms(found: Sequence[Found], forms: Sequence[str], own: _Own) -> dict[str, Identity]:
    """Give what short forms stand for: "Örnek Enerji Kurumu (ÖEK)", and "Örnek" for "Örnek Holding".

    A body the article gives a short form has the key of that form: it is the same in both languages more often than
    the name.
    """
    short: dict[str, Identity] = {}
    known = _known_acronyms(found, own)
    for at, (line, part) in enumerate(found):
        if part.kind != "organization":
            continue
        written = forms[at]
        identity = short.get(written) or own(written, part)
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


def _known_acronyms(found: Sequence[Found], own: _Own) -> dict[str, Identity]:
    """Give the bodies of the table that the article writes in capitals ("KFC")."""
    return {
        written: own(written, part)
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
