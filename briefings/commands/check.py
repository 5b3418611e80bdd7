"""`briefings check`: reads everything, writes nothing, says what is wrong and where."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings import errors
from briefings.articles.desk.linting import mixed_estimates
from briefings.commands import options
from briefings.desk import Request, read
from briefings.pipeline import try_look

if TYPE_CHECKING:
    from briefings.desk import Desk
    from briefings.screen import Screen


@click.command("check")
@options.content
@options.config
@click.option("--strict", is_flag=True, help="A warning counts like something left out.")
@options.as_json
@click.pass_obj
def command(screen: Screen, content: Path, config: Path | None, *, strict: bool, as_json: bool) -> int:
    """Read everything, write nothing, say what is wrong and where."""
    desk = read(Request(options.folder(content), Path(), config))
    try_look(desk)
    notices = (*desk.notices, *mixed_estimates(desk.library.desk.notes))
    screen.notices(notices)
    if as_json:
        report = {
            "inputs": [asdict(record) for record in desk.chosen.inputs],
            "notices": [asdict(notice) for notice in notices],
        }
        click.echo(json.dumps(report, ensure_ascii=False))
    screen.summary([_summary(desk)])
    levels = {notice.level for notice in notices}
    if not desk.library.articles:
        return errors.NOTHING_PUBLISHED
    wrong = (
        "error" in levels
        or (strict and "warning" in levels)
        or any(record.fate == "left-out" for record in desk.chosen.inputs)
    )
    return errors.LEFT_OUT if wrong else errors.OK


def _summary(desk: Desk) -> str:
    fates = Counter(record.fate for record in desk.chosen.inputs)
    days = f"{len(desk.chosen.days)} editions" if len(desk.chosen.days) != 1 else "1 edition"
    others = f"{fates['left-out']} left out, {fates['ignored']} ignored, {fates['desk']} files of the desk"
    look = f", {fates['look']} of its look" if fates["look"] else ""
    return f"{fates['read']} articles for {days}, {others}{look}"
