"""What an article says about itself, by whatever names, and the words a reader made of its file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from briefings.articles.faults import LeftOutError
from briefings.languages.ascii import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.articles.faults import Remark
    from briefings.model import Block

_LONGEST_KEY = 40
_MOST_BLOCKS = 30_000


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a key: one text, or the items of a list, and the line of the file."""

    text: str
    line: int
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as its reader leaves it: words and blocks, and what it says about itself."""

    text: str
    blocks: tuple[Block, ...]
    fields: Mapping[str, Value] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def check_count(blocks: int) -> None:
    """Refuse what has more paragraphs than any article."""
    if blocks > _MOST_BLOCKS:
        message = f"more than {_MOST_BLOCKS:,} paragraphs; cut the article into several"
        raise LeftOutError(message, code="too-many-blocks")


def field_of(name: str, kind: Literal["front_matter", "labels"]) -> str | None:
    """Give the field that a key or label names, None when nobody knows it."""
    return _table(kind).get(_key(name)) if len(name) <= _LONGEST_KEY else None


def nearest_key(name: str) -> str | None:
    """Give the front matter key most like an unknown one."""
    key = _key(name[:_LONGEST_KEY])
    close = get_close_matches(key, sorted(_table("front_matter")), n=1)
    return _spelling()[close[0]] if close else None


def _key(name: str) -> str:
    return " ".join(folded(name.replace("_", " ").replace("-", " ")).split())


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("briefings.articles").joinpath("keys.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def _table(kind: str) -> dict[str, str]:
    return {_key(name): meaning for meaning, names in _data()[kind].items() for name in names}


@lru_cache(maxsize=1)
def _spelling() -> dict[str, str]:
    return {_key(name): name.replace(" ", "_") for names in _data()["front_matter"].values() for name in names}
