"""docs/templates.md says what templates are given, and its examples work."""

from __future__ import annotations

import re
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.shipping.verify import verify
from tests.builds import build_here
from tests.three_days import DAYS, three_days

if TYPE_CHECKING:
    from types import ModuleType

PROJECT = Path(__file__).resolve().parent.parent.parent
PAGE = PROJECT / "docs" / "templates.md"
_EXAMPLE = re.compile(r"```(?:toml|jinja)\n(?:# (\S+)|\{# (\S+) #\})\n(.*?)```", re.DOTALL)


def _examples() -> dict[str, str]:
    """Give the examples of the page, by the file each is; several for one file stand one after the other."""
    found: dict[str, str] = {}
    for toml, jinja, text in _EXAMPLE.findall(PAGE.read_text(encoding="utf-8")):
        found[toml or jinja] = found.get(toml or jinja, "") + text
    return found


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Load the script that writes the page."""
    spec = util.spec_from_file_location("make_templates_reference", PROJECT / "tools" / "make_templates_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_templates_and_values_say(tool: ModuleType) -> None:
    assert tool.reference() == PAGE.read_text(encoding="utf-8"), "run: python tools/make_templates_reference.py"


def test_every_value_has_a_meaning(tool: ModuleType) -> None:
    page = tool.reference()
    assert [line for line in page.split("\n") if re.search(r"\| *\|$", line)] == []


def test_the_page_has_an_example_of_each_kind() -> None:
    assert set(_examples()) == {
        "look/labels.tr.toml", "look/labels.en.toml", "briefings.toml", "look/parts/key_points.html.j2",
        "look/briefing.html.j2",
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", [*_examples(), "all of them"])
def test_the_examples_work(name: str, tmp_path: Path) -> None:
    content = three_days(tmp_path / "content")
    for path, text in _examples().items():
        if name in {path, "all of them"}:
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(text, encoding="utf-8")
    said = build_here(content, tmp_path / "editions", "--date", DAYS[-1], "--format", "html,json,print")
    assert (said.exit_code, verify(tmp_path / "editions" / DAYS[-1], content).findings) == (0, [])
