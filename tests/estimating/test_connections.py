from archgen import Calls, Client, Group, LoadBalancer, Service
from tests.estimating.numbers import numbers, shown


def test_clients_of_all_kinds_add_up_at_their_endpoint() -> None:
    gateway = Service("Gateway", replicas=10)
    phone, browser = Client("Phone", devices=300), Client("Browser", devices=100)
    derived = numbers(Calls(phone, gateway, protocol="websocket"), Calls(browser, gateway, protocol="sse"))
    assert shown(derived, "gateway", "connections") == ("400 connections", "(300 + 100) devices × 1 connection each")
    assert shown(derived, "gateway", "connections_per_replica") == ("40 connections", "400 connections / 10 replicas")


def test_a_balancer_splits_connections_over_what_is_behind_it() -> None:
    edge = LoadBalancer("Edge")
    derived = numbers(
        Calls(Client("Phone", devices=300), edge, protocol="websocket"), Calls(edge, Service("A")), Calls(edge, Service("B"))
    )
    assert shown(derived, "a", "connections") == ("150 connections", "150 devices × 1 connection each")


def test_each_client_of_a_group_holds_a_connection_of_its_own() -> None:
    people, edge = Group("People"), LoadBalancer("Edge")
    phone, browser = Client("Phone", devices=300, group=people), Client("Browser", devices=100, group=people)
    derived = numbers(phone, browser, Calls(people, edge, protocol="sse"), Calls(edge, Service("Gateway"), protocol="sse"))
    assert shown(derived, "gateway", "connections") == ("400 connections", "(300 + 100) devices × 1 connection each")


def test_requests_that_are_answered_at_once_hold_nothing_open() -> None:
    derived = numbers(Calls(Client("Phone", devices=300), Service("API"), protocol="poll"))
    assert shown(derived, "api", "connections") is None


def test_a_client_of_unknown_number_makes_the_sum_a_lower_bound() -> None:
    gateway = Service("Gateway")
    derived = numbers(
        Calls(Client("Phone", devices=300), gateway, protocol="websocket"), Calls(Client("Watch"), gateway, protocol="sse")
    )
    assert shown(derived, "gateway", "connections") == ("at least 300 connections", "300 devices × 1 connection each")
