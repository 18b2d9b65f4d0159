"""Servers that hold connections: what a rule must find fault with, and the nearest sound design."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from archgen import (
    Autoscaling,
    Calls,
    Client,
    Connection,
    LoadBalancer,
    Requirements,
    Service,
    Worker,
    hours,
    milliseconds,
    per_second,
)
from archgen.estimating.run import estimate
from archgen.loading import library
from archgen.model.link import link
from tests.rules.checked import checked, finding
from tests.rules.real_time_updates.pairs import Pair, behind, made, to, told

GROWING = Autoscaling("connections", min_replicas=4, max_replicas=40)
OBJECTIVE = Requirements(latency_p99=milliseconds(300))


def held(**more: Any) -> list[Connection]:
    server = Service("Gateway", **more)
    return [to(server), *told(server)]


def released(role: Any) -> list[Connection]:
    server = Service("Orders", role=role, deploys_per_day=10)
    return [*behind(LoadBalancer("Edge", layer=4), server=server), *told(server)]


def before_orders() -> list[Connection]:
    gateway = Service("Gateway", role="connections")
    return [*behind(LoadBalancer("Edge", layer=4), server=gateway), *told(gateway), Calls(gateway, Service("Orders"))]


def worked_apart() -> list[Connection]:
    gateway = Service("Gateway")
    return [to(gateway), *told(gateway), Calls(gateway, Worker("Worker", cpu_heavy=True))]


def socket(**more: Any) -> list[Connection]:
    server = Service("Chat")
    return [to(server, client=Client("Phone", platform="mobile"), **more), *told(server)]


def stream(**more: Any) -> list[Connection]:
    server = Service("Feed", requirements=OBJECTIVE, **more)
    return [to(server, "sse"), *told(server)]


PAIRS = [
    Pair("RT075", lambda: made(*released("business")), lambda: made(*before_orders())),
    Pair("RT076", lambda: made(*held(cpu_heavy=True)), lambda: made(*worked_apart())),
    Pair("RT077", lambda: made(*held(deployment="none")), lambda: made(*held(deployment="drain_reconnect"))),
    Pair(
        "RT078",
        lambda: made(*held(autoscaling=GROWING)),
        lambda: made(*held(autoscaling=GROWING, max_connection_age=hours(1))),
    ),
    Pair(
        "RT079",
        lambda: made(*held(replicas=5, max_connections=50_000), concurrent_clients=1_000_000),
        lambda: made(*held(replicas=25, max_connections=50_000), concurrent_clients=1_000_000),
    ),
    Pair(
        "RT080",
        lambda: made(*held(replicas=2, max_connections=50_000), concurrent_clients=100_000),
        lambda: made(*held(replicas=4, max_connections=50_000), concurrent_clients=100_000),
    ),
    Pair("RT081", lambda: made(*socket(tls=False)), lambda: made(*socket(tls=True))),
    Pair("RT082", lambda: made(*socket(auth="none")), lambda: made(*socket(auth="session"))),
    Pair(
        "RT083",
        lambda: made(*behind(LoadBalancer("Edge", layer=4, routes_by=["path"]), "http")),
        lambda: made(*behind(LoadBalancer("Edge", layer=7, routes_by=["path"]), "http")),
    ),
    Pair(
        "RT090",
        lambda: made(*socket(), latency_budget=milliseconds(500)),
        lambda: made(*socket(send_rate=per_second(3)), latency_budget=milliseconds(500)),
    ),
    Pair("RT091", lambda: made(*stream()), lambda: made(*stream(streams_in_objective=False))),
    Pair(
        "RT092",
        lambda: made(*socket(), concurrent_clients=1_000),
        lambda: made(*socket(send_rate=per_second(2)), concurrent_clients=1_000, latency_budget=milliseconds(200)),
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.code)
def test_the_bad_one_is_flagged_and_the_good_one_accepted(pair: Pair) -> None:
    found = [{one.code for one in checked(make())} for make in (pair.bad, pair.good)]
    assert [pair.code in codes for codes in found] == [True, False]


@given(clients=integers(1, 10**6), replicas=integers(1, 50), each=integers(1, 10**5))
def test_too_many_is_more_than_all_hold_and_too_tight_more_than_all_but_one(clients: int, replicas: int, each: int) -> None:
    architecture = link(made(*held(replicas=replicas, max_connections=each), concurrent_clients=clients))
    numbers = estimate(architecture)
    found = {code for code in ("RT079", "RT080") if [*library.rules().get(code).value.problems(architecture, numbers)]}
    if clients > replicas * each:
        assert found == {"RT079"}
    elif replicas > 1 and clients > (replicas - 1) * each:
        assert found == {"RT080"}
    else:
        assert found == set()


@given(clients=integers(1, 10**6), replicas=integers(1, 50), each=integers(1, 10**5))
def test_as_many_replicas_as_it_asks_for_leave_nothing_to_say(clients: int, replicas: int, each: int) -> None:
    for code in ("RT079", "RT080"):
        architecture = link(made(*held(replicas=replicas, max_connections=each), concurrent_clients=clients))
        for problem in library.rules().get(code).value.problems(architecture, estimate(architecture)):
            [edit] = problem.edits
            mended = made(*held(replicas=edit.value, max_connections=each), concurrent_clients=clients)
            assert {"RT079", "RT080"}.isdisjoint(one.code for one in checked(mended))


def test_services_that_share_a_call_are_judged_together() -> None:
    old, new = Service("Old", replicas=8, max_connections=5_000), Service("New", replicas=1, max_connections=5_000)
    edge = LoadBalancer("Edge", layer=4)
    parts = [to(edge), Calls(edge, old), Calls(edge, new)]
    assert "RT079" not in {one.code for one in checked(made(*parts, concurrent_clients=45_000))}
    assert finding(made(*parts, concurrent_clients=46_000), "RT079").severity.value == "warning"
