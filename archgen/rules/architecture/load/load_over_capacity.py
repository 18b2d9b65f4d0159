"""More comes to a component than it can serve.

## Why it matters
What a service or a store cannot serve does not go away. It waits in buffers and pools that nobody drew, each answer takes longer
than the one before, callers give up and try again, and what was 10 % too much is soon twice too much. At 90 % of what it can
serve, a component already answers ten times as late as when nobody else asks.

## What to do
- Plan for the busiest time, with one replica away, at 60 to 70 % of what each can: more replicas, or `autoscaling` as far as
  what they call can bear it.
- Of a store: let a cache or copies answer reads, gather writes (`batching`), spread keys (`sharding`), or keep what changes each
  second somewhere else than what must never be lost.
- Of what others run: ask once for several (`per_request`), keep what was answered in a cache, or have them let more through. A
  pace that is held by a `rate_limit` below theirs does not help where more comes on average: then the queue before it grows.
- If only the peak is too much and need not be answered at once, put a queue before the work. If it need not be answered at all,
  say what is turned away: `rate_limit` or `load_shedding`.

## When it does not apply
- The load, or what the component can serve, is not stated: what is usual of its kind is not held against it.
- The load is the most that may come, not what does.
- It is only at the peak too much, and what is too much is refused: a `rate_limit` or `load_shedding` of the component, or a
  `rate_limit` on all that leads to it.
- What takes all its work from a queue, and open connections: findings of their own speak of these. So they do where clients ask
  again and again, and of one order for all that passes a single partition. What reads a log or a topic may fall behind at the
  peak, not on average.
- Where the load rests on an assumption, such as one write for each request as its `per_request` is not stated, it is a warning,
  and at the peak a remark.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from math import ceil

from archgen import (
    Autoscaling,
    Cache,
    Calls,
    Client,
    Component,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    LoadShedding,
    LockService,
    Log,
    Publishes,
    Queue,
    Rate,
    RateLimit,
    Reads,
    Requirements,
    Service,
    Topic,
    Worker,
    Writes,
    hours,
    milliseconds,
    per_second,
)
from archgen.plugin import (
    Architecture,
    Broker,
    Estimate,
    Interaction,
    Problem,
    Product,
    Quantity,
    Rule,
    Server,
    Severity,
    Store,
    agreeing,
    derived,
    is_poll,
    listed,
    live_brokers,
    most_replicas,
    number,
    reaching,
    stated,
)

# The share of its capacity that a replica is planned to use.
PLANNED = 0.6
ON_AVERAGE = "on average"
COUNTED = ("requests", "reads", "writes")
# Of more components that would do without polls, the fullest are followed back to these.
FOLLOWED = 100
# What answers polls, of which others speak.
ANSWERING = (Server, Store, Cache)
HUNDRED = per_second(100)
LIMITS = {"reads": "max_read_rate", "writes": "max_write_rate", "messages": "max_publish_rate"}


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    found = dict(_overloaded(architecture, estimate))
    polled = _polled(architecture, estimate, {one: share for one, (share, _) in found.items() if isinstance(one, ANSWERING)})
    for component, (share, when) in found.items():
        waits = _is_taken(architecture, component, () if when == ON_AVERAGE else (Topic, Log))
        if not waits and not _is_told(share, polled.get(component)):
            yield _problem(architecture, component, share, when)


def _overloaded(architecture: Architecture, estimate: Estimate) -> Iterator[tuple[Component, tuple[Quantity, str]]]:
    """What has more to do than it can: on average, else in the busiest time."""
    for component in architecture.components():
        if isinstance(component, (*ANSWERING, ExternalSystem, LockService, Broker)):
            usual, busiest = estimate.of(component, "utilisation"), estimate.of(component, "peak_utilisation")
            if isinstance(component, Broker) and _is_told_of(architecture, component, usual or busiest):
                continue
            if usual and usual.value > 1 and not usual.most:
                yield component, (usual, ON_AVERAGE)
            elif busiest and busiest.value > 1 and not busiest.most and not _is_refused(architecture, component):
                yield component, (busiest, "in the busiest time")


def _polled(architecture: Architecture, estimate: Estimate, shares: Mapping[Component, Quantity]) -> Mapping[Component, float]:
    """How many polls a second there are from which something flows to each of those that would do without all polls."""
    polls = (one for one in architecture.connections() if is_poll(one)) if shares else ()
    rates = {poll: known.value for poll in polls if (known := estimate.of(poll, "rate"))}
    every = sum(rates.values())
    relieved = [one for one, share in shares.items() if every and _would_do_without(share, every)]
    ends = sorted(relieved, key=lambda one: -shares[one].value)[:FOLLOWED]
    starts = {end for poll in rates for end in architecture.members(poll.destination)}
    reached = reaching(architecture, starts, ends) if ends else {}
    found = dict.fromkeys(ends, 0.0)
    for poll, rate in rates.items():
        for component in {one for end in architecture.members(poll.destination) for one in reached.get(end, ())}:
            found[component] += rate
    return found


def _is_told_of(architecture: Architecture, broker: Broker, share: Quantity | None) -> bool:
    """Whether others speak of it: of those who take from a queue, and of one order for all that passes one partition."""
    in_order = architecture.design.requirements.ordering == "total" and (broker.partitions or 1) == 1
    taken = share is not None and len(share.derivation.inputs) > 1
    return taken or (in_order and broker in live_brokers(architecture))


def _is_refused(architecture: Architecture, component: Component) -> bool:
    """Whether something turns away what is too much."""
    own = getattr(component, "rate_limit", None) or getattr(component, "load_shedding", None)
    leading = list(architecture.into(component))
    return bool(own or (leading and all(isinstance(one, Interaction) and one.rate_limit for one in leading)))


def _is_taken(architecture: Architecture, component: Component, kept: tuple[type[Component], ...]) -> bool:
    """Whether it takes all its work from queues, of which other rules speak, or where what is too much is kept for a while."""
    leading = list(architecture.into(component))
    return all(isinstance(one, Consumes) and isinstance(one.target, (Queue, *kept)) for one in leading)


def _is_told(share: Quantity, polled: float | None) -> bool:
    """Whether another rule says so: of open connections, and of polls."""
    return (polled is not None and _would_do_without(share, polled)) or not share.derivation.inputs[0].name.startswith(COUNTED)


def _would_do_without(share: Quantity, polled: float) -> bool:
    """Whether what is asked would be no more than can be served, without so many polls a second."""
    load = share.derivation.inputs[0]
    return not load.name.startswith("writes") and load.value - polled <= load.value / share.value


def _problem(architecture: Architecture, component: Component, share: Quantity, when: str) -> Problem:
    load, *capacity = share.derivation.inputs
    what = "messages" if isinstance(component, Broker) else load.name.partition(" ")[0]
    limit, can = load.value / share.value, agreeing(component.name, "it can")
    more = _more_replicas(architecture, component, load.value) if isinstance(component, Server) else None
    fix, logs = more or (_fix(component, what, when), ())
    worst = [Severity.ERROR, Severity.WARNING, Severity.INFO][bool(share.assumptions) + (when != ON_AVERAGE)]
    facts = [derived(component, load), *(derived(component, one) for one in capacity)]
    facts += [*([] if capacity else [stated(component, LIMITS[what])]), *(stated(one, "partitions") for one in logs)]
    return Problem(
        component,
        f"{number(load.value)} {what} a second come to {component.name} {when}, and {can} take {number(limit)}",
        facts,
        fix,
        severity=None if worst is Severity.ERROR else worst,
    )


def _more_replicas(architecture: Architecture, server: Server, load: float) -> tuple[str, Sequence[Broker]]:
    """The fix, and the logs that need more partitions for it: where all work is from these, a partition goes to one replica."""
    ways = list(architecture.into(server))
    ends = [one.target for one in ways if isinstance(one, Consumes) and one.fan_out in (None, 1)]
    logs = [one for one in ends if isinstance(one, Broker) and one.partitions and Product(one).is_partitioned_log]
    needed = ceil(load / server.capacity / PLANNED) if server.capacity else 0
    wanted = needed or (most_replicas(server) or 1) + 1
    if logs and len(logs) == len(ways) and sum(one.partitions or 0 for one in logs) < wanted:
        given = f"{listed([one.name for one in logs])} {number(needed) if needed and len(logs) == 1 else 'more'} partitions"
        return f"give {given} and run as many replicas of {server.name}, or let each do more at once", logs
    if needed:
        return f"run {number(needed)} replicas of {server.name}, or state what is turned away", ()
    return f"run more replicas of {server.name}, or let each do more at once", ()


def _fix(component: Component, what: str, when: str) -> str:
    name, its = component.name, agreeing(component.name, "its")
    if what == "reads":
        return f"let a cache or more copies of {name} answer some of them"
    if what == "writes":
        evened = "" if when == ON_AVERAGE else f", or put a queue before {agreeing(name, 'it')}"
        return f"gather writes{',' if evened else ' or'} spread {name} over shards{evened}"
    if isinstance(component, ExternalSystem):
        return f"ask {name} less often, for several at once or by way of a cache, or have {its} limit raised"
    if isinstance(component, Broker):
        return f"gather messages, or spread {name} over more partitions and nodes, and state {its} max_publish_rate then"
    if isinstance(component, LockService):
        return f"take locks that cover more, and fewer of them, or spread them over several of {name}"
    return f"give {name} more nodes, or state what is turned away"


def search(
    each: Rate | None, rate: Rate | None = None, limit: RateLimit | None = None, sheds: bool = False, most: int | None = None
) -> Design:
    growing = Autoscaling(min_replicas=1, max_replicas=most) if most else None
    service = Service("Search", replicas=2, capacity=each, autoscaling=growing, load_shedding=LoadShedding() if sheds else None)
    call = Calls(Client("App"), service, rate=rate, rate_limit=limit)
    return Design("Search", [call], requirements=Requirements(peak_factor=3))


def tracking(writes: Rate | None, *, per_request: float | None = 1) -> Design:
    service, store = Service("Tracking"), Database("Positions", max_write_rate=writes, max_read_rate=per_second(10_000))
    calls = Calls(Client("App"), service, rate=HUNDRED)
    return Design("Tracking", [calls, Writes(service, store, per_request=per_request), Reads(service, store, per_request=2)])


def maps(each: Rate, *, limit: RateLimit | None = None, queued: bool = False, per_request: float | None = 5) -> Design:
    """A provider that is asked several times for each order, by a service or by workers that take orders from a queue."""
    app, provider, api = Client("App"), ExternalSystem("Maps", capacity=each), Service("Dispatch")
    asks: Service | Worker = Worker("Router", replicas=2, concurrency=1, task_duration=milliseconds(400)) if queued else api
    queue = Queue("Orders", dead_letter=Queue("Failed orders"), max_receives=5, max_depth=1_000, overflow="reject")
    steps = [Publishes(api, queue, per_request=1), Consumes(asks, queue)] if isinstance(asks, Worker) else []
    way = Calls(asks, provider, timeout=milliseconds(500), per_request=per_request, idempotent=True, rate_limit=limit)
    return Design("Delivery", [Calls(app, api, rate=per_second(4)), *steps, way], requirements=Requirements(peak_factor=3))


def news(each: Rate) -> Design:
    topic = Topic("News", max_publish_rate=each)
    return Design("News", [Publishes(Service("Desk"), topic, rate=HUNDRED), Consumes(Worker("Digest"), topic)])


def locked(each: Rate) -> Design:
    service, locks = Service("Seats"), LockService("Locks", capacity=each)
    return Design("Seats", [Calls(Client("App"), service, rate=HUNDRED), Calls(service, locks, per_request=1)])


def rollup(duration: timedelta) -> Design:
    log = Log("Readings", partitions=4, retention=hours(6))
    one = Worker("Rollup", replicas=4, concurrency=1, task_duration=duration)
    parts = [Publishes(Service("Intake"), log, rate=HUNDRED, per_request=1), Consumes(one, log)]
    return Design("Readings", parts, requirements=Requirements(peak_factor=3))


def worker() -> Design:
    queue = Queue("Jobs", dead_letter=Queue("Failed jobs"), max_receives=5, max_depth=10_000, overflow="reject")
    one = Worker("Worker", replicas=2, capacity=per_second(10))
    parts = [Publishes(Service("API"), queue, rate=per_second(10)), Consumes(one, queue)]
    return Design("Jobs", parts, requirements=Requirements(peak_factor=3))


rule = Rule(
    "AR062",
    Severity.ERROR,
    check,
    flagged=[
        lambda: search(per_second(40), rate=HUNDRED),
        lambda: search(HUNDRED, rate=HUNDRED),
        lambda: search(HUNDRED, rate=HUNDRED, most=2),
        lambda: tracking(per_second(50)),
        lambda: rollup(milliseconds(100)),
        lambda: tracking(per_second(50), per_request=None),
        lambda: maps(per_second(15)),
        lambda: maps(per_second(15), queued=True),
        lambda: maps(per_second(15), limit=RateLimit(per_second(15), counted="together")),
        lambda: maps(per_second(30)),
        lambda: locked(per_second(50)),
        lambda: news(per_second(50)),
    ],
    accepted=[
        lambda: search(per_second(200), rate=HUNDRED),
        lambda: search(None, rate=HUNDRED),
        lambda: search(per_second(40)),
        lambda: search(HUNDRED, rate=HUNDRED, limit=RateLimit(per_second(150))),
        lambda: search(HUNDRED, rate=HUNDRED, sheds=True),
        lambda: search(HUNDRED, rate=HUNDRED, most=6),
        lambda: tracking(None),
        lambda: rollup(milliseconds(20)),
        lambda: tracking(per_second(200)),
        lambda: maps(per_second(70)),
        lambda: maps(per_second(30), queued=True),
        lambda: maps(per_second(30), limit=RateLimit(per_second(30), counted="together")),
        lambda: maps(per_second(15), per_request=0.5),
        lambda: locked(per_second(200)),
        lambda: news(per_second(200)),
        worker,
    ],
    see=["arrival-over-drain-rate", "polling-load-over-store-capacity", "replicas-beyond-the-load"],
)
