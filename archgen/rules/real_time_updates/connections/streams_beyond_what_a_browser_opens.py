"""A browser is to hold open more connections to one host than it opens over HTTP/1.1.

## Why it matters
Over HTTP/1.1 browsers open six connections to a host, counted over all tabs. An event stream or a long poll takes one of them
for good. With six streams nothing else gets through: the page does not fail, its requests wait for a connection that never
comes free, and clicks do nothing. It shows first to those who work with several tabs, and never to whoever wrote it.

## What to do
Serve it over HTTP/2 or HTTP/3, which carry a hundred streams on one connection, and make sure that every hop up to the browser
speaks it. Or send all events of a page over one stream, with a name on each, and share that stream between tabs.

## When it does not apply
- WebSockets, which have a far higher limit of their own.
- Apps that are no web pages: the `platform` of the client says so.
- HTTP/2 or HTTP/3 on the way to the browser. Where the version is not stated, and streams are that many, it is asked.
- The option `most-streams` is another limit. One stream less than it still leaves a connection for everything else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from archgen import Calls, Client, Design, Service, seconds
from archgen.plugin import Architecture, Count, Edit, Estimate, Problem, Rule, Severity, does, number, stated


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    most_streams: Count = 6
    """How many connections a browser opens to one host: six in all browsers that are common."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    for client in architecture.components(Client):
        if client.platform in (None, "web"):
            hosts: dict[object, list[Calls]] = {}
            for call in architecture.out_of(client, Calls):
                if call.protocol in ("sse", "long_poll") and call.http_version in (None, "http1"):
                    hosts.setdefault(call.target, []).append(call)
            yield from (_problem(client, calls) for calls in hosts.values() if _streams(calls) >= options.most_streams)


def _streams(calls: Sequence[Calls]) -> int:
    return sum(1 if call.streams_per_client is None else call.streams_per_client for call in calls)


def _problem(client: Client, calls: Sequence[Calls]) -> Problem:
    asks = any(call.http_version is None for call in calls)
    many, host = number(_streams(calls)), calls[0].target.name
    attributes = [(call, name) for call in calls for name in ("streams_per_client", "http_version")]
    holds = does(client.name, "holds")
    message = f"{holds} {many} streams open to {host} over HTTP/1.1, which leaves no connection for anything else"
    unsaid = f"{holds} {many} streams open to {host}: over HTTP/1.1 that leaves no connection for anything else"
    return Problem(
        calls[0],
        unsaid if asks else message,
        [stated(call, name) for call, name in attributes if name == "http_version" or call.streams_per_client is not None],
        "serve them over HTTP/2, state that as the http_version, or send all events over one stream",
        also=[client, *calls[1:]],
        asks=asks,
        edits=[Edit(call, "http_version", "http2") for call in calls],
        unsafe=True,
    )


Version = Literal["http1", "http2", "http3"]


def page(
    *streams: int | None,
    version: Version | None = "http1",
    platform: Literal["web", "mobile"] | None = None,
    protocol: Literal["sse", "long_poll"] = "sse",
) -> Design:
    browser, feed = Client("Browser", platform=platform), Service("Feed")
    return Design(
        "Feed",
        [
            Calls(
                browser,
                feed,
                f"stream {number}",
                id=f"stream_{number}",
                protocol=protocol,
                heartbeat_interval=seconds(20) if protocol == "sse" else None,
                http_version=version,
                streams_per_client=count,
            )
            for number, count in enumerate(streams, 1)
        ],
    )


rule = Rule(
    "RT019",
    Severity.WARNING,
    check,
    flagged=[
        lambda: page(8),
        lambda: page(6, protocol="long_poll"),
        lambda: page(3, 2, None),
        lambda: page(8, version=None),
    ],
    accepted=[
        lambda: page(1),
        lambda: page(5),
        lambda: page(8, version="http2"),
        lambda: page(8, platform="mobile"),
        lambda: page(3, 2),
        lambda: page(None, None),
    ],
    see=["server-sent-events", "long-polling"],
    options=Options,
)
