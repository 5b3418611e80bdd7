"""The quality gate itself, and that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quality import gate
from tests.quality.gold import LANGUAGES, GoldText, Mark, fingerprint, gold_text, gold_texts
from tests.quality.scoring import MARKED, score
from tests.quality.times import same_time

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """published: 2025-12-04T09:30

* [Ece Tan|p / Vali], "[Yol [2 Aralık|d 2025-12-02 ; 2025]'ta açıldı|q Ece Tan]" dedi.
[12|n 12 okul] okul, [Bursa Lisesi|o]nde toplandı.

[Tan|p Ece Tan] [evet|?] dedi."""


@pytest.fixture(scope="module")
def texts() -> list[GoldText]:
    return gold_texts()


def test_nothing_got_worse(texts: list[GoldText]) -> None:
    found = gate.faults(score(texts).figures(), fingerprint(), gate.read_floors())
    assert not found, "\n".join((*found, "`./dev quality` lists every miss and every false find"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_enough_to_judge_by(texts: list[GoldText], language: str) -> None:
    own = [text for text in texts if text.language == language]
    marks = [mark for text in own for mark in text.marks]
    assert len(own) >= 24
    assert all(60 <= len(text.text.split()) <= 140 for text in own)
    assert all(len(text.key_sentences) >= 2 for text in own)
    assert min(sum(mark.kind == kind for mark in marks) for kind in MARKED) >= 25


def test_marks_are_read_with_their_words_values_and_offices() -> None:
    text = gold_text(TEXT, "a", "tr")
    assert text.text == (
        'Ece Tan, "Yol 2 Aralık\'ta açıldı" dedi. 12 okul, Bursa Lisesinde toplandı.\n\nTan evet dedi.'
    )
    assert [(mark.kind, text.text[mark.start : mark.end], mark.accepted) for mark in text.marks] == [
        ("people", "Ece Tan", ("Ece Tan",)),
        ("quotations", "Yol 2 Aralık'ta açıldı", ("Ece Tan",)),
        ("dates", "2 Aralık", ("2025-12-02", "2025")),
        ("quantities", "12", ("number 12 okul",)),
        ("organisations", "Bursa Lisesinde", ("Bursa Lisesi",)),
        ("people", "Tan", ("Ece Tan",)),
        ("unjudged", "evet", ("evet",)),
    ]
    assert text.marks[0].offices == ("Vali",)
    assert text.key_sentences == (0,)
    assert [text.text[start:end][:3] for start, end in text.sentences] == ["Ece", "12 ", "Tan"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [("[Ece Tan dedi.", "not closed"), ("Ece|p] dedi.", "never began")],
)
def test_a_mistake_in_the_marks_is_named_with_its_line(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=rf"tr/a\.txt:3: .*{fault}"):
        gold_text(f"published: 2025-12-04\n\n{line}\n", "a", "tr")


def test_figures_count_values_and_spans_and_skip_what_readers_differ_on() -> None:
    words = "Toplantı 2 Aralık 2025 günü yapıldı. Tören 5 Aralık 2025 günü."
    first, second = words.index("2 A"), words.index("5 A")
    marks = (
        Mark("dates", first, first + len("2 Aralık 2025"), ("2024-12-02",)),
        Mark("unjudged", second, second + len("5 Aralık 2025 günü"), ("",)),
    )
    text = GoldText("a", "tr", "2025-12-04T09:00", words, marks, ((0, 36), (37, len(words))), (0,))
    total = score([text])
    tally = total.tallies["dates", "tr"]
    assert (tally.gold, tally.found, tally.right) == (1, 1, 0)
    assert [remark.trouble for remark in total.remarks if remark.kind == "dates"] == ["value"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2025-W38-WE", "2025-09-20/2025-09-22", True),
        ("1998/..", "1998-01-01/..", True),
        ("2025-01/2025-11", "2025-01-01/2025-11-01", True),
        ("2025-H1", "2025-01-01/2025-07-01", True),
        ("2025-SU", "2025-06/2025-09", True),
        ("199", "1990/2000", True),
        ("01XX", "0100/0200", True),
        ("T07:45", "T07:45", True),
        ("2025", "2025-01", False),
        ("P10M", "2025-01/2025-11", False),
        ("2025-13", "2025-12", False),
        ("../2025", "2025/..", False),
    ],
)
def test_stretches_of_time_are_compared_by_their_ends(one: str, other: str, same: bool) -> None:
    assert same_time(one, other) is same


FIGURES = {"dates.tr.f1": 90.0, "dates.tr.recall": 80.0}


def test_the_gate_shuts_when_a_figure_falls() -> None:
    floors = gate.Floors("x", FIGURES)
    assert gate.faults(FIGURES, "x", floors) == []
    assert gate.faults(FIGURES | {"dates.tr.f1": 89.9}, "x", floors) == ["dates.tr.f1 is 89.9, its floor is 90.0"]
    assert gate.faults({"dates.tr.f1": 90.0}, "x", floors) == ["dates.tr.recall is 0.0, its floor is 80.0"]


def test_the_gate_shuts_when_texts_changed_or_a_figure_is_new() -> None:
    floors = gate.Floors("x", FIGURES)
    assert "have changed" in gate.faults(FIGURES, "y", floors)[0]
    assert "no floor yet for places.en.f1" in gate.faults(FIGURES | {"places.en.f1": 1.0}, "x", floors)[0]


def test_floors_fall_only_by_name() -> None:
    floors = gate.Floors("x", FIGURES)
    worse = {"dates.tr.f1": 89.0, "dates.tr.recall": 79.0}
    assert gate.lowered(worse, floors, ["dates.tr.f1"]) == ["dates.tr.recall"]
    assert gate.lowered(worse, floors, ["dates.tr.f1", "dates.tr.recall"]) == []


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(gate.pinned(FIGURES, "abc"), encoding="utf-8")
    assert gate.read_floors(path) == gate.Floors("abc", FIGURES)
    assert gate.read_floors(tmp_path / "none.toml") == gate.Floors("", {})
