"""Annotators of other packages: taken when they point at words, refused with a notice when they do not."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

import pytest

from briefings.facts import find, plugins
from briefings.facts.reading import Reading
from briefings.languages.names import builtin_names
from briefings.model import Actor, Evidence, Fact, Place, Quantity, Quote, Span, When
from tests.making import article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ARTICLE = article("Zeyrek Rıhtımı açıldı", "Rıhtım bu sabah açıldı.", "Açılışa 40 kişi geldi.")


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Install plug-ins: callables of this module by entry points, with the names they are given."""

    def install(**named: str) -> None:
        entries = [EntryPoint(name, f"{__name__}:{target}", plugins.GROUP) for name, target in named.items()]
        monkeypatch.setattr(plugins, "entry_points", lambda group: entries if group == plugins.GROUP else [])
        plugins.installed.cache_clear()

    yield install
    plugins.installed.cache_clear()


def words(reading: Reading, text: str) -> Evidence:
    """Point at words of the article."""
    start = reading.text.index(text)
    sentence = next(s.index for s in reading.article.sentences if s.span.start <= start < s.span.end)
    return reading.evidence(sentence, start, start + len(text))


def quays(reading: Reading) -> Iterator[Fact]:
    yield Place(words(reading, "Rıhtım bu"), "quays.word", "Rıhtım", "place:quay")


def doors(reading: Reading) -> Iterable[Fact]:
    return [Place(words(reading, "Açılışa"), "doors.word", "Açılış", "place:door")]


def failing(reading: Reading) -> Iterator[Fact]:
    yield Place(words(reading, "Rıhtım bu"), "failing.word", "Rıhtım", "place:quay")
    message = "no such table"
    raise LookupError(message)


def leaving(_: Reading) -> Iterable[Fact]:
    raise SystemExit(3)


def endless(reading: Reading) -> Iterator[Fact]:
    while True:
        yield Place(words(reading, "Rıhtım bu"), "endless.word", "Rıhtım", "place:quay")


not_callable = 7


def test_facts_of_plugins_join_the_built_in_ones(plugged: Callable[..., None]) -> None:
    before = find(ARTICLE, builtin_names())
    plugged(quays="quays", doors="doors")
    found = find(ARTICLE, builtin_names())
    assert {fact.rule for fact in found.facts} - {fact.rule for fact in before.facts} == {"quays.word", "doors.word"}
    assert [fact.evidence.span.start for fact in found.facts] == sorted(f.evidence.span.start for f in found.facts)
    assert found.notices == ()
    assert [annotator.name for annotator in plugins.installed()] == ["doors", "quays"]


def test_without_plugins_nothing_changes(plugged: Callable[..., None]) -> None:
    plugged()
    assert find(ARTICLE, builtin_names()).notices == ()
    assert plugins.versions() == {}


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("failing", "LookupError: no such table"),
        ("leaving", "SystemExit: 3"),
        ("not_callable", "is not callable"),
        ("missing", "AttributeError"),
    ],
)
def test_a_plugin_that_fails_costs_only_its_own_facts(plugged: Callable[..., None], target: str, says: str) -> None:
    plugged(broken=target, doors="doors")
    found = find(ARTICLE, builtin_names())
    [notice] = found.notices
    assert (notice.level, notice.code, notice.path) == ("warning", "annotator-failed", ARTICLE.source.path)
    assert "broken" in notice.message
    assert says in notice.message
    assert "failing.word" not in {fact.rule for fact in found.facts}
    assert "doors.word" in {fact.rule for fact in found.facts}


def test_an_endless_plugin_is_stopped(plugged: Callable[..., None]) -> None:
    plugged(endless="endless")
    found = find(ARTICLE, builtin_names())
    assert sum(fact.rule == "endless.word" for fact in found.facts) == 1
    assert any(f"more than {plugins.MOST_FACTS}" in notice.message for notice in found.notices)


def evidence(start: int, end: int, sentence: int = 1, identity: str = ARTICLE.id) -> Evidence:
    return Evidence(identity, sentence, Span(start, end))


FIRST = ARTICLE.sentences[1].span
GOOD = Actor(evidence(FIRST.start, FIRST.start + 6), "test.rule", "person", "Rıhtım", "person:quay")
WHEN = When(GOOD.evidence, "test.rule", "DATE", "2025-12-04")
COUNT = Quantity(GOOD.evidence, "test.rule", "number", "3")
QUOTE = Quote(GOOD.evidence, "test.rule", direct=True, speaker=None)

REFUSED: dict[str, object] = {
    "no fact": "Rıhtım",
    "no kind": replace(GOOD, kind="robot"),  # type: ignore[arg-type]
    "does not name its rule": replace(GOOD, rule=""),
    "another article": replace(GOOD, evidence=evidence(FIRST.start, FIRST.start + 6, identity="other")),
    "sentence the article does not have": replace(GOOD, evidence=evidence(FIRST.start, FIRST.start + 6, 99)),
    "not lie within its sentence": replace(GOOD, evidence=evidence(FIRST.start, FIRST.end + 5)),
    "points at no words": replace(GOOD, evidence=evidence(FIRST.start, FIRST.start)),
    "points at no words of": replace(GOOD, evidence=evidence(FIRST.start, 10**6)),
    "points at no words of the text": replace(GOOD, evidence=evidence(-5, 3)),
    "begin or end with a blank": replace(GOOD, evidence=evidence(FIRST.start, FIRST.start + 7)),
    "no name, key or office": replace(GOOD, name=""),
    "no name, key or office that": replace(GOOD, name="a\x1b[31m"),
    "no name, key or office that can": replace(GOOD, role_span=Span(0, 10**6)),
    "no TIMEX3 value": replace(WHEN, value="yesterday"),
    "no TIMEX3": replace(WHEN, type="EVENT"),  # type: ignore[arg-type]
    "no quantity": replace(COUNT, value="many"),
    "its value is no quantity": replace(COUNT, type="crowd"),  # type: ignore[arg-type]
    "speaker or verb": replace(QUOTE, cue_span=Span(5, 3)),
}


@pytest.mark.parametrize(("says", "fact"), REFUSED.items())
def test_what_does_not_point_at_words_is_refused(says: str, fact: Fact) -> None:
    reading = Reading(ARTICLE, (), builtin_names())
    taken, [notice] = plugins.find_more(reading, (), [plugins.Annotator("odd", "1", lambda _: [fact])])
    assert taken == ()
    assert (notice.level, notice.code) == ("warning", "annotator-refused")
    assert "odd" in notice.message
    assert says in notice.message


@pytest.mark.parametrize(
    "fact", [GOOD, WHEN, COUNT, QUOTE, replace(QUOTE, evidence=evidence(FIRST.start, FIRST.end + 5))]
)
def test_what_points_at_words_is_taken(fact: Fact) -> None:
    reading = Reading(ARTICLE, (), builtin_names())
    assert plugins.find_more(reading, (), [plugins.Annotator("odd", "1", lambda _: [fact])]) == ((fact,), ())


def test_words_that_are_such_a_fact_already_are_refused_once_a_reason() -> None:
    reading = Reading(ARTICLE, (), builtin_names())
    taken, [notice] = plugins.find_more(reading, (GOOD,), [plugins.Annotator("odd", "1", lambda _: [GOOD, GOOD])])
    assert taken == ()
    assert "by the rule test.rule (2 times)" in notice.message
