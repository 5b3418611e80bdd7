"""What an edition adds to the pages above the editions, read from its own files and from nothing else."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from briefings.languages.ascii import folded
from briefings.languages.invisible import without_invisible
from briefings.languages.tokens import words_of
from briefings.model.site import EditionDay, EditionDigest, Moved, SearchText, StoryDay
from briefings.shipping.manifest import FACTS, read_entry
from briefings.shipping.mentions import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_ANCHOR: Final = re.compile(rb'id="(s[0-9]+)"')
_LONGEST: Final = 40
"""Letters of a word beyond which nobody searches for it."""


def read_digest(folder: Path) -> EditionDigest | None:
    """Read what an edition adds to the site; None when it is damaged."""
    entry = read_entry(folder)
    if entry is None:
        return None
    try:
        facts = json.loads((folder / FACTS).read_bytes())
        texts = {
            one["id"]: (folder / "sources" / f"{one['id']}.txt").read_bytes().decode() for one in facts["articles"]
        }
        paged = {path.stem for path in _listed(folder / "texts") if path.suffix == ".html"}
        ranks = _ranks(facts["stories"], _anchors(folder, entry.languages))
        articles = {one["id"]: one for one in facts["articles"]}
        told = {name: ranks.get(one["story"] or "", 0) for name, one in articles.items()}
        edition = EditionDay(entry, _stories(facts, ranks, articles), _updated(articles.values()))
        found = names_in(facts, texts, told, paged)
        return EditionDigest(edition, found, tuple(_text(one, texts[name], told) for name, one in articles.items()))
    except (FileNotFoundError, KeyError, TypeError, ValueError, IndexError):
        return None


def _updated(articles: Iterable[Mapping[str, Any]]) -> str:
    moments = [one[name] for one in articles for name in ("published", "updated") if one[name]]
    return max(moments, key=datetime.fromisoformat, default="")


def _anchors(folder: Path, languages: Sequence[str]) -> dict[str, frozenset[str]]:
    """Give the anchors of the stories on the desk page of each language; none where there is no page."""
    found = {}
    for language in languages:
        path = folder / language / "index.html"
        page = path.read_bytes() if path.is_file() else b""
        found[language] = frozenset(match.decode() for match in _ANCHOR.findall(page))
    return found


def _ranks(stories: Sequence[Mapping[str, Any]], anchors: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Give each story's place in the edition; 0 where a desk page does not tell it."""
    placed = ((story["id"], rank) for rank, story in enumerate(stories, start=1))
    return {name: rank if all(f"s{rank}" in known for known in anchors.values()) else 0 for name, rank in placed}


def _stories(
    facts: Mapping[str, Any], ranks: Mapping[str, int], articles: Mapping[str, Mapping[str, Any]]
) -> tuple[StoryDay, ...]:
    records = {record["id"]: record for record in facts["record"]["stories"]}
    moved: dict[str, list[Moved]] = {}
    for change in facts["changes"]:
        if (count := change.get("count")) and change["story"]:
            kind = count["type"] if change["kind"] == "figure" else None
            one = Moved(change["before"], change["after"], kind, count["unit"], count["lang"])
            moved.setdefault(change["story"], []).append(one)
    return tuple(
        StoryDay(
            id=story["id"],
            rank=ranks[story["id"]],
            status=story["status"],
            day_number=int(records[story["id"]]["day_number"]),
            headlines=tuple((language, _single(words)) for language, words in records[story["id"]]["headlines"]),
            outlets=tuple(dict.fromkeys(_single(articles[name]["outlet"] or "") for name in story["articles"])),
            moves=tuple(moved.get(story["id"], ())),
        )
        for story in facts["stories"]
    )


_term = lru_cache(1 << 14)(folded)
"""A word of the search; most words stand in many articles."""


def _text(article: Mapping[str, Any], text: str, ranks: Mapping[str, int]) -> SearchText:
    language = article["language"]
    words = {_term(word) for word in words_of(text, 0, len(text), language)}
    words |= {_term(word) for word in words_of(article["outlet"] or "", 0, len(article["outlet"] or ""), language)}
    return SearchText(
        article=article["id"],
        title=_single(article["title"]),
        language=language,
        outlet=_single(article["outlet"] or ""),
        rank=ranks[article["id"]],
        terms=tuple(sorted(word for word in words if 1 < len(word) <= _LONGEST)),
    )


def _single(text: str) -> str:
    return " ".join(without_invisible(text).split())


def _listed(folder: Path) -> list[Path]:
    """List a folder, empty when there is none. One that cannot be read is an OSError, of which `glob` says nothing."""
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
