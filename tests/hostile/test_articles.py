"""Articles and files of the desk that try something: tests/cases/hostile says what, and what must come out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.casefiles import Case, cases_in
from tests.hostile.attempts import attempt

if TYPE_CHECKING:
    from pathlib import Path

CASES = cases_in("hostile/articles.txt")
DESK = cases_in("hostile/desk.txt")


def _lay(case: Case, content: Path) -> None:
    path = content / re.sub(r"-\d+$", "", case.name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(case.parts[0], encoding="utf-8")


@pytest.mark.parametrize("case", [*CASES, *DESK], ids=str)
def test_a_text_that_tries_something(case: Case, tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    _lay(case, content)
    came = attempt(content, "--format", "html,json")
    assert came.faults == ()
    for line in case.parts[1].strip().splitlines():
        key, _, words = line.partition(" ")
        match key:
            case "exit":
                assert came.exit_code == int(words), came.stderr
            case "has":
                assert words in came.text
            case "lacks":
                assert words not in came.text
            case "says":
                assert words in came.stderr
            case _:
                pytest.fail(f"{line!r} says nothing")


@pytest.mark.slow
def test_all_of_them_at_once_with_pdfs(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for case in (*CASES, *DESK):
        _lay(case, content)
    came = attempt(content)
    assert came.faults == ()
    assert came.exit_code == 1
