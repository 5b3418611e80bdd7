"""Every rule is described, and docs/facts.md says what stands there."""

from __future__ import annotations

import re
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.articles import article_from_text, read_library
from briefings.facts import find
from briefings.facts.reference import description_of, reason_of, reasons, rules, tables
from briefings.languages.en import dates as english_dates
from briefings.languages.names import builtin_names
from briefings.languages.tr import dates as turkish_dates
from briefings.settings import load_config
from tests.making import moment

if TYPE_CHECKING:
    from types import ModuleType

    from briefings.facts.reading import Rejected

PROJECT = Path(__file__).resolve().parent.parent.parent
CONTENT = PROJECT / "content"
EXPECTED = re.compile(r"(?:#|==|>|(?:person|organization|place|published): )")
"""Lines of the case files that are no text."""
WHERE = "describe it in briefings/facts/rules.toml"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Load the script that writes the page."""
    spec = util.spec_from_file_location("make_facts_reference", PROJECT / "tools" / "make_facts_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_rules_say(tool: ModuleType) -> None:
    page = (PROJECT / "docs" / "facts.md").read_text(encoding="utf-8")
    assert tool.reference() == page, "run: python tools/make_facts_reference.py"


@pytest.mark.parametrize("subject", ["dates", "quantities", "names", "quotes"])
@pytest.mark.parametrize(("name", "language"), [("turkish", "tr"), ("english", "en")])
def test_rules_that_fire_in_the_cases_are_described(subject: str, name: str, language: str) -> None:
    fired: set[str] = set()
    file = PROJECT / "tests" / "cases" / subject / f"{name}.txt"
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line and not EXPECTED.match(line)]
        text = re.sub(r" ⇒ .*|[{}]", "", "\n".join(lines))
        article = article_from_text("case", text, language, moment("2025-12-04 00:31"))
        fired.update(fact.rule for fact in find(article, builtin_names()).facts)
    assert sorted(rule for rule in fired if description_of(rule) is None) == [], WHERE


def test_rules_that_fire_on_the_sample_desk_are_described() -> None:
    fired: set[str] = set()
    trace: list[Rejected] = []
    for article in read_library(CONTENT, load_config(CONTENT / "briefings.toml"), None).articles:
        findings = find(article, builtin_names(), trace)
        fired.update(one.rule for one in (*findings.facts, *findings.deeds))
    assert sorted(rule for rule in fired if description_of(rule) is None) == [], WHERE
    assert sorted({one.reason for one in trace if reason_of(one.reason) == one.reason}) == [], WHERE


@pytest.mark.parametrize("module", [turkish_dates, english_dates])
def test_rules_of_dates_are_described(module: ModuleType) -> None:
    names = {rule.name for stage in module.grammar().stages for rule in stage.rules}
    ends = {name for name in names if ".number." not in name}
    assert sorted(name for name in ends if description_of(name) is None) == [], WHERE


def test_descriptions_are_words_for_people() -> None:
    for name, words in (*rules().items(), *reasons().items()):
        assert words == words.strip(), name
        assert 10 < len(words) < 140, name
        assert not words.endswith("."), name


def test_no_description_is_left_of_a_rule_that_is_gone() -> None:
    modules = (turkish_dates, english_dates)
    known = {rule.name[3:] for module in modules for stage in module.grammar().stages for rule in stage.rules}
    written = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "briefings" / "facts").rglob("*.py"))
    for table, names in (*tables().items(), ("reasons", reasons())):
        gone = [name for name in names if name not in known and f'"{name}"' not in written and table != "quantity"]
        assert gone == [], table
