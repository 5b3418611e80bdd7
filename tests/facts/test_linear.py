"""All of finding is linear: eight times the text takes about eight times as long, and 2 MiB less than 200 MB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent.parent.parent / "bench" / "articles"
STATUS = Path("/proc/self/status")
MOST = 10.4
"""Times as long as an eighth of the text; a square would be 64."""
MOST_MEMORY = 200
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


def answered(language: str, size: int) -> tuple[float, float]:
    """Answer a line with an article of so many bytes in a process of its own; give its seconds and megabytes."""
    arguments = [str(ARTICLES / f"facts.{language}.md"), str(size), language]
    told = subprocess.run([sys.executable, "-c", BATCH, *arguments], capture_output=True, text=True, check=True)
    taken, peak = told.stdout.split()
    return float(taken), float(peak)


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="the peak of a process's memory is read from /proc")
@pytest.mark.parametrize(
    ("language", "size"),
    [
        ("tr", 2 * MEBIBYTE),
        ("en", MEBIBYTE),
        pytest.param("en", 2 * MEBIBYTE, marks=pytest.mark.conformance),  # as long again
    ],
)
def test_a_long_text_takes_about_eight_times_as_long_as_an_eighth_and_little_memory(language: str, size: int) -> None:
    eighth, _ = answered(language, size // 8)
    whole, megabytes = answered(language, size)
    assert whole <= MOST * eighth
    assert megabytes < MOST_MEMORY
