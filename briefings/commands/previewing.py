"""The pages of a preview over HTTP, to this machine alone: each with what is wrong on top, asking for newer ones."""

from __future__ import annotations

import html
import io
import re
import sys
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from briefings.errors import EnvironmentFaultError
from briefings.screen import escaped

if TYPE_CHECKING:
    from briefings.commands.building import Built

ADDRESS: Final = "127.0.0.1"
OWN: Final = "/.preview/"
"""What is the preview's and no edition's: no file of an archive begins with a dot."""
_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_OWN_READS: Final = ("script-src", "connect-src", "style-src")
"""What the preview's own files are to a page, as its policy names it."""
_SCRIPT: Final = """"use strict";
// Asks which version of the preview there is, and shows the newest. Part of no published page.
const shown = document.currentScript.dataset.version;
async function look() {
  try {
    const answer = await fetch("/.preview/version", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) { location.reload(); return; }
  } catch { /* The preview has ended, or starts again. */ }
  setTimeout(look, 400);
}
setTimeout(look, 400);
"""
_STYLE: Final = """.preview { all: initial; display: block; position: sticky; top: 0; z-index: 9 }
.preview { max-height: 50vh; overflow: auto }
.preview { padding: .8rem 1rem; font: 15px/1.5 system-ui, sans-serif; color: #1c1a17; background: #fff3d6 }
.preview { border-bottom: 3px solid #8a5a00 }
.preview.wrong { background: #fde7e4; border-color: #8a1c1c }
.preview * { font: inherit; color: inherit; margin: 0; padding: 0 }
.preview b, .preview summary { font-weight: 600 }
.preview li { display: block; font-family: ui-monospace, monospace; overflow-wrap: anywhere; margin-top: .3rem }
"""
_TYPES: Final = {"version": "text/plain", "reload.js": "text/javascript", "panel.css": "text/css"}


@dataclass(slots=True)
class Preview:
    """What is shown: a folder of editions, and how the last build ended."""

    folder: Path
    start: str
    """Tells this run from an earlier one that a browser may still show."""
    built: Built | None = None
    builds: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def show(self, built: Built) -> None:
        """Take how a build ended; every page that is open comes anew."""
        with self.lock:
            self.built, self.builds = built, self.builds + 1

    @property
    def version(self) -> str:
        """Name what is shown now."""
        return f"{self.start}-{self.builds}"


class Server(ThreadingHTTPServer):
    """A thread for each request; none keeps the preview from ending."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the base class's types
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server_of(preview: Preview, port: int) -> Server:
    """Listen on this machine alone; EnvironmentFaultError when the port cannot be had."""

    def pages(*given: Any) -> Pages:  # noqa: ANN401 - what the server gives a handler
        return Pages(*given, preview=preview)

    try:
        return Server((ADDRESS, port), pages)
    except OSError as error:
        message = f"port {port} cannot be had ({error.strerror}); name another with --port, or 0 for any that is free"
        raise EnvironmentFaultError(message) from error


class Pages(SimpleHTTPRequestHandler):
    """Gives files of the preview, and nothing else; a browser keeps none of them."""

    server_version = "briefings"
    sys_version = ""

    def __init__(self, *given: Any, preview: Preview) -> None:  # noqa: ANN401 - what the server gives a handler
        self._preview = preview
        super().__init__(*given, directory=str(preview.folder))

    def do_GET(self) -> None:
        """Give a file to whoever asks for it by this machine's name."""
        if self._is_asked_here():
            super().do_GET()

    def do_HEAD(self) -> None:
        """Give the same without its content."""
        if self._is_asked_here():
            super().do_HEAD()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Choose what is given: the preview's own, a page with what is wrong on top, another file as it is."""
        path = self.path.partition("?")[0]
        if path.startswith(OWN):
            return self._own(path.removeprefix(OWN))
        file = self._file()
        if file is None:
            return self._missing(path)
        if file.is_dir():
            return super().send_head()  # sends to the address with a slash at its end
        return self._page(file.read_bytes()) if file.suffix == ".html" else super().send_head()

    def end_headers(self) -> None:
        """Add the headers that forbid keeping, guessing, framing and reading from elsewhere."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing for each request."""

    def _is_asked_here(self) -> bool:
        """Refuse a request by another name: a page elsewhere may have had its name point at this machine."""
        port = self.connection.getsockname()[1]
        if self.headers.get("Host", "") in {f"{name}:{port}" for name in (ADDRESS, "localhost")}:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST, f"ask for http://{ADDRESS}:{port}/")
        return False

    def _file(self) -> Path | None:
        """Find the file that is asked for: within the preview, through no link, no hidden one."""
        try:
            asked = Path(self.translate_path(self.path))
            within = asked.resolve().relative_to(self._preview.folder.resolve())
        except (ValueError, OSError):
            return None
        if any(part.startswith(".") for part in within.parts) or asked.is_symlink():
            return None
        if asked.is_dir() and self.path.partition("?")[0].endswith("/"):
            asked /= "index.html"
        return asked if asked.exists() else None

    def _own(self, name: str) -> io.BytesIO | None:
        if name not in _TYPES:
            return self._missing(name)
        text = {"version": self._preview.version, "reload.js": _SCRIPT, "panel.css": _STYLE}[name]
        return self._given(text.encode(), f"{_TYPES[name]}; charset=utf-8")

    def _page(self, data: bytes, status: HTTPStatus = HTTPStatus.OK) -> io.BytesIO:
        """Give a page that may read the preview's own script and style, with what the last build said."""
        shown = self._preview
        with shown.lock:
            version, panel = shown.version, _panel(shown.built)
        page = _POLICY.sub(_opened, data.decode(errors="replace"), count=1)
        page = _after_body(page, f'<link rel="stylesheet" href="{OWN}panel.css">{panel}' if panel else "")
        script = f'<script src="{OWN}reload.js" data-version="{version}"></script>'
        return self._given(f"{page}\n{script}\n".encode(), "text/html; charset=utf-8", status)

    def _missing(self, path: str) -> io.BytesIO | None:
        """Give a page that says what is wrong, or that there is none: it comes anew when there is."""
        if self._preview.built is None:
            words = "The first build is under way."
        elif self._preview.builds and path == "/":
            words = "There is no edition yet."
        else:
            words = "There is no such page."
        head = f'<html lang="en"><meta charset="utf-8"><title>{words}</title>'
        return self._page(f"<!doctype html>{head}<body><p>{words}</p></body></html>".encode(), HTTPStatus.NOT_FOUND)

    def _given(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


def _panel(built: Built | None) -> str:
    """Give what the last build said: mistakes in the open, remarks folded up; "" when it said nothing."""
    if built is None or not (built.mistakes or built.remarks):
        return ""
    lines = "".join(f"<li>{html.escape(escaped(line))}</li>" for line in built.mistakes or built.remarks)
    if built.mistakes:
        head = "Not built; below is the last edition that was."
        return f'<aside class="preview wrong" role="alert" lang="en"><b>{head}</b><ul>{lines}</ul></aside>'
    head = f"Built, with {len(built.remarks)} remark{'s' if len(built.remarks) > 1 else ''}"
    return f'<aside class="preview" lang="en"><details><summary>{head}</summary><ul>{lines}</ul></details></aside>'


def _opened(policy: re.Match[str]) -> str:
    """Give a page's policy under which it may read the preview's own script and style besides."""
    rules = dict(rule.split(None, 1) for rule in html.unescape(policy[2]).split(";") if len(rule.split()) > 1)
    for name in _OWN_READS:
        rules[name] = f"'self' {rules.get(name, '')}".replace("'none'", "").strip()
    return policy[1] + html.escape("; ".join(f"{name} {sources}" for name, sources in rules.items()))


def _after_body(page: str, panel: str) -> str:
    """Put the panel at the head of a page's body, before it where a template has none."""
    start = page.find("<body")
    at = page.find(">", start) + 1 if start >= 0 else 0
    return page[:at] + panel + page[at:]
