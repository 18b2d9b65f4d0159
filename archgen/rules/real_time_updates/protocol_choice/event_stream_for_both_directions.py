"""An event stream is to carry what clients send, which it cannot.

## Why it matters
Server-sent events are the answer to a request: once it is open, data goes one way, to the client. A design that lets a client
speak over it has left out the channel by which it does. That is found late, as the half that was built works.

## What to do
Let clients send by requests of their own, POST to the same service or another, and show that call. When each client sends more
than once in a few seconds, one WebSocket for both directions is the better way.

## When it does not apply
- The client has another way out: a call, an upload, or something else that leads from it and is neither a stream nor a poll.
- Whether it sends is not stated.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Component, Connection, Design, Rate, Service, Uploads, per_second, seconds
from archgen.plugin import (
    PUSH,
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    first_calls,
    is_poll,
    onward_calls,
    stated,
    together,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for first in first_calls(architecture, "sse"):
        said = "send_rate" if first.send_rate else "bidirectional" if first.bidirectional else ""
        if said:
            mute = [one for one in architecture.members(first.source) if not any(map(_carries, architecture.out_of(one)))]
            if mute:
                yield _problem(first, onward_calls(architecture).last(first), said, mute)


def _carries(connection: Connection) -> bool:
    """Whether a client can send by it. A socket could; a long poll or a stream brings answers alone."""
    if isinstance(connection, Calls) and connection.protocol in PUSH:
        return connection.protocol == "websocket"
    return not is_poll(connection)


def _problem(first: Calls, server: Component, said: str, mute: list[Component]) -> Problem:
    names = together(mute)
    send = agreeing(names, "sends") if len(mute) == 1 else "send"
    return Problem(
        first,
        f"what {names} {send} has no way to {server.name}: an event stream leads to clients alone",
        [stated(first, said), stated(first, "protocol"), Fact(f"nothing else leads from {names}", mute[0])],
        f"show the request by which {names} {send}, such as a POST, or use a WebSocket",
        also=mute,
    )


Protocol = Literal["sse", "websocket"]


def chat(
    rate: Rate | None,
    both: bool | None = None,
    protocol: Protocol = "sse",
    further: Literal["post", "poll", "upload"] | None = None,
) -> Design:
    app, server = Client("App"), Service("Chat")
    first = Calls(app, server, "listen", protocol=protocol, heartbeat_interval=seconds(20), send_rate=rate, bidirectional=both)
    others: dict[str | None, list[Connection]] = {
        "post": [Calls(app, server, "send", protocol="http")],
        "poll": [Calls(app, server, "status", protocol="poll", poll_interval=seconds(2))],
        "upload": [Uploads(app, server, "picture")],
    }
    return Design("Chat", [first, *others.get(further, [])])


rule = Rule(
    "RT015",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(per_second(0.2)),
        lambda: chat(None, both=True),
        lambda: chat(per_second(0.2), further="poll"),
    ],
    accepted=[
        lambda: chat(per_second(0.2), further="post"),
        lambda: chat(None, both=True, further="upload"),
        lambda: chat(per_second(0.2), protocol="websocket"),
        lambda: chat(per_second(0)),
        lambda: chat(None),
    ],
    see=["sse-plus-http-post", "server-sent-events", "websocket", "requests-beside-a-stream-that-never-rest"],
)
