"""The files of a site are served to this machine alone, and nothing but them, whatever a request asks for."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archgen.serving import loopback
from archgen.serving.board import Board, Sheet
from archgen.serving.site_server import POLICY, SiteServer, state
from tests.serving.asking import asked, port

PAGE = "<!doctype html><html><head><title>Home</title></head><body>home</body></html>"
SCRIPT = '<script src="/-/reload.js" data-build="one" defer></script>\n</head>'


FILES = {
    "index.html": PAGE,
    "404.html": PAGE.replace("home<", "not here<"),
    "designs/index.html": PAGE,
    "with space.html": PAGE,
    "a.css": "p{}",
    "a.js": "go()",
    "figures/shop.svg": "<svg/>",
    "feed.xml": "<feed/>",
    "notes.bin": "x",
    "bare/a.txt": "x",
    ".archgen": "mine",
}


def site_in(folder: Path) -> Path:
    """A site, with ways out of it that its builder never made, beside what is nobody's business."""
    site = folder / "site"
    for name, text in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    (folder / "secret.txt").write_text("secret")
    (folder / "site-beside").mkdir()
    (folder / "site-beside" / "index.html").write_text("secret")
    (site / "out").symlink_to(folder)
    (site / "out.txt").symlink_to(folder / "secret.txt")
    (site / "within.css").symlink_to(site / "a.css")
    os.mkfifo(site / "pipe")
    return site


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    own = {"/-/reload.js": "again()", "/-/reload.css": "b{}"}
    with SiteServer(Board(Sheet(state("one", []))), site_in(tmp_path_factory.mktemp("served")), own) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/", "text/html; charset=utf-8", PAGE.replace("</head>", SCRIPT)),
        ("/index.html?a=1", "text/html; charset=utf-8", PAGE.replace("</head>", SCRIPT)),
        ("/designs/", "text/html; charset=utf-8", PAGE.replace("</head>", SCRIPT)),
        ("/with%20space.html", "text/html; charset=utf-8", PAGE.replace("</head>", SCRIPT)),
        ("/a.css", "text/css; charset=utf-8", "p{}"),
        ("/within.css", "text/css; charset=utf-8", "p{}"),
        ("/a.js", "text/javascript; charset=utf-8", "go()"),
        ("/figures/shop.svg", "image/svg+xml", "<svg/>"),
        ("/feed.xml", "application/xml", "<feed/>"),
        ("/notes.bin", "application/octet-stream", "x"),
        ("/-/reload.js", "text/javascript; charset=utf-8", "again()"),
        ("/-/reload.css", "text/css; charset=utf-8", "b{}"),
        ("/-/state", "application/json", '{"build": "one", "faults": []}'),
    ],
)
def test_each_file_is_served_as_what_it_is(server: SiteServer, path: str, kind: str, body: str) -> None:
    answer = asked(server, path)
    assert (answer.status, answer.getheader("Content-Type"), answer.read().decode()) == (200, kind, body)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/figures/../../secret.txt",
        "/figures/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt", "/figures\\..\\..\\secret.txt", "//secret.txt", "///etc/passwd",
        "/../site-beside/index.html", "/out/secret.txt", "/out.txt", "/out/", "/.archgen", "/%2earchgen", "/pipe", "/a.css/",
        "/a%00.css", "/a.css%00.html", "/%252e%252e/secret.txt", "/C:/secret.txt", "secret.txt", "http://127.0.0.1/secret.txt",
        "/%ff%fe", "/bare/", "/none.html", "/-/", "/-/none.js", "/" + "a/" * 2000, "/" + "a" * 5000,
    ],
)  # fmt: skip
def test_nothing_else_is(server: SiteServer, path: str) -> None:
    answer = asked(server, path)
    assert answer.status == 404
    assert b"secret" not in (body := answer.read())
    assert b"not here" in body


def test_a_folder_leads_to_its_page_within_this_server(server: SiteServer) -> None:
    answer = asked(server, "/designs?x=//evil.example")
    assert (answer.status, answer.getheader("Location")) == (302, "/designs/")


@pytest.mark.parametrize("path", ["/", "/a.css", "/none", "/-/events", "/-/state", "/designs"])
def test_every_answer_is_guarded_and_given_under_the_servers_own_name_alone(server: SiteServer, path: str) -> None:
    answer = asked(server, path)
    guards = {"Content-Security-Policy": POLICY, **loopback.GUARDS}
    assert {name: answer.getheader(name) for name in guards} == guards
    for hosts in (["evil.example"], [f"evil.example:{port(server)}"], [""], [f"127.0.0.1:{port(server)}", "evil.example"]):
        refused = asked(server, path, *hosts)
        assert (refused.status, b"home" in refused.read()) == (403, False)
    assert asked(server, "/", f"localhost:{port(server)}").status == 200
    assert asked(server, path, method="POST").status == 501


def test_where_nothing_is_built_the_page_says_so_and_waits(tmp_path: Path) -> None:
    with SiteServer(Board(Sheet(state("one", []))), tmp_path / "none", {}) as server:
        answer = asked(server)
        assert (answer.status, b"Nothing is built yet" in (body := answer.read()), b'data-build="one"' in body) == (
            200,
            True,
            True,
        )
        assert asked(server, "/a.html").status == 404


def test_pages_are_told_of_each_build_and_of_what_is_wrong(tmp_path: Path) -> None:
    board = Board(Sheet(state("one", [])))
    with SiteServer(board, site_in(tmp_path), {}) as server:
        stream = asked(server, "/-/events")
        for said in (state("one", []), state("one", ["a.yaml:1: no"]), state("two", [])):
            board.show(said)
            assert [stream.readline() for _ in range(3)] == [b"event: sheet\n", f"data: {Sheet(said).stamp}\n".encode(), b"\n"]
            assert json.loads(asked(server, "/-/state").read()) == json.loads(said)
        assert b'data-build="two"' in asked(server).read()
