"""What the letters of a word tell: Roman numerals, short forms in capitals, capitals within a word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.facts.names.parts import Line
    from briefings.facts.names.runs import Atom

_KEPT = 1 << 14
"""Words whose answers are kept."""
SHORTEST_ACRONYM = 2
LONGEST_ACRONYM = 10
SHORTEST_HUMP = 4
_ROMAN = re.compile(r"(?:d?c{0,3}|cd)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


@lru_cache(_KEPT)
def is_roman(word: str) -> bool:
    """Say whether a word, in lower case, may be a Roman numeral ("III")."""
    return bool(word) and _ROMAN.fullmatch(word.replace("ı", "i")) is not None


def may_be_acronym(line: Line, atom: Atom) -> bool:
    """Say whether capitals are short for a body: not a number, nor a common word cried out, nor a note in brackets."""
    length = line.tokens[atom.first].end - line.tokens[atom.first].start
    if is_roman(atom.word) or length > LONGEST_ACRONYM or (atom.first and line.tokens[atom.first - 1].folded == "@"):
        return False
    if line.words.language == "tr":
        return True
    if length <= SHORTEST_ACRONYM or atom.word in line.words.common or not atom.word.isalpha():
        return False
    return not _in_brackets(line, atom) or is_short_form(line, atom)


def is_short_form(line: Line, atom: Atom) -> bool:
    """Say whether capitals in brackets are short for the body before them, or capitals for the body in brackets."""
    if _in_brackets(line, atom):
        return _spells_what_is_before(line, atom) or _is_behind_body(line, atom)
    return _is_before_body(line, atom)


def _is_before_body(line: Line, atom: Atom) -> bool:
    """Say whether a body's name stands in brackets behind capitals: "ELN (National Liberation Army)"."""
    inner = line.tokens[atom.last + 1 : atom.last + 2 + LONGEST_ACRONYM]
    if not inner or line.tokens[atom.last].folded != "(" or not inner[0].capital:
        return False
    end = next((at for at, token in enumerate(inner) if token.folded == ")"), 0)
    return end > 1 and line.words.head(inner[end - 1].folded) in line.words.organization_heads


def _is_behind_body(line: Line, atom: Atom) -> bool:
    """Say whether capitals in brackets follow a body's name: "National Liberation Army (ELN)"."""
    before = line.tokens[atom.first - 2] if atom.first > 1 else None
    return before is not None and before.capital and line.words.head(before.folded) in line.words.organization_heads


def _spells_what_is_before(line: Line, atom: Atom) -> bool:
    """Say whether capitals in brackets are the initials of the name before: "Civil Protection Agency (CPA)"."""
    letters: list[str] = []
    first = atom.first - 1
    while first > 0 and line.tokens[first - 1].kind == "word" and len(letters) < LONGEST_ACRONYM:
        first -= 1
        if line.tokens[first].capital:
            letters.append(line.tokens[first].folded[0])
        elif line.tokens[first].folded not in line.words.connectors:
            break
    return "".join(reversed(letters)).endswith(atom.word)


def _in_brackets(line: Line, atom: Atom) -> bool:
    return atom.first > 0 and line.tokens[atom.first - 1].folded in "(["


def is_camel(written: str) -> bool:
    """Say whether a capital stands within a word as in names of firms ("NordRail"), not as in "McNeil" or "LaSalle"."""
    inner = next((at for at, letter in enumerate(written) if at and letter.isupper()), 0)
    return inner >= SHORTEST_HUMP and written[1:inner].islower() and written[inner + 1 :].islower()


def is_product(line: Line, atoms: list[Atom]) -> bool:
    """Say whether English words are written as wares are: a capital within the first, few capitals last ("… VR")."""
    last = line.written(atoms[-1].first, atoms[-1].last)
    short = SHORTEST_ACRONYM <= len(last) < SHORTEST_HUMP and last.isupper() and not is_roman(atoms[-1].word)
    return line.words.language == "en" and (short or is_camel(line.written(atoms[0].first, atoms[0].last)))
