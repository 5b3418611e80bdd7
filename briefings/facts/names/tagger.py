"""The small tagger: a linear chain over the tokens of a run, with weights learnt by tools/train_names.py.

It reads what the rules say as one feature among others, and is used where it was trained, for Turkish. Without its
model file the rules stand alone.
"""

from __future__ import annotations

import gzip
import struct
from dataclasses import field
from functools import cache
from importlib.resources import files
from operator import add, getitem
from typing import TYPE_CHECKING

from briefings.facts.names.features import GROUPS, Trait, traits_of
from briefings.facts.names.guessing import ENOUGH_SENTENCES, is_small_word
from briefings.facts.names.joints import apart
from briefings.facts.names.neighbours import has_place_end
from briefings.facts.names.parts import Part
from briefings.model.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefings.facts.names.parts import Line, PartKind

TAGS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place")
WIDTH = len(TAGS)
INSIDE = tuple(tag.startswith("I-") for tag in TAGS)
"""Before an inside tag only its own kind's two may stand, itself and the one before it in the list."""
KNOWN_TRAITS = 8_192
"""Of each group."""
OUTSIDE = tuple(tag for tag, inside in enumerate(INSIDE) if not inside)
_ROOM = 3
"""Bits in which a tag has room."""
_MASK = (1 << _ROOM) - 1
_LAST = WIDTH - 1
FORBIDDEN = -(10**12) << _ROOM
WHOLE = frozenset({"body-head"})
"""Rules whose parts win over a shorter one of the tagger."""
ALONE = frozenset({"known-name", "body-head", "given-name", "after-office", "one-word-body", "called", "short-form"})
"""Rules whose parts stand where the tagger sees no name."""
BACKING = frozenset({"one-word-body", "one-name", "town", "acronym", "given-name", "after-office", "surname", "called"})
"""Rules that see more in a word than its capital."""
_LANE = 32
_BYTES = _LANE // 8
_LANES = struct.Struct(f"<{WIDTH}I")
_SIZE = _LANES.size
_LIFT = sum(1 << (_LANE * tag + _LANE - 1) for tag in range(WIDTH))
"""Lifts every lane above zero; it lifts all alike, so the best stays the best."""
_LIFTS = sum(1 << (_LANE * tag + 15) for tag in range(WIDTH))
"""By so much the weights of a feature are lifted."""
_TOP_BIT_TURNED = bytes(byte ^ 0x80 for byte in range(256))
SCALE = 500
"""Weights are stored as whole numbers, so many for one unit of a logarithm of odds."""
CERTAIN = 3 * SCALE
"""By so much a word at the beginning of a sentence must rather be a name than none to be one by itself."""
LIKELY = 2 * SCALE
"""By so much in a text that is too short to name anybody twice."""
MANY_CAPITALS = 3
HYPHENS = frozenset("-–")


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of a tagger, whole numbers."""

    features: dict[str, int]
    """Where a feature's row begins."""
    rows: bytes | bytearray
    """A weight for each tag, lifted above zero, in a lane each: a row is read as one number."""
    steps: tuple[tuple[int, ...], ...]
    """`steps[tag][before]`, each weight left of the tag before it; an inside tag follows only its own kind."""
    sums: tuple[_Sums, ...] = field(default=(), init=False, compare=False, repr=False)
    """What the features of a trait weigh together, for each group of traits."""

    def __post_init__(self) -> None:
        """Begin with no sums."""
        object.__setattr__(self, "sums", tuple(_Sums(self, group) for group in GROUPS))

    def lanes_of(self, names: Sequence[str]) -> int:
        """Add up the weights of features, those of each tag in a lane of their own."""
        places, rows, read = self.features, self.rows, int.from_bytes
        found = [read(rows[(at := places[name]) : at + _SIZE], "little") for name in names if name in places]
        return sum(found) - len(found) * _LIFTS


class _Sums(dict[Trait, int]):
    """What the features of a trait weigh together, for the traits met so far; emptied when they are many.

    The weights of all tags stand in one number, each in a lane of 32 bits, so that one addition adds them all.
    """

    def __init__(self, model: Model, group: Callable[..., Sequence[str]]) -> None:
        """Begin with nothing."""
        super().__init__()
        self._model, self._group = model, group

    def __missing__(self, trait: Trait) -> int:
        """Add up what the features of a trait weigh, and keep it for the next time."""
        if len(self) >= KNOWN_TRAITS:
            self.clear()
        lanes = self[trait] = self._model.lanes_of(self._group(*trait))
        return lanes


def _laid_out(weights: memoryview) -> bytearray:
    """Give 16-bit weights as rows of a model."""
    rows = bytearray(len(weights) // 2 * _BYTES)
    rows[::_BYTES] = weights[::2]
    rows[1::_BYTES] = bytes(weights[1::2]).translate(_TOP_BIT_TURNED)
    return rows


@cache
def model_of(language: str) -> Model | None:
    """Read the model of a language, None when there is none. About 60 ms, once a process."""
    path = files("briefings.languages.names").joinpath("tagger", f"{language}.gz")
    return load(gzip.decompress(path.read_bytes())) if path.is_file() else None


def load(data: bytes) -> Model:
    """Read a model: a line with the count of features, their names one a line, then 16-bit weights, little-endian."""
    begins = data.index(b"\n") + 1
    count = int(data[:begins])
    first = len(data) - 2 * WIDTH * count
    ends = first - 2 * WIDTH * WIDTH
    rows = _laid_out(memoryview(data)[first:])
    moves = list(struct.iter_unpack(f"<{WIDTH}h", data[ends:first]))
    names = data[begins:ends].decode().split("\n")[:count]
    return Model(dict(zip(names, range(0, len(rows), _SIZE), strict=True)), rows, allowed(moves))


def allowed(moves: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Turn `moves[before][tag]` into the steps of a model; no inside tag stands behind another kind."""
    return tuple(
        tuple(
            FORBIDDEN
            if INSIDE[tag] and TAGS[before][2:] != TAGS[tag][2:]
            else (moves[before][tag] << _ROOM) + _LAST - before
            for before in range(WIDTH)
        )
        for tag in range(WIDTH)
    )


def tagged(line: Line, run: tuple[int, int], parts: Sequence[Part], model: Model) -> Iterator[Part]:
    """Give the parts the tagger finds in a run; `parts` are those of the rules."""
    first, last = run
    scores = [_trait_scores(model, traits) for traits in traits_of(line, first, last, parts)]
    tags = _path(model, scores)
    needed = CERTAIN if len(line.reading.tokens) >= ENOUGH_SENTENCES else LIKELY
    start = 0
    for at in range(len(tags) + 1):
        if at == len(tags) or not INSIDE[tags[at]]:
            if at > start and tags[start]:
                kind: PartKind = TAGS[tags[start]][2:]  # type: ignore[assignment]
                certain = scores[start][tags[start]] - scores[start][0] >= needed
                yield from _unhyphened(line, first + start, first + at, kind, certain=certain)
            start = at


def _unhyphened(line: Line, first: int, last: int, kind: PartKind, *, certain: bool) -> Iterator[Part]:
    """Give what is between the hyphens of a place ("Ankara-Samsun"), other names whole; no mark at an end.

    One word whose capital tells nothing is sure only where the tagger is `certain`.
    """
    begins = first
    for at in range(first, last + 1):
        if at < last and (line.tokens[at].folded not in HYPHENS or (kind != "place" and at < last - 1)):
            continue
        if at > begins:
            alone = _opens_alone(line, begins, at)
            sure = not alone or (certain and _stands_apart(line, begins))
            yield Part(begins, at, kind, "tagger", None, sure)
        begins = at + 1


def _stands_apart(line: Line, at: int) -> bool:
    """Say whether a word may be a name for itself: not written small, no other name right behind it."""
    beside = at + 1 < len(line.tokens) and line.tokens[at + 1].capital and line.gap(at + 1) == " "
    return not beside and not is_small_word(line.folded[at], line.words)


def _opens_alone(line: Line, first: int, last: int) -> bool:
    """Say whether a part is one word whose capital tells nothing."""
    return last - first == 1 and line.opens(first) and not line.tokens[first].suffix


def _path(model: Model, scores: Sequence[Sequence[int]]) -> list[int]:
    """Give the best tag of each token, from the weights of its tags (Viterbi).

    A way's weight stands left of the tag it comes from, counted from behind, so that the greatest number is the best
    way from the first tag that has it.
    """
    first = scores[0]
    if len(scores) == 1:
        return [max(OUTSIDE, key=first.__getitem__)]
    best = [FORBIDDEN if inside else score << _ROOM for inside, score in zip(INSIDE, first, strict=True)]
    back: list[list[int]] = []
    for row in scores[1:]:
        pointers, reached = [], []
        for tag, steps in enumerate(model.steps):
            if INSIDE[tag]:
                way = max(best[tag - 1] + steps[tag - 1], best[tag] + steps[tag])
            else:
                way = max(map(add, best, steps))
            pointers.append(_LAST - (way & _MASK))
            reached.append((way & ~_MASK) + (row[tag] << _ROOM))
        back.append(pointers)
        best = reached
    tag = best.index(max(best))
    tags = [tag]
    for pointers in reversed(back):
        tag = pointers[tag]
        tags.append(tag)
    tags.reverse()
    return tags


def _trait_scores(model: Model, traits: Sequence[Trait]) -> Sequence[int]:
    """Give the weights of a token's tags from its traits, all lifted by the same."""
    return _LANES.unpack(sum(map(getitem, model.sums, traits), _LIFT).to_bytes(_SIZE, "little"))


def joined(line: Line, parts: Sequence[Part], model: Model) -> list[Part]:
    """Give the names of a sentence as the tagger sees them, where the rules do not know better."""
    found: list[Part] = []
    past = 0
    for run in line.runs():
        if run[0] < past:
            continue
        inside = [part for part in parts if run[0] <= part.first < run[1]]
        past = max([run[1], *(part.last for part in inside)])
        seen = [part for part in tagged(line, run, inside, model) if not _is_no_name(line, part)]
        learnt = [one for part in seen for one in apart(line, part)]
        found.extend(_widened(line, part) for part in _merged(line, inside, learnt))
    return found


def _widened(line: Line, part: Part) -> Part:
    """Take in the small noun that belongs to a place's name: "Orla nehri"."""
    longer = part.kind == "place" and part.key is None and has_place_end(line, part.last)
    return replace(part, last=part.last + 1) if longer else part


def _is_no_name(line: Line, part: Part) -> bool:
    """Say whether a name of the tagger is none: a person written like a rule or a ware ("MiFID"), or no body."""
    if part.kind == "person":
        written = line.written(part.first, part.first + 1)
        return not written.isupper() and sum(map(str.isupper, written)) >= MANY_CAPITALS
    return part.kind == "organization" and _is_no_body(line, part)


def _is_no_body(line: Line, part: Part) -> bool:
    """Say whether words are what a body is called, a project, "TL", or words for bodies alone."""
    words, folded = line.words, line.folded[part.first : part.last]
    heads = [words.head(word) for word in folded]
    ends_otherwise = heads[-1] in words.other_heads and heads[-1] not in words.organization_heads
    if folded[-1] in words.title_heads or (len(folded) == 1 and folded[0] in words.never_names):
        return True
    return (ends_otherwise and len(folded) > 1) or all(head in words.organization_heads for head in heads)


def _merged(line: Line, ruled: list[Part], learnt: list[Part]) -> list[Part]:
    """Join what both say of a run, in text order.

    What a table knows is neither overruled nor swallowed; where the tagger sees nothing, what the rules are sure of
    stays.
    """
    fixed = [part for part in ruled if _stays(line, part, learnt)]
    kept = [part for part in learnt if not any(_meet(part, one) for one in fixed)]
    alike = {(part.first, part.last): part for part in ruled}
    found = [*fixed, *(_backed(part, alike.get((part.first, part.last))) for part in kept)]
    free = [part for part in ruled if part.rule in ALONE and not any(_meet(part, one) for one in found)]
    return sorted([*found, *free], key=lambda part: part.first)


def _backed(part: Part, ruled: Part | None) -> Part:
    """Make the tagger's word sure where a rule that needs no capital says the same."""
    if part.sure or ruled is None or ruled.kind != part.kind or ruled.rule not in BACKING:
        return part
    return replace(part, sure=True)


def _stays(line: Line, part: Part, learnt: list[Part]) -> bool:
    """Say whether the rules know better: a known name, a longer body, a person behind an office."""
    meeting = [one for one in learnt if _meet(part, one)]
    if part.key in line.reading.names.own:
        return True
    if part.rule in WHOLE and any(_within(one, part) for one in meeting):
        return True
    if part.rule == "after-office":
        return any(one.last == part.last and one.first < part.first for one in meeting)
    return part.key is not None and any(_overruled(line, part, one) for one in meeting)


def _overruled(line: Line, known: Part, learnt: Part) -> bool:
    """Say whether a known name would be lost for no longer name: cut, renamed, or with a word before that only opens.

    A body may be named after a town ("Ankara Demirspor"), a person like one.
    """
    longer = learnt.last - learnt.first > known.last - known.first
    if longer and learnt.first <= known.first and known.last <= learnt.last:
        return learnt.first < known.first and _only_opens(line, learnt.first, known)
    return True


def _only_opens(line: Line, first: int, part: Part) -> bool:
    """Say whether the words before a known name only open the sentence ("Toplantıya Dünya Bankası …")."""
    words = [token.folded for token in line.tokens[first : part.first]]
    usual = all(word in line.words.not_names or word in line.words.common for word in words)
    return line.opens(first) and (usual or (len(words) == 1 and part.last - part.first > 1))


def _meet(part: Part, other: Part) -> bool:
    return part.first < other.last and other.first < part.last


def _within(part: Part, other: Part) -> bool:
    """Say whether a part lies in a longer one of its kind."""
    inside = other.first <= part.first and part.last <= other.last
    return inside and part.kind == other.kind and part.last - part.first < other.last - other.first
