"""`briefings verify`: every line of an edition grounded, every hash right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings import errors
from briefings.commands import options
from briefings.shipping.verify import Finding, verify

if TYPE_CHECKING:
    from briefings.screen import Screen


@click.command("verify")
@click.argument("edition_dir", type=click.Path(path_type=Path))
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the original files, to compare them too.",
)
@options.as_json
@click.pass_obj
def command(screen: Screen, edition_dir: Path, content: Path | None, *, as_json: bool) -> int:
    """Read an edition back: every line must stand on its source, every file be what was published."""
    folder = options.folder(edition_dir)
    verdict = verify(folder, options.folder(content) if content else None)
    if as_json:
        click.echo(json.dumps(verdict.as_object(), ensure_ascii=False))
    for finding in verdict.findings:
        screen.error(_in_words(finding))
    screen.summary([f"not checked: {reason}" for reason in verdict.unchecked])
    count = len(verdict.findings)
    said = "every line stands on its source" if not count else f"{count} findings"
    screen.summary([f"{folder}: {verdict.pieces} pieces of text read; {said}"])
    return errors.LEFT_OUT if verdict.findings else errors.OK


def _in_words(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    return f"{place}: {finding.outcome}: {finding.message}"
