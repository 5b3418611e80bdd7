"""How long the facts of an article of 500 words take, as a multiple of what Python-Markdown takes to convert it.

    python -m bench.facts                     # both languages, with and without the tagger
    python -m bench.facts --pairs 31 --check 8

Both work on the same text in the same process, warm, one after the other in turns; what counts is the median of the
ratios, because a shared machine slows both alike. The time is the processor's. With --check the exit status is 1 when
a ratio with the tagger is above the given one.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from markdown import Markdown

from briefings import facts
from briefings.articles import article_from_text
from briefings.facts.contract import as_object
from briefings.languages.names import builtin_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTICLES = Path(__file__).parent / "articles"
PUBLISHED = datetime(2025, 12, 10, 8, tzinfo=ZoneInfo("Europe/Istanbul"))
ANNOTATORS = (
    "reading_of", "find_dates", "find_quantities", "find_names", "find_quotes", "find_key_sentences", "find_deeds",
)  # fmt: skip
ROUNDS = 4
"""Conversions in one half of a pair, so that the clock's step does not show."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs of one article: seconds of ours and theirs, and what part of ours each annotator took."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    shares: dict[str, float]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours over theirs, pair by pair."""
        return tuple(one / other for one, other in zip(self.ours, self.theirs, strict=True))


def answer(text: str, language: str) -> str:
    """Do what the batch contract does with a line: cut the text, find its facts, write them."""
    article = article_from_text("bench", text, language, PUBLISHED)
    return json.dumps(as_object(article, facts.find(article, builtin_names())), ensure_ascii=False)


def seconds(work: Callable[[], object]) -> float:
    """Give the processor's seconds for one go, of several."""
    start = process_time()
    for _ in range(ROUNDS):
        work()
    return (process_time() - start) / ROUNDS


def measured(language: str, pairs: int) -> Measured:
    """Compare the two on the article of a language."""
    text = (ARTICLES / f"facts.{language}.md").read_text(encoding="utf-8")
    converter = Markdown(extensions=["tables", "footnotes", "attr_list"])
    works = (lambda: answer(text, language), lambda: converter.reset().convert(text))
    for work in works:
        seconds(work)
    times: list[tuple[float, float]] = []
    for number in range(pairs):
        first = seconds(works[number % 2])
        second = seconds(works[1 - number % 2])
        times.append((second, first) if number % 2 else (first, second))
    ours, theirs = zip(*times, strict=True)
    return Measured(ours, theirs, shares(works[0]))


def shares(work: Callable[[], object]) -> dict[str, float]:
    """Give what part of the time each annotator takes."""
    spent = dict.fromkeys(ANNOTATORS, 0.0)
    with _timed(spent):
        whole = ROUNDS * seconds(work)
    return {name: one / whole for name, one in spent.items()}


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    """Add up the time of each annotator while this holds."""

    def timed(name: str, annotator: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the annotator takes and gives
            start = process_time()
            found = annotator(*given, **named)
            spent[name] += process_time() - start
            return found

        return run

    with ExitStack() as stack:
        for name in ANNOTATORS:
            stack.enter_context(patch.object(facts, name, timed(name, getattr(facts, name))))
        yield


def show(title: str, result: Measured) -> float:
    """Print a measurement; give its median ratio."""
    ratio = median(result.ratios)
    spread = f"[{min(result.ratios):.2f} to {max(result.ratios):.2f}]"
    ours, theirs = (f"{1000 * median(times):.1f} ms" for times in (result.ours, result.theirs))
    print(f"{title:14} {ratio:5.2f} {spread}  ours {ours}, Python-Markdown {theirs}")
    rest = {"the rest": 1 - sum(result.shares.values())}
    parts = sorted({**result.shares, **rest}.items(), key=lambda part: -part[1])
    print(" " * 14, ", ".join(f"{name.removeprefix('find_')} {part:.0%}" for name, part in parts))
    return ratio


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=15)
    parser.add_argument("--check", type=float, default=float("inf"))
    given = parser.parse_args()
    ratios = [show(language, measured(language, given.pairs)) for language in ("tr", "en")]
    with patch("briefings.facts.names.finding.model_of", lambda _: None):
        show("tr, no tagger", measured("tr", given.pairs))
    return int(max(ratios) > given.check)


if __name__ == "__main__":
    sys.exit(main())
