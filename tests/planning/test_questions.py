"""Standing questions: a sentence answers that holds what the question is about and what it asks for."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.config import Config
from briefings.languages.names import NameTable
from briefings.languages.questions import asked_for
from briefings.model import DeskFiles, Localised, Question
from briefings.planning import Day, plan
from tests.making import article, count, date_of, found, person, place


def _answers(question: Question) -> list[str]:
    """Give the sentences of one article that answer a question."""
    told = article(
        "Limanda sıra",
        "Mersin limanında 28 gemi sıra bekliyor.",
        "Gemilerin sırası ne zaman biteceği bilinmiyor.",
        "Gemilerin sırası 9 Ocak 2026'da bitecek.",
        "Liman Müdürü Selin Karaaslan gemilere teşekkür etti.",
        "Yengemiz limana gelmedi.",
    )
    facts = (
        place(told, "Mersin", "city:mersin"),
        count(told, "28 gemi", "28", "gemi"),
        date_of(told, "9 Ocak 2026", "2026-01-09"),
        person(told, "Selin Karaaslan", role="Liman Müdürü"),
    )
    given = Day(
        day=date(2025, 12, 4), number=1, articles=(told,), findings=(found(told, *facts, keys=(1, 2, 3, 4, 5)),),
        left_out=(), desk=DeskFiles(questions=(question,)), earlier=None,
    )  # fmt: skip
    edition = plan(given, config=Config(), names=NameTable())
    return [told.words(evidence.span) for evidence in edition.questions[0].evidence]


@pytest.mark.parametrize(
    ("text", "about", "beginnings"),
    [
        ("Kaç gemi bekliyor?", ("gemi", "sıra"), ["Mersin limanında 28 gemi"]),
        ("Sıra ne zaman biter?", ("gemi", "sıra"), ["Gemilerin sırası 9 Ocak"]),
        ("Kim konuştu?", ("gemi", "liman"), ["Liman Müdürü Selin"]),
        ("Mersin'de durum nedir?", ("city:mersin", "gemi"), ["Mersin limanında 28 gemi"]),
        ("Gemilerin sırası ne zaman bitecek?", (), ["Gemilerin sırası 9 Ocak"]),
        ("Gemilerde yangın nerede çıktı?", ("gemi", "yangın"), []),
        ("Kaç uçak bekliyor?", ("uçak",), []),
    ],
)
def test_answers_hold_what_is_asked(text: str, about: tuple[str, ...], beginnings: list[str]) -> None:
    answers = _answers(Question("q", Localised(text), about))
    assert len(answers) == len(beginnings)
    assert all(answer.startswith(words) for answer, words in zip(answers, beginnings, strict=True))


def test_a_word_within_another_is_not_that_word() -> None:
    assert all("Yengemiz" not in answer for answer in _answers(Question("q", Localised("Gemi?"), ("gemi",))))


@pytest.mark.parametrize(
    ("question", "language", "kinds"),
    [
        ("Boğaz'da kaç gemi bekliyor?", "tr", {"quantity"}),
        ("NE ZAMAN AÇILACAK?", "tr", {"date"}),
        ("Karar nerede ve kimin imzasıyla çıkacak?", "tr", {"place", "person"}),
        ("Kimya sektörü ne bekliyor?", "tr", set()),
        ("How many ships are waiting?", "en", {"quantity"}),
        ("When will the railway open, and where?", "en", {"date", "place"}),
        ("What is expected of the whole decision?", "en", set()),
    ],
)
def test_what_a_question_asks_for(question: str, language: str, kinds: set[str]) -> None:
    assert asked_for(question, language) == kinds
