"""Content folders that try something, made at run time: bytes, names and kinds of files that no text can hold."""

from __future__ import annotations

import os
import socket
import struct
import zlib
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tests.casefiles import rows_in

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "---\ntitle: Rıhtım açıldı\ndate: 2025-12-04\nlang: tr\n---\n"
TEXT = HEAD + "Rıhtım dün açıldı.\n"
MEBIBYTE = 1 << 20
LINE = "Rıhtım dün açıldı ve tekneler yanaştı.\n"

Expected = tuple[int, str]
"""Exit code, and words that a message must hold."""
CASES: dict[str, tuple[Callable[[Path], None], Expected]] = {}


def _case(exit_code: int, says: str = "") -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def kept(make: Callable[[Path], None]) -> Callable[[Path], None]:
        CASES[make.__name__] = make, (exit_code, says)
        return make

    return kept


def _with_field(lines: str) -> str:
    return HEAD.replace("---\n", f"---\n{lines}", 1)


@_case(0)
def utf_16(content: Path) -> None:
    (content / "le.md").write_bytes(TEXT.encode("utf-16"))
    (content / "be.md").write_bytes(b"\xfe\xff" + TEXT.replace("açıldı", "kapandı").encode("utf-16-be"))


@_case(1, "not a text")
def utf_32(content: Path) -> None:
    (content / "a.md").write_bytes(TEXT.encode("utf-32"))


@_case(1, "is not UTF-8")
def utf_16_without_its_mark(content: Path) -> None:
    (content / "a.md").write_bytes(TEXT.encode("utf-16-le"))


@_case(0)
def utf_7(content: Path) -> None:
    (content / "a.md").write_bytes(HEAD.encode() + b"+ADw-script+AD4-alert(1)+ADw-/script+AD4- Liman.\n")


@_case(1, "is not UTF-8")
def overlong_and_cesu(content: Path) -> None:
    (content / "a.md").write_bytes(HEAD.encode() + b"a \xc0\xaf \xe0\x80\xaf \xed\xa0\xbd\xed\xb8\x80\n")


@_case(1, "is not UTF-16")
def half_a_pair(content: Path) -> None:
    (content / "a.md").write_bytes(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x3d\xd8\x00")


@_case(0, "control character")
def some_nul(content: Path) -> None:
    (content / "a.md").write_bytes(TEXT.replace("dün", "d\0ün").encode() + LINE.encode() * 4)


@_case(1, "not a text")
def polyglots(content: Path) -> None:
    (content / "a.md").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    (content / "b.md").write_bytes(HEAD.encode() + b"Liman.\n" + b"PK\x03\x04" + b"\0" * 4000)
    (content / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 500)
    (content / "d.txt").write_bytes(b"GIF89a/*" + b"\0" * 100 + b"*/=1;//")
    (content / "e.md").write_bytes(zlib.compress(TEXT.encode() * 1000))


@_case(1, "limits.bytes")
def more_than_two_mebibytes(content: Path) -> None:
    (content / "a.md").write_text(HEAD + LINE * (2 * MEBIBYTE // len(LINE)), encoding="utf-8")


@_case(1, "lines; cut the article into several")
def line_ends_alone(content: Path) -> None:
    (content / "a.md").write_text(HEAD + "\r\u2028\x85\n" * 20_000, encoding="utf-8")


@_case(1, "a line of")
def a_line_without_end(content: Path) -> None:
    (content / "a.md").write_text(HEAD + "a" * MEBIBYTE, encoding="utf-8")


@_case(1, "a paragraph of")
def a_sentence_without_end(content: Path) -> None:
    line = "rıhtım tekne iskele liman " * 300
    (content / "a.md").write_text(HEAD + f"{line}\n" * 50, encoding="utf-8")
    (content / "b.md").write_text(HEAD + "a\n" * 12_000, encoding="utf-8")


@_case(1, "the front matter has more than")
def front_matter_without_end(content: Path) -> None:
    (content / "a.md").write_text("---\n" + "title: a\n" * 5000 + "---\nLiman.\n", encoding="utf-8")


@_case(0)
def front_matter_of_one_key(content: Path) -> None:
    (content / "a.md").write_text(_with_field("tags: [" + "a," * 9000 + "]\n") + LINE, encoding="utf-8")
    (content / "b.md").write_text(HEAD.replace("---\n", "---\ntags:\n" + " - a\n" * 900, 1) + LINE, encoding="utf-8")
    (content / "c.md").write_text(
        HEAD.replace("---\n", "---\nlead: |\n" + "  " * 400 + "a\n" * 900, 1) + LINE, encoding="utf-8"
    )


@_case(1, "more than 2000 cells")
def a_wide_table(content: Path) -> None:
    (content / "a.md").write_text(HEAD + "|a" * 3000 + "|\n" + "|-" * 3000 + "|\n", encoding="utf-8")


@_case(1, "nested more than 60 deep")
def deep_quotations(content: Path) -> None:
    (content / "a.md").write_text(HEAD + "> " * 5000 + "a\n", encoding="utf-8")
    (content / "b.md").write_text(HEAD + "".join("    " * n + "- a\n" for n in range(90)), encoding="utf-8")


@_case(1, "links are not followed")
def links(content: Path) -> None:
    (content / "loop").symlink_to(content)
    (content / "a.md").symlink_to("b.md")
    (content / "b.md").symlink_to("a.md")
    (content / "passwd.md").symlink_to("/etc/passwd")
    (content / "notes").symlink_to("/etc")
    (content / "names.toml").symlink_to("/etc/passwd")


@_case(1, "not a regular file")
def pipes_and_sockets(content: Path) -> None:
    os.mkfifo(content / "a.md")
    os.mkfifo(content / "outlets.toml")
    here = Path.cwd()
    os.chdir(content)  # the name of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("b.md")
    finally:
        os.chdir(here)


@_case(0)
def folders_called_like_files(content: Path) -> None:
    for name in ("a.md", "names.toml", "agenda.ics", "2025-12-04", "..md"):
        (content / name).mkdir()


@_case(0)
def a_deep_tree(content: Path) -> None:
    folder = content
    for _ in range(150):
        folder = folder / "alt"
        folder.mkdir()
    (folder / "a.md").write_text(TEXT, encoding="utf-8")


@_case(1, "not UTF-8; rename it")
def odd_names(content: Path) -> None:
    names = [
        name.encode().decode("unicode_escape").encode("latin-1").decode() for (name,) in rows_in("hostile/names.txt")
    ]
    names += ["a" * 250 + ".md", "ı" * 120 + ".md", " .md", "a.md "]
    for number, name in enumerate(names):
        (content / name).write_text(TEXT.replace("Rıhtım", f"Rıhtım {number}"), encoding="utf-8")
    Path(os.fsdecode(os.fsencode(content) + b"/a\xff\xfe.md")).write_text(TEXT, encoding="utf-8")


@_case(0)
def names_that_differ_by_case(content: Path) -> None:
    for name in (
        "Liman.md",
        "LIMAN.md",
        "liman.md",
        "lıman.md",
        "liman.tr.md",
        "LİMAN.TR.md",
        "liman.en.md",
        "liman.txt",
    ):
        (content / name).write_text(TEXT.replace("Rıhtım", f"Rıhtım {name[:-3]}"), encoding="utf-8")


@_case(0, "is that of")
def ids_that_are_another_s(content: Path) -> None:
    for number in range(4):
        (content / f"{number}.md").write_text(TEXT.replace("lang: tr", "lang: tr\nid: a"), encoding="utf-8")
    taken = "a-" + sha256(b"1.md").hexdigest()[:8]
    (content / "00.md").write_text(TEXT.replace("lang: tr", f"lang: tr\nid: {taken}"), encoding="utf-8")


@_case(0)
def a_calendar(content: Path) -> None:
    event = "BEGIN:VEVENT\nDTSTART:20251210T100000Z\nSUMMARY:Tören {}\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
    opened = "BEGIN:VEVENT\n" * 2000
    events = "".join(event.format(number) for number in range(300))
    (content / "agenda.ics").write_text(f"BEGIN:VCALENDAR\n{opened}{events}X:{'a' * 90_000}\n", encoding="utf-8")


@_case(1, "corrections.toml")
def toml_of_the_desk_that_is_no_toml(content: Path) -> None:
    (content / "outlets.toml").write_bytes(b"\xff\xfe\0\0")
    (content / "questions.toml").write_text("a = " + "[" * 5000, encoding="utf-8")
    (content / "corrections.toml").write_text("[[correction]]\n" * 30 + "x = 1e999999\n", encoding="utf-8")
    (content / "agenda.toml").write_text(
        "[[entry]]\nday = 9999-12-31\ntitle = 1979-05-27T00:32:00-99:00\n", encoding="utf-8"
    )


@_case(0)
def pictures_nobody_opens(content: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    bomb = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 16, 6, 0, 0, 0)) + chunk(
        b"IDAT", zlib.compress(b"\0" * MEBIBYTE)
    )
    pictures = {
        "bomb.png": b"\x89PNG\r\n\x1a\n" + bomb,
        "x.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="file:///etc/passwd"/></svg>',
        "torn.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
        "text.png": b"%PDF-1.7",
        "moving.gif": b"GIF89a\xff\xff\xff\xff\xf7\0\0" + b"!\xf9\x04\0\0\0\0\0" * 5000,
    }
    for name, data in pictures.items():
        (content / name).write_bytes(data)
    shown = " ".join(
        f'![{name}]({name} "TLP:RED")' for name in (*pictures, "../../etc/passwd", "/dev/zero", "file:///etc/passwd")
    )
    (content / "a.md").write_text(HEAD + shown + " Rıhtım dün açıldı.\n", encoding="utf-8")
    (content / "briefings.toml").write_text('[desk]\nlogo = "../../../../etc/passwd"\n', encoding="utf-8")


@_case(0)
def references_without_end(content: Path) -> None:
    links = "".join(f"[a{n}]: https://ornek.example/{n}\n" for n in range(3000))
    (content / "a.md").write_text(HEAD + links + "".join(f"[x][a{n}] " for n in range(1500)) + "\n", encoding="utf-8")
    notes = "".join(f"[^{n}]: [^{n - 1}] not\n\n" for n in range(1000))
    (content / "b.md").write_text(HEAD + "a[^999]\n\n" + notes, encoding="utf-8")


@_case(0)
def abbreviations_without_end(content: Path) -> None:
    shorts = "".join(f"*[K{n}]: Kısaltma {n}\n" for n in range(3000))
    (content / "a.md").write_text(HEAD + "K1 K2 K3 açıldı.\n\n" + shorts, encoding="utf-8")


@_case(0)
def many_words_that_are_names(content: Path) -> None:
    people = " ".join(f"Ali{chr(97 + n % 26)} Veli{chr(97 + n // 26 % 26)}" for n in range(2000))
    lines = [people[start : start + 9000] for start in range(0, len(people), 9000)]
    (content / "a.md").write_text(HEAD + "\n\n".join(f"{line}." for line in lines), encoding="utf-8")
