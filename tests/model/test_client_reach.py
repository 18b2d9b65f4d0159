"""What clients reach over load balancers, each of which is looked at once."""

from datetime import timedelta
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from archgen import ApiGateway, Calls, Cdn, Client, Component, Connection, Design, Group, LoadBalancer, Service, seconds
from archgen.model.architecture import Architecture
from archgen.model.client_path import client_paths
from archgen.model.client_reach import ALIKE, TOLD, endpoints, first_calls, onward_calls, reached
from archgen.model.link import link

APP, API, CHAT = Client("App"), Service("API"), Service("Chat")
EDGE, INNER = LoadBalancer("Edge", idle_timeout=seconds(60)), LoadBalancer("Inner", idle_timeout=seconds(20))
Protocol = Literal["sse", "websocket"]
PROTOCOLS: tuple[Protocol, ...] = ("sse", "websocket")


def linked(*parts: Connection | Component) -> Architecture:
    return link(Design("D", list(parts)))


def hops(*parts: Connection | Component) -> list[tuple[str, str, bool]]:
    architecture = linked(*parts)
    ways = reached(architecture, first_calls(architecture))
    return [(way.balancer.name if way.balancer else "", way.end.name, way.holds) for way in ways]


def test_what_a_balancer_leads_to_is_reached_over_it() -> None:
    parts = [Calls(APP, EDGE), Calls(EDGE, INNER), Calls(INNER, API), Calls(EDGE, CHAT)]
    assert hops(*parts) == [("", "Edge", False), ("Edge", "Inner", False), ("Inner", "API", True), ("Edge", "Chat", True)]


def test_a_balancer_with_nothing_behind_it_holds_connections_itself() -> None:
    assert hops(Calls(APP, EDGE), Calls(EDGE, EDGE)) == [("", "Edge", True)]


def test_a_balancer_leads_on_in_the_protocol_of_the_client_where_it_speaks_that() -> None:
    parts = [Calls(APP, EDGE, protocol="sse"), Calls(EDGE, API), Calls(EDGE, CHAT, protocol="sse")]
    assert [end for _, end, _ in hops(*parts)] == ["Edge", "Chat"]


def test_only_calls_of_the_protocols_asked_for_are_first() -> None:
    ask, listen = Calls(APP, API), Calls(APP, CHAT, protocol="sse")
    assert first_calls(linked(ask, listen)) == [ask, listen]
    assert first_calls(linked(ask, listen), "sse") == [listen]


def test_an_endpoint_is_told_with_the_first_call_that_comes_there() -> None:
    first, second = Calls(APP, EDGE), Calls(Client("Phone"), EDGE)
    architecture = linked(first, second, Calls(EDGE, API))
    assert endpoints(architecture, first_calls(architecture)) == {API: first}


def test_of_many_balancers_of_a_group_a_few_are_followed() -> None:
    tier = Group("Tier")
    balancers = [LoadBalancer(f"B{number}", group=tier) for number in range(3 * ALIKE)]
    ways = hops(Calls(APP, tier), Calls(tier, API), *balancers)
    assert [one for one in ways if one[0]] == [(f"B{number}", "API", True) for number in range(ALIKE)]


def test_the_last_way_ends_where_the_last_calls_lead() -> None:
    first = Calls(APP, EDGE)
    onwards = onward_calls(linked(first, Calls(EDGE, API), Calls(EDGE, INNER), Calls(INNER, CHAT)))
    assert (onwards.last(first), onwards.last(first)) == (CHAT, CHAT)


def test_a_circle_of_balancers_ends_at_the_last_of_them() -> None:
    first = Calls(APP, EDGE)
    assert onward_calls(linked(first, Calls(EDGE, INNER), Calls(INNER, EDGE))).last(first) is INNER


def test_the_shortest_idle_timeout_on_any_way_cuts_a_call() -> None:
    first, direct = Calls(APP, EDGE), Calls(APP, API)
    onwards = onward_calls(linked(first, direct, Calls(EDGE, INNER), Calls(INNER, API)))
    assert (onwards.cut_after(first), onwards.cut_after(direct)) == (seconds(20), None)


def test_balancers_that_cut_within_a_time_are_told_with_their_limits() -> None:
    first = Calls(APP, EDGE)
    onwards = onward_calls(linked(first, Calls(EDGE, INNER), Calls(INNER, API)))
    assert list(onwards.cut_within(first, seconds(60))) == [(EDGE, seconds(60)), (INNER, seconds(20))]
    assert list(onwards.cut_within(first, seconds(30))) == [(INNER, seconds(20))]
    assert list(onwards.cut_within(first, seconds(10))) == []


def test_of_many_balancers_that_cut_the_first_are_told() -> None:
    first = Calls(APP, EDGE)
    behind = [LoadBalancer(f"B{number}", idle_timeout=seconds(number + 1)) for number in range(9)]
    onwards = onward_calls(linked(first, *(Calls(EDGE, one) for one in behind)))
    assert len(list(onwards.cut_within(first, seconds(60)))) == TOLD


@st.composite
def balanced(draw: st.DrawFn) -> Architecture:
    """Clients before balancers that lead on to later ones and to services, without a circle."""
    balancers = [
        LoadBalancer(f"B{number}", idle_timeout=draw(st.sampled_from([None, timedelta(seconds=number + 1)])))
        for number in range(4)
    ]
    row: list[Component] = [*balancers, *(Service(f"S{number}") for number in range(3))]
    protocol: st.SearchStrategy[Protocol | None] = st.sampled_from([None, *PROTOCOLS])
    calls = [Calls(APP, draw(st.sampled_from(row)), protocol=draw(protocol)) for _ in range(draw(st.integers(1, 3)))]
    for place, one in enumerate(balancers):
        targets = draw(st.lists(st.sampled_from(row[place + 1 :]), max_size=3))
        calls += [Calls(one, target, protocol=draw(protocol)) for target in targets]
    return linked(*calls)


@given(balanced())
def test_without_circles_single_ways_come_to_the_same(architecture: Architecture) -> None:
    paths, onwards = list(client_paths(architecture, *PROTOCOLS)), onward_calls(architecture)
    firsts = first_calls(architecture, *PROTOCOLS)
    assert endpoints(architecture, firsts) == {path.endpoint: path.first for path in reversed(paths)}
    for first in firsts:
        own = [path for path in paths if path.first is first]
        limits = [one.idle_timeout for path in own for one in path.balancers if one.idle_timeout is not None]
        assert onwards.last(first) is own[-1].endpoint
        assert onwards.cut_after(first) == min(limits, default=None)


def test_a_network_of_copies_is_on_the_way_as_a_balancer_is() -> None:
    cdn, first = Cdn("CDN", idle_timeout=seconds(10)), Calls(APP, (door := ApiGateway("Door")), protocol="sse")
    architecture = linked(first, Calls(door, cdn, protocol="sse"), Calls(cdn, API))
    assert endpoints(architecture, [first]) == {API: first}
    assert onward_calls(architecture).cut_after(first) == seconds(10)
    assert [way.balancer for way in reached(architecture, [first])] == [None, None, None]
