"""A client may be sent the same update twice, and cannot tell.

## Why it matters
At least once means sometimes twice: whoever sends again what was not confirmed, replays what was missed, or delivers to the old
and the new server while clients move, repeats what has arrived already. A message shown twice is a nuisance; a price, a bid or a
counter that is added twice is wrong.

## What to do
Give each update an id or a growing number, and let clients drop what they have had: state `deduplicated` of the connection that
they hold. A number does for order and for going on after a break at the same time.

## When it does not apply
- Nothing is sent twice: delivery is at most once, nothing is replayed, and updates go to one owner only.
- Updates carry a number: order is told by sequence, or clients resume by one. Then it is said only of what is stated not to
  recognise repeats.
- What is asked for is a state, such as that of a job (`purpose` is `status` or `progress`): hearing it twice changes nothing.
- Where nothing is stated of repeats or numbers, that is asked, at info.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from archgen import (
    Calls,
    Client,
    Component,
    Consumes,
    Design,
    Log,
    Publishes,
    Requirements,
    Resumption,
    Retry,
    Service,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Edit,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    goes_on,
    live_servers,
    looks_after_a_job,
    needing,
    resumed,
    stated,
)


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    asked: set[Calls] = set()
    for server, first in live_servers(architecture).items():
        if first not in asked and not first.deduplicated and not looks_after_a_job(first):
            repeats = list(_repeats(architecture, server, first))
            if repeats and (first.deduplicated is False or not _is_numbered(architecture, first)):
                asked.add(first)
                yield _problem(first, server, repeats)


def _repeats(architecture: Architecture, server: Component, first: Calls) -> Iterator[Fact]:
    """What sends the same again."""
    if isinstance(server, Service) and server.rebalancing == "dual_delivery":
        yield stated(server, "rebalancing")
    resume, by, attribute = resumed(architecture, first)
    if goes_on(resume):
        yield stated(by, attribute)
    needs = needing(architecture, first, "delivery")
    if first.delivery == "at_least_once":
        yield stated(first, "delivery")
    elif needs.delivery == "at_least_once" and first.delivery is None:
        yield stated(needs, "delivery")


def _is_numbered(architecture: Architecture, first: Calls) -> bool:
    by = architecture.design.requirements.ordering_by
    return by in ("sequence", "vector_clock") or bool(first.reordered) or goes_on(resumed(architecture, first)[0])


def _problem(first: Calls, server: Component, repeats: Sequence[Fact]) -> Problem:
    facts = [stated(first, "deduplicated"), *repeats]
    edits = [Edit(first, "deduplicated", True)]
    if first.deduplicated is None:
        can = agreeing(first.source.name, "it can")
        message = f"{first.source.name} may get an update twice from {server.name}, and it is not said whether {can} tell"
        fix = "give updates an id or number by which clients drop what they have had, and state that as deduplicated"
        return Problem(first, message, facts, fix, also=[server], asks=True, edits=edits, unsafe=True)
    return Problem(
        first,
        f"{first.source.name} may get an update twice from {server.name}, and {agreeing(first.source.name, 'takes')} it for two",
        facts,
        "give updates an id or number, and let clients drop what they have had",
        also=[server],
        edits=edits,
        unsafe=True,
    )


def chat(
    once: bool | None,
    delivery: Literal["at_most_once", "at_least_once"] | None = "at_least_once",
    *,
    resume: Resumption | Literal[False] | None = None,
    rebalancing: Literal["none", "dual_delivery"] | None = None,
    by: Literal["sequence"] | None = None,
) -> Design:
    messages, gateway = (
        Log("Messages", replicas=3, durable=True, retention=seconds(86_400)),
        Service("Gateway", rebalancing=rebalancing),
    )
    socket = Calls(
        Client("Phone"),
        gateway,
        protocol="websocket",
        heartbeat_interval=seconds(20),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        resume=resume,
        deduplicated=once,
    )
    parts = [socket, Publishes(Service("Chat"), messages), Consumes(gateway, messages)]
    return Design("Chat", parts, requirements=Requirements(delivery=delivery, ordering_by=by))


BY_NUMBER = Resumption("sequence")

rule = Rule(
    "RT086",
    Severity.WARNING,
    check,
    flagged=[
        lambda: chat(False, None, rebalancing="dual_delivery"),
        lambda: chat(False, None, resume=Resumption("sequence", replay_limit=100)),
        lambda: chat(None, None, rebalancing="dual_delivery"),
    ],
    accepted=[
        lambda: chat(True, None, rebalancing="dual_delivery"),
        lambda: chat(None, resume=BY_NUMBER),
        lambda: chat(None, by="sequence"),
        lambda: chat(False, "at_most_once"),
        lambda: chat(False, None, rebalancing="none"),
    ],
    see=["sequence-resume", "websocket", "resize-without-delivery-to-both-owners"],
)
