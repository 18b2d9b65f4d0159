"""A server that holds thousands of connections does work that keeps its processors busy.

## Why it matters
A connection server spends its time waiting: thousands of connections share a few threads. A resize that takes 200 ms on one of
these holds up everybody behind it for 200 ms, heartbeats included, so that clients and balancers take the server for dead and
reconnect, which is more work for it. Its connections cannot be moved to a quieter one either.

## What to do
Hand such work to another service or, over a queue, to workers, and push the result when it is there.

## When it does not apply
- The work is the stream: an answer that is written while it is shown (`payload_kind` is `token_stream`).
- Polls, and connections of WebRTC.
- What it does is not stated. A `task` of resizing or transcoding is such work, where `cpu_heavy` is not stated.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import Calls, Client, Consumes, Design, Publishes, Retry, Service, Topic, seconds
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity, endpoints, first_calls, stated

# Tasks that keep a processor busy for long.
BUSY = ("resize", "transcode")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    calls = [one for one in first_calls(architecture, "websocket", "sse") if one.payload_kind != "token_stream"]
    for server, first in endpoints(architecture, calls).items():
        if isinstance(server, Service) and (server.cpu_heavy or (server.cpu_heavy is None and server.task in BUSY)):
            yield Problem(
                server,
                f"work that keeps processors busy holds up all connections of {server.name}, heartbeats included",
                [stated(server, "cpu_heavy" if server.cpu_heavy else "task"), stated(first, "protocol")],
                f"hand that work from {server.name} to workers, over a queue, and push the result when it is there",
                also=[first],
            )


def boards(
    busy: bool | None,
    task: Literal["resize", "notify"] | None = None,
    *,
    payload: Literal["json", "token_stream"] | None = None,
) -> Design:
    gateway, changes = Service("Gateway", cpu_heavy=busy, task=task), Topic("Changes", replicas=3)
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(
        Client("Browser"),
        gateway,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=again,
        payload_kind=payload,
    )
    return Design("Boards", [socket, Publishes(Service("Boards"), changes), Consumes(gateway, changes)])


def apart() -> Design:
    design, service = boards(False), Service("Thumbnails", cpu_heavy=True)
    gateway = next(part.source for part in design.parts if isinstance(part, Consumes))
    return Design(design.name, [*design.parts, Calls(gateway, service, timeout=seconds(2))])


rule = Rule(
    "RT076",
    Severity.WARNING,
    check,
    flagged=[lambda: boards(True), lambda: boards(None, "resize")],
    accepted=[
        apart,
        lambda: boards(False),
        lambda: boards(None, "notify"),
        lambda: boards(True, payload="token_stream"),
    ],
    see=["websocket-gateway", "offload-processing", "websocket", "sockets-that-end-on-a-business-service"],
)
