"""An event stream passes something that collects a response before it hands it on, so that nothing arrives until it is over.

## Why it matters
An event stream is one response that never ends. A proxy that waits for the end of it, or for a buffer of some kilobytes to
fill, passes on nothing for minutes and then a heap at once. Nothing fails: the connection stands, the server writes, no error
is logged, and with a large test message it even works. It is among the hardest faults to find, since it sits in a box that
nobody looks into. The same happens to an answer that is shown while it is being written.

## What to do
Turn buffering off on that route: for nginx with `proxy_buffering off`, or by the header `X-Accel-Buffering: no` in the answer.
Compression collects as well; turn it off, or flush after each event. Then state `response_buffering`. Where the proxy is not
yours, as in companies, fall back to long polls, which are answers that end.

## When it does not apply
- WebSockets: once upgraded there is no response to collect. Long polls: each answer ends at once.
- Layer 4: bytes are passed on as they come.
- Where it is not stated for a hop at layer 7, a gateway or a CDN, that is asked, unless the design says that its
  `streaming_path` is open.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import ApiGateway, Calls, Cdn, Client, Component, Design, LoadBalancer, Requirements, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, agreeing, does, first_calls, reached, stated

Hop = LoadBalancer | ApiGateway | Cdn


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    streams = [first for first in first_calls(architecture, "sse", "http") if _streams(first)]
    seen = set()
    for way in reached(architecture, streams):
        hop = way.end
        if isinstance(hop, Hop) and hop not in seen and hop.response_buffering is not False:
            seen.add(hop)
            if hop.response_buffering:
                yield _held(hop, way.first)
            elif not way.holds and _reads_http(hop) and architecture.design.requirements.streaming_path is None:
                yield _asked(hop, way.first)
    yield from _closed_path(architecture, streams)


def _streams(first: Calls) -> bool:
    return first.protocol == "sse" or first.payload_kind == "token_stream"


def _reads_http(hop: Hop) -> bool:
    return not isinstance(hop, LoadBalancer) or hop.layer == 7


def _held(hop: Hop, first: Calls) -> Problem:
    return Problem(
        hop,
        f"{does(hop.name, 'collects')} a response before {agreeing(hop.name, 'it passes')} it on,"
        f" so {does(first.source.name, 'gets')} nothing until the stream ends",
        [stated(hop, "response_buffering"), stated(first, "protocol")],
        f"turn buffering off in {hop.name} on that route, or fall back to long polls",
        also=[first],
        edits=[Edit(hop, "response_buffering", False)],
        unsafe=True,
    )


def _asked(hop: Hop, first: Calls) -> Problem:
    collects, passes = agreeing(hop.name, "it collects"), agreeing(hop.name, "it passes")
    it = agreeing(hop.name, "it")
    return Problem(
        hop,
        f"{does(hop.name, 'does')} not say whether {collects} a response before {passes} it on, and a stream passes {it}",
        [stated(hop, "response_buffering"), stated(first, "protocol")],
        f"turn buffering off in {hop.name} on that route, and state its response_buffering",
        also=[first],
        asks=True,
        edits=[Edit(hop, "response_buffering", False)],
        unsafe=True,
    )


def _closed_path(architecture: Architecture, streams: list[Calls]) -> Iterator[Problem]:
    """The design itself says that something on the way does not pass on what does not end."""
    needs = architecture.design.requirements
    if needs.streaming_path is False:
        for first in streams:
            yield Problem(
                first,
                f"{does(first.source.name, 'waits')} for a stream, and not all on the way is said to pass on a response"
                " that does not end",
                [stated(needs, "streaming_path"), stated(first, "protocol")],
                "use long polls, whose answers end, or a WebSocket",
            )


def feed(
    hop: Component, protocol: Literal["sse", "websocket", "http"] = "sse", *, open_path: bool | None = None, tokens: bool = False
) -> Design:
    beat = None if protocol == "http" else seconds(20)
    content: Literal["token_stream"] | None = "token_stream" if tokens else None
    first = Calls(Client("Browser"), hop, protocol=protocol, heartbeat_interval=beat, payload_kind=content)
    onward = Calls(hop, Service("Feed"), protocol="sse" if isinstance(hop, ApiGateway) else "http")
    return Design("Feed", [first, onward], requirements=Requirements(streaming_path=open_path))


rule = Rule(
    "RT017",
    Severity.ERROR,
    check,
    flagged=[
        lambda: feed(LoadBalancer("Edge", layer=7, response_buffering=True)),
        lambda: feed(Cdn("CDN", response_buffering=True, cache_control="no-store")),
        lambda: feed(LoadBalancer("Edge", layer=7, response_buffering=True), "http", tokens=True),
        lambda: feed(LoadBalancer("Edge", layer=4), open_path=False),
        lambda: feed(LoadBalancer("Edge", layer=7)),
        lambda: feed(ApiGateway("Door")),
    ],
    accepted=[
        lambda: feed(LoadBalancer("Edge", layer=7, response_buffering=False)),
        lambda: feed(LoadBalancer("Edge", layer=4)),
        lambda: feed(LoadBalancer("Edge", layer=7), open_path=True),
        lambda: feed(LoadBalancer("Edge", layer=7, response_buffering=True, websocket_upgrade=True), "websocket"),
        lambda: feed(LoadBalancer("Edge", layer=7, response_buffering=True), "http"),
    ],
    see=[
        "token-streaming",
        "server-sent-events",
        "l7-load-balancer",
        "long-polling",
        "event-stream-that-may-be-cached",
    ],
)
