"""Runs: stretches of a sentence that are written like names, and the atoms they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.languages.tokens import APOSTROPHES
from briefings.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.facts.names.parts import Line
    from briefings.languages.names.vocabulary import Vocabulary

LONGEST_RUN = 24
LONGEST_HEADED = 4
_LISTING = frozenset({",", "and", "or", "-", "–"})

AtomKind = Literal["known", "office", "head", "word", "small"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One or more tokens of a run that belong together."""

    kind: AtomKind
    first: int
    last: int
    word: str
    """The last word, in lower case and without an unmarked case ending."""
    key: str | None = None


def runs_of(line: Line) -> Iterator[tuple[int, int]]:
    """Give the token ranges of a sentence that begin with a capital and go on as a name may."""
    end, count = 0, len(line.tokens)
    for at, token in enumerate(line.tokens):
        if token.capital and at >= end:
            end = at + 1
            while end < min(count, at + LONGEST_RUN) and (step := _goes_on(line, end)):
                end += step
            yield at, end


def _goes_on(line: Line, at: int) -> int:
    """Give how many tokens from `at` carry the run on to its next capital, 0 when it ends before them."""
    if line.suffix(at - 1) and not line.joined(at - 1):
        return 0
    token, gap = line.tokens[at], line.gap(at)
    if token.capital:
        return int(gap in {"", " ", "\u00a0"})
    if token.kind == "mark":
        return _past_mark(line, at)
    if token.kind != "word" or gap != " ":
        return 0
    if token.folded in line.words.connectors or token.folded in line.words.particles:
        return _past_small_words(line, at)
    return 0


def _past_mark(line: Line, at: int) -> int:
    mark, before = line.tokens[at].folded, line.tokens[at - 1]
    following = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
    if following is None:
        return 0
    if line.gap(at):
        spaced = mark == "&" and line.gap(at) == line.gap(at + 1) == " "
        return 2 if spaced and following.capital and _leads_to_body(line, at + 1) else 0
    if mark == ".":
        short = before.end - before.start <= 1 or before.folded in line.words.titles or _numeral(line, at - 1)
        return 2 if short and following.capital and len(line.gap(at + 1)) <= 1 else 0
    if mark in "-–":
        return 2 if not line.gap(at + 1) and following.kind == "word" and (following.capital or mark == "-") else 0
    if mark in APOSTROPHES:
        return 2 if before.folded.endswith("s") and _leads_to_body(line, at + 1) else 0
    return 0 if mark != "&" or not following.capital else 2


def _leads_to_body(line: Line, at: int) -> bool:
    """Say whether the capitals from `at` end in the head of a body ("Car Makers' Council")."""
    for token in line.tokens[at : at + LONGEST_HEADED]:
        if not token.capital or token.suffix:
            return False
        if token.folded in line.words.organization_heads:
            return True
    return False


def _numeral(line: Line, at: int) -> bool:
    """Say whether a token is a Roman numeral in front of a name ("II. Filip")."""
    written = line.written(at, at + 1)
    return line.words.language == "tr" and written.isupper() and all(letter in "IVXL" for letter in written)


def _past_small_words(line: Line, at: int) -> int:
    """Give how many small words ("of the", "bin") lead to the next capital; 0 when none follows."""
    for count in (1, 2):
        if at + count >= len(line.tokens) or line.gap(at + count) not in {" ", "-"}:
            return 0
        token = line.tokens[at + count]
        if token.capital:
            return count + 1
        if token.folded not in line.words.connectors and token.folded not in line.words.particles:
            return 0
    return 0


def atoms_of(line: Line, first: int, last: int) -> list[Atom]:
    """Cut a run into known names, offices, heads ("Konseyi"), other words and small words."""
    found: list[Atom] = []
    at = first
    while at < last:
        atom = _atom(line, at, last)
        found.append(atom)
        at = atom.last
    return found


def _atom(line: Line, at: int, last: int) -> Atom:
    token = line.tokens[at]
    known = line.reading.names.longest_at(line.tokens, at, line.text, line.words.language)
    office = office_from(line, at, last)
    if known is not None and known[0] >= office - at and not _is_doubtful(line, at, known):
        end = at + known[0]
        return Atom("known", at, end, line.words.head(line.tokens[min(end, len(line.tokens)) - 1].folded), known[1])
    if office > at:
        return Atom("office", at, office, line.tokens[office - 1].folded)
    word = line.words.head(token.folded)
    if not token.capital:
        return Atom("word" if _hyphened(line, at) else "small", at, at + 1, token.folded)
    if word in line.words.offices and (word != token.folded or (word,) in line.words.office_phrases):
        return Atom("office", at, at + 1, word)
    headed = word in line.words.heads and not (line.words.language == "en" and _before_hyphen(line, at))
    return Atom("head" if headed else "word", at, at + 1, word)


def _hyphened(line: Line, at: int) -> bool:
    """Say whether a small word is the second half of a name: "Hau Lung-bin"."""
    return at > 1 and line.tokens[at - 1].folded == "-" and not line.gap(at) and not line.gap(at - 1)


def _before_hyphen(line: Line, at: int) -> bool:
    """Say whether a word is the first half of a longer one: "Sea-Air"."""
    return at + 1 < len(line.tokens) and line.tokens[at + 1].folded == "-" and not line.gap(at + 1)


def _is_doubtful(line: Line, at: int, known: tuple[int, str]) -> bool:
    """Say whether a place of the table is an English word here: nothing around it speaks of places ("Of", "Batman")."""
    words, tokens = line.words, line.tokens
    if words.language != "en" or known[0] > 1 or known[1] in line.reading.names.own:
        return False
    if line.reading.names.entries[known[1]].kind != "place" or not is_doubtful_place(words, tokens[at].folded):
        return False
    if at and tokens[at - 1].folded in words.place_prepositions:
        return False
    if at > 1 and tokens[at - 1].folded in _LISTING and _is_place(line, at - 2):
        return False
    return not (at + 2 < len(tokens) and tokens[at + 1].folded in _LISTING and _is_place(line, at + 2))


def is_doubtful_place(words: Vocabulary, word: str) -> bool:
    """Say whether a town is written like another English word or name."""
    return word in words.doubtful_places or word in words.not_names


def _is_place(line: Line, at: int) -> bool:
    known = line.reading.names.longest_at(line.tokens, at, line.text, line.words.language)
    return known is not None and line.reading.names.entries[known[1]].kind == "place"


def office_from(line: Line, at: int, last: int) -> int:
    """Give where the longest office that begins at a token ends, `at` when none does."""
    longest = line.words.office_starts.get(line.tokens[at].folded, 0)
    for count in range(min(longest, last - at), 0, -1):
        if line.folded[at : at + count] in line.words.office_phrases:
            return at + count
    return at


def office_until(line: Line, end: int) -> int:
    """Give where the longest office that ends before token `end` begins, `end` when none does."""
    for count in range(min(4, end), 0, -1):
        if line.folded[end - count : end] in line.words.office_phrases:
            return end - count
    return end
