"""Requests carried from the clients through the graph."""

from archgen import Calls, Client, Connection, Design, Reads, Service, Writes, per_second
from archgen.estimating.load import carry
from archgen.model.link import link

APP, API, STORE = Client("App", devices=100, send_rate=per_second(2)), Service("API"), Service("Store")


def rates(*parts: Connection) -> dict[str, float]:
    architecture = link(Design("D", list(parts)))
    return {architecture.id(one): quantity.value for one, quantity in carry(architecture).rates.items()}


def test_each_request_sets_off_as_many_as_is_stated() -> None:
    assert rates(Calls(APP, API), Reads(API, STORE, per_request=3)) == {"app-calls-api": 200, "api-reads-store": 600}


def test_what_is_not_known_is_left_out() -> None:
    assert rates(Calls(Client("Quiet"), API), Reads(API, STORE)) == {}


def test_what_closes_a_loop_says_that_it_is_not_carried_on() -> None:
    parts = [Calls(APP, API), Calls(API, STORE), Calls(STORE, API)]
    load = carry(link(Design("D", parts)))
    notes = [note for one in parts for note in load.rates[one].derivation.assumptions]
    assert "Store calls API closes a loop: counted where it arrives, not carried further" in notes


def test_arrivals_of_a_kind_are_added_up() -> None:
    read, write = Reads(APP, STORE, rate=per_second(5)), Writes(APP, STORE, rate=per_second(7))
    load = carry(link(Design("D", [read, write])))
    arriving = [load.arriving(STORE), load.arriving(STORE, (Reads,), "reads"), load.arriving(STORE, (Calls,))]
    assert [quantity and (quantity.name, quantity.value) for quantity in arriving] == [("requests", 12), ("reads", 5), None]
