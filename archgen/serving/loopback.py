"""Serving to browsers of this machine alone: bound to the loopback interface, under its own name, and guarded."""

import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, TypeVar

from archgen.errors import UsageError
from archgen.serving.board import Board

LOOPBACK = "127.0.0.1"
NAMES = (LOOPBACK, "localhost")
HEARTBEAT = 10.0  # seconds until a browser that has gone is noticed
# No other site may look inside, or be told anything.
GUARDS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Listening(ThreadingHTTPServer):
    """Takes requests, each in a thread that does not keep the process from ending."""

    daemon_threads = True
    block_on_close = False
    # A port that another process serves is not shared with it.
    allow_reuse_address = False

    board: Board

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong; that a browser went away while it was answered is no news."""
        problem = sys.exception()
        if not isinstance(problem, OSError):
            sys.stderr.write(f"this is a fault of archgen: {type(problem).__name__}: {problem}\n")


L = TypeVar("L", bound=Listening)


class Served:
    """Runs a server beside the program; as long as it does, `address` is where a browser finds it."""

    def __init__(self, http: Listening) -> None:
        self._http = http
        self._thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{LOOPBACK}:{self._http.server_port}/"

    def __enter__(self) -> "Served":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.board.close()
        self._http.shutdown()
        self._thread.join()
        self.close()

    def close(self) -> None:
        """Give the port back."""
        self._http.server_close()


def listening(kind: type[L], answer: type[BaseHTTPRequestHandler], port: int) -> L:
    """Bind to a port of the loopback interface, any that is free where it is 0. Raises UsageError."""
    try:
        return kind((LOOPBACK, port), answer)
    except (OSError, OverflowError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise UsageError(f"port {port} cannot be used: {reason}; leave out --port to take any that is free") from problem


class Guarded(BaseHTTPRequestHandler):
    """Answers one request, unless it was not made to this server by its own name. `policy` is what its pages may do."""

    server: Listening
    server_version = "archgen"
    sys_version = ""
    timeout = 30
    policy = "default-src 'none'"

    def do_GET(self) -> None:
        """Answer what is meant for this server."""
        if self._is_meant():
            self.answer()
        else:
            self.refuse(HTTPStatus.FORBIDDEN, "this page is served to this machine alone, under the address that was printed\n")

    def answer(self) -> None:
        """Answer the request."""
        raise NotImplementedError

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not told of."""

    def send(self, kind: str, data: bytes, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Answer with this."""
        self._head(kind, status, {"Content-Length": str(len(data))})
        self.wfile.write(data)

    def refuse(self, status: HTTPStatus, text: str) -> None:
        """Say in a line why there is no answer."""
        self.send("text/plain; charset=utf-8", text.encode("utf-8", "replace"), status)

    def lead(self, path: str) -> None:
        """Send the browser to another path of this server."""
        self._head("text/plain; charset=utf-8", HTTPStatus.FOUND, {"Location": path, "Content-Length": "0"})

    def tell(self) -> None:
        """Say which sheet is shown, now and whenever it is another, until the browser or the server goes."""
        self._head("text/event-stream; charset=utf-8", HTTPStatus.OK, {})
        stamp = ""
        while self.server.board.open:
            sheet = self.server.board.other_than(stamp, HEARTBEAT)
            stamp = sheet.stamp if sheet else stamp
            self.wfile.write(f"event: sheet\ndata: {stamp}\n\n".encode() if sheet else b": still here\n\n")
            self.wfile.flush()

    def _is_meant(self) -> bool:
        """Whether the request names this server: one that another name was bent to does not."""
        hosts = self.headers.get_all("Host") or []
        port = self.server.server_port
        meant = {f"{name}:{port}" for name in NAMES} | ({*NAMES} if port == 80 else set())
        return len(hosts) == 1 and hosts[0].strip().lower() in meant

    def _head(self, kind: str, status: HTTPStatus, more: Mapping[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in {"Content-Security-Policy": self.policy, **GUARDS, **more}.items():
            self.send_header(name, value)
        self.end_headers()
