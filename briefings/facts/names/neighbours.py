"""What the small words beside a capital say it is: "the town of Orla", "Orla news agency", "the film Orla"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.languages.names.table import GLUED

if TYPE_CHECKING:
    from briefings.facts.names.parts import Line, Part, PartKind
    from briefings.languages.names.vocabulary import Vocabulary

LONGEST_ENDING = 6
LONGEST_NUMBER = 3
_KEPT = 1 << 14
"""Words whose answers are kept."""
_DETERMINERS = frozenset({"the", "a", "an", "one", "some", "many", "most", "these", "those", "two", "three"})
_QUALIFIERS = frozenset({"news", "oil", "gas", "energy", "telecoms", "technology", "defence", "defense", "football"})


def told_by_neighbours(line: Line, first: int, last: int) -> PartKind | None:
    """Give what a small noun beside the tokens `first` to `last` says they are, None when none does."""
    word, words = small_word(line, last), line.words
    noun = small_word(line, last + 1) if word in _QUALIFIERS else word
    if _among(noun, words.bodies_behind, words):  # "Orla news agency", "Orla şirketi"
        return "organization"
    return "place" if _is_called_place(line, first, word) else None


def is_called_place(line: Line, first: int, last: int) -> bool:
    """Say whether a noun for places stands beside a name: "the town of Orla", "Orla province", "Orla ilçesi"."""
    return _is_called_place(line, first, small_word(line, last))


def _is_called_place(line: Line, first: int, behind: str) -> bool:
    words = line.words
    if _among(behind, words.places_behind, words):
        return True
    if words.language != "en" or first < 2 or line.tokens[first - 1].folded != "of":
        return False
    return line.tokens[first - 2].folded in words.places_before


def has_place_end(line: Line, last: int) -> bool:
    """Say whether a small Turkish noun behind a name belongs to it: "Orla nehri"."""
    return _among(small_word(line, last), line.words.place_ends, line.words)


def is_called_thing(line: Line, first: int, last: int) -> bool:
    """Say whether a noun for works, wares or craft stands beside a name, a number behind it, or ".com"."""
    words, tokens = line.words, line.tokens
    if _among(small_word(line, last), words.things_behind, words) or _is_numbered(line, last):
        return True
    if words.language != "en":
        return False
    dotted = last + 1 < len(tokens) and tokens[last].folded == "." and not line.gap(last) and not line.gap(last + 1)
    called = first > 0 and tokens[first - 1].folded in words.things_before and line.gap(first) == " "
    return (dotted and tokens[last + 1].kind == "word") or called


def is_one_of_many(line: Line, first: int, last: int) -> bool:
    """Say whether an English word is used as a common noun is: an article before it, nothing it describes behind."""
    if line.words.language != "en" or not first or line.tokens[first - 1].folded not in _DETERMINERS:
        return False
    if last >= len(line.tokens):
        return True
    following = line.tokens[last]
    return following.kind == "mark" or following.folded in line.words.not_names


def word_before(line: Line, part: Part) -> str:
    """Give the token before a part in lower case, "" when it opens its sentence."""
    return line.tokens[part.first - 1].folded if part.first else ""


def word_behind(line: Line, part: Part) -> str:
    """Give the token behind a part in lower case, "" when it ends its sentence."""
    return line.tokens[part.last].folded if part.last < len(line.tokens) else ""


def small_word(line: Line, at: int) -> str:
    """Give the small word at a token, "" when something else stands there or the word before has an ending."""
    if not 0 < at < len(line.tokens) or line.tokens[at].kind != "word" or line.tokens[at].capital:
        return ""
    return line.tokens[at].folded if line.gap(at) == " " and not line.suffix(at - 1) else ""


def _among(word: str, listed: frozenset[str], words: Vocabulary) -> bool:
    """Say whether a word, in Turkish without its endings, is one of a list."""
    if not word:
        return False
    return word in listed or (words.language == "tr" and _is_form_among(word, listed))


@lru_cache(_KEPT)
def _is_form_among(word: str, listed: frozenset[str]) -> bool:
    return any(word[-cut:] in GLUED and word[:-cut] in listed for cut in range(1, LONGEST_ENDING))


def _is_numbered(line: Line, last: int) -> bool:
    """Say whether a short number belongs to a name ("Orla 12"): no person's."""
    if line.words.language != "en" or last >= len(line.tokens) or line.tokens[last].kind != "number":
        return False
    token = line.tokens[last]
    return line.gap(last) in {" ", "-"} and token.end - token.start <= LONGEST_NUMBER
