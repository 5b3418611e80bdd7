"""`briefings verify`: every line of an edition grounded, every hash right; of one edition, or of all and the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings import errors
from briefings.commands import options
from briefings.shipping.verify import Finding, Verdict, verify
from briefings.shipping.verify_site import is_output, verify_output

if TYPE_CHECKING:
    from briefings.screen import Screen


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the original files, to compare them too.",
)
@options.as_json
@click.pass_obj
def command(screen: Screen, folder: Path, content: Path | None, *, as_json: bool) -> int:
    """Read an edition, or an output folder, back.

    Every line must stand on its source, every file be what was published.
    """
    options.folder(folder)
    if content:
        options.folder(content)
    found = verify_output(folder, content) if is_output(folder) else verify(folder, content)
    if as_json:
        click.echo(json.dumps(found.as_object(), ensure_ascii=False))
    if isinstance(found, Verdict):
        count = _tell(screen, found)
        read = ""
    else:
        count = _tell(screen, found.site)
        count += sum(_tell(screen, verdict, f"{day}: ") for day, verdict in found.editions.items())
        read = f"{len(found.editions)} editions and the files above them, "
    said = f"{count} findings" if count else "every line stands on its source"
    screen.summary([f"{folder}: {read}{found.pieces} pieces of text read; {said}"])
    return errors.LEFT_OUT if count else errors.OK


def _tell(screen: Screen, verdict: Verdict, where: str = "") -> int:
    """Show what was found; give how much."""
    for finding in verdict.findings:
        screen.error(where + _in_words(finding))
    screen.summary([f"{where}not checked: {reason}" for reason in verdict.unchecked])
    return len(verdict.findings)


def _in_words(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    return f"{place}: {finding.outcome}: {finding.message}"
