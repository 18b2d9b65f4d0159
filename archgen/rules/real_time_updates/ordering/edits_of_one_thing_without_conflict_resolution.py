"""People change the same thing at the same time, and nothing says what becomes of two changes that meet.

## Why it matters
Two people type into one sentence. Each sees their own letter at once and the other's a moment later, at a place that has moved
meanwhile. Without a rule for that, the two screens disagree from then on, or the one who saves last wipes out what the other
wrote. Neither is noticed before it is too late to ask who had meant what.

## What to do
State `conflict_resolution` of the service that takes the edits:
- `ot`: one server for each document puts edits one after another, and moves each by those that came before.
- `crdt`: the data itself says how any two edits are merged, in any order, so that clients may be away for days.
- Or do without editing at the same time: lock what is edited, or refuse a write that rests on an older version.

## When it does not apply
- People do not change the same thing (`collaborative` is no, or not stated).
- Writes check a version, or something is locked before it is edited: then one of two is refused, and told so.
- Where nothing is stated of conflicts, or whether writes check a version, it is a warning.

To let the last one win (`last_write_wins`) is no way to merge: it throws the other edit away.
"""

from collections.abc import Iterator
from typing import Literal

from archgen import (
    Acquires,
    Calls,
    Client,
    Connection,
    Database,
    Design,
    Reads,
    Requirements,
    Retry,
    Service,
    VersionCheck,
    Writes,
    seconds,
)
from archgen.plugin import Architecture, Estimate, Fact, Problem, Rule, Severity, live_servers, stated

Resolution = Literal["none", "ot", "crdt", "last_write_wins"]


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    needs = architecture.design.requirements
    services = list(architecture.components(Service))
    if not needs.collaborative or any(one.conflict_resolution in ("ot", "crdt") for one in services):
        return
    if any(_takes_turns(one) for one in architecture.connections()):
        return
    states = [one for one in services if one.conflict_resolution is not None]
    holding = [one for one in live_servers(architecture) if isinstance(one, Service)]
    for service in (states or holding or services)[:1]:
        yield _problem(service, stated(needs, "collaborative"), certain=bool(states) and not _may_check(architecture))


def _takes_turns(connection: Connection) -> bool:
    """Whether only one at a time may change something, or notices that somebody else was faster."""
    if isinstance(connection, Writes):
        return bool(connection.version_check or connection.lock or connection.lease)
    return isinstance(connection, Acquires) or (isinstance(connection, Reads) and bool(connection.lock))


def _may_check(architecture: Architecture) -> bool:
    """Whether a write leaves open that it checks a version, or takes a lock."""
    return any(None in (one.version_check, one.lock) for one in architecture.connections(Writes))


def _problem(service: Service, together: Fact, *, certain: bool) -> Problem:
    lost = service.conflict_resolution == "last_write_wins"
    what = "the later one wipes out the other" if lost else "nothing says how they are merged"
    return Problem(
        service,
        f"people change the same thing at once in {service.name}, and when two edits meet {what}",
        [together, stated(service, "conflict_resolution")],
        f"merge edits by operational transforms or a CRDT and state the conflict_resolution of {service.name}, or check a "
        "version on each write",
        severity=None if certain else Severity.WARNING,
    )


def editing(
    resolution: Resolution | None, *, together: bool | None = True, check_of: VersionCheck | Literal[False] | None = None
) -> Design:
    docs, edits = Service("Document server", conflict_resolution=resolution, role="connections"), Database("Edits")
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Browser"), docs, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    keep = Writes(docs, edits, "edit", version_check=check_of, lock=False if check_of is False else None)
    parts = [socket, keep, Reads(docs, edits), Calls(Service("Import", role="api"), docs, timeout=seconds(1))]
    return Design("Shared documents", parts, requirements=Requirements(collaborative=together))


rule = Rule(
    "RT074",
    Severity.ERROR,
    check,
    flagged=[
        lambda: editing("none", check_of=False),
        lambda: editing("last_write_wins", check_of=False),
        lambda: editing(None),
        lambda: editing("none"),
    ],
    accepted=[
        lambda: editing("crdt"),
        lambda: editing("ot"),
        lambda: editing("none", check_of=VersionCheck("column", on_conflict="reject")),
        lambda: editing(None, together=False),
        lambda: editing("none", together=None),
    ],
    see=["operational-transform", "crdt", "consistent-hash-routing", "operational-transforms-on-any-server"],
)
