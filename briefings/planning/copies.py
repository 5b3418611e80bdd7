"""Texts printed again: found by their runs of five words, within a day and from earlier editions.

Every run of an original text is listed once. A text is held against the list and is a copy of the original that holds
most of its runs, when enough of the shorter of the two stands in the other. Only runs that are new are added for a
copy, so a text printed a hundred times costs a hundred readings and no comparison of pairs. An earlier edition
remembers a sketch of each text, its smallest hashes: of a text's runs these are a fair sample (bottom-k sketches,
Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from struct import iter_unpack, pack
from typing import TYPE_CHECKING
from zlib import crc32

from briefings.model import TextSketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.model import Article
    from briefings.planning.material import Material

COPY = 0.6
"""Share of the shorter text's runs found in the longer one from which it is a copy."""
OF_THE_LONGER = 0.3
"""Share of the longer text's runs a copy makes up at least: a digest of many texts is a copy of none of them."""
FEWEST = 8
"""Runs in common from which two texts can be copies: one sentence that both quote does not do it."""
_RUN = 5
_COMMON = 16
"""Originals that hold a run from which it is a set phrase and says nothing of copying."""
SKETCH = 32
"""Hashes an edition remembers of a text."""
_BODY = {"lead", "paragraph", "item"}


@dataclass(frozen=True, slots=True)
class Copies:
    """Which texts of a day were printed before: the same day, or in an earlier edition."""

    originals: Mapping[str, str]
    """Id of a copy to that of the day's text it repeats, the earliest one."""
    reprints: Mapping[str, TextSketch]
    """Id of a text of the day to the earlier edition's text it repeats."""

    runs: Mapping[str, frozenset[int]]
    """Hashes of the five-word runs of each text."""

    def sketch(self, article: str, story: str, publisher: str) -> TextSketch:
        """Give what an edition remembers of a text."""
        own = self.runs[article]
        return TextSketch(article, story, publisher, len(own), _sample(own))


def _sample(runs: Iterable[int]) -> str:
    """Give the smallest hashes, eight hexadecimal digits each."""
    smallest = sorted(runs)[:SKETCH]
    return pack(f">{len(smallest)}I", *smallest).hex()


def copies_of(material: Material, earlier: Sequence[TextSketch]) -> Copies:
    """Find the copies among a day's articles, oldest first; linear in the words of the day."""
    runs = {article.id: runs_of(article, material) for article in material.articles}
    return Copies(_within_the_day(runs), _reprints(runs, earlier), runs)


def runs_of(article: Article, material: Material) -> frozenset[int]:
    """Give the hashes of an article's five-word runs; CRC-32, the same on every machine."""
    if known := material.groundwork.get(article.id):
        return known.runs
    told = [
        word
        for sentence in article.sentences
        if article.block_of(sentence).kind in _BODY
        for word in material.words_at(article.id, sentence.index)
    ]
    words = " ".join(told).encode().split(b" ")
    runs = zip(*(words[start:] for start in range(_RUN)), strict=False)
    return frozenset(map(crc32, map(b" ".join, runs)))


def _within_the_day(runs: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Give each copy its original; `runs` in the order of publication."""
    holders: dict[int, list[str]] = defaultdict(list)
    originals: dict[str, str] = {}
    place = {article: number for number, article in enumerate(runs)}
    printed: set[int] = set()
    printed_again: set[int] = set()
    for own in runs.values():
        printed_again |= printed & own
        printed |= own
    for article, own in runs.items():
        repeated = own & printed_again
        shared = _shared(repeated, holders)
        alike = [
            (count, -place[other], other)
            for other, count in shared.items()
            if _is_copy(count, len(own), len(runs[other]))
        ]
        known: Iterable[int] = ()
        if alike:
            other = max(alike)[2]
            originals[article] = originals.get(other, other)
            known = runs[originals[article]]
        for run in repeated.difference(known):
            holders[run].append(article)
    return originals


def _shared(own: Iterable[int], holders: Mapping[int, Sequence[str]]) -> dict[str, int]:
    """Count the runs of a text that each earlier one holds, set phrases left out."""
    listed = (others for run in own if (others := holders.get(run)) and len(others) < _COMMON)
    return Counter(chain.from_iterable(listed))


def _is_copy(shared: float, one: int, other: int) -> bool:
    short, long = min(one, other), max(one, other)
    return shared >= max(COPY * short, OF_THE_LONGER * long, min(FEWEST, long))


def _reprints(runs: Mapping[str, frozenset[int]], earlier: Sequence[TextSketch]) -> dict[str, TextSketch]:
    """Find texts that an earlier edition had; the sample of the earlier text says how many runs they share."""
    holders: dict[int, list[int]] = {}
    for number, sketch in enumerate(earlier):
        for (run,) in iter_unpack(">I", bytes.fromhex(sketch.sample)):
            holders.setdefault(run, []).append(number)
    sampled = frozenset(holders)
    found: dict[str, TextSketch] = {}
    for article, own in runs.items():
        hits = Counter(number for run in own & sampled for number in holders[run])
        shares = {number: 8 * count / len(earlier[number].sample) for number, count in hits.items()}
        alike = [
            (share, -number)
            for number, share in shares.items()
            if _is_copy(share * earlier[number].runs, len(own), earlier[number].runs)
        ]
        if alike:
            found[article] = earlier[-max(alike)[1]]
    return found
