"""What the rest of the article says about a capitalised word that its own sentence leaves open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.facts.names.guessing import guessed, is_derived, is_small_word
from briefings.facts.names.neighbours import is_one_of_many, word_before, word_behind
from briefings.facts.names.parts import Part
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.facts.names.parts import Line, PartKind

_TURKISH = frozenset("abcçdefgğhıijklmnoöprsştuüvyzâîû")
_AFTER_SPEAKER = frozenset(',:"“”«')
_VOWELS = frozenset("aeıioöuüâîû")
_BACK = frozenset("aıouâû")
_ENDINGS = (
    "ın", "in", "un", "ün", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "la",
    "le", "lar", "ler", "ları", "leri", "ya", "ye", "na", "ne", "nı", "ni", "nu", "nü",
)  # fmt: skip
SHORTEST_STEM = 3
SHORTEST_SURNAME = 2
Found = tuple["Line", "Part"]
Form = tuple[str, ...]

_WEAK_IN_HEADINGS = frozenset({"body-head", "place-head", "surname", "given-name", "town"})
_CLEAR = frozenset({"person", "organization", "place"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Names the article makes sure of."""

    forms: dict[Form, PartKind]
    """Whole names."""
    shares: dict[str, PartKind]
    """First and last words of persons' names, first words of bodies' names."""
    inside: Counter[Form]
    """How often a form stands with a capital within a sentence, where capitals tell something."""
    places: frozenset[Form]
    """Open forms that stand behind "in" or "from" somewhere."""
    people: frozenset[Form]
    """Open forms that do somewhere what persons do ("Basya said", "Basya, who")."""
    likely: frozenset[str]
    """First and last words of what may be persons' full names."""
    things: frozenset[Form]
    """Forms that are called a work, a ware or a craft somewhere, or stand behind an article as common nouns do."""
    small: frozenset[str]
    """Words that the article also writes small."""


def form_of(line: Line, part: Part) -> Form:
    """Give the words of a part in lower case, an unmarked case ending of its head taken off."""
    words = [token.folded for token in line.tokens[part.first : part.last]]
    words[-1] = line.words.head(words[-1])
    return tuple(words)


def evidence_of(found: Sequence[Found], lines: Iterable[Line]) -> Evidence:
    """Gather what sure parts say, and where words stand small."""
    votes: dict[Form, Counter[PartKind]] = {}
    shares: dict[str, PartKind] = {}
    inside: Counter[Form] = Counter()
    places: set[Form] = set()
    people: set[Form] = set()
    things: set[Form] = set()
    likely: set[str] = set()
    for line, part in found:
        form = form_of(line, part)
        if _tells(line, part):
            inside[form] += 1
        if _is_placed(line, part):
            places.add(form)
        if part.rule == "called-thing" or is_one_of_many(line, part.first, part.last):
            things.add(form)
        if part.kind == "unknown" and _does_as_people(line, part):
            people.add(form)
        if part.kind == "person" and len(form) > 1:
            likely.update((form[0], form[-1]))
        if part.sure and part.kind in _CLEAR:
            votes.setdefault(form, Counter())[part.kind] += 1
            _share(shares, form, part)
    small = frozenset(
        [token.folded for line in lines for token in line.tokens if token.kind == "word" and not token.capital]
    )
    forms = {form: kinds.most_common(1)[0][0] for form, kinds in votes.items()}
    return Evidence(
        forms, shares, inside, frozenset(places), frozenset(people), frozenset(likely), frozenset(things), small
    )


def _is_placed(line: Line, part: Part) -> bool:
    """Say whether an open name stands where places do."""
    if part.rule == "in-place":
        return True
    before = [token.folded for token in line.tokens[max(0, part.first - 2) : part.first]]
    if part.kind != "unknown" or not before or before == ["according", "to"]:
        return False
    return before[-1] in line.words.place_prepositions


def _does_as_people(line: Line, part: Part) -> bool:
    """Say whether a verb of persons, "who" or an age follows, or such a verb stands before ("said Basya")."""
    rest = [token.folded for token in line.tokens[part.last : part.last + 2]]
    verbs = line.words.person_verbs
    if not rest:
        return word_before(line, part) in verbs
    aged = rest[0] == "," and line.tokens[min(part.last + 1, len(line.tokens) - 1)].kind == "number"
    return (
        aged or rest[0] in verbs or "who" in (rest[0], rest[-1] * (rest[0] == ",")) or word_before(line, part) in verbs
    )


def _share(shares: dict[str, PartKind], form: Form, part: Part) -> None:
    if len(form) < 2:
        return
    if part.kind == "person":
        shares.setdefault(form[-1], "person")
        shares.setdefault(form[0], "person")
    elif part.kind == "organization" and part.rule == "body-head":
        shares.setdefault(form[0], "organization")


def _tells(line: Line, part: Part) -> bool:
    return not line.shouting and not line.opens(part.first)


def settled(found: Sequence[Found], evidence: Evidence) -> list[Found]:
    """Give each open part a kind, or leave it out."""
    return [(line, done) for line, part in found if (done := _settled(line, part, evidence)) is not None]


def linked(found: Sequence[Found], lines: Sequence[Line], taken: frozenset[int]) -> list[Found]:
    """Add the names that stand alone where the article gives them in full; in text order.

    Surnames ("Koral ayrıca …"), and short forms ("Örnek Kurumu (ÖEK)"). `taken` are the starts of the tokens of dates.
    """
    surnames = {
        form[-1]
        for line, part in found
        if part.kind == "person" and len(form := form_of(line, part)) > 1 and part.sure and not line.shouting
        if len(form[-1]) >= SHORTEST_SURNAME and form[-1] not in line.words.not_names
    }
    short = {line.written(part.first, part.last) for line, part in found if part.rule == "short-form"}
    if not surnames and not short:
        return list(found)
    held = {(line.index, at) for line, part in found for at in range(part.first, part.last)}
    free = [
        (line, at)
        for line in lines
        for at, token in enumerate(line.tokens)
        if token.capital and (line.index, at) not in held and token.start not in taken
    ]
    more: list[Found] = [
        (line, Part(at, at + 1, "person", "same-name"))
        for line, at in free
        if line.tokens[at].folded in surnames and _alone(line, at)
    ]
    more += [
        (line, Part(at, at + 1, "organization", "same-name"))
        for line, at in free
        if line.written(at, at + 1) in short and not line.shouting
    ]
    return sorted([*found, *more], key=lambda one: (one[0].index, one[1].first)) if more else list(found)


def _alone(line: Line, at: int) -> bool:
    """Say whether a surname stands for itself: no capital beside it, and if it is a common word, used as a name is."""
    tokens, token = line.tokens, line.tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.capital and not token.suffix and line.gap(at + 1) == " ":
        return False
    if at and tokens[at - 1].capital and line.gap(at) == " " and tokens[at - 1].folded not in line.words.titles:
        return False
    if not (line.opens(at) or line.shouting) or token.folded not in line.words.common or token.suffix:
        return not line.shouting
    last = next((one.folded for one in reversed(tokens) if one.kind == "word"), "")
    return (following is not None and following.folded in _AFTER_SPEAKER) or last in line.words.person_verbs


def _settled(line: Line, part: Part, evidence: Evidence) -> Part | None:
    form = form_of(line, part)
    if line.shouting and part.key is None and any(word in evidence.small for word in form):
        return None
    if part.sure and not (line.shouting and part.rule in _WEAK_IN_HEADINGS):
        return replace(part, kind=evidence.forms.get(form, part.kind)) if part.rule == "tagger" else part
    kind = evidence.forms.get(form) or (evidence.shares.get(form[0]) if len(form) == 1 else None)
    if kind is not None:
        return replace(part, kind=kind, rule="same-name", sure=True)
    if _is_no_name(line, part, form, evidence):
        return None
    if not (_tells(line, part) or evidence.inside[form] or _marked(line, part) or _speaks(line, part, form)):
        return None
    return guessed(line, part, form, evidence)


def _is_no_name(line: Line, part: Part, form: Form, evidence: Evidence) -> bool:
    """Say whether the article uses a form as a word or for a thing: "the film Orla", "the Orla", "orla"."""
    if part.rule == "called-thing" or (form in evidence.things and form not in evidence.people):
        return True
    return len(form) == 1 and (
        form[0] in evidence.small or (line.opens(part.first) and is_small_word(form[0], line.words))
    )


def _marked(line: Line, part: Part) -> bool:
    """Say whether a Turkish case ending behind an apostrophe shows a proper name."""
    return line.words.language == "tr" and bool(line.suffix(part.last - 1)) and not line.shouting


def _speaks(line: Line, part: Part, form: Form) -> bool:
    """Say whether a name at the start of a sentence shows itself: two words, or one that is no common word."""
    if line.shouting:
        return part.rule == "given-name"
    if part.rule == "tagger":
        return not is_native(form[0]) or (
            part.kind == "person" and not _ended(form[0]) and word_behind(line, part) == ","
        )
    if part.rule in {"two-capitals", "town", "place-ending"}:
        return form[0] not in line.words.common
    return line.words.language == "en" and form[0] not in line.words.common and not is_derived(form[0])


def is_native(word: str) -> bool:
    """Say whether a word may be a Turkish one with or without endings ("mühür", "sevkiyatın", "hattaki").

    Foreign names mostly show themselves: letters Turkish has not, vowels of both kinds without an ending, two
    consonants at the beginning.
    """
    if not set(word) <= _TURKISH or (len(word) > 1 and not set(word[:2]) & _VOWELS):
        return False
    vowels = [letter for letter in word if letter in _VOWELS]
    return len({letter in _BACK for letter in vowels}) == 1 or _ended(word)


def _ended(word: str) -> bool:
    return any(word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM for ending in _ENDINGS)
