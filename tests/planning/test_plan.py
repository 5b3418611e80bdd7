"""The edition planned from hand-made facts: ranking, agenda, voices, figures, markings, what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefings.config import Config, Marking, Words
from briefings.languages.names import NameTable
from briefings.model import AgendaEntry, Article, DeskFiles, DeskMarks, Edition, EditionRecord, Findings, Localised
from briefings.planning import Day, for_reader, plan, remembered
from tests.making import article, count, date_of, found, person, place, quote

DAY = date(2025, 12, 4)
NO_NAMES = NameTable()


def _plan(
    *told: tuple[Article, Findings],
    earlier: EditionRecord | None = None,
    config: Config | None = None,
    desk: DeskFiles | None = None,
) -> Edition:
    given = Day(
        day=DAY, number=7, articles=tuple(one for one, _ in told), findings=tuple(facts for _, facts in told),
        left_out=(), desk=desk or DeskFiles(), earlier=earlier,
    )  # fmt: skip
    return plan(given, config=config or Config(), names=NO_NAMES)


def _port(
    value: str = "28", *, published: str = "2025-12-04 09:00", marks: DeskMarks | None = None
) -> tuple[Article, Findings]:
    told = article(
        "Limanda bekleyen gemi sayısı",
        f"Mersin limanında {value} gemi sıra bekliyor.",
        'Liman Müdürü Selin Karaaslan "Sıra cuma günü biter" dedi.',
        "Yeni rıhtım 9 Ocak 2026'da açılacak.",
        published=published,
        marks=marks,
    )
    facts = (
        place(told, "Mersin", "city:mersin"),
        count(told, f"{value} gemi", value, "gemi"),
        person(told, "Selin Karaaslan", role="Liman Müdürü"),
        quote(told, "Sıra cuma günü biter", "Selin Karaaslan"),
        date_of(told, "9 Ocak 2026", "2026-01-09"),
    )
    return told, found(told, *facts, keys=(1, 2, 3))


def _bank(marks: DeskMarks | None = None) -> tuple[Article, Findings]:
    told = article("Faiz değişmedi", "Banka politika faizini sabit bıraktı.", marks=marks)
    return told, found(told)


def test_the_fuller_story_leads_and_says_why() -> None:
    edition = _plan(_bank(), _port())
    lead = edition.stories[0]
    assert lead.headline.article == _port()[0].id
    assert {reason.code for reason in lead.reasons} >= {"officials", "new", "ahead"}
    assert lead.score == sum(reason.points for reason in lead.reasons)


def test_the_desks_hand_wins() -> None:
    assert _plan(_port(), _bank(DeskMarks(pin=True))).stories[0].headline.article == _bank()[0].id
    assert _plan(_port(), _bank(DeskMarks(priority=5))).stories[0].headline.article == _bank()[0].id


def test_every_point_is_a_sentence_of_an_article() -> None:
    edition = _plan(_port(), _bank())
    for point in (*edition.key_points, *(point for story in edition.stories for point in story.points)):
        source = edition.article(point.evidence.article)
        assert point.evidence.span == source.sentences[point.evidence.sentence].span


def test_agenda_holds_what_lies_ahead_from_articles_and_the_desk() -> None:
    entry = AgendaEntry(date(2025, 12, 8), "10:00", Localised("Kurul toplantısı", "Board meeting"))
    past = replace(entry, day=date(2025, 12, 3))
    edition = _plan(_port(), desk=DeskFiles(agenda=(entry, past)))
    assert [(item.first, item.time) for item in edition.agenda] == [
        (date(2025, 12, 8), "10:00"),
        (date(2026, 1, 9), None),
    ]


def test_a_voice_carries_the_office_the_text_states() -> None:
    (voice,) = _plan(_port()).voices
    assert (voice.speaker, voice.role and voice.role.role) == ("Selin Karaaslan", "Liman Müdürü")


def test_a_number_that_moved_shows_what_it_was() -> None:
    before = remembered(_plan(_port("28")), None)
    edition = _plan(_port("19"), earlier=replace(before, day=date(2025, 12, 3)))
    (figure,) = edition.figures
    assert figure.previous is not None
    assert (figure.quantity.value, figure.previous.value) == ("19", "28")
    assert edition.stories[0].status == "updated"
    assert edition.stories[0].day_number == 2
    assert "figure" in {change.kind for change in edition.changes}


def test_a_story_that_is_gone_is_dropped_and_one_that_stays_goes_on() -> None:
    before = remembered(_plan(_port(), _bank()), None)
    edition = _plan(_port(), earlier=before)
    assert edition.stories[0].status == "ongoing"
    assert [change.earlier for change in edition.changes if change.kind == "dropped"] == [(("tr", "Faiz değişmedi"),)]


def test_a_story_told_again_after_a_pause_is_the_same_story() -> None:
    first = remembered(_plan(_port(), _bank()), None)
    second = remembered(_plan(_bank(), earlier=first), first)
    third = _plan(_port(), _bank(), earlier=second)
    port = next(story for story in third.stories if story.headline.article == _port()[0].id)
    assert port.day_number == 2
    assert not [change for change in third.changes if change.kind == "dropped"]


def test_of_two_translations_only_the_readers_speaks() -> None:
    turkish = article("Uydu yolda", "Uydu 40 ton yük taşıyor.", group="uydu")
    english = article("Satellite on its way", "The satellite carries 40 tonnes.", group="uydu", language="en")
    told = [
        (turkish, found(turkish, count(turkish, "40 ton", "40", "t"))),
        (english, found(english, count(english, "40 tonnes", "40", "t"))),
    ]
    edition = _plan(*told)
    given = Day(DAY, 7, (turkish, english), tuple(facts for _, facts in told), (), DeskFiles(), None)
    for language, own in (("tr", turkish), ("en", english)):
        read = for_reader(edition, language, given, names=NO_NAMES)
        assert {read.stories[0].headline.article, read.stories[0].lead.evidence.article} == {own.id}
        assert {figure.quantity.evidence.article for figure in read.figures} == {own.id}
        assert len(read.articles) == len(read.coverage) == 2


def test_a_correction_note_tells_nothing_of_the_day() -> None:
    told = article(
        "Fon kuruldu", "Fon 900 milyon avro ile kuruldu.", "Düzeltme: Önceki metinde 960 milyon avro yazıyordu."
    )
    facts = found(
        told,
        count(told, "900 milyon avro", "900000000", "avro"),
        count(told, "960 milyon avro", "960000000", "avro"),
        keys=(2, 1),
    )
    edition = _plan((told, facts))
    assert edition.bottom_line is not None
    assert edition.bottom_line.evidence.sentence == 1
    assert [figure.quantity.value for figure in edition.figures] == ["900000000"]


def test_the_desks_entry_stands_for_an_articles_date_on_the_same_matter() -> None:
    entry = AgendaEntry(date(2026, 1, 9), "10:00", Localised("Yeni rıhtımın açılışı", "Opening of the new quay"))
    assert [item.entry for item in _plan(_port(), desk=DeskFiles(agenda=(entry,))).agenda] == [entry]


def test_who_holds_an_office_is_heard_first() -> None:
    told = article("Sıra", 'Sürücü Can Ergin "Bekliyoruz" dedi.', 'Liman Müdürü Selin Karaaslan "Sıra bitiyor" dedi.')
    facts = (
        person(told, "Can Ergin"),
        quote(told, "Bekliyoruz", "Can Ergin"),
        person(told, "Selin Karaaslan", role="Liman Müdürü"),
        quote(told, "Sıra bitiyor", "Selin Karaaslan"),
    )
    assert [voice.speaker for voice in _plan((told, found(told, *facts))).voices] == ["Selin Karaaslan", "Can Ergin"]


def test_the_most_restrictive_marking_holds_and_content_cannot_write_its_own() -> None:
    scale = (Marking(id="open", label=Words(tr="AÇIK")), Marking(id="limited", label=Words(tr="SINIRLI")))
    config = Config(markings=scale, marking="open")
    assert _plan(_port(marks=DeskMarks(marking="limited")), _bank(), config=config).marking == "limited"
    assert _plan(_port(marks=DeskMarks(marking="public")), config=config).marking == "open"
    assert (
        _plan(_port(marks=DeskMarks(marking="open")), config=Config(markings=scale, marking="limited")).marking
        == "limited"
    )


def test_a_day_without_articles_is_an_edition_that_says_so() -> None:
    edition = _plan()
    assert (edition.stories, edition.bottom_line, edition.number) == ((), None, 7)


def test_a_lead_too_long_for_the_bottom_line_gives_way_to_the_headline() -> None:
    told = article(
        "Köprü açıldı", " ".join(["Mersin'deki", *(["uzun"] * 40), "köprü", "açıldı."]), "Arka planda deniz var."
    )
    edition = _plan((told, found(told, place(told, "Mersin", "city:mersin"), keys=(1, 2))))
    assert edition.bottom_line is not None
    assert told.words(edition.bottom_line.evidence.span) == "Köprü açıldı"


def test_yesterdays_text_from_another_outlet_brings_nothing_new() -> None:
    told, facts = _port()
    before = remembered(_plan((told, facts)), None)
    again = replace(told, id="again", source=replace(told.source, path="again.txt", outlet="Körfez Postası"))
    moved = tuple(replace(fact, evidence=replace(fact.evidence, article="again")) for fact in facts.facts)
    (story,) = _plan((again, replace(facts, article="again", facts=moved)), earlier=before).stories
    assert (story.status, story.day_number, story.joins[0].copy_of) == ("ongoing", 2, told.id)
