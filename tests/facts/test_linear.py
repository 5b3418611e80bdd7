"""All of finding is linear: twice the text takes about twice the time, up to sizes no article has."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefings.articles import article_from_text
from briefings.facts import find
from briefings.languages.names import builtin_names

ARTICLES = Path(__file__).parent.parent.parent / "bench" / "articles"
MOST = 2.6
SMALL, LARGE = 16, 256
"""Copies of an article of 500 words: 64 KiB, and 1 MiB, of which the double is measured too."""


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


@pytest.mark.slow
@pytest.mark.parametrize("copies", [SMALL, LARGE])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_twice_the_text_takes_about_twice_the_time(language: str, copies: int) -> None:
    seconds(language, 1)
    assert seconds(language, 2 * copies) <= MOST * seconds(language, copies)
