"""`briefings serve`: a preview on 127.0.0.1, built again when a file of the content folder is saved.

The preview lies beside the output, as `.NAME-preview`: a save while writing is no publication, so that looking at an
edition never makes a revision of it.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefings.commands import options
from briefings.commands.building import Builder
from briefings.commands.previewing import Preview, server_of
from briefings.commands.watching import next_change, state_of
from briefings.desk import FORMATS, Request
from briefings.errors import OK
from briefings.rendering import templates_folder

if TYPE_CHECKING:
    from briefings.screen import Screen


@click.command("serve")
@options.content
@options.output
@options.config
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@click.option("--date", "day", default="latest", show_default=True, metavar="DAY|latest|all", help="Which editions.")
@click.option("--format", "formats", default="html", show_default=True, metavar="html,pdf,json,print", help="Of what.")
@click.option("--drafts", is_flag=True, help="Drafts too, marked as such.")
@click.pass_obj
def command(screen: Screen, /, port: int, **given: Any) -> int:  # noqa: ANN401 - click's own values
    """Preview editions on 127.0.0.1; saving a file builds again. Nothing is published."""
    request = _request_of(given)
    preview = Preview(request.output, str(os.getpid()))
    builder = Builder(request)
    try:
        with server_of(preview, port) as server:
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
            screen.summary([f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends)"])
            try:
                _build_and_watch(request, builder, preview)
            finally:
                builder.end()
                server.shutdown()
    except KeyboardInterrupt:
        screen.summary(["ended"])
    finally:
        builder.end()
    return OK


def _request_of(given: dict[str, Any]) -> Request:
    output, day = given["output"], given["day"]
    return Request(
        content=options.folder(given["content"]),
        output=output.parent / f".{output.name}-preview",
        config=given["config"],
        day=None if day in {"latest", "all"} else options.day(day, "--date"),
        latest=day == "latest",
        formats=options.choices(given["formats"], FORMATS, "--format") or ("html",),
        jobs=os.cpu_count() or 1,
        drafts=given["drafts"],
        archive=output,
    )


def _build_and_watch(request: Request, builder: Builder, preview: Preview) -> NoReturn:
    """Build, show, and wait for the next save; what is saved during a build is built after it."""
    folders = [request.content, templates_folder(), *([request.config] if request.config else [])]
    while True:
        seen = state_of(folders)
        preview.show(builder.build())
        next_change(seen, lambda: state_of(folders))
