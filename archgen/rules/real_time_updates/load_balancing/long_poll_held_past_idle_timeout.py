"""A long poll is held open for longer than a balancer or gateway on its way lets a connection be silent.

## Why it matters
A long poll works by silence: the server answers when there is news, or when the hold is over. A balancer cannot tell that
silence from a peer that is gone. With a hold of 60 s and an idle timeout of 30 s every quiet poll is cut at half time, as a 504
or a reset. The client takes it for a failure and asks again with a pause that grows, and news that arises in between waits for
it.

## What to do
Hold for less than the smallest idle timeout on the way: 15 to 30 s is usual, and 25 s leaves room below a timeout of 30 s. Or
raise the timeout, as far as all balancers and proxies on the way allow that.

## When it does not apply
- The hold ends before the timeout does. Equal is too long: which of the two fires first is then chance.
- Either of the two is not stated; nothing is assumed.
- Other protocols: an event stream or WebSocket stays alive through its heartbeat.
- Where many of them stand on the ways of one poll, a hundred are looked at, and the three that cut it first are named.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from archgen import ApiGateway, Calls, Cdn, Client, Design, LoadBalancer, Service, seconds
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

# What leaves room below the shortest idle timeout that is usual, 30 s.
USUAL = seconds(25)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, "long_poll"):
        hold = first.hold_timeout
        for balancer, limit in ways.cut_within(first, hold) if hold is not None else ():
            yield Problem(
                first,
                f"{does(balancer.name, 'cuts')} what is silent for {readable(limit)},"
                f" but polls are held for up to {readable(hold)}",
                [stated(first, "hold_timeout"), stated(balancer, "idle_timeout")],
                f"lower hold_timeout below {readable(limit)}, or raise idle_timeout of {balancer.name} above {readable(hold)}",
                also=[balancer],
                edits=[Edit(first, "hold_timeout", USUAL)] if limit > USUAL else (),
                unsafe=True,
            )


def through(hop: ApiGateway | Cdn) -> Design:
    first = Calls(Client("Browser"), hop, protocol="long_poll", hold_timeout=seconds(25))
    return Design("Inbox", [first, Calls(hop, Service("Inbox"), protocol="long_poll")])


def inbox(hold: timedelta | None, *idle: timedelta | None) -> Design:
    hops = [LoadBalancer(f"Proxy {number}", layer=7, idle_timeout=limit) for number, limit in enumerate(idle, 1)]
    stations = [*hops, Service("Inbox")]
    first = Calls(Client("Browser"), stations[0], protocol="long_poll", hold_timeout=hold)
    return Design("Inbox", [first, *(Calls(a, b) for a, b in pairwise(stations))])


rule = Rule(
    "RT003",
    Severity.ERROR,
    check,
    flagged=[
        lambda: inbox(seconds(60), seconds(30)),
        lambda: inbox(seconds(30), seconds(30)),
        lambda: inbox(seconds(50), seconds(120), seconds(45)),
        lambda: inbox(seconds(20), seconds(10)),
        lambda: through(ApiGateway("Door", idle_timeout=seconds(20))),
        lambda: through(Cdn("CDN", idle_timeout=seconds(10))),
    ],
    accepted=[
        lambda: inbox(seconds(25), seconds(30)),
        lambda: inbox(None, seconds(30)),
        lambda: inbox(seconds(60), None),
        lambda: inbox(seconds(60), seconds(75), seconds(90)),
        lambda: through(ApiGateway("Door", idle_timeout=seconds(29))),
    ],
    see=["timeout-alignment", "long-polling", "long-poll-hold-out-of-range", "heartbeat-slower-than-an-idle-timeout"],
)
