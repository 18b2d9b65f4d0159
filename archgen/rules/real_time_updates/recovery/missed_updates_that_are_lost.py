"""Every update must arrive, and what is sent while a client is away is never sent again.

## Why it matters
A connection is at most once: what is written to a socket that has just died is gone, and no error says so. A phone in a tunnel
misses what came in those two minutes. With a promise of "at least once" that is a broken promise, for each client, several
times a day. Between two long polls the same gap is there after every answer.

## What to do
Number updates in the order in which they are kept. The client sends the last number it has seen when it comes back, as an event
source does by itself with the id of its last event, and gets all that came after it. State that as `resume`, and keep the
updates for as long as clients may be away. Twice the same update is then possible, so let clients drop what they have seen.

## When it does not apply
- At most once is promised, or nothing is, of the design and of the connection.
- The client goes on from a position: `resume`, or a `cursor` that it sends along.
- An answer that is shown while it is written: it begins anew.
- How what was missed is had again is not stated: that is asked.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Pushes,
    Reads,
    Requirements,
    Resumption,
    Service,
    Topic,
    Writes,
    seconds,
)
from archgen.plugin import (
    PUSH,
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    Word,
    agreeing,
    does,
    first_calls,
    goes_on,
    promised,
    resumed,
    stated,
)

BY_ID, BY_NUMBER = Resumption("last_event_id"), Resumption("sequence")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for first in first_calls(architecture, *PUSH):
        promise = promised(architecture, first)
        resume, says, attribute = resumed(architecture, first)
        if promise and not goes_on(resume) and first.payload_kind != "token_stream":
            yield _problem(first, promise, says, attribute, asks=_is_open(resume))


def _is_open(resume: Resumption | bool | None) -> bool:
    return resume is None or (isinstance(resume, Resumption) and resume.by is None)


def _problem(first: Calls, promise: Fact, says: Word, attribute: str, *, asks: bool) -> Problem:
    who = first.source.name
    lost = f"every update must arrive, and what is sent while {does(who, 'is')} away is not sent again"
    gets = f"{does(who, 'gets')} what was sent while {agreeing(who, 'it was')} away"
    unsaid = f"every update must arrive, and nothing says how {gets}"
    return Problem(
        first,
        unsaid if asks else lost,
        [promise, stated(says, attribute), stated(first, "protocol")],
        "let the client say by a number where it was, send what came after that, and state it as resume",
        asks=asks,
        edits=[Edit(first, "resume", BY_ID if first.protocol == "sse" else BY_NUMBER)],
        unsafe=True,
    )


Promise = Literal["at_most_once", "at_least_once"]


def chat(
    promise: Promise | None,
    resume: Resumption | Literal[False] | None,
    protocol: Literal["websocket", "sse", "long_poll"] = "websocket",
    *,
    cursor: Literal["sequence", "none"] | None = None,
    own: Promise | None = None,
    pushed: Resumption | None = None,
) -> Design:
    phone, server, store, rooms = Client("Phone"), Service("Chat"), Database("Messages"), Topic("Rooms", replicas=3, durable=True)
    held = protocol == "long_poll"
    first = Calls(
        phone,
        server,
        protocol=protocol,
        heartbeat_interval=None if held else seconds(20),
        hold_timeout=seconds(25) if held else None,
        delivery=own,
        resume=resume,
        cursor=cursor,
    )
    keep = [
        Writes(Service("Source"), store, idempotent=True),
        Reads(server, store, "all after a number"),
        Consumes(server, rooms),
    ]
    push = [Pushes(server, phone, resume=pushed)] if pushed else []
    return Design("Chat", [first, *keep, *push], requirements=Requirements(delivery=promise))


rule = Rule(
    "RT034",
    Severity.ERROR,
    check,
    flagged=[
        lambda: chat("at_least_once", False),
        lambda: chat(None, Resumption("none"), "sse", own="at_least_once"),
        lambda: chat("at_least_once", None, "long_poll", cursor="none"),
        lambda: chat("at_least_once", None),
    ],
    accepted=[
        lambda: chat("at_least_once", Resumption("sequence")),
        lambda: chat("at_least_once", Resumption("last_event_id"), "sse"),
        lambda: chat("at_least_once", None, "long_poll", cursor="sequence"),
        lambda: chat("at_least_once", None, pushed=Resumption("sequence")),
        lambda: chat("at_most_once", False),
        lambda: chat(None, False, own="at_most_once"),
        lambda: chat(None, False),
    ],
    see=[
        "missed-update-recovery",
        "per-user-queue",
        "websocket",
        "server-sent-events",
        "sequence-resume",
        "resume-with-nothing-to-replay-from",
    ],
)
