"""A group chat over WebSockets, with a push queue: what is wrong with it, and what is not once that is mended."""

from typing import Literal

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Publishes,
    Queue,
    Requirements,
    Service,
    Worker,
    Writes,
    milliseconds,
    per_second,
)
from tests.rules.checked import checked


def chat(*, layer: Literal[4, 7], dead_letter: Queue | None = None) -> Design:
    phone, edge = Client("Phone", devices=200_000), LoadBalancer("Edge LB", layer=layer)
    gateway, store = Service("Gateway", replicas=12), Database("Store", engine="Cassandra")
    jobs, pusher = Queue("Jobs", dead_letter=dead_letter), Worker("Pusher")
    return Design(
        "Group chat",
        [
            Calls(phone, edge, protocol="websocket"),
            Calls(edge, gateway, protocol="websocket"),
            Writes(gateway, store, "message"),
            Publishes(gateway, jobs),
            Consumes(pusher, jobs),
        ],
        requirements=Requirements(
            concurrent_clients=200_000, latency_budget=milliseconds(500), write_rate=per_second(4_000), client_sends="often"
        ),
    )


def test_the_balancer_the_queue_and_the_delivery_are_found() -> None:
    assert [(one.severity.value, one.code, one.subjects[0]) for one in checked(chat(layer=7))] == [
        ("warning", "LT017", "jobs"),
        ("warning", "RT001", "edge_lb"),
        ("warning", "RT028", "phone-calls-edge_lb"),
        ("warning", "RT041", "gateway"),
        ("info", "RT002", "edge_lb"),
    ]


def test_layer_4_and_a_dead_letter_queue_clear_what_was_found_of_them() -> None:
    mended = chat(layer=4, dead_letter=Queue("Failed jobs", alarm="ticket"))
    assert [one.code for one in checked(mended)] == ["RT028", "RT041", "RT002"]
