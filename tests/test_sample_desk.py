"""The sample desk in content/: read without a complaint, marked as a sample, and whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.articles import read_library
from briefings.languages.names import builtin_names, with_desk_names
from briefings.settings import load_config

if TYPE_CHECKING:
    from briefings.model import Library

CONTENT = Path(__file__).resolve().parent.parent / "content"
MARKS = {"örnek", "sample"}
MARKING_LINE = "Not: Örnek metindir, kurgudur."


@pytest.fixture(scope="module")
def library() -> Library:
    """The sample desk as read."""
    return read_library(CONTENT, load_config(CONTENT / "briefings.toml"), None)


def test_everything_is_read(library: Library) -> None:
    """No file is left out, and there is nothing to complain about."""
    assert library.notices == ()
    assert {record.fate for record in library.inputs} == {"read", "desk"}


def test_every_article_is_marked_as_a_sample(library: Library) -> None:
    """By a tag, or by a labelled line of a text file."""
    for article in library.articles:
        labels = {article.words(block.span) for block in article.blocks if block.kind == "label"}
        assert MARKS & set(article.marks.tags) or MARKING_LINE in labels, article.source.path


def test_four_days_two_languages_known_outlets(library: Library) -> None:
    """At least fourteen articles over four days, in both languages, from outlets the desk knows."""
    days = Counter(article.published.date() for article in library.articles if article.published)
    known = {name for outlet in library.desk.outlets for name in (outlet.name, *outlet.aliases)}
    assert len(library.articles) >= 14
    assert len(days) == 4
    assert {article.language for article in library.articles} == {"tr", "en"}
    assert {article.source.outlet for article in library.articles} <= known
    assert any(article.translation_group for article in library.articles)


def test_names_of_the_desk_are_sound() -> None:
    """names.toml gives no warning."""
    text = (CONTENT / "names.toml").read_text(encoding="utf-8")
    assert with_desk_names(builtin_names(), text, "names.toml")[1] == ()
