"""Clients that speak to one another, and the servers that they reach."""

from archgen import Calls, Client, Connection, Design, Group, LoadBalancer, MediaServer, Service, SignalingServer
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.peers import TOLD, is_direct, peer_calls, peers, reachable_servers, together

ANN, BOB, ROOM = Client("Ann"), Client("Bob"), MediaServer("Room")


def linked(*parts: Connection) -> Architecture:
    return link(Design("D", list(parts)))


def test_peers_are_clients_or_what_passes_on_what_they_send() -> None:
    direct, room = Calls(ANN, BOB, protocol="webrtc"), Calls(ANN, ROOM, protocol="webrtc")
    other = [Calls(ANN, Service("API"), protocol="webrtc"), Calls(BOB, ROOM, protocol="websocket")]
    architecture = linked(direct, room, *other)
    assert peer_calls(architecture) == [direct, room]
    assert [is_direct(architecture, call) for call in (direct, room)] == [True, False]
    assert [peers(architecture, call) for call in (direct, room)] == [[ANN, BOB], [ANN]]


def test_one_client_may_stand_for_both_ends() -> None:
    call = Calls(ANN, ANN, protocol="webrtc")
    architecture = linked(call)
    assert (peers(architecture, call), is_direct(architecture, call)) == ([ANN], True)


def test_servers_are_reached_over_balancers_and_not_over_media() -> None:
    edge, signaling = LoadBalancer("Edge"), SignalingServer("Signaling")
    architecture = linked(Calls(ANN, edge), Calls(edge, signaling), Calls(ANN, ROOM, protocol="webrtc"), Calls(BOB, edge))
    assert [list(reachable_servers(architecture, one, Service)) for one in (ANN, BOB)] == [[signaling], [signaling]]
    assert list(reachable_servers(architecture, ANN, MediaServer)) == []
    assert list(reachable_servers(architecture, Client("Eve"), Service)) == []


def test_of_many_servers_of_a_kind_behind_one_call_ten_are_told() -> None:
    tier = Group("Tier")
    servers = [Service(f"S{number}", group=tier) for number in range(TOLD + 5)]
    architecture = link(Design("D", [*servers, SignalingServer("Ring", group=tier), Calls(ANN, tier)]))
    assert [one.name for one in reachable_servers(architecture, ANN, Service)] == [*(f"S{n}" for n in range(TOLD)), "Ring"]


def test_many_are_named_by_the_first_of_them() -> None:
    many = [Client(f"C{number}") for number in range(5)]
    assert [together(many[:count]) for count in (1, 2, 3, 5)] == ["C0", "C0 and C1", "C0, C1 and C2", "C0, C1 and 3 more"]
