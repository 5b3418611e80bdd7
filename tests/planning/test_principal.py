"""The principal's edition: what is offered, how a budget grows, what is cut and named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefings.config import Config
from briefings.languages.names import NameTable
from briefings.model import Budget, DeskFiles, Spread
from briefings.planning import Day, budgets, cut_to, left_out, offered, plan
from tests.making import article, count, date_of, found, person, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefings.model import Article, Edition

EVENTS = (
    ("Ada Kişi", "Rize", "köprüsü", "açıldı"),
    ("Bora Taşlı", "Sinop", "müzesi", "kuruldu"),
    ("Cem Ovalı", "Urla", "tramvayı", "başladı"),
    ("Derya Kumlu", "Kaş", "feneri", "onarıldı"),
    ("Ece Dağlı", "Oltu", "kütüphanesi", "taşındı"),
    ("Fuat Göllü", "Foça", "iskelesi", "yenilendi"),
    ("Gül Çaylı", "Vize", "ormanı", "büyüdü"),
    ("Hale Ateşli", "Zile", "fırını", "kapandı"),
)
LONG = " ".join(["uzun", *(["sözcük"] * 60), "söylendi."])


def _edition(number: int = 3) -> Edition:
    """Plan a day of some events, each with a voice, a date ahead and several sentences."""
    given = []
    for place, (name, town, what, deed) in enumerate(EVENTS[:number]):
        own = [f"{town}{ending}" for ending in ("da", "lı", "cık", "un")]
        told = article(
            f"{town} {what} {deed}",
            f"{own[0]} {what} {20 + place} kişiyle 8 Aralık günü {deed}.",
            f"{name}, “{what} {own[1]} adına {deed} ve {own[2]} {town} değişecek” dedi.",
            f"{own[3]} {own[2]} {what} önü {40 + place} {own[1]} {town}.",
            outlet=f"Gazete{place}",
        )
        given.append(
            (
                told,
                found(
                    told,
                    person(told, name, role=None),
                    date_of(told, "8 Aralık", "2025-12-08"),
                    count(told, f"{20 + place} kişi", str(20 + place), "kişi"),
                    quote(told, f"{what} {own[1]} adına {deed} ve {own[2]} {town} değişecek", name),
                    keys=(1, 2, 3),
                ),
            )
        )
    day = Day(
        day=date(2025, 12, 4),
        number=1,
        articles=tuple(told for told, _ in given),
        findings=tuple(facts for _, facts in given),
        left_out=(),
        desk=DeskFiles(),
        earlier=None,
    )
    return plan(day, config=Config(), names=NameTable({}))


def _items(budget: Budget) -> int:
    counts = (budget.key_points, budget.stories, budget.voices, budget.agenda)
    return sum(counts) + sum(budget.points) + sum(budget.quotes) + sum(budget.sayings)


def _room_for(most: int) -> Callable[[Budget], Sequence[Spread]]:
    """Make pages that hold so many items, two thirds of them the first."""

    def spreads(budget: Budget) -> Sequence[Spread]:
        return (Spread((1.0,) * (2 if _items(budget) <= most else 3), 1),)

    return spreads


def test_a_budget_grows_to_what_fits() -> None:
    offers = offered({"tr": _edition(8)})
    found_budgets = budgets(offers, _room_for(14), 2)
    sizes = [_items(budget) for budget in found_budgets]
    assert sizes == sorted(sizes)
    assert sizes[-1] == 14


def test_without_a_limit_everything_offered_is_told() -> None:
    offers = offered({"tr": _edition(8)})
    most = budgets(offers, _room_for(0), None)[-1]
    assert cut_to(offers["tr"], most).stories == offers["tr"].stories
    assert cut_to(offers["tr"], most).voices == offers["tr"].voices


def test_what_does_not_fit_is_passed_over_for_what_does() -> None:
    """Agenda rows are too big here; the rest still fills the pages."""

    def spreads(budget: Budget) -> Sequence[Spread]:
        return (Spread((1.0, 0.9) if not budget.agenda else (1.0, 1.0, 0.5), 1),)

    most = budgets(offered({"tr": _edition(8)}), spreads, 2)[-1]
    assert (most.agenda, most.stories, most.voices) == (0, 7, 3)


def test_a_nearly_empty_last_page_is_given_up() -> None:
    def spreads(budget: Budget) -> Sequence[Spread]:
        return (Spread((0.9,) if _items(budget) < 8 else (1.0, 0.2), 1),)

    assert _items(budgets(offered({"tr": _edition(3)}), spreads, 2)[-1]) < 8


def test_the_first_story_ends_on_the_first_page() -> None:
    def spreads(budget: Budget) -> Sequence[Spread]:
        return (Spread((1.0, 1.0), 1 if budget.key_points <= 2 else 2),)

    assert budgets(offered({"tr": _edition(8)}), spreads, 2)[-1].key_points == 2


def test_all_languages_are_offered_the_same() -> None:
    edition = _edition(5)
    other = replace(edition, voices=edition.voices[1:], agenda=edition.agenda[1:], figures=edition.figures[1:])
    offers = offered({"tr": edition, "en": other})
    for kind in ("voices", "agenda", "figures", "key_points", "stories"):
        assert getattr(offers["tr"], kind) == getattr(offers["en"], kind), kind
    assert edition.voices[0] not in offers["tr"].voices


def test_nothing_is_offered_twice() -> None:
    offer = offered({"tr": _edition(3)})["tr"]
    assert offer.bottom_line is not None
    points = [point.evidence for point in offer.key_points]
    points += [point.evidence for story in offer.stories for point in story.points]
    assert offer.bottom_line.evidence not in points
    assert len(points) == len(set(points))
    sentences = {(evidence.article, evidence.sentence) for evidence in points}
    for voice in offer.voices:
        assert all((one.evidence.article, one.evidence.sentence) not in sentences for one in voice.quotes)


def test_a_lead_too_long_for_its_place_gives_way_whole() -> None:
    long = article("Köprü açıldı", f"Mersin köprüsü {LONG}", "Mersin köprüsü 40 araçla açıldı.")
    short = article("Yol bitti", "Rize yolu bitti.", outlet="Başka")
    edition = _planned(long, short)
    offer = offered({"tr": edition})["tr"]
    story = next(story for story in offer.stories if story.headline.article == long.id)
    assert long.words(story.lead.evidence.span) == "Mersin köprüsü 40 araçla açıldı."


def test_a_long_lead_without_a_shorter_sentence_stays() -> None:
    long = article("Köprü açıldı", f"Mersin köprüsü {LONG}")
    story = offered({"tr": _planned(long)})["tr"].stories[0]
    assert long.words(story.lead.evidence.span).endswith("söylendi.")


def test_what_is_cut_is_named_with_the_reason() -> None:
    edition = _edition(4)
    offers = offered({"tr": edition})
    told = cut_to(offers["tr"], Budget(stories=1, points=(0,) * 4, quotes=(0,) * 4, sayings=(1,) * 3))
    cut = left_out({"tr": edition}, told, "tr")
    kinds = {item.kind: item.reason for item in cut}
    assert kinds == {"story": "room", "point": "room", "quote": "room", "voice": "room", "agenda": "room"}
    assert [item.story for item in cut if item.kind == "story"] == [story.id for story in edition.stories[1:]]


@pytest.mark.parametrize("number", [0, 1])
def test_small_days_are_offered_too(number: int) -> None:
    offers = offered({"tr": _edition(number)})
    assert budgets(offers, _room_for(99), 2)[-1].stories == number


def _planned(*told: Article) -> Edition:
    """Plan a day of articles without facts, each sentence a key sentence in its order."""
    day = Day(
        day=date(2025, 12, 4),
        number=1,
        articles=told,
        findings=tuple(found(one, keys=tuple(range(1, len(one.sentences)))) for one in told),
        left_out=(),
        desk=DeskFiles(),
        earlier=None,
    )
    return plan(day, config=Config(), names=NameTable({}))
