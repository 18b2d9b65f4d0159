"""What leaves the components of a design, and what sets it off."""

from archgen import Calls, Client, Database, Design, Group, Reads, Service, Writes
from archgen.dsl.connection import Connection
from archgen.estimating.departures import departures
from archgen.model.link import link


def found(*parts: Connection) -> dict[Connection, list[Connection]]:
    return {one.connection: list(one.spring.connections) for one in departures(link(Design("Shop", [*parts])))}


def test_what_leaves_a_client_is_set_off_by_nothing_and_is_left_out() -> None:
    ask = Calls(Client("App"), Service("API"))
    assert found(ask) == {}


def test_each_stands_behind_what_sets_it_off() -> None:
    api, prices, store = Service("API"), Service("Prices"), Database("Store")
    reads, passes, asks = Reads(prices, store), Calls(api, prices), Calls(Client("App"), api)
    assert list(found(reads, passes, asks).items()) == [(passes, [asks]), (reads, [passes])]


def test_what_leaves_a_place_in_one_manner_has_one_spring() -> None:
    api = Service("API")
    asks, first, second = Calls(Client("App"), api), Calls(api, Service("One")), Calls(api, Service("Two"))
    springs = [one.spring for one in departures(link(Design("Shop", [asks, first, second])))]
    assert springs[0] is springs[1]
    assert springs[0].ends == (api,)


def test_what_a_group_sends_is_set_off_by_what_comes_to_any_of_it() -> None:
    workers = Group("Workers")
    one, two, store = Service("One", group=workers), Service("Two", group=workers), Database("Store")
    left, right, saves = Calls(Client("A"), one), Calls(Client("B"), two), Writes(workers, store)
    assert found(left, right, saves) == {saves: [left, right]}
