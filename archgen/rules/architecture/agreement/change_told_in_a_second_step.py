"""A service changes a database and then tells of it by a message, and nothing mends a crash between the two.

## Why it matters
No transaction spans a database and a broker. A process that dies after its commit and before its message leaves an order that is
paid and never packed; the other way round, a parcel goes out for an order that does not exist. Neither shows in an error rate, as
each half went well. At 100 changes a second, a broker that is away for two seconds leaves two hundred of them, and the first to
find one is a customer.

## What to do
- Write the message in the transaction of the change, and send it from there until it has arrived: an `outbox`, whose relay polls
  or follows the log of the database.
- Or publish nothing, and let whoever has to know take the changes from the database itself: `Consumes` from the store.
- Or let the message come first and be the truth: the service publishes to a log, and a consumer of that log writes the database.
- Or let something compare the two and send what is missing: a worker whose task is `reconcile`.

## When it does not apply
- There is an outbox, changes of the store are followed, something that looks into a store puts messages there as well, or a
  sweep finds what was never told.
- The service is not called but takes messages or webhooks, which come again until both steps are done.
- A lost message does no harm: at most once is promised of it, its criticality is low, its takers are loss_tolerant, or it only
  tells how far something is.
- Change and message belong to different operations, or carry different data.
- Nothing says that a message may not be lost: neither its delivery, nor a taker that pays, mails or ships. What the whole design
  requires counts only where it is stated that there is no outbox.
- Whether there is an outbox is not stated: that is asked. In which order the two go, where it is stated, is another finding.
"""

from collections.abc import Collection, Iterator
from typing import Literal

from archgen import (
    Calls,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Notifies,
    Outbox,
    Publishes,
    Queue,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Uploads,
    WebhookEndpoint,
    Worker,
    Writes,
    seconds,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Fact,
    Problem,
    Rule,
    Severity,
    agreeing,
    does,
    has_lasting_effect,
    is_swept,
    live_brokers,
    stated,
    takers,
)

SURE = ("at_least_once", "exactly_once")
FORGIVEN = ("notification", "reversible")
CHANGES = (None, "submit", "sync", "other")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    torn = [] if is_swept(architecture) else list(_torn(architecture))
    fed = _fed_from_stores(architecture) if torn else ()
    harms: dict[Broker, tuple[Fact | None, Fact | None]] = {}
    for service, pairs in torn:
        open_pairs = ((write, send) for write, send in pairs if send.target not in fed)
        found = ((write, send, _harm(architecture, service, send, harms)) for write, send in open_pairs)
        write, send, harm = next((one for one in found if one[2]), (None, None, None))
        if write and send and harm:
            yield _problem(service, write, send, harm)


def _torn(architecture: Architecture) -> Iterator[tuple[Service, list[tuple[Writes, Publishes]]]]:
    """Every service that is called, with each message that it sends and a change that this may tell of."""
    for service in architecture.components(Service):
        sends = [] if service.outbox else [one for one in architecture.out_of(service, Publishes) if one.purpose in CHANGES]
        writes = [one for one in architecture.out_of(service, Writes) if sends and _changes(architecture, one)]
        if writes and not _comes_again(architecture, service):
            pairs = ((next((one for one in writes if _belong_together(one, send)), None), send) for send in sends)
            yield service, [(write, send) for write, send in pairs if write]


def _changes(architecture: Architecture, write: Writes) -> bool:
    """Whether it changes what is the truth, and nothing follows the changes by itself."""
    lasts = isinstance(write.target, Database) and write.purpose in CHANGES and write.criticality != "low"
    return lasts and write.order is None and not any(architecture.out_of(write.target, Consumes))


def _comes_again(architecture: Architecture, service: Service) -> bool:
    """Whether all its work is handed to it until it is done: it takes messages or webhooks, and nobody calls it."""
    ways = architecture.ways_into(service)
    given = any((isinstance(way, Consumes) and way.acknowledge != "before") or isinstance(way, Notifies) for way in ways)
    return given and not any(isinstance(way, (Calls, Writes, Uploads)) for way in ways)


def _belong_together(write: Writes, send: Publishes) -> bool:
    operations = {write.operation, send.operation} - {None}
    apart = write.data and send.data and set(write.data).isdisjoint(send.data)
    return len(operations) < 2 and not apart


def _harm(
    architecture: Architecture, service: Service, send: Publishes, harms: dict[Broker, tuple[Fact | None, Fact | None]]
) -> Fact | None:
    """What says that the message may not be lost; None where nothing does. `harms` are what is known of brokers."""
    if send.criticality == "low" or send.delivery == "at_most_once":
        return None
    if send.delivery:
        return stated(send, "delivery")
    broker = send.target
    if not isinstance(broker, Broker):
        return None
    if broker not in harms:
        harms[broker] = _harm_behind(architecture, broker), _required(architecture, broker)
    behind, required = harms[broker]
    return behind or (required if service.outbox is False else None)


def _harm_behind(architecture: Architecture, broker: Broker) -> Fact | None:
    """The same, by what is said of the broker, or of those who take from it."""
    if broker.delivery:
        return stated(broker, "delivery") if broker.delivery in SURE else None
    acting = (one for one in takers(architecture, broker) if isinstance(one, Worker) and has_lasting_effect(one))
    return next((stated(one, "side_effect") for one in acting if not one.loss_tolerant), None)


def _required(architecture: Architecture, broker: Broker) -> Fact | None:
    """That every message has to arrive, where that is no update on its way to open connections, which are resumed."""
    required = architecture.design.requirements
    takes = [one for one in takers(architecture, broker) if isinstance(one, Worker)]
    forgiven = takes and all(one.loss_tolerant or one.side_effect in FORGIVEN for one in takes)
    elsewhere = broker.delivery or broker in live_brokers(architecture)
    return stated(required, "delivery") if required.delivery in SURE and not elsewhere and not forgiven else None


def _fed_from_stores(architecture: Architecture) -> Collection[object]:
    """The brokers that something puts messages on which looks for them in a store: it follows it, or polls it."""
    looking = {end for way in architecture.connections(Reads) if way.poll_interval for end in architecture.members(way.source)}
    follows = (way for way in architecture.connections(Consumes) if isinstance(way.target, Database))
    looking |= {end for way in follows for end in architecture.members(way.source)}
    sends = architecture.connections(Publishes) if looking else ()
    return {way.target for way in sends if not looking.isdisjoint(architecture.members(way.source))}


def _problem(service: Service, write: Writes, send: Publishes, harm: Fact) -> Problem:
    store, broker = write.target.name, send.target.name
    facts, without = [stated(service, "outbox"), harm], agreeing(service.name, "it has none")
    if service.outbox is None:
        message = (
            f"{does(service.name, 'changes')} {store} and {agreeing(service.name, 'tells')} {broker} of it, and it is not said "
            "what sends that after a crash between"
        )
        fix = f"state the outbox of {service.name}, or false if {without}; or draw what takes changes from {store}"
        return Problem(service, message, facts, fix, also=[write, send], asks=True)
    crashes = does(service.name, "crashes")
    message = f"where {crashes} between {store} and {broker}, a change is left that nobody hears of, or news of none"
    fix = (
        f"write the message to an outbox in the transaction of the change, let what has to know follow {store}, or reconcile both"
    )
    return Problem(service, message, facts, fix, also=[write, send])


def shop(
    service: Service, *others: Connection, orders: Database | None = None, packer: Worker | None = None, **send: object
) -> Design:
    store, jobs = orders or RelationalDatabase("Orders"), Queue("To pack", dead_letter=Queue("Failed"))
    asks = [Calls(Client("Shopper"), service, tls=True, auth="session"), Reads(service, store), Writes(service, store)]
    return Design("Shop", [*asks, Publishes(service, jobs, **send), Consumes(packer or Worker("Packer"), jobs), *others])  # type: ignore[arg-type]


def bare() -> Service:
    return Service("Checkout", outbox=False)


def sure(service: Service, *others: Connection, orders: Database | None = None) -> Design:
    return shop(service, *others, orders=orders, delivery="at_least_once")


def shipping(*, loss_tolerant: bool | None = None) -> Design:
    """Nothing is promised of the message, but whoever takes it sends something out."""
    packer = Worker("Packer", side_effect="irreversible", idempotent=True, loss_tolerant=loss_tolerant)
    return shop(Service("Checkout"), packer=packer)


def required(service: Service, delivery: Literal["at_least_once", "at_most_once"] = "at_least_once", **taker: object) -> Design:
    parts = shop(service, packer=Worker("Packer", idempotent=True, **taker)).parts  # type: ignore[arg-type]
    return Design("Shop", parts, requirements=Requirements(delivery=delivery))


def looked_for(*, followed: bool) -> Design:
    """A relay of which nothing is said but what it does."""
    orders, relay = RelationalDatabase("Orders"), Worker("Relay")
    design = sure(bare(), Consumes(relay, orders) if followed else Reads(relay, orders, poll_interval=seconds(1)), orders=orders)
    queue = next(part.target for part in design.parts if isinstance(part, Publishes))
    return Design("Shop", [*design.parts, Publishes(relay, queue)])


def reconciled() -> Design:
    orders = RelationalDatabase("Orders")
    return sure(bare(), Reads(Worker("Sweep", task="reconcile"), orders), orders=orders)


def by_message() -> Design:
    """What is taken from a queue comes again until both steps are done."""
    parts = [part for part in sure(bare()).parts if not isinstance(part, Calls)]
    service = next(part.source for part in parts if isinstance(part, Writes))
    inbox = Queue("Inbox", dead_letter=Queue("Odd ones"))
    return Design("Shop", [*parts, Publishes(WebhookEndpoint("Door"), inbox), Consumes(service, inbox, acknowledge="after")])


rule = Rule(
    "AR041",
    Severity.WARNING,
    check,
    flagged=[
        lambda: sure(bare()),
        lambda: sure(Service("Checkout")),
        shipping,
        lambda: required(bare()),
    ],
    accepted=[
        lambda: sure(Service("Checkout", outbox=Outbox())),
        lambda: shop(bare()),
        lambda: shop(bare(), delivery="at_most_once"),
        lambda: shop(bare(), delivery="at_least_once", criticality="low"),
        lambda: shop(bare(), delivery="at_least_once", purpose="progress"),
        lambda: shipping(loss_tolerant=True),
        lambda: required(Service("Checkout")),
        lambda: required(bare(), "at_most_once"),
        lambda: required(bare(), side_effect="notification"),
        lambda: looked_for(followed=True),
        lambda: looked_for(followed=False),
        reconciled,
        by_message,
    ],
    see=["job-queued-before-it-is-recorded", "durable-queue", "at-least-once-delivery"],
)
