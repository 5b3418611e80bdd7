"""Facts without an edition: of single files, and of JSON lines (the batch contract)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO
from zoneinfo import ZoneInfo

from briefings.articles import article_from_text, read_article
from briefings.config import Config
from briefings.errors import OK, BriefingsError
from briefings.facts import find
from briefings.facts.contract import as_json, as_object, rejected_object
from briefings.languages.guess import guess_language
from briefings.languages.names import builtin_names, with_desk_names
from briefings.model import Notice
from briefings.settings import load_config

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefings.facts.reading import Rejected
    from briefings.languages.names import NameTable
    from briefings.model import Article, Findings


_ESCAPED = "backslashreplace"
"""Half a surrogate pair, which JSON can name and UTF-8 cannot write, is written as JSON names it."""


@dataclass(frozen=True, slots=True)
class Examined:
    """An article with what was found in it, and what was turned down when that was asked for."""

    article: Article
    findings: Findings
    rejected: tuple[Rejected, ...]

    def as_object(self, *, explain: bool) -> dict[str, Any]:
        """Give everything as a JSON object."""
        found = as_object(self.article, self.findings)
        return found | {"rejected": [rejected_object(one, self.article) for one in self.rejected]} if explain else found


def of_files(
    paths: Iterable[Path], config_path: Path | None, *, explain: bool = False
) -> tuple[list[Examined], list[Notice]]:
    """Give each file that can be read with its facts, and a notice for each that cannot."""
    config = load_config(config_path)
    examined: list[Examined] = []
    notices: list[Notice] = []
    for path in paths:
        try:
            article = read_article(path, config)
        except BriefingsError as error:
            notices.append(Notice("error", "unreadable", "", None, str(error)))
            continue
        trace: list[Rejected] | None = [] if explain else None
        findings = find(article, _names_beside(path), trace, day_first=config.day_first)
        notices.extend(findings.notices)
        examined.append(Examined(article, findings, tuple(trace or ())))
    return examined, notices


def batch(lines: Iterable[bytes], out: BinaryIO) -> int:
    """Answer each JSON line with one; a line that is not valid gives `{"id", "error"}` and the run goes on."""
    names = builtin_names()
    config = Config()
    for line in lines:
        if line.strip():
            out.writelines(piece.encode(errors=_ESCAPED) for piece in _answer(line, names, config))
            out.write(b"\n")
            out.flush()
    return OK


def _answer(line: bytes, names: NameTable, config: Config) -> Iterable[str]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _failed(None, f"not JSON: {error}")
    if not isinstance(request, dict):
        return _failed(None, "not an object")
    identity = request.get("id")
    try:
        article = article_from_text(str(identity), _text(request), _language(request), _published(request, config))
    except (TypeError, ValueError, KeyError) as error:
        return _failed(identity, str(error))
    findings = find(article, names, day_first=config.day_first)
    refused = {"notices": [notice.message for notice in findings.notices]} if findings.notices else {}
    return as_json(article, findings, {**refused, "id": identity})


def _failed(identity: object, error: str) -> tuple[str]:
    return (json.dumps({"id": identity, "error": error}, ensure_ascii=False),)


def _text(request: dict[str, Any]) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        message = "text: a string is needed"
        raise TypeError(message)
    return text


def _language(request: dict[str, Any]) -> str:
    language = request.get("lang")
    if language is None:
        return guess_language(_text(request))
    if not isinstance(language, str):
        message = 'lang: "tr" or "en" is needed'
        raise TypeError(message)
    return language


def _published(request: dict[str, Any], config: Config) -> datetime | None:
    """Read `published`; a moment without an offset is in the desk's time zone."""
    value = request.get("published")
    if value is None:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(config.time_zone))


def _names_beside(path: Path) -> NameTable:
    """Give the built-in names with those of the folder the file lies in."""
    desk = path.parent / "names.toml"
    if not desk.is_file():
        return builtin_names()
    return with_desk_names(builtin_names(), desk.read_text(encoding="utf-8-sig"), desk.name)[0]
