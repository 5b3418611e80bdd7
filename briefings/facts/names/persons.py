"""Persons whose surname is a word for places: "Marc Arden Hill"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.names.runs import office_until

if TYPE_CHECKING:
    from briefings.facts.names.parts import Line
    from briefings.facts.names.runs import Atom

LONGEST_PERSON = 5


def may_be_person(line: Line, atoms: list[Atom]) -> bool:
    """Say whether words with a head of places may be a person's: a given name, a head that is a surname ("Hill")."""
    words = line.words
    if words.language != "en" or not 1 < len(atoms) <= LONGEST_PERSON or any(atom.kind == "small" for atom in atoms):
        return False
    return atoms[0].word in words.given_names and atoms[-1].word in words.surnames


def is_named_person(line: Line, atoms: list[Atom]) -> bool:
    """Say whether they are: an office or title stands before them, or a verb of persons behind."""
    first, last = atoms[0].first, atoms[-1].last
    if not may_be_person(line, atoms):
        return False
    before = line.tokens[first - 1].folded if first else ""
    after = line.tokens[last].folded if last < len(line.tokens) else ""
    held = before in line.words.titles or before in line.words.persons_before or office_until(line, first) < first
    return held or after in line.words.person_verbs or after == "who"
