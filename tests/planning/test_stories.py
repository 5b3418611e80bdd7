from __future__ import annotations

from briefings.model import Article, Findings, Outlet
from briefings.planning.copies import copies_of
from briefings.planning.material import Material
from briefings.planning.publishers import publishers_of
from briefings.planning.stories import groups_of
from briefings.planning.terms import Document, profiles_of, terms_of
from tests.making import article, count, found, place


def _tunnel(outlet: str, *sentences: str) -> tuple[Article, Findings]:
    told = article(f"Tünelde son durum: {outlet}", *sentences, outlet=outlet)
    facts = [place(told, "Bolu", "city:bolu")] if "Bolu" in told.text else []
    return told, found(told, *facts)


FIRST = _tunnel(
    "Yurt Ajansı",
    "Bolu yakınındaki demir yolu tünelinde kazı çalışmaları planlanandan önce tamamlandı.",
    "Tünelin iki ucu sabah saatlerinde birleşti ve ekipler ray döşemeye başladı.",
)
OTHER_WORDS = _tunnel(
    "Körfez Postası",
    "Demir yolu tünelinin iki ucu Bolu yakınında birleşti.",
    "Kazı bitti, ekipler ray döşemeye hazırlanıyor.",
)
COPY = _tunnel(
    "Liman Gazetesi",
    "Bolu yakınındaki demir yolu tünelinde kazı çalışmaları planlanandan önce tamamlandı.",
    "Tünelin iki ucu sabah saatlerinde birleşti ve ekipler ray döşemeye başladı.",
)
ELSEWHERE = _tunnel(
    "Yurt Ajansı 2",
    "Merkez bankası politika faizini değiştirmedi.",
    "Kurul, enflasyon görünümünün izleneceğini açıkladı.",
)


def _groups(*told: tuple[Article, Findings]) -> set[frozenset[str]]:
    material = _material(*told)
    copies = copies_of(material, ())
    terms = {one.id: terms_of(one, material) for one in material.articles}
    profiles = profiles_of([Document(one.id, one.language, terms[one.id]) for one in material.articles])
    return {frozenset(group.articles) for group in groups_of(material.articles, profiles, copies)}


def _material(*told: tuple[Article, Findings]) -> Material:
    return Material(tuple(one for one, _ in told), tuple(facts for _, facts in told))


def test_one_event_in_other_words_is_one_story() -> None:
    groups = _groups(FIRST, OTHER_WORDS, ELSEWHERE)
    assert groups == {frozenset({FIRST[0].id, OTHER_WORDS[0].id}), frozenset({ELSEWHERE[0].id})}


def test_the_order_of_the_articles_does_not_matter() -> None:
    assert _groups(FIRST, OTHER_WORDS, ELSEWHERE) == _groups(ELSEWHERE, OTHER_WORDS, FIRST)


def test_two_languages_meet_by_names_and_figures() -> None:
    turkish = article("Liman", "Mersin limanında 31 gemi Cenova seferi için bekliyor.")
    english = article("Port", "At Mersin port 31 ships wait for the Genoa line.", language="en")
    other = article("Hava", "Ankara için kar uyarısı yapıldı.")
    here, there = place(turkish, "Mersin", "city:mersin"), place(english, "Mersin", "city:mersin")
    told = [
        (turkish, found(turkish, here, place(turkish, "Cenova", "city:genoa"), count(turkish, "31", "31", "gemi"))),
        (english, found(english, there, place(english, "Genoa", "city:genoa"), count(english, "31", "31", "ship"))),
        (other, found(other, place(other, "Ankara", "city:ankara"))),
    ]
    assert frozenset({turkish.id, english.id}) in _groups(*told)


def test_translations_are_one_story() -> None:
    one = article("Uydu", "Uydu yörüngeye girdi.", group="uydu")
    other = article("Satellite", "A satellite has reached orbit.", language="en", group="uydu")
    assert _groups((one, found(one)), (other, found(other))) == {frozenset({one.id, other.id})}


def _publishers(*told: tuple[Article, Findings], outlets: tuple[Outlet, ...] = ()) -> tuple[str, ...]:
    material = _material(*told)
    return publishers_of(material.articles, copies_of(material, ()), outlets, material.by_id)


def test_copies_of_one_text_count_as_one_publisher() -> None:
    assert len(_publishers(FIRST, OTHER_WORDS, COPY)) == 2


def test_outlets_of_one_owner_count_as_one_publisher() -> None:
    outlets = (Outlet("Yurt Ajansı", owner="Kıyı Yayıncılık"), Outlet("Körfez Postası", owner="Kıyı Yayıncılık"))
    assert _publishers(FIRST, OTHER_WORDS, outlets=outlets) == ("Körfez Postası",)
