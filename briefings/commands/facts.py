"""`briefings facts`: the facts of single articles, or of JSON lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings import errors, extraction
from briefings.commands import options

if TYPE_CHECKING:
    from briefings.screen import Screen


@click.command("facts")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="FILE …")
@click.option("--jsonl", is_flag=True, help="JSON lines from stdin to stdout: the batch contract.")
@options.config
@click.pass_obj
def command(screen: Screen, paths: tuple[Path, ...], *, jsonl: bool, config: Path | None) -> int:
    """Show the facts of articles as JSON."""
    if jsonl:
        return extraction.batch(sys.stdin.buffer, sys.stdout.buffer)
    if not paths:
        message = "facts needs a FILE, or --jsonl; see briefings facts --help"
        raise errors.UsageError(message)
    objects, notices = extraction.of_files(paths, config)
    screen.notices(notices)
    for value in objects:
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
    if len(objects) == len(paths):
        return errors.OK
    return errors.LEFT_OUT if objects else errors.NOTHING_PUBLISHED
