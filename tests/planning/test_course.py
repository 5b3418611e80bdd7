from __future__ import annotations

from datetime import date

from briefings.model import EditionRecord, StoryRecord
from briefings.planning.course import likenesses, match_earlier, remembered_stories
from briefings.planning.terms import Document, profiles_of

PIER = ("en:pier", "en:crane", "subject:telling.harbour", "who:person:mara-holt", "where:city:split")
SCHOOL = ("en:bus", "en:class", "subject:general.school", "who:person:ivo-brand", "where:city:zadar")


def _record(identity: str, *terms: str) -> StoryRecord:
    return StoryRecord(identity, (("en", identity),), 1, tuple(sorted(terms)), (identity,))


def _edition(*stories: StoryRecord) -> EditionRecord:
    return EditionRecord(date(2026, 4, 1), 1, stories, (), ())


def _document(identity: str, language: str, *terms: str) -> Document:
    tables: dict[str, dict[str, int]] = {}
    for term in terms:
        kind = term.partition(":")[0]
        tables.setdefault("word" if len(kind) == 2 else kind, {})[term] = 1
    return Document(identity, language, tables)


def _matched(earlier: EditionRecord, *today: Document) -> list[str | None]:
    before = remembered_stories(earlier)
    profiles = profiles_of([*today, *(one for documents in before.values() for one in documents)])
    alike = likenesses(today, before, profiles, {})
    found = match_earlier([(document.id,) for document in today], alike, earlier)
    return [record.id if record else None for record in found]


EARLIER = _edition(_record("pier", *PIER), _record("school", *SCHOOL))


def test_a_story_goes_on_from_the_one_it_shares_its_terms_with() -> None:
    today = _document("a", "en", "en:bus", "en:driver", *SCHOOL[2:]), _document("b", "en", "en:moon", "where:city:graz")
    assert _matched(EARLIER, *today) == ["school", None]


def test_names_and_subjects_lead_from_one_language_to_the_other() -> None:
    assert _matched(EARLIER, _document("a", "tr", "tr:rıhtı", *PIER[2:])) == ["pier"]


def test_a_speaker_alone_does_not_lead_from_one_matter_to_another() -> None:
    other = _document(
        "a", "en", "en:ferry", "en:timet", "subject:telling.ferry", "who:person:mara-holt", "where:city:pula"
    )
    assert _matched(EARLIER, other) == [None]


def test_an_earlier_story_goes_on_once() -> None:
    today = [_document(name, "en", *PIER) for name in ("a", "b")]
    assert _matched(EARLIER, *today) == ["pier", None]


def test_no_earlier_edition_no_earlier_story() -> None:
    assert match_earlier([("a",)], {}, None) == [None]
