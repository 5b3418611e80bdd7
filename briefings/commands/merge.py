"""`briefings merge`: the archive that one build would have made, of the parts that several machines made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings import pipeline
from briefings.commands import options
from briefings.commands.build import exit_code, of_a_build, request_of, tell

if TYPE_CHECKING:
    from briefings.screen import Screen


@click.command("merge")
@click.argument("output", type=click.Path(path_type=Path))
@click.argument("parts", metavar="PART...", nargs=-1, required=True, type=click.Path(path_type=Path))
@of_a_build
@click.pass_obj
def command(screen: Screen, /, **given: Any) -> int:  # noqa: ANN401 - click's own values
    """Put editions made with `build --shard` together in OUTPUT; one that no PART holds as it should be is built."""
    parts = tuple(options.folder(part) for part in given["parts"])
    request = replace(request_of(given), parts=parts)
    screen.quiet = given["quiet"]
    report = pipeline.build(request, screen)
    tell(report, request, screen, given)
    return exit_code(report, strict=given["strict"])
