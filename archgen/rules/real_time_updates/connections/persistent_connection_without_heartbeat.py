"""A connection that stays open has no heartbeat, so that neither end notices when the other is gone.

## Why it matters
A phone that loses its network sends nothing: no close, no reset. TCP itself asks after two hours, if it was told to ask at all.
Until then the server keeps a socket, a file descriptor, memory and subscriptions for a client that is not there, and sends
updates into the void; the client shows yesterday's state and believes that it is connected. Quiet connections are also cut by
balancers and home routers, many of them after 60 s.

## What to do
Send a sign of life every 15 to 30 s and close when nothing at all was heard for two or three intervals; state it as
`heartbeat_interval`. Stay below the shortest idle timeout on the way. Script in a browser cannot send a WebSocket's own ping
frame, so either the server pings, or the application sends a message of its own. On an event stream the server sends a comment
line (`:` and a newline).

## When it does not apply
- Polls, long ones too: every request proves that the client is there.
- WebRTC: its own consent checks run every few seconds.
- The platform in front keeps connections alive; then state its interval.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from archgen import Calls, Client, Design, LoadBalancer, Service, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Rule, Severity, does, first_calls, onward_calls, stated

# From the longest on: the first that is below the idle timeouts on the way is stated.
INTERVALS = (seconds(25), seconds(15))


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, "sse", "websocket"):
        if not first.heartbeat_interval:
            server = ways.last(first)
            yield Problem(
                first,
                f"neither {first.source.name} nor {does(server.name, 'notices')} when the other end"
                " of their open connection is gone",
                [stated(first, "heartbeat_interval"), stated(first, "protocol")],
                "send a sign of life every 15 to 30 s, and state that as the heartbeat_interval",
                also=[server],
                edits=_edits(first, ways.cut_after(first)),
                unsafe=first.heartbeat_interval is not None,
            )


def _edits(first: Calls, limit: timedelta | None) -> Sequence[Edit]:
    """The usual interval that every balancer on the way lets pass."""
    fitting = (interval for interval in INTERVALS if limit is None or interval < limit)
    return [Edit(first, "heartbeat_interval", interval) for interval in fitting][:1]


def behind(edge: LoadBalancer) -> Design:
    return Design("Prices", [Calls(Client("Browser"), edge, protocol="sse"), Calls(edge, Service("Prices"))])


def prices(call: Calls) -> Design:
    return Design("Prices", [call])


rule = Rule(
    "RT028",
    Severity.WARNING,
    check,
    flagged=[
        lambda: prices(Calls(Client("Browser"), Service("Prices"), protocol="websocket")),
        lambda: prices(Calls(Client("Browser"), Service("Prices"), protocol="sse")),
        lambda: prices(Calls(Client("Browser"), Service("Prices"), protocol="sse", heartbeat_interval=seconds(0))),
        lambda: behind(LoadBalancer("Edge", idle_timeout=seconds(60))),
        lambda: behind(LoadBalancer("Edge", idle_timeout=seconds(20))),
        lambda: behind(LoadBalancer("Edge", idle_timeout=seconds(10))),
    ],
    accepted=[
        lambda: prices(Calls(Client("Browser"), Service("Prices"), protocol="websocket", heartbeat_interval=seconds(20))),
        lambda: prices(Calls(Client("Browser"), Service("Prices"), protocol="long_poll", hold_timeout=seconds(25))),
        lambda: prices(Calls(Client("Browser"), Service("Prices"), protocol="poll", poll_interval=seconds(5))),
        lambda: prices(Calls(Service("Quotes"), Service("Prices"), protocol="websocket")),
    ],
    see=["heartbeat", "websocket", "server-sent-events", "websocket-behind-layer-7"],
)
