"""Clients that speak to one another, and the servers that they reach."""

from archgen import Calls, Client, Connection, Design, LoadBalancer, MediaServer, Service, SignalingServer
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.peers import is_direct, peer_calls, peers, reachable_servers

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
    assert [list(reachable_servers(architecture, one)) for one in (ANN, BOB)] == [[signaling], [signaling]]
    assert list(reachable_servers(architecture, Client("Eve"))) == []
