"""Corrections on hand-made facts: which fact is meant, what it says then, what is said when none is."""

from __future__ import annotations

from dataclasses import replace

from briefings.languages.names import NameTable
from briefings.model import Actor, Article, Correction, Deed, Findings, Localised, Place, Quantity, Quote
from briefings.planning.corrections import corrected, without_article
from tests.making import article, count, found, person, place, quote

NO_NAMES = NameTable()
REASON = Localised("Yanlış", "Wrong")


def _correction(words: str, article_name: str = "liman-tr.txt", **change: object) -> Correction:
    plain = Correction("corrections.toml", 3, article_name, words, None, False, "M. K.", REASON, "{}")  # noqa: FBT003
    return replace(plain, **change)  # type: ignore[arg-type]


def _port() -> tuple[Article, Findings]:
    told = article("Liman", "Mersin'de 28 gemi, 28 römork var.", 'Kaptan Ali Gözükara "Yer yok" dedi.')
    facts = (
        place(told, "Mersin", "city:mersin"),
        count(told, "28 gemi", "28", "gemi"),
        count(told, "28 römork", "28", "römork"),
        person(told, "Ali Gözükara", role="Kaptan"),
        quote(told, "Yer yok", "Ali Gözükara"),
    )
    return told, found(told, *facts)


def _after(*corrections: Correction) -> tuple[Findings, list[str]]:
    told, facts = _port()
    findings, notices = corrected(told, facts, corrections, NO_NAMES)
    return findings, [notice.message for notice in notices]


def test_a_number_is_changed_by_its_words() -> None:
    findings, messages = _after(_correction("28 gemi", value="19"))
    assert [fact.value for fact in findings.facts if isinstance(fact, Quantity)] == ["19", "28"]
    assert messages == []
    assert findings.amended[0].found != findings.amended[0].now


def test_the_article_goes_by_its_id_too() -> None:
    told, _ = _port()
    assert len(_after(_correction("28 gemi", told.id, drop=True))[0].facts) == 4


def test_words_that_fit_several_facts_name_them() -> None:
    findings, messages = _after(_correction("28", value="19"))
    assert findings.amended == ()
    assert "fits 2 facts" in messages[0]
    assert len(_after(_correction("28", value="19", everywhere=True))[0].amended) == 2


def test_office_speaker_and_name_are_changed() -> None:
    findings, messages = _after(
        _correction("Ali Gözükara", office=Localised("Liman Başkanı", "Harbour Master")),
        _correction("Yer yok", speaker=Localised("Veli Çakır", "Veli Çakır")),
        _correction("Mersin", name=Localised("İskenderun", "İskenderun")),
    )
    assert messages == []
    actor = next(fact for fact in findings.facts if isinstance(fact, Actor))
    assert (actor.role, actor.role_span) == ("Liman Başkanı", None)
    assert next(fact.speaker for fact in findings.facts if isinstance(fact, Quote)) == "Veli Çakır"
    assert next(fact.key for fact in findings.facts if isinstance(fact, Place)) == "place:iskenderun"


def test_what_was_done_is_told_as_the_desk_has_it() -> None:
    told, facts = _port()
    actor = next(fact for fact in facts.facts if isinstance(fact, Actor))
    facts = replace(facts, deeds=(Deed(2, "deed-subject", actor, None, None, None, None, None),))
    findings, _ = corrected(told, facts, [_correction("Ali Gözükara", drop=True)], NO_NAMES)
    assert findings.deeds[0].actor is None


def test_a_change_no_such_fact_can_have_is_said() -> None:
    assert "does not say" in _after(_correction("29 gemi", value="1"))[1][0]
    assert "is no number" in _after(_correction("28 gemi", value="çok"))[1][0]
    assert "no quote is found" in _after(_correction("28 gemi", speaker=REASON))[1][0]
    assert "a quote has no value" in _after(_correction("Yer yok", kind="quote", value="1"))[1][0]
    assert _after(_correction("8 gemi", value="1"))[1] != []


def test_a_correction_of_no_article_names_its_line() -> None:
    told, _ = _port()
    notice = without_article([_correction("28", "yok.md", drop=True), _correction("28", drop=True)], [told])
    assert [(one.path, one.line) for one in notice] == [("corrections.toml", 3)]
