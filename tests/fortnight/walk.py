"""The fortnight's editions in their order: each story's numbers, held against those of its day and of earlier ones."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.articles import read_library
from briefings.config import Config
from briefings.facts import find
from briefings.languages.names import builtin_names, with_desk_names, with_outlets
from briefings.planning.copies import copies_of
from briefings.planning.disputes import disputes_of
from briefings.planning.ledger import in_order, ledger_of
from briefings.planning.material import Material
from briefings.planning.moves import standing_of
from briefings.planning.publishers import owners_of

if TYPE_CHECKING:
    from briefings.model import CountRecord, Dispute
    from briefings.planning.moves import Standing

HERE = Path(__file__).parent
GOLD: dict[str, Any] = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))

Told = tuple[str, str, "Standing", "tuple[Dispute, ...]", Material]
"""A story, the day of its edition, what moved, what is disputed within the day, and the day's articles."""


@cache
def walk() -> tuple[Told, ...]:
    """Hold each story of each day against its earlier days; the stories are those of the gold."""
    library = read_library(HERE / "content", Config(), None)
    text = (HERE / "content" / "names.toml").read_text(encoding="utf-8")
    names = with_outlets(with_desk_names(builtin_names(), text, "names.toml")[0], library.desk.outlets)
    by_path = {article.source.path: article for article in library.articles}
    known: dict[str, tuple[CountRecord, ...]] = {}
    found: list[Told] = []
    for edition in GOLD["edition"]:
        day = edition["day"]
        articles = in_order(article for path, article in by_path.items() if path[:10] == day)
        material = Material(tuple(articles), tuple(find(article, names) for article in articles))
        ledger = ledger_of(material, copies_of(material, ()), library.desk.outlets)
        owners = owners_of(articles, library.desk.outlets)
        for story in edition["story"]:
            told = in_order(by_path[path] for path in story["articles"] if by_path.get(path) in articles)
            entries = [entry for article in told for entry in ledger.get(article.id, ())]
            standing = standing_of(story["id"], entries, known.get(story["id"], ()), date.fromisoformat(day))
            known[story["id"]] = standing.records
            found.append((story["id"], day, standing, disputes_of(told, material, ledger, owners), material))
    return tuple(found)
