"""The tree of tags of a PDF, as a reader with a screen reader meets it."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefings.languages.labels import labels_of
from briefings.rendering.pdf import Attached, pdf_of
from tests.rendering.pages import KINDS, output, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = re.compile(r"\w+")


@cache
def pdf(language: str, profile: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(output(language, profile, "pdf").data))


def elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        entry = waiting.pop()
        if "/S" in entry:
            yield entry
        children = entry.get("/K")
        listed = list(children) if isinstance(children, pikepdf.Array) else [children]
        waiting.extend(child for child in reversed(listed) if isinstance(child, pikepdf.Dictionary))


def links(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [link for page in document.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_passages_in_another_language_say_so(language: str, profile: str) -> None:
    page = text_of(language, profile, "print")
    told = set(re.findall(r'<span (?:class="in-|lang=")(\w+)"', page))
    marked = [str(entry.Lang) for entry in elements(pdf(language, profile)) if "/Lang" in entry]
    assert set(marked) == told
    assert language not in told
    # An element for each line of each passage, or more of them.
    assert len(marked) >= len(re.findall(r'<span (?:class="in-|lang=")', page)) > 0


@pytest.mark.parametrize(("language", "profile"), KINDS)
def test_notes_are_tagged_each_with_a_name_of_its_own(language: str, profile: str) -> None:
    page = text_of(language, profile, "print")
    names = [str(entry.ID) for entry in elements(pdf(language, profile)) if entry.S == "/Note"]
    assert len(names) == len(set(names)) == len(re.findall(r'class="note(?:-source)?"', page)) > 0


def test_headers_of_tables_say_what_they_head() -> None:
    heads = [entry for entry in elements(pdf("tr", "desk")) if entry.S == "/TH"]
    scopes = {str(entry.A.Scope) for entry in heads}
    assert heads
    assert scopes == {"/Row", "/Column"}


@pytest.mark.parametrize("language", ["tr", "en"])
def test_links_say_where_they_lead(language: str) -> None:
    labels = labels_of(language)["evidence"]
    page = text_of(language, "desk", "print")
    said = [str(link.Contents) for link in links(pdf(language, "desk"))]
    numbers = re.findall(r'<a class="cite"[^>]*>\u2060(\d+)</a>', page)
    assert numbers
    assert {labels["note"].format(number=number) for number in numbers} <= set(said)
    assert labels["back"].format(number=1) in said
    titles = [unescape(title) for title in re.findall(r'<a href="https?:[^>]*>([^<]+)</a>', page)]
    assert all(any(_WORDS.findall(title) == _WORDS.findall(one) for one in said) for title in titles)


def test_a_file_travels_in_it_with_a_fixed_date() -> None:
    moment = datetime(2025, 12, 4, 21, tzinfo=UTC)
    page = text_of("tr", "principal", "print")
    made = [pdf_of(page, attached=Attached("facts.json", b'{"schema": 1}', moment)) for _ in range(2)]
    assert made[0] == made[1]
    with pikepdf.open(io.BytesIO(made[0])) as document:
        file = document.attachments["facts.json"]
        assert file.get_file().read_bytes() == b'{"schema": 1}'
        assert str(file.obj.AFRelationship) == "/Data"
        assert str(file.obj.EF.F.Params.ModDate) == "D:20251204210000Z"
    assert b"EmbeddedFile" not in pdf_of(page)
