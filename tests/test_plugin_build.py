"""A plug-in installed beside the programme, in whole builds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.builds import Run, run

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """Liman yeniden açıldı

Yayın Tarihi: 04.12.2025 09:30

Zeyrek rıhtımı bu sabah 40 gemiye açıldı.
"""
PLUGIN = """
from briefings.model import Evidence, Place, Span

def quays(reading):
    start = reading.text.index("Zeyrek rıhtımı")
    sentence = reading.article.sentences[-1].index
    yield Place(reading.evidence(sentence, start, start + 14), "quays.word", "Zeyrek Rıhtımı", "place:zeyrek-quay")
    yield Place(Evidence("elsewhere", sentence, Span(start, start + 14)), "quays.word", "Zeyrek", "place:zeyrek")
"""


def install(folder: Path, version: str) -> None:
    """Install the plug-in into a folder, in the place of an earlier version."""
    metadata = folder / "quays.dist-info"
    metadata.mkdir(parents=True, exist_ok=True)
    (folder / "quays.py").write_text(PLUGIN, encoding="utf-8")
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: quays\nVersion: {version}\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[briefings.annotators]\nquays = quays:quays\n", encoding="utf-8")


@pytest.mark.slow
def test_a_plugin_takes_part_in_a_build(tmp_path: Path) -> None:
    content, output, packages = (tmp_path / name for name in ("content", "editions", "packages"))
    content.mkdir()
    (content / "a.tr.txt").write_text(ARTICLE, encoding="utf-8")

    def build(*more: str) -> Run:
        command = ("build", "--content", str(content), "--output", str(output), "--format", "json", "--json", *more)
        return run(*command, environment={"PYTHONPATH": str(packages)})

    install(packages, "1.0")
    first = build()
    assert first.exit_code == 0, first.stderr
    [notice] = [one for one in json.loads(first.stdout)["notices"] if one["code"] == "annotator-refused"]
    assert "quays" in notice["message"]
    assert notice["message"] in first.stderr
    facts = (output / "2025-12-04" / "facts.json").read_text(encoding="utf-8")
    assert facts.count('"quays.word"') == 1
    assert json.loads(build().stdout)["published"] == []
    install(packages, "1.1")
    assert build("--strict").exit_code == 1
