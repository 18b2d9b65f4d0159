"""A long poll is held so briefly that it is little better than a poll, or so long that something on its way may cut it.

## Why it matters
A hold of 5 s makes twelve requests a minute of each quiet client; one of 25 s makes fewer than three. Beyond 30 s it saves
little more, and meets every timeout that nobody thinks of: proxies of companies, networks of mobile carriers, libraries that
give up after 30 s by default. A poll that is cut there looks like a failure, and the client waits before it asks again.

## What to do
Hold for 15 to 30 s; 25 s leaves room below a limit of 30 s. State it as the `hold_timeout`, and keep all timeouts on the way in
one place, so that they change together.

## When it does not apply
- Longer, where each limit that is stated on the way is longer still: then somebody has looked at the way.
- Shorter, where something on the way cuts what is silent for as little as that.
- Whether it is cut for certain is for another rule to say: `long-poll-held-past-idle-timeout`.
- The hold is not stated: that is asked where something on the way states what it cuts.
- The options `shortest-hold` and `longest-hold` are another range.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from archgen import Calls, Client, Design, LoadBalancer, Service, seconds
from archgen.plugin import (
    Architecture,
    Duration,
    Edit,
    Estimate,
    Problem,
    Rule,
    Severity,
    first_calls,
    onward_calls,
    readable,
    stated,
)

USUAL, SHORTEST, LONGEST = seconds(25), seconds(15), seconds(30)


@dataclass(frozen=True)
class Options:
    """What may be configured."""

    shortest_hold: Duration = SHORTEST
    """The shortest hold that is worth it."""
    longest_hold: Duration = LONGEST
    """The longest hold that passes most of what stands on the way."""


def check(architecture: Architecture, estimate: Estimate, options: Options) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, "long_poll"):
        hold, limit = first.hold_timeout, ways.cut_after(first)
        if hold is None and limit is not None:
            yield _asked(first, limit)
        elif hold is not None and hold < options.shortest_hold and (limit is None or limit > options.shortest_hold):
            yield _outside(first, hold, limit, "so that a quiet client asks again and again", options)
        elif hold is not None and hold > options.longest_hold and limit is None:
            yield _outside(first, hold, limit, "longer than many a proxy and library lets a request last", options)


def _asked(first: Calls, limit: timedelta) -> Problem:
    return Problem(
        first,
        f"nothing says for how long the polls of {first.source.name} are held; {readable(limit)} of silence are cut",
        [stated(first, "hold_timeout")],
        f"state the hold_timeout, below {readable(limit)}",
        asks=True,
        edits=_edits(first, limit),
    )


def _outside(first: Calls, hold: timedelta, limit: timedelta | None, harm: str, options: Options) -> Problem:
    return Problem(
        first,
        f"polls of {first.source.name} are held for up to {readable(hold)}, {harm}",
        [stated(first, "hold_timeout"), stated(first, "protocol")],
        f"hold them for {readable(options.shortest_hold)} {_up_to(limit, options)}",
        edits=_edits(first, limit) if options.shortest_hold <= USUAL <= options.longest_hold else (),
        unsafe=True,
    )


def _up_to(limit: timedelta | None, options: Options) -> str:
    """The longest hold, or what cuts a poll before that."""
    if limit is None or limit > options.longest_hold:
        return f"to {readable(options.longest_hold)}"
    return f"or more, but less than the {readable(limit)} of silence that are cut"


def _edits(first: Calls, limit: timedelta | None) -> list[Edit]:
    return [Edit(first, "hold_timeout", USUAL)] if limit is None or limit > USUAL else []


def inbox(hold: timedelta | None, idle: timedelta | None = None) -> Design:
    edge = LoadBalancer("Proxy", layer=7, idle_timeout=idle)
    first = Calls(Client("Browser"), edge, protocol="long_poll", hold_timeout=hold)
    return Design("Inbox", [first, Calls(edge, Service("Inbox"))])


rule = Rule(
    "RT004",
    Severity.INFO,
    check,
    flagged=[
        lambda: inbox(seconds(120)),
        lambda: inbox(seconds(5)),
        lambda: inbox(seconds(5), seconds(60)),
        lambda: inbox(seconds(5), seconds(20)),
        lambda: inbox(None, seconds(60)),
    ],
    accepted=[
        lambda: inbox(seconds(20)),
        lambda: inbox(seconds(15)),
        lambda: inbox(seconds(30)),
        lambda: inbox(seconds(60), seconds(75)),
        lambda: inbox(seconds(8), seconds(10)),
        lambda: inbox(None),
    ],
    see=["timeout-alignment", "long-polling", "long-poll-held-past-idle-timeout"],
    options=Options,
)
