"""Train the Turkish name tagger: an averaged structured perceptron over the runs of capitalised words.

    python tools/train_names.py FOLDER

FOLDER holds *.conll files: one token and its tag a line, parted by a tab, an empty line between sentences (BIO; PERSON,
ORG, GPE, LOC and FAC are read). Writes tr.gz and words_tr.txt in briefings/languages/names/tagger; the same data gives
the same bytes. Both take the licence of the data: see LICENCE.txt beside them.
"""

from __future__ import annotations

import gzip
import random
import sys
from array import array
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefings.facts.names.features import features_of
from briefings.facts.names.finding import line_of
from briefings.facts.names.shapes import parts_of
from briefings.facts.names.tagger import TAGS, WIDTH, Model, allowed, best_path
from briefings.facts.reading import reading_of
from briefings.languages.names import builtin_names
from briefings.model import Article, Block, Sentence, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.languages.names import NameTable

TARGET = Path(__file__).resolve().parent.parent / "briefings" / "languages" / "names" / "tagger" / "tr.gz"
KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
WORDS_HEADER = "# Words the training sentences write small, by tools/train_names.py. CC BY-SA 4.0, see LICENCE.txt\n"
ROUNDS = 8
SEEN = 2
SCALE = 60
SMALLEST = 7
CLOSING = frozenset(",.;:!?)]}")
Run = tuple[list[list[str]], list[int]]


def main(folder: Path) -> None:
    """Train on every file of the folder and write the model."""
    write_words(folder)
    names = builtin_names()
    runs = [
        run
        for path in sorted(folder.glob("*.conll"))
        for sentence in sentences(path)
        for run in runs_in(sentence, names)
    ]
    print(f"{len(runs)} runs")
    seen = Counter(name for features, _ in runs for token in features for name in token)
    runs = [([[name for name in token if seen[name] >= SEEN] for token in features], tags) for features, tags in runs]
    model = trained(runs)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(gzip.compress(packed(model), 9, mtime=0))
    print(f"{len(model.features)} features, {TARGET.stat().st_size} bytes")


def write_words(folder: Path) -> None:
    """Write the words that the sentences write small at least twice."""
    counts = Counter(
        token
        for path in sorted(folder.glob("*.conll"))
        for sentence in sentences(path)
        for token, _ in sentence
        if token.isalpha() and token.islower()
    )
    found = sorted(word for word, count in counts.items() if count >= SEEN)
    (TARGET.parent / "words_tr.txt").write_text(WORDS_HEADER + "".join(f"{word}\n" for word in found), encoding="utf-8")


def sentences(path: Path) -> list[list[tuple[str, str]]]:
    """Give the sentences of a file as tokens with tags."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    rows = [[tuple(line.split("\t")) for line in block.splitlines() if "\t" in line] for block in blocks]
    return [[(row[0], row[-1]) for row in block] for block in rows if block]


def runs_in(sentence: list[tuple[str, str]], names: NameTable) -> list[Run]:
    """Give the runs of a sentence with the right tags."""
    text, spans = joined(sentence)
    block, whole = Block("paragraph", Span(0, len(text))), Sentence(0, 0, Span(0, len(text)))
    article = Article("training", Source("", ""), "tr", text, (block,), (whole,), None)
    line = line_of(reading_of(article, names), 0)
    parts = parts_of(line)
    found = []
    for first, last in line.runs:
        tags = [tag_at(line.tokens[at].start, spans) for at in range(first, last)]
        found.append((features_of(line, first, last, parts), repaired(tags)))
    return found


def joined(sentence: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """Give the text of a sentence and the spans of its names."""
    text, spans = "", []
    for token, tag in sentence:
        glued = not text or token in CLOSING or text.endswith("(")
        text += token if glued else f" {token}"
        start, kind = len(text) - len(token), KINDS.get(tag[2:], "")
        if tag.startswith("B-") and kind:
            spans.append((start, len(text), kind))
        elif tag.startswith("I-") and kind and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return text, spans


def tag_at(start: int, spans: list[tuple[int, int, str]]) -> int:
    """Give the tag of the token that begins at `start`."""
    for first, last, kind in spans:
        if first <= start < last:
            return TAGS.index(("B-" if start == first else "I-") + kind)
    return 0


def repaired(tags: list[int]) -> list[int]:
    """Make an inside tag without a beginning a beginning."""
    for at, tag in enumerate(tags):
        if TAGS[tag].startswith("I-") and (at == 0 or TAGS[tags[at - 1]][2:] != TAGS[tag][2:]):
            tags[at] = tag - 1
    return tags


def trained(runs: list[Run]) -> Model:
    """Train an averaged perceptron; averages come from sums of changes with the time they were made."""
    names = sorted({name for features, _ in runs for token in features for name in token})
    places = {name: at * WIDTH for at, name in enumerate(names)}
    size = len(names) * WIDTH
    weights, totals = [0] * size, [0] * size
    moves, move_totals = [[0] * WIDTH for _ in TAGS], [[0] * WIDTH for _ in TAGS]
    order, time = list(range(len(runs))), 1
    for round_ in range(ROUNDS):
        random.Random(round_).shuffle(order)
        wrong = 0
        for at in order:
            features, tags = runs[at]
            guess = best_path(Model(places, weights, allowed(moves)), features)
            time += 1
            if guess == tags:
                continue
            wrong += 1
            learn(weights, totals, changes(places, runs[at], guess), time)
            learn_moves(moves, move_totals, tags, guess, time)
        print(f"round {round_ + 1}: {wrong} of {len(runs)} wrong", flush=True)
    averaged = [round(SCALE * (one - total / time)) for one, total in zip(weights, totals, strict=True)]
    steps = [[round(SCALE * (moves[b][t] - move_totals[b][t] / time)) for t in range(WIDTH)] for b in range(WIDTH)]
    return kept(places, averaged, steps)


def learn(weights: list[int], totals: list[int], cells: Iterator[tuple[int, int]], time: int) -> None:
    """Move weights, given as (place, change)."""
    for place, change in cells:
        weights[place] += change
        totals[place] += time * change


def changes(places: dict[str, int], run: Run, guess: list[int]) -> Iterator[tuple[int, int]]:
    """Give what to change so that wrongly tagged tokens lean towards their right tag."""
    for names, right, wrong in zip(*run, guess, strict=True):
        if right != wrong:
            for name in names:
                yield places[name] + right, 1
                yield places[name] + wrong, -1


def learn_moves(moves: list[list[int]], totals: list[list[int]], tags: list[int], guess: list[int], time: int) -> None:
    """Move the weights of the steps from tag to tag."""
    for path, change in ((tags, 1), (guess, -1)):
        for before, tag in pairwise(path):
            moves[before][tag] += change
            totals[before][tag] += time * change


def kept(places: dict[str, int], weights: list[int], steps: list[list[int]]) -> Model:
    """Leave out features that hardly weigh; the weights of the steps stand first."""
    found: dict[str, int] = {}
    rows = [weight for row in steps for weight in row]
    for name, place in places.items():
        row = weights[place : place + WIDTH]
        if max(map(abs, row)) >= SMALLEST:
            found[name] = len(rows)
            rows.extend(row)
    return Model(found, rows, ())


def packed(model: Model) -> bytes:
    """Write a model as `tagger.load` reads it."""
    names = "".join(f"{name}\n" for name in model.features)
    return f"{len(model.features)}\n{names}".encode() + array("h", model.weights).tobytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
