"""How long planning takes when articles are read: a month of full days, and one day of growing size.

    python -m bench.planning                    # 30 days of 200 articles; one day of 100 to 1600
    python -m bench.planning --corpus hard --days 5 --articles 400 --sizes 200 400
    python -m bench.planning --alone                        # with what planning works out of each article by itself

`news` (`news_days.py`) is like real news in length, in how many facts of each kind an article has, in copies and
translations. `hard` (`made_days.py`) is what planning likes least: every sentence has a person, a place, a day and a
number, all numbers are of one unit, so that everything has to be held against everything.

Processor time of this process, not the clock's. Each day is compared with the one before, as in a build, so that the
ledger, the speakers' positions and the stories' course are as long as in a real archive. What a build works out of each
article where its facts are found, and keeps, is given like the facts, but for `--alone`.
"""

from __future__ import annotations

import argparse
from time import process_time
from typing import TYPE_CHECKING

from bench import made_days, news_days
from briefings.cli import collect_seldom
from briefings.config import Config
from briefings.languages.names import NameTable
from briefings.model import DeskFiles
from briefings.planning import Day, groundwork_of, plan, remembered

if TYPE_CHECKING:
    from datetime import date

    from briefings.model import Article, EditionRecord, Findings, Groundwork

_NO_NAMES = NameTable()
CORPORA = {"news": news_days.days, "hard": made_days.days}
SIZES = (100, 200, 400, 800, 1600)


def seconds_of(
    day: date,
    articles: tuple[Article, ...],
    findings: tuple[Findings, ...],
    earlier: EditionRecord | None,
    groundwork: dict[str, Groundwork],
) -> tuple[float, EditionRecord, int]:
    """Plan a day; give the seconds it took, what it remembers, and how many stories it has.

    Planning lays the groundwork itself of the articles that `groundwork` lacks.
    """
    start = process_time()
    given = Day(day, 1, articles, findings, (), DeskFiles(), earlier, groundwork=groundwork)
    edition = plan(given, config=Config(), names=_NO_NAMES)
    record = remembered(edition, earlier)
    return process_time() - start, record, len(edition.stories)


def laid(articles: tuple[Article, ...], findings: tuple[Findings, ...]) -> dict[str, Groundwork]:
    """Lay the groundwork of a day's articles."""
    return {one.id: groundwork_of(one, found) for one, found in zip(articles, findings, strict=True)}


def month(count: int, articles: int, corpus: str = "news", *, alone: bool = False) -> list[tuple[date, float, int]]:
    """Plan days one after the other; give each with its seconds and stories."""
    earlier: EditionRecord | None = None
    measured = []
    for day, told, found in CORPORA[corpus](count, articles):
        groundwork = {} if alone else laid(told, found)
        seconds, earlier, stories = seconds_of(day, told, found, earlier, groundwork)
        measured.append((day, seconds, stories))
    return measured


def growth(
    sizes: tuple[int, ...], corpus: str = "news", rounds: int = 3, *, alone: bool = False
) -> list[tuple[int, float, int]]:
    """Plan the second of two days of each size; give the size with its least seconds and its stories."""
    measured = []
    for size in sizes:
        first, second = CORPORA[corpus](2, size)
        _, earlier, _ = seconds_of(*first, None, laid(*first[1:]))
        groundwork = {} if alone else laid(*second[1:])
        taken = [seconds_of(*second, earlier, groundwork) for _ in range(rounds)]
        measured.append((size, min(seconds for seconds, _, _ in taken), taken[0][2]))
    return measured


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", choices=sorted(CORPORA), default="news")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--alone", action="store_true", help="planning lays the groundwork of articles itself")
    given = parser.parse_args()
    collect_seldom()
    if given.days:
        measured = month(given.days, given.articles, given.corpus, alone=given.alone)
        taken = [seconds for _, seconds, _ in measured]
        print(f"{given.days} days of {given.articles} articles: {sum(taken) / len(taken):.3f} s a day")
        stories = sum(number for *_, number in measured) // given.days
        print(f"  least {min(taken):.3f}, most {max(taken):.3f}, {stories} stories a day")
    last = None
    for size, seconds, stories in growth(tuple(given.sizes), given.corpus, alone=given.alone):
        times = f"  {seconds / last:.2f} times the one before" if last else ""
        print(f"{size:6} articles  {seconds:7.3f} s  {stories:5} stories{times}")
        last = seconds


if __name__ == "__main__":
    main()
