from __future__ import annotations

from dataclasses import replace

from briefings.model import Article, Outlet, TextSketch
from briefings.planning.copies import Copies, copies_of
from briefings.planning.material import Material
from briefings.planning.publishers import origin_of, publishers_of
from tests.making import article, found

HARBOUR = (
    "Kılavuz kaptanlar bu sabah limanın yeni giriş kanalını ilk kez yük gemisiyle denedi.",
    "Geminin kıç tarafına bağlanan iki römorkör rüzgâra karşı yarım saat boyunca çalıştı.",
    "Kanalın derinliği on dört metreye çıkarıldı ve ışıklı şamandıralar yerlerine kondu.",
    "Liman idaresi denemenin hafta boyunca her sabah aynı saatte sürdürüleceğini duyurdu.",
)
BAKERY = (
    "Fırıncılar odası ekmeğin gramajını değiştirmeyeceğini, un fiyatının ise izleneceğini bildirdi.",
    "Oda başkanı kent genelinde üç yüz fırının denetlendiğini ve ceza kesilmediğini anlattı.",
)
OWN = (
    "Römorkörlerin halatları sertleşince kıyıdaki meraklılar nefesini tuttu, sonra alkış koptu.",
    "Kanalın açılması için kırk gün boyunca çamur taşındı; balıkçılar suyun durulmasını bekliyor.",
)
ABOUT = '"Bu kanal bize otuz yıldır söz verilen ama bir türlü kazılmayan yoldur" dedi kaptan.'


def _printed(outlet: str, *sentences: str, at: str = "09:00", url: str | None = None) -> Article:
    told = article(f"Liman {outlet}", *sentences, outlet=outlet, published=f"2025-12-04 {at}")
    return told if url is None else replace(told, source=replace(told.source, outlet=None, url=url))


def _copies(*articles: Article, earlier: tuple[TextSketch, ...] = ()) -> Copies:
    return copies_of(_material(*articles), earlier)


def _material(*articles: Article) -> Material:
    ordered = sorted(articles, key=lambda one: (str(one.published), one.id))
    return Material(tuple(ordered), tuple(found(one) for one in ordered))


AGENCY = _printed("Ajans", *HARBOUR, at="08:00")


def test_a_text_printed_whole_or_cut_short_or_with_a_new_beginning_is_a_copy() -> None:
    whole = _printed("Gazete", *HARBOUR)
    short = _printed("Dergi", *HARBOUR[:2])
    begun_anew = _printed("Portal", "Limanda heyecan vardı.", *HARBOUR[1:])
    found_copies = _copies(AGENCY, whole, short, begun_anew).originals
    assert found_copies == dict.fromkeys((whole.id, short.id, begun_anew.id), AGENCY.id)


def test_the_copy_of_a_copy_is_a_copy_of_the_first_text() -> None:
    second = _printed("Gazete", *HARBOUR[:3], OWN[0], at="09:00")
    third = _printed("Portal", *HARBOUR[1:3], OWN[0], at="10:00")
    assert _copies(AGENCY, second, third).originals == {second.id: AGENCY.id, third.id: AGENCY.id}


def test_one_sentence_that_both_quote_makes_no_copy() -> None:
    one = _printed("Gazete", ABOUT, *OWN)
    other = _printed("Portal", *HARBOUR[:2], ABOUT)
    assert _copies(one, other).originals == {}


def test_a_digest_of_many_texts_is_a_copy_of_none() -> None:
    one = _printed("Ajans", *HARBOUR[:1], at="07:00")
    digest = _printed("Portal", *HARBOUR[:1], *BAKERY, *OWN, ABOUT)
    assert _copies(one, digest).originals == {}


def test_yesterdays_text_is_known_again() -> None:
    yesterday = _copies(AGENCY)
    sketch = yesterday.sketch(AGENCY.id, "harbour", origin_of(AGENCY))
    again, new = _printed("Gazete", *HARBOUR), _printed("Portal", *OWN)
    today = _copies(again, new, earlier=(sketch,))
    assert today.reprints == {again.id: sketch}
    assert today.originals == {}


def test_a_long_text_is_known_by_its_sample() -> None:
    long = _printed("Ajans", *HARBOUR, *BAKERY, *OWN, ABOUT)
    sketch = _copies(long).sketch(long.id, "harbour", "Ajans")
    assert len(sketch.sample) == 8 * 32 < 8 * sketch.runs
    cut = _printed("Gazete", *HARBOUR, *BAKERY, *OWN)
    assert _copies(cut, earlier=(sketch,)).reprints == {cut.id: sketch}


def _publishers(*articles: Article, earlier: tuple[TextSketch, ...] = ()) -> tuple[str, ...]:
    material = _material(*articles)
    outlets = (Outlet("Ajans", owner="Ajans A.Ş."), Outlet("Gazete", owner="Basın Ltd."))
    return publishers_of(material.articles, copies_of(material, earlier), outlets, material.by_id)


def test_a_copy_counts_as_who_printed_the_text_first() -> None:
    assert _publishers(AGENCY, _printed("Gazete", *HARBOUR)) == ("Ajans",)
    assert _publishers(AGENCY, _printed("Gazete", *OWN)) == ("Ajans", "Gazete")


def test_it_counts_so_on_the_next_day_too() -> None:
    sketch = _copies(AGENCY).sketch(AGENCY.id, "harbour", "Ajans")
    assert _publishers(_printed("Gazete", *HARBOUR), earlier=(sketch,)) == ("Ajans",)


def test_a_text_without_an_outlet_counts_by_its_address() -> None:
    one, other = (_printed(name, *text, url="https://www.kent.example/a") for name, text in (("a", OWN), ("b", BAKERY)))
    assert _publishers(one, other) == ("kent.example",)
