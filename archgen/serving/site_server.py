"""A server for browsers of this machine alone: the files of a built site, and a script that loads pages again once they change.

The script is served, and led to, by the server: what is built has none of it.
"""

import json
from collections.abc import Mapping, Sequence
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from archgen.serving.board import Board
from archgen.serving.loopback import Guarded, Listening, Served, listening

# As strict as what the guide says of a published site; besides, pages may ask this server whether they are still right.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HTML: Final = "text/html; charset=utf-8"
KINDS: Final = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
}
UNKNOWN: Final = "application/octet-stream"
INDEX, MISSING = "index.html", "404.html"
# Where the server's own things are: no page of a site begins with a dash.
OWN: Final = "/-/"
EVENTS, STATE, SCRIPT = f"{OWN}events", f"{OWN}state", f"{OWN}reload.js"
HEAD: Final = b"</head>"
EMPTY: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Nothing is built yet</title>
</head>
<body>
<h1>Nothing is built yet</h1>
<p>This page loads again by itself once there is a site.</p>
</body>
</html>
"""


def state(build: str, faults: Sequence[str]) -> str:
    """What pages are told: which build is shown, and what is wrong with what would be the next one."""
    return json.dumps({"build": build, "faults": list(faults)}, ensure_ascii=False)


class SiteServer(Served):
    """Serves a folder. `board` holds the state; `own` are scripts and style sheets of the server, by their paths."""

    def __init__(self, board: Board, folder: Path, own: Mapping[str, str], port: int = 0) -> None:
        """Bind to a port, any that is free where it is 0. Raises UsageError."""
        http = listening(_Http, _Answer, port)
        http.board, http.folder, http.own = board, folder, own
        super().__init__(http)

    def __enter__(self) -> "SiteServer":
        super().__enter__()
        return self


def place(folder: Path, target: str) -> Path | None:
    """The file or the folder that a request names; None for one that is not there, is hidden, or lies outside.

    >>> place(Path("site"), "/../secret"), place(Path("site"), "/%2e%2e/secret"), place(Path("site"), "/a%00b")
    (None, None, None)
    """
    path = unquote(target.partition("?")[0].partition("#")[0], errors="replace")
    parts = path.removeprefix("/").removesuffix("/").split("/") if path != "/" else []
    if not path.startswith("/") or any(_is_strange(part) for part in parts):
        return None
    root = folder.resolve()
    try:
        found = root.joinpath(*parts).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    if not found.is_relative_to(root):
        return None
    return found if found.is_dir() or (found.is_file() and not path.endswith("/")) else None


def _is_strange(part: str) -> bool:
    """What no file of a site is called: nothing, a way up, what is hidden, what other systems read as a path."""
    return not part or part.startswith(".") or any(sign in part for sign in "\\:\0") or not part.isprintable()


class _Http(Listening):
    folder: Path
    own: Mapping[str, str]


class _Answer(Guarded):
    """Answers one request."""

    server: _Http
    policy = POLICY

    def answer(self) -> None:
        """The server's own things, or a file of the site."""
        if self.path == EVENTS:
            self.tell()
        elif self.path == STATE:
            self.send(KINDS[".json"], self.server.board.sheet.body.encode("utf-8", "replace"))
        elif self.path in self.server.own:
            self.send(KINDS[Path(self.path).suffix], self.server.own[self.path].encode())
        else:
            self._file()

    def _file(self) -> None:
        found = place(self.server.folder, self.path)
        if found and found.is_dir() and (found / INDEX).is_file():
            if not self.path.partition("?")[0].endswith("/"):
                self.lead(f"/{found.relative_to(self.server.folder.resolve()).as_posix()}/")
                return
            found = found / INDEX
        data = _read(found)
        if found is None or data is None:
            self._missing()
        else:
            self._sent(KINDS.get(found.suffix.lower(), UNKNOWN), data, HTTPStatus.OK)

    def _missing(self) -> None:
        """The site's own page for what is missing; where there is no site, that there is none."""
        data = _read(self.server.folder / MISSING)
        if data is None and self.path == "/":
            self._sent(HTML, EMPTY.encode(), HTTPStatus.OK)
        elif data is None:
            self.refuse(HTTPStatus.NOT_FOUND, "there is no such page\n")
        else:
            self._sent(HTML, data, HTTPStatus.NOT_FOUND)

    def _sent(self, kind: str, data: bytes, status: HTTPStatus) -> None:
        """A file; a page with the script that loads it again."""
        if kind == HTML:
            script = f'<script src="{SCRIPT}" data-build="{self._build()}" defer></script>\n'.encode()
            data = data.replace(HEAD, script + HEAD, 1)
        self.send(kind, data, status)

    def _build(self) -> str:
        return escape(str(json.loads(self.server.board.sheet.body)["build"]))


def _read(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path and path.is_file() else None
    except OSError:
        return None
