"""The fortnight planned day after day, as its README says a build goes: no page is made."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from briefings.articles.kept import Nothing
from briefings.desk import Request, read
from briefings.finding import Finder
from briefings.planning import Day, plan, remembered
from briefings.work.crew import Processes

if TYPE_CHECKING:
    from briefings.desk import Desk
    from briefings.model import Article, Edition, EditionRecord, Findings

FORTNIGHT = Path(__file__).parent / "fortnight"
GOLD: dict[str, Any] = tomllib.loads((FORTNIGHT / "expected.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Planned:
    """The first edition of a day."""

    edition: Edition
    desk: Desk

    def path(self, article: str) -> str:
        """Give an article's path; an earlier edition's article by its id."""
        return next((known.source.path for known in self.desk.library.articles if known.id == article), article)


@cache
def planned() -> dict[str, Planned]:
    """Plan the first edition of each day, with every earlier one made anew before it."""
    read_before: dict[tuple[str, str], Findings] = {}
    with TemporaryDirectory() as folder:
        return {row["day"]: _planned(row["day"], Path(folder), read_before) for row in GOLD["edition"]}


def _planned(stage: str, folder: Path, read_before: dict[tuple[str, str], Findings]) -> Planned:
    content = folder / "content"
    _lay_out(stage, content)
    desk = read(Request(content, folder / "editions"))
    days = [day for day in desk.chosen.days if day <= date.fromisoformat(stage)]
    earlier: EditionRecord | None = None
    last: Edition | None = None
    for number, day in enumerate(days, 1):
        articles = desk.chosen.days[day]
        new = [article for article in articles if _key(article) not in read_before]
        read_before.update(
            zip(map(_key, new), Finder(desk, Nothing(), Processes(1)).prepared(new).findings, strict=True)
        )
        findings = tuple(read_before[_key(article)] for article in articles)
        given = Day(day, number, articles, findings, left_out=(), desk=desk.library.desk, earlier=earlier)
        last = plan(given, config=desk.config, names=desk.names)
        earlier = remembered(last, earlier)
    assert last is not None
    return Planned(last, desk)


def _key(article: Article) -> tuple[str, str]:
    return article.id, article.text


def _lay_out(stage: str, content: Path) -> None:
    """Make the content folder as it is before a day is built."""
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(FORTNIGHT / "content", content)
    for folder in content.glob("2026-*"):
        if folder.name > stage:
            shutil.rmtree(folder)
    for change in sorted((FORTNIGHT / "stages").iterdir()):
        if change.name <= stage:
            shutil.copytree(change, content, dirs_exist_ok=True)
    for row in GOLD["vanished"]:
        if row["stage"] <= stage:
            (content / row["path"]).unlink(missing_ok=True)
