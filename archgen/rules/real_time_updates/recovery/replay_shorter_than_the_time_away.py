"""Updates are kept for a shorter time than clients may be away, so that those who come back late have a gap.

## Why it matters
A client says "I have seen 4711", and the oldest that is still there is 9000. If the server goes on from 9000 as if nothing were
missing, 4,288 updates are gone without a word, and what the client shows is wrong until somebody reloads it. It happens after
weekends and holidays, so that no test finds it.

## What to do
Keep updates for as long as clients may be away. Where that is too much, notice the gap (the number asked for is older than the
oldest that is kept), say so, and let the client load everything anew from the store that has the truth.

## When it does not apply
- It is kept for long enough, or how long clients may be away (`max_offline`) is not stated.
- The server also reads a store, from which a client can have all of it anew.
- How long a log keeps its messages is not stated: that is asked.
"""

from collections.abc import Iterator
from datetime import timedelta

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    Log,
    Publishes,
    Reads,
    Requirements,
    Resumption,
    Service,
    days,
    hours,
    seconds,
)
from archgen.plugin import (
    PUSH,
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Product,
    Rule,
    Severity,
    Store,
    Word,
    does,
    first_calls,
    goes_on,
    is_bounded,
    named,
    needing,
    onward_calls,
    readable,
    replay_logs,
    replays,
    resumed,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    ways, told = onward_calls(architecture), set[Word]()
    for first in first_calls(architecture, *PUSH):
        needs = needing(architecture, first, "max_offline")
        resume, says, attribute = resumed(architecture, first)
        server = ways.last(first)
        away = needs.max_offline
        if away is None or not goes_on(resume) or replays(architecture, server, Store):
            continue
        kept = list(_windows(architecture, server, resume, says, attribute))
        shortest = min((one for one in kept if one[0] is not None), key=lambda one: one[0] or away, default=None)
        keeper = shortest[1] if shortest else kept[0][1] if kept else first
        if keeper in told:
            continue
        told.add(keeper)
        if shortest and shortest[0] is not None and shortest[0] < away:
            yield _problem(first, keeper, shortest[0], away, [shortest[2], stated(needs, "max_offline")])
        elif not shortest and isinstance(keeper, Log) and (is_bounded(keeper) or Product(keeper).forgets_what_is_old):
            yield _asked(first, keeper, away, stated(needs, "max_offline"))


def _windows(
    architecture: Architecture, server: Component, resume: Resumption | bool | None, says: Word, attribute: str
) -> Iterator[tuple[timedelta | None, Word, Fact]]:
    """For how long one may go on, and what says that."""
    if isinstance(resume, Resumption):
        for name, window in (("window", resume.window), ("state_ttl", resume.state_ttl)):
            if window is not None:
                yield window, says, Fact(f"{named(says)}: resume with {name} = {readable(window)}", says, attribute)
    for log in replay_logs(architecture, server, resume):
        yield log.retention, log, stated(log, "retention")


def _problem(first: Calls, keeper: Word, kept: timedelta, away: timedelta, facts: list[Fact]) -> Problem:
    where = f"{does(keeper.name, 'keeps')} updates for" if isinstance(keeper, Component) else "updates can be had again for"
    return Problem(
        keeper if isinstance(keeper, Component) else first,
        f"{first.source.name} may be away for {readable(away)}, and {where} {readable(kept)}",
        facts,
        f"keep them for {readable(away)}, or notice the gap and let the client load everything anew from a store",
        also=[first],
        edits=[Edit(keeper, "retention", away)] if isinstance(keeper, Log) else (),
        unsafe=True,
    )


def _asked(first: Calls, log: Log, away: timedelta, required: Fact) -> Problem:
    return Problem(
        log,
        f"{first.source.name} may be away for {readable(away)}, and nothing says for how long {does(log.name, 'keeps')} updates",
        [stated(log, "retention"), required],
        f"state the retention of {log.name}: {readable(away)} or more",
        also=[first],
        asks=True,
        edits=[Edit(log, "retention", away)],
        unsafe=True,
    )


def feed(
    away: timedelta | None,
    kept: timedelta | None,
    *,
    window: timedelta | None = None,
    store: bool = False,
    resume: bool = True,
    length: int | None = 1_000_000,
) -> Design:
    server, log = Service("Feed"), Log("Events", replicas=3, retention=kept, max_length=length)
    first = Calls(
        Client("App"),
        server,
        protocol="sse",
        heartbeat_interval=seconds(20),
        resume=Resumption("last_event_id", window=window) if resume else None,
    )
    parts: list[Connection] = [first, Publishes(Service("Source"), log), Consumes(server, log)]
    parts += [Reads(server, Database("Store"), "everything")] if store else []
    return Design("Feed", parts, requirements=Requirements(max_offline=away))


rule = Rule(
    "RT036",
    Severity.WARNING,
    check,
    flagged=[
        lambda: feed(days(7), days(1)),
        lambda: feed(days(7), days(30), window=hours(1)),
        lambda: feed(days(7), None),
    ],
    accepted=[
        lambda: feed(hours(1), days(1)),
        lambda: feed(days(1), days(1)),
        lambda: feed(days(7), days(1), store=True),
        lambda: feed(None, days(1)),
        lambda: feed(days(7), days(1), resume=False),
        lambda: feed(days(7), None, length=None),
    ],
    see=["missed-update-recovery", "server-sent-events", "websocket", "resume-with-nothing-to-replay-from"],
)
