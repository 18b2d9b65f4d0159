"""All connections fit, until one server is away: the others cannot take its clients.

## Why it matters
When a server fails, its clients reconnect to the others within seconds. If those were full before, they are more than full now:
they refuse, or run out of memory and fail too, and then their clients come to the next. What began with one machine ends with
all of them. New versions restart servers one at a time, so that it needs no failure to begin with.

## What to do
Keep room for one more server than is needed: as many as the connections take, and one. With three zones, keep room for the loss
of all that stands in one of them.

## When it does not apply
- How many clients, servers or connections for each of these there are is not stated.
- Not even all servers hold them, which is for `more-connections-than-servers-hold` to say; or there is one server only, which
  `single-point-of-failure` looks at.
- A balancer spreads connections over several services, of which each may take those of another.
- Servers come with the load. Mind that they take minutes to come, and clients are back in seconds.
"""

from collections import Counter
from collections.abc import Iterator
from math import ceil

from archgen import Autoscaling, Calls, Client, Consumes, Design, Publishes, Requirements, Retry, Service, Topic, seconds
from archgen.plugin import Architecture, Edit, Estimate, Problem, Quantity, Rule, Severity, derived, live_servers, number, stated


def check(architecture: Architecture, estimate: Estimate) -> Iterator[Problem]:
    servers = live_servers(architecture)
    sharing = Counter(servers.values())
    for server in (one for one, first in servers.items() if sharing[first] == 1):
        held = estimate.of(server, "connections")
        if held and isinstance(server, Service) and server.max_connections and server.replicas and not server.autoscaling:
            each, count = server.max_connections, server.replicas
            if count > 1 and (count - 1) * each < held.value <= count * each:
                yield _problem(server, held, count, each)


def _problem(server: Service, held: Quantity, count: int, each: int) -> Problem:
    enough = ceil(held.value / each) + 1
    return Problem(
        server,
        f"when one of {number(count)} replicas of {server.name} is away, {number(held.value)} connections meet room for "
        f"{number((count - 1) * each)}",
        [derived(server, held), stated(server, "max_connections"), stated(server, "replicas")],
        f"run {number(enough)} replicas of {server.name}, or let each hold more",
        edits=[Edit(server, "replicas", enough)],
        unsafe=True,
    )


def live(clients: int | None, replicas: int | None, each: int | None = 50_000, growing: Autoscaling | None = None) -> Design:
    gateway = Service("Gateway", replicas=replicas, max_connections=each, autoscaling=growing, max_connection_age=seconds(3600))
    again = Retry(backoff="exponential", jitter=True, initial=seconds(1))
    socket = Calls(Client("Phone"), gateway, protocol="websocket", heartbeat_interval=seconds(20), reconnect=again)
    prices = Topic("Prices", replicas=3)
    parts = [socket, Publishes(Service("Feed"), prices), Consumes(gateway, prices)]
    return Design("Prices", parts, requirements=Requirements(concurrent_clients=clients))


rule = Rule(
    "RT080",
    Severity.WARNING,
    check,
    flagged=[
        lambda: live(100_000, 2),
        lambda: live(980_000, 20),
    ],
    accepted=[
        lambda: live(100_000, 4),
        lambda: live(100_000, 3),
        lambda: live(None, 2),
        lambda: live(100_000, 2, None),
        lambda: live(40_000, 1),
        lambda: live(100_000, 2, growing=Autoscaling("connections", min_replicas=2, max_replicas=30)),
    ],
    see=["client-reconnect", "websocket", "more-connections-than-servers-hold", "single-point-of-failure"],
)
