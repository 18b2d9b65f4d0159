"""A server for browsers of this machine alone: one page, its script, and a stream that says when the page is another."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from archgen.serving import loopback
from archgen.serving.board import Board, Sheet
from archgen.serving.loopback import Guarded, Listening, Served, listening

# Nothing but the server's own scripts runs, and nothing comes from elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
GUARDS = {"Content-Security-Policy": POLICY, **loopback.GUARDS}
Page = Callable[[Sheet], str]


class Server(Served):
    """Serves what a board shows. `page` makes a whole page of a sheet; `scripts` are by their paths."""

    def __init__(self, board: Board, page: Page, scripts: Mapping[str, str], port: int = 0) -> None:
        """Bind to a port, any that is free where it is 0. Raises UsageError."""
        http = listening(_Http, _Answer, port)
        http.board, http.page, http.scripts = board, page, scripts
        super().__init__(http)

    def __enter__(self) -> "Server":
        super().__enter__()
        return self


class _Http(Listening):
    page: Page
    scripts: Mapping[str, str]


class _Answer(Guarded):
    """Answers one request."""

    server: _Http
    policy = POLICY

    def answer(self) -> None:
        """The page, what is in it, its scripts, or the stream."""
        if self.path == "/":
            self._text("text/html", self.server.page(self.server.board.sheet))
        elif self.path == "/body":
            self._text("text/html", self.server.board.sheet.body)
        elif self.path == "/events":
            self.tell()
        elif self.path in self.server.scripts:
            self._text("text/javascript", self.server.scripts[self.path])
        else:
            self.refuse(HTTPStatus.NOT_FOUND, "there is no such page\n")

    def _text(self, kind: str, text: str) -> None:
        self.send(f"{kind}; charset=utf-8", text.encode("utf-8", "replace"))
