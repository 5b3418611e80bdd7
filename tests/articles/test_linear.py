"""Reading is linear: twice the file takes at most 2.6 times as long, for every pattern, up to the largest file."""

from __future__ import annotations

import contextlib
import time

import pytest

from briefings.articles.faults import LeftOutError
from briefings.articles.reading import READERS, read
from briefings.config import Config
from tests.casefiles import rows_in

CONFIG = Config()
HEAD = "---\ntitle: x\ndate: 2025-12-04\nlang: tr\n---\n"
MEBIBYTE = 1 << 20
MOST = 2.6
NOISE = 0.1
"""Seconds that a busy machine may add."""
LINE = 15_000
TRIES = 3
NEWS = (
    "Rıhtım dün açıldı; Ayla Aksoy, “3,5 milyon lira yetti” dedi. *Yeni* [iskele](https://ornek.example) de hazır.\n\n"
)
PATTERNS = [*(row[0].encode().decode("unicode_escape") for row in rows_in("articles/hostile-patterns.txt")), NEWS]


def _seconds(suffix: str, pattern: str, size: int) -> float:
    """Read a file of one pattern, cut into lines that are short enough; give its time."""
    body = pattern * (size // len(pattern.encode()))
    lines = [part[start : start + LINE] for part in body.split("\n") for start in range(0, len(part) + 1, LINE)]
    data = (HEAD + "\n".join(lines)).encode()[: CONFIG.limits.bytes]
    started = time.process_time()
    with contextlib.suppress(LeftOutError):
        read(READERS[suffix], f"a{suffix}", data, CONFIG, is_dated=True)
    return time.process_time() - started


def _is_linear(suffix: str, pattern: str, size: int, times: int = 2) -> bool:
    """Say whether so many times as much takes about as many times as long; again where others may have disturbed."""
    most = times * MOST / 2
    return any(
        _seconds(suffix, pattern, times * size) <= most * _seconds(suffix, pattern, size) + NOISE for _ in range(TRIES)
    )


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: ascii(pattern)[1:20])
@pytest.mark.parametrize("suffix", sorted(READERS))
def test_twice_the_file_takes_about_twice_the_time(suffix: str, pattern: str) -> None:
    assert _is_linear(suffix, pattern, 32 * 1024)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", ["[", "`a``", '"a', NEWS], ids=lambda pattern: ascii(pattern)[1:20])
@pytest.mark.parametrize("suffix", sorted(READERS))
def test_the_largest_file_takes_about_eight_times_as_long_as_an_eighth(suffix: str, pattern: str) -> None:
    assert _is_linear(suffix, pattern, 2 * MEBIBYTE // 8, times=8)


def _front_matter(line: str, count: int) -> float:
    data = ("---\ntitle: x\ndate: 2025-12-04\n" + line * count + "---\nRıhtım dün açıldı.\n").encode()
    started = time.process_time()
    read(READERS[".md"], "a.md", data, CONFIG, is_dated=True)
    return time.process_time() - started


@pytest.mark.parametrize(
    "line",
    [
        "tags:\n  - a\n",
        "x: [a, b]\n",
        "x: b\n  a\n",
        "lead: |\n  b\n",
        "özet: 'c\n",
        "[[[\n",
        "date: 2025-12-04\n",
        'title: "\\\\"\n',
    ],
)
def test_twice_the_front_matter_takes_about_twice_the_time(line: str) -> None:
    count = 480 // line.count("\n")
    assert _front_matter(line, 2 * count) <= MOST * _front_matter(line, count) + NOISE
