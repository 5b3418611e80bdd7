"""All of finding is linear: twice the text takes about twice the time, up to 2 MiB, which take less than 200 MB."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.languages.names import builtin_names

ARTICLES = Path(__file__).parent.parent.parent / "bench" / "articles"
STATUS = Path("/proc/self/status")
MOST = 2.6
MOST_MEMORY = 200
COPIES = 16
"""Of an article of 500 words: some 50 KiB."""
MEBIBYTE = 1 << 20
BATCH = """
import io, json, sys, time
from briefings.extraction import batch

text, size, language = open(sys.argv[1], encoding="utf-8").read(), int(sys.argv[2]), sys.argv[3]
text = "\\n\\n".join([text] * (size // len(text.encode()) + 1))
lines = [{"id": "a", "lang": language, "text": part, "published": "2025-12-04T08:00"} for part in ("Ankara.", text)]
first, second = (json.dumps(line, ensure_ascii=False).encode() for line in lines)
batch([first], io.BytesIO())
start = time.process_time()
batch([second], open("/dev/null", "wb"))
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(time.process_time() - start, int(peak.split()[1]) / 1024)
"""


def seconds(language: str, copies: int) -> float:
    """Find the facts of an article written out so many times; give the better of two times."""
    text = "\n\n".join([(ARTICLES / f"facts.{language}.md").read_text(encoding="utf-8")] * copies)
    article = article_from_text("a", text, language, None)
    taken = []
    for _ in range(2):
        start = time.process_time()
        find(article, builtin_names())
        taken.append(time.process_time() - start)
    return min(taken)


def answered(language: str, size: int) -> tuple[float, float]:
    """Answer a line with an article of so many bytes in a process of its own; give its seconds and megabytes."""
    arguments = [str(ARTICLES / f"facts.{language}.md"), str(size), language]
    told = subprocess.run([sys.executable, "-c", BATCH, *arguments], capture_output=True, text=True, check=True)
    taken, peak = told.stdout.split()
    return float(taken), float(peak)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["tr", "en"])
def test_twice_the_text_takes_about_twice_the_time(language: str) -> None:
    seconds(language, 1)
    assert seconds(language, 2 * COPIES) <= MOST * seconds(language, COPIES)


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="the peak of a process's memory is read from /proc")
@pytest.mark.parametrize("language", ["tr", "en"])
def test_two_mebibytes_take_about_twice_as_long_as_one_and_little_memory(language: str) -> None:
    once, _ = answered(language, MEBIBYTE)
    twice, megabytes = answered(language, 2 * MEBIBYTE)
    assert twice <= MOST * once
    assert megabytes < MOST_MEMORY
