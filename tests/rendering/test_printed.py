"""The page a PDF is made of: the words of the page for a screen, in as few elements as they need."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from briefings.languages.labels import labels_of
from briefings.rendering.printed import PrintText
from briefings.rendering.view.pieces import EditionValue, FactValue, Label, NoteMark, Run, Words
from tests.rendering.pages import KINDS, text_of

NOTE = NoteMark(3, "c3", "e1")
AGAIN = NoteMark(3, "c3-2", "e1")
UNSEEN = re.compile("[\u00ad\u200b\u2060]")


def fact(text: str, anchor: str | None = "e1") -> FactValue:
    return FactValue(text=text, unit="", attribute="fact", reference="a:date:0-6", anchor=anchor)


def printed() -> PrintText:
    return PrintText("tr", labels_of("tr"))


def words(page: str) -> list[str]:
    """Give the words and numbers of a page's body."""
    body = re.sub(r"<[^>]+>", " ", page.partition("<body>")[2])
    return re.findall(r"[^\W_]+", UNSEEN.sub("", unescape(body)))


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_it_says_nothing_the_page_for_a_screen_does_not_say(language: str, profile: str) -> None:
    shown = set(words(text_of(language, profile, "html")))
    labels = labels_of(language)["index"]
    pages = set(words(f"<body>{labels['page']} {labels['explain_pages']}"))
    assert set(words(text_of(language, profile, "print"))) <= shown | pages


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_it_carries_no_grounds_and_no_languages_readers_know(language: str, profile: str) -> None:
    page = text_of(language, profile, "print").partition("<body>")[2]
    assert not re.search(r" data-(src|at|fact|speaker|role)=", page)
    assert not re.search(r'<span[^>]* lang="(tr|en)"', page)


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_every_note_leads_to_its_evidence_and_back(language: str, profile: str) -> None:
    page = text_of(language, profile, "print")
    identities = re.findall(r'\bid="([^"]+)"', page)
    assert len(identities) == len(set(identities))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(identities)
    cited = re.findall(r'id="c(\d+)"', page)
    assert cited == [str(number) for number in range(1, len(cited) + 1)]
    assert all(f'href="#c{number}"' in page for number in cited)


def test_the_index_stands_last() -> None:
    for language in ("tr", "en"):
        assert re.findall(r'<section class="part (\w+)"', text_of(language, "desk", "print"))[-1] == "index"


def test_the_index_tells_pages_from_evidence_numbers() -> None:
    page = text_of("tr", "desk", "print").partition('<p class="names">')[2].partition("</p>")[0]
    entries = [re.sub(r"\s+", " ", UNSEEN.sub("", re.sub(r"<[^>]+>", "", entry))).strip() for entry in page.split(";")]
    assert entries
    assert " ;" not in UNSEEN.sub("", page)
    assert all(re.fullmatch(r"\S.*? (?:s\. )?\[\d+(?:, \d+)*\]", entry) for entry in entries)


def test_values_of_one_sentence_are_one_link() -> None:
    line = (fact("4 Aralık"), Label(" · "), fact("Brüksel"), Label(", "), fact("Ankara", "e2"))
    assert printed().line(line) == '<a href="#e1">4 Aralık · Brüksel</a>, <a href="#e2">Ankara</a>'


def test_a_value_beside_its_note_is_no_link() -> None:
    assert printed().line((fact("28 madde"), Label(" ")), beside=NOTE) == "28 madde "
    assert printed().line((fact("28 madde"),), linked=False) == "28 madde"


def test_nothing_stands_in_a_link_but_text() -> None:
    """An element in a link would be a link of its own in the PDF, tagged as something else."""
    line = (replace(fact("28"), corrected=True), Label(", "), fact("30"))
    mark = labels_of("tr")["corrections"]["mark"]
    marked = f'<span class="desk-mark">\u2060{mark}</span>'
    assert printed().line(line) == f'<a href="#e1">28</a>{marked}<a href="#e1">, 30</a>'
    for language, profile in KINDS:
        assert not re.search(r"<a [^>]*>[^<]*<(?!/a)", text_of(language, profile, "print"))


def test_only_the_first_place_that_cites_a_note_has_a_name() -> None:
    text = printed()
    assert text.put(NOTE) == '<a class="cite" id="c3" href="#e1">\u20603</a>'
    assert text.put(AGAIN) == '<a class="cite" href="#e1">\u20603</a>'


def test_what_is_written_is_text() -> None:
    hostile = EditionValue("<b>&", "outlet:a")
    source = Words("a", 0, 4, (Run("<i>x", marked=True),), "ar", Label("AR"))
    assert printed().put(hostile) == "&lt;b&gt;&amp;"
    assert printed().put(source) == (
        '<span lang="ar"><mark>&lt;i&gt;x</mark></span><span class="tongue">\u2060AR</span>'
    )
