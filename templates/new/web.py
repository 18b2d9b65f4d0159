"""Requests and answers: clients read and write through a service and a database."""

from archgen import (
    Calls,
    Client,
    Design,
    Group,
    LoadBalancer,
    Reads,
    RelationalDatabase,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Writes,
    milliseconds,
    per_second,
    seconds,
)


def design(name: str, clients: int, rate: float) -> Design:
    """A balancer, two replicas and a store with a copy."""
    edge, data = Group("Edge"), Group("Data")
    app = Client("App", devices=clients, platform="web")
    balancer = LoadBalancer("Balancer", layer=7, algorithm="least_connections", group=edge)
    service = Service("Service", replicas=2)
    store = RelationalDatabase("Store", engine="PostgreSQL", replicas=2, group=data)

    ask = Calls(app, balancer, "request", protocol="http", rate=per_second(rate), timeout=seconds(5), tls=True, auth="session")
    forward = Calls(balancer, service, protocol="http", timeout=seconds(5))
    look = Reads(service, store, "by key", timeout=seconds(1))
    change = Writes(service, store, "change", per_request=0.1, timeout=seconds(1), idempotent=True)
    return Design(
        name,
        [ask, forward, look, change],
        summary="Clients read and write through one service, which keeps everything in one database.",
        requirements=Requirements(concurrent_clients=clients, read_rate=per_second(rate), latency_p99=milliseconds(300)),
        walkthroughs=[
            Walkthrough(
                "Read a value",
                [
                    Step(ask, "asks for a value"),
                    Step(forward, "picks a replica"),
                    Step(look, "reads it by its key"),
                    Step(look, "the value", back=True),
                ],
            )
        ],
    )
