"""Planning stays feasible on great days, and what it leaves out to be so is not missed."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from math import sqrt

import pytest

from bench.made_days import days
from bench.planning import growth
from briefings.planning.copies import copies_of
from briefings.planning.material import Material
from briefings.planning.stories import ENOUGH, groups_of, likely_pairs
from briefings.planning.terms import Document, Profile, profiles_of, shared, terms_of

MOST = 2.6
"""Times as long as half the articles; n log n would be 2.25 here."""
TRIES = 3
"""Another process may disturb."""


def _day(count: int) -> tuple[Material, dict[str, Profile]]:
    _, articles, findings = days(1, count)[0]
    material = Material(articles, findings)
    documents = [Document(one.id, one.language, terms_of(one, material)) for one in articles]
    return material, profiles_of(documents)


def test_no_pair_that_is_alike_enough_is_missed() -> None:
    material, profiles = _day(60)
    copies = copies_of(material, ())
    likely = {frozenset(pair) for pair in likely_pairs(material.articles, profiles, copies)}
    own = [article.id for article in material.articles if article.id not in copies.originals]
    alike = {
        frozenset(pair) for pair in combinations(own, 2) if _cosine(profiles[pair[0]], profiles[pair[1]]) >= ENOUGH
    }
    assert len(alike) > 20
    assert alike <= likely


def _cosine(one: Profile, other: Profile) -> float:
    product = shared(one.within, other.within) if one.language == other.language else shared(one.across, other.across)
    return product / sqrt(shared(one.within, one.within) * shared(other.within, other.within))


def test_another_process_makes_the_same_stories() -> None:
    words = "from tests.planning.test_scale import stories_of_a_day as told; print(told())"
    told = {
        subprocess.run(
            [sys.executable, "-c", words], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{stories_of_a_day()}\n"}


def stories_of_a_day() -> str:
    """Give a day's stories with all that is said of why, as text."""
    material, profiles = _day(60)
    return repr(groups_of(material.articles, profiles, copies_of(material, ())))


@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["news", "hard"])
def test_twice_the_articles_take_little_more_than_twice_the_time(corpus: str) -> None:
    assert any(_times_as_long(corpus) <= MOST for _ in range(TRIES))


def _times_as_long(corpus: str) -> float:
    (_, small, _), (_, great, _) = growth((150, 300), corpus, rounds=1)
    return great / small
