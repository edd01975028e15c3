"""What a first visit fetches: bytes on the wire, counted by Chromium, from a host that compresses with gzip 9."""

from __future__ import annotations

import functools
import gzip
import mimetypes
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from macros.commands import tools

#: What compresses; the rest (fonts, pictures) is sent as it is.
_COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}

#: Chromium's arguments for measuring: no sandbox (it may run as root), and no visits of its own.
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True)
class Visit:
    """The bytes (body and headers, compressed) of one first visit with an empty cache, by kind of file."""

    page: str
    by_kind: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.by_kind.values())


class _GzipHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *arguments: object) -> None:
        self._folder = folder.resolve()
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        file = (self._folder / self.path.split("?")[0].lstrip("/")).resolve()
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK
        if not file.is_file() or self._folder not in file.parents:
            file, status = self._folder / "404.html", HTTPStatus.NOT_FOUND
            if not file.is_file():
                self.send_error(status)
                return
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        if file.suffix in _COMPRESSED:
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the figures are the message."""


@contextmanager
def gzip_host(folder: Path) -> Iterator[str]:
    """Serve ``folder``; gives the address, which ends with a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_GzipHandler, folder))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """A running Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.find("chromium"), args=list(BROWSER_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def measure(browser: Any, site: Path, pages: Iterable[str]) -> list[Visit]:
    """Visit each page (its path in the site, such as «stappen/korte-nota/») with a new, empty profile."""
    with gzip_host(site) as base:
        return [_visit(browser, base, page) for page in pages]


def _visit(browser: Any, base: str, page: str) -> Visit:
    context = browser.new_context()
    tab = context.new_page()
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()
    network = context.new_cdp_session(tab)
    network.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    network.on(
        "Network.loadingFinished",
        lambda event: sizes.update({kinds.get(event["requestId"], "Other"): int(event["encodedDataLength"])}),
    )
    network.send("Network.enable")
    tab.goto(base + page, wait_until="networkidle")
    context.close()
    return Visit(page, dict(sizes))
