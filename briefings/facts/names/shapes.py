"""From the atoms of a run to parts: which words make a body's, a place's or a person's name.

"Ukrayna | Ulusal Güvenlik ve Savunma | Konseyi" ends in a head and is an organisation as a whole; the office
"Sekreteri" that follows belongs to nobody's name; "Rüstem Umerov" behind an office is a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.facts.names.kinds import parts_of_segment
from briefings.facts.names.parts import Part
from briefings.facts.names.persons import is_named_person, may_be_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.facts.names.parts import Line
    from briefings.facts.names.runs import Atom

_AND = frozenset({"ve", "ile", "and", "da", "de"})
_ARTICLES = frozenset(
    {"the", "a", "an", "this", "that", "bu", "şu", "o", "bir", "our", "my", "his", "her", "their", "its"}
)
_OF = frozenset({"of", "for"})


def parts_of(line: Line) -> tuple[Part, ...]:
    """Give the names of one sentence, in text order, none overlapping another."""
    found: list[Part] = []
    past = 0
    for first, last in line.runs():
        atoms = line.atoms(max(first, past), last)
        if atoms:
            past = atoms[-1].last
            found.extend(_shapes(line, _trimmed(line, atoms)))
    return tuple(found)


def _trimmed(line: Line, atoms: list[Atom]) -> list[Atom]:
    """Leave out words that open a sentence with a capital and are no part of what follows ("Ancak ABD …")."""
    while atoms and atoms[0].kind == "word" and atoms[0].word in line.words.not_names:
        begins = line.opens(atoms[0].first)
        followed = len(atoms) > 1 and atoms[1].kind == "head"
        if atoms[0].word not in _ARTICLES and (not begins or followed):
            break
        atoms = atoms[1:]
    while atoms and atoms[0].kind == "small":
        atoms = atoms[1:]
    return atoms


def _shapes(line: Line, atoms: list[Atom]) -> Iterator[Part]:
    """Read atoms from left to right; what no head claims is a segment for itself."""
    pending: list[Atom] = []
    after_office = False
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if atom.kind == "office":
            yield from parts_of_segment(line, pending, after_office=after_office, before_office=True)
            pending, after_office = [], True
            at = _past_office_of(line, atoms, at)
            continue
        end = _head_end(line, atoms, at, alone=not pending)
        if end:
            split = _whole_from(line, pending)
            yield from parts_of_segment(line, pending[:split], after_office=after_office)
            yield from _headed(line, [*pending[split:], *atoms[at:end]])
            pending, after_office, at = [], False, end
            continue
        pending.append(atom)
        at += 1
    yield from parts_of_segment(line, pending, after_office=after_office)


def _past_office_of(line: Line, atoms: list[Atom], at: int) -> int:
    """Go past an office, the "ve" that joins it to a second one, and what it is of ("Head of … Projects")."""
    following = atoms[at + 1 : at + 3]
    if len(following) == 2 and following[0].word in _AND and following[1].kind == "office":
        return at + 2
    end = at + 1
    if len(following) == 2 and following[0].word in _OF and following[1].kind in {"word", "head"}:
        end = at + 2
        given = line.words.given_names
        while end < len(atoms) and atoms[end].kind in {"word", "head"} and atoms[end].word not in given:
            end += 1
    return end


def _head_end(line: Line, atoms: list[Atom], at: int, *, alone: bool) -> int:
    """Give where a headed name ends that has its head at `at`, 0 when there is none.

    `alone` says that nothing stands before the head: then "Lake Geneva" begins with it.
    """
    atom, words = atoms[at], line.words
    opens = atom.kind in {"head", "word"} and (
        atom.word in words.organization_openers or atom.word in words.place_openers
    )
    if at + 1 < len(atoms) and atoms[at + 1].word in _OF and (opens or atom.kind == "head"):
        return _past_of(line, atoms, at + 1)
    if alone and atom.kind == "head" and _is_surname_first(line, atoms, at):
        return 0
    begins = (
        alone and atom.word in words.place_openers and at + 1 < len(atoms) and atoms[at + 1].kind in {"word", "known"}
    )
    if atom.kind != "head" or begins or (alone and (_heads_later(atoms, at) or _is_joined_field(line, atoms, at))):
        return 0
    end = at + 1
    while end < len(atoms) and atoms[end].kind == "head":
        end += 1
    return end


def _is_surname_first(line: Line, atoms: list[Atom], at: int) -> bool:
    """Say whether a word for places is a person's surname before his given names: "Park Joo-Ho"."""
    hyphen = at + 2 < len(atoms) and atoms[at + 2].word == "-"
    return line.words.language == "en" and hyphen and atoms[at].word in line.words.world_surnames


def _heads_later(atoms: list[Atom], at: int) -> bool:
    """Say whether a head without words before it begins a longer name ("Otomotiv Üreticileri Derneği")."""
    following = atoms[at + 1 : at + 3]
    return len(following) == 2 and following[0].kind == "word" and following[1].kind == "head"


def _is_joined_field(line: Line, atoms: list[Atom], at: int) -> bool:
    """Say whether a bare word for bodies is the first field of a Turkish one: "Sanayi ve Teknoloji Bakanlığı"."""
    following = atoms[at + 1 : at + 4]
    if atoms[at].word not in line.words.fields or len(following) < len(("ve", "Teknoloji", "Bakanlığı")):
        return False
    return following[0].word == "ve" and following[1].kind in {"word", "head"} and following[2].kind == "head"


def _past_of(line: Line, atoms: list[Atom], at: int) -> int:
    """Go past "of Foreign Affairs of Ukraine": small words and what they lead to."""
    end = at
    while end + 1 < len(atoms) and atoms[end].kind == "small":
        if atoms[end].word in _AND and _begins_another(line, atoms, end + 1):
            break
        end += 1
        while end < len(atoms) and atoms[end].kind in {"word", "known", "head"}:
            end += 1
            if line.words.language == "en" and _is_town(line, atoms[end - 1]):
                end += int(atoms[end - 1].kind == "known" and _is_campus(line, atoms, end))
                break
    return end


def _is_town(line: Line, atom: Atom) -> bool:
    return atom.kind == "known" or (atom.word,) in line.words.towns


def _is_campus(line: Line, atoms: list[Atom], at: int) -> bool:
    """Say whether a town tells which of several bodies is meant: "University of Texas Arlington"."""
    if at >= len(atoms) or not _is_town(line, atoms[at]):
        return False
    named = atoms[at].word in line.words.given_names and at + 1 < len(atoms) and atoms[at + 1].kind == "word"
    return not named


def _begins_another(line: Line, atoms: list[Atom], at: int) -> bool:
    """Say whether what follows "and" is a name for itself: a known one, or "the University of …"."""
    while at < len(atoms) and atoms[at].kind == "small":
        at += 1
    if at == len(atoms) or atoms[at].kind in {"known", "office"}:
        return True
    followed = at + 1 < len(atoms) and atoms[at + 1].word in _OF
    return followed and atoms[at].word in line.words.organization_openers


def _whole_from(line: Line, pending: list[Atom]) -> int:
    """Give where the words before a head begin to belong to it: behind the last "ve" that joins two whole names."""
    for at in range(len(pending) - 1, 0, -1):
        before = pending[:at]
        if pending[at].word in _AND and pending[at].kind == "small" and _is_whole(line, before):
            return at + 1
    return 0


def _is_whole(line: Line, atoms: list[Atom]) -> bool:
    """Say whether atoms are a name that stands for itself."""
    known = atoms[-1].kind == "known" and (len(atoms) == 1 or line.words.language == "en")
    return known or (len(atoms) == 2 and atoms[0].word in line.words.given_names)


def _person_of_body(line: Line, atoms: list[Atom]) -> int:
    """Give where "of" parts a person from the body he belongs to ("Anna Weiss of Harbour Magazine"), 0 when nowhere."""
    given, plain = line.words.given_names, {"word", "known"}
    if line.words.language != "en" or atoms[0].word not in given or len(atoms) < len(("Anna", "Weiss", "of", "Daily")):
        return 0
    at = next((at for at, atom in enumerate(atoms) if atom.word == "of"), 0)
    return at if at > 1 and all(atom.kind in plain for atom in atoms[:at]) else 0


def _is_school(atoms: list[Atom]) -> bool:
    """Say whether a district is a body: "Lakeside School District"."""
    return len(atoms) > 2 and atoms[-1].word == "district" and atoms[-2].word == "school"


def _headed(line: Line, atoms: list[Atom]) -> Iterator[Part]:
    """Give the part a head makes of the words before it; wars, prizes and treaties are none."""
    words = line.words
    titled = False
    while len(atoms) > 1 and (atoms[0].kind == "small" or atoms[0].word in words.titles):
        titled, atoms = titled or atoms[0].kind != "small", atoms[1:]
    of = next((at for at, atom in enumerate(atoms) if at and titled and atom.word in _OF), 0)
    if of:
        yield from parts_of_segment(line, atoms[:of], after_office=True)
        atoms = atoms[of + 1 :]
    head = next((atom for atom in reversed(atoms) if atom.kind in {"head", "word"}), atoms[-1])
    first, last = atoms[0].first, atoms[-1].last
    opener = next((atom.word for atom in atoms if atom.word in words.organization_openers and atom.kind != "known"), "")
    event = head.word in words.other_heads and head.word not in words.organization_heads
    if event or len(atoms) == 1 or (atoms[0].word in words.other_heads and atoms[1].word in _OF):
        return
    if opener and atoms[0].word == opener:
        yield Part(first, last, "organization", "body-of")
    elif atoms[0].word in words.place_openers and atoms[0].kind != "known" and len(atoms) > 2 and atoms[1].word in _OF:
        yield Part(first, last, "place", "place-of")
    elif is_named_person(line, atoms):
        yield Part(first, last, "person", "given-name")
    elif (parting := _person_of_body(line, atoms)) > 0:
        yield Part(first, atoms[parting].first, "person", "given-name")
        yield from _headed(line, atoms[parting + 1 :])
    elif head.word in words.place_heads and head.word not in words.organization_heads and not _is_school(atoms):
        yield Part(first, last, "place", "place-head", None, not may_be_person(line, atoms))
    else:
        plain = words.language == "en" and line.opens(first)
        common = plain and all(atom.word in words.common or atom.kind == "head" for atom in atoms)
        yield Part(first, last, "organization", "body-head", None, not common)
