"""Offices in the other language: put together from known parts, by the desk's glossary first; else left as they are."""

from __future__ import annotations

import pytest

from briefings.languages.names import builtin_names, office_in, with_desk_names
from tests.casefiles import rows_in

CASES = [("tr", "en", *row) for row in rows_in("offices/turkish.txt")]
CASES += [("en", "tr", *row) for row in rows_in("offices/english.txt")]
GLOSSARY = """
[[office]]
tr = "Köprü Nöbetçisi"
en = "Bridge Warden"

[[office]]
tr = "Genel Müdür"
en = "Chief Executive"
"""


@pytest.mark.parametrize(("source", "target", "role", "expected"), CASES)
def test_offices_in_the_other_language(source: str, target: str, role: str, expected: str) -> None:
    assert (office_in(role, source, target, builtin_names()) or "–") == expected


@pytest.mark.parametrize(
    ("source", "target", "role", "expected"),
    [
        ("tr", "en", "Van Köprü Nöbetçisi", "Bridge Warden of Van"),
        ("tr", "en", "eski köprü nöbetçisi", "Former Bridge Warden"),
        ("en", "tr", "bridge warden of Van", "Van Köprü Nöbetçisi"),
        ("tr", "en", "Genel Müdür", "Chief Executive"),
    ],
)
def test_the_desks_glossary_wins_in_both_directions(source: str, target: str, role: str, expected: str) -> None:
    names, notices = with_desk_names(builtin_names(), GLOSSARY, "names.toml")
    assert notices == ()
    assert office_in(role, source, target, names) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[office]]\ntr = "Müdür"\n', "needs its name in both languages"),
        ('[[office]]\ntr = "Müdür"\nen = "Head"\nde = "Leiter"\n', "'de' is not known"),
        ("office = 3\n", "write [[office]]"),
    ],
)
def test_mistakes_in_the_glossary_are_told(text: str, words: str) -> None:
    _, notices = with_desk_names(builtin_names(), text, "names.toml")
    assert any(words in notice.message for notice in notices)
