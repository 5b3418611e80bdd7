"""`verify` of a whole output folder: each edition, and whatever was done to the files above them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefings.shipping import site_files
from briefings.shipping.verify_site import is_output, verify_output
from tests.builds import PROJECT, build_here, run_here
from tests.three_days import DAYS, three_days

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three days and their editions, with a section whose manifest is parted."""
    root = tmp_path_factory.mktemp("verify-site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_files, "_PARTS", ((1, 0), (32_000, 1)))
        options = ("--format", "html,json", "--lang", "tr", "--profile", "desk")
        assert build_here(three_days(root / "content"), root / "editions", *options).exit_code == 0
    return root


@pytest.fixture
def output(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built / "editions", tmp_path / "editions")
    return tmp_path / "editions"


def _outcomes(output: Path) -> set[tuple[str, str]]:
    verdict = verify_output(output, None)
    assert not any(edition.findings for edition in verdict.editions.values())
    return {(finding.outcome, finding.path) for finding in verdict.site.findings}


def test_what_was_published_is_sound(built: Path) -> None:
    assert list((built / "editions").rglob("MANIFEST-*.json")), "no manifest in parts"
    verdict = verify_output(built / "editions", built / "content")
    assert verdict.is_sound
    assert list(verdict.editions) == list(DAYS)
    assert verdict.site.unchecked == []
    assert verdict.pieces > 0


def _forged(output: Path) -> None:
    (output / "tr" / "people" / "x").mkdir()
    (output / "tr" / "people" / "x" / "index.html").write_text("<p>x", encoding="utf-8")


def _linked(output: Path) -> None:
    (output / "search" / "more").symlink_to(output / DAYS[0])


def _not_an_edition(output: Path) -> None:
    (output / "2025-12-05").mkdir()
    (output / "2025-12-05" / "index.html").write_text("<p>x", encoding="utf-8")


def _piped(output: Path) -> None:
    (output / "MANIFEST.json").unlink()
    os.mkfifo(output / "MANIFEST.json")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda output: (output / "index.html").write_text("x"), ("altered", "index.html")),
        (lambda output: (output / "feed.json").unlink(), ("missing", "feed.json")),
        (lambda output: (output / "search" / "tr.html").write_text("x"), ("altered", "search/tr.html")),
        (lambda output: shutil.copytree(output / DAYS[0], output / "2025-12-09"), ("altered", "2025-12-09")),
        (lambda output: shutil.rmtree(output / DAYS[0]), ("missing", DAYS[0])),
        (_forged, ("altered", "tr/people/x/index.html")),
        (_linked, ("altered", "search/more")),
        (_not_an_edition, ("altered", "2025-12-05/index.html")),
        (lambda output: (output / "MANIFEST.json").unlink(), ("missing", "MANIFEST.json")),
        (lambda output: (output / "MANIFEST.json").write_text("[]"), ("missing", "MANIFEST.json")),
        (_piped, ("missing", "MANIFEST.json")),
    ],
)
def test_what_was_done_to_the_site_is_told(
    output: Path, spoil: Callable[[Path], object], told: tuple[str, str]
) -> None:
    spoil(output)
    assert _outcomes(output) == {told}


@pytest.mark.parametrize("pattern", ["tr/people/*/index.html", "search/data/*/*.json"])
def test_a_page_that_a_section_lists_is_held_against_it(output: Path, pattern: str) -> None:
    page = next(output.glob(pattern))
    page.write_bytes(page.read_bytes() + b" ")
    assert _outcomes(output) == {("altered", page.relative_to(output).as_posix())}


def test_a_manifest_of_a_section_is_a_file_as_well(output: Path) -> None:
    """Who changes a page and the section's manifest is found out by the one at the top."""
    manifest = next((output / "tr" / "people").glob("MANIFEST*.json"))
    value = json.loads(manifest.read_bytes())
    page = manifest.parent / value["files"][0]["path"]
    page.write_bytes(b"x")
    value["files"][0]["sha256"] = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    manifest.write_text(json.dumps(value), encoding="utf-8")
    assert _outcomes(output) == {("altered", manifest.relative_to(output).as_posix())}


def test_a_path_that_leads_out_is_not_read(output: Path) -> None:
    manifest = output / "MANIFEST.json"
    value = json.loads(manifest.read_bytes())
    value["files"] += [{"path": "../secret", "sha256": "0"}, {"path": 7}, None]
    value["editions"].append(None)
    manifest.write_text(json.dumps(value), encoding="utf-8")
    assert _outcomes(output) == {("missing", "../secret")}


def test_somebody_elses_file_is_named_and_no_finding(output: Path) -> None:
    (output / "CNAME").write_text("desk.example", encoding="utf-8")
    verdict = verify_output(output, None)
    assert verdict.is_sound
    assert verdict.site.unchecked == ["CNAME: no file of the site"]


def test_the_command_takes_an_output_folder_too(output: Path, built: Path) -> None:
    ended = run_here("verify", str(output), "--content", str(built / "content"), "--json")
    told = json.loads(ended.stdout)
    assert (ended.exit_code, told["ok"], list(told["editions"])) == (0, True, list(DAYS))
    assert told["site"] == {"ok": True, "findings": [], "unchecked": []}
    assert "3 editions and the files above them" in ended.stderr
    page = output / DAYS[1] / "tr" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("yeni", "eski"), encoding="utf-8")
    ended = run_here("verify", str(output))
    assert ended.exit_code == 1
    assert f"{DAYS[1]}: tr/index.html:" in ended.stderr
    assert "fabricated" in ended.stderr


def test_an_edition_and_a_folder_of_nothing_are_no_output(output: Path, tmp_path: Path) -> None:
    assert is_output(output)
    assert not is_output(output / DAYS[0])
    assert not is_output(tmp_path)
    assert run_here("verify", str(tmp_path)).exit_code == 1


def test_it_needs_the_standard_library_alone(output: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom briefings.shipping.verify_site import verify_output\n"
        "print(verify_output(Path(sys.argv[1]), None).is_sound)"
    )
    command = [sys.executable, "-S", "-c", program, str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    assert done.stdout == "True\n"
