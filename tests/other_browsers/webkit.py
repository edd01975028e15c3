"""A few commands to WebKit through its driver: the WebDriver protocol, as far as a short look at pages needs it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

class NoWindowError(Exception):
    """WebKit itself does not run here: that says nothing about the pages."""


_PATIENCE = 60  # seconds that the driver may take for one command


class WebKit:
    """A window of WebKitGTK."""

    def __init__(self, driver: str) -> None:
        self._driver = driver
        capabilities = {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}}
        self._session = self._send("POST", "/session", capabilities)["sessionId"]

    def open(self, url: str, width: int) -> None:
        self._command("/window/rect", {"width": width, "height": 900})
        self._command("/url", {"url": url})

    def ask(self, expression: str) -> Any:
        """The value of an expression on the page."""
        return self._command("/execute/sync", {"script": f"return ({expression});", "args": []})

    def close(self) -> None:
        self._send("DELETE", f"/session/{self._session}")

    def _command(self, path: str, body: dict[str, Any]) -> Any:
        return self._send("POST", f"/session/{self._session}{path}", body)

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self._driver + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return json.load(answer)["value"]


@contextmanager
def webkit(driver: Path, screen: Path) -> Iterator[WebKit]:
    """A window on a screen that nobody sees."""
    port = _free_port()
    command = [screen, "-a", "-s", "-screen 0 1400x1000x24", driver, f"--port={port}"]
    environment = {**os.environ, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        try:
            window = WebKit(_answering(f"http://127.0.0.1:{port}"))
        except OSError as error:
            raise NoWindowError(str(error)) from error
        yield window
        window.close()
    finally:
        with suppress(ProcessLookupError):  # it may have stopped by itself
            os.killpg(process.pid, 15)
        process.wait(_PATIENCE)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _answering(driver: str) -> str:
    """Wait until the driver answers."""
    for _ in range(_PATIENCE * 5):
        try:
            urllib.request.urlopen(f"{driver}/status", timeout=1)
        except urllib.error.HTTPError:
            return driver
        except OSError:
            time.sleep(0.2)
        else:
            return driver
    raise TimeoutError("the driver of WebKit does not answer")
