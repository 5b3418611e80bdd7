"""Train the Turkish name tagger: a conditional random field over the runs of capitalised words.

    python tools/train_names.py FOLDER

FOLDER holds *.conll files: one token and its tag a line, parted by a tab, an empty line between sentences (BIO; PERSON,
ORG, GPE, LOC and FAC are read). Writes tr.gz and words_tr.txt in briefings/languages/names/tagger; the same data gives
the same bytes. Both take the licence of the data: see LICENCE.txt beside them. Needs the package `python-crfsuite`
0.9.11 (MIT), which no briefing needs. About two minutes.
"""

from __future__ import annotations

import gzip
import sys
from array import array
from collections import Counter
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pycrfsuite

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefings.facts.names.features import features_of
from briefings.facts.names.finding import line_of
from briefings.facts.names.shapes import parts_of
from briefings.facts.names.tagger import SCALE, TAGS, WIDTH
from briefings.facts.reading import reading_of
from briefings.languages.names import builtin_names
from briefings.model import Article, Block, Sentence, Source, Span

if TYPE_CHECKING:
    from briefings.languages.names import NameTable

TARGET = Path(__file__).resolve().parent.parent / "briefings" / "languages" / "names" / "tagger" / "tr.gz"
KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
WORDS_HEADER = "# Words the training sentences write small, by tools/train_names.py. CC BY-SA 4.0, see LICENCE.txt\n"
ROUNDS = 80
PRIOR = 1.0
"""Weight of the squared weights in what is minimised: more makes them smaller."""
SEEN = 2
LARGEST = 2**15 - 1
SMALLEST = 10
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
    moves, rows = trained(runs)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(gzip.compress(packed(moves, rows), 9, mtime=0))
    print(f"{len(rows)} features, {TARGET.stat().st_size} bytes")


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
    for first, last in line.runs():
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


def trained(runs: list[Run]) -> tuple[list[int], dict[str, list[int]]]:
    """Train by L-BFGS with a Gaussian prior; give the weights of the steps and of the features as whole numbers."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, tags in runs:
        trainer.append(features, [TAGS[tag] for tag in tags])
    trainer.set_params({"c1": 0.0, "c2": PRIOR, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
    return kept(learnt.state_features, learnt.transitions)


def kept(
    weights: dict[tuple[str, str], float], moves: dict[tuple[str, str], float]
) -> tuple[list[int], dict[str, list[int]]]:
    """Leave out features that hardly weigh."""
    rows: dict[str, list[int]] = {}
    for (name, tag), weight in sorted(weights.items()):
        rows.setdefault(name, [0] * WIDTH)[TAGS.index(tag)] = max(-LARGEST, min(LARGEST, round(SCALE * weight)))
    steps = [round(SCALE * moves.get((before, tag), 0.0)) for before in TAGS for tag in TAGS]
    return steps, {name: row for name, row in rows.items() if max(map(abs, row)) >= SMALLEST}


def packed(moves: list[int], rows: dict[str, list[int]]) -> bytes:
    """Write a model as `tagger.load` reads it."""
    names = "".join(f"{name}\n" for name in rows)
    cells = array("h", chain(moves, *rows.values()))
    return f"{len(rows)}\n{names}".encode() + cells.tobytes()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
