"""A headless Chromium, spoken to by WebDriver (W3C) over HTTP, for checks that need a page as it is shown."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")


def browser_is_here() -> bool:
    """Say whether Chromium and its driver are installed."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class Browser:
    """One browser session; leaving it ends the driver and the browser."""

    def __enter__(self) -> Self:
        """Start the driver and a session."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._driver = subprocess.Popen(
            ["chromedriver", f"--port={self._port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._session = ""
        self._wait()
        options = {"binary": shutil.which("chromium"), "args": list(ARGUMENTS)}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}}
        self._session = "/session/" + self._ask("POST", "/session", wanted)["sessionId"]
        self._ask("POST", "/timeouts", {"script": 110_000, "pageLoad": 110_000})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End the session and the driver."""
        try:
            self._ask("DELETE", "")
        finally:
            self._driver.terminate()
            self._driver.wait(timeout=30)

    def show(self, path: Path, *, width: int, dark: bool) -> None:
        """Open a page in a window of this width, in light or dark."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._devtools("Emulation.setEmulatedMedia", {"features": [scheme]})
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._devtools("Emulation.setDeviceMetricsOverride", size)
        self.open(path.resolve().as_uri())

    def open(self, address: str) -> None:
        """Open an address."""
        self._ask("POST", "/url", {"url": address})

    def point_at(self, selector: str, *, press: bool = False) -> None:
        """Move the pointer to the middle of the first element a selector finds, in view; click there."""
        at = self.run(
            f"const found = document.querySelector({json.dumps(selector)});"
            "let box = found.getClientRects()[0];"
            "if (box.top < 0 || box.bottom > innerHeight) found.scrollIntoView({block: 'center'});"
            "box = found.getClientRects()[0];"
            "return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]"
        )
        steps: list[dict[str, Any]] = [{"type": "pointerMove", "duration": 50, "x": at[0], "y": at[1]}]
        if press:
            steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def type(self, *keys: str) -> None:
        """Press keys one after the other; W3C code points for those without a letter."""
        steps = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": steps})

    def picture(self) -> str:
        """Give the window as a PNG, in base 64."""
        return str(self._ask("GET", "/screenshot"))

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("POST", "/actions", {"actions": [source]})

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Run a script in the page and give what it returns."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def wait_for(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Run a script that calls its last argument when it is done."""
        return self._ask("POST", "/execute/async", {"script": script, "args": []})

    def _devtools(self, command: str, parameters: dict[str, Any]) -> None:
        self._ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
        connection = HTTPConnection("127.0.0.1", self._port, timeout=120)
        try:
            data = None if body is None else json.dumps(body)
            connection.request(method, self._session + path, data, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            value = json.load(answer)["value"]
        finally:
            connection.close()
        assert answer.status == 200, value
        return value

    def _wait(self) -> None:
        for _ in range(100):
            try:
                self._ask("GET", "/status")
            except OSError:
                time.sleep(0.1)
            else:
                return
        self._driver.kill()
        message = "chromedriver does not answer"
        raise RuntimeError(message)
