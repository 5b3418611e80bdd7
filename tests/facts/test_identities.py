"""One person, one key: across an article, across articles, across languages."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from briefings.articles import article_from_text, read_library
from briefings.facts import find
from briefings.languages.names import NameTable, builtin_names, with_desk_names
from briefings.model import Actor, Article, Place
from briefings.settings import load_config
from tests.making import moment

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
DESK = """
[[person]]
id = "mira-solveig"
tr = "Mira Solveyg"
en = "Mira Solveig"
aliases = ["Solveig", "Solveyg"]
"""
TURKISH = """Norveç Balıkçılık Bakanı Mira Solveyg, Ankara'da Kıyı Araştırmaları Enstitüsü Müdürü Işıl Çağdaşoğlu'yla
buluştu.

Çağdaşoğlu, Avrupa Birliği'nin (AB) desteğini anlattı. AB'nin payı artacak. Solveyg, "Kıyılar ortak" dedi.
"""
ENGLISH = """Norwegian Fisheries Minister Mira Solveig met Isil Cagdasoglu, the director of the institute, in Ankara.

Cagdasoglu described the support of the European Union (EU). "The coasts are shared," Solveig said.
"""


def keys_of(article: Article, names: NameTable) -> dict[str, set[str]]:
    """Give the names of each key."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in find(article, names).facts:
        if isinstance(fact, Actor | Place):
            found[fact.key].add(fact.name)
    return found


def test_the_same_person_is_one_person_in_both_languages() -> None:
    names, notices = with_desk_names(builtin_names(), DESK, "names.toml")
    assert notices == ()
    published = moment("2025-12-04 09:00")
    turkish = keys_of(article_from_text("t", TURKISH, "tr", published), names)
    english = keys_of(article_from_text("e", ENGLISH, "en", published), names)
    assert turkish["mira-solveig"] == {"Mira Solveyg"}
    assert english["mira-solveig"] == {"Mira Solveig"}
    assert turkish["person:isil-cagdasoglu"] == {"Işıl Çağdaşoğlu"}
    assert english["person:isil-cagdasoglu"] == {"Isil Cagdasoglu"}
    assert turkish["body:eu"] == {"Avrupa Birliği"}
    assert english["body:eu"] == {"European Union"}
    assert {"city:ankara", "body:eu"} <= turkish.keys() & english.keys()
    persons = {key for key in (*turkish, *english) if key.startswith("person:")}
    assert persons == {"person:isil-cagdasoglu"}


def test_who_speaks_is_who_is_named() -> None:
    names = with_desk_names(builtin_names(), DESK, "names.toml")[0]
    for text, language in ((TURKISH, "tr"), (ENGLISH, "en")):
        facts = find(article_from_text("a", text, language, moment("2025-12-04 09:00")), names).facts
        assert {fact.speaker_key for fact in facts if fact.kind == "quote" and fact.direct} == {"mira-solveig"}


def test_on_the_sample_desk_a_name_has_one_key_and_a_key_one_kind() -> None:
    names = with_desk_names(builtin_names(), (CONTENT / "names.toml").read_text(encoding="utf-8"), "names.toml")[0]
    people: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, set[str]] = defaultdict(set)
    languages: dict[str, set[str]] = defaultdict(set)
    for article in read_library(CONTENT, load_config(CONTENT / "briefings.toml"), None).articles:
        for fact in find(article, names).facts:
            if isinstance(fact, Actor | Place):
                kinds[fact.key].add(fact.kind)
                languages[fact.key].add(article.language)
                if fact.kind == "person":
                    people[fact.name].add(fact.key)
    assert {name: keys for name, keys in people.items() if len(keys) > 1} == {}
    assert {key: kind for key, kind in kinds.items() if len(kind) > 1} == {}
    both = {key for key, told in languages.items() if told == {"tr", "en"}}
    assert {"selin-karaaslan", "oksana-hrytsiuk", "city:istanbul", "country:RO", "region:black-sea"} <= both


def test_a_short_form_names_a_body_in_both_languages_and_orders() -> None:
    names, published = builtin_names(), moment("2025-12-04 09:00")
    for text, language in (
        ("Vadi Kurtuluş Cephesi (KRV) ateşkes ilan etti. KRV sözcüsü konuştu.", "tr"),
        ("KRV (Vadi Kurtuluş Cephesi) ateşkes ilan etti. Vadi Kurtuluş Cephesi sustu.", "tr"),
        ("The Valley Liberation Front (KRV) declared a truce. Nobody in the KRV spoke.", "en"),
    ):
        found = keys_of(article_from_text("a", text, language, published), names)
        assert set(found) == {"organization:krv"}, text
        assert len(found["organization:krv"]) == 1


def test_a_company_returns_without_its_legal_form() -> None:
    text = "Ceviz Dalı Gıda Pazarlama AŞ büyüdü. Ceviz Dalı Gıda iki fabrika açtı. Demirkır Holding bekledi."
    found = keys_of(article_from_text("a", text, "tr", moment("2025-12-04 09:00")), builtin_names())
    assert len([key for key in found if key.startswith("organization:ceviz")]) == 1
