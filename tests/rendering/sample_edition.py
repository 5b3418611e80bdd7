# ruff: noqa: E501, PLR0913, PLR0917 - data, one value a line
"""A whole edition made by hand from articles written for it: every offset is found by `str.index`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from briefings.config import Config, Desk, Marking, Words
from briefings.languages.names import NameEntry, NameTable
from briefings.model import (
    Actor,
    AgendaEntry,
    AgendaItem,
    Answer,
    Article,
    Block,
    Change,
    Count,
    CountRecord,
    Deed,
    Edition,
    Event,
    Evidence,
    Figure,
    Findings,
    Gist,
    IndexEntry,
    InputRecord,
    Localised,
    Move,
    Note,
    Place,
    Point,
    Quantity,
    Question,
    Quote,
    Reason,
    Reasoning,
    Sentence,
    Source,
    SourceRecord,
    Span,
    Story,
    Version,
    Voice,
    When,
    Window,
)

ZONE = ZoneInfo("Europe/Istanbul")
DAY = date(2025, 12, 4)

PORT = [
    "Mersin Limanı'nda demiryolu bağlantısı üç ay erken açılıyor",
    "Ulaştırma Bakanı Deniz Yalçın, Mersin Limanı'nı Adana hattına bağlayan 46 kilometrelik demiryolunun 15 Aralık'ta hizmete gireceğini açıkladı.",
    'Yalçın, "Hattı söz verdiğimizden üç ay önce bitirdik ve yılda 2,4 milyon ton yükü karayolundan alacağız" dedi.',
    "Proje için Avrupa Yatırım Bankası iki hafta önce 310 milyon euro kredi vermişti.",
    "Mersin Ticaret Odası Başkanı Ayla Korkmaz, liman trafiğinin yüzde 18 artmasını beklediklerini söyledi.",
    "İlk yük treni 15 Aralık sabahı Mersin'den Gaziantep'e hareket edecek.",
]
WATER = [
    "Ankara'da baraj doluluk oranı yüzde 31'e çıktı",
    "ASKİ, başkenti besleyen yedi barajdaki doluluk oranının 2 Aralık itibarıyla yüzde 31'e yükseldiğini bildirdi.",
    "Oran geçen yıl aynı tarihte yüzde 24'tü.",
    "ASKİ Genel Müdürü Murat Erdem, tasarruf çağrısının sürdüğünü belirtti.",
]
LIBRARY = [
    "Helsinki opens its archive of city maps to the public",
    "The Helsinki City Archive on Wednesday put 93,973 digitised maps online, the oldest of them from 1696.",
    '"Anyone can now walk through three centuries of the city from a kitchen table," said archive director Liisa Aalto.',
    "The archive will add 12,000 aerial photographs by the end of March 2026.",
    "According to the archive, the scanning cost 1.3 million euros over four years.",
]
FERRY = [
    "Estonia and Finland agree timetable for electric ferry trial",
    "Estonia and Finland agreed on Tuesday to run an electric ferry between Tallinn and Helsinki for six months from April 2026.",
    "The ferry will carry up to 950 passengers and 180 vehicles on each crossing.",
    "Officials from both countries meet again in Tallinn on 18 December.",
]
TEXTS = {
    "liman": ("tr", PORT, "Liman Postası", datetime(2025, 12, 4, 0, 31, tzinfo=ZONE)),
    "baraj": ("tr", WATER, "Başkent Haber", datetime(2025, 12, 3, 18, 5, tzinfo=ZONE)),
    "archive": ("en", LIBRARY, "Northern Courier", datetime(2025, 12, 3, 14, 20, tzinfo=ZONE)),
    "ferry": ("en", FERRY, "Baltic Wire", datetime(2025, 12, 3, 9, 0, tzinfo=ZONE)),
}


def article(identity: str) -> Article:
    """Give one of the articles."""
    language, lines, outlet, published = TEXTS[identity]
    text = "\n\n".join(lines)
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
    blocks = tuple(Block("title" if place == 0 else "paragraph", span) for place, span in enumerate(spans))
    sentences = tuple(Sentence(place, place, span) for place, span in enumerate(spans))
    digest = "".join(f"{ord(letter) % 16:x}" for letter in text[:64]).ljust(64, "0")
    source = Source(f"{identity}.{language}.txt", digest, outlet, f"https://example.org/{identity}")
    return Article(identity, source, language, text, blocks, sentences, published)


ARTICLES = {identity: article(identity) for identity in TEXTS}


def at(identity: str, words: str, nth: int = 0) -> Evidence:
    """Find words in an article."""
    text = ARTICLES[identity].text
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    sentence = next(item.index for item in ARTICLES[identity].sentences if item.span.contains(span))
    return Evidence(identity, sentence, span)


def sentence(identity: str, number: int) -> Evidence:
    """Give a whole sentence as evidence."""
    return Evidence(identity, number, ARTICLES[identity].sentences[number].span)


@dataclass(frozen=True, slots=True)
class _Facts:
    minister = Actor(
        at("liman", "Deniz Yalçın"),
        "r",
        "person",
        "Deniz Yalçın",
        "person:deniz-yalcin",
        "Ulaştırma Bakanı",
        at("liman", "Ulaştırma Bakanı").span,
    )
    chamber = Actor(
        at("liman", "Ayla Korkmaz"),
        "r",
        "person",
        "Ayla Korkmaz",
        "person:ayla-korkmaz",
        "Mersin Ticaret Odası Başkanı",
        at("liman", "Mersin Ticaret Odası Başkanı").span,
    )
    bank = Actor(at("liman", "Avrupa Yatırım Bankası"), "r", "organization", "Avrupa Yatırım Bankası", "body:eib")
    mersin = Place(at("liman", "Mersin"), "r", "Mersin", "city:mersin")
    adana = Place(at("liman", "Adana"), "r", "Adana", "city:adana")
    opening = When(at("liman", "15 Aralık"), "r", "DATE", "2025-12-15")
    loan_day = When(
        at("liman", "iki hafta önce"),
        "r",
        "DATE",
        "2025-11-20",
        "APPROX",
        Reasoning(date(2025, 12, 4), "published", -2, "week"),
    )
    track = Quantity(at("liman", "46 kilometrelik"), "r", "measure", "46", "km")
    freight = Quantity(at("liman", "2,4 milyon ton"), "r", "measure", "2400000", "ton")
    loan = Quantity(at("liman", "310 milyon euro"), "r", "money", "310000000", "EUR")
    aski = Actor(at("baraj", "ASKİ"), "r", "organization", "ASKİ", "org:aski")
    erdem = Actor(
        at("baraj", "Murat Erdem"),
        "r",
        "person",
        "Murat Erdem",
        "person:murat-erdem",
        "ASKİ Genel Müdürü",
        at("baraj", "ASKİ Genel Müdürü").span,
    )
    ankara = Place(at("baraj", "Ankara"), "r", "Ankara", "city:ankara")
    level = Quantity(at("baraj", "yüzde 31"), "r", "percent", "31")
    level_day = When(at("baraj", "2 Aralık"), "r", "DATE", "2025-12-02")
    last_year = Quantity(at("baraj", "yüzde 24"), "r", "percent", "24")
    aalto = Actor(
        at("archive", "Liisa Aalto"),
        "r",
        "person",
        "Liisa Aalto",
        "person:liisa-aalto",
        "archive director",
        at("archive", "archive director").span,
    )
    helsinki = Place(at("archive", "Helsinki"), "r", "Helsinki", "city:helsinki")
    maps = Quantity(at("archive", "93,973"), "r", "number", "93973", "map")
    online = When(
        at("archive", "Wednesday"),
        "r",
        "DATE",
        "2025-12-03",
        None,
        Reasoning(date(2025, 12, 3), "published", 0, "weekday"),
    )
    photos = When(at("archive", "the end of March 2026"), "r", "DATE", "2026-03", "END")
    cost = Quantity(at("archive", "1.3 million euros"), "r", "money", "1300000", "EUR")
    estonia = Place(at("ferry", "Estonia"), "r", "Estonia", "country:EE")
    finland = Place(at("ferry", "Finland"), "r", "Finland", "country:FI")
    tallinn = Place(at("ferry", "Tallinn"), "r", "Tallinn", "city:tallinn")
    agreed = When(at("ferry", "on Tuesday"), "r", "DATE", "2025-12-02")
    trial = When(at("ferry", "April 2026"), "r", "DATE", "2026-04")
    meeting = When(at("ferry", "18 December"), "r", "DATE", "2025-12-18")
    seats = Quantity(at("ferry", "950 passengers"), "r", "number", "950", "passenger", "EQUAL_OR_LESS")


F = _Facts
LEVEL_BEFORE = CountRecord(
    story="baraj",
    given=date(2025, 12, 3),
    type="percent",
    unit=None,
    value="28",
    article="baraj",
    count=Count(
        unit="percent:%",
        value=Decimal(28),
        mod=None,
        source="Ankara Postası",
        speaker=None,
        human=False,
        about=frozenset(),
        aspects=frozenset(),
        day=None,
        alone=True,
    ),
)
Q_MINISTER = Quote(
    at("liman", PORT[2].split('"')[1]),
    "r",
    direct=True,
    speaker="Deniz Yalçın",
    speaker_key="person:deniz-yalcin",
    speaker_span=at("liman", "Yalçın", 1).span,
    cue="dedi",
)
Q_CHAMBER = Quote(
    at("liman", "liman trafiğinin yüzde 18 artmasını beklediklerini"),
    "r",
    direct=False,
    speaker="Ayla Korkmaz",
    speaker_key="person:ayla-korkmaz",
)
Q_AALTO = Quote(
    at("archive", LIBRARY[2].split('"')[1]),
    "r",
    direct=True,
    speaker="Liisa Aalto",
    speaker_key="person:liisa-aalto",
    cue="said",
)
Q_ERDEM = Quote(
    at("baraj", "tasarruf çağrısının sürdüğünü"),
    "r",
    direct=False,
    speaker="Murat Erdem",
    speaker_key="person:murat-erdem",
)

NAMES = NameTable(
    {
        entry.key: entry
        for entry in (
            NameEntry("body:eib", "organization", "Avrupa Yatırım Bankası", "European Investment Bank"),
            NameEntry("country:EE", "place", "Estonya", "Estonia"),
            NameEntry("country:FI", "place", "Finlandiya", "Finland"),
            NameEntry("city:helsinki", "place", "Helsinki", "Helsinki"),
            NameEntry("city:tallinn", "place", "Tallinn", "Tallinn"),
        )
    }
)
DEEDS = {
    "liman": (
        Deed(
            sentence=1,
            rule="deed-subject",
            actor=F.minister,
            action=at("liman", "açıkladı").span,
            predicate=at("liman", "hizmete gireceğini açıkladı").span,
            counterpart=None,
            place=None,
            when=F.opening,
        ),
    ),
    "ferry": (
        Deed(
            sentence=1,
            rule="deed-subject",
            actor=F.estonia,
            action=at("ferry", "agreed").span,
            predicate=at("ferry", "agreed on Tuesday to run an electric ferry").span,
            counterpart=F.finland,
            place=F.tallinn,
            when=F.agreed,
        ),
    ),
}
CONFIG = Config(
    desk=Desk(name=Words(tr="Örnek Haber Masası", en="Sample News Desk")),
    markings=(
        Marking(id="open", label=Words(tr="TASNİF DIŞI", en="UNMARKED")),
        Marking(id="amber", label=Words(tr="HİZMETE ÖZEL", en="OFFICIAL USE ONLY")),
    ),
    marking="amber",
)


def _story(
    identity: str, lead: int, gist: Gist, points: tuple[int, ...], quotes: tuple[Quote, ...],
    status: Literal["new", "updated", "ongoing"], ahead: tuple[When, ...] = (), day_number: int = 1,
) -> Story:  # fmt: skip
    return Story(
        id=identity,
        headline=sentence(identity, 0),
        articles=(identity,),
        publishers=(TEXTS[identity][2],),
        lead=Point(sentence(identity, lead), gist, identity, status),
        points=tuple(Point(sentence(identity, number), Gist(), identity, status) for number in points),
        versions=(
            Version(TEXTS[identity][0], sentence(identity, 0), Point(sentence(identity, lead), gist, identity, status)),
        ),
        gist=gist,
        quotes=quotes,
        ahead=ahead,
        status=status,
        day_number=day_number,
        score=10,
        reasons=(Reason("new", 10),),
    )


def edition() -> Edition:
    """Give the edition of 4 December 2025."""
    port = Gist(
        (F.minister, F.chamber, F.bank), (F.mersin, F.adana), (F.opening, F.loan_day), (F.track, F.freight, F.loan)
    )
    water = Gist((F.aski, F.erdem), (F.ankara,), (F.level_day,), (F.level, F.last_year))
    maps = Gist((F.aalto,), (F.helsinki,), (F.online, F.photos), (F.maps, F.cost))
    ferry = Gist((), (F.estonia, F.finland, F.tallinn), (F.agreed, F.trial, F.meeting), (F.seats,))
    stories = (
        _story("liman", 1, port, (3, 5), (Q_MINISTER, Q_CHAMBER), "new", (F.opening,)),
        _story("ferry", 1, ferry, (2, 3), (), "updated", (F.meeting, F.trial), 2),
        _story("baraj", 1, water, (2,), (Q_ERDEM,), "ongoing", (), 5),
        _story("archive", 1, maps, (3, 4), (Q_AALTO,), "new", (F.photos,)),
    )
    start = datetime(2025, 12, 3, tzinfo=ZONE)
    return Edition(
        day=DAY,
        number=12,
        window=Window(start, start + timedelta(days=2)),
        marking="amber",
        bottom_line=Point(sentence("liman", 1), port, "liman"),
        key_points=(
            Point(sentence("liman", 1), port, "liman", "new"),
            Point(sentence("ferry", 1), ferry, "ferry", "updated"),
            Point(sentence("baraj", 1), water, "baraj", "ongoing"),
            Point(sentence("archive", 1), maps, "archive", "new"),
        ),
        figures=(
            Figure(F.loan, "liman", F.bank, F.loan_day),
            Figure(F.level, "baraj", F.aski, F.level_day, LEVEL_BEFORE),
            Figure(F.maps, "archive", None, F.online),
            Figure(F.seats, "ferry", None, F.trial),
        ),
        stories=stories,
        voices=(
            Voice("person:deniz-yalcin", "Deniz Yalçın", F.minister, (Q_MINISTER,), "liman"),
            Voice("person:liisa-aalto", "Liisa Aalto", F.aalto, (Q_AALTO,), "archive"),
            Voice("person:ayla-korkmaz", "Ayla Korkmaz", F.chamber, (Q_CHAMBER,), "liman"),
        ),
        timeline=(
            Event(
                F.loan_day,
                date(2025, 11, 20),
                date(2025, 11, 20),
                certain=False,
                evidence=sentence("liman", 3),
                story="liman",
            ),
            Event(
                F.agreed,
                date(2025, 12, 2),
                date(2025, 12, 2),
                certain=True,
                evidence=sentence("ferry", 1),
                story="ferry",
            ),
            Event(
                F.level_day,
                date(2025, 12, 2),
                date(2025, 12, 2),
                certain=True,
                evidence=sentence("baraj", 1),
                story="baraj",
            ),
            Event(
                F.online,
                date(2025, 12, 3),
                date(2025, 12, 3),
                certain=True,
                evidence=sentence("archive", 1),
                story="archive",
            ),
        ),
        agenda=(
            AgendaItem(
                date(2025, 12, 8),
                date(2025, 12, 8),
                "10:30",
                entry=AgendaEntry(
                    date(2025, 12, 8),
                    "10:30",
                    Localised("Bölge ulaştırma kurulu", "Regional transport board"),
                    Localised("Ankara", "Ankara"),
                    "agenda.toml",
                ),
            ),
            AgendaItem(date(2025, 12, 15), date(2025, 12, 15), None, F.opening, sentence("liman", 1), "liman"),
            AgendaItem(date(2025, 12, 18), date(2025, 12, 18), None, F.meeting, sentence("ferry", 3), "ferry"),
        ),
        changes=(
            Change("new", headline=sentence("liman", 0), story="liman"),
            Change("updated", headline=sentence("ferry", 0), story="ferry"),
            Change(
                "figure",
                story="baraj",
                move=Move((F.level,), F.level.value, LEVEL_BEFORE),
                edition=LEVEL_BEFORE.given,
            ),
            Change("dropped", earlier=(("tr", "Sergi ziyarete açıldı"),)),
        ),
        notes=(
            Note(
                "notes/2025-12-04.tr.md",
                DAY,
                "tr",
                "Mersin hattı",
                "Ulaştırma sorumlusu",
                "Hattın **erken açılması** 2026 yük planını öne çeker.\n\n- Gümrük kapasitesi sorulmalı\n- Adana istasyonu hazır mı?",
            ),
            Note(
                "notes/2025-12-04.en.md",
                DAY,
                "en",
                "The Mersin line",
                "Transport lead",
                "The **early opening** brings the 2026 freight plan forward.\n\n- Ask about customs capacity\n- Is Adana station ready?",
            ),
        ),
        questions=(
            Answer(
                Question(
                    "water", Localised("Başkentin suyu yeterli mi?", "Is the capital's water sufficient?"), ("baraj",)
                ),
                (sentence("baraj", 1),),
            ),
            Answer(
                Question(
                    "grid",
                    Localised("Elektrik şebekesinde kesinti var mı?", "Are there outages on the grid?"),
                    ("şebeke",),
                ),
                (),
            ),
        ),
        coverage=tuple(
            SourceRecord(identity, text[2], None, "A2" if identity == "liman" else None, "TR", identity)
            for identity, text in TEXTS.items()
        ),
        index=(
            IndexEntry("person:deniz-yalcin", "person", "Deniz Yalçın", (F.minister.evidence, Q_MINISTER.evidence)),
            IndexEntry("person:ayla-korkmaz", "person", "Ayla Korkmaz", (F.chamber.evidence,)),
            IndexEntry("person:liisa-aalto", "person", "Liisa Aalto", (F.aalto.evidence,)),
            IndexEntry("body:eib", "organization", "Avrupa Yatırım Bankası", (F.bank.evidence,)),
            IndexEntry("org:aski", "organization", "ASKİ", (F.aski.evidence,)),
            IndexEntry("country:EE", "place", "Estonia", (F.estonia.evidence,)),
            IndexEntry("country:FI", "place", "Finland", (F.finland.evidence,)),
            IndexEntry("city:mersin", "place", "Mersin", (F.mersin.evidence,)),
        ),
        inputs=(InputRecord("yarim.txt", "0" * 64, "left-out", "no publication date; write one under the title"),),
        articles=tuple(ARTICLES.values()),
        findings=tuple(Findings(identity, (), (1,), DEEDS.get(identity, ())) for identity in ARTICLES),
        previous_day=date(2025, 12, 3),
    )
