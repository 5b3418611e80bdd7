"""Ids of articles, their languages by file name, and which of them are translations of one another."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefings.articles.faults import Remark
from briefings.languages.ascii import folded, slug
from briefings.languages.casing import lower

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from briefings.model import Article

_DIGITS = 8
_LONGEST_SLUG = 48
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""No file may be called so on Windows, whatever its suffix."""
_CODE = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]{2,8}){0,3}")
_NAMES = {
    "turkce": "tr", "turkish": "tr", "tur": "tr", "ingilizce": "en", "english": "en", "eng": "en",
    "almanca": "de", "german": "de", "fransizca": "fr", "french": "fr", "rusca": "ru", "russian": "ru",
    "arapca": "ar", "arabic": "ar",
}  # fmt: skip


def identity_of(path: str, own: str | None = None) -> str:
    """Give the id of the article at a path: its slug and a short hash of the path, or the id the desk gave it."""
    if own and (chosen := slug(own, longest=_LONGEST_SLUG)) and not _RESERVED.fullmatch(chosen):
        return chosen
    stem = path[: -len(PurePosixPath(path).suffix)] if PurePosixPath(path).suffix else path
    return f"{slug(stem, longest=_LONGEST_SLUG) or 'article'}-{_hash(path)}"


def _hash(path: str) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def language_in_name(path: str) -> str | None:
    """Give the language a file name holds (`port.tr.md`), None when it holds none."""
    stem, _, middle = path.rpartition("/")[2].rpartition(".")[0].rpartition(".")
    return lower(middle, "en") if stem and lower(middle, "en") in {"tr", "en"} else None


def language_code(words: str) -> str | None:
    """Give the BCP 47 code for what an article says of its language ("tr", "en-GB", "Türkçe"); None when unknown."""
    plain = folded(words.strip())
    if plain in _NAMES:
        return _NAMES[plain]
    match = _CODE.fullmatch(plain.replace("_", "-"))
    if not match:
        return None
    return match[1] if match[1] in {"tr", "en"} else match[0]


def with_unique_ids(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[tuple[str, Remark], ...]]:
    """Give articles whose ids differ, and remarks by path on those whose chosen id another has."""
    taken: dict[str, str] = {}
    found = []
    remarks = []
    for article in articles:
        path = article.source.path
        if article.id in taken:
            message = f"the id {article.id!r} is that of {taken[article.id]}; give it another"
            remarks.append((path, Remark("id-twice", None, message)))
            article = article.changed(id=_free(f"{article.id}-{_hash(path)}", taken))  # noqa: PLW2901 - a renamed article
        taken[article.id] = path
        found.append(article)
    return tuple(found), tuple(remarks)


def _free(identity: str, taken: Mapping[str, str]) -> str:
    """Give an id that no article has: another may have been given this one on purpose."""
    number = 2
    found = identity
    while found in taken:
        found, number = f"{identity}-{number}", number + 1
    return found


def with_translations(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Mark the articles that are translations of each other: same name, another language in it.

    An embargo on one of them holds for all: they say the same.
    """
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if language_in_name(article.source.path):
            groups[article.source.path.rsplit(".", 2)[0]].append(article)
    group_of = {
        member.id: identity_of(stem)
        for stem, members in groups.items()
        if len({member.language for member in members}) > 1
        for member in members
    }
    ends: dict[str, datetime] = {}
    for article in articles:
        group, end = group_of.get(article.id), article.marks.embargo_until
        if group and end:
            ends[group] = max(end, ends.get(group, end))
    return tuple(_translated(article, group_of.get(article.id), ends) for article in articles)


def _translated(article: Article, group: str | None, ends: Mapping[str, datetime]) -> Article:
    """Give an article with its group, and the latest end of an embargo in it."""
    end = ends.get(group or "", article.marks.embargo_until)
    if group is None:
        return article
    return article.changed(translation_group=group, marks=replace(article.marks, embargo_until=end))
