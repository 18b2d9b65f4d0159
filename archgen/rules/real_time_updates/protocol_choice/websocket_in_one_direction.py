"""A WebSocket carries updates to clients and nothing back.

## Why it matters
What a WebSocket gives beyond an event stream is the other direction. Without that it is the dearer way: no headers that
gateways and logs understand, no reconnect and no replay by the browser, an upgrade that proxies have to know, and a protocol of
your own for what a message means. Server-sent events are a plain response, come back by themselves, and say by their last id
what was missed.

## What to do
Use server-sent events, over HTTP/2 where a page opens several. Clients that write now and then post that as a request.

## When it does not apply
- Clients send over it: its `send_rate`, theirs, or what the design says of `client_sends`.
- Sound, pictures and other content that is no text, which an event stream would have to encode, a third larger.
- Whether they send is not stated.
- Polls would do, which is a finding of its own.
- Something on the way does not pass on a response that does not end (`streaming_path`).
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import Calls, Client, Design, Rate, Requirements, Service, per_second, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    first_calls,
    polls_would_do,
    sends,
    stated,
)

BINARY = ("audio", "video", "image", "screen", "file")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    for first in first_calls(architecture, "websocket"):
        rate, fact = sends(architecture, first)
        text = first.payload_kind not in BINARY and needs.streaming_path is not False
        if rate == 0 and fact and text and not polls_would_do(architecture, first):
            yield _problem(first, fact)


def _problem(first: Calls, fact: Fact) -> Problem:
    return Problem(
        first,
        f"{does(first.source.name, 'sends')} nothing over {agreeing(first.source.name, 'its')} WebSocket:"
        " server-sent events do the same with less",
        [fact, stated(first, "protocol")],
        "use server-sent events, or say what clients send",
        edits=[Edit(first, "protocol", "sse")],
        unsafe=True,
    )


Often = Literal["never", "rarely", "often"]


def scores(
    rate: Rate | None,
    *,
    both: bool | None = None,
    often: Often | None = None,
    content: Literal["video"] | None = None,
    total: Rate | None = None,
    budget: timedelta | None = None,
) -> Design:
    watch = Calls(
        Client("App", send_rate=total),
        Service("Scores"),
        protocol="websocket",
        heartbeat_interval=seconds(20),
        send_rate=rate,
        bidirectional=both,
        payload_kind=content,
    )
    return Design("Scores", [watch], requirements=Requirements(client_sends=often, latency_budget=budget))


def watching() -> Design:
    watch = Calls(Client("App"), Service("Scores"), protocol="sse", heartbeat_interval=seconds(20), send_rate=per_second(0))
    return Design("Scores", [watch])


rule = Rule(
    "RT013",
    Severity.WARNING,
    check,
    flagged=[
        lambda: scores(per_second(0)),
        lambda: scores(None, both=False),
        lambda: scores(None, often="never"),
        lambda: scores(None, total=per_second(0)),
    ],
    accepted=[
        watching,
        lambda: scores(per_second(2)),
        lambda: scores(per_second(2), both=False),
        lambda: scores(per_second(0), content="video"),
        lambda: scores(None, often="often"),
        lambda: scores(per_second(0), budget=seconds(10)),
        lambda: scores(None),
    ],
    see=["server-sent-events", "websocket", "sse-plus-http-post", "websocket-for-rare-messages"],
)
