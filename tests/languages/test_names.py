"""The table of names, the desk's own names, and offices in the other language."""

from __future__ import annotations

import pytest

from briefings.languages.names import NameTable, body_in, builtin_names, office_in, with_desk_names, with_outlets
from briefings.model import Outlet


@pytest.mark.parametrize(
    ("name", "language", "key"),
    [
        ("ABD", "tr", "country:US"),
        ("U.S.", "en", "country:US"),
        ("İngiltere", "tr", "country:GB"),
        ("KKTC", "tr", "region:northern-cyprus"),
        ("Kiev", "tr", "city:kyiv"),
        ("Kyiv", "en", "city:kyiv"),
        ("Birleşmiş Milletler", "tr", "body:un"),
        ("UN", "en", "body:un"),
        ("Irak", "tr", "country:IQ"),
        ("Beyaz Saray", "tr", "body:white-house"),
        ("who", "en", None),
        ("ab", "tr", None),
    ],
)
def test_keys(name: str, language: str, key: str | None) -> None:
    """Names, short forms and aliases of both languages lead to one key; acronyms only in capitals."""
    assert builtin_names().key_of(name, language) == key


@pytest.mark.parametrize(
    ("key", "turkish", "english"),
    [
        ("country:UA", "Ukrayna", "Ukraine"),
        ("country:US", "ABD", "United States"),
        ("city:brussels", "Brüksel", "Brussels"),
        ("city:athens", "Atina", "Athens"),
        ("body:nato", "NATO", "NATO"),
        ("body:eu", "Avrupa Birliği", "European Union"),
        ("region:middle-east", "Orta Doğu", "Middle East"),
    ],
)
def test_display(key: str, turkish: str, english: str) -> None:
    """A key has a name in each language."""
    names = builtin_names()
    assert (names.display(key, "tr"), names.display(key, "en")) == (turkish, english)


def test_display_of_an_unknown_key() -> None:
    """What the table does not hold has no display name."""
    assert builtin_names().display("person:nobody", "en") is None


def test_every_country_has_both_names() -> None:
    """All ISO 3166 countries are there, each with a name in both languages."""
    countries = [entry for key, entry in builtin_names().entries.items() if key.startswith("country:")]
    assert len(countries) >= 245
    assert all(entry.tr and entry.en for entry in countries)


def test_desk_names_win_and_keep_what_was_known() -> None:
    """An entry with a built-in id changes the display names; the other written forms still lead to it."""
    own = '[[place]]\nid = "city:kyiv"\ntr = "Kıyiv"\nen = "Kyiv"\n'
    names, notices = with_desk_names(builtin_names(), own, "names.toml")
    assert notices == ()
    assert names.display("city:kyiv", "tr") == "Kıyiv"
    assert names.key_of("Kiev", "tr") == "city:kyiv"


def test_outlets_are_known_organisations_and_displace_nobody() -> None:
    names = with_outlets(builtin_names(), (Outlet("Kıyı Defteri", aliases=("Defter",)), Outlet("NATO")))
    assert names.key_of("Kıyı Defteri", "tr") == names.key_of("Defter", "tr") == "outlet:kiyi-defteri"
    assert names.key_of("NATO", "tr") == builtin_names().key_of("NATO", "tr")


def test_desk_names_carry_offices_and_watch() -> None:
    """office and watch are read; a missing language falls back to the other."""
    own = (
        '[[person]]\ntr = "Deniz Örnek"\naliases = ["D. Örnek"]\nwatch = 3\n'
        'office.tr = "Müdür"\noffice.en = "Director"\n'
    )
    names, _ = with_desk_names(NameTable(), own, "names.toml")
    entry = names.entries["person:deniz-ornek"]
    assert (entry.en, entry.aliases, entry.watch) == ("Deniz Örnek", ("D. Örnek",), 3)
    assert (entry.office_tr, entry.office_en) == ("Müdür", "Director")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[person]\n", "not TOML"),
        ("[[persons]]\ntr = 'A'\n", "did you mean 'person'"),
        ("[[person]]\naliases = ['A']\n", "has no name"),
        ("[[person]]\ntr = 'A'\nwach = 1\n", "did you mean 'watch'"),
        ("[[person]]\ntr = 'A'\nwatch = 'high'\n", "whole number"),
        ("person = 3\n", "[[person]]"),
        ("[[place]]\nid = 'x'\ntr = 'A'\n[[place]]\nid = 'x'\ntr = 'B'\n", "used twice"),
    ],
)
def test_mistakes_in_desk_names_are_told(text: str, words: str) -> None:
    """A mistake is a warning that says what is wrong; nothing is dropped silently."""
    _, notices = with_desk_names(NameTable(), text, "names.toml")
    assert [notice.path for notice in notices] == ["names.toml"] * len(notices)
    assert any(words in notice.message for notice in notices)


@pytest.mark.parametrize(
    ("role", "source", "expected"),
    [
        ("Dışişleri Bakanı", "tr", "Foreign Minister"),
        ("Ukrayna Dışişleri Bakanı", "tr", "Foreign Minister of Ukraine"),
        ("ABD Özel Temsilcisi", "tr", "Special Representative of the United States"),
        ("eski NATO Genel Sekreteri", "tr", "Former Secretary General of NATO"),
        ("Almanya Dışişleri Bakanlığı Sözcüsü", "tr", "Spokesperson of the Foreign Ministry of Germany"),
        ("Filanca Derneği Başkanı", "tr", None),
        ("kapı komşusu", "tr", None),
        ("Ukrainian foreign minister", "en", "Ukrayna Dışişleri Bakanı"),
        ("US Secretary of State", "en", "ABD Dışişleri Bakanı"),
        ("President of Estonia", "en", "Estonya Cumhurbaşkanı"),
        ("NATO Secretary-General", "en", "NATO Genel Sekreteri"),
        ("Keeper of the Lighthouse", "en", None),
        ("", "tr", None),
    ],
)
def test_offices_in_the_other_language(role: str, source: str, expected: str | None) -> None:
    """Offices are put together from known parts only; anything else is left untranslated."""
    assert office_in(role, source, "en" if source == "tr" else "tr", builtin_names()) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("AB", "European Union"), ("Fransa Sağlık Bakanlığı", "Health Ministry of France"), ("Filanca Vakfı", None)],
)
def test_bodies_in_the_other_language(name: str, expected: str | None) -> None:
    """Known bodies and the ministries of known countries have an English name."""
    assert body_in(name, "tr", "en", builtin_names()) == expected
