"""`verify` on an edition with corrections: the desk's own stand, invented ones and other values do not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefings.shipping.verify import verify
from tests.builds import build_here

CASE = Path(__file__).resolve().parent.parent / "editions" / "corrections"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of tests/editions/corrections with its content, built once."""
    folder = tmp_path_factory.mktemp("corrections")
    shutil.copytree(CASE / "content", folder / "content")
    build_here(folder / "content", folder / "editions", "--format", "html", "--profile", "desk")
    return folder


def _copy(built: Path, to: Path) -> tuple[Path, Path]:
    shutil.copytree(built, to, dirs_exist_ok=True)
    return to / "editions" / "2025-12-04", to / "content"


def test_the_desks_corrections_stand(built: Path) -> None:
    verdict = verify(built / "editions" / "2025-12-04", built / "content")
    assert verdict.findings == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (">460 öğrenci<", ">470 öğrenci<", "“470 öğrenci” is not what the source says"),
        (">460 öğrenci<", ">640 öğrenci<", "“640 öğrenci” is not what the source says"),
        (">19 Ocak 2026<", ">18 Ocak 2026<", "“18 Ocak 2026” is not what the source says"),
        (">Ayla Tandoğdu<", ">Ayla Tandoğar<", "“Ayla Tandoğar” did not say"),
        ("telefonda düzeltti", "mektupla düzeltti", "does not say “mektupla”"),
        ('data-desk="corrections.toml"', 'data-desk="notes/yok.tr.md"', "which is no file of the desk"),
        (">Haber Masası<", ">Başka Masa<", "“Başka Masa” is no text of the settings"),
    ],
)
def test_other_words_than_the_desks_do_not(built: Path, tmp_path: Path, old: str, new: str, message: str) -> None:
    edition, content = _copy(built, tmp_path)
    page = edition / "tr" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    assert any(message in finding.message for finding in verify(edition, content).findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [('value = "460"', 'value = "461"'), ('by = "M. K."', 'by = "X. Y."'), ("[[correction]]", "[[korrektur]]")],
)
def test_a_correction_that_the_desks_file_does_not_hold_is_fabricated(
    built: Path, tmp_path: Path, old: str, new: str
) -> None:
    edition, content = _copy(built, tmp_path)
    file = content / "corrections.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    found = [finding for finding in verify(edition, content).findings if finding.outcome == "fabricated"]
    assert any("is shown as corrected, but corrections.toml does not say so" in finding.message for finding in found)


def test_a_value_put_under_a_signed_correction_is_fabricated(built: Path, tmp_path: Path) -> None:
    edition, content = _copy(built, tmp_path)
    facts = edition / "facts.json"
    facts.write_text(facts.read_text(encoding="utf-8").replace('"value": "460"', '"value": "999"'), encoding="utf-8")
    messages = [finding.message for finding in verify(edition, content).findings]
    assert any("is shown as corrected, but corrections.toml does not say so" in message for message in messages)
