"""Everybody waits for a component that runs once, and more is required than one machine gives.

## Why it matters
Providers promise about 99.5 % for one machine, which is 3.6 h a month; restarts for a new version and a full disk come on top. A
requirement of 99.9 % leaves 43.2 min a month for all causes together, 99.99 % leave 4.32 min, less than it takes to wake
somebody. Two machines of 99.5 % that fail apart are both away 0.0025 % of the time: about a minute a month.

## What to do
- Run two or more, in different zones, behind something that notices which of them answers; state them as `replicas`.
- Or have another one ready to take over (`standby`), or a `min_replicas` of 2 where the number follows the load.
- Or let the callers go on without it: a default, an older value, a queue. State that as `on_failure` of the connection.

## When it does not apply
- Nothing above 99.5 % is required of it: by the design, by a component that cannot do without it, or by a walkthrough.
- Nobody waits for it: what stands behind a queue may be away for a while, and the work waits.
- It is a cache that the design can do without, or the connection says how its source goes on.
- It is one of several: the members of a group that is called as one, or its like in another zone or region.
- It states its own `availability`: then the sum over the path is another rule's.
- Code that a provider starts for each request, object stores, DNS and CDN run many times by nature; external systems are run by
  others, and nothing waits for a dead letter queue. Where something is `managed`, an unstated number is the provider's business.
- Where the number is not stated, that is asked once, at info. Shards, lock services and brokers of live updates have rules of
  their own.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from archgen import (
    Autoscaling,
    Cache,
    Calls,
    Client,
    Component,
    Consumes,
    Counter,
    Database,
    Design,
    Function,
    Group,
    Invalidation,
    LoadBalancer,
    Log,
    MaterializedView,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    Replicates,
    Requirements,
    Service,
    Step,
    Topic,
    Walkthrough,
    Worker,
    minutes,
)
from archgen.plugin import (
    ONE_MACHINE,
    Architecture,
    Broker,
    Edit,
    Estimate,
    Fact,
    Problem,
    Relied,
    Rule,
    Server,
    Severity,
    Store,
    agreeing,
    away,
    dead_letters,
    listed,
    live_brokers,
    named,
    percent,
    relied_on,
    standing_in,
    stated,
)

SHOWN = 3
Count = tuple[int | None, str]

# Where the like in another one can stand in for what stands in this one.
PLACES = ("zone", "region")


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    left_out = {*_several(architecture), *_live_topics(architecture), *dead_letters(architecture)}
    unsaid: dict[Component, Relied] = {}
    for component, relied in relied_on(architecture).items():
        strict = relied.need.share > ONE_MACHINE and component not in left_out and component.availability is None
        running = _running(architecture, component) if strict else None
        if running and running[0] is None:
            unsaid[component] = relied
        elif running and running[0] in (0, 1):
            yield _problem(component, relied, running[1])
    if unsaid:
        yield _question(unsaid)


def _running(architecture: Architecture, component: Component) -> Count | None:
    """How many of it run, and what says so; None where that is no question, or one of another rule."""
    count = _count(architecture, component)
    return None if count and count[0] is None and component.managed else count


def _count(architecture: Architecture, component: Component) -> Count | None:
    match component:
        case Function() | Server(runtime="function") | Server(standby=True):
            return None
        case Server(autoscaling=Autoscaling(min_replicas=fewest)) if fewest is not None:
            return fewest, "autoscaling"
        case Server() | LoadBalancer() | Broker():
            return component.replicas, "replicas"
        case Cache():
            return _of_cache(component)
        case Store():
            return _of_store(architecture, component)
    return None


def _of_cache(cache: Cache) -> Count | None:
    if cache.mode in ("sentinel", "cluster") or cache.sharding or (cache.replicas or 0) > 1:
        return None
    return (cache.nodes, "nodes") if cache.nodes else (cache.replicas, "replicas")


def _of_store(architecture: Architecture, store: Store) -> Count | None:
    """Shards, and copies that are components of their own, are counted elsewhere; some stores lie within another one."""
    within = isinstance(store, (ObjectStore, Counter, MaterializedView))
    if within or store.sharding or any(architecture.out_of(store, Replicates)):
        return None
    if store.replicas is None and store.replication is not None:
        return (1, "replication") if store.replication is False else None
    return store.replicas, "replicas"


def _several(architecture: Architecture) -> Iterator[Component]:
    """What can stand in for one another: the members of a group that is called as one, and the like in another place."""
    for end in dict.fromkeys(connection.destination for connection in architecture.to_groups):
        members = architecture.members(end)
        if len(members) > 1 and len({type(member) for member in members}) == 1:
            yield from members
    if any(group.boundary in PLACES for group in architecture.groups):
        for component in architecture.components():
            yield from _in_several_places(architecture, component)


def _in_several_places(architecture: Architecture, caller: Component) -> Iterator[Component]:
    calls = [*architecture.out_of(caller, Calls)]
    called: dict[type, dict[Component, None]] = {}
    for call in calls if len(calls) > 1 else ():
        if isinstance(call.target, Component):
            called.setdefault(type(call.target), {})[call.target] = None
    for alike in called.values():
        places = {one: standing_in(one, *PLACES) for one in alike} if len(alike) > 1 else {}
        if len({place for place in places.values() if place}) > 1:
            yield from (one for one, place in places.items() if place)


def _live_topics(architecture: Architecture) -> Iterator[Component]:
    """Brokers whose messages go straight on to clients, which another rule looks after."""
    return (one for one in live_brokers(architecture) if isinstance(one, (Topic, Log)))


def _problem(component: Component, relied: Relied, attribute: str) -> Problem:
    need, over = relied.need, relied.over
    caller = over.source.name if over else need.who
    others = f", or let {caller} go on without {agreeing(component.name, 'it')} and state that as on_failure" if over else ""
    second = f"{component.name} a second time" if agreeing(component.name, "is") == "are" else f"a second {component.name}"
    return Problem(
        component,
        f"{caller} cannot do without {component.name}, which {agreeing(component.name, 'runs')} once: one machine is away about "
        f"{away(ONE_MACHINE)}, and {percent(need.share)} allow {away(need.share)}",
        [_required(relied), stated(component, attribute), *([Fact(named(over), over)] if over else [])],
        f"run {second} in another zone and state how many there are{others}",
        also=[over.source] if over else (),
        edits=[Edit(component, "replicas", 2)] if attribute == "replicas" else (),
        unsafe=True,
    )


def _question(unsaid: Mapping[Component, Relied]) -> Problem:
    first, relied = next(iter(unsaid.items()))
    names = [component.name for component in unsaid]
    shown = listed(names if len(names) <= SHOWN else [*names[: SHOWN - 1], f"{len(names) - SHOWN + 1} others"])
    has, needs = (agreeing(relied.need.who, verb) if _is_part(relied) else verb for verb in ("has", "needs"))
    return Problem(
        first,
        f"{relied.need.who} {has} to answer {percent(relied.need.share)} of the time and {needs} {shown}, of which it is not "
        "said how many run",
        [_required(relied), *(Fact(f"{part.name}: how many run is not stated", part) for part in unsaid)],
        f"state how many run, as replicas of {shown}, or that they are managed by a provider",
        also=list(unsaid)[1:],
        asks=True,
    )


def _is_part(relied: Relied) -> bool:
    """Whether a component requires it, and neither the design nor a walkthrough, which bear titles."""
    return relied.need.who in {one.name for one in relied.need.starts}


def _required(relied: Relied) -> Fact:
    need = relied.need
    return Fact(f"{percent(need.share)} are required of {need.who}", need.requirements, "availability")


def shop(share: float | None, store: Store, service: Service | None = None, *, softened: bool = False) -> Design:
    app, api = Client("App"), service or Service("API", replicas=3)
    look = Reads(api, store, "by key", on_failure="fallback" if softened else None)
    return Design("Shop", [Calls(app, api), look], requirements=Requirements(availability=share))


def payments(of_itself: float) -> Design:
    """The design asks for little, one part of it for much."""
    service = Service("Payments", replicas=2, requirements=Requirements(availability=of_itself))
    ledger, search = Database("Ledger", replicas=1), Service("Search", replicas=1)
    return Design("Shop", [Calls(Client("App"), service), Reads(service, ledger), Calls(Client("Desk"), search)])


def scenario(share: float) -> Design:
    app, api, suggest = Client("App"), Service("API", replicas=2), Service("Suggestions", replicas=1)
    pay = Calls(api, Service("Card reader", replicas=1), "pay")
    order = Calls(app, api, "order")
    buying = Walkthrough("Buy", [Step(order), Step(pay)], requirements=Requirements(availability=share))
    return Design("Shop", [order, pay, Calls(api, suggest)], walkthroughs=[buying])


def queued(queue: Queue, worker: Worker) -> Design:
    api = Service("API", replicas=2)
    parts = [Calls(Client("App"), api), Publishes(api, queue), Consumes(worker, queue)]
    return Design("Jobs", parts, requirements=Requirements(availability=0.999))


def balanced(*servers: Service, balancer: LoadBalancer | None = None) -> Design:
    edge = balancer or LoadBalancer("Balancer", replicas=2)
    parts = [Calls(Client("App"), edge), *(Calls(edge, server) for server in servers)]
    return Design("Site", parts, requirements=Requirements(availability=0.9995))


def grouped() -> Design:
    web, edge = Group("Web"), LoadBalancer("Balancer", managed=True)
    ones = [Service(f"Web {number}", replicas=1, group=web) for number in (1, 2, 3)]
    parts = [Calls(Client("App"), edge), Calls(edge, web)]
    return Design("Site", [*ones, *parts], requirements=Requirements(availability=0.999))


def in_zone(name: Literal["a", "b"]) -> Service:
    return Service(f"Web {name}", replicas=1, group=Group(f"Zone {name}", boundary="zone"))


def beside(cache: Cache) -> Design:
    api, store = Service("API", replicas=2), Database("Store", replicas=2)
    parts = [Calls(Client("App"), api), Reads(api, cache), Reads(api, store)]
    return Design("Shop", parts, requirements=Requirements(availability=0.999))


rule = Rule(
    "AR001",
    Severity.WARNING,
    check,
    flagged=[
        lambda: shop(0.999, Database("Store", replicas=1)),
        lambda: shop(0.9999, Database("Store", replicas=2), Service("API", replicas=1)),
        lambda: shop(0.999, Database("Store", replication=False)),
        lambda: payments(0.9999),
        lambda: scenario(0.999),
        lambda: queued(Queue("Jobs", replicas=1, dead_letter=Queue("Failed jobs")), Worker("Worker", replicas=2)),
        lambda: balanced(Service("Web", replicas=2), balancer=LoadBalancer("Balancer", replicas=1)),
        lambda: shop(0.999, Database("Store")),
    ],
    accepted=[
        lambda: shop(0.999, Database("Store", replicas=2)),
        lambda: shop(0.99, Database("Store", replicas=1)),
        lambda: shop(None, Database("Store", replicas=1)),
        lambda: shop(0.999, Database("Store", replicas=1), softened=True),
        lambda: shop(0.999, Database("Store", replicas=2), Service("API", replicas=1, standby=True)),
        lambda: shop(0.999, Database("Store", replicas=2), Service("API", autoscaling=Autoscaling(min_replicas=2))),
        lambda: shop(0.999, Database("Store", managed=True)),
        lambda: shop(0.999, Database("Store", replicas=1, availability=0.9999)),
        lambda: payments(0.99),
        lambda: queued(Queue("Jobs", replicas=3, dead_letter=Queue("Failed jobs")), Worker("Worker", replicas=1)),
        lambda: balanced(in_zone("a"), in_zone("b")),
        grouped,
        lambda: beside(Cache("Cache", nodes=1, ttl=minutes(5), invalidation=Invalidation(["event"]))),
    ],
    see=["path-less-available-than-required", "broker-of-live-updates-on-one-node"],
)
