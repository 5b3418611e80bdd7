"""Train the Turkish name tagger: an averaged structured perceptron over the runs of capitalised words.

    python tools/train_names.py FOLDER

FOLDER holds *.conll files: one token and its tag a line, parted by a tab, an empty line between sentences (BIO; PERSON,
ORG, GPE, LOC and FAC are read). Writes briefings/languages/names/tagger/tr.gz; the same data gives the same bytes. The
model takes the licence of the data: see LICENCE.txt beside it.
"""

from __future__ import annotations

import gzip
import random
import sys
from array import array
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefings.facts.name_features import features_of
from briefings.facts.name_runs import runs_of
from briefings.facts.name_shapes import parts_of
from briefings.facts.name_tagger import TAGS, WIDTH, Model, best_path
from briefings.facts.names import line_of
from briefings.facts.reading import reading_of
from briefings.languages.names import builtin_names
from briefings.model import Article, Block, Sentence, Source, Span

TARGET = Path(__file__).resolve().parent.parent / "briefings" / "languages" / "names" / "tagger" / "tr.gz"
KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
ROUNDS = 8
SEEN = 2
SCALE = 60
SMALLEST = 4
CLOSING = frozenset(",.;:!?)]}")
Run = tuple[list[list[str]], list[int]]


def main(folder: Path) -> None:
    """Train on every file of the folder and write the model."""
    names = builtin_names()
    runs = [run for path in sorted(folder.glob("*.conll")) for sentence in sentences(path) for run in runs_in(sentence, names)]
    print(f"{len(runs)} runs")
    seen = Counter(name for features, _ in runs for token in features for name in token)
    runs = [([[name for name in token if seen[name] >= SEEN] for token in features], tags) for features, tags in runs]
    model = trained(runs)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(gzip.compress(packed(model), 9, mtime=0))
    print(f"{len(model.features)} features, {TARGET.stat().st_size} bytes")


def sentences(path: Path) -> list[list[tuple[str, str]]]:
    """Give the sentences of a file as tokens with tags."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    rows = [[tuple(line.split("\t")) for line in block.splitlines() if "\t" in line] for block in blocks]
    return [[(row[0], row[-1]) for row in block] for block in rows if block]


def runs_in(sentence: list[tuple[str, str]], names: object) -> list[Run]:
    """Give the runs of a sentence with the right tags."""
    text, spans = joined(sentence)
    block, whole = Block("paragraph", Span(0, len(text))), Sentence(0, 0, Span(0, len(text)))
    article = Article("training", Source("", ""), "tr", text, (block,), (whole,), None)
    line = line_of(reading_of(article, names), 0)
    parts = parts_of(line)
    found = []
    for first, last in runs_of(line):
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
    """Train an averaged perceptron; averages are kept as sums with time stamps."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * WIDTH)
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0] * WIDTH)
    steps = [[0.0] * WIDTH for _ in TAGS]
    step_totals = [[0.0] * WIDTH for _ in TAGS]
    order, time = list(range(len(runs))), 1
    for round_ in range(ROUNDS):
        random.Random(round_).shuffle(order)
        wrong = 0
        for at in order:
            features, tags = runs[at]
            allowed = tuple(
                tuple(-1e9 if TAGS[t][:1] == "I" and TAGS[b][2:] != TAGS[t][2:] else steps[b][t] for t in range(WIDTH))
                for b in range(WIDTH)
            )
            guess, _ = best_path(Model(weights, allowed), features)  # type: ignore[arg-type]
            if guess != tags:
                wrong += 1
                for position, names in enumerate(features):
                    if guess[position] != tags[position]:
                        for name in names:
                            for tag, change in ((tags[position], 1.0), (guess[position], -1.0)):
                                weights[name][tag] += change
                                totals[name][tag] += time * change
                    if position:
                        for path, change in ((tags, 1.0), (guess, -1.0)):
                            steps[path[position - 1]][path[position]] += change
                            step_totals[path[position - 1]][path[position]] += time * change
            time += 1
        print(f"round {round_ + 1}: {wrong} of {len(runs)} wrong", flush=True)
    averaged = {
        name: tuple(round(SCALE * (row[tag] - totals[name][tag] / time)) for tag in range(WIDTH)) for name, row in weights.items()
    }
    kept = {name: row for name, row in averaged.items() if max(map(abs, row)) >= SMALLEST}
    moves = tuple(tuple(round(SCALE * (steps[b][t] - step_totals[b][t] / time)) for t in range(WIDTH)) for b in range(WIDTH))
    return Model(kept, moves)


def packed(model: Model) -> bytes:
    """Write a model as `name_tagger.load` reads it."""
    names = sorted(model.features)
    weights = array("h", (value for row in model.steps for value in row))
    weights.extend(value for name in names for value in model.features[name])
    return f"{len(names)}\n".encode() + "".join(f"{name}\n" for name in names).encode() + weights.tobytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
