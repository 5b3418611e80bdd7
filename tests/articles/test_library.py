"""A content folder as a whole: what becomes of every file in it."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefings.articles import article_from_text, read_article, read_library
from briefings.config import Config, Limits
from briefings.errors import BriefingsError, UsageError
from briefings.model import Block, Localised, Span

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "Liman açıldı\n\nTarih: 04.12.2025 10:00\n\nGemiler sırayla yanaştı.\n"
ENGLISH = "Port opens\n\nPublished: 2025-12-04 10:00\n\nThe ships came in one by one.\n"


def _fates(content: Path) -> dict[str, str]:
    return {record.path: record.fate for record in read_library(content, Config(), None).inputs}


def test_every_file_has_its_fate(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "sub/b.TXT",
        "c.pdf",
        "NOEXT",
        ".hidden.txt",
        "a.txt~",
        "~$x.txt",
        "#a.txt#",
        "sub/names.toml",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "names.toml").write_text("", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2025-12-04.tr.md").write_text("Not.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    assert _fates(tmp_path) == {
        "#a.txt#": "ignored",
        ".hidden.txt": "ignored",
        "NOEXT": "ignored",
        "a.txt": "read",
        "a.txt~": "ignored",
        "bad.txt": "left-out",
        "c.pdf": "ignored",
        "names.toml": "desk",
        "notes/2025-12-04.tr.md": "desk",
        "sub/b.TXT": "read",
        "sub/names.toml": "ignored",
        "~$x.txt": "ignored",
    }


def test_links_and_pipes_are_refused_and_named(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(ARTICLE, encoding="utf-8")
    content = tmp_path / "content"
    content.mkdir()
    (content / "link.txt").symlink_to(outside / "secret.txt")
    (content / "folder").symlink_to(outside)
    (content / "nowhere.txt").symlink_to("/nonexistent")
    os.mkfifo(content / "pipe.txt")
    library = read_library(content, Config(), None)
    assert not library.articles
    assert {record.path for record in library.inputs if record.fate == "left-out"} == {
        "link.txt",
        "folder",
        "nowhere.txt",
        "pipe.txt",
    }
    assert {notice.path for notice in library.notices} == {"link.txt", "folder", "nowhere.txt", "pipe.txt"}
    assert all(notice.level == "error" for notice in library.notices)


def test_a_name_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text(ARTICLE, encoding="utf-8")
    library = read_library(tmp_path, Config(), None)
    assert [(record.path, record.fate) for record in library.inputs] == [("a\\udcff.txt", "left-out")]


def test_files_over_the_limits_are_refused(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text(ARTICLE + "a b " * 1000, encoding="utf-8")
    (tmp_path / "long.txt").write_text(ARTICLE + "x" * 1_001, encoding="utf-8")
    library = read_library(tmp_path, Config(limits=Limits(bytes=2_048, line=1_000)), None)
    assert [(notice.path, notice.code, notice.line) for notice in library.notices] == [
        ("large.txt", "too-large", None),
        ("long.txt", "line-too-long", 6),
    ]


def test_ids_are_ascii_stable_and_differ(tmp_path: Path) -> None:
    names = ["Iğdır'da şölen.txt", "\u015fehir.txt", "s\u0327ehir.txt", "!!!.txt", "a/x.txt", "a-x.txt"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    first = {article.source.path: article.id for article in read_library(tmp_path, Config(), None).articles}
    (tmp_path / "new.txt").write_text(ARTICLE, encoding="utf-8")
    second = {article.source.path: article.id for article in read_library(tmp_path, Config(), None).articles}
    assert len(set(first.values())) == len(names)
    assert all(second[path] == identity and identity.isascii() for path, identity in first.items())
    assert first["Iğdır'da şölen.txt"].startswith("igdir-da-solen-")


def test_an_id_taken_twice_is_said(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\nid: ortak\ndate: 2025-12-04\n---\nMetin burada.\n", encoding="utf-8")
    library = read_library(tmp_path, Config(), None)
    assert library.articles[0].id == "ortak"
    assert library.articles[1].id.startswith("ortak-")
    assert [(notice.path, notice.code) for notice in library.notices] == [("b.md", "id-twice")]


def test_translations_are_one_group(tmp_path: Path) -> None:
    (tmp_path / "liman.tr.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "liman.en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "yalnız.tr.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "liman.en.txt").write_text(ENGLISH, encoding="utf-8")
    groups = {a.source.path: a.translation_group for a in read_library(tmp_path, Config(), None).articles}
    assert groups["liman.tr.txt"] == groups["liman.en.txt"] is not None
    assert groups["yalnız.tr.txt"] is None
    assert groups["sub/liman.en.txt"] is None


def test_no_folder_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        read_library(tmp_path / "none", Config(), None)


def test_the_desks_files(tmp_path: Path) -> None:
    files = {
        "outlets.toml": (
            '[[outlet]]\nname = "Kıyı"\ncountry = "TR"\n[[outlet]]\nowner = "x"\n[[outlet]]\nname = "B"\nstars = 5\n'
        ),
        "questions.toml": '[[question]]\nid = "q"\ntext.tr = "Ne zaman?"\nabout = ["liman"]\n',
        "agenda.toml": (
            '[[event]]\ndate = 2025-12-08\ntime = "14:00"\ntitle.en = "Visit"\n[[event]]\ndate = "soon"\ntitle = "x"\n'
        ),
        "agenda.ics": (
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20251205T090000\r\n"
            "SUMMARY;LANGUAGE=en:Weekly\r\n  call\\, long\r\nSUMMARY;LANGUAGE=tr:Görüşme\r\n"
            "LOCATION:Ankara\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20251207\r\nSUMMARY:Day\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nDTSTART:20251232\r\nSUMMARY:No\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
        "notes/2025-12-04.tr.md": "---\nauthor: Masa\n---\n# Durum\n\nMetin.\n",
        "notes/yarın.md": "Metin.",
    }
    (tmp_path / "notes").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode())
    library = read_library(tmp_path, Config(), date(2025, 12, 4))
    desk = library.desk
    assert [outlet.name for outlet in desk.outlets] == ["Kıyı"]
    assert desk.questions[0].text == Localised(tr="Ne zaman?")
    assert [(str(entry.day), entry.time, entry.title.en, entry.place.tr) for entry in desk.agenda] == [
        ("2025-12-05", "11:00", "Weekly call, long", "Ankara"),
        ("2025-12-07", None, "Day", ""),
        ("2025-12-08", "14:00", "Visit", ""),
    ]
    assert [(note.day.isoformat(), note.title, note.author, note.text) for note in desk.notes] == [
        ("2025-12-04", "Durum", "Masa", "Metin.")
    ]
    assert [(notice.path, notice.line) for notice in library.notices] == [
        ("outlets.toml", 4),
        ("outlets.toml", 6),
        ("agenda.toml", 5),
        ("agenda.ics", 9),
        ("agenda.ics", 14),
        ("notes/yarın.md", None),
    ]


def test_a_broken_desk_file_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text("[[outlet]]\nname = x\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    library = read_library(tmp_path, Config(), None)
    assert len(library.articles) == 1
    assert [(notice.level, notice.path, notice.line) for notice in library.notices] == [("error", "outlets.toml", 2)]


def test_one_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Liman açıldı\n\nGemiler yanaştı.\n", encoding="utf-8")
    assert read_article(tmp_path / "a.txt", Config()).published is None
    (tmp_path / "b.txt").write_bytes(b"\xe9\xe9\xe9 abc")
    with pytest.raises(BriefingsError, match=r"b\.txt:1: byte 1"):
        read_article(tmp_path / "b.txt", Config())
    with pytest.raises(UsageError, match="nobody reads"):
        read_article(tmp_path / "c.exe", Config())


def test_body_text_has_a_block_a_paragraph() -> None:
    article = article_from_text("x", "  One. Two.\nThree.\n \n\nFour.  ", "en", None)
    assert article.blocks == (Block("paragraph", Span(2, 18)), Block("paragraph", Span(22, 27)))


def test_an_embargo_on_one_translation_holds_for_both(tmp_path: Path) -> None:
    (tmp_path / "liman.tr.md").write_text("---\ntitle: Liman\ndate: 2025-12-04\n---\nAçıldı.\n", encoding="utf-8")
    held = "---\ntitle: Port\ndate: 2025-12-04\nembargo_until: 2025-12-06 09:00\n---\nIt opened.\n"
    (tmp_path / "liman.en.md").write_text(held, encoding="utf-8")
    articles = read_library(tmp_path, Config(), None).articles
    assert [f"{article.marks.embargo_until:%d %H:%M}" for article in articles] == ["06 09:00", "06 09:00"]
