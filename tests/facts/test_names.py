"""Names: cases from text files, texts without names, and promises on hostile input."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.facts.names import find_names
from briefings.facts.reading import reading_of
from briefings.languages.names import NameTable, builtin_names, with_desk_names
from briefings.languages.sentences import sentence_spans
from briefings.model import Actor, Article, Block, Place, Sentence, Source, Span

CASES = Path(__file__).parent.parent / "cases" / "names"
LANGUAGES = {"turkish": "tr", "english": "en"}
SECONDS_FOR_HOSTILE_TEXT = 10.0


def names_in(text: str, language: str, names: NameTable | None = None) -> tuple[Actor | Place, ...]:
    """Find the names of a text of one paragraph."""
    block = Block("paragraph", Span(0, len(text)))
    spans = sentence_spans(text, 0, len(text), language)
    sentences = tuple(Sentence(number, 0, span) for number, span in enumerate(spans))
    article = Article("a", Source("a.txt", "0" * 64), language, text, (block,), sentences, None)
    return find_names(reading_of(article, names or builtin_names()), ())


def positives() -> list[tuple[str, str, tuple[str, ...]]]:
    """Read the cases with names: language, text, expected lines."""
    found = []
    for name, language in LANGUAGES.items():
        for block in (CASES / f"{name}.txt").read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith("#")]
            if lines:
                found.append((language, lines[0], tuple(line[2:] for line in lines[1:])))
    return found


def negatives() -> list[tuple[str, str]]:
    """Read the texts in which nothing may be found."""
    return [
        (language, line)
        for name, language in LANGUAGES.items()
        for line in (CASES / f"{name}-none.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def told(text: str, mention: Actor | Place, columns: int) -> str:
    """Write a mention as the case files do, with so many columns as the case has."""
    role = mention.role if isinstance(mention, Actor) else None
    return " | ".join((mention.kind, mention.evidence.span.of(text), mention.name, role or "")[:columns])


@pytest.mark.parametrize(("language", "text", "expected"), positives())
def test_names_are_found_with_their_office(language: str, text: str, expected: tuple[str, ...]) -> None:
    """Every name of the text is found once, with its kind, its canonical name and its office."""
    mentions = names_in(text, language)
    wanted = sorted(expected)
    columns = {line.split(" | ")[1]: line.count("|") + 1 for line in expected}
    found = sorted(told(text, one, columns.get(one.evidence.span.of(text), 2)) for one in mentions)
    assert found == wanted


@pytest.mark.parametrize(("language", "text"), negatives())
def test_no_name_where_there_is_none(language: str, text: str) -> None:
    """Weekdays, months, feasts, peoples, languages and the capital that opens a sentence are no names."""
    assert [one.evidence.span.of(text) for one in names_in(text, language)] == []


def test_the_office_has_its_own_span() -> None:
    """A person's name leaves the office out; the office's span is where it stands."""
    text = "Dün Almanya Çevre Bakanı Klara Weber konuştu."
    person = next(one for one in names_in(text, "tr") if isinstance(one, Actor))
    assert person.role_span is not None
    assert person.role_span.of(text) == person.role == "Almanya Çevre Bakanı"
    assert not person.role_span.overlaps(person.evidence.span)


def test_all_mentions_share_one_key() -> None:
    """The surname alone means the same person, and the acronym the same body."""
    text = "Klara Weber, Avrupa Birliği (AB) adına konuştu. Weber'in sözleri AB'de yankılandı."
    keys = {one.name: one.key for one in names_in(text, "tr")}
    assert keys == {"Klara Weber": "person:klara-weber", "Avrupa Birliği": "body:eu"}


def test_the_same_place_has_one_key_in_both_languages() -> None:
    """Kiev and Kyiv are one city."""
    turkish, english = names_in("Heyet Kiev'e gitti.", "tr"), names_in("They went to Kyiv.", "en")
    assert turkish[0].key == english[0].key == "city:kyiv"


def test_the_desks_names_win() -> None:
    """A name of names.toml is found as the desk has it, whatever the rules would say."""
    own = '[[organization]]\nid = "klara"\ntr = "Klara Weber"\nen = "Klara Weber Institute"\n'
    names, notices = with_desk_names(builtin_names(), own, "names.toml")
    found = names_in("Dün Klara Weber açıldı.", "tr", names)
    assert notices == ()
    assert [(one.kind, one.key) for one in found] == [("organization", "klara")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["A", "Ab ", "Ali ve ", "Ankara'da ", "of the ", "Bakanı ", "I. ", "A-", "( Ab ) ", "St. "]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    """A text of one repeated piece is read in time that grows with its length alone."""
    started = time.process_time()
    for language in ("tr", "en"):
        names_in(piece * (8_000 // len(piece)), language)
    assert time.process_time() - started < SECONDS_FOR_HOSTILE_TEXT


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            ["Ali", "of", "ve", "the", "Bakanı", "II", ".", "-", "’", "O’Brien", "AB", "İ", "ı", "(", "President", "🙂"]
        )
    )
)
def test_mentions_are_ordered_and_apart(pieces: list[str]) -> None:
    """Whatever the text: mentions stand in order, overlap nowhere, and cut real words."""
    text = " ".join(pieces)
    for language in ("tr", "en"):
        spans = [one.evidence.span for one in names_in(text, language)]
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
