"""What is worked out of articles where their facts are found changes nothing in what is planned, and can be kept."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bench.planning import CORPORA
from briefings.config import Config
from briefings.languages.names import NameTable
from briefings.model import DeskFiles
from briefings.planning import Day, groundwork_of, plan, remembered
from briefings.work.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.model import EditionRecord


@pytest.mark.parametrize("corpus", CORPORA)
def test_editions_are_equal_with_and_without_it(corpus: str) -> None:
    earlier: EditionRecord | None = None
    for day, articles, findings in CORPORA[corpus](3, 24):
        ground = {one.id: groundwork_of(one, found) for one, found in zip(articles, findings, strict=True)}
        alone = Day(day, 1, articles, findings, (), DeskFiles(), earlier)
        given = Day(day, 1, articles, findings, (), DeskFiles(), earlier, groundwork=ground)
        editions = [plan(one, config=Config(), names=NameTable()) for one in (alone, given)]
        assert any(story.disputes or story.moves for story in editions[0].stories) or earlier is None
        assert editions[0] == editions[1]
        earlier = remembered(editions[0], earlier)


def test_it_is_kept_beside_the_facts(tmp_path: Path) -> None:
    ((_, articles, findings),) = CORPORA["news"](1, 2)
    found = (findings[0], groundwork_of(articles[0], findings[0]))
    cache = Cache(tmp_path, "one")
    cache.put("facts", "a", b"key", found)
    cache.close()
    with closing(Cache(tmp_path, "one")) as again:
        assert again.get("facts", "a", b"key") == found
