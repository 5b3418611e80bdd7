"""The pages of editions: laid out beside one another, in limited time; one that cannot be made costs only itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.builds import Run, build_here
from tests.three_days import DAYS, article, files_of, three_days

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

OPTIONS = ("--format", "html,json", "--jobs", "2")
ENDLESS = (
    '{% if "3 Aralık" in view.running %}{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}'
    "{% endif %}\n"
)
"""A loop that ends some day, on the pages of one edition."""
DAY = DAYS[1]


def _endless(content: Path) -> None:
    """Have the pages of the second day take longer than they may."""
    (content / "look" / "parts").mkdir(parents=True, exist_ok=True)
    (content / "look" / "parts" / "revision.html.j2").write_text("", encoding="utf-8")
    (content / "look" / "parts" / "contents.html.j2").write_text(ENDLESS, encoding="utf-8")
    (content / "briefings.toml").write_text("[limits]\nedition_seconds = 5\n", encoding="utf-8")


def _ended(content: Path) -> None:
    (content / "look" / "parts" / "contents.html.j2").write_text("", encoding="utf-8")


def _numbers(output: Path) -> dict[str, int]:
    """Give the number of each edition there is."""
    manifests = sorted(output.glob("????-??-??/MANIFEST.json"))
    return {path.parent.name: json.loads(path.read_bytes())["number"] for path in manifests}


def _says_why(said: Run, left: str) -> bool:
    return (
        f"{DAY}: its pages could not be made: they take too long; raise limits.edition_seconds; {left}" in said.stderr
    )


@pytest.mark.parametrize(("formats", "jobs"), [("html,json,print", ("1", "2", "5")), ("pdf", ("1", "5"))])
def test_one_edition_made_by_all_is_the_same_as_made_by_one(
    tmp_path: Path, formats: str, jobs: tuple[str, ...]
) -> None:
    content = three_days(tmp_path / "content")
    for name in "cdefghijklmn":
        (content / DAY / f"{name}.md").write_text(article(name.upper() + "ovacık", DAY, ord(name)), encoding="utf-8")
    for number in jobs:
        said = build_here(content, tmp_path / number, "--date", DAY, "--format", formats, "--jobs", number)
        assert said.exit_code == 0, said.stderr
    assert all(files_of(tmp_path / number) == files_of(tmp_path / "1") for number in jobs)


def test_an_edition_that_cannot_be_made_costs_only_itself(tmp_path: Path) -> None:
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    _endless(content)
    said = build_here(content, output, *OPTIONS)
    assert said.exit_code == 1, said.stderr
    assert _says_why(said, "there is none of this day")
    assert "2 published, 0 up to date, 0 files left out, 1 could not be made" in said.stderr
    assert _numbers(output) == {DAYS[0]: 1, DAYS[2]: 3}
    stands = files_of(output / DAYS[2])
    again = build_here(content, output, *OPTIONS)
    assert (again.exit_code, _says_why(again, "there is none of this day")) == (1, True), "it is tried again"
    assert files_of(output / DAYS[2]) == stands
    _ended(content)
    assert build_here(content, output, *OPTIONS).exit_code == 0
    assert _numbers(output) == dict(zip(DAYS, (1, 2, 3), strict=True))
    fresh = tmp_path / "fresh"
    assert build_here(content, fresh, *OPTIONS).exit_code == 0
    assert files_of(output) == files_of(fresh)


def test_the_old_edition_stays_and_the_next_ones_are_compared_with_it(tmp_path: Path) -> None:
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    assert build_here(content, output, *OPTIONS).exit_code == 0
    before = files_of(output / DAY)
    _endless(content)
    (content / DAY / "c.md").write_text(article("Cide", DAY, 60), encoding="utf-8")
    said = build_here(content, output, *OPTIONS)
    assert (said.exit_code, _says_why(said, "the edition stays as it was")) == (1, True), said.stderr
    assert files_of(output / DAY) == before
    alone = build_here(content, output, "--date", DAYS[2], *OPTIONS)
    assert "0 published, 1 up to date" in alone.stderr, "it is compared with what stands"


def test_a_single_edition_is_within_its_time_as_well(tmp_path: Path) -> None:
    content, output = three_days(tmp_path / "content"), tmp_path / "editions"
    _endless(content)
    said = build_here(content, output, "--date", DAY, *OPTIONS)
    assert (said.exit_code, _says_why(said, "there is none of this day")) == (4, True), said.stderr
    assert not (output / DAY).exists()
