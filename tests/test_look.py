"""Whole builds with a look of the desk's own: what changes, what is refused, what `verify` says of it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from briefings.rendering.environment import stylesheet
from briefings.shipping.verify import verify
from tests.builds import build_here, merge_here, run_here
from tests.three_days import DAYS, files_of, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OPTIONS = ("--format", "html,json,print")
LABELS = '[sections]\nstories = "Günün olayları"\n\n[own]\nmotto = "Yalnız bizim için"\n'
MOTTO = '<p class="desk-line">{{ words.own.motto }}</p>\n'


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, Path]:
    """Three days and their editions, made with the shipped look."""
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    assert build_here(content, output, *OPTIONS).exit_code == 0
    return content, output


def _put(content: Path, name: str, text: str) -> None:
    path = content / "look" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _own(content: Path) -> None:
    """Give the desk labels and a masthead of its own."""
    _put(content, "labels.tr.toml", LABELS)
    _put(content, "labels.en.toml", LABELS)
    _put(content, "parts/masthead.html.j2", stylesheet("parts/masthead.html.j2") + MOTTO)


def test_a_look_makes_every_edition_anew_and_stands_in_its_record(desk: tuple[Path, Path]) -> None:
    content, output = desk
    _own(content)
    _put(content, "fonts/licence.txt", "Örnek lisans metni.\n\nYayın Tarihi: 4 Aralık 2025\n")
    said = build_here(content, output, *OPTIONS, "--explain-rebuild")
    assert said.exit_code == 0
    assert said.stderr.count("made because templates, styles, labels or fonts changed") == len(DAYS)
    for day in DAYS:
        folder = output / day
        page = (folder / "tr" / "index.html").read_text(encoding="utf-8")
        assert "Günün olayları" in page
        assert "Yalnız bizim için" in page
        inputs = json.loads((folder / "MANIFEST.json").read_bytes())["inputs"]
        assert sorted(one["path"] for one in inputs if one["fate"] == "look") == [
            "look/fonts/licence.txt", "look/labels.en.toml", "look/labels.tr.toml", "look/parts/masthead.html.j2",
        ]  # fmt: skip
        assert verify(folder, content).findings == []
        assert verify(folder, None).findings == []
    assert (output / "assets" / "fonts" / "own-licence.txt").is_file()
    assert "up to date" in build_here(content, output, *OPTIONS).stderr
    shutil.rmtree(content / "look")
    assert build_here(content, output, *OPTIONS).exit_code == 0
    assert "Gelişmeler" in (output / DAYS[0] / "tr" / "index.html").read_text(encoding="utf-8")


def test_bytes_are_the_same_however_they_are_made(desk: tuple[Path, Path], tmp_path: Path) -> None:
    content, output = desk
    _own(content)
    assert build_here(content, output, *OPTIONS).exit_code == 0
    others = tmp_path / "others"
    assert build_here(content, others, *OPTIONS, "--jobs", "2").exit_code == 0
    assert files_of(others) == files_of(output)
    parts = [tmp_path / "one", tmp_path / "two"]
    for number, part in enumerate(parts, 1):
        assert build_here(content, part, *OPTIONS, "--shard", f"{number}/2").exit_code == 0
    assert merge_here(content, tmp_path / "merged", parts, *OPTIONS).exit_code == 0
    assert files_of(tmp_path / "merged") == files_of(output)


def test_a_wrong_name_ends_the_build_and_the_editions_stay(desk: tuple[Path, Path]) -> None:
    content, output = desk
    before = files_of(output)
    _put(content, "parts/masthead.html.j2", "\n{{ view.masthead.titel }}")
    said = build_here(content, output, *OPTIONS)
    assert said.exit_code == 3
    assert said.stderr == "look/parts/masthead.html.j2:2: Masthead has no 'titel'; did you mean 'title'?\n"
    assert files_of(output) == before
    checked = run_here("check", "--content", str(content))
    assert (checked.exit_code, checked.stderr) == (3, said.stderr)


def test_check_tries_a_good_look_and_writes_nothing(desk: tuple[Path, Path]) -> None:
    content, output = desk
    _own(content)
    before = files_of(output.parent)
    checked = run_here("check", "--content", str(content))
    assert (checked.exit_code, checked.stderr.count("3 of its look")) == (0, 1)
    assert files_of(output.parent) == before


@pytest.mark.parametrize("line", ["<p>Limanda yangın çıktı.</p>", '<p data-src="a" data-at="0-9">Yangın var</p>'])
def test_a_line_of_a_template_that_stands_on_nothing_is_found(desk: tuple[Path, Path], line: str) -> None:
    content, output = desk
    _put(content, "parts/masthead.html.j2", stylesheet("parts/masthead.html.j2") + line)
    assert build_here(content, output, *OPTIONS).exit_code == 0
    found = [
        finding for finding in verify(output / DAYS[0], content).findings if finding.path.endswith("tr/index.html")
    ]
    assert [finding.outcome for finding in found] == ["fabricated"]


def test_a_label_in_the_record_that_no_file_holds_is_found(desk: tuple[Path, Path]) -> None:
    content, output = desk
    _own(content)
    assert build_here(content, output, *OPTIONS).exit_code == 0
    _put(content, "labels.tr.toml", LABELS.replace("Yalnız bizim", "Herkes"))
    told = {finding.message for finding in verify(output / DAYS[0], content).findings}
    assert "look/labels.tr.toml does not say “Yalnız bizim için”" in told


def test_links_are_refused(desk: tuple[Path, Path], tmp_path: Path) -> None:
    content, output = desk
    secret = tmp_path / "secret.css"
    secret.write_text("p { color: red }", encoding="utf-8")
    (content / "look").mkdir()
    (content / "look" / "screen.css").symlink_to(secret)
    said = build_here(content, output, *OPTIONS)
    assert (said.exit_code, said.stderr) == (
        3, "look/screen.css: links are not followed; put the file itself here\n",
    )  # fmt: skip
    shutil.rmtree(content / "look")
    (tmp_path / "elsewhere").mkdir()
    (content / "look").symlink_to(tmp_path / "elsewhere")
    assert build_here(content, output, *OPTIONS).exit_code == 3


def test_a_folder_of_that_name_further_down_holds_articles(desk: tuple[Path, Path]) -> None:
    content, output = desk
    (content / DAYS[0] / "look").mkdir()
    shutil.move(content / DAYS[0] / "a.md", content / DAYS[0] / "look" / "a.md")
    assert build_here(content, output, *OPTIONS).exit_code == 0
    inputs = json.loads((output / DAYS[0] / "MANIFEST.json").read_bytes())["inputs"]
    assert f"{DAYS[0]}/look/a.md" in [one["path"] for one in inputs if one["fate"] == "read"]


def test_shipped_files_are_started_from(tmp_path: Path) -> None:
    content = three_days(tmp_path / "content")
    for arguments in (("template", "parts/story.html.j2"), ("template", "screen.css"), ("labels", "--lang", "en")):
        assert run_here("new", *arguments, "--content", str(content)).exit_code == 0
    assert (content / "look" / "screen.css").read_text(encoding="utf-8") == stylesheet("screen.css")
    assert run_here("check", "--content", str(content)).exit_code == 0
    again = run_here("new", "template", "screen.css", "--content", str(content))
    assert (again.exit_code, "was not touched" in again.stderr) == (2, True)
    wrong = run_here("new", "template", "parts/storys.html.j2", "--content", str(content))
    assert (wrong.exit_code, "did you mean 'parts/story.html.j2'?" in wrong.stderr) == (2, True)
    outside = run_here("new", "template", "../../evil", "--content", str(content))
    assert (outside.exit_code, (tmp_path / "evil").exists()) == (2, False)
