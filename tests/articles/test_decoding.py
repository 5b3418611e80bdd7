from __future__ import annotations

import pytest

from briefings.articles.decoding import composed, decoded
from briefings.articles.faults import LeftOutError

TURKISH = "Iğdır, Şırnak ve Çankırı'da “ışık” açıldı.\nİkinci satır: ölçü, güç.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"])
def test_unicode_is_read_with_or_without_its_mark(encoding: str) -> None:
    if encoding.endswith("-bom"):
        plain = encoding.removesuffix("-bom")
        data = "\ufeff".encode(plain) + TURKISH.encode(plain)
    else:
        data = TURKISH.encode(encoding)
    read = decoded(data)
    assert (read.text, read.remarks) == (TURKISH, ())


@pytest.mark.parametrize(("text", "name"), [(TURKISH, "windows-1254"), ("Iğdır'da şölen\n", "ISO-8859-9")])
def test_eight_bit_turkish_is_recognised_and_said(text: str, name: str) -> None:
    read = decoded(text.encode("cp1254"))
    assert read.text == text
    assert [remark.code for remark in read.remarks] == ["encoding-guessed"]
    assert name in read.remarks[0].message


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"bir\niki \xe9t\xe9\n", 2, "byte 5 of the line (0xE9)"),
        ("Привет, мир".encode("cp1251"), 1, "byte 1 of the line"),
        ("düğün".encode() + b"\xfd", 1, "byte 9 of the line (0xFD)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "byte 1 of the line (0x89)"),
        (b"\xff\xfe\x41", None, "UTF-16"),
        (b"\x00\x01\x02abc", None, "not a text"),
    ],
)
def test_other_bytes_are_refused_with_their_place(data: bytes, line: int | None, words: str) -> None:
    with pytest.raises(LeftOutError) as fault:
        decoded(data)
    assert fault.value.remark.line == line
    assert words in fault.value.remark.message


def test_marks_without_end_are_cut_and_soon() -> None:
    text = composed("a" + "\u0301\u0323" * 500_000)
    assert len(text) < 40


def test_one_remark_a_kind_names_the_first_line_and_the_count() -> None:
    remarks = decoded(("a\nb\x07c\x07\n\x07d" + "e" * 99).encode()).remarks
    assert [(remark.code, remark.line) for remark in remarks] == [("control-characters", 2)]
    assert "3 times" in remarks[0].message
