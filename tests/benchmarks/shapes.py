"""Designs of one shape, as large as one likes: what makes a walk that looks at too much take too long."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import cycle, islice, pairwise

from archgen import (
    ApiGateway,
    Cache,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    Design,
    ExternalSystem,
    Group,
    LoadBalancer,
    Log,
    Monitoring,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Topic,
    Waiver,
    Walkthrough,
    Worker,
    Writes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)
from tests.benchmarks.company import company

Kind = Callable[[str], Component]
NEEDS = Requirements(
    availability=0.9999,
    read_rate=per_second(90_000),
    write_rate=per_second(9_000),
    concurrent_clients=10**6,
    peak_factor=3,
    recovery_point=seconds(0),
    recovery_time=minutes(1),
    latency_budget=seconds(10),
)
OWN = Requirements(availability=0.999)
KINDS: Mapping[str, Kind] = {
    "client": partial(Client, devices=100, send_rate=per_second(1)),
    "balancer": partial(LoadBalancer, algorithm="round_robin", idle_timeout=seconds(30), layer=7),
    "gateway": partial(ApiGateway, replicas=2),
    "service": partial(Service, replicas=2, capacity=per_second(50), availability=0.9999, requirements=OWN),
    "worker": partial(Worker, replicas=2, concurrency=2, task_duration=seconds(9), side_effect="payment"),
    "queue": partial(Queue, availability=0.9999),
    "topic": partial(Topic, replicas=1),
    "log": Log,
    "database": partial(Database, replicas=1, max_read_rate=per_second(9)),
    "cache": partial(Cache, hit_rate=0.9),
    "outside": partial(ExternalSystem, provides="payment", task_duration=seconds(2)),
    "monitoring": partial(Monitoring, watches=["errors"]),
}
HUBS = ("client", "balancer", "gateway", "service", "worker", "queue", "topic", "database", "cache")


def between(source: Component, target: Component, number: int) -> Connection:
    """What usually leads from the one to the other; every third is unlike the others."""
    odd = number % 3 == 0
    match source, target:
        case Queue() | Topic() | Log(), _:
            return Consumes(target, source, delivery="at_least_once")
        case _, Queue() | Topic() | Log():
            return Publishes(source, target, per_request=1 if odd else None)
        case Client(), _:
            return Calls(source, target, protocol="long_poll" if odd else "websocket", hold_timeout=seconds(60))
        case _, Database() | Cache():
            way = Writes if odd else Reads
            return way(source, target, timeout=seconds(1), retry=Retry(3))
        case LoadBalancer(), _:
            return Calls(source, target)
    poll = milliseconds(500) if odd else None
    return Calls(source, target, timeout=seconds(1), retry=Retry(3), idempotent=False, poll_interval=poll, per_request=1)


def star(hub: str, size: int) -> Design:
    """One component in the middle; half of the others lead to it, it leads to the other half."""
    middle = KINDS[hub]("Hub")
    around = [kind(f"{name} {number}") for number, (name, kind) in enumerate(islice(cycle(KINDS.items()), size - 1))]
    parts = [
        between(one, middle, number) if number // len(KINDS) % 2 else between(middle, one, number)
        for number, one in enumerate(around)
    ]
    return Design(f"Star around a {hub}", [middle, *around, *parts], requirements=NEEDS)


def chain(size: int) -> Design:
    """One component after another, of all kinds, and one walkthrough over all of them."""
    ways = ("gateway", "service", "queue", "worker", "cache", "service", "database", "balancer", "service", "topic", "service")
    names = ["client", *islice(cycle(ways), size - 1)]
    row = [KINDS[name](f"{name} {number}") for number, name in enumerate(names)]
    hops = [between(one, other, number) for number, (one, other) in enumerate(pairwise(row))]
    there = [Step(hop) for hop in hops]
    back = [Step(hop, back=True) for hop in reversed(hops)]
    return Design("Chain", hops, requirements=NEEDS, walkthroughs=[Walkthrough("All the way", [*there, *back])])


def calls(size: int) -> Design:
    """Services that call one another in a row, each with requirements of its own, and a client at every one of them."""
    row = [KINDS["service"](f"Service {number}") for number in range(size // 2)]
    clients = [Client(f"Client {number}", devices=9) for number in range(size - len(row))]
    inner = [Calls(one, other, timeout=seconds(9), retry=Retry(3)) for one, other in pairwise(row)]
    outer = [Calls(client, one, timeout=seconds(1)) for client, one in zip(clients, reversed(row), strict=False)]
    return Design("Calls", [*outer, *inner], requirements=NEEDS)


def balancers(size: int) -> Design:
    """Balancers in a row, with a client before and a service behind each of them."""
    row = [KINDS["balancer"](f"Balancer {number}") for number in range(size // 3)]
    clients = [Client(f"Client {number}") for number in range(len(row))]
    services = [Service(f"Service {number}", replicas=2) for number in range(size - 2 * len(row))]
    parts: list[Connection] = [Calls(client, one, protocol="websocket") for client, one in zip(clients, row, strict=True)]
    parts += [Calls(one, service) for one, service in zip(row, services, strict=False)]
    return Design("Balancers", [*parts, *(Calls(one, other) for one, other in pairwise(row))], requirements=NEEDS)


def ring(size: int) -> Design:
    """One circle of everything."""
    row = [KINDS[name](f"{name} {number}") for number, name in enumerate(islice(cycle(("service", "balancer", "gateway")), size))]
    return Design("Ring", [between(one, other, 1) for one, other in pairwise([*row, row[0]])], requirements=NEEDS)


def circles(size: int) -> Design:
    """Many circles of four, each with a client before it and a balancer among them."""
    parts: list[Connection] = []
    for number in range(size // 5):
        client, *row = (KINDS[name](f"{name} {number}") for name in ("client", "balancer", "service", "gateway", "outside"))
        parts += [between(client, row[0], number), *(between(one, other, 1) for one, other in pairwise([*row, row[0]]))]
        parts.append(Calls(row[2], row[1], timeout=seconds(1)))
    return Design("Circles", parts, requirements=NEEDS)


def crowds(size: int) -> Design:
    """Two groups, each with half of the components, of which one calls the other; and what calls both."""
    here, there = Group("Here", boundary="network"), Group("There", boundary="zone")
    kinds = [KINDS[name] for name in ("service", "worker", "balancer")]
    row = [kinds[number % 3](f"Part {number}", group=(here, there)[number % 2]) for number in range(size - 2)]  # type: ignore[call-arg]
    client, store = KINDS["client"]("Client"), KINDS["database"]("Store")
    parts = [
        Calls(client, here, protocol="websocket"),
        Calls(here, there, timeout=seconds(1)),
        Writes(there, store),
        Reads(here, store),
    ]
    return Design("Crowds", [*parts, *row], requirements=NEEDS)


def pairs(size: int) -> Design:
    """Many connections between the same two, and many waivers of what is found in them."""
    one, other = Service("One", replicas=2), Service("Other", replicas=2)
    parts = [Calls(one, other, timeout=seconds(1), retry=Retry(3), idempotent=False) for _ in range(size)]
    waivers = [Waiver("AR031", subject=part, reason="measured and found to be harmless") for part in parts[::2]]
    return Design("Pairs", parts, requirements=NEEDS, waivers=waivers)


def stores(size: int) -> Design:
    """A third each of caches, databases, and services that poll the next few of both."""
    third = range(size // 3)
    databases = [KINDS["database"](f"Database {number}") for number in third]
    caches = [KINDS["cache"](f"Cache {number}") for number in third]
    services = [KINDS["service"](f"Service {number}") for number in third]
    client = Client("Client", devices=10_000)
    parts: list[Connection] = [Calls(client, one, rate=per_second(99)) for one in services]
    for number, service in enumerate(services):
        for database, cache in zip(databases[number : number + 2], caches[number : number + 2], strict=True):
            parts += [Reads(service, database, poll_interval=milliseconds(1)), Reads(service, cache), Writes(service, cache)]
    parts += [Writes(one, database) for one, database in zip(services, databases, strict=True)]
    return Design("Stores", parts, requirements=NEEDS)


SHAPES: Mapping[str, Callable[[int], Design]] = {
    "company": company,
    **{f"star around a {hub}": partial(star, hub) for hub in HUBS},
    **{made.__name__: made for made in (chain, calls, balancers, ring, circles, crowds, pairs, stores)},
}
