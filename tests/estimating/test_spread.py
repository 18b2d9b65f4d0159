"""Connections that balancers spread over what stands behind them."""

from archgen import Calls, Client, Component, Connection, Design, Group, LoadBalancer, Service
from archgen.estimating.connections import FEW_WAYS, held_connections
from archgen.estimating.spread import spread
from archgen.model.client_path import PUSH
from archgen.model.estimate import Quantity
from archgen.model.link import link

PHONE, BROWSER, EDGE = Client("Phone", devices=300), Client("Browser", devices=100), LoadBalancer("Edge")
A, B = Service("A"), Service("B")


def held(*parts: Connection | Component) -> dict[str, float]:
    shares = spread(link(Design("D", list(parts))), *PUSH)
    return {end.name: sum(share.value for share in parts if share) for end, parts in shares.items()}


def listening(client: Component, target: Component | Group) -> Calls:
    return Calls(client, target, protocol="sse")


def test_a_balancer_splits_what_it_holds_evenly() -> None:
    assert held(listening(PHONE, EDGE), listening(BROWSER, EDGE), Calls(EDGE, A), Calls(EDGE, B)) == {"A": 200, "B": 200}


def test_what_comes_over_several_protocols_adds_up() -> None:
    assert held(listening(PHONE, A), Calls(BROWSER, A, protocol="websocket")) == {"A": 400}


def test_a_balancer_behind_a_balancer_splits_its_part() -> None:
    inner = LoadBalancer("Inner")
    assert held(listening(PHONE, EDGE), Calls(EDGE, A), Calls(EDGE, inner), Calls(inner, B)) == {"A": 150, "B": 150}


def test_a_group_takes_an_even_part_in_each_of_its_members() -> None:
    tier = Group("Tier")
    one, other = Service("One", group=tier), Service("Other", group=tier)
    assert held(listening(PHONE, tier), one, other) == {"One": 150, "Other": 150}
    assert held(listening(PHONE, EDGE), Calls(EDGE, tier), one, other) == {"One": 150, "Other": 150}


def test_what_leads_back_takes_nothing() -> None:
    inner = LoadBalancer("Inner")
    assert held(listening(PHONE, EDGE), Calls(EDGE, inner), Calls(inner, EDGE), Calls(inner, A)) == {"A": 150}


def test_of_unknown_numbers_what_is_known_is_the_least() -> None:
    shares = spread(link(Design("D", [listening(PHONE, EDGE), listening(Client("Watch"), EDGE), Calls(EDGE, A)])), *PUSH)
    assert [share and (share.value, share.partial) for share in shares[A]] == [(300, True)]


def test_more_ways_than_can_be_told_one_by_one_hold_as_much_as_few_do() -> None:
    def numbers(clients: int, servers: int) -> dict[str, Quantity]:
        edge, behind = LoadBalancer("Edge"), [Service(f"S{number}") for number in range(servers)]
        phones = [Client(f"C{number}", devices=10) for number in range(clients)]
        parts = [*(listening(phone, edge) for phone in phones), *(Calls(edge, one) for one in behind)]
        found = held_connections(link(Design("D", parts)))
        return {end.name: quantity for end, measure, quantity in found if measure == "connections"}

    many, few = numbers(50, FEW_WAYS), numbers(5, 100)
    assert {round(one.value, 9) for one in many.values()} == {round(one.value, 9) for one in few.values()} == {0.5}
    assert "connections are split evenly over the ways" in many["S0"].assumptions
