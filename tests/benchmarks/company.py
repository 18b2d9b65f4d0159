"""A design such as large companies have: products of some twenty components, which call one another; the same for each seed."""

from collections.abc import Iterator
from random import Random
from typing import TypeVar

from archgen import (
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
    Monitoring,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Step,
    Topic,
    Uploads,
    Walkthrough,
    Worker,
    Writes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

T = TypeVar("T")
PRODUCT = 20
PER_COMPONENT = 1.6
# Products call those of their own department, some ten of them, and now and then any other.
NEAR, MOSTLY = 60, 0.8
# How many of a hundred leave something unsaid, or are wrong.
CARELESS = 8
SHOWN = 200


def company(size: int, seed: int = 1) -> Design:
    """A design of that many components, with 1.6 connections to each."""
    random = Random(seed)
    company = Group("Company", boundary="trust_boundary")
    regions = [Group(f"Region {number}", group=company, boundary="region") for number in range(3)]
    products = [Product(number, random, regions[number % 3]) for number in range(max(1, size // PRODUCT))]
    connections = [one for product in products for one in product.connections]
    spare = [Service(f"Tool {number}", replicas=2) for number in range(size - sum(len(one.components) for one in products))]
    services = [service for product in products for service in product.services] + spare
    while len(connections) < round(size * PER_COMPONENT):
        source = random.randrange(len(services))
        target = source + random.randint(-NEAR, NEAR) if random.random() < MOSTLY else random.randrange(len(services))
        if target != source and target in range(len(services)):
            connections.append(call(services[source], services[target], random))
    return Design(
        f"Company of {size}",
        [*connections, *(part for product in products for part in product.components), *spare],
        requirements=Requirements(
            availability=0.999, read_rate=per_second(40_000), write_rate=per_second(4_000), peak_factor=3, latency_p99=seconds(2)
        ),
        walkthroughs=[product.walkthrough for product in products[:: max(1, len(products) // SHOWN)]],
    )


class Product:
    """The components of one product, and what is between them."""

    def __init__(self, number: int, random: Random, region: Group) -> None:
        self.number, self.random, self.region = number, random, region
        self.client = Client(self.named("App"), devices=1_000, trusted=random.random() < 0.5, send_rate=per_second(0.1))
        self.edge = LoadBalancer(self.named("Edge"), replicas=self.often(2), algorithm="least_connections")
        self.services = [self.service(role) for role in ("API", "Orders", "Stock", "Prices", "Search", "Chat")]
        self.caches = [Cache(self.named(f"Cache {n}"), ttl=self.often(minutes(5)), hit_rate=0.9, nodes=3) for n in range(2)]
        self.stores = [self.store(role) for role in ("Orders DB", "Stock DB", "Prices DB")]
        self.failed = Queue(self.named("Failed"), replicas=3, alarm="ticket")
        self.queue = Queue(self.named("Jobs"), dead_letter=self.failed if self.careful else None, replicas=3, max_depth=100_000)
        self.worker = Worker(
            self.named("Worker"), replicas=8, concurrency=4, task_duration=milliseconds(200), side_effect="email", idempotent=True
        )
        self.topic = Topic(self.named("Changes"), replicas=3)
        self.archive = ObjectStore(self.named("Files"), managed=True)
        self.provider = ExternalSystem(self.named("Provider"), provides="email", availability=0.9995)
        self.monitoring = Monitoring(self.named("Monitoring"), watches=["errors", "queue_depth", "dead_letters"], alarms="page")
        self.connections = [*self.asked(), *self.kept(), *self.told()]

    @property
    def components(self) -> list[Component]:
        """All twenty."""
        single = [self.client, self.edge, self.failed, self.queue, self.worker, self.topic, self.archive, self.provider]
        return [*single, *self.services, *self.caches, *self.stores, self.monitoring]

    @property
    def walkthrough(self) -> Walkthrough:
        """An order, from the client to the mail that confirms it."""
        order = [one for one in self.connections if one.label == "order"]
        return Walkthrough(f"Order {self.number}", [*map(Step, order)], requirements=Requirements(latency_p99=seconds(3)))

    @property
    def careful(self) -> bool:
        """Mostly, but not always."""
        return self.random.randrange(100) >= CARELESS

    def often(self, value: T) -> T | None:
        """The value, or that nothing is said."""
        return value if self.careful else None

    def named(self, name: str) -> str:
        """A name that no other product has."""
        return f"{name} {self.number}"

    def service(self, role: str) -> Service:
        return Service(
            self.named(role), group=self.region, replicas=self.often(3), capacity=per_second(300), concurrency=64, owner="Team"
        )

    def store(self, role: str) -> Database:
        limit = self.random.choice((500, 5_000, 50_000))
        return Database(
            self.named(role), group=self.region, replicas=self.often(2), max_read_rate=per_second(limit), backups=True
        )

    def asked(self) -> Iterator[Connection]:
        """From the client to the services."""
        api, orders, stock, prices, search, chat = self.services
        yield Calls(self.client, self.edge, "order", tls=True, auth="token", timeout=seconds(10))
        yield Calls(self.edge, api, "order", timeout=seconds(5))
        yield call(api, orders, self.random, "order")
        yield from (call(api, one, self.random) for one in (stock, prices, search))
        yield Calls(self.client, chat, protocol="websocket", tls=True, auth="token", heartbeat_interval=self.often(seconds(20)))
        yield Calls(orders, self.provider, tls=True, auth="api_key", timeout=self.often(seconds(1)), on_failure="queue")

    def kept(self) -> Iterator[Connection]:
        """Caches and databases."""
        _, orders, stock, prices, search, _ = self.services
        for service, store in zip((orders, stock, prices), self.stores, strict=True):
            yield Reads(service, store, timeout=seconds(1))
            yield Writes(service, store, "order" if service is orders else None, timeout=seconds(1))
        for service, cache in zip((stock, prices), self.caches, strict=True):
            yield Reads(service, cache)
            yield Writes(service, cache)
        yield Reads(search, self.stores[-1], poll_interval=minutes(1))
        yield Uploads(orders, self.archive)

    def told(self) -> Iterator[Connection]:
        """Queues and topics."""
        orders, chat = self.services[1], self.services[-1]
        yield Publishes(orders, self.queue, "order")
        yield Consumes(self.worker, self.queue, "order", acknowledge="after")
        yield Publishes(orders, self.topic)
        yield Consumes(chat, self.topic)
        yield Writes(self.worker, self.stores[0], timeout=seconds(1))


def call(source: Service, target: Service, random: Random, label: str | None = None) -> Calls:
    """A call from one service to another, now and then without a timeout or tried again."""
    timeout = seconds(random.choice((1, 2, 4))) if random.randrange(100) >= CARELESS else None
    retry = Retry(2, initial=milliseconds(50)) if random.randrange(100) < 2 * CARELESS else None
    return Calls(source, target, label, timeout=timeout, retry=retry, idempotent=True if retry else None)
