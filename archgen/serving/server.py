"""A server for browsers of this machine alone: one page, its script, and a stream that says when the page is another."""

import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from archgen.errors import UsageError
from archgen.serving.board import Board, Sheet

LOOPBACK = "127.0.0.1"
NAMES = (LOOPBACK, "localhost")
HEARTBEAT = 10.0  # seconds until a browser that has gone is noticed
# Nothing but the server's own scripts runs, nothing comes from elsewhere, and no other site may look inside.
GUARDS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Page = Callable[[Sheet], str]


class Server:
    """Serves what a board shows. `page` makes a whole page of a sheet; `scripts` are by their paths."""

    def __init__(self, board: Board, page: Page, scripts: Mapping[str, str], port: int = 0) -> None:
        """Bind to a port of the loopback interface, any that is free where it is 0. Raises UsageError."""
        try:
            self._http = _Http((LOOPBACK, port), _Answer)
        except (OSError, OverflowError) as problem:
            reason = getattr(problem, "strerror", None) or str(problem)
            raise UsageError(f"port {port} cannot be used: {reason}; leave out --port to take any that is free") from problem
        self._http.board, self._http.page, self._http.scripts = board, page, scripts
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{LOOPBACK}:{self._http.server_port}/"

    def __enter__(self) -> "Server":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.board.close()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _Http(ThreadingHTTPServer):
    """Takes requests, each in a thread that does not keep the process from ending."""

    daemon_threads = True
    block_on_close = False
    # A port that another process serves is not shared with it.
    allow_reuse_address = False

    board: Board
    page: Page
    scripts: Mapping[str, str]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong; that a browser went away while it was answered is no news."""
        problem = sys.exception()
        if not isinstance(problem, OSError):
            sys.stderr.write(f"this is a fault of archgen: {type(problem).__name__}: {problem}\n")


class _Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Http
    server_version = "archgen"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer, unless the request was not made to this server by its own name."""
        if not self._is_meant():
            self._refuse(HTTPStatus.FORBIDDEN, "this page is served to this machine alone, under the address that was printed\n")
        elif self.path == "/":
            self._send("text/html", self.server.page(self.server.board.sheet))
        elif self.path == "/body":
            self._send("text/html", self.server.board.sheet.body)
        elif self.path == "/events":
            self._tell()
        elif self.path in self.server.scripts:
            self._send("text/javascript", self.server.scripts[self.path])
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is no such page\n")

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not told of."""

    def _is_meant(self) -> bool:
        """Whether the request names this server: one that another name was bent to does not."""
        hosts = self.headers.get_all("Host") or []
        port = self.server.server_port
        meant = {f"{name}:{port}" for name in NAMES} | ({*NAMES} if port == 80 else set())
        return len(hosts) == 1 and hosts[0].strip().lower() in meant

    def _send(self, kind: str, text: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        data = text.encode("utf-8", "replace")
        self._head(kind, status, len(data))
        self.wfile.write(data)

    def _refuse(self, status: HTTPStatus, text: str) -> None:
        self._send("text/plain", text, status)

    def _head(self, kind: str, status: HTTPStatus = HTTPStatus.OK, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        for name, value in GUARDS.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _tell(self) -> None:
        """Say which sheet is shown, now and whenever it is another, until the browser or the server goes."""
        self._head("text/event-stream")
        stamp = ""
        while self.server.board.open:
            sheet = self.server.board.other_than(stamp, HEARTBEAT)
            stamp = sheet.stamp if sheet else stamp
            self.wfile.write(f"event: sheet\ndata: {stamp}\n\n".encode() if sheet else b": still here\n\n")
            self.wfile.flush()
