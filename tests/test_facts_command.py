"""`briefings facts`: a listing for people, JSON for programmes."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from briefings import cli
from briefings.commands.listing import Style, listing
from briefings.extraction import batch, of_files

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """Liman yeniden açıldı

Yayın Tarihi: 04.12.2025 09:30

Çevre Bakanı Klara Weber dün Riga'da 3-1 biten maçı izledi. Weber, "Bu liman iki kenti bağlıyor" dedi.

Ek\u202eip 28 maddelik planı açıkladı.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write the article."""
    file = tmp_path / "a.tr.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def listed(path: Path, *, colours: bool = False, explain: bool = False) -> str:
    """Give the listing of one file."""
    [examined], _ = of_files([path], None, explain=explain)
    return "\n".join(listing(examined, Style(colours=colours, explain=explain)))


def test_words_stand_in_brackets_with_what_they_say_below(path: Path) -> None:
    lines = listed(path).split("\n")
    assert lines[0].startswith("a.tr.txt · tr · published 2025-12-04 09:30 · 4 sentences, ")
    assert any("[Klara Weber] [dün] [Riga]'da" in line for line in lines)
    assert any('[Weber], "[Bu liman [iki] kenti bağlıyor]" dedi.' in line for line in lines)
    joined = "\n".join(lines)
    assert re.search(r"date +dün  →  2025-12-03 · DATE  \(tr\.date\.deictic\)", joined)
    assert re.search(r"person +Klara Weber  →  Klara Weber · Çevre Bakanı · person:klara-weber", joined)
    assert re.search(r"quote .* direct · by Klara Weber", joined)
    assert re.search(r"quantity +28  →  28 · madde  \(number\.counted\)", joined)
    assert "who did what" in joined
    assert "★1" in joined
    assert "score" not in joined


def test_explain_gives_reasons_and_what_was_turned_down(path: Path) -> None:
    told = listed(path, explain=True)
    assert "· a day counted from the publication by its own word" in told
    assert "· counted: 2025-12-04 (published) - 1 day" in told
    assert "· verb: dedi" in told
    assert re.search(r"no quantity +3  · the number is one side of a result", told)


def test_colours_change_no_word_and_control_characters_never_get_through(path: Path) -> None:
    coloured = listed(path, colours=True)
    assert "\x1b[36mKlara Weber\x1b[0m" in coloured
    plain = re.sub(r"\x1b\[\d+m", "", coloured)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", plain)
    unmarked = listed(path).replace("[", "").replace("]", "")
    assert plain.replace("[", "").replace("]", "") == unmarked


def test_a_pipe_is_given_json_and_people_text(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["facts", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert "rejected" not in found
    assert cli.main(["facts", "--json", "--explain", str(path)]) == 0
    explained = json.loads(capsys.readouterr().out)
    assert {"text": "3", "reason": "score"}.items() <= explained["rejected"][0].items()
    assert found["facts"] == explained["facts"]
    assert cli.main(["facts", "--text", str(path)]) == 0
    assert "\x1b" not in (text := capsys.readouterr().out)
    assert "[Klara Weber]" in text
    assert cli.main(["facts", "--json", "--text", str(path)]) == 2


def test_brackets_of_a_sentence_match_whatever_the_facts(path: Path) -> None:
    [examined], _ = of_files([path], None)
    for line in listing(examined, Style(colours=False)):
        assert line.count("[") == line.count("]")


def test_half_a_surrogate_pair_does_not_end_the_run() -> None:
    texts = ["Bakan Ali Kaya, “geldim \ud800 gördüm” dedi.", "Ankara’da 5 kişi vardı."]
    lines = [json.dumps({"id": number, "lang": "tr", "text": text}).encode() for number, text in enumerate(texts)]
    out = io.BytesIO()
    batch(lines, out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [one["id"] for one in answers] == [0, 1]
    assert [fact["text"] for fact in answers[0]["facts"] if fact["kind"] == "quote"] == ["geldim \ud800 gördüm"]
    assert [fact["text"] for fact in answers[1]["facts"]] == ["Ankara", "5"]
