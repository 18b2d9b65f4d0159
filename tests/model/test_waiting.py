"""Who waits for whom, who cannot do without whom, and how long anybody waits at the most."""

from itertools import pairwise
from typing import Any

import pytest

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
    Monitoring,
    Notifies,
    ObjectStore,
    Outbox,
    Publishes,
    Queue,
    RateLimiter,
    Reads,
    Service,
    Worker,
    Writes,
    seconds,
)
from archgen.model.link import link
from archgen.model.waiting import longest_waits, relies, waited_for, waits

APP, API, STORE, QUEUE = Client("App"), Service("API"), Database("Store"), Queue("Queue")
CACHE, LIMITER = Cache("Cache"), RateLimiter("Limiter", on_failure="open")


@pytest.mark.parametrize(
    ("connection", "waiting"),
    [
        (Calls(APP, API), True),
        (Reads(API, STORE), True),
        (Calls(APP, API, mode="async"), False),
        (Calls(APP, API, protocol="websocket"), False),
        (Publishes(API, QUEUE), False),
        (Publishes(API, QUEUE, mode="sync"), True),
        (Consumes(Worker("W"), QUEUE), False),
        (Notifies(API, ExternalSystem("X")), False),
        (Connection(APP, API), False),
    ],
)
def test_a_source_waits_as_the_mode_says_else_by_the_kind_of_connection(connection: Connection, waiting: bool) -> None:
    assert waits(connection) is waiting


@pytest.mark.parametrize(
    ("connection", "relied"),
    [
        (Calls(APP, API, protocol="websocket"), True),
        (Calls(APP, API, on_failure="fallback"), False),
        (Calls(APP, API, on_failure="shed"), True),
        (Calls(APP, API, mode="async"), False),
        (Publishes(API, QUEUE), True),
        (Publishes(Service("Other", outbox=Outbox()), QUEUE), False),
        (Publishes(ObjectStore("Bucket"), QUEUE), False),
        (Consumes(Worker("W"), QUEUE), False),
        (Reads(API, CACHE), False),
        (Reads(API, CACHE, on_failure="fail"), True),
        (Reads(API, Cache("Sessions", serves_as="store")), True),
        (Calls(API, LIMITER), False),
        (Calls(API, Monitoring("Watch")), False),
        (Calls(APP, Client("Other")), False),
    ],
)
def test_a_source_relies_on_what_it_cannot_do_without(connection: Connection, relied: bool) -> None:
    assert relies(link(Design("D", [connection])), connection) is relied


def test_a_cache_that_is_read_through_is_relied_on() -> None:
    look = Reads(API, CACHE)
    assert relies(link(Design("D", [look, Reads(CACHE, STORE)])), look)


def limits(*parts: Connection) -> dict[str, Any]:
    return {component.name: wait.limit for component, wait in longest_waits(link(Design("D", list(parts)))).items()}


def test_the_shortest_timeout_on_the_way_is_what_is_waited_and_hops_without_one_pass_it_on() -> None:
    hop, inner = Service("Hop"), Service("Inner")
    parts = (Calls(APP, API, timeout=seconds(2)), Calls(API, hop), Calls(hop, inner, timeout=seconds(5)))
    assert limits(*parts) == {"API": seconds(2), "Hop": seconds(2), "Inner": seconds(2)}


def test_of_two_who_wait_the_more_patient_counts() -> None:
    assert limits(Calls(APP, API, timeout=seconds(1)), Calls(Client("Desk"), API, timeout=seconds(9))) == {"API": seconds(9)}


def test_nothing_is_said_of_what_somebody_may_wait_for_without_an_end() -> None:
    assert limits(Calls(APP, API, timeout=seconds(1)), Calls(Client("Desk"), API)) == {}


def test_what_also_acts_on_messages_or_open_connections_is_left_out() -> None:
    assert limits(Calls(APP, API, timeout=seconds(1)), Consumes(API, QUEUE)) == {}
    assert limits(Calls(APP, API, timeout=seconds(1)), Calls(Client("Phone"), API, protocol="websocket")) == {}


def test_a_group_that_is_called_makes_all_its_members_waited_for() -> None:
    tier = Group("Tier")
    ones = [Service(name, group=tier) for name in ("A", "B")]
    call = Calls(APP, tier, timeout=seconds(3))
    found = longest_waits(link(Design("D", [*ones, call])))
    assert [(found[one].limit, found[one].by) for one in ones] == [(seconds(3), call)] * 2


def test_calls_in_a_circle_come_to_an_end() -> None:
    one, two = Service("One"), Service("Two")
    parts = (Calls(APP, one, timeout=seconds(2)), Calls(one, two, timeout=seconds(1)), Calls(two, one, timeout=seconds(4)))
    assert limits(*parts) == {"One": seconds(2), "Two": seconds(1)}
    assert limits(Calls(one, two, timeout=seconds(1)), Calls(two, one)) == {}


def test_thousands_in_a_row_and_groups_that_call_each_other_take_no_longer() -> None:
    row: list[Component] = [APP, *(Service(f"S{index}") for index in range(3_000))]
    chain = [Calls(one, other, timeout=seconds(3)) for one, other in pairwise(row)]
    assert len(limits(*chain)) == 3_000


def test_writes_to_a_store_count_as_waiting() -> None:
    assert limits(Calls(APP, API, timeout=seconds(2)), Writes(API, STORE, timeout=seconds(1))) == {
        "API": seconds(2),
        "Store": seconds(1),
    }


def test_all_who_wait_are_known_at_once() -> None:
    parts = [Calls(APP, API), Calls(API, Service("Prices"), mode="async"), Publishes(API, QUEUE), Reads(API, STORE)]
    assert waited_for(link(Design("D", parts))) == {one for one in parts if waits(one)} == {parts[0], parts[3]}
