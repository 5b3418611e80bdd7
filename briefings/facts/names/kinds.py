"""What a stretch of capitalised words without a head is: a known name, a person, a town, or not to be told alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.facts.names.forms import SHORTEST_ACRONYM, is_camel, is_product, is_roman, is_short_form, may_be_acronym
from briefings.facts.names.guessing import is_derived
from briefings.facts.names.neighbours import is_called_thing, told_by_neighbours
from briefings.facts.names.parts import Part
from briefings.facts.names.persons import LONGEST_PERSON
from briefings.facts.names.runs import office_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.facts.names.parts import Line, PartKind
    from briefings.facts.names.runs import Atom
    from briefings.languages.names.vocabulary import Vocabulary

NAME_AND_NUMBER = 2
_WITHIN = frozenset({"in", "near", "between", "across", "outside"})
_OF = frozenset({"of", "off", "and", "or", "via"})
_LARGE = ("country:", "region:")
CONTRACTIONS = frozenset({"t", "ll", "re", "ve", "d", "m"})
_CLUB = re.compile(r"\w{2}spor$")


def parts_of_segment(
    line: Line, atoms: list[Atom], *, after_office: bool = False, before_office: bool = False
) -> Iterator[Part]:
    """Give the parts of words that no head holds together; small words and openers of the sentence part them."""
    for piece in _pieces(line, atoms):
        last = piece[-1] is atoms[-1]
        yield from _piece(line, piece, after_office=after_office, before_office=before_office and last)
        after_office = False


def _pieces(line: Line, atoms: list[Atom]) -> Iterator[list[Atom]]:
    """Split at joining words; particles ("bin", "von") stay inside."""
    piece: list[Atom] = []
    for atom in atoms:
        joins = atom.kind != "small" or atom.word in line.words.particles or not atom.word.isalpha()
        parts = not joins and not (atom.word == "of" and len(piece) == 1 and piece[0].word in line.words.given_names)
        nothing = atom.kind == "word" and not piece and _says_nothing(line.words, atom)
        if parts or (nothing and not (is_month_name(line, atom) or _is_given_here(line, atom))):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(atom)
    if piece:
        yield piece


def _is_given_here(line: Line, atom: Atom) -> bool:
    """Say whether a word is a given name behind an office, with a surname behind it ("Vali Ramazan Er")."""
    held = atom.word in line.words.given_too and office_until(line, atom.first) < atom.first
    return held and atom.last < len(line.tokens) and line.tokens[atom.last].capital


def is_month_name(line: Line, atom: Atom) -> bool:
    """Say whether the name of a month is a given name: a surname follows, no preposition or number before."""
    words, tokens = line.words, line.tokens
    if atom.word not in words.month_names or atom.last >= len(tokens) or tokens[atom.first].suffix:
        return False
    following, before = tokens[atom.last], tokens[atom.first - 1] if atom.first else None
    if not following.capital or line.gap(atom.last) != " " or (before is not None and before.kind == "number"):
        return False
    if following.folded in words.never_names or words.head(following.folded) in words.heads:
        return False
    if words.language == "tr":
        return following.folded not in words.demonyms
    held = before is not None and (before.folded in words.offices or before.folded in words.titles)
    dated = before is not None and not held and before.folded in words.not_names
    if dated or following.folded in words.surnames:
        return not dated
    plain = following.folded in words.common or following.folded in words.not_names
    known = line.reading.names.longest_at(tokens, atom.last, line.text, "en") is not None
    return not plain and not known and (held or line.opens(atom.first))


def _without_small_ends(atoms: list[Atom]) -> list[Atom]:
    """Leave out small words and marks at both ends."""
    first, last = 0, len(atoms)
    while first < last and atoms[first].kind == "small":
        first += 1
    while last > first and atoms[last - 1].kind == "small":
        last -= 1
    return atoms[first:last]


def _says_nothing(words: Vocabulary, atom: Atom) -> bool:
    return atom.word in words.never_names or atom.word in words.demonyms


def _piece(line: Line, atoms: list[Atom], *, after_office: bool, before_office: bool) -> Iterator[Part]:
    atoms = _without_small_ends(atoms)
    while len(atoms) > 1 and atoms[0].word in line.words.titles:
        atoms, after_office = _without_small_ends(atoms[1:]), True
    if not atoms:
        return
    if len(atoms) == 1 and atoms[0].kind == "known":
        yield known_part(line, atoms[0])
        return
    split = _split(line, atoms)
    if split:
        yield from _piece(line, atoms[:split], after_office=after_office, before_office=False)
        yield from _piece(line, atoms[split:], after_office=False, before_office=before_office)
        return
    yield from _whole(line, atoms, after_office=after_office, before_office=before_office)


def known_part(line: Line, atom: Atom) -> Part:
    """Give a name of the table."""
    entry = line.reading.names.entries[atom.key or ""]
    return Part(atom.first, atom.last, entry.kind, "known-name", atom.key, not _may_only_open(line, atom))


def _may_only_open(line: Line, atom: Atom) -> bool:
    """Say whether a known name may be a common word with the capital of its sentence ("Kent", "Reading")."""
    if atom.last - atom.first > 1 or not line.opens(atom.first) or line.tokens[atom.first].suffix:
        return False
    return atom.word in line.words.common and atom.key not in line.reading.names.own


def _split(line: Line, atoms: list[Atom]) -> int:
    """Give where a known name parts from other words of the piece, 0 when they are one."""
    given = line.words.given_names
    if atoms[0].kind == "known" and atoms[0].word not in given and not _opens_person(line, atoms[0]):
        return 1
    if is_roman(atoms[0].word) and len(atoms[0].word) > 1:
        return 0
    if len(atoms) > 1 and atoms[1].word == "of":
        return 0
    for at in range(1, len(atoms)):
        wide = atoms[at].last - atoms[at].first > 1
        if atoms[at].kind == "known" and (wide or atoms[0].word not in given) and atoms[at].word not in given:
            return 0 if atoms[0].word in line.words.place_openers else at
        never = atoms[at].word in line.words.never_names and not is_roman(atoms[at].word)
        if never and not _is_surname(line, atoms, at):
            return at
    return 0


def _is_surname(line: Line, atoms: list[Atom], at: int) -> bool:
    """Say whether a feast or a people is a surname: last, behind a given name ("Anna Christmas")."""
    behind = at == len(atoms) - 1 and atoms[0].word in line.words.given_names
    return behind and atoms[at].word in line.words.surnames_too


def _opens_person(line: Line, atom: Atom) -> bool:
    entry = line.reading.names.entries.get(atom.key or "")
    return entry is not None and entry.kind == "person"


def _whole(line: Line, atoms: list[Atom], *, after_office: bool, before_office: bool) -> Iterator[Part]:
    first, last = atoms[0].first, atoms[-1].last
    if len(atoms) == 1 and _says_nothing(line.words, atoms[0]):
        return
    kind, rule, sure = _kind(line, atoms, after_office=after_office, before_office=before_office)
    if kind:
        yield Part(first, last, kind, rule, None, sure)


def _kind(
    line: Line, atoms: list[Atom], *, after_office: bool, before_office: bool
) -> tuple[PartKind | None, str, bool]:
    words, first, last = line.words, atoms[0].first, atoms[-1].last
    names = [atom.word for atom in atoms if atom.kind != "small"]
    if line.folded[first:last] in words.towns and not _is_doubted(words, atoms):
        return "place", "town", not line.opens(atoms[0].first) or last - first > 1
    if _numbered(line, atoms, names):
        return "person", "numbered", True
    told = told_by_neighbours(line, first, last)
    if told is not None:
        return told, "called", True
    stated = len(names) > 1 and atoms[0].kind == "word" and office_until(line, first) < first
    if (after_office or stated) and names[0] not in words.not_names:
        return "person", "after-office", True
    if len(names) > 1 and (names[0] in words.given_names or is_month_name(line, atoms[0])):
        return "person", "given-name", True
    return _by_itself(line, atoms, names, before_office=before_office)


def _by_itself(
    line: Line, atoms: list[Atom], names: list[str], *, before_office: bool
) -> tuple[PartKind | None, str, bool]:
    """Tell by the words themselves, when nothing around them is sure."""
    if before_office:
        return _body_of_office(line, atoms)
    if is_called_thing(line, atoms[0].first, atoms[-1].last):
        return "unknown", "called-thing", False
    return _lone(line, atoms[0]) if len(names) == 1 else _several(line, atoms, names)


def _is_doubted(words: Vocabulary, atoms: list[Atom]) -> bool:
    return len(atoms) == 1 and atoms[0].word in words.doubtful_places


def _numbered(line: Line, atoms: list[Atom], names: list[str]) -> bool:
    """Say whether a Roman numeral stands before or behind a name ("II. Filip", "Edward IV")."""
    first, last = atoms[0].first, atoms[-1].last
    if len(names) > 1 and is_roman(names[0]) and line.written(first, first + 1).isupper():
        return True
    behind = len(names) == NAME_AND_NUMBER and is_roman(names[-1]) and line.written(last - 1, last).isupper()
    return behind and names[0] not in line.words.common and not line.written(first, first + 1).isupper()


def _body_of_office(line: Line, atoms: list[Atom]) -> tuple[PartKind | None, str, bool]:
    """Take what stands before an office for the body whose office it is, unless it only describes it."""
    if all(atom.word in line.words.not_names or atom.word in line.words.given_names for atom in atoms):
        return None, "", False
    written = line.written(atoms[0].first, atoms[-1].last)
    if written.isupper() and len(written) >= SHORTEST_ACRONYM:
        return "organization", "acronym", True
    return "unknown", "before-office", False


def _is_made(words: Vocabulary, name: str) -> bool:
    """Say whether an English word is made of another and no surname anywhere ("Linguistics")."""
    listed = name in words.world_surnames or name in words.world_given or name in words.surnames
    return words.language == "en" and is_derived(name) and not listed


def _several(line: Line, atoms: list[Atom], names: list[str]) -> tuple[PartKind | None, str, bool]:
    words = line.words
    opens_place = names[0] in words.place_openers and names[0] not in words.titles
    begins = int(opens_place or names[0] in words.particles)
    if any(name in words.not_names or name in words.common or _is_made(words, name) for name in names[begins:]):
        return "unknown", "capitals", False
    if opens_place:
        peoples = {names[-1], " ".join(names)} & words.demonyms
        return (None, "", False) if peoples else ("place", "place-opener", True)
    if line.written(atoms[0].first, atoms[-1].last).isupper():
        return "organization", "acronym", False
    if len(names) <= LONGEST_PERSON and names[-1] in words.surnames:
        return "person", "surname", True
    acronym = line.written(atoms[0].first, atoms[0].last)
    if acronym.isupper() and len(acronym) > SHORTEST_ACRONYM:
        return "organization", "acronym", False
    person = len(names) <= LONGEST_PERSON and not is_product(line, atoms)
    return ("person", "two-capitals", False) if person else ("unknown", "capitals", False)


def _in_state(line: Line, at: int) -> bool:
    """Say whether a word is a town by what follows it, behind a preposition or first: "from Lakeside, Texas"."""
    tokens = line.tokens
    if line.words.language != "en" or at >= len(tokens) - 2 or tokens[at + 1].folded != ",":
        return False
    known = line.reading.names.longest_at(tokens, at + 2, line.text, "en")
    if known is None or not known[1].startswith(_LARGE):
        return False
    return line.opens(at) or tokens[at - 1].folded in line.words.place_prepositions | _OF


def _in_place(line: Line, at: int) -> bool:
    """Say whether a word stands where English puts places: "in Nelson", "between Dunmore and Killary"."""
    if line.words.language != "en" or at == 0 or line.shouting:
        return False
    before = [token.folded for token in line.tokens[max(0, at - 3) : at]]
    return before[-1] in _WITHIN or (before[0] == "between" and before[-1] == "and")


def _lone(line: Line, atom: Atom) -> tuple[PartKind | None, str, bool]:
    """One capitalised word: its ending, its form and its neighbours may tell."""
    words, token = line.words, line.tokens[atom.first]
    written = line.written(atom.first, atom.last)
    if atom.word in words.not_names or atom.word in words.titles or token.suffix in CONTRACTIONS or len(written) == 1:
        return None, "", False
    if atom.word in words.doubtful_places:
        return None, "", False
    if written.isupper() and len(written) >= SHORTEST_ACRONYM and not line.shouting:
        rule = "short-form" if is_short_form(line, atom) else "acronym"
        return ("organization", rule, True) if may_be_acronym(line, atom) else (None, "", False)
    if is_camel(written) or (words.language == "tr" and _CLUB.search(atom.word)):
        return "organization", "one-word-body", True
    if line.suffix(atom.first) in words.place_suffixes and words.place_suffixes:
        return "place", "place-ending", False
    return _by_lists(line, atom)


def _by_lists(line: Line, atom: Atom) -> tuple[PartKind | None, str, bool]:
    """Tell one capitalised word by what stands before it and by the lists of names."""
    words, token = line.words, line.tokens[atom.first]
    if (_in_place(line, atom.first) or _in_state(line, atom.first)) and not token.suffix:
        return "place", "in-place", False
    if atom.word in words.given_names or atom.word in words.surnames:
        return "person", "one-name", not line.opens(atom.first) or bool(token.suffix)
    return "unknown", "capital", False
