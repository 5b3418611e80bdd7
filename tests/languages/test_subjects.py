from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from briefings.languages.subjects import subjects_among

TABLE = tomllib.loads(files("briefings.languages").joinpath("subjects.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("turkish", "english"),
    [("depremin", "earthquakes"), ("grevde", "strike"), ("gemiler", "vessels"), ("heyelanda", "landslide")],
)
def test_two_languages_have_one_word_for_a_subject(turkish: str, english: str) -> None:
    (one,), (other,) = subjects_among([turkish], "tr"), subjects_among([english], "en")
    assert one == other


@pytest.mark.parametrize(("word", "language"), [("gazete", "en"), ("gasp", "en"), ("yüksek", "tr"), ("the", "en")])
def test_other_words_have_none(word: str, language: str) -> None:
    assert not list(subjects_among([word], language))


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_form_stands_for_one_subject(language: str) -> None:
    forms = [form for subjects in TABLE.values() for words in subjects.values() for form in words[language].split()]
    assert len(forms) == len(set(forms))
    assert min(map(len, forms)) > 2
