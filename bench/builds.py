"""What whole builds cost, against what others do with the same articles: processor time, memory, two cores.

    python -m bench.builds                                  # everything, 3,000 articles
    python -m bench.builds --only idle change --articles 300
    python -m bench.builds --only size              # 30,000 articles against 3,000, most of an hour
    python -m bench.builds --peers /opt/peers/bin           # where mkdocs, pelican and hugo are, when not on PATH

Each figure is a ratio of whole processes run one after the other, in turns; the median counts, least and greatest show
the noise. A peer that is not there is named as absent. Ours does more in every case: it finds facts, joins stories,
compares days and writes four pages an edition.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.made_content import DAY, make_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PROJECT: Final = Path(__file__).resolve().parent.parent
FIRST: Final = date(2024, 1, 1)
A_DAY: Final = 10
_TIMES: Final = 10
_MOST_GROWTH: Final = 1.1
FAST: Final = ("--format", "html,json", "--jobs", "1", "--quiet")
_HUGO: Final = {
    "config.toml": "baseURL = '/'\ntitle = 'peer'\nbuildFuture = true\ndisableKinds = ['taxonomy', 'term', 'RSS']\n",
    "layouts/_default/single.html": "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n",
    "layouts/index.html": "<ul>{{ range .Site.RegularPages }}<li>{{ .Title }}{{ end }}</ul>\n",
}
_PELICAN: Final = {
    "pelicanconf.py": "SITENAME = 'peer'\nPATH = 'content'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'tr'\nTHEME = 'theme'\n"
    "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
    "DIRECT_TEMPLATES = ['index']\nDEFAULT_PAGINATION = False\nCATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ''\n",
    "theme/templates/article.html": "<!doctype html><title>{{ article.title }}</title>{{ article.content }}\n",
    "theme/templates/index.html": "<ul>{% for article in articles %}<li>{{ article.title }}{% endfor %}</ul>\n",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took."""

    seconds: float
    """Of processor time."""
    clock: float
    """By the clock, in seconds."""
    mebibytes: float
    """The most memory that any one of them held."""


def cost_of(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Run a command; raise CalledProcessError, with what it said, when it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder)  # noqa: S603 - our own words
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode not in {0, 1}:
            said.seek(0)
            raise subprocess.CalledProcessError(running.returncode, command, said.read()[-2000:])
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def make_content(folder: Path, articles: int) -> list[date]:
    """Write articles, ten a day, half of them Turkish; give the days."""
    days = [FIRST + timedelta(days=number) for number in range(-(-articles // A_DAY))]
    for number, day in enumerate(days):
        made = make_day(folder / day.isoformat(), min(A_DAY, articles - number * A_DAY), seed=number)
        for path in made.iterdir():
            text = path.read_text(encoding="utf-8").replace(DAY.isoformat(), day.isoformat())
            path.write_text(text, encoding="utf-8")
    return days


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder to measure in."""

    folder: Path
    articles: int
    pairs: int
    peers: str

    @property
    def content(self) -> Path:
        """The articles."""
        return self.folder / "content"

    def ours(self, output: str, *options: str) -> list[str]:
        """Give the command of a build."""
        where = ("--content", str(self.content), "--output", str(self.folder / output))
        return [sys.executable, str(PROJECT / "build.py"), "build", *where, *options]

    def peer(self, name: str) -> str | None:
        """Find a peer's command."""
        return shutil.which(name, path=os.pathsep.join((self.peers, os.environ.get("PATH", ""))))

    def fresh(self, output: str) -> None:
        """Take an output folder away, with its cache."""
        shutil.rmtree(self.folder / output, ignore_errors=True)
        shutil.rmtree(self.folder / f".{output}-cache", ignore_errors=True)

    def paired(self, name: str, goal: float, ours: Callable[[], Cost], theirs: Callable[[], Cost] | None) -> str:
        """Measure two commands in turns; give the line of the table."""
        if theirs is None:
            return f"{name:46} absent"
        pairs = [(ours(), theirs()) for _ in range(self.pairs)]
        ratios = sorted(one.seconds / other.seconds for one, other in pairs)
        own, other = (statistics.median(side.seconds for side in sides) for sides in zip(*pairs, strict=True))
        middle = statistics.median(ratios)
        verdict = "ok" if middle <= goal else "short"
        noise = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
        return f"{name:46} {middle:8.2f} ({noise}), wanted {goal:g}: {own:.2f} s against {other:.2f} s  {verdict}"


def idle(bench: Bench) -> Iterator[str]:
    """Nothing changed."""
    options = bench.ours("out", *FAST)
    cost_of(options)
    empty = [sys.executable, "-c", "pass"]
    yield bench.paired("nothing changed : python -c pass", 5, lambda: cost_of(options), lambda: cost_of(empty))
    hugo = bench.peer("hugo")
    theirs = _site(bench, "hugo", _HUGO, bench.content) if hugo else None
    command = [hugo or "", "--quiet", "--source", str(theirs), "--destination", str(bench.folder / "hugo-out")]
    peer = (lambda: cost_of(command)) if hugo else None
    yield bench.paired("nothing changed : hugo", 0.03, lambda: cost_of(options), peer)


def change(bench: Bench) -> Iterator[str]:
    """One article changed, in the last day."""
    options = bench.ours("out", *FAST)
    cost_of(options)
    changed = max(bench.content.rglob("*.md"))
    words = iter(range(1_000))

    def edit() -> None:
        changed.write_text(changed.read_text(encoding="utf-8") + f"\nEk {next(words)}.\n", encoding="utf-8")

    def ours() -> Cost:
        edit()
        return cost_of(options)

    mkdocs = bench.peer("mkdocs")
    peer = None
    if mkdocs:
        site = bench.folder / "mkdocs"
        shutil.copytree(bench.content, site / "docs", dirs_exist_ok=True)
        (site / "docs" / "index.md").write_text("# peer\n", encoding="utf-8")
        (site / "mkdocs.yml").write_text("site_name: peer\nplugins: []\n", encoding="utf-8")
        command = [mkdocs, "build", "--quiet", "--dirty", "--site-dir", str(bench.folder / "mkdocs-out")]
        cost_of([argument for argument in command if argument != "--dirty"], site)
        other = site / "docs" / changed.relative_to(bench.content)

        def peer() -> Cost:
            other.write_text(other.read_text(encoding="utf-8") + f"\nEk {next(words)}.\n", encoding="utf-8")
            return cost_of(command, site)

    yield bench.paired("one article changed : mkdocs --dirty", 1, ours, peer)


def full(bench: Bench) -> Iterator[str]:
    """Everything, HTML and JSON, with all facts; and how much memory that takes."""
    most: list[Cost] = []

    def ours() -> Cost:
        bench.fresh("full")
        most.append(cost_of(bench.ours("full", *FAST)))
        return most[-1]

    pelican = bench.peer("pelican")
    peer = None
    if pelican:
        site = _site(bench, "pelican", _PELICAN, bench.content)
        command = [
            pelican,
            "content",
            "--output",
            "out",
            "--settings",
            "pelicanconf.py",
            "--quiet",
            "--delete-output-directory",
        ]
        peer = lambda: cost_of(command, site)  # noqa: E731
    yield bench.paired(f"full build of {bench.articles} articles : pelican", 4, ours, peer)
    if most:
        each = most[-1].seconds / bench.articles
        memory = max(one.mebibytes for one in most)
        yield f"{'':46} {each * 1000:.1f} ms an article, at most {memory:.0f} MiB in a process"


def pdfs(bench: Bench) -> Iterator[str]:
    """Sixty PDFs: what each costs against the command that lays out the same page, and what two cores give."""
    days = 15
    content = bench.folder / "content-60"
    make_content(content, days * A_DAY)
    where = ("--content", str(content))
    options = ("--format", "html,pdf,print", "--quiet")

    def ours(jobs: int) -> Cost:
        bench.fresh("pdfs")
        return cost_of([*bench.ours("pdfs", *options, "--jobs", str(jobs)), *where])

    ours(2)
    pages = sorted((bench.folder / "pdfs").glob("*/*/briefing-*.html"))
    weasyprint = bench.peer("weasyprint")
    if weasyprint is None:
        yield "60 PDFs : weasyprint                           absent"
        return
    sample = pages[:: max(1, len(pages) // 8)]

    def theirs() -> Cost:
        costs = [cost_of([weasyprint, str(page), str(bench.folder / "peer.pdf")]) for page in sample]
        share = len(pages) / len(sample)
        return Cost(sum(one.seconds for one in costs) * share, sum(one.clock for one in costs) * share, 0)

    yield bench.paired(f"{len(pages)} PDFs, processor time : weasyprint", 0.55, lambda: ours(1), theirs)
    clocks = sorted(ours(2).clock / ours(1).clock for _ in range(bench.pairs))
    noise = f"{clocks[0]:.2f} to {clocks[-1]:.2f}"
    name = f"{len(pages)} PDFs, by the clock, two jobs : one"
    yield f"{name:46} {statistics.median(clocks):8.2f} ({noise}), wanted 0.55"


def size(bench: Bench) -> Iterator[str]:
    """Ten times as many articles, once, since that is long: what each costs, and how much memory that takes."""
    costs = []
    for number, articles in enumerate((bench.articles, bench.articles * _TIMES)):
        content = bench.folder / f"content-size-{number}"
        make_content(content, articles)
        costs.append(cost_of([*bench.ours(f"size-{number}", *FAST), "--content", str(content)]))
        bench.fresh(f"size-{number}")
        shutil.rmtree(content)
    few, many = costs
    ratio = many.seconds / _TIMES / few.seconds
    verdict = "ok" if ratio <= _MOST_GROWTH else "short"
    name = f"an article among {bench.articles * _TIMES} : among {bench.articles}"
    took = f"{many.seconds:.0f} s, {few.seconds:.0f} s"
    yield f"{name:46} {ratio:8.2f} (once), wanted {_MOST_GROWTH:g}: {took}  {verdict}"
    yield f"{'':46} at most {many.mebibytes:.0f} MiB in a process, {few.mebibytes:.0f} MiB"


def _site(bench: Bench, name: str, files: dict[str, str], content: Path) -> Path:
    site = bench.folder / name
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    shutil.copytree(content, site / "content", dirs_exist_ok=True)
    return site


MEASURED: Final = {"idle": idle, "change": change, "full": full, "pdfs": pdfs, "size": size}
_LONG: Final = frozenset({"size"})
"""Measured only when named: 30,000 articles take most of an hour."""


def main() -> None:
    """Print a line for each comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--peers", default="")
    parser.add_argument(
        "--only", nargs="*", choices=sorted(MEASURED), default=[name for name in MEASURED if name not in _LONG]
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.articles, given.pairs, given.peers)
        make_content(bench.content, given.articles)
        for name in given.only:
            for line in MEASURED[name](bench):
                print(line, flush=True)


if __name__ == "__main__":
    main()
