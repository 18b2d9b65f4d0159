"""Signs of life come less often than something on the way cuts what is silent.

## Why it matters
The heartbeat is there to keep a quiet connection open, and comes too late to do it. A balancer that cuts after 60 s of silence
and a heartbeat every 60 s meet by chance: some connections live, others are cut, each minute anew. Every cut is a reconnect
with its handshake, its check of who it is and its replay of what was missed.

## What to do
Make the interval clearly shorter than the shortest idle timeout on the way: half of it leaves room for one sign that is late.
15 to 30 s is usual. Or raise the timeout, on every hop and in the proxies that are not yours, which is harder.

## When it does not apply
- The interval is shorter than every idle timeout that is stated. Equal is too long: which of the two is first is then chance.
- Either of the two is not stated; nothing is assumed.
- Long polls: what keeps them short of the timeout is their hold.
- Where many stand on the way, the three that cut first are named.

Many updates a second do not help: an average says nothing of the one quiet minute.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from archgen import ApiGateway, Calls, Cdn, Client, Component, Design, LoadBalancer, Service, seconds
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    does,
    first_calls,
    onward_calls,
    readable,
    stated,
)

# From the longest on: the first that leaves room is stated.
INTERVALS = (seconds(25), seconds(20), seconds(15))


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, "sse", "websocket"):
        interval = first.heartbeat_interval
        if interval:
            for hop, limit in ways.cut_within(first, interval):
                yield _problem(first, interval, hop, limit)


def _problem(first: Calls, interval: timedelta, hop: Component, limit: timedelta) -> Problem:
    enough = limit // seconds(2) * seconds(1) or limit / 2
    return Problem(
        first,
        f"{does(hop.name, 'cuts')} what is silent for {readable(limit)}, and a sign of life comes every {readable(interval)}",
        [stated(first, "heartbeat_interval"), stated(hop, "idle_timeout")],
        f"send one every {readable(enough)} or sooner, or raise idle_timeout of {hop.name} well above {readable(interval)}",
        also=[hop],
        edits=[Edit(first, "heartbeat_interval", one) for one in INTERVALS if one < limit][:1],
        unsafe=True,
    )


def chat(
    beat: timedelta | None,
    hop: LoadBalancer | Cdn | ApiGateway,
    protocol: Literal["websocket", "long_poll"] = "websocket",
) -> Design:
    first = Calls(Client("Phone"), hop, protocol=protocol, heartbeat_interval=beat)
    return Design("Chat", [first, Calls(hop, Service("Chat"), protocol=protocol)])


rule = Rule(
    "RT031",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat(seconds(60), LoadBalancer("Edge", layer=4, idle_timeout=seconds(60))),
        lambda: chat(seconds(30), LoadBalancer("Edge", layer=4, idle_timeout=seconds(20))),
        lambda: chat(seconds(30), ApiGateway("Door", idle_timeout=seconds(29))),
        lambda: chat(seconds(30), Cdn("CDN", idle_timeout=seconds(10))),
    ],
    accepted=[
        lambda: chat(seconds(20), LoadBalancer("Edge", layer=4, idle_timeout=seconds(60))),
        lambda: chat(seconds(60), LoadBalancer("Edge", layer=4)),
        lambda: chat(seconds(60), LoadBalancer("Edge", layer=4, idle_timeout=seconds(61))),
        lambda: chat(seconds(60), LoadBalancer("Edge", layer=4, idle_timeout=seconds(30)), "long_poll"),
    ],
    see=[
        "heartbeat",
        "timeout-alignment",
        "websocket",
        "persistent-connection-without-heartbeat",
        "long-poll-held-past-idle-timeout",
    ],
)
