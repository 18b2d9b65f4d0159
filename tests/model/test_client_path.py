"""The ways by which clients reach what holds their connections."""

from itertools import pairwise

from archgen import ApiGateway, Calls, Cdn, Client, Component, Connection, Design, LoadBalancer, ObjectStore, Reads, Service
from archgen.model.client_path import MOST, PUSH, ClientPath, client_paths
from archgen.model.link import link

APP, API, CHAT = Client("App"), Service("API"), Service("Chat")
EDGE, INNER = LoadBalancer("Edge"), LoadBalancer("Inner")


def ways(*parts: Connection, protocols: tuple[str, ...] = ()) -> list[list[str]]:
    paths = client_paths(link(Design("D", list(parts))), *protocols)
    return [[path.client.name, *(hop.target.name for hop in path.hops)] for path in paths]


def test_a_client_that_calls_a_service_ends_there() -> None:
    call = Calls(APP, API)
    paths = list(client_paths(link(Design("D", [call, Calls(API, CHAT)]))))
    assert paths == [ClientPath(APP, (call,), (API,))]
    assert (paths[0].client, paths[0].balancers, paths[0].endpoint) == (APP, (), API)


def test_a_way_leads_through_several_balancers() -> None:
    hops = (Calls(APP, EDGE), Calls(EDGE, INNER), Calls(INNER, API))
    path = next(client_paths(link(Design("D", hops))))
    assert (path.first, path.hops, path.balancers, path.endpoint) == (hops[0], hops, (EDGE, INNER), API)


def test_a_balancer_in_front_of_several_gives_a_way_to_each() -> None:
    assert ways(Calls(APP, EDGE), Calls(EDGE, API), Calls(EDGE, CHAT)) == [["App", "Edge", "API"], ["App", "Edge", "Chat"]]


def test_a_balancer_with_nothing_behind_it_is_the_end() -> None:
    assert ways(Calls(APP, EDGE)) == [["App", "Edge"]]


def test_a_loop_between_balancers_ends() -> None:
    loop = (Calls(APP, EDGE), Calls(EDGE, INNER), Calls(INNER, EDGE))
    assert ways(*loop) == [["App", "Edge", "Inner"]]
    assert ways(*loop, Calls(EDGE, API)) == [["App", "Edge", "Inner"], ["App", "Edge", "API"]]


def test_a_balancer_that_calls_itself_ends() -> None:
    assert ways(Calls(APP, EDGE), Calls(EDGE, EDGE), Calls(EDGE, API)) == [["App", "Edge", "API"]]


def test_a_thousand_balancers_in_a_row_are_one_way() -> None:
    row: list[Component] = [APP, *(LoadBalancer(f"B{number}") for number in range(1500)), API]
    paths = list(client_paths(link(Design("D", [Calls(*pair) for pair in pairwise(row)]))))
    assert [len(path.balancers) for path in paths] == [1500]


def test_a_mesh_of_balancers_ends_with_the_first_thousand_ways() -> None:
    mesh = [LoadBalancer(f"B{number}") for number in range(14)]
    parts = [Calls(APP, mesh[0]), *(Calls(one, other) for one in mesh for other in mesh if one is not other)]
    assert len(ways(*parts)) == MOST


def test_only_ways_of_the_protocols_asked_for_are_given() -> None:
    parts = (Calls(APP, API, protocol="http"), Calls(APP, CHAT, protocol="websocket"), Calls(APP, EDGE))
    assert ways(*parts, protocols=PUSH) == [["App", "Chat"]]


def test_what_is_no_call_is_no_way() -> None:
    assert ways(Reads(APP, API)) == []


def test_a_network_of_copies_passes_on_what_it_does_not_hold() -> None:
    cdn = Cdn("CDN")
    assert ways(Calls(APP, cdn, protocol="sse"), Calls(cdn, EDGE), Calls(EDGE, API)) == [["App", "CDN", "Edge", "API"]]
    assert ways(Calls(APP, cdn), Reads(cdn, ObjectStore("Files"))) == [["App", "CDN"]]


def test_a_gateway_passes_on_what_it_speaks_on_both_sides_and_holds_the_rest() -> None:
    door = ApiGateway("Door")
    opened, asked = Calls(APP, door, protocol="websocket"), Calls(door, API, protocol="http")
    assert ways(opened, asked) == [["App", "Door"]]
    assert ways(opened, asked, Calls(door, CHAT, protocol="websocket")) == [["App", "Door", "Chat"]]
