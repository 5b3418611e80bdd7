"""`verify` on a small edition made by hand: each way of being wrong has its own outcome."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from briefings.shipping.verify import verify
from tests.builds import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = 'Limanda 28 gemi var.\n\nLiman Müdürü Selin Karaaslan "Sıra azalıyor" dedi. Yeni rıhtım 9 Ocak\'ta açılacak.\n'
PAGE = """<html lang="tr"><body><h2>Gelişmeler</h2>
<p><span data-src="a" data-at="0-20">Limanda 28 gemi var.</span> <b data-fact="a:quantity:8-15">28 gemi</b></p>
<p><b data-speaker="a:53-66">Selin Karaaslan</b>, <i data-role="a:35-50">Liman Müdürü</i></p>
<q data-src="a" data-at="53-66">Sıra azalıyor</q>
<p data-fact="a:date:86-92">9 Ocak 2026</p> <p data-edition="number">4</p>
<p data-desk="notes/2025-12-04.tr.md">Kuyruk bitiyor</p></body></html>"""


def _span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


FACTS: list[dict[str, Any]] = [
    {"kind": "quantity", "text": "28 gemi", "type": "number", "value": "28", "unit": "gemi", **_span("28 gemi")},
    {
        "kind": "person", "text": "Selin Karaaslan", "name": "Selin Karaaslan", "key": "person:selin-karaaslan",
        "role": "Liman Müdürü", "role_start": TEXT.index("Liman M"), "role_end": TEXT.index(" Selin"),
        **_span("Selin Karaaslan"),
    },
    {
        "kind": "quote", "text": "Sıra azalıyor", "speaker": "Selin Karaaslan", "speaker_key": "person:selin-karaaslan",
        "speaker_start": TEXT.index("Selin"), "speaker_end": TEXT.index(' "'), **_span("Sıra azalıyor"),
    },
    {"kind": "date", "text": "9 Ocak", "type": "DATE", "value": "2026-01-09", "rule": "day", **_span("9 Ocak")},
]  # fmt: skip


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = tmp_path / "2025-12-04"
    original = tmp_path / "content" / "a.txt"
    original.parent.mkdir()
    original.write_text(TEXT, encoding="utf-8")
    note = tmp_path / "content" / "notes" / "2025-12-04.tr.md"
    note.parent.mkdir()
    note.write_text("Kuyruk bitiyor.", encoding="utf-8")
    article = {
        "id": "a", "path": "a.txt", "sha256": sha256(TEXT.encode()).hexdigest(),
        "published": "2025-12-04T09:00:00+03:00", "outlet": None,
    }  # fmt: skip
    facts = {"articles": [article], "facts": {"a": {"facts": FACTS}}, "names": {}}
    files = {"sources/a.txt": TEXT, "facts.json": json.dumps(facts), "tr/index.html": _page()}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    manifest = {
        "number": 4,
        "inputs": [
            {"path": "a.txt", "sha256": article["sha256"], "fate": "read"},
            {"path": "notes/2025-12-04.tr.md", "sha256": "", "fate": "desk"},
        ],
        "files": [
            {"path": path, "sha256": sha256(text.encode()).hexdigest(), "bytes": len(text)}
            for path, text in files.items()
        ],
    }
    (folder / "MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def _page() -> str:
    """Put the true offsets into the page."""
    page = (
        PAGE.replace("53-66", _at("Sıra azalıyor"))
        .replace("35-50", _at("Selin Karaaslan"))
        .replace("86-92", _at("9 Ocak"))
    )
    return page.replace("8-15", _at("28 gemi"))


def _at(words: str) -> str:
    span = _span(words)
    return f"{span['start']}-{span['end']}"


def _outcomes(folder: Path) -> set[str]:
    return {finding.outcome for finding in verify(folder, folder.parent / "content").findings}


def _alter(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_edition_has_no_finding(edition: Path) -> None:
    verdict = verify(edition, edition.parent / "content")
    assert verdict.findings == []
    assert verdict.pieces == 10


def test_without_the_originals_it_says_what_it_could_not_check(edition: Path) -> None:
    verdict = verify(edition, None)
    assert verdict.findings == []
    assert any("--content" in reason for reason in verdict.unchecked)


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("28 gemi var.", "82 gemi var.", "fabricated"),
        (">28 gemi<", ">29 gemi<", "fabricated"),
        (">9 Ocak 2026<", ">9 Mart 2026<", "fabricated"),
        (">Sıra azalıyor<", ">Sıra büyüyor<", "fabricated"),
        (">Sıra azalıyor<", ">Yeni rıhtım<", "misattributed"),
        (">Selin Karaaslan<", ">Sinan Karaaslan<", "misattributed"),
        (">Liman Müdürü<", ">Liman Amiri<", "misattributed"),
        ("<h2>Gelişmeler", "<h2>Gerilemeler", "fabricated"),
        (">4</p>", ">5</p>", "fabricated"),
        ("Kuyruk bitiyor", "Kuyruk uzuyor", "fabricated"),
        ("</body>", "<p>Bir söz daha</p></body>", "fabricated"),
        ("<body>", "<body class='x'>", "altered"),
    ],
)
def test_a_changed_page(edition: Path, old: str, new: str, outcome: str) -> None:
    _alter(edition / "tr" / "index.html", old, new)
    assert _outcomes(edition) == {outcome}


def test_a_changed_source(edition: Path) -> None:
    _alter(edition / "sources" / "a.txt", "azalıyor", "büyüyor")
    assert _outcomes(edition) == {"source-changed"}


def test_a_changed_original(edition: Path) -> None:
    _alter(edition.parent / "content" / "a.txt", "azalıyor", "büyüyor")
    assert _outcomes(edition) == {"source-changed"}


def test_what_is_missing_and_what_was_added(edition: Path) -> None:
    (edition / "extra.txt").write_text("x")
    assert _outcomes(edition) == {"altered"}
    (edition / "extra.txt").unlink()
    (edition.parent / "content" / "a.txt").unlink()
    assert _outcomes(edition) == {"missing"}


def test_a_record_that_vouches_for_an_invented_fact_is_found_out(edition: Path) -> None:
    _alter(edition / "facts.json", '"28 gemi"', '"82 gemi"')
    _alter(edition / "tr" / "index.html", ">28 gemi<", ">82 gemi<")
    assert "fabricated" in _outcomes(edition)


def test_a_folder_that_is_no_edition(tmp_path: Path) -> None:
    assert _outcomes(tmp_path) == {"missing"}


def _print(edition: Path, words: str) -> None:
    """Lay a print page into an edition."""
    path = "tr/briefing-2025-12-04-tr-desk.html"
    data = f'<html lang="tr"><body><p>{words}</p></body></html>'.encode()
    (edition / path).write_bytes(data)
    manifest = json.loads((edition / "MANIFEST.json").read_text(encoding="utf-8"))
    manifest["files"].append({"path": path, "sha256": sha256(data).hexdigest(), "bytes": len(data)})
    (edition / "MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("Lim\u00adanda 28 gemi var. Sıra azalıyor 9 Ocak 2026", set()),
        ("Limanda 28 gemi batmış", {"fabricated"}),
        ("Limanda 82 gemi var.", {"fabricated"}),
    ],
)
def test_a_print_page_holds_the_words_and_numbers_of_its_page(edition: Path, words: str, outcomes: set[str]) -> None:
    _print(edition, words)
    assert _outcomes(edition) == outcomes


def test_without_a_page_of_the_same_make_what_is_printed_is_not_checked(edition: Path) -> None:
    _print(edition, "Limanda 82 gemi var.")
    manifest = json.loads((edition / "MANIFEST.json").read_text(encoding="utf-8"))
    manifest["files"] = [file for file in manifest["files"] if file["path"] != "tr/index.html"]
    (edition / "MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")
    (edition / "tr" / "index.html").unlink()
    verdict = verify(edition, edition.parent / "content")
    assert verdict.findings == []
    assert any("no page for a screen of the same make" in reason for reason in verdict.unchecked)


def _rewrite(edition: Path, name: str, change: Callable[[Any], Any]) -> None:
    path = edition / name
    path.write_text(json.dumps(change(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        lambda _: [],
        lambda _: {},
        lambda known: {**known, "files": 3},
        lambda known: {**known, "files": [{"path": 3}]},
        lambda known: {**known, "inputs": [None]},
        lambda known: {**known, "inputs": known["inputs"], "number": [known]},
    ],
)
def test_a_record_of_another_shape_is_a_finding(edition: Path, change: Callable[[Any], Any]) -> None:
    _rewrite(edition, "MANIFEST.json", change)
    assert verify(edition, edition.parent / "content").findings


def test_a_page_that_is_none_is_a_finding(edition: Path) -> None:
    _alter(edition / "tr" / "index.html", "<body>", "<body><![CDATAa[x]]>")
    assert "altered" in _outcomes(edition)


@pytest.mark.parametrize("path", ["../secret", "/etc/passwd", "sources/../../secret"])
def test_a_path_that_leads_out_of_the_edition_is_not_read(edition: Path, path: str) -> None:
    (edition.parent / "secret").write_text("x")

    def with_path(known: dict[str, Any]) -> dict[str, Any]:
        known["files"].append({"path": path, "sha256": sha256(b"x").hexdigest(), "bytes": 1})
        return known

    _rewrite(edition, "MANIFEST.json", with_path)
    assert _outcomes(edition) == {"missing"}


def test_a_pipe_in_an_edition_stops_nobody(edition: Path) -> None:
    (edition / "facts.json").unlink()
    os.mkfifo(edition / "facts.json")
    os.mkfifo(edition / "more")
    assert {"missing", "altered"} <= _outcomes(edition)


def test_a_changed_hash_in_the_manifest_is_a_finding_of_the_file(edition: Path) -> None:
    def with_hash(known: dict[str, Any]) -> dict[str, Any]:
        known["files"][-1]["sha256"] = "0" * 64
        return known

    _rewrite(edition, "MANIFEST.json", with_hash)
    assert _outcomes(edition) == {"altered"}


def test_verify_needs_the_standard_library_alone(edition: Path) -> None:
    """Without site packages; a PDF's text is then said to be unchecked."""
    program = (
        "import json, sys\nfrom pathlib import Path\nfrom briefings.shipping.verify import verify\n"
        "print(json.dumps(verify(Path(sys.argv[1]), None).as_object()))"
    )
    copied = edition.parent / "copied"
    shutil.copytree(edition, copied)
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, str(copied)], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    verdict = json.loads(done.stdout)
    assert (verdict["ok"], verdict["findings"], verdict["pieces"]) == (True, [], 10)
    assert set(verdict) == {"ok", "pieces", "findings", "unchecked"}
