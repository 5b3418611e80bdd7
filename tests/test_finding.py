"""What is found in each language before processes are forked, so that none of them loads it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

from briefings import finding
from briefings.articles import read_article
from briefings.articles.kept import Nothing
from briefings.config import Config
from briefings.desk import Request, read
from briefings.facts import LANGUAGES, plugins
from briefings.finding import EVERY_KIND, Finder, prepare
from briefings.languages.names import NameTable
from briefings.model import Findings
from briefings.model.facts import FactKind
from briefings.work.cache import Frozen
from briefings.work.workers import Done

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.model import Article


def test_every_language_with_facts_has_a_sentence() -> None:
    assert EVERY_KIND.keys() == LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_its_sentence_has_a_fact_of_every_kind(language: str, tmp_path: Path) -> None:
    path = Path(tmp_path / "one.md")
    path.write_text(f"---\ndate: 2025-01-01\nlang: {language}\n---\n{EVERY_KIND[language]}\n", encoding="utf-8")
    findings, groundwork = prepare(read_article(path, Config()), NameTable(), day_first=True).value()
    assert {fact.kind for fact in findings.facts} == set(get_args(FactKind)) - {"organization"}
    assert findings.deeds
    assert groundwork.runs


@dataclass
class _Recorded:
    """A crew that records what the parent did before it was asked."""

    loaded: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)
    hands: int = 2

    def each(self, work: Any, tasks: Any, limits: Any = None) -> Iterator[Any]:  # noqa: ANN401 - as a crew's
        del work, limits
        self.ahead = list(self.loaded)
        yield from (Done(task, Frozen.of((Findings(task.id, (), ()), None))) for task in tasks)

    def close(self) -> None:
        """Do nothing."""


def _looked_ahead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, articles: int) -> list[str]:
    """Have facts of articles in both languages found; give the languages whose lists the parent loaded before."""
    content, crew = tmp_path / "content", _Recorded()
    content.mkdir()
    for number in range(articles):
        language = "tr" if number % 2 else "en"
        text = f"---\ndate: 2025-01-01\nlang: {language}\n---\nBir. {number}\n"
        (content / f"{number}.md").write_text(text, encoding="utf-8")

    def prepared(article: Article, names: NameTable, *, day_first: bool) -> None:
        del names, day_first
        crew.loaded.append(article.language)
        message = "a defect"
        raise ValueError(message)

    monkeypatch.setattr(finding, "prepare", prepared)
    desk = read(Request(content, tmp_path / "output"))
    list(Finder(desk, Nothing(), crew).look_ahead(desk.library.articles))
    return crew.ahead


def test_lists_are_loaded_before_processes_are_forked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _looked_ahead(monkeypatch, tmp_path, 4) == ["en", "tr"]


def test_one_article_loads_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _looked_ahead(monkeypatch, tmp_path, 1) == []


def test_a_plug_in_runs_within_limits_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(plugins, "installed", lambda: (plugins.Annotator("quays", "1", lambda _: ()),))
    assert _looked_ahead(monkeypatch, tmp_path, 4) == []
