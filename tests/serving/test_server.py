"""The server answers this machine alone, under its own name, and says nothing that another site could use."""

import socket
from collections.abc import Iterator
from threading import active_count

import pytest

from archgen.errors import UsageError
from archgen.serving.board import Board, Sheet
from archgen.serving.server import GUARDS, Server
from tests.serving.asking import asked, port


@pytest.fixture
def board() -> Board:
    return Board(Sheet("<p>one</p>"))


@pytest.fixture
def server(board: Board) -> Iterator[Server]:
    with Server(board, lambda sheet: f"<main>{sheet.body}</main>", {"/preview.js": "go()"}) as found:
        yield found


def test_the_page_its_body_and_its_scripts_are_served(server: Server, board: Board) -> None:
    assert asked(server).read() == b"<main><p>one</p></main>"
    board.show("<p>two</p>")
    assert asked(server, "/body").read() == b"<p>two</p>"
    answer = asked(server, "/preview.js")
    assert (answer.getheader("Content-Type"), answer.read()) == ("text/javascript; charset=utf-8", b"go()")


@pytest.mark.parametrize("path", ["/other", "/../etc/passwd", "/preview.js/", "/%2e%2e", "http://127.0.0.1/"])
def test_nothing_else_is(server: Server, path: str) -> None:
    assert asked(server, path).status == 404


@pytest.mark.parametrize("path", ["/", "/body", "/events", "/preview.js", "/other"])
@pytest.mark.parametrize(
    "hosts",
    [
        ["evil.example"], ["evil.example:{port}"], ["127.0.0.1.evil.example:{port}"], ["localhost.evil.example:{port}"],
        ["127.0.0.1"], ["127.0.0.1:1"], [""], ["0.0.0.0:{port}"], ["[::1]:{port}"], ["user@127.0.0.1:{port}"],
        ["127.0.0.1:{port}", "evil.example"],
    ],
)  # fmt: skip
def test_a_request_under_another_name_is_refused(server: Server, path: str, hosts: list[str]) -> None:
    answer = asked(server, path, *(host.format(port=port(server)) for host in hosts))
    assert answer.status == 403
    assert b"<p>" not in answer.read()


def test_a_request_without_a_name_is_refused(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", port(server)), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 403 " in connection.recv(100)


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}"])
def test_both_names_of_this_machine_will_do(server: Server, host: str) -> None:
    assert asked(server, "/", host.format(port=port(server))).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_nothing_can_be_sent_to_it(server: Server, method: str) -> None:
    assert asked(server, "/", method=method).status == 501


@pytest.mark.parametrize("path", ["/", "/body", "/events", "/preview.js", "/other"])
def test_every_answer_is_guarded(server: Server, path: str) -> None:
    answer = asked(server, path)
    assert {name: answer.getheader(name) for name in GUARDS} == GUARDS
    assert answer.getheader("Access-Control-Allow-Origin") is None


def test_it_listens_on_the_loopback_interface_alone(server: Server) -> None:
    assert server.address.startswith("http://127.0.0.1:")
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for other in others:
        if not str(other).startswith("127."):
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((str(other), port(server)), timeout=5).close()


def test_the_stream_tells_of_the_sheet_now_and_of_each_that_follows(server: Server, board: Board) -> None:
    answer = asked(server, "/events")
    assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    for body in ("<p>one</p>", "<p>two</p>", "<p>three</p>"):
        board.show(body)
        assert [answer.readline() for _ in range(3)] == [b"event: sheet\n", f"data: {Sheet(body).stamp}\n".encode(), b"\n"]


def test_it_ends_with_streams_open_and_leaves_nothing_behind(board: Board) -> None:
    before = active_count()
    with Server(board, lambda sheet: sheet.body, {}) as server:
        streams = [asked(server, "/events") for _ in range(5)]
    assert {stream.read()[:12] for stream in streams} <= {b"event: sheet", b""}
    assert active_count() <= before + 5


def test_a_port_that_is_taken_or_is_none_is_refused(server: Server, board: Board) -> None:
    for taken in (port(server), 70_000):
        with pytest.raises(UsageError, match=f"port {taken} cannot be used: .*; leave out --port to take any that is free"):
            Server(board, lambda sheet: sheet.body, {}, taken)
