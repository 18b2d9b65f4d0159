"""Numbers of whole designs, and the laws that hold for all."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archgen import (
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    Database,
    ExternalSystem,
    LoadBalancer,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Topic,
    Worker,
    Writes,
    milliseconds,
    per_second,
    seconds,
)
from archgen.model.estimate import Estimate, Measure, Quantity
from tests.estimating.numbers import numbers, shown
from tests.estimating.systems import systems


def test_a_chat_is_calculated_from_its_devices_to_its_queue() -> None:
    phone, edge = Client("Phone", devices=200_000, send_rate=per_second(0.02)), LoadBalancer("Edge LB", layer=4)
    gateway, store, updates = Service("Gateway", replicas=12), Database("Store"), Topic("Updates")
    derived = numbers(
        Calls(phone, edge, protocol="websocket"),
        Calls(edge, gateway, protocol="websocket"),
        Writes(gateway, store),
        Publishes(gateway, updates),
        Consumes(gateway, updates),
    )
    assert {key: str(quantity) for key, quantity in derived.quantities.items()} == {
        ("phone-calls-edge_lb", "rate"): "4,000/s",
        ("edge_lb-calls-gateway", "rate"): "4,000/s",
        ("gateway-writes-store", "rate"): "4,000/s",
        ("gateway-publishes-updates", "rate"): "4,000/s",
        ("gateway-consumes-updates", "rate"): "48,000/s",
        ("edge_lb", "requests"): "4,000/s",
        ("gateway", "requests"): "52,000/s",
        ("store", "requests"): "4,000/s",
        ("store", "writes"): "4,000/s",
        ("updates", "requests"): "4,000/s",
        ("gateway", "connections"): "200,000 connections",
        ("gateway", "connections_per_replica"): "16,700 connections",
    }


def test_a_formula_carries_its_numbers() -> None:
    phone, gateway = Client("Phone", devices=200_000), Service("Gateway", replicas=12)
    derived = numbers(Calls(phone, gateway, protocol="websocket"))
    assert shown(derived, "gateway", "connections_per_replica") == ("16,700 connections", "200,000 connections / 12 replicas")


def test_a_connection_that_closes_a_loop_says_that_it_is_not_carried_further() -> None:
    gateway, updates = Service("Gateway", replicas=12), Topic("Updates")
    derived = numbers(
        Calls(Client("Phone"), gateway, rate=per_second(10)), Publishes(gateway, updates), Consumes(gateway, updates)
    )
    loop = derived.of("gateway-consumes-updates", "rate")
    assert loop is not None
    assert loop.derivation.assumptions == (
        "Gateway consumes Updates closes a loop: counted where it arrives, not carried further",
    )


def test_what_is_not_stated_leaves_no_number() -> None:
    api, store = Service("API"), Database("Store", max_read_rate=per_second(100))
    assert numbers(Calls(Client("App"), api), Reads(api, store)) == Estimate({})


def test_a_sum_with_an_unknown_part_says_that_it_is_a_lower_bound() -> None:
    api = Service("API", capacity=per_second(100), replicas=2)
    derived = numbers(Calls(Client("App"), api, rate=per_second(50)), Calls(ExternalSystem("Partner"), api))
    assert shown(derived, "api", "requests") == ("at least 50/s", "50/s App calls API")
    assert shown(derived, "api", "utilisation") == ("at least 0.25", "50/s / 200/s")


def test_messages_a_server_takes_for_its_clients_set_off_nothing_more() -> None:
    gateway, store, updates = Service("Gateway", replicas=3), Database("Store"), Topic("Updates")
    derived = numbers(
        Publishes(Service("Desk"), updates, rate=per_second(100)),
        Calls(Client("Phone"), gateway, rate=per_second(5)),
        Consumes(gateway, updates),
        Reads(gateway, store),
    )
    assert shown(derived, "gateway-reads-store", "rate") == ("5/s", "5/s × 1 a request")


def test_messages_set_off_the_work_of_a_service_that_has_no_other_input() -> None:
    mailer, store, updates = Service("Mailer", replicas=1), Database("Store"), Topic("Updates")
    derived = numbers(Publishes(Service("Desk"), updates, rate=per_second(100)), Consumes(mailer, updates), Reads(mailer, store))
    assert shown(derived, "mailer-reads-store", "rate") == ("100/s", "100/s × 1 a request")


def test_the_most_used_limit_is_the_utilisation() -> None:
    api = Service("API")
    store = Database("Store", max_read_rate=per_second(1_000), max_write_rate=per_second(100))
    derived = numbers(Calls(Client("App"), api, rate=per_second(50)), Reads(api, store, per_request=4), Writes(api, store))
    assert shown(derived, "store", "utilisation") == ("0.5", "50/s writes / 100/s")


def test_connections_count_against_what_a_replica_holds() -> None:
    gateway = Service("Gateway", replicas=10, max_connections=20_000)
    derived = numbers(Calls(Client("Phone", devices=100_000), gateway, protocol="sse"))
    assert shown(derived, "gateway", "utilisation") == ("0.5", "10,000 connections / 20,000 a replica")


def test_a_worker_can_do_what_its_replicas_do_at_once() -> None:
    jobs = Queue("Jobs")
    worker = Worker("Worker", replicas=5, concurrency=4, task_duration=milliseconds(500))
    derived = numbers(Publishes(Service("API"), jobs, rate=per_second(30)), Consumes(worker, jobs))
    assert shown(derived, "worker", "capacity") == ("40/s", "5 replicas × 4 at once / 500 ms")
    assert shown(derived, "jobs", "utilisation") == ("0.75", "30/s / 40/s")


def test_a_long_chain_is_walked_to_its_end() -> None:
    chain = [Service(f"S{index}") for index in range(3_000)]
    hops = [Calls(a, b, per_request=1) for a, b in pairwise(chain)]
    derived = numbers(Calls(Client("App"), chain[0], rate=per_second(7)), *hops)
    assert shown(derived, "s2999", "requests") == ("7/s", "7/s S2998 calls S2999")


@given(systems())
def test_any_graph_comes_to_an_end_and_no_number_is_negative(parts: list[Connection | Component]) -> None:
    for quantity in numbers(*parts, requirements=Requirements(write_rate=per_second(30))).quantities.values():
        assert 0 <= quantity.value < float("inf")
        assert quantity.derivation.formula


@given(systems())
def test_a_component_without_connections_changes_nothing(parts: list[Connection | Component]) -> None:
    alone = [Client("Lonely", devices=5), Service("Idle"), Queue("Empty")]
    required = Requirements(write_rate=per_second(30), concurrent_clients=40)
    assert numbers(*parts, *alone, requirements=required) == numbers(*parts, requirements=required)
    assert numbers(*alone, *parts, requirements=required).quantities == numbers(*parts, requirements=required).quantities


@given(st.randoms(use_true_random=False), st.integers(1, 5), st.floats(0.1, 1e6))
def test_the_consumers_of_a_queue_share_what_arrives(order: Random, count: int, arrival: float) -> None:
    queue = Queue("Jobs")
    consumes = [
        Consumes(Worker(f"W{index}"), queue, rate=per_second(arrival / 10) if index == 1 else None) for index in range(count + 1)
    ]
    parts = [
        *consumes,
        Publishes(Service("A"), queue, rate=per_second(arrival)),
        Publishes(Service("B"), queue, rate=per_second(3)),
    ]
    order.shuffle(parts)
    derived = numbers(*parts)
    shares = [derived.of(f"w{index}-consumes-jobs", "rate") for index in range(count + 1)]
    assert sum(share.value for share in shares if share) == pytest.approx(arrival + 3)


@given(st.integers(1, 10**9), st.integers(1, 40), st.booleans())
def test_twice_the_devices_are_twice_every_rate(devices: int, replicas: int, polling: bool) -> None:
    def system(count: int) -> dict[tuple[str, Measure], Quantity]:
        phone = Client("Phone", devices=count, send_rate=None if polling else per_second(0.1))
        gateway, store, updates = Service("Gateway", replicas=replicas), Database("Store"), Topic("Updates")
        entry = (
            Calls(phone, gateway, protocol="poll", poll_interval=seconds(5))
            if polling
            else Calls(phone, gateway, protocol="websocket")
        )
        parts = [entry, Writes(gateway, store, per_request=3), Publishes(gateway, updates), Consumes(gateway, updates)]
        return dict(numbers(*parts).quantities)

    once, twice = system(devices), system(2 * devices)
    assert {key: quantity.value for key, quantity in twice.items()} == {
        key: pytest.approx(2 * quantity.value) for key, quantity in once.items()
    }
