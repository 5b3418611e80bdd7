"""The preview over HTTP: for this machine alone, nothing outside its folder, mistakes on top of the last edition."""

from __future__ import annotations

import socket
import threading
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from briefings.commands.building import Built
from briefings.commands.previewing import Preview, Server, server_of
from briefings.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = (
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" '
    'content="default-src &#39;none&#39;; style-src &#39;sha256-x&#39;; base-uri &#39;none&#39;"></head>'
    '<body class="a"><h1>Bülten</h1></body></html>'
)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Server, Preview]]:
    """A preview of one page, and a file beside its folder."""
    folder = tmp_path / "preview"
    (folder / "2025-12-04" / "tr").mkdir(parents=True)
    (folder / "2025-12-04" / "tr" / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "facts.json").write_text("{}", encoding="utf-8")
    (folder / ".hidden").write_text("secret", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    preview = Preview(folder, "run", Built())
    with server_of(preview, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server, preview
        server.shutdown()
        thread.join()


def _get(server: Server, path: str, *, host: str | None = None, method: str = "GET") -> tuple[int, str, dict[str, str]]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True)
        if host != "":
            connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.getheaders())
    finally:
        connection.close()


def test_a_page_asks_for_newer_ones_and_the_file_does_not(served: tuple[Server, Preview]) -> None:
    server, preview = served
    status, page, headers = _get(server, "/2025-12-04/tr/")
    assert (status, headers["Cache-Control"], "aside" in page) == (200, "no-store", False)
    assert '<script src="/.preview/reload.js" data-version="run-0"></script>' in page
    assert "script-src &#x27;self&#x27;" in page
    assert "style-src &#x27;self&#x27; &#x27;sha256-x&#x27;" in page
    assert (preview.folder / "2025-12-04" / "tr" / "index.html").read_text(encoding="utf-8") == PAGE
    assert _get(server, "/.preview/version")[1] == "run-0"
    assert "location.reload" in _get(server, "/.preview/reload.js")[1]


def test_mistakes_stand_on_top_of_the_last_edition(served: tuple[Server, Preview]) -> None:
    server, preview = served
    preview.show(Built(("look/a.html.j2:2: no <b>; do this\u202e",), ()))
    page = _get(server, "/2025-12-04/tr/index.html")[1]
    assert "look/a.html.j2:2: no &lt;b&gt;; do this\\u202e" in page
    assert page.index("look/a.html.j2") < page.index("<h1>Bülten</h1>")
    assert _get(server, "/.preview/version")[1] == "run-1"
    preview.show(Built((), ("a.md:1: bad",)))
    assert "Built, with 1 remark" in _get(server, "/2025-12-04/tr/index.html")[1]
    preview.show(Built())
    assert "<aside" not in _get(server, "/2025-12-04/tr/index.html")[1]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "", "evil.example:8000"])
@pytest.mark.parametrize("path", ["/2025-12-04/tr/", "/.preview/version"])
def test_another_name_for_this_machine_is_refused(served: tuple[Server, Preview], host: str, path: str) -> None:
    status, page, _ = _get(served[0], path, host=host)
    assert (status, "Bülten" in page, "run-" in page) == (421, False, False)


def test_localhost_is_this_machine(served: tuple[Server, Preview]) -> None:
    assert _get(served[0], "/facts.json", host=f"localhost:{served[0].server_port}")[:2] == (200, "{}")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//../secret.txt", "/2025-12-04/../../secret.txt",
        "/link.txt", "/.hidden", "/%2ehidden", "/2025-12-04/", "/none.html", "/facts.json%00.html",
        "/.preview/../facts.json",
    ],
)  # fmt: skip
def test_nothing_else_is_given(served: tuple[Server, Preview], path: str) -> None:
    status, page, _ = _get(served[0], path)
    assert (status, "secret" in page) == (404, False)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(served: tuple[Server, Preview], method: str) -> None:
    assert _get(served[0], "/facts.json", method=method)[0] == 501


def test_before_the_first_edition_a_page_says_so(served: tuple[Server, Preview]) -> None:
    server, preview = served
    preview.built = None
    status, page, _ = _get(server, "/")
    assert (status, "under way" in page, "reload.js" in page) == (404, True, True)
    preview.show(Built(("briefings.toml:1: no",)))
    assert "briefings.toml:1: no" in _get(server, "/")[1]


def test_it_listens_on_this_machine_alone(served: tuple[Server, Preview]) -> None:
    assert served[0].server_address[0] == "127.0.0.1"


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EnvironmentFaultError, match=f"port {port} cannot be had"):
            server_of(Preview(tmp_path, "run"), port)
