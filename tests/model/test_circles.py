"""Parts that lead to one another."""

from archgen import Calls, Component, Connection, Design, Group, LoadBalancer, Service
from archgen.model.circles import circles
from archgen.model.link import link

A, B, C, D = (Service(name) for name in "ABCD")


def found(*parts: Connection | Component, without: Component | None = None) -> list[tuple[list[Component], int]]:
    architecture = link(Design("D", parts))
    through = {one for one in architecture.components() if one is not without}
    knots = circles(architecture, list(architecture.connections()), through)
    return [(list(components), len(connections)) for components, connections in knots]


def test_each_knot_is_given_once_in_the_order_of_the_design() -> None:
    pairs = [(A, B), (B, A), (B, C), (C, D), (D, C), (C, D)]
    assert found(*(Calls(*pair, id=f"c{index}") for index, pair in enumerate(pairs))) == [([A, B], 2), ([C, D], 3)]


def test_what_calls_itself_or_leads_nowhere_is_no_circle() -> None:
    assert found(Calls(A, A), Calls(A, B), Calls(B, C)) == []


def test_a_circle_through_what_may_not_be_passed_is_none() -> None:
    edge = LoadBalancer("Edge")
    parts = (Calls(A, edge), Calls(edge, A))
    assert found(*parts) == [([A, edge], 2)]
    assert found(*parts, without=edge) == []


def test_groups_lead_to_one_another_by_their_members() -> None:
    front, back = Group("Front"), Group("Back")
    web, orders, stock = Service("Web", group=front), Service("Orders", group=back), Service("Stock", group=back)
    assert found(web, orders, stock, Calls(front, back), Calls(orders, web)) == [([web, orders], 2)]
    assert found(web, orders, stock, Calls(back, back)) == []
