"""A client says where it was, and the server that hears it has nothing to send again.

## Why it matters
The number that a client sends when it comes back is a question: what came after this? The answer has to lie somewhere, in
order, with the same numbers. A server that only passes on what it gets does not have it, still less the other server that a
reconnect leads to. It answers by going on from now, and the gap is there though the protocol for closing it was built.

## What to do
Keep updates where every connection server can read them: a log or a stream with a retention, or the table that they are written
to anyway, read by number. For the last minute a buffer in memory can answer most of it, with the store behind it.

## When it does not apply
- The server reads or takes from a log, a store or a cache, or calls another service, which may answer; or `state_kept_in` says
  where it lies.
- The client has another way to ask, such as a request for its history.
- It keeps recent updates itself, and says so as its `state`. Where that is not stated, the finding is a warning.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Reads,
    Resumption,
    Service,
    Topic,
    days,
    hours,
    seconds,
)
from archgen.plugin import (
    PUSH,
    Architecture,
    Estimate,
    Fact,
    Problem,
    Rule,
    Server,
    Severity,
    Word,
    agreeing,
    does,
    first_calls,
    goes_on,
    is_poll,
    onward_calls,
    replays,
    resumed,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    ways = onward_calls(architecture)
    for first in first_calls(architecture, *PUSH):
        resume, says, attribute = resumed(architecture, first)
        server = ways.last(first)
        lost = goes_on(resume) and not _asks(architecture, first)
        if lost and isinstance(server, Server) and not _has_it(architecture, server, resume):
            yield _problem(first, server, says, attribute)


def _has_it(architecture: Architecture, server: Server, resume: Resumption | bool | None) -> bool:
    elsewhere = isinstance(resume, Resumption) and resume.state_kept_in is not None
    return elsewhere or server.state not in (None, "none") or replays(architecture, server)


def _asks(architecture: Architecture, first: Calls) -> bool:
    """Whether a client has another way to ask for what it missed."""
    calls = (call for one in architecture.members(first.source) for call in architecture.out_of(one, Calls) if call is not first)
    return any(call.protocol not in PUSH or is_poll(call) for call in calls)


def _problem(first: Calls, server: Server, says: Word, attribute: str) -> Problem:
    who, asked = first.source.name, server.name
    takes, calls = agreeing(asked, "takes"), agreeing(asked, "calls")
    return Problem(
        server,
        f"{does(who, 'says')} where {agreeing(who, 'it was')} when {agreeing(who, 'it comes')} back,"
        f" and {does(asked, 'has')} nothing to send again from there",
        [
            stated(says, attribute),
            stated(server, "state"),
            Fact(f"{does(asked, 'reads')} no store, {takes} from no log and {calls} nothing that could answer", server),
        ],
        f"let {asked} read updates by number, from a log with a retention or from the store that they are written to",
        also=[first],
        severity=Severity.WARNING if server.state is None else None,
    )


State = Literal["none", "cache"]


def feed(
    resume: Resumption | None,
    state: State | None = "none",
    *,
    cursor: Literal["sequence"] | None = None,
    kept: Literal["log", "store", "service", "topic", "history"] | None = None,
) -> Design:
    app, server = Client("App"), Service("Feed", state=state)
    protocol: Literal["long_poll", "sse"] = "long_poll" if cursor else "sse"
    first = Calls(
        app,
        server,
        "listen",
        protocol=protocol,
        heartbeat_interval=None if cursor else seconds(20),
        hold_timeout=seconds(25) if cursor else None,
        resume=resume,
        cursor=cursor,
    )
    ways: dict[str | None, list[Connection]] = {
        "log": [Consumes(server, Log("Events", replicas=3, retention=days(1)))],
        "store": [Reads(server, Database("Events"), "all after a number")],
        "service": [Calls(server, Service("History"), timeout=seconds(1))],
        "topic": [Publishes(Service("Source"), Topic("News", replicas=3)), Consumes(server, Topic("News", replicas=3))],
        "history": [Calls(app, Service("History"), "what I missed", protocol="http")],
    }
    return Design("Feed", [first, *ways.get(kept, [])])


def over_topic() -> Design:
    news = Topic("News", replicas=3)
    design = feed(Resumption("last_event_id"))
    server = next(part.target for part in design.parts if isinstance(part, Calls))
    return Design("Feed", [*design.parts, Publishes(Service("Source"), news), Consumes(server, news)])


rule = Rule(
    "RT035",
    Severity.ERROR,
    check,
    flagged=[
        lambda: feed(Resumption("last_event_id")),
        over_topic,
        lambda: feed(None, cursor="sequence"),
        lambda: feed(Resumption("last_event_id"), None),
    ],
    accepted=[
        lambda: feed(Resumption("last_event_id"), kept="log"),
        lambda: feed(Resumption("last_event_id"), kept="store"),
        lambda: feed(Resumption("last_event_id"), kept="service"),
        lambda: feed(Resumption("last_event_id"), kept="history"),
        lambda: feed(Resumption("last_event_id", state_kept_in=Log("Events", retention=hours(24))), None),
        lambda: feed(Resumption("last_event_id"), "cache"),
        lambda: feed(None),
    ],
    see=[
        "sse-last-event-id",
        "sequence-resume",
        "server-sent-events",
        "websocket",
        "missed-update-recovery",
        "redis-stream-buffer",
        "missed-updates-that-are-lost",
    ],
)
