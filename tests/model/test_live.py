"""What holds clients' connections, and what hands it updates."""

import pytest

from archgen.dsl.design import Design
from archgen.dsl.requirements import Requirements
from archgen.model.link import link
from archgen.model.live import in_order_again, is_more_than_a_gateway, live_brokers, live_servers
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes

PHONE, EDGE, GATEWAY, API = Client("Phone"), LoadBalancer("Edge"), Service("Gateway"), Service("API")
SOCKET, ASK = Calls(PHONE, EDGE, protocol="websocket"), Calls(PHONE, API, protocol="http")


def test_what_stands_behind_the_balancer_holds_the_connection() -> None:
    assert live_servers(link(Design("Chat", [SOCKET, Calls(EDGE, GATEWAY), ASK]))) == {GATEWAY: SOCKET}


def test_the_broker_of_updates_is_the_one_that_a_connection_server_takes_from() -> None:
    rooms, jobs = Topic("Rooms"), Topic("Jobs")
    takes = Consumes(GATEWAY, rooms)
    design = Design("Chat", [SOCKET, Calls(EDGE, GATEWAY), takes, Consumes(Worker("Mailer"), jobs)])
    assert live_brokers(link(design)) == {rooms: takes}


def test_without_open_connections_there_is_neither() -> None:
    architecture = link(Design("Shop", [ASK, Consumes(API, Topic("Orders"))]))
    assert (live_servers(architecture), live_brokers(architecture)) == ({}, {})


def test_what_carries_a_number_can_be_put_in_order() -> None:
    takes, told = Consumes(GATEWAY, Topic("Rooms")), Consumes(GATEWAY, Topic("Rooms"), reordered=True)
    assert in_order_again(link(Design("Chat", [SOCKET, takes])), takes) is None
    assert in_order_again(link(Design("Chat", [SOCKET, told])), told) is True
    numbered = Design("Chat", [SOCKET, takes], requirements=Requirements(ordering_by="sequence"))
    assert in_order_again(link(numbered), takes) is True


def test_what_goes_by_its_partition_and_is_not_reordered_cannot() -> None:
    takes = Consumes(GATEWAY, Topic("Rooms"), reordered=False)
    design = Design("Chat", [SOCKET, takes], requirements=Requirements(ordering_by="partition"))
    assert in_order_again(link(design), takes) is False


def test_a_client_that_reorders_does_it_for_what_its_server_takes() -> None:
    takes = Consumes(GATEWAY, Topic("Rooms"))
    socket = Calls(PHONE, GATEWAY, protocol="websocket", reordered=True)
    assert in_order_again(link(Design("Chat", [socket, takes])), takes) is True


@pytest.mark.parametrize(
    ("server", "more"),
    [
        (Service("A", role="business"), True),
        (Service("A", deploys_per_day=10), True),
        (Service("A", deploys_per_day=0.1), False),
        (Service("A", role="connections", deploys_per_day=10), False),
        (Service("A", role="business", deployment="handover"), False),
    ],
)
def test_services_that_are_released_for_other_reasons_are_more_than_gateways(server: Service, more: bool) -> None:
    assert is_more_than_a_gateway(server) is more
