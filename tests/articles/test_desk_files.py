"""The desk's own files, one mistake at a time: the entry goes, the rest stays, and the message says what to do."""

from __future__ import annotations

import pytest

from briefings.articles.desk import read_desk
from briefings.config import Config, Marking, Words
from briefings.model import Localised

CONFIG = Config(markings=(Marking(id="acik", label=Words(tr="AÇIK")), Marking(id="ozel", label=Words(tr="ÖZEL"))))
GOOD = '[[correction]]\narticle = "a.md"\nwords = "28"\nvalue = "19"\nby = "M. K."\nreason = "Sayım"\n'


def _read(path: str, text: str) -> list[str]:
    desk, notices = read_desk({path: text.encode()}, CONFIG)
    assert all(notice.path == path for notice in notices)
    kept = len(desk.corrections) + len(desk.agenda) + len(desk.questions) + len(desk.notes) + len(desk.outlets)
    return [f"{kept} kept", *(f"{notice.line}: {notice.message}" for notice in notices)]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("drop = true\n", "one change is needed, drop and value given"),
        ('wordz = "x"\n', "no key is called 'wordz'; did you mean words?"),
        ('kind = "number"\n', "no kind of fact is called 'number'; known are date, person"),
        ("everywhere = 'yes'\n", "everywhere must be true or false"),
        ('marking = "gizli"\n', "marking 'gizli' is not on the desk's scale (known: acik, ozel)"),
    ],
)
def test_mistakes_in_a_correction(more: str, message: str) -> None:
    kept, said = _read("corrections.toml", f"{GOOD}\n{GOOD}{more}")
    assert kept == "1 kept"
    assert said.startswith(f"8: {message}")


@pytest.mark.parametrize("key", ["article", "words", "by", "reason"])
def test_a_correction_is_whole_and_signed(key: str) -> None:
    text = "".join(line + "\n" for line in GOOD.splitlines() if not line.startswith(key))
    assert _read("corrections.toml", text)[1].startswith(f"1: {key} is missing")


def test_what_is_not_dropped_says_what_it_shall_be() -> None:
    assert "drop = false drops nothing" in _read("corrections.toml", GOOD.replace('value = "19"', "drop = false"))[1]
    assert "one change is needed, none given" in _read("corrections.toml", GOOD.replace('value = "19"\n', ""))[1]


def test_a_correction_as_read() -> None:
    text = GOOD.replace('value = "19"', 'office.tr = "Müdür"\nmarking = "ÖZEL"\neverywhere = true')
    (one,) = read_desk({"corrections.toml": text.encode()}, CONFIG)[0].corrections
    assert (one.line, one.office, one.marking, one.everywhere) == (1, Localised("Müdür", ""), "ozel", True)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("agenda.toml", '[[event]]\ndate = "2025-12-09"\ntitle = "Kurul"\nmarking = "gizli"\n'),
        ("questions.toml", '[[question]]\nid = "q"\ntext = "Ne?"\nmarking = "gizli"\n'),
        ("notes/2025-12-04.tr.md", "---\nmarking: gizli\n---\nNot.\n"),
        (
            "agenda.ics",
            "BEGIN:VEVENT\nDTSTART:20251209\nSUMMARY:Kurul\nX-MARKING:gizli\nEND:VEVENT\n",
        ),
    ],
)
def test_an_unknown_marking_leaves_its_entry_out(path: str, text: str) -> None:
    kept, said = _read(path, text)
    assert kept == "0 kept"
    assert "marking 'gizli' is not on the desk's scale" in said
    assert _read(path, text.replace("gizli", "ÖZEL")) == ["1 kept"]
    assert [notice.level for notice in read_desk({path: text.encode()}, CONFIG)[1]] == ["error"]


def test_a_long_bottom_line_is_told_and_kept() -> None:
    text = f"---\ntitle: Gün\nbottom_line: {'söz ' * 31}\n---\nNot.\n"
    assert _read("notes/2025-12-04.tr.md", text)[1].startswith("3: a bottom line of 31 words; 30 at most")
    (note,) = read_desk({"notes/2025-12-04.tr.md": text.encode()}, CONFIG)[0].notes
    assert (note.line, note.bottom_line_at, note.text) == (5, 3, "Not.")
