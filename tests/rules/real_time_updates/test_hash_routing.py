"""Clients sent to one server by a hash: what a rule must find fault with, and the nearest sound design."""

from typing import Any

import pytest

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Component,
    Connection,
    Consumes,
    LoadBalancer,
    LockService,
    Log,
    Publishes,
    Reads,
    Service,
    Topic,
    per_second,
)
from tests.rules.checked import checked, finding
from tests.rules.real_time_updates.pairs import Pair, behind, made, to, told

GROWING, SOURCE = Autoscaling("connections", min_replicas=4, max_replicas=40), Service("Source")


def docs(**more: Any) -> Service:
    """A document server that clients come to by a consistent hash."""
    return Service("Docs", **{"routing": "consistent_hash", **more})


def held(server: Service, *more: Connection | Component) -> list[Connection | Component]:
    return [to(server), *more]


def members(nodes: int | None = 3, **more: Any) -> LockService:
    return LockService("etcd", nodes=nodes, **more)


def heavy_in_memory() -> list[Connection | Component]:
    return held(docs(connection_state="heavy"))


def heavy_in_a_log() -> list[Connection | Component]:
    server = docs(connection_state="heavy")
    return held(server, Publishes(server, Log("Edits", durable=True)))


def over(balancer: LoadBalancer, server: Service) -> list[Connection]:
    return behind(balancer, server=server)


def ignoring(server: Service) -> list[Connection]:
    return over(LoadBalancer("Edge", algorithm="least_connections"), server)


def looked_up(client: Client) -> list[Connection]:
    server = docs()
    return [Calls(client, Service("Lookup", role="lookup", replicas=1), protocol="http"), to(server, client=client)]


def resized(rebalancing: Any) -> list[Connection | Component]:
    return held(docs(autoscaling=GROWING, rebalancing=rebalancing))


def broadcast_to(server: Service, subscriptions: Any) -> list[Connection]:
    topic = Topic("Changes", subscriptions=subscriptions)
    return [to(server), Publishes(SOURCE, topic), Consumes(server, topic)]


def knowing(server: Service, other: LockService) -> list[Connection]:
    return [to(server), Reads(server, other)]


PAIRS = [
    Pair(
        "RT047",
        lambda: made(
            *behind(
                LoadBalancer("Edge"), server=(server := Service("Docs", connection_state="heavy", routing="any", replicas=20))
            ),
            *told(server),
        ),
        lambda: made(*knowing(docs(connection_state="heavy", replicas=20), members())),
    ),
    Pair(
        "RT048",
        lambda: made(to(docs(connection_state="light"))),
        lambda: made(to(server := Service("Notifier", routing="any", connection_state="light")), *told(server)),
    ),
    Pair("RT049", lambda: made(to(docs(routing="modulo", autoscaling=GROWING))), lambda: made(to(docs(autoscaling=GROWING)))),
    Pair(
        "RT050",
        lambda: made(to(docs(replicas=4, virtual_nodes=1))),
        lambda: made(to(docs(replicas=4, virtual_nodes=100))),
    ),
    Pair("RT051", lambda: made(to(docs(replicas=8))), lambda: made(*knowing(docs(replicas=8), members()))),
    Pair("RT052", lambda: made(*knowing(docs(), members(1))), lambda: made(*knowing(docs(), members(3)))),
    Pair("RT053", lambda: made(*ignoring(docs())), lambda: made(*ignoring(docs(redirects=True)))),
    Pair(
        "RT053",
        lambda: made(*over(LoadBalancer("Edge", algorithm="ip_hash"), docs())),
        lambda: made(*over(LoadBalancer("Edge", algorithm="consistent_hash"), docs())),
    ),
    Pair(
        "RT054",
        lambda: made(*looked_up(Client("Browser"))),
        lambda: made(*looked_up(Client("Browser", ring_cache=True))),
    ),
    Pair(
        "RT055",
        lambda: made(to(docs(hash_key="user_id", shared_state_key="doc_id"))),
        lambda: made(to(docs(hash_key="doc_id", shared_state_key="doc_id"))),
    ),
    Pair("RT056", lambda: made(*resized("none")), lambda: made(*resized("dual_delivery"))),
    Pair("RT057", lambda: made(*heavy_in_memory()), lambda: made(*heavy_in_a_log())),
    Pair(
        "RT089",
        lambda: made(*broadcast_to(docs(), "all")),
        lambda: made(to(server := docs()), Calls(SOURCE, server, protocol="http")),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_the_bad_one_is_flagged_and_the_good_one_accepted(pair: Pair) -> None:
    found = [{one.code for one in checked(make())} for make in (pair.bad, pair.good)]
    assert [pair.code in codes for codes in found] == [True, False]


@pytest.mark.parametrize(("servers", "times"), [(2, "1.5"), (4, "2.1"), (8, "2.7"), (20, "3.6")])
def test_the_longest_arc_of_a_ring_is_the_sum_of_the_fractions_times_the_mean(servers: int, times: str) -> None:
    found = finding(made(to(docs(replicas=servers, virtual_nodes=1))), "RT050")
    assert found.message.endswith(f"the fullest of {servers} replicas of Docs gets {times} times the mean")


def test_what_moves_when_a_server_is_lost_is_what_one_of_them_holds() -> None:
    client, server = Client("Browser", devices=100_000), docs(replicas=10)
    lookup = Service("Lookup", role="lookup", replicas=3, capacity=per_second(100))
    found = finding(made(Calls(client, lookup, protocol="http"), to(server, client=client)), "RT054")
    assert "its 10,000 clients ask Lookup within 10 s, 1,000 a second, and it serves 300" in found.message


@pytest.mark.parametrize(("nodes", "severity"), [(1, "warning"), (2, "warning"), (4, "info"), (6, "info")])
def test_an_even_number_of_nodes_is_no_better_than_one_less(nodes: int, severity: str) -> None:
    assert finding(made(*knowing(docs(), members(nodes))), "RT052").severity.value == severity


@pytest.mark.parametrize("nodes", [3, 5, 7])
def test_an_odd_number_from_three_on_is_accepted(nodes: int) -> None:
    assert "RT052" not in {one.code for one in checked(made(*knowing(docs(), members(nodes))))}


@pytest.mark.parametrize(("before", "after"), [(10, 11), (11, 10), (10, 20), (4, 6), (3, 7)])
def test_as_many_keys_get_another_replica_as_have_another_remainder(before: int, after: int) -> None:
    keys = range(before * after)
    moved = sum(key % before != key % after for key in keys) / len(keys)
    found = finding(made(to(docs(routing="modulo", replicas=before, planned_replicas=after))), "RT049")
    assert found.message.endswith(f"from {before} to {after}, {moved * 100:.0f} % of all keys get another replica")
