"""An object store or another system reports an event, now and then twice, and whoever works on it does the work twice.

## Why it matters
Object stores promise that an event comes at least once, and not in which order. Providers that call a webhook call again when
our answer was late. One of a thousand uploads is then encoded twice, by two workers at once that write to the same name, or an
order is booked twice. It cannot be seen in a test, where everything comes once.

## What to do
Note what was done before it is done: the key and version of the object (or its `ETag`), or the id of the event, in one insert
that fails the second time. A result that is written under a name made from these does no harm twice. Then state that the worker
is `idempotent`, or by which key it tells (`idempotency`).

## When it does not apply
- The worker is idempotent, has such a key, or its work leaves nothing behind: its `side_effect` is none.
- What it gets was sorted out before: the endpoint of the webhook is idempotent, the way of the event or the taking is
  `deduplicated` or `idempotent`, or the queue drops what it has seen.
- The event comes at most once, or takes a queue that promises that.
- LT032 says so already, as the worker has an effect on the world and confirms after it; or LT074, as a webhook comes straight to
  what is said to count it twice.
- Whether it is idempotent is not stated: that is asked where its side effect is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from archgen import (
    Component,
    Connection,
    Consumes,
    Design,
    ExternalSystem,
    Function,
    IdempotencyKey,
    Notifies,
    ObjectStore,
    Publishes,
    Queue,
    WebhookEndpoint,
    Worker,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Interaction,
    Problem,
    Rule,
    Server,
    Severity,
    agreeing,
    has_effect,
    has_lasting_effect,
    is_repeatable,
    leaves_repeats_open,
    named,
    stated,
    surely_comes_again,
    webhooks,
)

Effect = Literal["none", "reversible", "irreversible", "payment", "email", "notification", "inventory"]

HANDS_ON = (Publishes, Notifies, Consumes)


@dataclass(frozen=True)
class Taken:
    """Who gets an event that may come twice, the last way by which, and where it began."""

    server: Server
    way: Interaction
    first: Interaction


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    for taken in _reached(architecture).values():
        worker = taken.server
        said = worker.idempotent if isinstance(worker, Worker) else taken.way.idempotent
        if not _is_known(worker, taken.way) and (said is False or _is_asked(worker)):
            yield _problem(taken, asks=said is None)


def _is_known(server: Server, way: Interaction) -> bool:
    """Whether a second one does no harm, or another rule tells of it."""
    if is_repeatable(way):
        return True
    if not isinstance(server, Worker):
        return False
    return is_repeatable(server) or server.side_effect == "none" or _is_told_elsewhere(server, way)


def _is_told_elsewhere(worker: Worker, way: Interaction) -> bool:
    """Whether what is told of a message that comes twice says the same: it acts twice, or whether it does is asked."""
    if not isinstance(way, Consumes):
        return False
    asked = leaves_repeats_open(way) and worker.idempotent is None and has_lasting_effect(worker)
    return asked or (surely_comes_again(way) and has_effect(worker))


def _is_asked(server: Server) -> bool:
    return isinstance(server, Worker) and server.idempotent is None and server.side_effect is not None


def _reached(architecture: Architecture) -> Mapping[Server, Taken]:
    """Every server that an event comes to, through brokers too; each of these is passed once."""
    found: dict[Server, Taken] = {}
    waiting, passed = list(_events(architecture)), set[Component]()
    for way, first in waiting:
        for end in architecture.members(way.destination) if not _is_sorted_out(way) else ():
            if isinstance(end, Broker):
                if end not in passed:
                    passed.add(end)
                    waiting += [(one, first) for one in _onwards(architecture, end)]
            elif isinstance(end, Server):
                found.setdefault(end, Taken(end, way, first))
    return found


def _events(architecture: Architecture) -> Iterator[tuple[Interaction, Interaction]]:
    """The ways by which events begin: out of object stores, and out of endpoints of webhooks, each with what it is told by."""
    for store in architecture.components(ObjectStore):
        yield from ((way, way) for way in architecture.out_of(store, Interaction) if isinstance(way, HANDS_ON))
    endpoints = set[WebhookEndpoint]()
    for hook in webhooks(architecture):
        if not hook.is_ours and hook.comes_again is not False and not _is_sorted_out(hook.way):
            for endpoint in hook.endpoints:
                if endpoint.idempotent is None and endpoint not in endpoints:
                    endpoints.add(endpoint)
                    yield from (
                        (way, hook.way) for way in architecture.out_of(endpoint, Interaction) if isinstance(way, HANDS_ON)
                    )


def _is_sorted_out(way: Interaction) -> bool:
    return is_repeatable(way) or way.delivery == "at_most_once"


def _onwards(architecture: Architecture, broker: Broker) -> Iterator[Interaction]:
    """The ways out of it; nothing where it drops a second one."""
    stops = broker.delivery == "at_most_once" or (isinstance(broker, Queue) and broker.deduplicates)
    ways = iter(()) if stops else architecture.out_of(broker, Interaction)
    return (way for way in ways if isinstance(way, HANDS_ON))


def _problem(taken: Taken, *, asks: bool) -> Problem:
    worker, source = taken.server, taken.first.origin
    facts = [Fact(f"{named(taken.first)}, which may come twice", taken.first)]
    said = ("idempotent", "idempotency", "side_effect") if isinstance(worker, Worker) else ()
    facts += [stated(worker, name) for name in said] or [stated(taken.way, "idempotent")]
    key = "key and version of the object" if isinstance(source, ObjectStore) else "id of the event"
    then, its = f"{worker.name} then {agreeing(worker.name, 'does')}", agreeing(worker.name, "its")
    message = f"{source.name} may report an event twice, and {then} {its} work a second time"
    return Problem(
        worker,
        f"{source.name} may report an event twice, and it is not said what {then}" if asks else message,
        facts,
        f"state of {worker.name} whether {agreeing(worker.name, 'it is')} idempotent"
        if asks
        else f"let {worker.name} note the {key} before {agreeing(worker.name, 'it works')} on it, "
        "in one insert that fails the second time",
        also=[taken.first],
        asks=asks,
    )


def pictures(
    worker: Worker, *, queued: bool = True, acknowledge: Literal["before", "after"] | None = None, sorted_out: bool | None = None
) -> Design:
    store, queue = ObjectStore("Uploads"), Queue("Arrived", dead_letter=Queue("Dead"), max_receives=5, deduplicates=sorted_out)
    parts: list[Connection] = [Publishes(store, queue), Consumes(worker, queue, acknowledge=acknowledge)]
    return Design("Pictures", parts if queued else [Notifies(store, worker, channel="event")])


def payments(worker: Worker, once: bool | None = None) -> Design:
    endpoint, queue = WebhookEndpoint("Reports", signed="hmac", idempotent=once), Queue("Paid", dead_letter=Queue("Dead"))
    report = Notifies(ExternalSystem("Bank"), endpoint, channel="webhook", signed="hmac", tls=True, event_id=True)
    return Design("Payments", [report, Publishes(endpoint, queue), Consumes(worker, queue)])


def resizer(
    idempotent: bool | None, effect: Effect | None = None, key: IdempotencyKey | None = None, kind: type[Worker] = Worker
) -> Worker:
    return kind("Resizer", idempotent=idempotent, side_effect=effect, idempotency=key)


rule = Rule(
    "LT094",
    Severity.WARNING,
    check,
    flagged=[
        lambda: pictures(resizer(False)),
        lambda: pictures(resizer(False, kind=Function), queued=False),
        lambda: payments(resizer(False)),
        lambda: pictures(resizer(None, "reversible")),
        lambda: Design("Pictures", [Consumes(resizer(False), ObjectStore("Uploads"))]),
    ],
    accepted=[
        lambda: pictures(resizer(True)),
        lambda: pictures(resizer(False, "none")),
        lambda: pictures(resizer(None, key=IdempotencyKey("key and version"))),
        lambda: pictures(resizer(False), sorted_out=True),
        lambda: pictures(resizer(None)),
        lambda: payments(resizer(False), once=True),
    ],
    see=["storage-event-trigger", "idempotent-consumer", "webhook-idempotency", "side-effect-without-idempotency"],
)
