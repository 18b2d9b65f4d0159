"""The questions asked of a linked design."""

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
    Group,
    Publishes,
    Queue,
    Reads,
    Service,
    Worker,
)
from archgen.errors import UnknownNameError
from archgen.model.architecture import Architecture, remembered
from archgen.model.link import link

DATA = Group("Data")
APP, API, JOBS, WORKER, STORE = Client("App"), Service("API"), Queue("Jobs"), Worker("Worker"), Database("Store", group=DATA)
CALL, PUBLISH, TAKE, READ = Calls(APP, API), Publishes(API, JOBS), Consumes(WORKER, JOBS), Reads(WORKER, STORE)
ARCHITECTURE = link(Design("D", [CALL, PUBLISH, TAKE, READ]))


def test_parts_can_be_asked_for_by_kind() -> None:
    assert list(ARCHITECTURE.components()) == [APP, API, JOBS, WORKER, STORE]
    assert list(ARCHITECTURE.components(Service)) == [API]
    assert list(ARCHITECTURE.components(Cache)) == []
    assert list(ARCHITECTURE.connections(Consumes)) == [TAKE]
    assert list(ARCHITECTURE.connections()) == [CALL, PUBLISH, TAKE, READ]


def test_connections_are_found_by_the_way_things_flow() -> None:
    assert list(ARCHITECTURE.into(WORKER)) == [TAKE]
    assert list(ARCHITECTURE.out_of(JOBS)) == [TAKE]
    assert list(ARCHITECTURE.out_of(WORKER, Consumes)) == []
    assert list(ARCHITECTURE.out_of(WORKER, Reads)) == [READ]
    assert list(ARCHITECTURE.into(APP)) == []


def test_what_flows_reaches_what_it_flows_to() -> None:
    assert ARCHITECTURE.reaches(APP, STORE)
    assert not ARCHITECTURE.reaches(STORE, APP)


def test_the_graph_has_an_edge_for_each_connection() -> None:
    assert list(ARCHITECTURE.graph.edges(keys=True)) == [
        (APP, API, CALL),
        (API, JOBS, PUBLISH),
        (JOBS, WORKER, TAKE),
        (WORKER, STORE, READ),
    ]


@pytest.mark.parametrize(("id", "part"), [("store", STORE), ("data", DATA), ("worker-reads-store", READ)])
def test_a_part_is_found_by_its_id(id: str, part: Component | Connection | Group) -> None:
    assert ARCHITECTURE.part(id) is part
    assert ARCHITECTURE.id(part) == id


def test_an_unknown_id_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r'^there is no part "stroe"; did you mean "store"\?$'):
        ARCHITECTURE.part("stroe")


def test_a_question_is_answered_once() -> None:
    asked = []

    @remembered
    def how_many(architecture: Architecture) -> int:
        asked.append(architecture)
        return len(architecture.all_components)

    assert [how_many(ARCHITECTURE), how_many(ARCHITECTURE), asked] == [5, 5, [ARCHITECTURE]]


def test_a_connection_to_a_group_reaches_whatever_flows_on_from_a_member() -> None:
    tier = Group("Tier")
    first, second, store = Service("First", group=tier), Service("Second", group=tier), Database("Store")
    architecture = link(Design("D", [first, Calls(APP, tier), Reads(second, store)]))
    assert architecture.reaches(APP, store)
    assert architecture.reaches(tier, store)
    assert architecture.reaches(store, store)
    assert not architecture.reaches(first, store)
