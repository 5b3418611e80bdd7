"""Whole files, read: what must come out of each stands in tests/cases/articles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefings.articles import read_library
from briefings.config import Config, Marking, Words
from tests.casefiles import Case, cases_in

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.model import Article, Notice

CONFIG = Config(markings=(Marking(id="ozel", label=Words(tr="ÖZEL", en="CONFIDENTIAL")),))
FILES = ("text.txt", "markdown.txt", "front-matter.txt")


@pytest.mark.parametrize("case", [case for name in FILES for case in cases_in(f"articles/{name}")], ids=str)
def test_a_file_is_read_as_the_case_says(case: Case, tmp_path: Path) -> None:
    head, source, wanted = case.parts
    name, _, options = head.strip().partition(" ")
    (tmp_path / name).write_text(source.removesuffix("\n"), encoding="utf-8", newline="")
    library = read_library(tmp_path, CONFIG, date(2025, 12, 4) if options == "undated" else None)
    expected = wanted.strip().split("\n")
    found = _notices(library.notices)
    if library.articles:
        article = library.articles[0]
        _check_spans(article)
        keys = {line.split(" ")[0] for line in expected}
        found += [line for line in _report(article) if line.split(" ")[0] in keys]
        if any(line.startswith("[") for line in expected):
            found += [f"[{block.kind}] {article.words(block.span)}".replace("\n", "⏎") for block in article.blocks]
    assert "\n".join(_in_order(found)) == "\n".join(_in_order(expected))


def _in_order(lines: list[str]) -> list[str]:
    """Give what is said of the article by name, then its blocks as they come."""
    return sorted(line for line in lines if line[0] != "[") + [line for line in lines if line[0] == "["]


def _notices(notices: tuple[Notice, ...]) -> list[str]:
    return [
        f"{'left-out' if notice.level == 'error' else 'says'} {notice.code} {notice.line or '-'}" for notice in notices
    ]


def _report(article: Article) -> list[str]:
    marks = article.marks
    values = {
        "language": article.language,
        "published": article.published,
        "updated": article.updated,
        "outlet": article.source.outlet,
        "url": article.source.url,
        "authors": " / ".join(article.source.authors),
        "tags": " / ".join(marks.tags),
        "section": marks.section,
        "priority": marks.priority,
        "pin": marks.pin,
        "skip": marks.skip,
        "draft": marks.draft,
        "embargo": marks.embargo_until,
        "marking": marks.marking,
        "withdrawn": marks.withdrawn,
        "id": article.id,
        "sentences": len(article.sentences),
    }
    return [f"{key} {value}" for key, value in values.items()]


def _check_spans(article: Article) -> None:
    before = 0
    for block in article.blocks:
        assert before <= block.span.start < block.span.end <= len(article.text)
        assert article.words(block.span) == article.words(block.span).strip()
        before = block.span.end
    for index, sentence in enumerate(article.sentences):
        assert sentence.index == index
        block = article.block_of(sentence)
        assert block.kind not in {"label", "boilerplate"}
        assert block.span.contains(sentence.span)
        assert block.kind not in {"title", "heading"} or sentence.span == block.span
