"""Dates: cases from text files against one fixed moment, texts without dates, and promises on hostile input."""

from __future__ import annotations

import random
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.facts.dates import find_dates
from briefings.facts.reading import reading_of
from briefings.languages.dates.lexicon import load
from briefings.languages.names import NameTable
from briefings.languages.timex import days_of_when
from briefings.model import Article, Block, Sentence, Source, Span, When
from tests.making import moment

if TYPE_CHECKING:
    from datetime import datetime

CASES = Path(__file__).parent.parent / "cases" / "dates"
NOW = moment("2025-12-04 00:31")
LANGUAGES = {"turkish": "tr", "english": "en"}


def article_of(text: str, language: str, published: datetime | None = NOW) -> Article:
    """Make an article of one sentence."""
    span = Span(0, len(text))
    block, sentence = Block("paragraph", span), Sentence(0, 0, span)
    return Article("a", Source("a.txt", "0" * 64), language, text, (block,), (sentence,), published)


def dates_in(text: str, language: str, published: datetime | None = NOW, *, day_first: bool = True) -> tuple[When, ...]:
    """Find the dates of one sentence."""
    return find_dates(reading_of(article_of(text, language, published), NameTable(), day_first=day_first))


def positives() -> list[tuple[str, str, list[str]]]:
    """Read the cases with dates: language, text, expected lines."""
    found = []
    for name, language in LANGUAGES.items():
        text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
        for block in text.split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith(("#", "=="))]
            if lines:
                found.append((language, lines[0], [line[2:] for line in lines[1:]]))
    return found


def negatives() -> list[tuple[str, str]]:
    """Read the texts in which nothing may be found."""
    return [
        (language, line)
        for name, language in LANGUAGES.items()
        for line in (CASES / f"{name}-none.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def told(text: str, when: When) -> str:
    """Write a date as the case files do."""
    parts = [when.evidence.span.of(text), when.type, when.value or "null"]
    return " | ".join([*parts, when.mod] if when.mod else parts)


@pytest.mark.parametrize(("language", "text", "expected"), positives())
def test_dates_are_found_with_their_values(language: str, text: str, expected: list[str]) -> None:
    assert [told(text, when) for when in dates_in(text, language)] == expected


@pytest.mark.parametrize(("language", "text"), negatives())
def test_what_is_no_date_is_not_found(language: str, text: str) -> None:
    assert [told(text, when) for when in dates_in(text, language)] == []


@pytest.mark.parametrize("language", ["tr", "en"])
def test_relative_dates_have_no_value_without_a_publication_date(language: str) -> None:
    text = {"tr": "Plan iki hafta önce, salı günü sunuldu.", "en": "It was shown two weeks ago, on Tuesday."}[language]
    found = dates_in(text, language, None)
    assert len(found) == 2
    assert [when.value for when in found] == [None, None]


@pytest.mark.parametrize("published", ["0001-01-01 00:00", "9999-12-31 23:59"])
def test_the_ends_of_the_calendar_break_nothing(published: str) -> None:
    text = "Geçen bahar, Kurban Bayramı'nda, Babalar Günü'nde ve önümüzdeki ocak ayında toplanıldı."
    assert len(dates_in(text, "tr", moment(published))) == 4


def test_full_dates_need_no_publication_date() -> None:
    assert [when.value for when in dates_in("4 Aralık 2025'te imzalandı.", "tr", None)] == ["2025-12-04"]


def test_a_relative_date_tells_how_it_was_counted() -> None:
    (when,) = dates_in("Plan iki hafta önce sunuldu.", "tr")
    assert when.rule == "tr.date.relative-ago"
    assert when.reasoning is not None
    assert (when.reasoning.anchor, when.reasoning.anchor_kind) == (NOW.date(), "published")
    assert (when.reasoning.shift, when.reasoning.unit) == (-2, "week")


@pytest.mark.parametrize(
    ("words", "day_first", "told"),
    [
        ("03/04/2025", True, "2025-04-03 en.date.numeric-day-first"),
        ("03/04/2025", False, "2025-03-04 en.date.numeric-month-first"),
        ("3-4-2025", False, "2025-03-04 en.date.numeric-month-first"),
        ("03/04/2026 at 9 am", False, "2026-03-04T09:00 en.time.numeric-month-first"),
        ("13/04/2025", False, "2025-04-13 en.date.numeric"),
        ("04/04/2025", False, "2025-04-04 en.date.numeric"),
        ("04/13/2025", True, "2025-04-13 en.date.numeric"),
        ("03.04.2025", False, "2025-04-03 en.date.dotted"),
        ("3/Apr/2025", False, "2025-04-03 en.date.numeric"),
    ],
)
def test_digits_are_read_in_the_order_of_the_desk(words: str, day_first: bool, told: str) -> None:
    (when,) = dates_in(f"The lease was signed on {words}.", "en", day_first=day_first)
    assert f"{when.value} {when.rule}" == told


def test_turkish_digits_are_always_day_first() -> None:
    (when,) = dates_in("Sözleşme 03/04/2025 tarihinde imzalandı.", "tr", day_first=False)
    assert (when.value, when.rule) == ("2025-04-03", "tr.date.numeric")


def test_a_date_counted_from_the_text_says_so() -> None:
    _, later = dates_in("The bridge opened in 1998; two years later it closed.", "en")
    assert later.reasoning is not None
    assert (later.reasoning.anchor_kind, later.reasoning.shift) == ("text", 2)


def words_in(sentences: list[str]) -> list[str]:
    """Find the dates of a text of several sentences, as words."""
    text = "\n".join(sentences)
    starts = [sum(len(one) + 1 for one in sentences[:number]) for number in range(len(sentences))]
    spans = [Span(start, start + len(one)) for start, one in zip(starts, sentences, strict=True)]
    blocks = tuple(Block("paragraph", span) for span in spans)
    told = tuple(Sentence(number, number, span) for number, span in enumerate(spans))
    article = Article("a", Source("a.txt", "0" * 64), "en", text, blocks, told, NOW)
    return [when.evidence.span.of(text) for when in find_dates(reading_of(article, NameTable()))]


def test_now_and_today_date_nothing_in_a_guide() -> None:
    guide = [
        "The fort was built in 1540.",
        "It is now a museum.",
        "Today it is free of charge.",
        "The moat was recently drained.",
        "Bring water.",
    ]
    assert words_in(guide) == ["1540"]
    assert words_in([*guide, "It opened yesterday."]) == ["1540", "now", "Today", "recently", "yesterday"]
    assert words_in(guide[1:3]) == ["now", "Today"]


def test_dates_come_in_text_order_and_do_not_overlap() -> None:
    for language, text, _ in positives():
        found = dates_in(text, language)
        for one, other in pairwise(found):
            assert one.evidence.span.end <= other.evidence.span.start


@pytest.mark.parametrize("language", ["tr", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "5 ",
        "2025 ",
        "2025-",
        "1/",
        "12.",
        "ocak ",
        "May ",
        "iki hafta önce ",
        "two weeks ago ",
        "5 days ",
        "at least two or three years and ",
        "now ",
        "the early 1990s ",
        "saat ",
        "bin ",
        "((",
        "'",
    ],
)
def test_repeated_pieces_take_linear_time(language: str, piece: str) -> None:
    started = time.process_time()
    dates_in(piece * 2500, language)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "999999999999 yıl önce", "99999999 gün sonra", "0 Ocak 0000", "99.99.9999", "son 99999999 hafta",
        "9999 yılında", "31 Aralık 9999'dan sonra", "1 Ocak 0001'den önce", "999999999 hours ago",
        "in 99999999 years", "0/0/0000", "the 99th century", "25:61", "T24:00", "iki bin bin bin bin",
        "40'lı yıllar", "99. yüzyıl", "Q4 9999", "9999-12-31", "saat 24:00", "next 999999999 weeks",
        "week 53 of 2025", "2025'in 99. haftası", "10000000 iş günü sonra", "MÖ 44 yılında", "about 1600 B.C.E.",
    ],
)  # fmt: skip
def test_absurd_dates_do_no_harm(text: str) -> None:
    for language in ("tr", "en"):
        for published in (NOW, moment("0001-01-01 00:00"), moment("9999-12-31 23:59"), None):
            dates_in(text, language, published)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kurul mayıs ayında toplanacak.", None),
        ("Kurul 11 Aralık'ta toplanacak.", None),
        ("Kurul salı günü toplanacak.", "weekday"),
        ("Kurul gelecek nisan ayında toplanacak.", "none"),
        ("Kurul gelecek ay toplanacak.", "month"),
    ],
)
def test_only_what_was_counted_has_a_reasoning(text: str, unit: str | None) -> None:
    (when,) = dates_in(text, "tr")
    assert (when.reasoning and when.reasoning.unit) == unit


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("Fuar 4 Aralık'tan 8 Aralık'a kadar sürecek.", "tr", "2025-12-08"),
        ("Fuar 4 Aralık ile 8 Aralık arasında açık.", "tr", "2025-12-08"),
        ("Fuar 4 - 8 Aralık tarihlerinde açık.", "tr", "2025-12-08"),
        ("Fuar 4 Aralık'tan ocak sonuna kadar sürecek.", "tr", "2026-01-31"),
        ("The fair will run from 4 December to 8 December.", "en", "2025-12-08"),
        ("The fair will run between 4 and 8 December.", "en", "2025-12-08"),
        ("The fair will run from 4 to 8 December.", "en", "2025-12-08"),
        ("The fair is on 4–8 December.", "en", "2025-12-08"),
    ],
)
def test_a_range_covers_the_day_it_names_last(text: str, language: str, last: str) -> None:
    (when,) = dates_in(text, language)
    covered = days_of_when(when)
    assert covered is not None
    assert [day.isoformat() for day in covered] == ["2025-12-04", last]


@pytest.mark.parametrize("language", ["tr", "en"])
def test_words_of_dates_in_any_order_do_no_harm(language: str) -> None:
    lexicon = load(language)
    marks = [", ", " - ", "/", ".", " 5 ", " 12 ", " 1998 ", " 14.30 ", " 9:05 ", " 31 "]
    words = [*lexicon.forms, *(" ".join(one.words) for many in lexicon.phrases.values() for one in many)]
    lots = random.Random(4)  # noqa: S311 - lots drawn for a test
    for _ in range(1500):
        pieces = [lots.choice(words if lots.random() < 0.7 else marks) for _ in range(lots.randint(2, 7))]
        text = " ".join(pieces)
        found = dates_in(text, language)
        assert all(when.evidence.span.end <= len(text) for when in found)
