"""Every visible text of a whole page for a screen stands on something, as docs/grounding.md says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefings.languages.labels import label_words
from briefings.model import Fact, Quote
from tests.rendering.pages import KINDS, text_of
from tests.rendering.sample_edition import ARTICLES, Q_AALTO, Q_CHAMBER, Q_ERDEM, Q_MINISTER, F

GROUNDS = ("src", "fact", "speaker", "role", "edition", "desk")
VOID = frozenset({"meta", "br", "link", "img", "hr", "line", "circle", "rect", "path"})
UNSEEN = frozenset({"style", "head"})
FACTS = [value for value in vars(F).values() if isinstance(value, Fact)] + [Q_MINISTER, Q_CHAMBER, Q_AALTO, Q_ERDEM]
SAID = frozenset(f"{fact.evidence.article}:{fact.evidence.span.start}-{fact.evidence.span.end}" for fact in FACTS)
PLACED = frozenset(
    f"{fact.evidence.article}:{fact.kind}:{fact.evidence.span.start}-{fact.evidence.span.end}" for fact in FACTS
)
QUOTED = frozenset(
    f"{fact.evidence.article}:{fact.evidence.span.start}-{fact.evidence.span.end}"
    for fact in FACTS
    if isinstance(fact, Quote)
)
EDGES = re.compile(r"^\W+|\W+$")


@dataclass
class Grounded:
    """An element with a ground, or a bare text node."""

    ground: str
    reference: str
    at: str = ""
    lang: str = ""
    text: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).replace("\u00ad", "").replace("\u200b", "").split())


class Walker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, Grounded | None, str]] = []
        self.found: list[Grounded] = []
        self.articles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.articles = given["data-articles"].split()
        lang = given.get("lang", self.open[-1][2] if self.open else "")
        ground = next((name for name in GROUNDS if f"data-{name}" in given), None)
        element = None
        if ground:
            element = Grounded(ground, self.whole(given[f"data-{ground}"]), given.get("data-at", ""), lang)
            self.found.append(element)
        self.open.append((tag, element, lang))

    def whole(self, reference: str) -> str:
        parts = reference.split(":")
        return ":".join(self.articles[int(part[1:])] if part.startswith("~") else part for part in parts)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(tag in UNSEEN for tag, _, _ in self.open):
            return
        element = next((element for _, element, _ in reversed(self.open) if element), None)
        if element is None and not data.strip():
            return
        if element is None:
            element = Grounded("label", "", lang=self.open[-1][2])
            self.found.append(element)
        element.text.append(data)


def texts(language: str, profile: str) -> list[Grounded]:
    walker = Walker()
    walker.feed(text_of(language, profile, "html"))
    assert walker.open == []
    return [piece for piece in walker.found if piece.words]


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_source_words_are_the_sources_words(language: str, profile: str) -> None:
    words = [piece for piece in texts(language, profile) if piece.ground == "src"]
    assert len(words) > 10
    for piece in words:
        start, end = map(int, piece.at.split("-"))
        article = ARTICLES[piece.reference]
        assert piece.words == " ".join(article.text[start:end].split())
        assert piece.lang == article.language


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_values_name_facts_that_were_found(language: str, profile: str) -> None:
    found = texts(language, profile)
    assert {piece.reference for piece in found if piece.ground == "fact"} <= PLACED
    assert {piece.reference for piece in found if piece.ground == "speaker"} <= QUOTED
    assert {piece.reference for piece in found if piece.ground == "role"} <= SAID
    assert sum(piece.ground == "fact" for piece in found) > 10


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_every_other_text_is_a_label(language: str, profile: str) -> None:
    labels = {EDGES.sub("", text) for text in label_words(language)}
    bare = {EDGES.sub("", piece.words) for piece in texts(language, profile) if piece.ground == "label"}
    assert bare <= labels | {""}


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_keys_of_the_edition_are_documented(language: str, profile: str) -> None:
    document = Path("docs/grounding.md").read_text(encoding="utf-8")
    known = set(re.findall(r"`([a-z0-9-]+)(?::[A-Z]+)?`", document))
    keys = {piece.reference.partition(":")[0] for piece in texts(language, profile) if piece.ground == "edition"}
    assert keys <= known


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_every_note_leads_to_its_evidence_and_back(language: str, profile: str) -> None:
    page = text_of(language, profile, "html")
    identities = re.findall(r'\bid="([^"]+)"', page)
    assert len(identities) == len(set(identities))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(identities)
    cited = re.findall(r'id="c(\d+)"', page)
    assert cited == [str(number) for number in range(1, len(cited) + 1)]
    for number in cited:
        assert f'href="#c{number}"' in page


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_a_page_speaks_its_readers_language(language: str, profile: str) -> None:
    page = text_of(language, profile, "html")
    assert ("2 Aralık 2025" in page) == (language == "tr")
    assert ("European Investment Bank" in page) == (language == "en")
