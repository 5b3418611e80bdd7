"""`briefings facts`: the facts of single articles, for people or as JSON, or of JSON lines."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings import errors, extraction
from briefings.commands import options
from briefings.commands.listing import Style, listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.extraction import Examined
    from briefings.screen import Screen


@click.command("facts")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="FILE …")
@click.option("--jsonl", is_flag=True, help="JSON lines from stdin to stdout: the batch contract.")
@click.option("--json", "as_json", is_flag=True, help="JSON, as when the output is no terminal.")
@click.option("--text", "as_text", is_flag=True, help="A listing for people, as on a terminal.")
@click.option("--explain", is_flag=True, help="Why each rule fired, and what was turned down; a listing, or --json.")
@options.config
@click.pass_obj
def command(  # noqa: PLR0913 - click gives every option
    screen: Screen,
    paths: tuple[Path, ...],
    *,
    jsonl: bool,
    as_json: bool,
    as_text: bool,
    explain: bool,
    config: Path | None,
) -> int:
    """Show the facts of articles: a listing on a terminal, else JSON."""
    if as_json and as_text:
        message = "--json and --text exclude one another; leave one out"
        raise errors.UsageError(message)
    if jsonl:
        return extraction.batch(sys.stdin.buffer, sys.stdout.buffer)
    if not paths:
        message = "facts needs a FILE, or --jsonl; see briefings facts --help"
        raise errors.UsageError(message)
    examined, notices = extraction.of_files(paths, config, explain=explain)
    screen.notices(notices)
    if as_text or (not as_json and (explain or sys.stdout.isatty())):
        colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        _show(examined, Style(colours=colours, explain=explain))
    else:
        for one in examined:
            click.echo(json.dumps(one.as_object(explain=explain), ensure_ascii=False, indent=1))
    if len(examined) == len(paths):
        return errors.OK
    return errors.LEFT_OUT if examined else errors.NOTHING_PUBLISHED


def _show(examined: Sequence[Examined], style: Style) -> None:
    """Print listings, an empty line between two of them."""
    for number, one in enumerate(examined):
        if number:
            click.echo()
        for line in listing(one, style):
            click.echo(line, color=style.colours)
