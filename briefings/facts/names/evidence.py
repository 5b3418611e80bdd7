"""What the rest of the article says about a capitalised word that its own sentence leaves open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.facts.names.parts import Line, Part, PartKind

_DERIVED = (
    "ism", "isms", "ist", "ists", "ian", "ians", "ans", "ese", "ish", "ial", "ional", "ing", "ly", "tion", "tions",
    "ness", "ment", "ments", "ships", "ities", "ity", "ages", "ings", "ors", "ers", "ics", "ous", "ful", "ic", "ical",
    "ive",
)  # fmt: skip
_SUBJECT_VERBS = frozenset(
    {
        "has", "had", "is", "was", "will", "would", "did", "does", "can", "could", "made", "took", "gave", "came",
        "went", "became", "began", "won", "lost", "left", "met", "led", "held", "also", "who",
    }
)  # fmt: skip
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
    small: frozenset[str]
    """Words that the article also writes small."""


def form_of(line: Line, part: Part) -> Form:
    """Give the words of a part in lower case, an unmarked case ending of its head taken off."""
    words = [token.folded for token in line.tokens[part.first : part.last]]
    words[-1] = line.words.head(words[-1])
    return tuple(words)


def evidence_of(found: Sequence[Found], lines: Iterable[Line]) -> Evidence:
    """Gather what sure parts say, and where words stand small."""
    forms: dict[Form, PartKind] = {}
    shares: dict[str, PartKind] = {}
    inside: Counter[Form] = Counter()
    places: set[Form] = set()
    for line, part in found:
        form = form_of(line, part)
        if _tells(line, part):
            inside[form] += 1
        if part.kind == "unknown" and part.first and _before(line, part) in line.words.place_prepositions:
            places.add(form)
        if part.sure and part.kind in _CLEAR:
            forms.setdefault(form, part.kind)
            _share(shares, form, part)
    small = frozenset(
        token.folded for line in lines for token in line.tokens if token.kind == "word" and not token.capital
    )
    return Evidence(forms, shares, inside, frozenset(places), small)


def _before(line: Line, part: Part) -> str:
    return line.tokens[part.first - 1].folded if part.first else ""


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


def _settled(line: Line, part: Part, evidence: Evidence) -> Part | None:
    form = form_of(line, part)
    if line.shouting and part.key is None and any(word in evidence.small for word in form):
        return None
    if part.sure and not (line.shouting and part.rule in _WEAK_IN_HEADINGS):
        return part
    kind = evidence.forms.get(form)
    if kind is None and len(form) == 1:
        kind = evidence.shares.get(form[0])
    if kind is not None:
        return replace(part, kind=kind, rule="same-name", sure=True)
    if len(form) == 1 and (form[0] in evidence.small or (line.opens(part.first) and form[0] in line.words.common)):
        return None
    if not (_tells(line, part) or evidence.inside[form] or _marked(line, part) or _speaks(line, part, form)):
        return None
    return _guess(line, part, in_place=form in evidence.places)


def _marked(line: Line, part: Part) -> bool:
    """Say whether a Turkish case ending behind an apostrophe shows a proper name."""
    return line.words.language == "tr" and bool(line.suffix(part.last - 1)) and not line.shouting


def _speaks(line: Line, part: Part, form: Form) -> bool:
    """Say whether a name at the start of a sentence shows itself: two words, or one that is no common word."""
    if line.shouting:
        return part.rule == "given-name"
    if part.rule in {"two-capitals", "town", "place-ending"}:
        return form[0] not in line.words.common
    return line.words.language == "en" and form[0] not in line.words.common and not is_derived(form[0])


def is_derived(word: str) -> bool:
    """Say whether an English word is made from another rather than a name ("Marxism", "Mexicans")."""
    return word.endswith(_DERIVED)


def _guess(line: Line, part: Part, *, in_place: bool) -> Part | None:
    """Guess the kind of a name that nothing in the article tells."""
    if part.kind != "unknown":
        return part
    if line.words.language == "tr":
        kind: PartKind = "organization" if part.rule == "before-office" else "person"
        return replace(part, kind=kind) if part.rule != "capitals" else None
    return _guess_english(line, part, in_place=in_place)


def _guess_english(line: Line, part: Part, *, in_place: bool) -> Part | None:
    """Guess by the neighbours: "in Aceh", "said Basya"; a lone word behind "the" is a thing."""
    before = _before(line, part)
    after = line.tokens[part.last].folded if part.last < len(line.tokens) else ""
    last = line.tokens[part.last - 1].folded
    if part.rule == "capitals" or is_derived(last) or last in line.words.common:
        return None
    if part.rule == "before-office" or after in line.words.person_verbs:
        return replace(part, kind="organization" if part.rule == "before-office" else "person")
    if in_place:
        return replace(part, kind="place")
    if before == "the" or (line.opens(part.first) and not _acts(line, part, after)):
        return None
    return replace(part, kind="person")


def _acts(line: Line, part: Part, after: str) -> bool:
    """Say whether an unknown word that opens a sentence is its subject: a verb, a comma or a possessive follows."""
    if line.suffix(part.last - 1) or not after or after in ",'":
        return True
    return after in _SUBJECT_VERBS or (after.endswith("ed") and after not in line.words.place_prepositions)
