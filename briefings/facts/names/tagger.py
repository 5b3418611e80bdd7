"""The small tagger: a linear chain over the tokens of a run, with weights learnt by tools/train_names.py.

It reads what the rules say as one feature among others, and is used where it was trained, for Turkish. Without its
model file the rules stand alone.
"""

from __future__ import annotations

import gzip
from array import array
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.facts.names.features import features_of
from briefings.facts.names.parts import Part
from briefings.facts.names.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.facts.names.parts import Line, PartKind

TAGS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place")
WIDTH = len(TAGS)
FORBIDDEN = -(10**9)
WHOLE = frozenset({"body-head"})
"""Rules whose parts win over a shorter one of the tagger."""
ALONE = frozenset({"known-name", "body-head"})
"""Rules whose parts stand where the tagger sees no name."""
_NOTHING = (0,) * WIDTH


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of a tagger, whole numbers."""

    features: dict[str, int]
    """Where a feature's weights begin, one for each tag."""
    weights: Sequence[int]
    steps: tuple[tuple[int, ...], ...]
    """`steps[before][tag]`; an inside tag follows only its own kind."""


@cache
def model_of(language: str) -> Model | None:
    """Read the model of a language, None when there is none. About 60 ms, once a process."""
    path = files("briefings.languages.names").joinpath("tagger", f"{language}.gz")
    return load(gzip.decompress(path.read_bytes())) if path.is_file() else None


def load(data: bytes) -> Model:
    """Read a model: a line with the count of features, their names one a line, then 16-bit weights, little-endian."""
    header, _, rest = data.partition(b"\n")
    count = int(header)
    size = 2 * WIDTH * (count + WIDTH)
    names = rest[: len(rest) - size].decode().split("\n")[:count]
    weights = array("h")
    weights.frombytes(rest[len(rest) - size :])
    moves = [weights[at : at + WIDTH] for at in range(0, WIDTH * WIDTH, WIDTH)]
    places = dict(zip(names, range(WIDTH * WIDTH, len(weights), WIDTH), strict=True))
    return Model(places, weights, allowed(moves))


def allowed(moves: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Forbid what no name does: an inside tag behind another kind."""
    return tuple(
        tuple(
            FORBIDDEN if TAGS[tag].startswith("I-") and TAGS[before][2:] != TAGS[tag][2:] else moves[before][tag]
            for tag in range(WIDTH)
        )
        for before in range(WIDTH)
    )


def tagged(line: Line, run: tuple[int, int], parts: Sequence[Part], model: Model) -> Iterator[Part]:
    """Give the parts the tagger finds in a run; `parts` are those of the rules."""
    first, last = run
    tags = best_path(model, features_of(line, first, last, parts))
    start = 0
    for at in range(len(tags) + 1):
        if at == len(tags) or not TAGS[tags[at]].startswith("I-"):
            if at > start and tags[start]:
                kind: PartKind = TAGS[tags[start]][2:]  # type: ignore[assignment]
                yield Part(first + start, first + at, kind, "tagger")
            start = at


def best_path(model: Model, features: Sequence[Sequence[str]]) -> list[int]:
    """Give the best tag of each token (Viterbi)."""
    scores = [_scores(model, names) for names in features]
    best = [score if not TAGS[tag].startswith("I-") else FORBIDDEN for tag, score in enumerate(scores[0])]
    back: list[list[int]] = []
    for row in scores[1:]:
        pointers, reached = [], []
        for tag in range(WIDTH):
            before = max(range(WIDTH), key=lambda one: best[one] + model.steps[one][tag])
            pointers.append(before)
            reached.append(best[before] + model.steps[before][tag] + row[tag])
        back.append(pointers)
        best = reached
    tag = max(range(WIDTH), key=best.__getitem__)
    tags = [tag]
    for pointers in reversed(back):
        tag = pointers[tag]
        tags.append(tag)
    tags.reverse()
    return tags


def _scores(model: Model, names: Sequence[str]) -> list[int]:
    find, weights = model.features.get, model.weights
    rows = [weights[at : at + WIDTH] for name in names if (at := find(name)) is not None]
    return [sum(column) for column in zip(_NOTHING, *rows, strict=True)]


def joined(line: Line, parts: Sequence[Part], model: Model) -> list[Part]:
    """Give the names of a sentence as the tagger sees them, where the rules do not know better."""
    found: list[Part] = []
    past = 0
    for run in runs_of(line):
        if run[0] < past:
            continue
        inside = [part for part in parts if run[0] <= part.first < run[1]]
        past = max([run[1], *(part.last for part in inside)])
        found.extend(_merged(line, inside, list(tagged(line, run, inside, model))))
    return found


def _merged(line: Line, ruled: list[Part], learnt: list[Part]) -> list[Part]:
    """Join what both say of a run, in text order.

    A known name of the same words keeps its kind and key; where the tagger sees nothing, what the
    rules are sure of stays.
    """
    fixed = [part for part in ruled if _stays(line, part, learnt)]
    kept = [part for part in learnt if not any(_meet(part, one) for one in fixed)]
    known = {(part.first, part.last): part for part in ruled if part.key is not None}
    found = [*fixed, *(_keyed(part, known.get((part.first, part.last))) for part in kept)]
    free = [part for part in ruled if part.rule in ALONE and not any(_meet(part, one) for one in found)]
    return sorted([*found, *free], key=lambda part: part.first)


def _keyed(part: Part, known: Part | None) -> Part:
    """Take the known name for the same words, unless a place stands for a body there ("Barcelona'da oynadı")."""
    if known is None or (known.kind == "place" and part.kind != "place"):
        return part
    return known


def _stays(line: Line, part: Part, learnt: list[Part]) -> bool:
    """Say whether the rules know better: a name of the desk, a longer body, a name behind an opening word."""
    if part.key in line.reading.names.own:
        return True
    if part.rule in WHOLE and any(_within(one, part) for one in learnt):
        return True
    return part.key is not None and any(
        one.last == part.last and one.first < part.first and _only_opens(line, one.first, part) for one in learnt
    )


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
