"""`briefings serve`: a preview on 127.0.0.1, built again when a file of the content folder is saved.

The preview lies beside the output, as `.NAME-preview`: a save while writing is no publication, so that looking at an
edition never makes a revision of it.
"""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import click

from briefings import pipeline
from briefings.commands import options
from briefings.desk import Request
from briefings.errors import OK, BriefingsError

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.screen import Screen

_SECONDS = 0.5
"""Time between two looks at the content folder."""


class _Pages(SimpleHTTPRequestHandler):
    """Gives files of the archive; nothing is kept by the browser, so that a reload shows the newest build."""

    def end_headers(self) -> None:
        """Add the headers that forbid keeping."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing for each request."""


@click.command("serve")
@options.content
@options.output
@options.config
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.pass_obj
def command(screen: Screen, content: Path, output: Path, config: Path | None, port: int) -> int:
    """Preview the editions on 127.0.0.1; saving a file builds again. Nothing is published."""
    preview = output.parent / f".{output.name}-preview"
    request = Request(options.folder(content), preview, config, archive=output)
    _build(request, screen)
    preview.mkdir(parents=True, exist_ok=True)
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Pages, directory=str(preview))) as server:
        screen.summary([f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends)"])
        stop = threading.Event()
        watcher = threading.Thread(target=_watch, args=(request, screen, stop), daemon=True)
        watcher.start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            screen.summary(["ended"])
        finally:
            stop.set()
            watcher.join()
    return OK


def _watch(request: Request, screen: Screen, stop: threading.Event) -> None:
    seen = _state(request.content)
    while not stop.wait(_SECONDS):
        now = _state(request.content)
        if now != seen:
            seen = now
            _build(request, screen)


def _build(request: Request, screen: Screen) -> None:
    try:
        report = pipeline.build(request, screen)
    except BriefingsError as error:
        screen.error(str(error))
    else:
        screen.summary([f"{len(report.published)} built, {len(report.unchanged)} up to date"])


def _state(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Give each file with its size and time of change."""
    files = ((path, path.stat()) for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return frozenset((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in files)
