"""A product with a limit: not one byte of what is marked above it, in a new folder or in one that held it before."""

from __future__ import annotations

import re
import shutil
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.config import Config, Marking, Words
from briefings.errors import ConfigurationError
from briefings.model import Edition, Window
from briefings.planning.markings import check_release
from briefings.shipping.verify import verify
from tests.builds import build_here, pdf_pages
from tests.making import moment

CASE = Path(__file__).parent / "editions" / "release" / "content"
SECRET = re.compile(
    r"z\W{0,3}a\W{0,3}m\W{0,3}b\W{0,3}a\W{0,3}k|(?<![0-9a-f])73412[012](?![0-9a-f])|gizlice", re.IGNORECASE
)
"""A word in every title, name, note, date and file name that is marked, and its numbers; hyphenated or not."""
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")


def _texts(data: bytes) -> list[str]:
    """Give everything a file can be read as: its bytes, its inflated streams, hexadecimal strings, in two encodings."""
    parts = [data]
    for stream in _STREAM.findall(data):
        try:
            parts.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            parts.append(stream)
    hexes = [re.sub(rb"\s", b"", digits) for part in parts for digits in _HEX.findall(part)]
    parts += [bytes.fromhex(digits.decode()) for digits in hexes if len(digits) % 2 == 0]
    return [part.decode(code, "replace") for part in parts for code in ("utf-8", "utf-16-be", "utf-16-le", "latin-1")]


def _leaks(output: Path) -> list[str]:
    found = []
    for path in sorted(output.rglob("*")):
        texts = [path.relative_to(output).as_posix()]
        if path.is_file() and "fonts" not in path.parts:
            texts += _texts(path.read_bytes())
        if path.suffix == ".pdf":
            texts += pdf_pages(path)
        found += [f"{path.name}: {match[0]}" for text in texts if (match := SECRET.search(text))]
    return found


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """Without a limit the same content leaks everywhere, PDFs included: the search can fail."""
    content = _content(tmp_path, release="")
    build_here(content, tmp_path / "editions", "--lang", "tr", "--profile", "desk")
    leaking = {leak.split(": ")[0] for leak in _leaks(tmp_path / "editions")}
    assert {"facts.json", "MANIFEST.json", "index.html", "briefing-2025-12-04-tr-desk.pdf"} <= leaking


def test_no_byte_of_a_product_holds_what_is_withheld(tmp_path: Path) -> None:
    build_here(CASE, tmp_path / "editions", "--format", "html,pdf,json,print")
    assert _leaks(tmp_path / "editions") == []
    edition = tmp_path / "editions" / "2025-12-04"
    assert verify(edition, CASE).findings == []
    assert all("UNCLASSIFIED" in page for page in pdf_pages(edition / "en" / "briefing-2025-12-04-en-desk.pdf"))


def test_what_is_marked_later_goes_from_every_edition_of_the_archive(tmp_path: Path) -> None:
    """An article raised above the limit vanishes from editions already made, also when another day is asked for."""
    content, output = _content(tmp_path), tmp_path / "editions"
    for name in ("zambak-raporu.md", "zambak-dun.md"):
        path = content / name
        path.write_text(path.read_text(encoding="utf-8").replace("marking: ozel\n", ""), encoding="utf-8")
    build_here(content, output, "--format", "html")
    assert _leaks(output)
    for name in ("zambak-raporu.md", "zambak-dun.md"):
        shutil.copy(CASE / name, content / name)
    ended = build_here(content, output, "--format", "html", "--date", "2025-12-04")
    assert ended.exit_code == 1, ended.stderr
    assert _leaks(output) == []


def test_a_translation_goes_with_its_original_and_an_unreadable_note_is_not_named(tmp_path: Path) -> None:
    content = _content(tmp_path)
    text = (CASE / "zambak-raporu.md").read_text(encoding="utf-8")
    (content / "zambak-cift.tr.md").write_text(text, encoding="utf-8")
    (content / "zambak-cift.en.md").write_text(text.replace("marking: ozel\n", ""), encoding="utf-8")
    note = "---\nmarking: bilinmeyen\n---\nZambak notu.\n"
    (content / "notes" / "2025-12-04-zambak-eksik.tr.md").write_text(note, encoding="utf-8")
    ended = build_here(content, tmp_path / "editions", "--format", "html")
    assert "notes/2025-12-04-zambak-eksik.tr.md:2: marking 'bilinmeyen'" in ended.stderr
    assert _leaks(tmp_path / "editions") == []


def test_what_is_marked_and_renamed_is_not_read_back_from_the_archive(tmp_path: Path) -> None:
    content, output = _content(tmp_path), tmp_path / "editions"
    secret = content / "zambak-raporu.md"
    marked = secret.read_text(encoding="utf-8")
    secret.write_text(marked.replace("marking: ozel\n", ""), encoding="utf-8")
    for name in ("notes/2025-12-04-zambak.tr.md", "corrections.toml"):
        (content / name).unlink()
    build_here(content, output, "--format", "html")
    assert _leaks(output)
    secret.unlink()
    (content / "gizli.md").write_text(marked, encoding="utf-8")
    build_here(content, output, "--format", "html")
    assert _leaks(output) == []


def test_a_note_marked_later_goes_from_editions_that_were_not_asked_for(tmp_path: Path) -> None:
    content, output = _content(tmp_path), tmp_path / "editions"
    (content / "feribot.md").write_text(
        (CASE / "fener.md").read_text(encoding="utf-8").replace("2025-12-04", "2025-12-02"), encoding="utf-8"
    )
    note = content / "notes" / "2025-12-02.tr.md"
    note.write_text("Zambak notu.\n", encoding="utf-8")
    build_here(content, output, "--format", "html")
    assert _leaks(output)
    note.write_text("---\nmarking: ozel\n---\nZambak notu.\n", encoding="utf-8")
    build_here(content, output, "--format", "html", "--date", "2025-12-04")
    assert _leaks(output) == []


def test_products_do_not_share_a_folder(tmp_path: Path) -> None:
    content, output = _content(tmp_path), tmp_path / "editions"
    assert build_here(content, output, "--format", "html").exit_code == 1
    _content(tmp_path, release="")
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    ended = build_here(content, output, "--format", "html")
    assert ended.exit_code == 3
    assert "a product has a folder of its own" in ended.stderr
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before


def _content(tmp_path: Path, release: str = "acik") -> Path:
    content = tmp_path / "content"
    shutil.copytree(CASE, content, dirs_exist_ok=True)
    settings = content / "briefings.toml"
    text = (CASE / "briefings.toml").read_text(encoding="utf-8")
    settings.write_text(text.replace('release = "acik"', f'release = "{release}"'), encoding="utf-8")
    return content


SCALE = (Marking(id="acik", label=Words(tr="AÇIK")), Marking(id="ozel", label=Words(tr="ÖZEL")))


@pytest.mark.parametrize(("marking", "message"), [("ozel", "stands above release"), ("", "")])
def test_a_product_is_not_marked_above_its_limit(marking: str, message: str) -> None:
    if not message:
        assert Config(markings=SCALE, marking=marking, release="acik").release == "acik"
        return
    with pytest.raises(ValueError, match=message):
        Config(markings=SCALE, marking=marking, release="acik")


def test_an_edition_above_the_limit_is_refused() -> None:
    window = Window(moment("2025-12-04 00:00"), moment("2025-12-05 00:00"))
    edition = Edition(date(2025, 12, 4), 1, window, "acik", (), (), (), ())
    config = Config(markings=SCALE, release="acik")
    check_release(edition, config)
    with pytest.raises(ConfigurationError, match="would carry ozel"):
        check_release(replace(edition, marking="ozel"), config)
