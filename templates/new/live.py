"""Live updates: what one client does is shown to others at once, over connections that stay open."""

from archgen import (
    Broadcast,
    Calls,
    Client,
    Decision,
    Design,
    Group,
    LoadBalancer,
    Reads,
    RelationalDatabase,
    Requirements,
    Resumption,
    Retry,
    Service,
    Step,
    Topic,
    Walkthrough,
    Writes,
    hours,
    milliseconds,
    per_second,
    seconds,
)

HELD_BY_ONE, HANDED_OUT_BY_ONE = 20_000, 50_000


def design(name: str, clients: int, rate: float) -> Design:
    """Gateways that hold the sockets, a broker between them, a store that is the truth."""
    edge, core = Group("Edge"), Group("Core")
    gateways = 2 + clients // HELD_BY_ONE
    app = Client("App", devices=clients)
    balancer = LoadBalancer("Balancer", layer=4, algorithm="least_connections", idle_timeout=seconds(60), group=edge)
    gateway = Service(
        "Gateway", replicas=gateways, routing="any", connection_state="light", max_connections=2 * HELD_BY_ONE, group=edge
    )
    service = Service("Service", replicas=2, group=core)
    nodes = 1 + int(rate // HANDED_OUT_BY_ONE)
    updates = Topic("Updates", engine="Redis", replicas=3, partitions=nodes, subscriptions="by_topic", group=core)
    store = RelationalDatabase("Store", engine="PostgreSQL", replicas=2, group=core)

    socket = Calls(
        app,
        balancer,
        protocol="websocket",
        rate=per_second(rate),
        bidirectional=True,
        heartbeat_interval=seconds(25),
        reconnect=Retry(backoff="exponential", jitter=True, initial=seconds(1)),
        resume=Resumption("sequence"),
        tls=True,
        auth="token",
    )
    forward = Calls(balancer, gateway, "same connection", protocol="tcp")
    send = Calls(gateway, service, "change", protocol="grpc", timeout=seconds(1))
    keep = Writes(service, store, "change with its number", timeout=seconds(1), idempotent=True)
    replay = Reads(gateway, store, "all after a number", rate=per_second(rate / 100), timeout=seconds(1))
    broadcast = Broadcast(service, updates, gateway, fan_out=1)
    publish, deliver = broadcast.connections
    return Design(
        name,
        [socket, forward, send, keep, replay, broadcast],
        summary="What one client changes is stored, and shown to all who look at it within half a second.",
        requirements=Requirements(
            concurrent_clients=clients,
            write_rate=per_second(rate),
            latency_budget=milliseconds(500),
            round_trip=milliseconds(100),
            client_sends="often",
            media=False,
            connection_state="light",
            endpoint_servers=gateways,
            delivery="at_least_once",
            ordering="per_key",
            ordering_by="sequence",
            max_offline=hours(24),
            max_fanout=1_000,
        ),
        decisions=[Decision("client-protocol"), Decision("update-routing")],
        walkthroughs=[
            Walkthrough(
                "Show a change to others",
                [
                    Step(socket, "change"),
                    Step(forward, "the same frame"),
                    Step(send),
                    Step(keep, "under the next number"),
                    Step(publish, "change and number"),
                    Step(deliver, "to gateways with someone who looks at it"),
                    Step(forward, "frame for each client", back=True),
                    Step(socket, "shown in the order of its number", back=True),
                ],
            )
        ],
    )
